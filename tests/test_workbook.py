"""The Excel workbook: its tables, links, words and colours, its limits, and what LibreOffice makes of it."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from conftest import require
from gold_records import SEEDS, line_with, record, seed
from torparse.checklists import load
from torparse.model import Body, Kind, Record, Standing
from torparse.provisions import PROVISIONS
from torparse.readers import _libreoffice
from torparse.report import write_report
from torparse.report.palette import JUDGEMENT_COLOURS, STATUS_COLOURS
from torparse.report.words import JUDGEMENTS, STATUSES
from torparse.report.workbook import comparison, contents, texts, writer

AS_OF = date(2026, 1, 31)
TEXT = """\
A third of the members of Ambleford Board make a quorum.
Papers go out seven clear days before the Board meets, which is four times a year.
Annex 5 Complaints (to be developed)
Members follow the code in Annex 2 on interests.
The Primary Care Trust sends a nurse.
The terms of Ambleford Forum are to be worked up.
The Growth Group keeps terms of its own.
Agreed on 3 March 2009. June 2016.
The Board watches its progress.
The Board reports to the council each year.
"""
SHEETS = {
    "Matrix": "Matrix", "Clauses": "Clauses", "Checklist": "Checklist", "Gaps ranked": "GapsRanked",
    "Dated references": "DatedReferences", "Placeholders": "Placeholders", "Documents": "Documents",
    "Bodies": "Bodies", "Codebook": "Codebook",
}  # fmt: skip


def _records() -> list[Record]:
    made = record(
        TEXT,
        [
            ("quorum", {"fraction": "1/3", "of": "members"}, "A third", "stated", "Ambleford Board"),
            ("notice", {"subject": "papers", "period": "P7D", "day_kind": "clear"}, "Papers go", "stated", None),
            ("notice", {"subject": "dissolution", "period": "P2W"}, "Papers go", "stated", None),
            ("meeting_frequency", {"per_year": 4, "bound": "exact"}, "Papers go", "stated", "Ambleford Board"),
            ("complaints", {}, "Annex 5", "placeholder"),
            ("interests", {}, "Annex 2", "deferred"),
            ("chair_appointment", {"role": "chair", "method": "elected"}, "Forum", "stated", "Ambleford Forum"),
            ("reporting", {"to": ["council"]}, "reports to", "stated", "Ambleford Board"),
            ("performance", {}, "progress", "stated", "Ambleford Board"),
            ("document_facts", {"agreed": "2009-03-03", "date": "2016-06"}, "Agreed on"),
        ],
        bodies=[Body("Ambleford Board", main=True), Body("Ambleford Forum"), Body("Growth Group")],
        name="ambleford.txt",
    )
    run = {words: line_with(made.document, words) for words in ("Forum", "Growth")}
    others = (
        Body("Ambleford Forum", Standing.UNWRITTEN, pointer=run["Forum"]),
        Body("Growth Group", Standing.ELSEWHERE, pointer=run["Growth"]),
    )
    report = record(
        "The terms are in Appendix A.\n", name="cover.txt", kind=Kind.COMMITTEE_REPORT,
        bodies=[Body("Wend Board", Standing.NOT_SUPPLIED, main=True)],
    )  # fmt: skip
    guide = record(
        "Good terms set a quorum.\n", [("quorum", {}, "Good", "recommended")], name="guide.txt", bodies=[],
        kind=Kind.INDUCTION_GUIDE,
    )  # fmt: skip
    return [replace(made, bodies=(made.bodies[0], *others)), report, guide]


def _write(records: list[Record], out: Path, **options: Any) -> Path:
    write_report(records, out, as_of=AS_OF, **options)
    return out / "comparison.xlsx"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _write(
        _records(), tmp_path_factory.mktemp("report"), failed=[("torn.pdf", "torn.pdf is damaged.")],
        skipped=[("list.xlsx", "a spreadsheet, not a document")],
    )  # fmt: skip


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def seeds_book(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    records = [seed(shared, name) for name in SEEDS]
    return openpyxl.load_workbook(_write(records, tmp_path_factory.mktemp("seeds")))


def _rows(book: Any, name: str) -> list[dict[str, Any]]:
    head, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _links(book: Any) -> Iterator[tuple[Any, Any]]:
    """Every cell that leads somewhere, with the cell that it leads to; fails where there is no such sheet."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    assert cell.hyperlink.target is None  # nothing leads out of the workbook
                    name, _, place = cell.hyperlink.location.rpartition("!")
                    yield cell, book[name.strip("'")][place]


