"""The files of the folder: what people send gets a safe name here and becomes a file, and what they take out is kept.

Nothing else on the review page makes a path of a name.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from torparse.errors import OutputError, TorparseError
from torparse.left_out import REMOVED, REMOVED_NOTE
from torparse.outputs import write_text

_NOTE = (
    "Documents that were taken out on torparse's review page. torparse does not read them while this file is here.\n"
    "To have one back, use the page, or move it to the folder above.\n"
)
_LONGEST, _MOST_BYTES = 120, 200  # of a name; file systems hold 255 bytes, and a temporary name is longer
_KEPT = " -_.()"
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)  # what Windows takes for a device


def safe_name(given: str) -> str:
    """A file name made of one that was sent: never a path, never hidden, nothing that a shell or a page takes amiss.

    Letters of every script, digits, spaces and ``- _ . ( )`` stay, and so does the extension; at most 120 characters.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    kept = "".join(_kept(one) for one in last if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    stem, dot, suffix = " ".join(kept.split()).strip(" .").rpartition(".")
    if not dot or len(suffix) > _LONGEST // 4:
        stem, suffix = f"{stem}{dot}{suffix}", ""
    end = f".{suffix}" if suffix else ""
    stem = _cut(stem.strip(" .") or "document", _LONGEST - len(end), _MOST_BYTES - len(end.encode()))
    return f"_{stem}{end}" if _RESERVED.match(f"{stem}{end}") else f"{stem}{end}"


def _kept(one: str) -> str:
    """A character as it stands in a name: letters (with their marks) and digits, a space for every kind of one."""
    category = unicodedata.category(one)
    if category[0] in "LM" or category == "Nd" or one in _KEPT:
        return one
    return " " if category == "Zs" else "_"


def _cut(stem: str, longest: int, most_bytes: int) -> str:
    stem = stem[:longest]
    while len(stem.encode()) > most_bytes:
        stem = stem[:-1]
    return stem.rstrip(" .") or "document"


def store(folder: Path, given: str, stream: BinaryIO) -> Path:
    """Write what was sent into ``folder`` under a safe name that is free; whole or not at all. Raises OutputError."""
    name = safe_name(given)
    temporary = folder / f".torparse-{secrets.token_hex(8)}.part"
    try:
        with temporary.open("xb") as file:
            shutil.copyfileobj(stream, file)
            file.flush()
            os.fsync(file.fileno())
        return _placed(temporary, folder, name)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", where=name) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _placed(file: Path, folder: Path, name: str) -> Path:
    """Give ``file`` a name in ``folder``, with a number where it is taken; nothing is written over."""
    for candidate in _names(name):
        path = folder / candidate
        if os.path.lexists(path) or candidate.casefold() in {one.casefold() for one in os.listdir(folder)}:
            continue
        try:
            os.link(file, path)  # fails where somebody else was quicker
        except FileExistsError:
            continue
        except OSError:  # a file system without links (FAT, some shared folders)
            file.rename(path)
        return path
    raise AssertionError("there is always a next number")


def _names(name: str) -> Iterator[str]:
    """The name, then the name with numbers: "terms.docx", "terms (2).docx" …"""
    yield name
    path = PurePosixPath(name)
    number = 2
    while True:
        behind = f" ({number}){path.suffix}"
        yield f"{_cut(path.stem, _LONGEST - len(behind), _MOST_BYTES - len(behind.encode()))}{behind}"
        number += 1


def take_out(folder: Path, file: Path, document: str) -> str:
    """Move ``file``, the document of that id (its path below ``folder``), to those taken out.

    Returns its id there. Raises OutputError.
    """
    removed = folder / REMOVED
    try:
        removed.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror or error})", where=REMOVED) from error
    if not (removed / REMOVED_NOTE).exists():
        write_text(removed / REMOVED_NOTE, _NOTE)
    return _moved(file, removed, document)


def put_back(folder: Path, document: str) -> str:
    """Move a document taken out, by its id there, back to where it was; returns its id. Raises TorparseError."""
    if document not in taken_out(folder):
        raise TorparseError("is not among the documents taken out", where=document)
    return _moved(folder / REMOVED / document, folder, document)


def _moved(file: Path, folder: Path, document: str) -> str:
    target = folder / document
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        placed = _placed(file, target.parent, target.name)
        file.unlink(missing_ok=True)  # where it was linked rather than renamed
    except OSError as error:
        raise OutputError(f"cannot be moved ({error.strerror or error})", where=document) from error
    return placed.relative_to(folder).as_posix()


def taken_out(folder: Path) -> tuple[str, ...]:
    """The ids of the documents taken out, in their order."""
    top = folder / REMOVED
    if top.is_symlink():
        return ()
    walked = (Path(base) / name for base, _, names in os.walk(top) for name in names if not name.startswith("."))
    files = (path for path in walked if path.is_file() and not path.is_symlink() and path != top / REMOVED_NOTE)
    return tuple(sorted(path.relative_to(top).as_posix() for path in files))


def may_write(folder: Path) -> bool:
    """Whether files can be made in the folder; tried, since permissions do not tell on a shared one."""
    trial = folder / f".torparse-{secrets.token_hex(8)}"
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError:
        return False
    return True
