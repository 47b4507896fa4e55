"""A Frictionless Data Package (version 2): the CSV files and ``datapackage.json``, which describes every column."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from torparse import __version__
from torparse.export.dataset import Dataset
from torparse.export.model import SEPARATOR, Column, Kind, Row, Table
from torparse.export.part import Part

WHAT = "the CSV files with datapackage.json, a Frictionless Data Package (the default)"
WITH = ("csv",)
NAME = "datapackage.json"
MISSING = "Not there: for a value field, the clause does not give it; the status says why."
"""What an empty cell means."""
_TYPES = {
    Kind.WHOLE_NUMBER: "integer", Kind.NUMBER: "number", Kind.YES_NO: "boolean", Kind.MOMENT: "datetime",
    Kind.LIST: "list",
}  # fmt: skip
_PATTERNS = {
    Kind.DATE: r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    Kind.DURATION: r"P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?)?",
}


class Writer:
    """Writes the description; the CSV files are written with it."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._path, self._dataset = folder / NAME, dataset

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Nothing: the description does not depend on the documents."""

    def end(self) -> None:
        """Write the description."""
        self._path.write_text(json.dumps(described(self._dataset), ensure_ascii=False, indent=1) + "\n", "utf-8")


def described(dataset: Dataset) -> dict[str, Any]:
    """The content of ``datapackage.json``."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "torparse-export",
        "title": "Clauses of terms of reference",
        "description": "What terms of reference lay down, clause by clause with the words that prove it, as found by "
        f"torparse {__version__}. Read codebook.md first.",
        "version": __version__,
        "created": f"{dataset.choices.as_of.isoformat()}T00:00:00Z",
        "resources": [_resource(table) for table in dataset.tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.path}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers[0], "fields": [column.refers[1]]}}
        for column in table.columns
        if column.refers
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [{"value": "", "label": MISSING}],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.about,
    }
    if column.kind is Kind.LIST:
        made |= {"delimiter": SEPARATOR, "itemType": "string"}
    if column.codes and column.kind is Kind.TEXT:
        made["categories"] = [{"value": code, "label": meaning} for code, meaning in column.codes.items()]
    if column.unit:
        made["unit"] = column.unit
    made["constraints"] = _constraints(table, column)
    return {key: value for key, value in made.items() if value not in ({}, "")}


def _constraints(table: Table, column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if column.needed:
        made["required"] = True
    if table.key == (column.name,):
        made["unique"] = True
    if column.codes and column.kind is Kind.TEXT:
        made["enum"] = list(column.codes)
    if column.kind in _PATTERNS:
        made["pattern"] = _PATTERNS[column.kind]
    if column.least is not None:
        made["minimum"] = column.least
    if column.most is not None:
        made["maximum"] = column.most
    return made
