"""Reading files: ``find`` says which files a list of paths stands for, ``read`` makes a Document of one.

To add a format, add a module to this folder (its name without an underscore in front) that declares

- ``SUFFIXES``: the file names' suffixes, lower-case with the dot, the usual one first;
- ``sniff(head, path)``: how sure it is that the file is its own, from the first 8 KiB and the path, on the scale of
  ``_base`` (``NO``, ``BY_NAME``, ``LIKELY``, ``RECOGNISED``, ``CERTAIN``); content counts more than the name;
- ``read(source)``: the Document of a ``Source``; raises ``source.unreadable(…)`` where there is none.

What is longer than a module lives in a folder beside it (``pdf.py``, ``_pdf/``). Nothing else has to be told of it.
A module of another package that declares the same is found by its entry point (docs/plugins.md).
Modules are imported when the first file is read, so they import heavy libraries inside ``read``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Container, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from pathlib import Path

from torparse.errors import UnreadableInput
from torparse.model import Document
from torparse.plugins import READERS, Plugin, Plugins, plugged
from torparse.readers import _archives
from torparse.readers._base import (
    BY_NAME,
    CERTAIN,
    LIKELY,
    NO,
    RECOGNISED,
    Choices,
    Format,
    Limits,
    Piece,
    Source,
    join,
    piece,
    printable,
)
from torparse.readers._convert import Prepared
from torparse.readers._convert import prepare as _prepare
from torparse.readers._inputs import Found, Input, find_inputs, other_kind
from torparse.readers._pdf.images import PageImage
from torparse.readers._pdf.images import images as _images
from torparse.readers._signatures import foreign
from torparse.stores import fetched
from torparse.urls import shown, url_of

__all__ = [
    "BY_NAME", "CERTAIN", "LIKELY", "NO", "RECOGNISED",
    "Choices", "Format", "Found", "Input", "Limits", "PageImage", "Piece", "Prepared", "Source",
    "find", "formats", "join", "load", "no_document", "own", "page_images", "piece", "plugins", "prepare", "read",
    "source", "suffixes",
]  # fmt: skip

HEAD_BYTES = 8192
_DEFAULT = Limits()
_USUAL = Choices()


@cache
def formats() -> tuple[Format, ...]:
    """The formats, in the order of their modules' names; those of other packages last, so that torparse's own win."""
    return (*own(), *plugins().made.values())


@cache
def own() -> tuple[Format, ...]:
    """torparse's own formats, in the order of their modules' names."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            found.append(Format(module.name, loaded.SUFFIXES, loaded.sniff, loaded.read))
    return tuple(found)


@cache
def plugins() -> Plugins[Format]:
    """The formats that other packages read (docs/plugins.md)."""
    return plugged(READERS, {one.name for one in own()}, _of_plugin)


def _of_plugin(plugin: Plugin) -> Format:
    """The format that a module of another package reads; raises BadData where it is not as it has to be."""
    module = plugin.load()
    for name in ("SUFFIXES", "sniff", "read"):
        if not hasattr(module, name):
            raise plugin.bad(f"{plugin.module} does not declare {name}")
    endings = module.SUFFIXES
    if not isinstance(endings, tuple) or not endings or not all(map(_is_suffix, endings)):
        raise plugin.bad("its SUFFIXES are not a tuple of endings in lower case with the dot")
    return Format(plugin.name, endings, plugin.guarded(module.sniff), plugin.guarded(module.read))


def _is_suffix(ending: object) -> bool:
    return isinstance(ending, str) and Path(f"name{ending}").suffix == ending == ending.lower()


def suffixes() -> frozenset[str]:
    """Every suffix that a format claims, those that only get a clear message included."""
    return frozenset(suffix for one in formats() for suffix in one.suffixes)


def no_document(path: Path) -> str:
    """Why ``find`` would leave a file of that name in a folder out, or "". Archives and what else it reads are none."""
    return "" if path.suffix.lower() == _archives.SUFFIX else other_kind(path, suffixes())


def find(
    paths: Sequence[Path],
    limits: Limits = _DEFAULT,
    *,
    left_out: Callable[[Input], str] | None = None,
    copies: bool = False,
) -> Found:
    """The files that ``paths`` stand for, in the order given, folders' files sorted by their relative path.

    Folders are searched with all that is below them, zip archives of documents likewise, two deep; a document in an
    archive has the path of the archive with its own name behind it, which ``read`` understands. Hidden files, symbolic
    links, lock files and files of other kinds are skipped there with a reason; a file that is named itself is tried
    whatever its suffix, unless that says that it is no document (a drawing, a table of data); pictures that may be of a
    page (PNG, JPEG …) are read only where they are named, TIFF files always. A URL (``torparse.urls``) stands for the
    file there, or for all below it; archives there are skipped. A file with the same content as an earlier
    one is skipped and named, unless ``copies`` are wanted. Ids never collide: where two files would have the same
    relative path, the names of their folders are put in front. A path that does not exist or cannot be looked at is in
    ``missing`` as an error to be shown, so is a damaged archive; nothing is raised. ``left_out`` gives the reason why
    the caller wants a file skipped, or an empty string; it is asked before files are compared by their content.
    """
    return find_inputs(paths, suffixes(), limits, left_out, copies=copies)


