"""The forms of an export, one file each, found by scanning this folder.

A file declares ``WHAT`` (what the form is, for the list of forms), ``WITH`` (forms that are written with it) and a
class ``Writer``, which is made with the folder to write into and the dataset. ``add`` is called with what is the same
for all documents (the part None) and then for each document in the order of their ids; ``end`` when all is there. So no
form has to hold all documents at once. A form may write any files into the folder; they are moved into place together,
and only when every form has ended well.

A form that needs something that may be missing declares a function ``ready`` too, which raises TorparseError then. It
is called before any document is read. One whose files are read together by their folder declares ``superseded``: what
an earlier export has left there and this one did not write, which is taken away.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Protocol

from torparse.errors import TorparseError
from torparse.export.dataset import Dataset
from torparse.export.model import Row
from torparse.export.part import Part

DEFAULT = ("datapackage",)


class Writer(Protocol):
    """Writes one form."""

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take the rows of one document by the name of their table; of no document: what is the same for all."""

    def end(self) -> None:
        """Write what is still to be written."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its ``name`` (of ``--to``), what it is, and the forms that are written with it."""

    name: str
    what: str
    together: tuple[str, ...]
    module: ModuleType

    def ready(self) -> None:
        """Raises TorparseError where something that the form needs is not installed."""
        if hasattr(self.module, "ready"):
            self.module.ready()

    def superseded(self, out: Path, dataset: Dataset, written: Collection[Path]) -> Sequence[Path]:
        """Files of an earlier export below ``out`` that are to go, because readers would take them for part of this."""
        found: Sequence[Path] = ()
        if hasattr(self.module, "superseded"):
            found = self.module.superseded(out, dataset, written)
        return found

    def writer(self, folder: Path, dataset: Dataset) -> Writer:
        """A writer into ``folder``."""
        made: Writer = self.module.Writer(folder, dataset)
        return made


@cache
def forms() -> Mapping[str, Form]:
    """Every form by its name, from A to Z."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            module = importlib.import_module(f"{__name__}.{info.name}")
            name = info.name.rstrip("_")
            found[name] = Form(name, module.WHAT, module.WITH, module)
    return found


def chosen(names: Iterable[str]) -> tuple[Form, ...]:
    """The forms with these names and those written with them, each once.

    Raises TorparseError for an unknown one, and for one that needs something that is not installed.
    """
    known, found = forms(), dict[str, Form]()
    for name in names:
        if name not in known:
            raise TorparseError(f"there is no form {name!r}", where="--to", todo=f"Give of these: {', '.join(known)}")
        found |= {one: known[one] for one in (*known[name].together, name)}
    for form in found.values():
        form.ready()
    return tuple(found.values())
