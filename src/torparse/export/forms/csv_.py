"""CSV (RFC 4180 but for line ends): UTF-8 without a byte order mark, commas, a header, LF. Nothing is escaped for
spreadsheets: these files are for programs."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from torparse.export.dataset import Dataset
from torparse.export.model import SEPARATOR, Row
from torparse.export.part import Part

WHAT = "one CSV file a table, for programs (report writes those for spreadsheets)"
WITH = ()


class Writer:
    """Writes a file for each table."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._open = ExitStack()
        self._writers = {}
        for table in dataset.tables:
            path = folder / f"{table.path}.csv"
            path.parent.mkdir(exist_ok=True)
            # closed by ``end``, or when the export has failed with it
            stream = self._open.enter_context(path.open("w", encoding="utf-8", newline=""))
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            self._writers[table.name] = writer

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the rows."""
        for name, ones in rows.items():
            self._writers[name].writerows([as_text(value) for value in row] for row in ones)

    def end(self) -> None:
        """Close the files."""
        self._open.close()


def as_text(value: Any) -> str:
    """A value as a cell of a text file: true and false in lower case, the items of a list with | between them, numbers
    as Python writes them, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return SEPARATOR.join(item.replace(SEPARATOR, "¦") for item in value)
    return str(value)
