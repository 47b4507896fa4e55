"""Rich Text documents (.rtf): converted by LibreOffice and read as .docx, by a light reader where it is missing."""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, Source, left_out
from torparse.readers._signatures import RTF, ZIP

SUFFIXES = (".rtf",)


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for the mark at the start of such a file."""
    if head.startswith(RTF):
        return CERTAIN
    return BY_NAME if path.suffix.lower() in SUFFIXES and not head.startswith(ZIP) else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is damaged."""
    from torparse.readers._convert import read_converted

    if not source.data.startswith(RTF):
        raise source.unreadable(
            "is not a Rich Text document, although its name ends in .rtf", "Open it and save it again"
        )
    return read_converted(source, "rtf", _light)


def _light(source: Source) -> Document:
    """The Document by the reader of our own; raises UnreadableInput for a file that is damaged."""
    from torparse.readers._rtf_body import Reader

    reader = Reader(source)
    text, blocks = reader.read()
    warnings = [
        "Read without LibreOffice, which is not installed: numbers of lists and places of merged cells may be missing"
    ]
    if not source.data.rstrip(b"\x00\r\n\t ").endswith(b"}"):
        warnings.append("The end of the file is missing")
    warnings += left_out(reader.changes, reader.hidden, source.choices)
    return source.document(text, blocks, "rtf", changes=reader.changes, warnings=tuple(warnings))
