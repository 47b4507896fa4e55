"""Word documents (.docx and the macro and template kinds of it), read from the XML in them.

Headings are known by style, by outline level and by their look (bold throughout, short); numbers are computed from the
numbering definitions; tracked changes are read as accepted or as before them. Known gaps: of tracked changes to
formatting and numbering only the new state is read; a list that is indented by its paragraphs and not by its level has
the nesting of its level; what a page shows cut off (a row of fixed height) is read whole; charts and equations drawn as
pictures are not read.
"""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, RECOGNISED, Source
from torparse.readers._signatures import ZIP

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for a zip file that names Word's parts; RECOGNISED for another, which gets a clear message."""
    if not head.startswith(ZIP):
        return BY_NAME if path.suffix.lower() in SUFFIXES else NO
    if path.suffix.lower() in SUFFIXES or b"word/" in head:
        return CERTAIN
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            word = any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return RECOGNISED
    return CERTAIN if word else RECOGNISED - 1


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is damaged, protected, too large unpacked or unsafe."""
    from torparse.readers._word.body import Body
    from torparse.readers._word.package import Package

    package = Package(source)
    body = Body(package)
    text, blocks = body.read()
    return source.document(
        text, blocks, "docx", changes=body.changes, comments=tuple(package.comments()),
        running=package.running(), prompts=tuple(body.prompts), warnings=tuple(body.warnings()),
    )  # fmt: skip
