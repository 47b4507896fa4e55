"""JSON: one file, an object with a list of rows for each table. It holds all rows in memory until it is written; for
very many documents take jsonl."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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
        self._rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in dataset.tables}

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Keep the rows."""
        for name, ones in rows.items():
            self._rows[name] += (dict(zip(self._names[name], row, strict=True)) for row in ones)

    def end(self) -> None:
        """Write the file."""
        with self._path.open("w", encoding="utf-8", newline="\n") as stream:
            json.dump(self._rows, stream, ensure_ascii=False, indent=1)
            stream.write("\n")
