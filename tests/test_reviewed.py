"""What people said of a record, in every output: shown with who, when and why, and counted as they say."""

from __future__ import annotations

import csv
import io
import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html

from gold_records import seed
from made_documents import record_of
from reviewed_records import ADA, corrected, forum, judged, reviewed_forum
from torparse.benchmarks.choices import coverage
from torparse.benchmarks.distribution import benchmark
from torparse.benchmarks.measures import MEASURES
from torparse.check import check
from torparse.check_forms import checklist_text, overview
from torparse.check_text import details_text, overview_text
from torparse.checklists import load
from torparse.commands import _found
from torparse.commenting.remarks import remarks
from torparse.compare import compare
from torparse.consistency import notes
from torparse.diff.comparing import SAME_TEXT, compared
from torparse.examples.gathering import gathered
from torparse.examples.topics import topic_of
from torparse.likeness.provisions import sayings
from torparse.likeness.wordings import Reader
from torparse.masking import Mask
from torparse.model import (
    Completeness,
    Finding,
    Judgement,
    Record,
    Source,
    Standing,
    Status,
)
from torparse.provisions import PROVISIONS
from torparse.report import checklist_texts, checklist_words, write_report
from torparse.report.checklist_views import counted
from torparse.report.palette import STATUS_COLOURS
from torparse.report.summary import gaps
from torparse.report.views import Views
from torparse.reviews import clause_said, finding_said
from torparse.suggest_views import offers_of

AS_OF = date(2026, 11, 29)
BOARD = "Worcestershire Partnership Board"
WORC = "worcestershire-partnership-txt--worcestershire-partnership-board"
NOT_NEEDED = "Not needed (Ada Fenn, 29 November 2026): The council names a deputy."


def cell_of(record: Record, provision: str) -> Any:
    matrix = compare([record])
    return matrix.cell(matrix.columns[0].id, provision)


def finding_of(record: Record, item: str) -> Finding:
    return next(f for f in check(record, load()) if f.item == item)


