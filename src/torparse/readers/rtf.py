"""Rich Text documents (.rtf): converted by LibreOffice and read as .docx."""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, Source
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
    raise source.unreadable("is a Rich Text document, which needs LibreOffice to be read", "Install LibreOffice")
