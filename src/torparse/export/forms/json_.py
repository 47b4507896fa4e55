"""JSON: one file, an object with a list of rows for each table. Who reads it has all rows in memory; for very many
documents take jsonl."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from textwrap import indent
from typing import IO

from torparse.export.dataset import Dataset
from torparse.export.model import Row
from torparse.export.part import Part

WHAT = "all tables in one JSON file"
WITH = ()
NAME = "torparse.json"


class Writer:
    """Writes the file."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._path = folder / NAME
        self._names = {table.name: [column.name for column in table.columns] for table in dataset.tables}
        self._open = ExitStack()  # closed by ``end``, or when the export has failed with it
        self._rows = {table.name: self._open.enter_context(_spool(folder)) for table in dataset.tables}
        self._begun: set[str] = set()  # tables that have rows

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Set the rows aside: the file has one table after another, and documents come one after another."""
        for name, ones in rows.items():
            for row in ones:
                text = json.dumps(dict(zip(self._names[name], row, strict=True)), ensure_ascii=False, indent=1)
                self._rows[name].write(f"{',' if name in self._begun else ''}\n{indent(text, '  ')}")
                self._begun.add(name)

    def end(self) -> None:
        """Write the file."""
        with self._open, self._path.open("w", encoding="utf-8", newline="\n") as stream:
            before = "{"
            for name, spool in self._rows.items():
                stream.write(f"{before}\n {json.dumps(name)}: [")
                spool.seek(0)
                shutil.copyfileobj(spool, stream)
                stream.write("\n ]" if name in self._begun else "]")
                before = ","
            stream.write("\n}\n")


def _spool(folder: Path) -> IO[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=folder)
