"""Which files a list of paths stands for, in a fixed order, with an id for each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from torparse.errors import UnreadableInput
from torparse.readers import _archives
from torparse.readers._base import Limits, printable
from torparse.stores import Stored, fetched, listed
from torparse.urls import shown, url_of

# Files that go along with documents and are never terms of reference themselves, even where a shell's * names them.
_NOT_DOCUMENTS = {
    "data": (".csv", ".tsv", ".json", ".jsonl", ".xml", ".yaml", ".yml", ".toml", ".ini", ".sqlite", ".db"),
    "a picture": (".gif", ".svg", ".emf", ".wmf"),
    "a spreadsheet": (".xls", ".xlsx", ".ods"),
    "slides": (".ppt", ".pptx", ".odp"),
    "a program or a web page's part": (".py", ".js", ".css", ".sh", ".exe", ".dll"),
    "an archive": (".gz", ".tar", ".7z", ".rar"),
    "sound or film": (".mp3", ".mp4", ".wav", ".m4a", ".mov", ".avi"),
}
# Pictures that may be of a page. Most that lie in a folder are logos and photographs, so only those that are named
# themselves are read; a TIFF is a scan or a fax wherever it lies.
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".webp", ".bmp"))
_UNPACK = "an archive in a store of URLs, which is not looked into; give the documents themselves"
_NAME_IT = "a picture; name it itself to have its text recognised"
_REASON = {suffix: what for what, suffixes in _NOT_DOCUMENTS.items() for suffix in suffixes}


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. ``id`` is its path relative to the input given, with forward slashes; no two are alike."""

    path: Path
    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a list of paths stands for: ``files`` to read, ``skipped`` (id, reason), ``missing`` ready to be shown."""

    files: tuple[Input, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    missing: tuple[UnreadableInput, ...] = ()


class _Search:
    """The state of one call of ``find_inputs``: what was found so far, and what has been seen."""

    def __init__(self, suffixes: frozenset[str], limits: Limits) -> None:
        self.suffixes, self.limits = suffixes, limits
        self.found: list[tuple[Path, str]] = []
        self.skipped: list[tuple[str, str]] = []
        self.missing: list[UnreadableInput] = []
        self.seen: set[str] = set()
        self.sizes: dict[Path, int] = {}  # of documents in archives and by URL

    def add(self, path: Path, name: str) -> None:
        real = url_of(path) or os.path.realpath(path)
        if real in self.seen:
            self.skipped.append((name, "given twice"))
        elif len(self.found) >= self.limits.max_files:
            self.skipped.append((name, f"beyond the limit of {self.limits.max_files:,} files"))
        else:
            self.seen.add(real)
            self.found.append((path, name))

    def given(self, path: Path) -> None:
        """A path that the user typed: a link is followed here, and an unknown suffix is tried."""
        url = url_of(path)
        try:
            if url:
                self.stored(url)
            elif path.is_dir():
                self.folder(path)
            elif path.is_file() and _archives.is_archive(path):
                self.archive(path, path)
            elif path.is_file():
                reason = _not_document(path.name)
                if reason:
                    self.skipped.append((printable(path.name), reason))
                else:
                    self.add(path, printable(path.name))
            elif path.exists():
                self.error("is neither a file nor a folder", path, "Give a document or a folder of documents")
            else:
                self.error("does not exist", path, "Check the path")
        except UnreadableInput as error:
            self.missing.append(error)
        except (OSError, ValueError) as error:
            self.error(f"cannot be looked at ({_why(error)})", path, "Check the path")

    def error(self, what: str, path: Path, todo: str) -> None:
        self.missing.append(UnreadableInput(what, where=printable(shown(path)), todo=todo))

    def folder(self, top: Path) -> None:
        for path in self.walk(top):
            name = printable(path.relative_to(top).as_posix())
            reason = self.left_out(path)
            if not reason and _archives.is_archive(path):
                self.archive(path, top)
            elif reason:
                self.skipped.append((name, reason))
            else:
                self.add(path, name)

    def stored(self, url: str) -> None:
        """What lies at a URL: a file, or all files below it by the rules for folders. Raises UnreadableInput."""
        hidden: set[str] = set()
        for one in listed(url):
            path, name = Path(one.url), printable(one.name)
            steps = name.split("/")
            dots = next((at for at, step in enumerate(steps) if step.startswith(".")), None)
            if dots is not None and one.url != url:
                name = "/".join(steps[: dots + 1])  # a hidden folder is one line, as on the disk
                self.skipped += [] if name in hidden else [(name, "hidden")]
                hidden.add(name)
            elif reason := _not_stored(one, path, url, self.suffixes):
                self.skipped.append((name, reason))
            else:
                self.sizes[path] = one.size
                self.add(path, name)

    def archive(self, path: Path, top: Path) -> None:
        """The documents in an archive; their ids are relative to ``top``."""
        try:
            for one in _archives.members(path, self.limits):
                name = printable(one.path.relative_to(top).as_posix())
                reason = one.reason or other_kind(one.path, self.suffixes)
                if reason:
                    self.skipped.append((name, reason))
                else:
                    self.sizes[one.path] = one.size
                    self.add(one.path, name)
        except UnreadableInput as error:
            self.missing.append(error)

    def walk(self, folder: Path) -> Iterator[Path]:
        """Everything below ``folder`` that is no folder to go into, sorted by name at each level."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError as error:
            self.error(f"cannot be listed ({_why(error)})", folder, "Check the permissions of the folder")
            return
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from self.walk(Path(entry.path))
            else:
                yield Path(entry.path)

    def left_out(self, path: Path) -> str:
        """Why a file found in a folder is not read, or an empty string."""
        if path.is_symlink():
            return "a symbolic link, not followed"
        if path.name.startswith("."):
            return "hidden"
        if not path.is_file():
            return "not a regular file"
        return "" if path.suffix.lower() == _archives.SUFFIX else other_kind(path, self.suffixes)


