"""A REFI-QDA project (.qdpx) and codebook (.qdc), for programs of qualitative analysis: NVivo, ATLAS.ti, MAXQDA,
QualCoder and others. See docs/export-qualitative.md for what comes out and what the programs make of it."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO
from xml.sax.saxutils import quoteattr

from torparse import __version__
from torparse.export.dataset import Dataset
from torparse.export.identifiers import guid
from torparse.export.model import Row
from torparse.export.part import Part
from torparse.export.refi import codebook
from torparse.export.refi.people import MACHINE, People
from torparse.export.refi.source import cases, embedded, selections_of, source
from torparse.export.refi.variables import Variables
from torparse.export.refi.xml import element, written

WHAT = "a REFI-QDA project and codebook, for NVivo, ATLAS.ti, MAXQDA, QualCoder"
WITH = ()
PROJECT, CODEBOOK = "torparse.qdpx", "torparse.qdc"
NAMESPACE = "urn:QDA-XML:project:1.0"
_ABOUT = "Clauses of terms of reference with the words that prove them, found by torparse. Read codebook.md beside it."
_IN_MEMORY = 8 * 1024 * 1024
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file, whatever the clock says."""


class Writer:
    """Writes the texts into the project as they come, and what is said of them when all is there."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._dataset, self._folder, self._day = dataset, folder, dataset.choices.as_of.isoformat()
        self._people = People(self._day)
        self._variables = Variables(dataset.table("documents"), dataset.table("bodies"))
        self._open = ExitStack()  # closed by ``end``, or when the export has failed with it
        self._zip = self._open.enter_context(zipfile.ZipFile(folder / PROJECT, "w"))
        self._cases, self._sources = self._spool(), self._spool()

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the document's text; keep its selections, and its bodies as cases."""
        if part is None:
            return
        named = self._dataset.named(rows)
        name, text = embedded(part)
        self._zip.writestr(_entry(f"sources/{name}"), text.encode())
        selections = selections_of(part, named, self._people)
        self._sources.write(written(source(part, named, selections, self._variables, self._people)))
        for case in cases(part, named, selections, self._variables):
            self._cases.write(written(case))

    def end(self) -> None:
        """Write the project file and the codebook."""
        with self._open, self._zip.open(_entry("project.qde"), "w") as out:
            for piece in self._project():
                out.write(piece.encode())
        (self._folder / CODEBOOK).write_text(codebook.codebook(), "utf-8", newline="\n")

    def _project(self) -> Iterator[str]:
        """The project file, in the order that its schema lays down."""
        attributes = {
            "name": "torparse", "origin": f"torparse {__version__}", "creatingUserGUID": guid("user", MACHINE),
            "creationDateTime": f"{self._day}T00:00:00Z",
        }  # fmt: skip
        given = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
        yield f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{NAMESPACE}" {given}>\n'
        yield written(self._people.element())
        yield f"<CodeBook>\n{written(codebook.codes_element())}</CodeBook>\n"
        yield written(self._variables.element())
        yield from _within("Cases", self._cases)
        yield from _within("Sources", self._sources)
        yield f"{written(element('Description', _ABOUT))}</Project>\n"

    def _spool(self) -> IO[str]:
        return self._open.enter_context(
            tempfile.SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n")
        )


def _within(tag: str, kept: IO[str]) -> Iterator[str]:
    """What was kept as the children of an element; nothing where nothing was, as the schema wants one at least."""
    if kept.tell():
        kept.seek(0)
        yield f"<{tag}>\n"
        yield from kept
        yield f"</{tag}>\n"


def _entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, _FIRST_DAY)
    made.compress_type, made.external_attr, made.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    return made
