"""``metadata.json`` for Datasette: what tables and columns hold, what to filter by, where to search, how to sort.

Units stand in the descriptions: Datasette before 1.0 takes those of physics only, and later versions take none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from torparse import __version__
from torparse.export.dataset import Dataset
from torparse.export.forms._views import POSITION, QUOTES, VIEWS, View
from torparse.export.model import Column, Kind, Table

SEARCH = "quotes_fts"
"""The full-text index of the quotes."""
CODEBOOK = "codebook"
_FACETS: Mapping[str, tuple[str, ...]] = {
    "documents": ("kind", "format"),
    "bodies": ("standing", "main"),
    "clauses": ("type", "status", "completeness"),
    "cells": ("status", "provision_id"),
    "checklist": ("judgement", "item_id"),
    "corrections": ("what",),
    "quotes": ("type", "status", "document_id"),
    "matrix_long": ("status", "provision", "body"),
    "checklist_long": ("judgement", "importance", "requirement"),
}
"""What the main tables are first filtered by; others by their columns with codes and by the items of their lists."""
_LABELS = {"documents": "file", "bodies": "name", "provisions": "title", "checklist_items": "requirement"}
"""What stands for a row where another leads to it."""
_SORTED = {"dated": "document_id", "evaluation": "documents", "quotes": POSITION}
_NOTE = (
    "What terms of reference lay down, clause by clause with the words that prove it, as found by torparse {version}; "
    "as of {as_of}. Look at the quote before you rely on a value; the table evaluation says how often torparse is "
    "right. {redacted}"
)
_REDACTED = "E-mail addresses, telephone numbers and names of contacts are hidden with █."
_OPEN = "Personal data is included as the documents have it: think before you publish this."


def metadata(dataset: Dataset, database: str) -> dict[str, Any]:
    """The content of ``metadata.json`` for the database of that name."""
    choices = dataset.choices
    about = _NOTE.format(
        version=__version__, as_of=choices.as_of, redacted=_OPEN if choices.include_contacts else _REDACTED
    )
    tables = {table.name: _table(table) for table in dataset.tables}
    views = {view.name: _view(view, dataset) for view in VIEWS}
    hidden = {CODEBOOK: {"description": "Every column of every table, and every code, with its meaning."}}
    title = "Clauses of terms of reference"
    return {
        "title": title,
        "description": about,
        "databases": {database: {"title": title, "description": about, "tables": tables | views | hidden}},
    }


def _table(table: Table) -> dict[str, Any]:
    made = _described(table.name, table.about, {column.name: column for column in table.columns})
    if table.name in _LABELS:
        made["label_column"] = _LABELS[table.name]
    if table.name == "clauses":
        made["fts_table"] = SEARCH
    return made


def _view(view: View, dataset: Dataset) -> dict[str, Any]:
    made = _described(view.name, view.about, dict(view.described(dataset)))
    if view is QUOTES:
        made |= {"fts_table": SEARCH, "fts_pk": POSITION}
    return made


def _described(name: str, about: str, columns: Mapping[str, Column]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "description": about,
        "columns": {name: _about(column) for name, column in columns.items()},
        "facets": list(_FACETS.get(name, ())) or _facets(columns.values()),
    }
    if name in _SORTED:
        made["sort"] = _SORTED[name]
    return made


def _facets(columns: Iterable[Column]) -> list[Any]:
    """The columns with codes, and the lists, each by its items."""
    lists = {column.name: {"array": column.name} for column in columns if column.kind is Kind.LIST}
    return [lists.get(column.name, column.name) for column in columns if column.codes or column.name in lists]


def _about(column: Column) -> str:
    return f"{column.about} Unit: {column.unit}." if column.unit else column.about
