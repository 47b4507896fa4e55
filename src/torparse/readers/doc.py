"""Old Word documents (.doc): converted by LibreOffice and read as .docx; by antiword or catdoc where it is missing.

Known gaps: without LibreOffice automatic numbers are lost or wrong (antiword writes "2" for 5.2), headings and notes
are lost, and deleted text may be read; a file that Word saved in its fast way is only as good as LibreOffice's reading
of it.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, Source
from torparse.readers._signatures import OLE, ZIP, has_stream

SUFFIXES = (".doc", ".dot")

_INSTALL = "Install LibreOffice, or open it and save it as .docx"
_LIGHT = {
    "antiword": ("-w", "0", "-m", "UTF-8.txt"),
    "catdoc": ("-w", "-d", "utf-8"),
}


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for a compound file, which also gets a clear line where it is none of Word's."""
    if head.startswith(OLE):
        return CERTAIN
    return BY_NAME if path.suffix.lower() in SUFFIXES and not head.startswith(ZIP) else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is protected, damaged or not Word's, or without a tool."""
    from torparse.readers._convert import has_password, read_converted, word_header

    again = "Open it in Word and save it again"
    if not source.data.startswith(OLE):
        raise source.unreadable(f"is not an old Word document, although its name ends in {source.suffix}", again)
    if _is_cut(source.data):
        raise source.unreadable("is damaged: its end is missing", again)
    if has_stream(source.data, "EncryptedPackage") or has_password(source.data):
        raise source.unreadable("is protected with a password", "Open it, remove the password and save it again")
    if not has_stream(source.data, "WordDocument"):
        raise source.unreadable(
            "is an old Office file without a Word document in it", "Give a Word, PDF or text file, or save it again"
        )
    if word_header(source.data) is None:
        raise source.unreadable("is damaged: the text in it cannot be found", again)
    return read_converted(source, "doc", _light)


def _is_cut(data: bytes) -> bool:
    """Whether a compound file ends before its directory ([MS-CFB] 2.2)."""
    if len(data) < 512:
        return True
    shift, sector = struct.unpack_from("<H", data, 0x1E)[0], struct.unpack_from("<I", data, 0x30)[0]
    return shift in (9, 12) and (sector + 1) << shift >= len(data)


def _light(source: Source) -> Document:
    """The Document as a light converter's plain text; raises UnreadableInput where there is none."""
    from torparse.readers.text import blocks_of

    tool = next((name for name in _LIGHT if shutil.which(name)), "")
    if not tool:
        raise source.unreadable("is an old Word document, which needs LibreOffice to be read", _INSTALL)
    text = _plain(source, tool)
    warning = (
        f"Read with {tool}, as LibreOffice is not installed: automatic numbers are missing or wrong, headings and "
        "notes are missing, and deleted text may be in it"
    )
    return source.document(text, blocks_of(text), "doc", warnings=(warning,))


def _plain(source: Source, tool: str) -> str:
    with tempfile.TemporaryDirectory(prefix="torparse-") as folder:
        copy = Path(folder) / "a.doc"
        copy.write_bytes(source.data)
        try:
            done = subprocess.run(
                [tool, *_LIGHT[tool], str(copy)], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                timeout=source.limits.max_seconds,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            limit = source.limits.max_seconds
            raise source.unreadable(f"takes {tool} more than {limit:g} s to convert", _INSTALL) from error
    text = done.stdout.decode("utf-8", "replace").replace("\x00", "")
    if done.returncode != 0 or not text.strip():
        raise source.unreadable(f"is damaged: {tool} cannot open it", _INSTALL)
    return text