def _said(book: Any) -> str:
    return "\n".join(str(cell) for row in book["Read me"].iter_rows(values_only=True) for cell in row)


def test_each_sheet_is_one_table(book: Any) -> None:
    assert book.sheetnames == ["Read me", *SHEETS]
    assert not book["Read me"].tables
    for name, table in SHEETS.items():
        sheet = book[name]
        assert list(sheet.tables) == [table]
        made = sheet.tables[table]
        assert made.ref == made.autoFilter.ref == sheet.dimensions
        assert [column.name for column in made.tableColumns] == [cell.value for cell in sheet[1]]
        row, frozen = sheet.freeze_panes[-1], sheet.freeze_panes[:-1]
        assert (row, frozen > "A") == ("2", True)


def test_no_row_is_blank_and_no_cell_merged_or_a_formula(book: Any) -> None:
    for sheet in book:
        assert not sheet.merged_cells.ranges
        for row in sheet.iter_rows():
            assert any(cell.value not in (None, "") for cell in row)
            assert all(cell.data_type != "f" for cell in row)
            assert all(cell.alignment.wrap_text for cell in row if cell.value and cell.coordinate != "A1")
            assert row[0].row == 1 or sheet.row_dimensions[row[0].row].height >= 15


def test_print_is_a4_landscape_with_the_header_on_each_page(book: Any) -> None:
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        if sheet.title != "Read me":
            assert sheet.print_title_rows == "$1:$1"
    # words stay legible: a wide sheet goes on more pages side by side, with what is frozen on each
    assert book["Gaps ranked"].page_setup.fitToWidth in (None, 1)
    assert book["Clauses"].page_setup.fitToWidth == 3
    assert book["Clauses"].print_title_cols == "$A:$D"


def test_a_status_is_a_word_on_its_colour(book: Any) -> None:
    rows = {row[1].value: row for row in book["Matrix"].iter_rows(min_row=2)}
    head = [cell.value for cell in book["Matrix"][1]]
    at = {name: head.index(name) for name in head}
    board, forum, group, wend = (
        at[name] for name in (
            "Ambleford Board (ambleford.txt)", "Ambleford Forum (ambleford.txt)", "Growth Group (ambleford.txt)",
            "Wend Board (cover.txt)",
        )
    )  # fmt: skip
    assert rows["Quorum"][board].value == "Stated: At least one third of members"
    assert rows["Complaints"][board].value == "Placeholder: Annex 5, to be developed"
    assert rows["Declarations of interest"][board].value == "Deferred: Annex 2, not supplied"
    assert rows["Induction and training"][board].value == "Absent"
    assert rows["Quorum"][forum].value == "Placeholder: To be worked up"
    assert rows["Quorum"][group].value == "Deferred: In its own terms, not supplied"
    assert rows["Quorum"][wend].value == "Not assessable"
    words = {word: code for code, (word, _) in STATUSES.items()}
    seen = set()
    for row in rows.values():
        for cell in row[3::2]:
            code = words[cell.value.partition(":")[0]]
            seen.add(code)
            _has_colours(cell, *STATUS_COLOURS[code])
            assert (cell.fill.patternType == "lightUp") is (code == "not_assessable")
            assert cell.border.left.style == ("dotted" if code == "placeholder" else "thin")
    assert seen == set(STATUS_COLOURS) - {"not_needed"}
    marks = {word: code for code, (word, _) in JUDGEMENTS.items()}
    for row in book["Checklist"].iter_rows(min_row=2):
        _has_colours(row[5], *JUDGEMENT_COLOURS[marks[row[5].value]])


def _has_colours(cell: Any, back: str, ink: str) -> None:
    behind = cell.fill.bgColor if cell.fill.patternType == "lightUp" else cell.fill.fgColor
    assert (behind.rgb, cell.font.color.rgb) == (f"FF{back}", f"FF{ink}")


