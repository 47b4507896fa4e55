"""Exports in the forms that are not text, of the project's own documents and of the seeds, each made once a run."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, SHARED, require
from gold_records import seed
from torparse.checklists import load
from torparse.export import Choices, Dataset, chosen, write_export
from torparse.export.model import SEPARATOR, Kind, Row, Table
from torparse.export.part import Part
from torparse.model import Record
from torparse.pipeline import extract

AS_OF = date(2026, 1, 31)
FORMS = ("csv", "parquet", "sqlite", "xlsx")
OWN = ("askerdale-district-partnership-2015.md", "pennow-valley-lifts-and-buses-2023.txt")
SETS = ("own", "seeds")
"""Documents of the project's own as torparse reads them, and the seeds as careful readers did."""
_SEEDS = ("daventry", "ptp-induction", "worcestershire")


def _records(name: str) -> tuple[Record, ...]:
    if name == "own":
        return tuple(extract(ROOT / "corpus" / one) for one in OWN)
    require("shared", (SHARED / "gold" / "seeds").is_dir(), "the development set ../shared is not beside the checkout")
    return tuple(seed(SHARED, one) for one in _SEEDS)


class _Kept(Dataset):
    """A dataset that works out its rows once only, however often it is written."""

    @cached_property
    def _all(self) -> list[tuple[Part | None, dict[str, tuple[Row, ...]]]]:
        return [(part, {name: tuple(rows) for name, rows in by.items()}) for part, by in super().streams()]

    def streams(self) -> Iterator[tuple[Part | None, Mapping[str, Iterable[Row]]]]:
        yield from self._all


@cache
def dataset(name: str) -> Dataset:
    """The dataset of one of ``SETS``; skips without the development set."""
    return _Kept(_records(name), Choices(AS_OF, load()))


def export(made: Dataset, out: Path, *forms: str) -> Path:
    """Write a dataset into ``out``, in these forms or in all of ``FORMS``; returns ``out``."""
    write_export(made, out, chosen(forms or FORMS))
    return out


_made: dict[str, Path] = {}


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The export of one of ``SETS`` by its name, made when a test first asks for it.

    Kept here: pytest makes a fixture that several modules import once for each of them.
    """

    def made(name: str) -> Path:
        if name not in _made:
            _made[name] = export(dataset(name), tmp_path_factory.mktemp(name))
        return _made[name]

    return made


def rows_of(out: Path, table: Table) -> list[dict[str, Any]]:
    """The rows of the CSV file, each value as what its column says that it is; None for an empty cell."""
    kinds = {column.name: column.kind for column in table.columns}
    with (out / f"{table.path}.csv").open(encoding="utf-8", newline="") as stream:
        return [{name: typed(kinds[name], text) for name, text in row.items()} for row in csv.DictReader(stream)]


def typed(kind: Kind, text: str) -> Any:
    """A cell of a CSV file as a value."""
    if not text:
        return None
    if kind is Kind.LIST:
        return text.split(SEPARATOR)
    plain = (Kind.WHOLE_NUMBER, Kind.NUMBER, Kind.YES_NO)
    return json.loads(text) if kind in plain else text
