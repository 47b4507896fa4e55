"""Zip archives of documents: what is in one, and the bytes of a document in one. Nothing is unpacked onto the disk.

A document in an archive has the path of the archive with its own name behind it: ``papers.zip/2009/terms.docx``.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from torparse.errors import UnreadableInput
from torparse.readers._base import Limits, printable

SUFFIX = ".zip"
MAX_DEPTH = 2  # an archive in an archive, and no deeper
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_OFFICE = ("[Content_Types].xml", "mimetype")  # the first part of a Word or an OpenDocument file


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its ``path`` with the archive's in front, why it is not read (or ""), its size in bytes."""

    path: Path
    reason: str = ""
    size: int = 0


def is_archive(path: Path) -> bool:
    """Whether ``path`` is a zip file of documents by its name and content, and not itself a document."""
    if path.suffix.lower() != SUFFIX:
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not any(name in archive.NameToInfo for name in _OFFICE)
    except _DAMAGE:
        return True  # listing it will say what is wrong


def members(path: Path, limits: Limits) -> Iterator[Member]:
    """The files in the archive at ``path``, sorted by name, those of the archives in it too.

    Raises UnreadableInput for one that is damaged or unpacks to more than the limit.
    """
    with _opened(path, path) as archive:
        yield from _listed(archive, path, limits, 1, limits.max_unpacked_bytes)


def _listed(archive: zipfile.ZipFile, path: Path, limits: Limits, depth: int, room: int) -> Iterator[Member]:
    found = _named(archive)
    total = sum(one.file_size for one in found.values())
    if total > room or len(found) > limits.max_files:
        size = f"{limits.max_unpacked_bytes / 1024**2:,.3g} MiB or {limits.max_files:,} files"
        raise _error(path, f"unpacks to more than the limit of {size}", "Unpack it and give the documents")
    for name, one in sorted(found.items(), key=lambda item: [part.casefold() for part in item[0].split("/")]):
        outside = _leads_out(name)
        inner = path / (PurePosixPath(name).name if outside else name)
        reason = "its name leads out of the archive" if outside else _left_out(name, one)
        if reason or not name.lower().endswith(SUFFIX):
            yield Member(inner, reason, one.file_size)
        elif depth >= MAX_DEPTH:
            yield Member(inner, f"an archive more than {MAX_DEPTH} deep")
        else:
            data = _bytes(archive, one, inner, limits)
            with _opened(io.BytesIO(data), inner) as nested:
                yield from _listed(nested, inner, limits, depth + 1, room - total)


def _leads_out(name: str) -> bool:
    """Whether a name would lead to another place on the disk: nothing is unpacked there, but nor is it a good name."""
    return name.startswith("/") or ".." in name.split("/") or ":" in name.split("/", maxsplit=1)[0]


def _left_out(name: str, one: zipfile.ZipInfo) -> str:
    """Why a member is not read whatever is in it, or an empty string."""
    if stat.S_ISLNK(one.external_attr >> 16):
        return "a symbolic link, not followed"
    if any(part.startswith(".") or part == "__MACOSX" for part in name.split("/")):
        return "hidden"
    return ""


def _named(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files by name with forward slashes (some Windows programs write the others); folders are left out."""
    every = {name.replace("\\", "/"): one for name, one in archive.NameToInfo.items()}
    return {name: one for name, one in every.items() if not name.endswith("/")}


def holder(path: Path) -> Path | None:
    """The archive on the disk that ``path`` leads into, or None where it leads into none."""
    for above in path.parents:
        if above.suffix.lower() == SUFFIX and above.is_file():
            return above
    return None


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of a document in an archive; raises UnreadableInput where there is none or it is too large."""
    outer = holder(path)
    if outer is None:
        raise _error(path, "does not exist", "Check the path")
    with _opened(outer, outer) as archive:
        return _found(archive, outer, path, limits, 1)


def _found(archive: zipfile.ZipFile, at: Path, path: Path, limits: Limits, depth: int) -> bytes:
    named = _named(archive)
    steps = path.relative_to(at).parts
    whole = named.get("/".join(steps))
    if whole is not None:
        return _bytes(archive, whole, path, limits)
    for i in range(1, len(steps)):
        one = named.get("/".join(steps[:i]))
        if one is not None and steps[i - 1].lower().endswith(SUFFIX) and depth < MAX_DEPTH:
            inner = at.joinpath(*steps[:i])
            with _opened(io.BytesIO(_bytes(archive, one, inner, limits)), inner) as nested:
                return _found(nested, inner, path, limits, depth + 1)
    raise _error(path, "does not exist", "Check the path")


def _bytes(archive: zipfile.ZipFile, one: zipfile.ZipInfo, path: Path, limits: Limits) -> bytes:
    """The bytes of a member, at most one more than the limit of a file."""
    if one.flag_bits & 1:
        raise _error(path, "is protected with a password", "Unpack the archive with the password")
    try:
        with archive.open(one) as stream:
            return stream.read(limits.max_input_bytes + 1)
    except _DAMAGE as error:
        raise _error(path, "is damaged: it cannot be unpacked", "Make the archive again") from error


@contextmanager
def _opened(file: Path | io.BytesIO, path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGE as error:
        raise _error(path, "is damaged: it is no zip archive", "Make the archive again") from error
    with archive:
        yield archive


def _error(path: Path, what: str, todo: str) -> UnreadableInput:
    return UnreadableInput(what, where=printable(str(path)), todo=todo)