def test_words_are_legible_on_every_colour() -> None:
    pairs = [*STATUS_COLOURS.values(), *JUDGEMENT_COLOURS.values(), ("A6A6A6", "000000")]  # the last is the hatching
    for back, ink in pairs:
        light, dark = sorted((_luminance(back), _luminance(ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (back, ink)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["book", "seeds_book"])
def test_links_lead_to_the_right_clause_and_back(name: str, request: pytest.FixtureRequest) -> None:
    book = request.getfixturevalue(name)
    rows = _rows(book, "Clauses")
    sheet, there, back = book["Matrix"], 0, 0
    for cell, target in _links(book):
        assert target.value not in (None, "")
        if cell.parent.title == "Matrix" and target.parent.title == "Clauses":
            there += 1
            body = sheet.cell(1, cell.column - 1).value
            row = rows[target.row - 2]
            assert target.value == row["quote"]
            assert sheet.cell(cell.row, 1).value in row["provision_id"].split(" | ")
            assert body.endswith(f"({row['document']})")
            assert row["body"] in ("Whole document", body.removesuffix(f" ({row['document']})"))
            assert sheet.cell(cell.row, cell.column - 1).value.startswith(row["status"])
            # and it is the first of them
            before = [r for r in rows[: target.row - 2] if _fills(r, row, sheet.cell(cell.row, 1).value, body)]
            assert not before
        if cell.parent.title == "Clauses":
            back += 1
            assert target.parent.title == "Matrix"
            assert sheet.cell(target.row, 1).value in cell.value.split(" | ")
            row = rows[cell.row - 2]
            assert sheet.cell(1, target.column).value.endswith(f"({row['document']})")
            assert row["body"] == "Whole document" or sheet.cell(1, target.column).value.startswith(row["body"])
    values = [cell for row in sheet.iter_rows(min_row=2) for cell in row[3::2]]
    behind = [sheet.cell(cell.row, cell.column + 1) for cell in values]
    silent = [cell.value in ("Absent", "Not assessable") for cell in values]
    assert [cell.hyperlink is None for cell in behind] == silent
    assert there > 5
    # a guide's clauses, and those that fill no row of the matrix, have no way back
    guides = {r["document"] for r in _rows(book, "Documents") if r["bodies"] == 0}
    assert back == sum(bool(r["provision_id"]) and r["document"] not in guides for r in rows)


def _fills(row: dict[str, Any], found: dict[str, Any], provision: str, body: str) -> bool:
    """Whether a row of the clauses stands behind the same cell of the matrix, by what the sheets show."""
    alike = row["document"] == found["document"] and row["status"] == found["status"]
    mine = row["body"] == "Whole document" or body.startswith(f"{row['body']} (")
    return alike and mine and provision in (row["provision_id"] or "").split(" | ")


def test_a_body_whose_terms_are_not_here_leads_to_its_row(book: Any) -> None:
    found = {
        (book["Matrix"].cell(1, cell.column - 1).value, target.value) for cell, target in _links(book)
        if cell.parent.title == "Matrix" and target.parent.title == "Bodies"
    }  # fmt: skip
    assert found == {
        ("Ambleford Forum (ambleford.txt)", "Ambleford Forum"), ("Growth Group (ambleford.txt)", "Growth Group"),
    }  # fmt: skip
    rows = {row["body"]: row for row in _rows(book, "Bodies")}
    assert rows["Growth Group"]["standing"] == "Terms in another document, not supplied"
    assert rows["Growth Group"]["pointer"] == "The Growth Group keeps terms of its own."
    assert rows["Growth Group"]["where"] == "line 7"
    assert (rows["Ambleford Board"]["stated"], rows["Ambleford Board"]["placeholder"]) == (5, 1)
    assert sum(rows["Wend Board"][code] for code in STATUSES) == len(PROVISIONS)


def test_the_clauses_are_those_of_the_csv_file(path: Path, book: Any) -> None:
    text = (path.parent / "clauses.csv").read_text("utf-8-sig")
    plain = list(csv.DictReader(io.StringIO(text, newline="")))
    shown = _rows(book, "Clauses")
    assert len(shown) == len(plain) == 11
    for row, other in zip(shown, plain, strict=True):
        for name, value in other.items():
            if name == "quorum_pct":
                assert row[name] == (pytest.approx(float(value) / 100, abs=1e-4) if value else None)
            elif name in ("notice_days", "meetings_a_year", "confidence", "page", "line"):
                assert row[name] == (float(value) if value else None)
            else:
                assert (row[name] or "") == (value or ("Whole document" if name == "body" else ""))
    quorum = shown[0]
    at = list(quorum).index("quorum_pct") + 1
    assert book["Clauses"].cell(2, at).number_format == "0.0%"
    notices = [(row["notice_days"], row["notice_day_kind"]) for row in shown if row["type"] == "notice"]
    assert notices == [(7, "clear"), (14, None)]


def test_gaps_are_ranked_by_the_bodies_that_lack_them(seeds_book: Any) -> None:
    rows = _rows(seeds_book, "Gaps ranked")
    lacking = [row["lacking"] for row in rows]
    assert lacking == sorted(lacking, reverse=True)
    assert rows[0]["lacking_of"] == "4 of 4"
    matrix = {row["provision_id"]: row for row in _rows(seeds_book, "Matrix")}
    supplied = {
        f"{row['body']} ({row['document']})" for row in _rows(seeds_book, "Bodies")
        if row["standing"] == "Terms in this document"
    }  # fmt: skip
    assert len(supplied) == 4
    for number, row in enumerate(rows, 1):
        bodies = {name for name in supplied if matrix[row["provision_id"]][name] == "Absent"}
        assert set(row["bodies"].split("; ")) == bodies
        assert (row["lacking"], row["assessable"], row["share"]) == (len(bodies), 4, len(bodies) / 4)
        assert row["rank"] == 1 + sum(other > row["lacking"] for other in lacking) <= number
    shown = {row["provision_id"] for row in rows}
    assert all((id_ in shown) is any(matrix[id_][n] == "Absent" for n in supplied) for id_ in matrix)


def test_the_checklist_has_every_item_of_every_body(book: Any) -> None:
    rows = _rows(book, "Checklist")
    items = {item.id: item for item in load().items}
    assert [(r["body"], r["document"]) for r in rows[:: len(items)]] == [
        ("Ambleford Board", "ambleford.txt"), ("Wend Board", "cover.txt"),
    ]  # fmt: skip
    assert len(rows) == 2 * len(items)
    board = {row["item"]: row for row in rows[: len(items)]}
    assert set(board) == set(items)
    complaints = board["G09"]
    assert (complaints["judgement"], complaints["promised"], complaints["importance"]) == ("Promised", "Yes", "core")
    assert (complaints["quote"], complaints["ref"]) == ("Annex 5 Complaints (to be developed)", "line 3")
    assert complaints["next_step"] == items["G09"].next_step
    assert complaints["body_id"] in {row["body_id"] for row in _rows(book, "Bodies")}
    quorum = board["S01"]
    assert (quorum["source"], quorum["judgement"], quorum["next_step"]) == ("Addition", "In place", None)
    assert {row["judgement"] for row in rows[len(items) :]} == {"Cannot be judged"}


def test_promises(book: Any) -> None:
    rows = _rows(book, "Placeholders")
    assert [(r["body"], r["what"], r["provision"], r["place"], r["still_to_do"], r["line"]) for r in rows] == [
        ("Whole document", "A provision", "Complaints", "Annex 5", "Annex 5, to be developed", 3),
        ("Ambleford Forum", "A body's terms", "All of its terms", None, "To be worked up", 6),
    ]
    ways = {cell.value: target.value for cell, target in _links(book) if cell.parent.title == "Placeholders"}
    assert ways == {"A provision": "Annex 5 Complaints (to be developed)", "A body's terms": "Ambleford Forum"}


def test_dates_are_dates_where_they_are_whole(book: Any) -> None:
    first, *_ = _rows(book, "Documents")
    assert (first["adopted"], first["date"]) == (datetime(2009, 3, 3), "2016-06")
    assert book["Documents"].cell(2, list(first).index("adopted") + 1).number_format == "yyyy-mm-dd"
    trust = next(row for row in _rows(book, "Dated references") if "Primary Care" in row["name"])
    assert (trust["since"], trust["issued"], trust["places"]) == (datetime(2013, 4, 1), "2016-06", 1)
    assert trust["state"] == "Already out of date when it was issued"
    # what Excel cannot show as a day stays the text it is
    from torparse.report.workbook.model import as_date

    assert [as_date(t) for t in ("1899-12-31", "2009-02-30", "2009", None, "")] == [
        "1899-12-31", "2009-02-30", "2009", None, None,
    ]  # fmt: skip


def test_files_that_were_not_read_are_named(book: Any) -> None:
    rows = {row["document"]: row for row in _rows(book, "Documents")}
    assert (rows["torn.pdf"]["read"], rows["torn.pdf"]["remarks"]) == ("Could not be read", "torn.pdf is damaged.")
    assert rows["list.xlsx"]["read"] == "Left out"
    assert (rows["guide.txt"]["bodies"], rows["ambleford.txt"]["bodies"]) == (0, 3)
    said = _said(book)
    for words in (
        "3 documents with 4 bodies compared", "torn.pdf: torn.pdf is damaged.", "1 file; the sheet Documents",
        "31 January 2026", "covered with █", "How LSPs work", "(11 rows)",
    ):  # fmt: skip
        assert words in said


@pytest.mark.parametrize("name", ["book", "seeds_book"])
def test_the_codebook_is_complete(name: str, request: pytest.FixtureRequest) -> None:
    book = request.getfixturevalue(name)
    rows = _rows(book, "Codebook")
    assert all(row["meaning"] for row in rows)
    assert len({(r["sheet"], r["column"], r["code"]) for r in rows}) == len(rows)
    described = {(r["sheet"], r["column"]) for r in rows if r["code"] is None}
    allowed: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row["code"] is not None:
            allowed.setdefault((row["sheet"], row["column"]), set()).add(row["code"])
    bodies = {f"{row['body']} ({row['document']})" for row in _rows(book, "Bodies")}
    for sheet in SHEETS:
        for at, column in enumerate(cell.value for cell in book[sheet][1]):
            if sheet == "Matrix" and at >= 3:
                assert column in bodies if at % 2 else column.startswith("where: ")
                continue
            assert (sheet, column) in described
            values = {row[column] for row in _rows(book, sheet)} - {None}
            if (sheet, column) in allowed:
                assert values <= allowed[sheet, column]
    assert {("Matrix", "(a body, its document in brackets)"), ("Matrix", "where: (the same body)")} <= described
    for sheet, column in (
        ("Clauses", "status"), ("Clauses", "type"), ("Clauses", "basis"), ("Clauses", "source"),
        ("Checklist", "item"), ("Checklist", "judgement"), ("Checklist", "importance"), ("Documents", "type"),
        ("Bodies", "standing"), ("Dated references", "state"), ("Dated references", "kind"),
        ("Matrix", "provision_id"), ("Matrix", "(a body, its document in brackets)"),
    ):  # fmt: skip
        assert allowed[sheet, column]


def test_two_runs_write_the_same_bytes(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    again = _write(
        _records()[::-1], tmp_path, failed=[("torn.pdf", "torn.pdf is damaged.")],
        skipped=[("list.xlsx", "a spreadsheet, not a document")],
    )  # fmt: skip
    assert again.read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties(book: Any) -> None:
    found = book.properties
    assert (found.title, found.language) == ("Comparison of terms of reference", "en-GB")
    assert not found.creator
    assert not found.lastModifiedBy
    assert found.created == found.modified == datetime(2026, 1, 31)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_text_is_never_taken_for_a_formula(start: str, tmp_path: Path) -> None:
    name = f'{start}HYPERLINK("https://example.org","x")'
    made = record(
        f"{start}1+1 members\nThree\n", [("quorum", {"count": 3}, "1+1", "stated", name)], bodies=[Body(name)]
    )
    book = openpyxl.load_workbook(_write([made], tmp_path, failed=[(f"{start}a", f"{start}b")]))
    clauses = book["Clauses"]
    (body,) = (cell for cell in clauses[2] if str(cell.value).strip().startswith(name.strip()))
    assert (body.data_type, body.quotePrefix) == ("s", True)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or cell.hyperlink.target is None
                # the header of a table is on one line, so that a tab or a line end before it goes
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "\t")):
                    assert cell.quotePrefix, (sheet.title, cell.coordinate)


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    text = "<r><t>Three</t></r>\nFour\x0c & \x07 <b> _x0041_ are enough.\n"
    made = record(text, [("quorum", {"count": 3}, "Three"), ("quorum", {"count": 4}, "Four")])
    quotes = [row["quote"] for row in _rows(openpyxl.load_workbook(_write([made], tmp_path)), "Clauses")]
    assert quotes[0] == "<r><t>Three</t></r> "
    assert re.sub("_x005F_", "_", quotes[1]) == "Four  &   <b> _x0041_ are enough."


def test_a_text_longer_than_a_cell_is_cut_and_said_to_be(tmp_path: Path) -> None:
    many = f"{'three' * 40}😀 " * 170
    made = record(f"Quorum {many}\n", [("quorum", {"count": 3}, "Quorum")])
    book = openpyxl.load_workbook(_write([made], tmp_path))
    (row,) = _rows(book, "Clauses")
    assert row["quote"].endswith(" […]")
    assert 32_760 <= len(row["quote"].encode("utf-16-le")) // 2 <= texts.MAX_TEXT
    assert "1 text of Clauses had more than the 32,767 characters" in _said(book)


def test_rows_longer_than_excel_shows_are_said_to_be(tmp_path: Path) -> None:
    long = "Quorum " + "three of them " * 400 + "all"
    made = record(f"{long}\n", [("quorum", {"count": 3}, long)])
    short = record("Quorum three\n", [("quorum", {"count": 3}, "Quorum")])
    said = "1 row of Clauses had more lines than Excel shows in one (31)"
    assert said in _said(openpyxl.load_workbook(_write([made], tmp_path)))
    assert "more lines than Excel shows" not in _said(openpyxl.load_workbook(_write([short], tmp_path)))


def test_links_beyond_excels_number_are_left_out_and_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MAX_LINKS", 3)
    book = openpyxl.load_workbook(_write(_records(), tmp_path))
    linked = [cell for cell, _ in _links(book) if cell.parent.title == "Matrix"]
    assert len(linked) == 3
    ways = [cell for row in book["Matrix"].iter_rows(min_row=2) for cell in row[4::2] if cell.value]
    assert f"; {len(ways) - 3} more cells of Matrix have none" in _said(book)
    assert all(cell.font.underline is None for cell in ways if cell not in linked)  # and do not look like links


def test_rows_beyond_excels_number_are_left_out_and_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_ROWS", 40)
    monkeypatch.setattr(contents, "MAX_ROWS", 1)
    book = openpyxl.load_workbook(_write(_records(), tmp_path))
    assert "5 rows of Matrix are beyond" in _said(book)
    assert book["Matrix"].tables["Matrix"].ref.endswith("41")
    # a clause without a row is not led to
    links = [(cell.parent.title, target) for cell, target in _links(book)]
    assert {to.coordinate for name, to in links if to.parent.title == "Clauses" and name != "Read me"} == {"T2"}


def test_many_bodies_go_on_in_further_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "BODIES_A_SHEET", 2)
    monkeypatch.setattr(comparison, "BODIES_A_SHEET", 2)
    book = openpyxl.load_workbook(_write(_records(), tmp_path))
    assert book.sheetnames[:4] == ["Read me", "Matrix", "Matrix 2", "Clauses"]
    assert list(book["Matrix 2"].tables) == ["Matrix2"]
    heads = [[cell.value for cell in book[name][1]][3::2] for name in ("Matrix", "Matrix 2")]
    assert heads == [
        ["Ambleford Board (ambleford.txt)", "Ambleford Forum (ambleford.txt)"],
        ["Growth Group (ambleford.txt)", "Wend Board (cover.txt)"],
    ]
    for cell, target in _links(book):
        assert target.value not in (None, "")
        if cell.parent.title == "Matrix 2" and target.parent.title == "Bodies":
            assert target.value == "Growth Group"


