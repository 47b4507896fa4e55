"""The sheet that says what every column of every sheet holds, and what every code in it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from torparse.report.workbook.contents import MATRIX, Contents
from torparse.report.workbook.model import FORMS, Column, Sheet

CODEBOOK = "Codebook"
_COLUMNS = (
    Column("sheet", "The sheet.", 18),
    Column("column", "The column of that sheet.", 26),
    Column("code", "A code or a word that may stand in the column; empty in the row on the column itself.", 32),
    Column("meaning", "What it holds, or what the code means.", 90),
    Column("form", "How the column's values are kept; empty in the rows on codes.", 26),
)


def codebook(contents: Contents, sheets: Sequence[Sheet]) -> Sheet:
    """The codebook of ``sheets`` and of itself."""
    about = "Every column of every sheet, and every code, with its meaning."
    own = Sheet(CODEBOOK, CODEBOOK, about, _COLUMNS, ())
    return Sheet(CODEBOOK, CODEBOOK, about, _COLUMNS, _rows(contents, (*sheets, own)), frozen=2)


def _rows(contents: Contents, sheets: Sequence[Sheet]) -> Iterator[Sequence[Any]]:
    for sheet in sheets:
        described = [column for column in sheet.columns if column.about]
        for column in (*described, *sheet.similar):
            yield (sheet.name, column.name, None, column.about, FORMS[column.form])
            for code, meaning in _codes(contents, sheet, column).items():
                yield (sheet.name, column.name, code, meaning, None)


def _codes(contents: Contents, sheet: Sheet, column: Column) -> dict[str, str]:
    """The codes of a column; those of provisions and items come from what is compared and checked."""
    if sheet.name == MATRIX and column.name == "provision_id":
        return {p.id: f"{p.title} ({p.group})" for p in contents.views.matrix.provisions}
    if column.name == "item":
        return {item.id: item.requirement for item in contents.checklist.items}
    return dict(column.codes)
