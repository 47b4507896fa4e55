"""The report's files: what is in them, that values lead to their quotes, that contacts are hidden, that it is safe."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from gold_records import SEEDS, record, seed
from torparse.compare import compare
from torparse.errors import OutputError
from torparse.model import Body, Kind, Record, Standing
from torparse.plain_words import many
from torparse.provisions import PROVISIONS
from torparse.report import write_report
from torparse.report.pages import markdown_text
from torparse.report.summary import overdue
from torparse.report.views import Views, place
from torparse.report.words import STATUSES

AS_OF = date(2026, 1, 31)
BASINGSTOKE = "basingstoke-deane-lsp-2008-txt--lsp-board"


@pytest.fixture(scope="module")
def records(shared: Path) -> list[Record]:
    return [seed(shared, name) for name in SEEDS]


@pytest.fixture(scope="module")
def written(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return _write(records, tmp_path_factory.mktemp("report"))


def _write(records: list[Record], out: Path, **options: Any) -> dict[str, str]:
    files = write_report(records, out, as_of=AS_OF, **options)
    return {
        path.name: path.read_bytes().decode("latin-1" if path.suffix in (".docx", ".xlsx") else "utf-8")
        for path in files
    }


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_files(written: dict[str, str]) -> None:
    bodies = {n.removeprefix("checklist-").rsplit(".", 1)[0] for n in written if n.startswith("checklist-")}
    assert len(bodies) == 5
    assert {"comparison.html", "comparison.xlsx", "clauses.csv", "matrix.csv", "run.json"} < set(written)
    assert json.loads(written["run.json"])["outputs"] == list(written)


def test_two_runs_write_the_same_bytes(records: list[Record], written: dict[str, str], tmp_path: Path) -> None:
    # the order in which documents are given does not matter either
    assert _write(records[::-1], tmp_path) == written


def test_every_cell_leads_to_its_quote(written: dict[str, str]) -> None:
    page = html.fromstring(written["comparison.html"])
    ids = Counter(page.xpath("//@id"))
    assert max(ids.values()) == 1
    links = [h for h in page.xpath("//a/@href") if h.startswith("#")]
    assert {h[1:] for h in links} <= set(ids)
    cells = page.xpath("//table[contains(@class, 'matrix')]//td")
    assert len(cells) == len(PROVISIONS) * 9
    for cell in cells:
        words = " ".join(cell.text_content().split())
        silent = words.endswith(("Absent", "Not assessable"))
        targets = [h for h in cell.xpath(".//a/@href") if page.xpath(f"//*[@id='{h[1:]}']/ancestor-or-self::mark")]
        assert bool(targets) is not silent, words


def test_every_quote_is_the_documents_text(records: list[Record], tmp_path: Path) -> None:
    page = html.fromstring(_write(records, tmp_path, include_contacts=True)["comparison.html"])
    for made in records:
        section = next(
            s for s in page.xpath("//main/section[h3]") if s.xpath("string(h3)") == f"Clauses of {made.document.id}"
        )
        quotes = section.xpath(".//blockquote")
        assert len(quotes) == sum(len(c.evidence) for c in made.clauses)
        assert all(q.text_content() in made.document.text for q in quotes)


def test_the_matrix_in_words(written: dict[str, str]) -> None:
    rows = {row["provision_id"]: row for row in _table(written["matrix.csv"])}
    board = "LSP Board (basingstoke-deane-lsp-2008.txt)"
    assert rows["P27"][board] == "Placeholder: Annex 5, to be developed"
    assert rows["P13"][board] == "Stated: At least 50% of agreed partner members"
    assert rows["P28"][board] == "Absent"
    leicestershire = [
        r["Leicestershire Together Board (leicestershire-together-report-2007.txt)"] for r in rows.values()
    ]
    assert Counter(leicestershire)["Not assessable"] == len(rows) - 1


def test_the_clauses_in_long_form(records: list[Record], written: dict[str, str]) -> None:
    rows = _table(written["clauses.csv"])
    assert len(rows) == sum(len(r.clauses) for r in records)
    board = {
        row["type"]: row for row in rows if row["document"].startswith("basingstoke") and row["status"] == "Stated"
    }
    assert (board["quorum"]["quorum_pct"], board["quorum"]["provision_id"]) == ("50", "P13")
    assert (board["notice"]["notice_days"], board["notice"]["provision_id"]) == ("21", "")
    # a body of its own, and the whole document
    assert {r["body_id"] for r in rows if r["document"].startswith("daventry")} == {
        "", "daventry-lsp-2016-txt--lsp-executive", "daventry-lsp-2016-txt--health-and-wellbeing-partnership-forum",
    }  # fmt: skip
    assert all(r["quote"] and r["status"] for r in rows)
    assert {r["status"] for r in rows if r["document"].startswith("ptp")} == {"Recommended"}


def test_contacts_of_the_seeds_are_in_no_file(records: list[Record], written: dict[str, str], shared: Path) -> None:
    text = "".join(r.document.text for r in records)
    author = re.search(r"worked up by (\w+ \w+)", text)
    assert author is not None
    private = [author[1], *re.findall(r"[\w.]+@[\w.]+\w", text), *re.findall(r"\b0\d{3,4} \d{6,7}\b", text)]
    assert len(private) >= 7
    for name, content in written.items():
        assert not [p for p in private if p.lower() in content.lower()], name
    assert "█" in written["comparison.html"]


def test_contacts_are_shown_when_asked_for(tmp_path: Path) -> None:
    made = record("Chair: Jo Bloggs, elected.\n", [("chair_appointment", {"role": "chair"}, "Chair")])
    assert "Jo Bloggs" not in _write([made], tmp_path)["comparison.html"]
    shown = _write([made], tmp_path, include_contacts=True)
    assert "Jo Bloggs" in shown["comparison.html"]
    assert "Jo Bloggs" in shown["clauses.csv"]


@pytest.mark.parametrize("name", ["comparison.html", f"checklist-{BASINGSTOKE}.html"])
def test_pages_are_sound(written: dict[str, str], name: str) -> None:
    page = html.fromstring(written[name])
    assert page.get("lang") == "en-GB"
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//a[@class='skip']/@href") == [f"#{page.xpath('//main/@id')[0]}"]
    assert not page.xpath("//link | //img | //iframe | //@onclick | //@src")
    # the comparison's own script, by its hash, and the facts that it reads; nothing else runs
    scripts = page.xpath("//script[not(@type)]/text()")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert len(scripts) == (name == "comparison.html")
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert policy.endswith(f"; script-src 'sha256-{digest}'")
    assert not re.findall(r"(?:src|href|url)\W{1,3}https?:", written[name])
    assert not [t for t in page.xpath("//table") if not t.xpath("caption")]
    assert not page.xpath("//th[not(@scope)]")
    for region in page.xpath("//*[@role='region']"):
        assert region.get("tabindex") == "0"
        assert page.xpath(f"//*[@id='{region.get('aria-labelledby')}']")
    # headings go down one step at a time
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_checklist(written: dict[str, str]) -> None:
    page = html.fromstring(written[f"checklist-{BASINGSTOKE}.html"])
    assert "7 of 14 core items in place or partly." in page.text_content()
    assert "1 of 9 items that are not in the guide in place or partly." in page.text_content()
    heads = [h.text_content() for h in page.xpath("//main//h2")][2:]
    notes = "Rules that do not fit together, and leftovers (5)"
    groups = ["Core items", "Recommended items", "Items that depend on the place and the time"]
    assert heads == [notes, *groups, "Dated references (5)"]
    core = [h.text_content() for h in page.xpath("//section[@aria-labelledby='core']//h3")]
    assert core == ["Not in place (6)", "Promised (1)", "Partly (4)", "In place (3)"]
    assert len(page.xpath("//details//article")) == 7
    assert "Our additionNot in the guide" in page.xpath("//article[@id='S01']")[0].text_content()
    complaints = page.xpath("//article[@id='G09']")[0].text_content()
    assert "You have set aside Annex 5 for this. It still needs writing." in complaints
    assert "Suggested wording" in complaints
    assert "Suggested wording" not in page.xpath("//article[@id='G11']")[0].text_content()
    away = "checklist-leicestershire-together-report-2007-txt--leicestershire-together-board"
    assert "None of the 14 core items can be judged" in written[f"{away}.html"]
    # the same in Markdown
    text = written[f"checklist-{BASINGSTOKE}.md"]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == heads
    assert text.count("\n#### ") == 51


def test_sentences_of_others_stand_beside_a_gap(written: dict[str, str]) -> None:
    page = html.fromstring(written[f"checklist-{BASINGSTOKE}.html"])
    (voting,) = page.xpath("//article[@id='G04']")
    assert "How others put it" in voting.text_content()
    places = voting.xpath(".//dt[.='How others put it']/following-sibling::dd[1]//p[@class='where']/text()")
    assert places == ["daventry-lsp-2016.txt, line 91"]
    # nothing of one's own, and nothing beside what is in place
    assert "basingstoke" not in "".join(page.xpath("//p[@class='where']/text()")).lower()
    assert "How others put it" not in page.xpath("//article[@id='G11']")[0].text_content()
    assert "How others put it: “" in written[f"checklist-{BASINGSTOKE}.md"]


def test_sentences_of_others_are_masked(tmp_path: Path) -> None:
    texts = "Complaints go to Jo Bloggs, clerk, tel 01632 960123, who replies.\n", "Nothing here.\n"
    one = record(texts[0], [("complaints", {"responsible": "clerk", "steps": True}, "Complaints")], name="a.txt")
    files = _write([one, record(texts[1], name="b.txt")], tmp_path)
    (text,) = (content for name, content in files.items() if name.startswith("checklist-b") and name.endswith(".md"))
    assert "How others put it: “Complaints go to" in text
    assert "960123" not in text


def test_the_summary(written: dict[str, str]) -> None:
    summary = html.fromstring(written["comparison.html"]).xpath("//section[@class='summary']")[0].text_content()
    for words in (
        "We read 5 documents and compared 9 bodies; the terms of 4 of them",
        "leicestershire-together-report-2007.txt cannot be assessed",
        "(4 of 4 bodies whose terms we have)",
        "due on 24 November 2009",
        "ptp-induction-guide-2009.txt is guidance",
    ):
        assert words in summary


def test_nothing_of_a_document_becomes_markup(tmp_path: Path) -> None:
    nasty = "<b>Board</b> & [x](y) *"
    text = "Quorum <script>alert(1)</script> 3\n=HYPERLINK(1)\n"
    made = record(
        text,
        [("quorum", {"count": 3, "of": "<i>all</i>"}, "Quorum", "stated", nasty), ("conduct", {}, "=HYP")],
        bodies=[Body(nasty, main=True)],
        warnings=["<u>odd</u>"],
    )
    files = _write([made], tmp_path, failed=[("<s>.pdf", "<s>")], skipped=[("<q>.png", "<q>")])
    page = html.fromstring(files["comparison.html"])
    assert not page.xpath("//b | //i[not(ancestor::table)] | //u | //s | //q")
    assert {i.text_content() for i in page.xpath("//i")} <= {word for word, _ in STATUSES.values()}
    assert not [script for script in page.xpath("//script/text()") if "alert" in script]
    text = next(v for k, v in files.items() if k.endswith(".md"))
    assert "\\<b\\>Board\\</b\\> \\& \\[x\\](y) \\*" in text
    assert [r["quote"] for r in _table(files["clauses.csv"])][1] == "'=HYPERLINK(1)"
    assert "<s>.pdf" in html.fromstring(files["comparison.html"]).text_content()
    assert "<q>.png" in html.fromstring(files["comparison.html"]).text_content()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path, start: str) -> None:
    made = record(
        "Three\n", [("quorum", {"count": 3}, "Three", "stated", f"{start}Board")], bodies=[Body(f"{start}Board")]
    )
    assert _table(_write([made], tmp_path)["clauses.csv"])[0]["body"] == f"'{start}Board"


def test_many_bodies(tmp_path: Path) -> None:
    some = [
        record("Quorum: three.\n", [("quorum", {"count": 3}, "three")], name=f"{n}.txt", bodies=[Body("Board")])
        for n in range(61)
    ]
    seen: list[tuple[int, int]] = []
    files = _write(some, tmp_path, progress=lambda done, total: seen.append((done, total)))
    page = html.fromstring(files["comparison.html"])
    tables = page.xpath("//table[contains(@class, 'matrix')]")
    assert [len(t.xpath("thead//th")) - 1 for t in tables] == [6] * 10 + [1]
    assert seen[-1] == (len(files), len(files)) == (188, 188)


def test_no_records_at_all(tmp_path: Path) -> None:
    files = _write([], tmp_path, failed=[("a.pdf", "a.pdf: this file is empty.")])
    assert set(files) == {"comparison.html", "comparison.xlsx", "clauses.csv", "matrix.csv", "run.json"}
    assert "a.pdf: this file is empty." in html.fromstring(files["comparison.html"]).text_content()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot write in this folder"):
        write_report([], tmp_path / "file", as_of=AS_OF)


@pytest.mark.parametrize(
    ("next_review", "late"),
    [
        ("2026-01-30", True),
        # the day itself is not late, nor is a month that still runs, nor a year
        ("2026-01-31", False),
        ("2026-01", False),
        ("2025-12", True),
        ("2026", False),
        ("2025", True),
    ],
)
def test_overdue(next_review: str, late: bool) -> None:
    made = record("Review\n", [("review_cycle", {"next_review": next_review}, "Review")])
    views = Views([made], compare([made]), include_contacts=False, as_of=AS_OF)
    assert bool(overdue(views, AS_OF)) is late


def test_a_covering_report_is_left_out_of_the_gaps(tmp_path: Path) -> None:
    away = record("x\n", bodies=[Body("Board", Standing.NOT_SUPPLIED)], kind=Kind.COMMITTEE_REPORT)
    text = html.fromstring(_write([away], tmp_path)["comparison.html"]).text_content()
    assert "Most often absent" not in text
    assert "terms.txt cannot be assessed" in text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (markdown_text("1. a\n# b"), "1\\. a \\# b"),
        (markdown_text("- a"), "\\- a"),
        (markdown_text("> a"), "\\> a"),
        (many(1, "body", "bodies"), "1 body"),
        (many(0, "line"), "0 lines"),
    ],
)
def test_small_words(given: str, words: str) -> None:
    assert given == words


def test_a_place_has_a_page_only_where_there_is_one() -> None:
    made = record("Three\n", [("quorum", {"count": 3}, "Three")])
    assert place(made.clauses[0].evidence[0]) == "line 1"