def other_kind(path: Path, suffixes: frozenset[str]) -> str:
    """Why a file that lies in a folder is no document by its name, or an empty string."""
    if path.name.startswith("~$"):
        return "Word's lock file of an open document"
    if path.suffix.lower() in _PICTURES:
        return _NAME_IT
    if path.suffix.lower() in suffixes:
        return ""
    return _not_document(path.name) or "not a kind of file that torparse reads"


def _not_stored(one: Stored, path: Path, given: str, suffixes: frozenset[str]) -> str:
    """Why a file in a store is not read, or an empty string; ``given`` is the URL that the user gave."""
    if url_of(path) != one.url:
        return "its URL has empty steps or dots between slashes"
    if path.suffix.lower() == _archives.SUFFIX:
        return _UNPACK
    return _not_document(path.name) if one.url == given else other_kind(path, suffixes)


def _size(path: Path) -> int:
    """The size of a file in bytes; 0 where it cannot be known."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _digest(path: Path, limits: Limits) -> str:
    """The SHA-256 of a file's bytes, or an empty string for one that ``read`` will have to say something about."""
    try:
        url = url_of(path)
        if url:
            return hashlib.sha256(fetched(url, limits.max_input_bytes)).hexdigest()
        if not path.is_file():
            return hashlib.sha256(_archives.load(path, limits)).hexdigest()
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError, UnreadableInput):
        return ""


def _why(error: OSError | ValueError) -> str:
    return str(getattr(error, "strerror", None) or error)


def _not_document(name: str) -> str:
    what = _REASON.get(Path(name).suffix.lower())
    return f"{what}, not a document" if what else ""


def _distinct(found: Sequence[tuple[Path, str]]) -> list[str]:
    """The ids, with parts of the folders' names put in front where two would be alike (case does not count)."""
    ids = [name for _, name in found]
    parents = [list(Path(os.path.abspath(path)).parts[1 : -name.count("/") - 1]) for path, name in found]
    while clashes := _clashing(ids):
        longer = [i for i in clashes if parents[i]]
        if not longer:
            break
        for i in longer:
            ids[i] = f"{printable(parents[i].pop())}/{ids[i]}"
    taken: set[str] = set()
    for i, name in enumerate(ids):
        number = 2
        while name.casefold() in taken:
            name, number = f"{ids[i]} ({number})", number + 1
        ids[i] = name
        taken.add(name.casefold())
    return ids


def _clashing(ids: Sequence[str]) -> list[int]:
    where: dict[str, list[int]] = {}
    for i, name in enumerate(ids):
        where.setdefault(name.casefold(), []).append(i)
    return [i for group in where.values() if len(group) > 1 for i in group]


def find_inputs(
    paths: Sequence[Path],
    suffixes: frozenset[str],
    limits: Limits,
    left_out: Callable[[Input], str] | None = None,
    *,
    copies: bool = False,
) -> Found:
    """The files that ``paths`` stand for; see ``torparse.readers.find``."""
    search = _Search(suffixes, limits)
    for path in paths:
        search.given(path)
    ids = _distinct(search.found)
    named = [Input(path, name) for (path, _), name in zip(search.found, ids, strict=True)]
    reasons = {one.id: left_out(one) for one in named} if left_out else {}
    search.skipped += [(name, reason) for name, reason in reasons.items() if reason]
    named = [one for one in named if not reasons.get(one.id)]  # else a copy of one that is left out would go with it
    again = {} if copies else _again(named, search.sizes, limits)
    files = tuple(one for one in named if one.id not in again)
    repeated = ((name, f"same content as {first}") for name, first in again.items())
    return Found(files, (*search.skipped, *repeated), tuple(search.missing))


def _again(files: Sequence[Input], known: Mapping[Path, int], limits: Limits) -> dict[str, str]:
    """The ids of files that have the content of an earlier one, with its id. Only files of one size are opened."""
    sizes: dict[int, list[Input]] = {}
    for one in files:
        size = known.get(one.path) or _size(one.path)
        if size:
            sizes.setdefault(size, []).append(one)
    again: dict[str, str] = {}
    for group in sizes.values():
        first: dict[str, str] = {}
        for one in group if len(group) > 1 else ():
            digest = _digest(one.path, limits)
            if digest and first.setdefault(digest, one.id) != one.id:
                again[one.id] = first[digest]
    return {one.id: again[one.id] for one in files if one.id in again}