def prepare(paths: Sequence[Path], limits: Limits = _DEFAULT) -> AbstractContextManager[Prepared]:
    """Convert every old Word and Rich Text file among ``paths`` at once, to be handed to ``read``.

    ``with prepare(paths) as prepared: read(path, prepared=prepared)``. One start of LibreOffice for all files costs
    about a second, one for each file a second each. Without LibreOffice, or without such files, nothing is done. Never
    raises for a file: ``read`` says what is wrong with it. The result may be handed to other processes and is valid
    within the block.
    """
    return _prepare([Path(one) for one in paths], limits)


def read(
    path: Path,
    *,
    id: str | None = None,
    limits: Limits = _DEFAULT,
    prepared: Prepared | None = None,
    choices: Choices = _USUAL,
    content: bytes | None = None,
) -> Document:
    """The Document of the file at ``path``; ``id`` is what ``find`` gave it (the file's name where it is left out),
    ``prepared`` what ``prepare`` gave, ``content`` the file's bytes where ``load`` was asked for them before.

    The format is recognised by content; where the name says otherwise the document has a warning. Raises
    UnreadableInput, one plain line, for a file that is missing, empty, too large, protected, damaged, of a format
    that torparse does not read, or without text.
    """
    path = Path(path)
    file = source(path, id=id, limits=limits, prepared=prepared, choices=choices, content=content)
    head = file.data[:HEAD_BYTES]
    scores = [(one.sniff(head, path), one) for one in formats()]
    score, best = max(scores, key=lambda pair: pair[0])
    if score == NO or foreign(head):
        raise file.unreadable(*_unknown(head, file))
    document = best.read(file)
    if not document.blocks:
        raise file.unreadable("has no text in it", "Give a file that holds the words, not only pictures of them")
    if file.suffix in suffixes() and file.suffix not in best.suffixes:
        warning = f"The name ends in {file.suffix} but the content is {document.media}; it was read as that"
        document = replace(document, warnings=(warning, *document.warnings))
    return document


def source(
    path: Path,
    *,
    id: str | None = None,
    limits: Limits = _DEFAULT,
    prepared: Prepared | None = None,
    choices: Choices = _USUAL,
    content: bytes | None = None,
) -> Source:
    """The file at ``path`` with what ``read`` is told of it; raises UnreadableInput where it cannot be had."""
    path = Path(path)
    data = load(path, limits) if content is None else content
    return Source(path, printable(path.name) if id is None else id, data, limits, prepared, choices)


def page_images(path: Path, wanted: Container[int], limits: Limits = _DEFAULT) -> tuple[PageImage, ...]:
    """Pictures of the ``wanted`` pages (from 1) of the PDF file at ``path``, as far as they can be drawn.

    Raises UnreadableInput where the file cannot be opened.
    """
    return _images(load(Path(path), limits), wanted, printable(shown(Path(path))))


def _unknown(head: bytes, source: Source) -> tuple[str, str]:
    """What to say of a file that no format reads."""
    what = foreign(head)
    todo = "Give a Word, PDF or text file"
    if what and source.suffix in suffixes():
        return f"is {what}, although its name ends in {source.suffix}", todo
    return (f"is {what}, which torparse does not read" if what else "is not in a format that torparse reads"), todo


def load(path: Path, limits: Limits = _DEFAULT) -> bytes:
    """The bytes of the file at ``path``; raises UnreadableInput where it cannot be had, is empty or too large."""
    where = printable(shown(path))
    url = url_of(path)
    if url:
        return _checked(fetched(url, limits.max_input_bytes), where, limits)
    try:
        if path.is_dir():
            raise UnreadableInput("is a folder", where=where, todo="Give the files in it")
        if not path.exists() and _archives.holder(path):
            return _checked(_archives.load(path, limits), where, limits)
        if not path.exists():
            raise UnreadableInput("does not exist", where=where, todo="Check the path")
        if not path.is_file():  # a pipe or a device would block or never end
            raise UnreadableInput("is not a regular file", where=where, todo="Save it as a file first")
        with path.open("rb") as stream:
            data = stream.read(limits.max_input_bytes + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UnreadableInput(
            f"cannot be read ({why})", where=where, todo="Check the path and its permissions"
        ) from error
    return _checked(data, where, limits)


def _checked(data: bytes, where: str, limits: Limits) -> bytes:
    if not data:
        raise UnreadableInput("is empty", where=where, todo="Save the document again")
    if len(data) > limits.max_input_bytes:
        size = f"{limits.max_input_bytes / 1024**2:,.3g} MiB"
        raise UnreadableInput(f"is larger than the limit of {size}", where=where, todo="Split it or raise the limit")
    return data
