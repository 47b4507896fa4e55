"""OpenDocument texts (.odt, .ott), read from the XML in them, with or without LibreOffice on the machine.

Numbers are computed from the list styles and the outline, notes stand behind the body, deletions of tracked changes
are left out (insertions where the original is wanted). Known gaps: flat files (.fodt) are not read; a paragraph's own
style may not override the style of a single list item.
"""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, Source
from torparse.readers._signatures import ZIP

SUFFIXES = (".odt", ".ott")

_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for the type that such a zip file states first, or for any zip file under its name."""
    if not head.startswith(ZIP):
        return BY_NAME if path.suffix.lower() in SUFFIXES else NO
    named = path.suffix.lower() in SUFFIXES and b"word/" not in head
    if _MIMETYPE in head[:200]:
        return CERTAIN + 1  # whatever its name says
    return CERTAIN if named else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is damaged, protected, too large unpacked or unsafe."""
    if not source.data.startswith(ZIP):
        raise source.unreadable("is damaged: it is no OpenDocument text", "Open it and save it again")
    from torparse.readers._odt.body import Body
    from torparse.readers._odt.package import Package

    package = Package(source)
    body = Body(package)
    text, blocks = body.read()
    return source.document(
        text, blocks, "odt", changes=body.changes, comments=tuple(body.comments),
        running=package.running(), prompts=tuple(body.prompts), warnings=tuple(body.warnings()),
    )  # fmt: skip