def test_headers_differ_and_fit() -> None:
    long = "Board " * 60
    found = texts.heads(["Board", "board", "Board (2)", long, long, "two\nlines"])
    assert found[:3] == ["Board", "board (2)", "Board (2) (2)"]
    assert found[3].endswith(texts.CUT)
    assert found[4].endswith(f"{texts.CUT} (2)")
    assert max(map(len, found)) == texts.MAX_HEAD
    assert found[5] == "two lines"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("ten letter", 10, 1),
        ("one\ntwo\n", 10, 3),
        ("seven letters each seven letters each", 10, 5),
        ("a-b-c-d-e-f-g-h-i-j-k-l-m", 10, 3),  # broken at hyphens
        ("x" * 40, 10, 4),  # broken anywhere where it must be
    ],
)
def test_lines_of_wrapped_text(text: str, width: int, lines: int) -> None:
    assert texts.lines_of(text, width) == lines


def test_contacts_are_covered_unless_asked_for(tmp_path: Path) -> None:
    made = record(
        "Chair: Jo Bloggs, elected, tel 01632 960123.\n", [("chair_appointment", {"role": "chair"}, "Chair")],
        bodies=[Body("Board", Standing.SUPPLIED, main=True)], warnings=["ask jo@example.org"],
    )  # fmt: skip
    hidden = _everything(openpyxl.load_workbook(_write([made], tmp_path / "a")))
    assert not re.search("Bloggs|960123|jo@example", hidden)
    assert "█" in hidden
    shown = _everything(openpyxl.load_workbook(_write([made], tmp_path / "b", include_contacts=True)))
    assert {"Jo Bloggs", "01632 960123", "jo@example.org"} <= set(re.findall(r"Jo Bloggs|01632 \d+|jo@\S+\w", shown))
    assert "Take care whom you send this to" in shown


