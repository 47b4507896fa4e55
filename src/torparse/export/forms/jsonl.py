"""JSON Lines: one file a table, one object a row; lists are lists, what is not there is null."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from torparse.export.dataset import Dataset
from torparse.export.model import Row
from torparse.export.part import Part

WHAT = "one file of JSON Lines a table, in jsonl/"
WITH = ()
FOLDER = "jsonl"


class Writer:
    """Writes a file for each table."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._open = ExitStack()
        self._names = {table.name: [column.name for column in table.columns] for table in dataset.tables}
        self._streams = {}
        for table in dataset.tables:
            path = folder / FOLDER / f"{table.path}.jsonl"
            path.parent.mkdir(parents=True, exist_ok=True)
            self._streams[table.name] = self._open.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the rows. Beyond ASCII everything is escaped, so that no program breaks a line at U+2028."""
        for name, ones in rows.items():
            for row in ones:
                self._streams[name].write(json.dumps(dict(zip(self._names[name], row, strict=True))) + "\n")

    def end(self) -> None:
        """Close the files."""
        self._open.close()
