"""Files told by their first bytes: what a file is although its name says otherwise."""

from __future__ import annotations

# The first bytes of common files that are never read, from the formats' own specifications.
_FOREIGN = (
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The start of Microsoft's compound files: old Word, and any Office file that has a password."""

RTF = b"{\\rtf"
"""The start of a Rich Text file."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""The start of a zip file: docx, odt, epub, xlsx …"""

PDF = b"%PDF-"


def foreign(head: bytes) -> str:
    """What a file that torparse does not read is, by its first bytes, or an empty string."""
    return next((what for magic, what in _FOREIGN if head.startswith(magic)), "")


def has_stream(data: bytes, name: str) -> bool:
    """Whether a compound file holds a stream of this name (directory entries are UTF-16, padded with zeros)."""
    return name.encode("utf-16-le") + b"\x00\x00" in data