def _everything(book: Any) -> str:
    return "\n".join(str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c)


def test_a_table_without_a_row_says_so(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_write([], tmp_path, failed=[("a.pdf", "a.pdf: this file is empty.")]))
    assert book["Clauses"]["A2"].value == writer.NOTHING
    assert book["Clauses"].tables["Clauses"].ref == "A1:Z2"
    assert book["Matrix"].max_row == len(PROVISIONS) + 1
    assert "no row: (none found)" in _said(book)
    assert "a.pdf: this file is empty." in _said(book)


def _convert(path: Path, form: str, folder: Path) -> None:
    """What LibreOffice makes of the workbook; skips where Calc, which Debian packs apart, is not there."""
    program = _libreoffice.program()
    require("libreoffice", bool(program), "LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True, timeout=180)
    missing = "could not be loaded" in done.stdout + done.stderr and not _has_calc(folder, profile)
    require("calc", not missing, "LibreOffice has no Calc (Debian, Ubuntu: libreoffice-calc-nogui)")
    assert "Error" not in done.stderr


def _has_calc(folder: Path, profile: str) -> bool:
    """Whether LibreOffice reads a table at all."""
    (folder / "probe.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    call = [_libreoffice.program(), profile, "--headless", "--convert-to", "ods", "--outdir", str(folder), "probe.csv"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True, timeout=180)
    return (folder / "probe.ods").is_file()


def test_libreoffice_prints_it(path: Path, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    _convert(path, "pdf", tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "comparison.pdf") as pdf:
        assert {tuple(round(n * 25.4 / 72) for n in page.get_size()) for page in pdf} == {(297, 210)}
        printed = [page.get_textpage().get_text_range() for page in pdf]
    # each page bears the name of its sheet, and those of a table its header
    heads = dict.fromkeys(("Matrix", "Clauses"), "provision") | {"Checklist": "judgement", "Documents": "sha256"}
    for name in ("Read me", *SHEETS):
        pages = [page for page in printed if page.startswith(name)]
        assert pages, name
        if name != "Checklist":
            assert all(heads.get(name, "") in page for page in pages)


def test_libreoffice_reads_the_same_cells(path: Path, book: Any, tmp_path: Path) -> None:
    # 44 comma, 34 quotation mark, 76 UTF-8; numbers as they are kept, every sheet into a file of its own (-1)
    _convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", tmp_path)
    for name in SHEETS:
        text = (tmp_path / f"comparison-{name}.csv").read_text("utf-8")
        read = list(csv.reader(io.StringIO(text, newline="")))
        for row, cells in zip(book[name].iter_rows(), read, strict=True):
            for cell, other in zip(row, cells, strict=True):
                if isinstance(cell.value, float | int):
                    percent = other.endswith("%")
                    assert float(other.rstrip("%")) / (100 if percent else 1) == pytest.approx(cell.value)
                elif isinstance(cell.value, datetime):
                    assert other[:10] in (cell.value.date().isoformat(), f"{cell.value:%m/%d/%Y}")
                else:
                    assert other == (cell.value or "")
