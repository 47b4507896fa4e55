"""The workbook of an export: the rows of the CSV files, one table a sheet, in openpyxl, pandas and LibreOffice."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from conftest import require
from export.forms_fixture import AS_OF, SETS, dataset, export, exports, rows_of
from gold_records import record
from torparse.checklists import load
from torparse.export import Choices, Dataset
from torparse.export.forms.xlsx import KINDS, sheet_names
from torparse.export.model import SEPARATOR, Kind, Table
from torparse.model import Body, Record
from torparse.readers import _libreoffice
from torparse.report.palette import STATUS_COLOURS
from torparse.report.workbook import texts, writer

__all__ = ["exports"]


def book_of(out: Path) -> Any:
    return openpyxl.load_workbook(out / "torparse.xlsx")


@pytest.fixture(scope="module")
def book(exports: Callable[[str], Path]) -> Any:
    return book_of(exports("own"))


def shown(book: Any, name: str) -> list[dict[str, Any]]:
    head, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def said(book: Any) -> dict[str, str]:
    return {row[0]: row[1] for row in book["Read me"].iter_rows(values_only=True) if row[0]}


def made(tmp_path: Path, *records: Record) -> Any:
    return book_of(export(Dataset(records, Choices(AS_OF, load())), tmp_path, "xlsx"))


def in_a_cell(table: Table, row: dict[str, Any]) -> Iterator[Any]:
    """A row as a sheet has it: lists as texts, line ends as LF, nothing that is no text."""
    for column in table.columns:
        value = row[column.name]
        if column.kind is Kind.LIST and value:
            yield SEPARATOR.join(value)
        else:
            yield texts.clean(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", SETS)
def test_rows_are_those_of_the_csv_files(
    name: str, exports: Callable[[str], Path], request: pytest.FixtureRequest
) -> None:
    out = exports(name)
    book = request.getfixturevalue("book") if name == "own" else book_of(out)
    with_rows = {table.name: table for table in dataset(name).tables if rows_of(out, table)}
    assert book.sheetnames == ["Read me", *with_rows, "Codebook"]
    for table in with_rows.values():
        found = [list(row.values()) for row in shown(book, table.name)]
        expected = [list(in_a_cell(table, row)) for row in rows_of(out, table)]
        assert found == expected, table.name
        for row in found:  # 1 is not TRUE in Excel, though it is in Python
            for column, value in zip(table.columns, row, strict=True):
                if value is not None:
                    assert isinstance(value, bool) is (column.kind is Kind.YES_NO)
        # LibreOffice shows some as 1 and 0 without
        formats = {cell.number_format for row in book[table.name].iter_rows(min_row=2) for cell in row
                   if isinstance(cell.value, bool)}  # fmt: skip
        assert formats <= {'"TRUE";"TRUE";"FALSE"'}
    empty = {table.name for table in dataset(name).tables} - set(with_rows)
    assert set(re.findall(r"\w+", said(book)["Without a sheet"])) >= empty
    assert len(with_rows) > 15


def test_each_sheet_is_one_table_with_its_header_in_sight(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.ref == table.autoFilter.ref == sheet.dimensions
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert (sheet.freeze_panes[-1], sheet.print_title_rows) == ("2", "$1:$1")
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(9 <= width <= 92 for width in widths), sheet.title
    names = [table for sheet in book for table in sheet.tables]
    assert len(set(names)) == len(names)


def test_no_cell_is_merged_or_a_formula_and_colours_have_their_words(book: Any) -> None:
    coloured = set()
    for sheet in book:
        assert not sheet.merged_cells.ranges
        for row in sheet.iter_rows():
            assert any(cell.value not in (None, "") for cell in row)
            assert all(cell.data_type != "f" for cell in row)
    for row in book["cells"].iter_rows(min_row=2):
        status = row[2]
        assert status.fill.fgColor.rgb.endswith(STATUS_COLOURS[status.value][0]) or status.value == "not_assessable"
        coloured.add(status.value)
    assert coloured >= {"stated", "absent"}
    assert coloured <= set(said(book)), "the first sheet says what each colour's word means"


def test_the_codebook_has_every_column_and_every_code(book: Any) -> None:
    rows = shown(book, "Codebook")
    said_of = {(row["table"], row["column"], row["code"]): row for row in rows}
    assert len(said_of) == len(rows)
    codes = 0
    for table in dataset("own").tables:
        for column in table.columns:
            row = said_of.pop((table.name, column.name, None))
            assert row["meaning"].startswith(" ".join(column.about.split(" ")))
            assert (row["kind"], row["unit"]) == (KINDS[column.kind], column.unit or None)
            for code, meaning in column.codes.items():
                assert said_of.pop((table.name, column.name, code))["meaning"] == " ".join(meaning.split())
                codes += 1
    assert not said_of
    assert codes > 100


def test_properties_and_two_runs_with_the_same_bytes(
    book: Any, exports: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    first = exports("own") / "torparse.xlsx"
    again = export(dataset("own"), tmp_path, "xlsx") / "torparse.xlsx"
    assert again.read_bytes() == first.read_bytes()
    with zipfile.ZipFile(first) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    found = book.properties
    assert (found.title, found.language) == ("Clauses of terms of reference", "en-GB")
    assert found.created == datetime(AS_OF.year, AS_OF.month, AS_OF.day)
    assert not found.creator


def test_text_is_never_taken_for_a_formula(tmp_path: Path) -> None:
    starts = "=+-@"
    names = {start: f'{start}HYPERLINK("https://example.org","x")' for start in starts}
    clauses = [("quorum", {"count": 3}, f"{start}1+1", "stated", name) for start, name in names.items()]
    text = "".join(f"{start}1+1 members\n" for start in starts)
    book = made(tmp_path, record(text, clauses, bodies=[Body(name) for name in names.values()]))
    found = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if str(cell.value).startswith((*starts,))
    ]
    assert {*names.values(), *text.splitlines()} <= {cell.value for cell in found}
    for cell in found:
        assert cell.hyperlink is None
        assert (cell.data_type, cell.quotePrefix) == ("s", True), (cell.parent.title, cell.coordinate)


def test_what_excel_cannot_hold_is_cut_and_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_ROWS", 40)
    long = f"{'three' * 40}😀 " * 170
    book = made(tmp_path, record(f"Quorum {long}\n", [("quorum", {"count": 3}, "Quorum")]))
    (row,) = shown(book, "clauses")
    assert row["quote"].endswith(" […]")
    assert len(row["quote"].encode("utf-16-le")) // 2 <= texts.MAX_TEXT
    assert len(shown(book, "cells")) == 40
    lines = "\n".join(f"{topic} {words}" for topic, words in book["Read me"].iter_rows(values_only=True))
    assert "1 text of clauses had more than the 32,767 characters" in lines
    assert "5 rows of cells are beyond what an Excel sheet holds; --to csv writes every row." in lines
    assert "1 row of clauses had more lines than Excel shows" in lines


def test_names_of_sheets_fit_and_differ() -> None:
    long = "a_clause_type_of_somebody_s_own_"
    assert sheet_names(["clauses", "Clauses", "codebook", "history", f"{long}a", f"{long}b"]) == [
        "clauses", "Clauses_2", "codebook_2", "history_2", long[:31], f"{long[:29]}_2",
    ]  # fmt: skip
    assert max(map(len, sheet_names([long, long, long]))) == 31


def test_contacts_are_covered_unless_asked_for(tmp_path: Path) -> None:
    chair = record(
        "Chair: Jo Bloggs, elected, tel 01632 960123.\n", [("chair_appointment", {"role": "chair"}, "Chair")],
        warnings=["ask jo@example.org"],
    )  # fmt: skip
    seen = {}
    for open_ in (False, True):
        out = export(Dataset([chair], Choices(AS_OF, load(), open_)), tmp_path / str(open_), "xlsx")
        book = book_of(out)
        seen[open_] = "\n".join(str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c)
    people = ("Jo Bloggs", "01632 960123", "jo@example.org")
    assert [name for name in people if name in seen[False]] == []
    assert [name for name in people if name in seen[True]] == list(people)
    assert "covered with █" in seen[False]
    assert "Take care whom you send this to" in seen[True]


def test_pandas_reads_numbers_and_truth_as_such(exports: Callable[[str], Path]) -> None:
    import pandas as pd

    frames = pd.read_excel(exports("own") / "torparse.xlsx", sheet_name=["clauses", "bodies", "documents"])
    assert frames["clauses"].confidence.between(0, 1).all()
    assert frames["bodies"].main.dtype == bool
    assert frames["documents"].characters.dtype.kind == "i"


def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    program = _libreoffice.program()
    require("libreoffice", bool(program), "LibreOffice is not installed")
    book = made(tmp_path, record("=Three of the board make a quorum.\n", [("quorum", {"count": 3}, "Three")]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "again",
         "torparse.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    require("calc", "could not be loaded" not in done.stdout + done.stderr, "LibreOffice has no Calc")
    # LibreOffice keeps truth as a formula beside its value
    again = openpyxl.load_workbook(tmp_path / "again" / "torparse.xlsx", data_only=True)
    assert again.sheetnames == book.sheetnames
    for name in book.sheetnames[1:]:
        assert shown(again, name) == shown(book, name), name