def written(records: Sequence[Record], out: Path) -> dict[str, str]:
    files = write_report(records, out, as_of=AS_OF)
    return {f.name: f.read_bytes().decode("utf-8", errors="replace") for f in files}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def table(page: html.HtmlElement, caption: str) -> list[list[str]]:
    rows = page.xpath(f"//caption[@id='{caption}']/parent::table/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


# --- cells --------------------------------------------------------------------------------------------------------


def test_a_cell_that_is_not_needed_keeps_its_status() -> None:
    cell = cell_of(judged(forum(), "P09"), "P09")
    assert (cell.status, cell.code, cell.source) == (Status.ABSENT, "not_needed", Source.CORRECTED)
    assert cell.judged is not None
    assert cell.judged.review == ADA
    plain = cell_of(forum(), "P09")
    assert (plain.code, plain.source, plain.judged) == ("absent", Source.MACHINE, None)


def test_a_verdict_is_on_its_own_body_and_row_and_on_no_clause() -> None:
    assert cell_of(judged(forum(), "P09", body="Another Forum"), "P09").judged is None
    assert cell_of(judged(forum(), "P09"), "P10").judged is None
    # where the terms say it, what they say is shown
    cell = cell_of(judged(forum(), "P13"), "P13")
    assert (cell.code, cell.not_needed) == ("stated", False)


def test_who_says_so_of_a_cell() -> None:
    made = reviewed_forum()
    sources = {p: cell_of(made, p).source for p in ("P13", "P08", "P11", "P09", "P26", "P23")}
    assert sources == {
        "P13": Source.CORRECTED, "P08": Source.CONFIRMED, "P11": Source.MACHINE, "P09": Source.CORRECTED,
        "P26": Source.CONFIRMED, "P23": Source.CORRECTED,
    }  # fmt: skip
    assert cell_of(made, "P26").code == "absent"


@pytest.mark.parametrize(
    ("type_name", "said"),
    [
        ("quorum", "Corrected by Ada Fenn on 29 November 2026"),
        ("chair_appointment", "Checked by Bo Quill on 28 November 2026"),
        ("attendance", "Added by Bo Quill on 28 November 2026"),
        ("minutes", ""),
    ],
)
def test_who_did_what_with_a_clause(type_name: str, said: str) -> None:
    assert clause_said(next(c for c in reviewed_forum().clauses if c.type == type_name)) == said


# --- counts -------------------------------------------------------------------------------------------------------


def test_what_is_not_needed_is_neither_there_nor_lacking() -> None:
    other = forum("other.txt", "Wendover Forum")
    before, after = (compare([one, other]) for one in (forum(), judged(forum(), "P09", "P20")))
    lacking = [{id_: (n, of) for id_, _, n, of in gaps(matrix)} for matrix in (before, after)]
    assert [one["P09"] for one in lacking] == [(2, 2), (1, 1)]
    assert [one["P10"] for one in lacking] == [(2, 2), (2, 2)]
    row = next(one for one in coverage(after) if one.provision.id == "P09")
    assert (dict(row.counts), row.assessable) == ({"absent": 1, "not_needed": 1}, 1)
    measure = next(m for m in MEASURES if m.id == "papers_sent")
    made = benchmark(measure, [measure.reading(after, column) for column in after.columns])
    assert (made.counts["not_needed"], made.counts["absent"], made.assessable) == (1, 1, 1)


def test_two_bodies_are_not_unlike_for_what_one_does_not_need() -> None:
    records = [judged(forum(), "P09"), forum("other.txt", "Wendover Forum")]
    told = {provision.id: said for provision, said in sayings(compare(records), Reader(records))}
    assert [one.judged for one in told["P09"]] == [False, True]


def test_a_document_is_not_silent_on_what_it_does_not_need() -> None:
    topic = topic_of("P09")
    assert gathered([forum()], topic, limit=3).silent == ("forum.txt",)
    assert gathered([judged(forum(), "P09")], topic, limit=3).silent == ()


# --- the checklist ------------------------------------------------------------------------------------------------


def test_an_item_that_is_not_needed_is_no_gap() -> None:
    before, after = finding_of(forum(), "G17"), finding_of(judged(forum(), "P09"), "G17")
    assert (before.code, before.not_needed) == ("not_met", None)
    assert (after.code, after.judgement, after.not_needed) == ("not_needed", Judgement.NOT_MET, ADA)
    assert (after.missing, after.met_by) == ((), "")
    assert finding_said(after, str).startswith(
        "Ada Fenn said so on 29 November 2026: The council names a deputy. The terms do not say"
    )


def test_a_part_that_is_not_needed_is_not_missing() -> None:
    before, after = finding_of(forum(), "G03"), finding_of(judged(forum(), "P09"), "G03")
    spared = {label for label, _ in after.spared}
    assert set(before.missing) - set(after.missing) == spared
    assert len(spared) == 3
    assert all("vice-chair" in label for label in spared)
    assert after.missing == ("how long the chair serves",)
    assert "vice-chair" not in after.reason + after.met_by
    assert finding_said(after, str).endswith(
        "Not needed (Ada Fenn, 29 November 2026): how or from whom the vice-chair is chosen, who chooses the "
        "vice-chair and how long the vice-chair serves. Note: The council names a deputy."
    )


def test_an_item_is_met_by_what_is_left_of_it() -> None:
    term = corrected(forum(), "chair_appointment", role="chair", method="elected", by="members", term="P2Y")
    made = judged(term, "P09")
    finding = finding_of(made, "G03")
    assert (finding.code, finding.missing) == ("met", ())
    assert finding_of(replace(made, judged=()), "G03").code == "partly"
    assert finding.reviewed == ("Corrected by Ada Fenn on 29 November 2026",)
    assert finding_said(finding, str).endswith("Note: The council names a deputy. Corrected by Ada Fenn on 29 November "
                                               "2026.")  # fmt: skip


@pytest.mark.parametrize(
    ("provisions", "item", "code"),
    [
        (("P18",), "S03", "not_met"),  # without a casting vote there may still be a way out
        (("P14", "P15", "P16", "P17", "P18"), "G04", "not_needed"),
        (("P14",), "G04", "not_met"),
        (("P20",), "S02", "not_met"),  # notice of meetings would do as well
        (("P20", "P21"), "S02", "not_needed"),
        (("P32",), "G11", "not_needed"),
        (("P29",), "G12", "not_needed"),  # confidentiality has no row, so nobody can judge it
        (("P10",), "S05", "not_needed"),
        (("P13",), "S01", "partly"),  # the terms say it: then it is judged as ever
        (("P36",), "G38", "not_met"),  # an item of the text alone is about no row
    ],
)
def test_which_items_a_verdict_is_about(provisions: tuple[str, ...], item: str, code: str) -> None:
    found = finding_of(judged(forum(), *provisions), item)
    assert found.code == code


def test_the_exit_code_counts_no_gap_that_is_not_needed() -> None:
    checklist = load()
    gap = next(f for f in check(forum(), checklist) if f.item == "G11")
    assert _found(checklist, [gap]) == 1
    spared = next(f for f in check(judged(forum(), "P32"), checklist) if f.item == "G11")
    assert _found(checklist, [spared]) == 0


def test_every_form_of_a_checklist_says_what_is_to_be_settled() -> None:
    import docx

    text = "Ada Fenn corrected the quorum, whose words are no longer there."
    made, checklist = replace(forum(), conflicts=(text,)), load()
    said = f"To be settled, as the document has changed since: {text}"
    options = Namespace(form="text", output=None, comments=None, include_contacts=False)
    screen = overview(made, checklist, check(made, checklist), AS_OF, options)
    assert said in " ".join(screen.split())
    for suffix in ("html", "md"):
        ((_, page),) = checklist_texts(made, suffix, as_of=AS_OF)
        assert said in page
        ((_, other),) = checklist_texts(forum(), suffix, as_of=AS_OF)
        assert "To be settled" not in other
    ((_, word),) = checklist_words(made, as_of=AS_OF)
    assert said in [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]


def test_the_terminal_and_the_json_say_who_and_why() -> None:
    made, checklist = judged(forum(), "P09"), load()
    findings = check(made, checklist)
    details = " ".join(details_text(checklist, findings, Mask()).split())
    assert "Not needed G17 A vice-chair deputises for the chair and supports the chair." in details
    assert "Ada Fenn said so on 29 November 2026: The council names a deputy." in details
    assert "1 not needed" in overview_text("forum.txt", checklist, findings, (), (), Mask())
    options = Namespace(form="json", output=None, include_contacts=False)
    data = json.loads(checklist_text(made, (), checklist, findings, AS_OF, options))
    rows = {row["item"]: row for row in data["findings"]}
    said = {"by": "Ada Fenn", "on": "2026-11-29T17:05:00Z", "note": "The council names a deputy."}
    assert rows["G17"]["not_needed"] == said
    assert rows["G17"]["judgement"] == "not_met"
    assert rows["G03"]["parts_not_needed"][0] == {"part": "how or from whom the vice-chair is chosen", **said}
    assert (rows["S04"]["not_needed"], rows["S04"]["parts_not_needed"], rows["S04"]["reviewed"]) == (None, [], [])


def test_no_comment_and_no_wording_for_what_is_not_needed() -> None:
    checklist = load()
    for made, expected in ((forum(), True), (judged(forum(), "P32"), False)):
        findings = check(made, checklist)
        said = [remark.head for remark in remarks(made, checklist, findings, AS_OF, praise=True, core_only=False)]
        assert any(head.startswith("[G11") for head in said) is expected
        offers = offers_of(made, made.bodies, checklist, findings, Mask())
        assert any(offer.item.id == "G11" for offer in offers[0].offers) is expected


# --- pages and tables ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def forum_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return written([reviewed_forum(), forum("other.txt", "Wendover Forum")], tmp_path_factory.mktemp("forum"))


def test_the_list_of_corrections(forum_files: dict[str, str]) -> None:
    page = html.fromstring(forum_files["comparison.html"])
    rows = table(page, "corrections-caption")
    assert [row[3:7] for row in rows] == [
        ["Corrected", "Stated: 5 present", "Stated: 7 present", "Ada Fenn"],
        ["Checked", "Stated: Elected by Members", "Stated: Elected by Members", "Bo Quill"],
        ["Added", "Nothing", rows[2][5], "Bo Quill"],
        ["Not a clause", rows[3][4], "Not a clause", "Ada Fenn"],
        ["Not needed", "Absent", "Not needed", "Ada Fenn"],
        ["Absent, checked", "Absent", "Absent", "Bo Quill"],
    ]
    assert rows[4][:3] == ["forum.txt", "Ambleford Forum", "How the vice-chair is chosen"]
    assert rows[4][7:] == ["29 November 2026", "The council names a deputy."]
    csv_rows = rows_of(forum_files["corrections.csv"])
    assert [row["what"] for row in csv_rows] == ["Conflict", *(row[3] for row in rows)]
    assert csv_rows[0]["review_note"] == "Bo Quill's note on the minutes is on words that are gone."
    assert csv_rows[1]["reviewed_on"] == "2026-11-29T17:05:00Z"


def test_a_conflict_stands_at_the_top_with_what_to_do(forum_files: dict[str, str]) -> None:
    page = html.fromstring(forum_files["comparison.html"])
    (box,) = page.xpath("//section[@class='conflicts']")
    assert "words that are gone" in box.text_content()
    assert "torparse review" in box.text_content()
    assert box.getnext().tag == "nav"
    assert "1 thing that people said no longer fits" in page.xpath("//section[@class='summary']")[0].text_content()


def test_clauses_and_cells_say_who_looked_at_them(forum_files: dict[str, str]) -> None:
    page = html.fromstring(forum_files["comparison.html"])
    entries = {a.get("data-type"): a for a in page.xpath("//article[@class='clause']") if a.get("data-source")}
    assert {name: a.get("data-source") for name, a in entries.items()} == {
        "Quorum": "corrected", "Chair appointment": "confirmed", "Attendance": "corrected",
    }  # fmt: skip
    assert [p.text for p in entries["Quorum"].xpath("p[@class='people']")] == [
        "Corrected by Ada Fenn on 29 November 2026.",
        "torparse had: Stated: 5 present.",
        "Note by Ada Fenn: The council names a deputy.",
    ]
    assert [p.text for p in entries["Attendance"].xpath("p[@class='people']")] == [
        "Added by Bo Quill on 28 November 2026.",
        "torparse had not found it.",
    ]
    (cell,) = page.xpath("//table[@data-matrix='map']//tr[@data-p='P13']/td[contains(@class, 'people-')]")
    assert (cell.get("class"), cell.text_content()) == ("stated people-corrected", "Stated, corrected")
    (cell,) = page.xpath("//table[@data-matrix='map']//tr[@data-p='P26']/td[contains(@class, 'people-')]")
    assert (cell.get("class"), cell.text_content()) == ("absent people-confirmed", "Absent, checked")
    assert {o.get("value") for o in page.xpath("//select[@id='clause-source']/option")} == {
        "", "corrected", "confirmed", "machine",
    }  # fmt: skip
    links = [h[1:] for h in page.xpath("//a/@href") if h.startswith("#")]
    assert set(links) <= set(page.xpath("//@id"))


def test_clauses_csv_has_the_machine_s_value_beside(forum_files: dict[str, str]) -> None:
    rows = {row["type"]: row for row in rows_of(forum_files["clauses.csv"]) if row["document"] == "forum.txt"}
    names = ("source", "value", "machine_value", "reviewed_by", "reviewed_on", "review_note")
    assert [rows["quorum"][name] for name in names] == [
        "corrected", "7 present", "Stated: 5 present", ADA.by, ADA.on, ADA.note,
    ]  # fmt: skip
    assert [rows["chair_appointment"][n] for n in names[2:]] == ["", "Bo Quill", "2026-11-28T09:00:00Z", ""]
    assert [rows["minutes"][n] for n in ("source", *names[2:])] == ["machine", "", "", "", ""]
    assert "risk" not in rows


def test_a_note_is_masked_and_a_reviewer_is_not(tmp_path: Path) -> None:
    ring = replace(ADA, note="Ring 01632 960123 before you change it.")
    files = written([corrected(judged(forum(), "P09", review=ring), "quorum", ring, count=7)], tmp_path)
    for name, text in files.items():
        assert "01632" not in text, name
    assert "Ada Fenn" in files["clauses.csv"]
    assert "Ring ████████████" in files["matrix.csv"]


def test_undone_corrections_leave_no_file_behind(tmp_path: Path) -> None:
    assert "corrections.csv" in written([judged(forum(), "P09")], tmp_path)
    assert "corrections.csv" not in written([forum()], tmp_path)
    assert not (tmp_path / "corrections.csv").exists()


def test_a_report_that_nobody_looked_at_says_nothing_of_it(tmp_path: Path) -> None:
    files = written([forum()], tmp_path)
    for name in ("comparison.html", "matrix.csv", "checklist-forum-txt--ambleford-forum.html", "run.json"):
        for word in ("not_needed", "Not needed", "Corrected", "reviewed.css", 'class="people"'):
            assert word not in files[name].partition("<script>")[0], (name, word)
    book = openpyxl.load_workbook(tmp_path / "comparison.xlsx")
    assert "Corrections" not in book.sheetnames
    assert "not_needed" not in [cell.value for cell in book["Bodies"][1]]


def test_colours_of_what_is_not_needed_can_be_read() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(p * w for p, w in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    back, ink = (luminance(colour) for colour in STATUS_COLOURS["not_needed"])
    assert (max(back, ink) + 0.05) / (min(back, ink) + 0.05) >= 4.5
    assert len(set(STATUS_COLOURS.values())) == len(STATUS_COLOURS)


# --- the seed -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def board(shared: Path) -> Record:
    return judged(seed(shared, "worcestershire"), "P09", body=BOARD)


@pytest.fixture(scope="module")
def board_files(board: Record, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    out = tmp_path_factory.mktemp("board")
    return out, written([board], out)


def test_the_board_s_vice_chair_in_heatmap_and_table(board_files: tuple[Path, dict[str, str]]) -> None:
    page = html.fromstring(board_files[1]["comparison.html"])
    (cell,) = page.xpath("//table[@data-matrix='map']//td[contains(@class, 'not_needed')]")
    assert cell.getparent().get("data-p") == "P09"
    assert cell.text_content() == "Not needed"
    target = cell.xpath("a/@href")[0].removeprefix("#")
    row = page.get_element_by_id(target).text_content()
    assert "Ada Fenn" in row
    assert "29 November 2026" in row
    assert "The council names a deputy." in row
    (full,) = page.xpath("//table[@data-matrix='full']//td[span[contains(@class, 'not_needed')]]")
    assert "Ada Fenn, 29 November 2026: The council names a deputy." in full.text_content()
    # one of two supplied bodies needs it, and has it
    assert page.xpath("//table[@data-matrix='map']//tr[@data-p='P09']/td[@class='number']")[0].text == "1 of 1"
    assert page.xpath("//dl[@class='key']//span[contains(@class, 'not_needed')]")


def test_the_board_s_vice_chair_in_excel_and_csv(board_files: tuple[Path, dict[str, str]]) -> None:
    out, files = board_files
    row = next(row for row in rows_of(files["matrix.csv"]) if row["provision_id"] == "P09")
    assert row[f"{BOARD} (worcestershire-partnership.txt)"] == NOT_NEEDED
    (said,) = rows_of(files["corrections.csv"])
    assert (said["body"], said["about"], said["machine_value"], said["value"], said["reviewed_by"]) == (
        BOARD, "How the vice-chair is chosen", "Absent", "Not needed", "Ada Fenn",
    )  # fmt: skip
    book = openpyxl.load_workbook(out / "comparison.xlsx")
    (cell,) = [c for row in book["Matrix"].iter_rows() for c in row if str(c.value).startswith("Not needed")]
    assert cell.value == NOT_NEEDED
    assert cell.fill.fgColor.rgb == f"FF{STATUS_COLOURS['not_needed'][0]}"
    sheet = [[cell.value for cell in row] for row in book["Corrections"].iter_rows()]
    assert sheet[1] == [said[name] for name in sheet[0]]
    head, *bodies = ([cell.value for cell in row] for row in book["Bodies"].iter_rows())
    assert [dict(zip(head, row, strict=True))["not_needed"] for row in bodies].count(1) == 1
    described = {(row[0].value, row[1].value) for row in book["Codebook"].iter_rows(min_row=2)}
    assert {("Corrections", name) for name in sheet[0]} <= described


def test_the_board_s_vice_chair_in_the_checklist(board_files: tuple[Path, dict[str, str]]) -> None:
    out, files = board_files
    page = html.fromstring(files[f"checklist-{WORC}.html"])
    item = page.get_element_by_id("G17").text_content()
    assert "⊘ Not needed" in item
    assert "Ada Fenn said so on 29 November 2026: The council names a deputy." in item
    assert "Next step" not in item
    assert "1 not needed, people say" in page.text_content()
    import docx

    word = docx.Document(str(out / f"checklist-{WORC}.docx"))
    cells = [cell.text for one in word.tables for row in one.rows for cell in row.cells]
    assert any("⊘ Not needed" in text and "Ada Fenn said so on 29 November 2026" in text for text in cells)
    assert "**Not needed.** Ada Fenn said so on 29 November 2026" in files[f"checklist-{WORC}.md"]


def test_the_other_bodies_of_the_seed_are_as_before(board: Record) -> None:
    before, after = compare([replace(board, judged=())]), compare([board])
    changed = [
        (a.provision, a.code, b.code) for a, b in zip(before.cells, after.cells, strict=True) if a.code != b.code
    ]
    assert changed == [("P09", "absent", "not_needed")]
    old, new = check(replace(board, judged=()), load()), check(board, load())
    differ = {(a.item, a.body) for a, b in zip(old, new, strict=True) if a != b}
    assert differ == {("G03", BOARD), ("G06", BOARD), ("G17", BOARD)}


# --- versions, contradictions -------------------------------------------------------------------------------------


def test_a_correction_between_two_versions_is_told_as_one() -> None:
    (body,) = compared(forum(), corrected(forum(), "quorum", count=7)).bodies
    (row,) = body.rows
    assert row.notes == ("Corrected by Ada Fenn on 29 November 2026 (in the new version).",)
    assert SAME_TEXT not in row.notes


def test_what_a_person_looked_at_is_sure() -> None:
    two = record_of("two.txt", "Board", [
        ("quorum", {"count": 3}, "Three members are a quorum."), ("quorum", {"count": 4}, "The quorum is four."),
    ])  # fmt: skip
    unsure = replace(two, clauses=tuple(replace(c, confidence=0.2) for c in two.clauses))
    looked = corrected(unsure, "quorum")
    kinds = [{note.kind for note in notes(record, AS_OF)} for record in (unsure, looked)]
    assert ["contradictions" in one for one in kinds] == [False, True]


def test_statuses_of_a_body_that_has_its_terms_elsewhere() -> None:
    made = forum()
    away = replace(made, bodies=(replace(made.bodies[0], standing=Standing.ELSEWHERE),), clauses=())
    cell = cell_of(judged(away, "P09"), "P09")
    assert (cell.status, cell.code, cell.completeness) == (Status.DEFERRED, "not_needed", Completeness.FULL)
    views = Views([judged(away, "P09")], compare([judged(away, "P09")]), include_contacts=False, as_of=AS_OF)
    (column,) = views.matrix.columns
    assert views.body(column).counts["not_needed"] == 1


def test_every_row_may_be_not_needed_in_every_chart_and_table(tmp_path: Path) -> None:
    others = [forum(f"{name}.txt", f"{name.title()} Forum") for name in ("arden", "brack", "corse", "dunlow")]
    rows = tuple(provision.id for provision in PROVISIONS)
    silent = replace(judged(forum(), *rows), clauses=())
    page = html.fromstring(written([silent, *others], tmp_path)["comparison.html"])
    text = " ".join(page.text_content().split())
    # a chart and a benchmark name the body apart from those that say nothing
    assert "Not needed, people say" in text
    assert "1 does not need it, a person says" in text
    counts = {row[0]: row[1:] for row in table(page, "shares-caption")}
    assert counts["Quorum"][-1] == "4"
    assert counts["Dissolution"][-2:] == ["4", "4"]


def test_items_that_are_not_needed_are_counted_apart() -> None:
    core = [item for item in load().items if item.importance == "core"][:4]
    codes = ("met", "not_met", "cannot_be_judged", "not_needed")
    assert counted(list(zip(core, codes, strict=True))) == [
        "1 of 2 core items in place or partly; 1 more cannot be judged; 1 not needed, people say."
    ]
    assert counted([(core[0], "not_needed")]) == ["None of the 1 core items is needed, people say."]
    assert counted([(core[0], "not_needed"), (core[1], "cannot_be_judged")]) == [
        "None of the 2 core items can be judged from this file; 1 not needed, people say."
    ]
