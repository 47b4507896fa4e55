"""Formats that this version recognises but does not read: each gets a line that says what to do.

A reader for one of them is a file of its own beside this one; it outranks this by claiming CERTAIN.
"""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, NO, RECOGNISED, Source
from torparse.readers._signatures import OLE, ZIP, has_stream

SUFFIXES = (".doc", ".rtf")

_SAVE = "Open it and save it as .docx or .pdf"
_NAMES = {
    ".doc": "an old Word document (.doc)",
    ".rtf": "a Rich Text document (.rtf)",
}


def _by_content(head: bytes) -> str:
    if head.startswith(OLE):
        return ".doc"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    return ""


def sniff(head: bytes, path: Path) -> int:
    """RECOGNISED where the first bytes are those of one of these formats."""
    if _by_content(head):
        return RECOGNISED
    return BY_NAME if path.suffix.lower() in SUFFIXES and not head.startswith(ZIP) else NO


def read(source: Source) -> Document:
    """Always raises UnreadableInput, naming the format or the password in the way."""
    if source.data.startswith(OLE):
        raise source.unreadable(*_compound(source.data))
    found = _by_content(source.data[:8192])
    if found:
        raise source.unreadable(f"is {_NAMES[found]}, which this version does not read yet", _SAVE)
    raise source.unreadable(f"is not {_NAMES[source.suffix]}, although its name ends in {source.suffix}", _SAVE)


def _compound(data: bytes) -> tuple[str, str]:
    """What to say of a compound file: a password, an old Word document, or another Office file."""
    if has_stream(data, "EncryptedPackage"):
        return "is protected with a password", "Open it, remove the password and save it again"
    if has_stream(data, "WordDocument"):
        return f"is {_NAMES['.doc']}, which this version does not read yet", _SAVE
    return "is an old Office file without a Word document in it", "Give a Word, PDF or text file"
