"""Writing a sheet: one Excel table, its header frozen and repeated in print, texts as texts, links within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from torparse.report.workbook.model import Cell, Column, Sheet
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.texts import MOST_LINES, clean, heads, height, is_formula, lines_of, shortened

MAX_ROWS = 1_048_575
"""The rows of a sheet below its header."""
MAX_LINKS = 65_530
"""The links that Excel takes in one sheet."""
NOTHING = "(none found)"
"""What stands in the only row of a table that has nothing to show: Excel knows no table without a row."""

_A4, _NARROW = 9, 0.4  # xlsxwriter's number of the paper; inches
_PAGE = 250  # characters across an A4 page in landscape, in print of six points
_BUTTON = 3  # characters of a header that the button of its filter covers


@dataclass
class Written:
    """What the limits of Excel took from a sheet: texts cut, rows too low for their lines, links and rows left out."""

    cut: int = 0
    too_low: int = 0
    links: int = 0
    unlinked: int = 0
    rows: int = 0
    left_out: int = 0


def write_sheet(page: Any, sheet: Sheet, styles: Styles, footer: str) -> Written:
    """Fill the worksheet ``page`` with ``sheet``; ``footer`` stands below each printed page."""
    written = Written()
    rows = iter(sheet.rows)
    for number, row in enumerate(islice(rows, MAX_ROWS), 1):
        lines = 1
        for at, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            cell = value if isinstance(value, Cell) else Cell(value)
            text = _write(page, number, at, column, cell, styles, written)
            lines = max(lines, lines_of(text, column.width))
        page.set_row(number, height(lines))
        written.too_low += lines > MOST_LINES
        written.rows = number
    written.left_out = sum(1 for _ in rows)
    if not written.rows:
        for at in range(len(sheet.columns)):
            page.write_string(1, at, "" if at else NOTHING, styles.cell())
    names = heads([column.name for column in sheet.columns])
    page.set_row(0, height(max(lines_of(n, c.width - _BUTTON) for n, c in zip(names, sheet.columns, strict=True))))
    page.add_table(
        0, 0, max(written.rows, 1), len(names) - 1,
        {
            "name": sheet.table,
            "title": sheet.name,
            "description": sheet.about,
            "style": None,
            "banded_rows": False,
            "columns": [{"header": name, "header_format": _head(name, styles)} for name in names],
        },
    )  # fmt: skip
    # by these xlsxwriter would refuse a second table over the first; in a large set they are a third of its memory
    page.table_cells.clear()
    _set_up(page, sheet, footer)
    return written


def _head(name: str, styles: Styles) -> Any:
    return styles.head(quoted=is_formula(name))


def _write(page: Any, row: int, at: int, column: Column, cell: Cell, styles: Styles, written: Written) -> str:
    """Write a cell; returns its text, "" for a number, a date, or true and false."""
    value = cell.value
    if isinstance(value, bool):
        page.write_boolean(row, at, value, styles.cell(column.form, cell.fill))
        return ""
    if not isinstance(value, int | float | date):
        return _write_text(page, row, at, "" if value is None else str(value), cell, styles, written)
    if isinstance(value, date):
        page.write_datetime(row, at, value, styles.cell(column.form, cell.fill))
    else:
        page.write_number(row, at, value, styles.cell(column.form, cell.fill))
    return ""


def _write_text(page: Any, row: int, at: int, value: str, cell: Cell, styles: Styles, written: Written) -> str:
    plain = clean(value)
    text = shortened(plain)
    written.cut += text != plain
    linked = bool(cell.target) and written.links < MAX_LINKS
    written.unlinked += bool(cell.target) and not linked
    look = styles.cell("", cell.fill, link=linked, quoted=is_formula(value))
    if not text:
        page.write_blank(row, at, None, look)
    elif linked:
        written.links += 1
        page.write_url(row, at, f"internal:{cell.target}", look, text)
    else:
        page.write_string(row, at, text, look)
    return text


def _set_up(page: Any, sheet: Sheet, footer: str) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    page.freeze_panes(1, sheet.frozen)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a section 4.10 is no number
    wide = pages_wide(sheet)
    print_set_up(page, sheet.name, footer, wide=wide)
    page.repeat_rows(0)
    if sheet.frozen and wide > 1:
        page.repeat_columns(0, sheet.frozen - 1)


def pages_wide(sheet: Sheet) -> int:
    """How many pages a sheet is wide in print: as many as keep its words legible, the frozen columns on each."""
    widths = [column.width for column in sheet.columns]
    frozen = sum(widths[: sheet.frozen])
    return max(-(-(sum(widths) - frozen) // (_PAGE - frozen)), 1)


def print_set_up(page: Any, name: str, footer: str, *, wide: int = 1) -> None:
    """A4 landscape, as many pages ``wide`` and as long as needed, with the sheet's name above and the page number."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(wide, 0)
    page.set_margins(left=_NARROW, right=_NARROW, top=0.7, bottom=0.6)
    page.set_header(f"&L&B{name}")
    page.set_footer(f"&L{footer}&RPage &P of &N")
