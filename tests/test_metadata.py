"""The user's own facts: tables as spreadsheet programs really save them, and which row is about which document."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

from conftest import ROOT
from gold_records import record
from torparse import facts as facts_command
from torparse.cli import main
from torparse.errors import BadData
from torparse.metadata import Facts, hint, match, read
from torparse.model import Kind, Record

CORPUS = ROOT / "corpus"
ROWS = "file;kind of body;Region;year\na.docx;forum;North East;2015\nb.pdf;board;Côte;2020\n"


def facts(path: Path) -> list[tuple[str, dict[str, str]]]:
    return [(row.file, dict(row.facts)) for row in read(path).rows]


def saved(tmp_path: Path, data: bytes | str, name: str = "facts.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


EXPECTED = [
    ("a.docx", {"kind of body": "forum", "Region": "North East", "year": "2015"}),
    ("b.pdf", {"kind of body": "board", "Region": "Côte", "year": "2020"}),
]


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.encode("cp1252"),
        ROWS.encode("utf-16"),
        ROWS.replace(";", ",").encode(),
        ROWS.replace(";", "\t").encode(),
        ROWS.replace(";", "|").encode(),
        ROWS.replace("\n", "\r\n").encode(),
        # what Excel writes where it does not trust the reader
        ("sep=;\r\n" + ROWS.replace("\n", "\r\n")).encode(),
        # a title above the header, blank rows, spaces at the ends
        ("Our partnerships;;;\n;;;\n" + ROWS.replace("\n", "\n\n").replace("forum", "  forum ")).encode(),
        # numbers that a spreadsheet program wrote with a point
        ROWS.replace("2015", "2015.0").replace("2020", "2020.0").encode(),
        # quotation marks with the delimiter in a cell that is no fact here
        ROWS.replace("a.docx", '"a.docx"').encode(),
        # a dash is as good as nothing
        ROWS.replace("year\n", "year;note\n").replace("2015", "2015;–").encode(),
    ],
)
def test_tables_as_they_are_saved(tmp_path: Path, data: bytes) -> None:
    assert facts(saved(tmp_path, data)) == EXPECTED


def test_a_comma_in_a_cell_is_no_delimiter(tmp_path: Path) -> None:
    table = read(saved(tmp_path, 'file;area\na.txt;"Hill, Dale and Moor; west"\nb.txt;One, two, three\n'))
    assert [dict(row.facts)["area"] for row in table.rows] == ["Hill, Dale and Moor; west", "One, two, three"]


def test_only_whole_numbers_lose_their_point(tmp_path: Path) -> None:
    path = saved(tmp_path, "file,version,seats\na.txt,3.0,7.0\nb.txt,3.1,12\nc.txt,,\n")
    assert facts(path) == [
        ("a.txt", {"version": "3.0", "seats": "7"}),
        ("b.txt", {"version": "3.1", "seats": "12"}),
        ("c.txt", {}),
    ]


@pytest.mark.parametrize(
    ("header", "file"),
    [
        ("FILE,region", "a.txt"),
        ("File name,region", "a.txt"),
        ("document,region", "a.txt"),
        ("path,region", "a.txt"),
        ("region,Filename", "North"),
        # the surer name wins, wherever it stands
        ("id,file", "North"),
    ],
)
def test_the_column_that_names_the_file(tmp_path: Path, header: str, file: str) -> None:
    (row,) = read(saved(tmp_path, f"{header}\na.txt,North\n")).rows
    assert row.file == file


def test_a_spreadsheet(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "Document": ["a.docx", None, "b.pdf"],
            "Year": [2015, None, 2020],  # stored as 2015.0 for want of the middle one
            "Adopted": [datetime(2015, 3, 1), None, None],
            "Statutory": [True, None, False],
        }
    )
    path = tmp_path / "facts.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"notes": ["nothing here"]}).to_excel(book, sheet_name="Read me", index=False)
        frame.to_excel(book, sheet_name="Partnerships", index=False)
    assert facts(path) == [
        ("a.docx", {"Year": "2015", "Adopted": "2015-03-01", "Statutory": "yes"}),
        ("b.pdf", {"Year": "2020", "Statutory": "no"}),
    ]
    assert [row.number for row in read(path).rows] == [2, 4]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("facts.csv", b"", "is empty"),
        ("facts.csv", b" \n\n", "is empty"),
        ("facts.csv", b"region,year\nNorth,2015\n", "no column names the file (the first row is: region, year)"),
        ("facts.csv", b"region;year\nNorth;2015\n", "no column names the file (the first row is: region, year)"),
        ("facts.csv", b"file,region\n", "has a header and no rows"),
        ("facts.csv", b"file,region\n,North\n", "has a header and no rows"),
        ("facts.csv", b"file\na.txt\n", "no column names the file"),
        ("facts.csv", b"file,Region,region\na.txt,1,2\n", "two columns are called 'region'"),
        ("facts.csv", b"file,region\na.txt,\x00\x01\x02\n", "is not a table in text"),
        ("facts.csv", b"file,region\na.txt,\x81\x8d\n", "is not a table in text"),
        ("facts.xlsx", b"file,region\na.txt,North\n", "is not a spreadsheet that can be read"),
        ("facts.xlsx", b"PK\x03\x04 and nothing else", "is not a spreadsheet that can be read"),
        ("facts.csv", b"PK\x03\x04 and nothing else", "is not a spreadsheet that can be read"),
        (
            "facts.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "torparse does not read this kind of spreadsheet",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_one_clear_line(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = saved(tmp_path, data, name)
    with pytest.raises(BadData) as caught:
        read(path)
    line = str(caught.value)
    assert words in line
    assert line.startswith(str(path))
    assert caught.value.todo
    assert "\n" not in line
    assert caught.value.exit_code == 2


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="there is no such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(BadData, match="is a folder"):
        read(tmp_path)


def test_a_spreadsheet_cut_short_is_one_clear_line(tmp_path: Path) -> None:
    whole = io.BytesIO()
    pd.DataFrame({"file": ["a.txt"] * 50, "region": range(50)}).to_excel(whole, index=False)
    data = whole.getvalue()
    for part in range(0, len(data), 97):
        with pytest.raises(BadData):
            read(saved(tmp_path, data[:part], "facts.xlsx"))


def test_a_damaged_spreadsheet_is_read_or_one_clear_line(tmp_path: Path) -> None:
    whole = io.BytesIO()
    pd.DataFrame({"file": ["a.txt"] * 50, "region": range(50)}).to_excel(whole, index=False)
    refused = 0
    for at in range(30, len(whole.getvalue()), 151):
        data = bytearray(whole.getvalue())
        data[at : at + 3] = b"\xff\x00\x7f"
        try:
            read(saved(tmp_path, bytes(data), "facts.xlsx"))
        except BadData:
            refused += 1
    assert refused > 5


def matched(rows: str, bodies: dict[str, list[str]], tmp_path: Path, others: tuple[str, ...] = ()) -> Facts:
    return match(read(saved(tmp_path, f"file,body,region\n{rows}")), bodies, others)


@pytest.mark.parametrize(
    "name",
    ["north/a.docx", "A.DOCX", "a", "north/a", "./north/a.docx", "C:\\papers\\north\\a.docx", "papers/north/a.docx"],
)
def test_a_row_names_its_document(tmp_path: Path, name: str) -> None:
    found = matched(f"{name},,X\n", {"north/a.docx": [], "b.docx": []}, tmp_path)
    assert found.matched == ("north/a.docx",)
    assert found.of("north/a.docx", ()) == {"region": "X"}
    assert found.of("b.docx", ()) == {}


@pytest.mark.parametrize("name", ["aa.docx", "a.pdf", "south/a.docx", "h/a.docx", ".docx"])
def test_a_row_of_no_document(tmp_path: Path, name: str) -> None:
    found = matched(f"{name},,X\n", {"north/a.docx": []}, tmp_path)
    assert found.matched == ()
    assert found.remarks[0] == f"1 row names a file that is not among the documents: {name} (row 2)"


def test_a_name_that_fits_two_documents_counts_for_neither(tmp_path: Path) -> None:
    found = matched("a,,X\n", {"a.docx": [], "a.pdf": []}, tmp_path)
    assert found.matched == ()
    assert "1 row fits several documents; give the folder or the extension too: a (row 2)" in found.remarks


def test_the_whole_path_goes_before_the_end_of_one(tmp_path: Path) -> None:
    found = matched("a.docx,,X\n", {"a.docx": [], "old/a.docx": []}, tmp_path)
    assert found.matched == ("a.docx",)


def test_one_row_holds_for_all_bodies_of_its_document(tmp_path: Path) -> None:
    # the body in it may be called otherwise than in the text
    found = matched("a.docx,The Partnership,X\n", {"a.docx": ["Executive", "Forum"]}, tmp_path)
    assert found.of("a.docx", ("Executive",)) == found.of("a.docx", ("Forum",)) == {"region": "X"}
    assert found.remarks == ()


def test_several_rows_hold_for_their_bodies(tmp_path: Path) -> None:
    rows = "a.docx,executive,X\na.docx,,Y\na.docx,Assembly,Z\n"
    found = matched(rows, {"a.docx": ["Executive", "the Exec", "Forum"]}, tmp_path)
    assert found.of("a.docx", ("Executive", "the Exec")) == {"region": "X"}
    assert found.of("a.docx", ("Forum",)) == {"region": "Y"}
    assert found.remarks == ("1 row names a body that its document does not have: Assembly (row 4)",)


def test_the_first_of_two_rows_counts(tmp_path: Path) -> None:
    found = matched("a.docx,,X\nA,,Y\na.docx,,X\n", {"a.docx": []}, tmp_path)
    assert found.of("a.docx", ()) == {"region": "X"}
    assert found.remarks == (
        "1 row repeats a document with other facts; the first row counts: A (row 3)",
        "1 row repeats an earlier one: a.docx (row 4)",
    )


def test_documents_without_a_row_and_files_that_are_not_compared(tmp_path: Path) -> None:
    bodies: dict[str, list[str]] = {"a.docx": [], "b.docx": [], "c.docx": []}
    found = matched("a.docx,,X\nguide.docx,,Y\n", bodies, tmp_path, ("guide.docx",))
    assert found.remarks == ('2 of 3 documents have no row and stand under "not given": b.docx, c.docx',)


def test_long_lists_are_cut_short(tmp_path: Path) -> None:
    found = matched("".join(f"x{n}.txt,,X\n" for n in range(5)), {}, tmp_path)
    assert found.remarks == (
        "5 rows name files that are not among the documents: x0.txt (row 2), x1.txt (row 3), x2.txt (row 4) and 2 more",
    )


def test_the_projects_own_manifest() -> None:
    table = read(CORPUS / "manifest.csv")
    assert table.columns == ("id", "title", "kind_of_body", "area", "region", "year", "kind")
    found = match(table, {row.file: () for row in table.rows})
    assert found.remarks == ()
    assert found.of("saltmere-bay-lsp-governance-2007.pdf", ())["region"] == "South East"


def test_a_manifest_in_the_folder_is_named_and_not_used(tmp_path: Path) -> None:
    assert hint([CORPUS, tmp_path]).startswith(f"{CORPUS / 'manifest.csv'} is not used unless you ask: --metadata ")
    assert hint([tmp_path, CORPUS / "manifest.csv"]) == ""


def said(records: Sequence[Record], capsys: pytest.CaptureFixture[str], **options: object) -> list[str]:
    """What the command says on stderr of the facts of ``records``, of which one more could not be read."""
    names = facts_command.Names()
    for one in records:
        names.add(one)
    given = Namespace(**{"metadata": None, "paths": [CORPUS], "quiet": False, **options})
    facts = names.matched(facts_command.table_of(given), [("broken.pdf", "This file is damaged.")], given)
    assert (facts is None) is (given.metadata is None)
    return capsys.readouterr().err.splitlines()


def test_the_command_says_what_does_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "file,region\nash,North\noak.txt,South\nguide.txt,East\nbroken,West\n"
    path = saved(tmp_path, rows)
    records = [record("Terms\n", name=name) for name in ("ash.txt", "elm.txt")]
    records.append(record("Guide\n", name="guide.txt", kind=Kind.INDUCTION_GUIDE))
    assert said(records, capsys, metadata=path) == [
        f"torparse: {path}: 1 row names a file that is not among the documents: oak.txt (row 3).",
        f'torparse: {path}: 1 of 2 documents has no row and stands under "not given": elm.txt.',
    ]
    assert said(records, capsys, metadata=path, quiet=True) == []
    (line,) = said(records, capsys)
    assert line.startswith(f"torparse: {CORPUS / 'manifest.csv'} is not used unless you ask: --metadata ")
    assert said(records, capsys, quiet=True) == []


def test_a_bad_table_stops_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = saved(tmp_path, "region\nNorth\n"), tmp_path / "out"
    assert main(["report", str(CORPUS), "-o", str(out), "--metadata", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "no column names the file" in told.err
    assert not out.exists()


def test_the_command_compares_by_its_columns(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    for name, number in (("Ash", "four"), ("Elm", "six")):
        text = f"Terms of reference of the {name} Forum\n\n1. Meetings\n\nThe Forum meets {number} times a year.\n"
        (papers / f"{name.lower()}.txt").write_text(text, encoding="utf-8")
    path = saved(tmp_path, "file,region\nash,North\nelm,South\n")
    command = [sys.executable, "-m", "torparse", "report", str(papers), "-o", str(out), "--metadata", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Meetings a year, by region" in (out / "comparison.html").read_text("utf-8")
    assert json.loads((out / "run.json").read_text("utf-8"))["options"]["metadata"] == "facts.csv"
