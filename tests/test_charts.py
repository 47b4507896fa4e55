"""The charts of the comparison: what is drawn and what is not, the sentences, the tables, and that they can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from gold_records import record
from torparse.compare import compare
from torparse.model import Body, Record, Standing
from torparse.pipeline import extract
from torparse.report import write_report
from torparse.report.charts import ChartView, chart_views
from torparse.report.charts.drawing import MOST_ROWS, ROWS_A_PART
from torparse.report.charts.model import Part, Row
from torparse.report.pages import environment
from torparse.report.views import Views

AS_OF = date(2026, 1, 31)
RULE = "The rule of the body in one line."
MARKS = ("quorum", "days", "meetings", "review")


def _views(records: Iterable[Record], *, contacts: bool = False) -> Views:
    made = tuple(records)
    return Views(made, compare(made), include_contacts=contacts, as_of=AS_OF)


def _charts(records: Iterable[Record]) -> dict[str, ChartView]:
    return {chart.id: chart for chart in chart_views(_views(records), AS_OF)}


def _body(name: str, *clauses: tuple[Any, ...], standing: Standing = Standing.SUPPLIED) -> Record:
    """A document of one body of its name, whose clauses are proved by its one line."""
    made = [(kind, value, RULE, *rest) for kind, value, *rest in clauses]
    return record(f"{RULE}\n", made, bodies=(Body(name, standing, main=True),), name=f"{name.lower()}.txt")


def _quorum(name: str, fraction: str, **more: Any) -> Record:
    return _body(name, ("quorum", {"fraction": fraction, **more}))


def _rows(chart: ChartView) -> Iterator[Row]:
    return (row for lane in chart.lanes for part in lane.parts for row in part.rows)


def _parts(chart: ChartView) -> list[Part]:
    return [part for lane in chart.lanes for part in lane.parts]


@pytest.fixture(scope="module")
def seed_records(seeds: Path) -> list[Record]:
    return [extract(path) for path in sorted(seeds.glob("*.txt"))]


@pytest.fixture(scope="module")
def seed_charts(seed_records: list[Record]) -> dict[str, ChartView]:
    return _charts(seed_records)


def test_the_quorums_of_the_seeds(seed_charts: dict[str, ChartView]) -> None:
    executive, basingstoke = _rows(seed_charts["quorum"])
    assert (executive.label.name, executive.words) == ("LSP Executive", "27% to 33%")
    # 2.5% of the width lie before nought, and 95% are a hundred per cent: the dot at 33.3, the whisker down to 27.3
    assert (executive.start, executive.end) == pytest.approx((2.5 + 0.95 * 27.3, 2.5 + 0.95 * 33.3), abs=0.01)
    assert (basingstoke.words, basingstoke.start, basingstoke.end) == ("50%", 50.0, 50.0)


def test_the_days_of_the_seeds(seed_charts: dict[str, ChartView]) -> None:
    lanes = {
        lane.title: (lane.shape, [(row.label.name, row.words) for part in lane.parts for row in part.rows])
        for lane in seed_charts["days"].lanes
    }
    assert lanes == {
        "Papers sent": (
            "circle", [("Worcestershire Partnership", "7 days"), ("Worcestershire Partnership Board", "7 days")],
        ),
        "Agenda prepared": ("diamond", [("LSP Executive", "10 days")]),
        "Notice of dissolution": ("triangle", [("Basingstoke and Deane LSP", "21 days")]),
    }  # fmt: skip


def test_the_meetings_and_the_review_of_the_seeds(seed_charts: dict[str, ChartView]) -> None:
    meetings = {row.label.name: (row.words, row.open) for row in _rows(seed_charts["meetings"])}
    assert meetings == {
        "Worcestershire Forum": ("2 a year", ""),
        "Worcestershire Partnership": ("at least 2 a year", "up"),
        "LSP Executive": ("4 a year", ""),
    }
    (review,) = _rows(seed_charts["review"])
    assert (review.words, review.note) == ("12 months", "overdue since 24 November 2009")
    assert "24 November 2009" in seed_charts["review"].answer[-1]


def test_the_decisions_of_the_seeds(seed_charts: dict[str, ChartView]) -> None:
    paths = {
        row.body: [" / ".join((cell.word, *(link.words for link in cell.links))).strip(" /") for cell in row.cells]
        for row in seed_charts["decisions"].table
    }
    assert paths["LSP Executive"] == [
        "Consensus", "A vote", "Simple majority", "Casting vote: LSP Executive chair", "One vote for each member",
    ]  # fmt: skip
    assert paths["Worcestershire Partnership"][:2] == ["Consensus", "Referred to Worcestershire Partnership Board"]
    assert paths["Leicestershire Together Board"] == ["Not assessable"] * 5
    assert list(paths)[-1] == "Leicestershire Together Board"


def test_what_is_drawn_is_what_the_table_says(seed_charts: dict[str, ChartView]) -> None:
    for name in ("quorum", "meetings", "review"):
        chart = seed_charts[name]
        numbers = [(row.body, row.cells[0].number) for row in chart.table if row.cells[0].number]
        assert [(row.label.name, row.words) for row in _rows(chart)] == numbers
    days = seed_charts["days"]
    drawn = Counter(row.label.name for row in _rows(days))
    told = Counter(
        row.body for row in days.table for cell in row.cells if any("day" in link.words for link in cell.links)
    )
    assert drawn == told


def test_every_body_is_in_every_table(seed_charts: dict[str, ChartView], seed_records: list[Record]) -> None:
    columns = Counter(column.body.name for column in compare(seed_records).columns)
    for chart in seed_charts.values():
        assert Counter(row.body for row in chart.table) == columns
        assert all(len(row.cells) == len(chart.heads) for row in chart.table)


def test_unknown_is_never_at_nought() -> None:
    charts = _charts(
        [
            _quorum("Ash", "1/3"),
            _body("Beech", ("quorum", {"count": 4}), ("meeting_frequency", {}), ("review_cycle", {"ad_hoc": True})),
            _body("Cedar", ("quorum", {})),
            _body("Elder"),
            _body("Fir", standing=Standing.NOT_SUPPLIED),
            _body("Hazel", standing=Standing.UNWRITTEN),
        ]
    )
    assert [row.label.name for row in _rows(charts["quorum"])] == ["Ash"]
    assert not any(list(_rows(charts[name])) for name in ("days", "meetings", "review"))
    assert [row.body for row in charts["quorum"].table] == ["Ash", "Beech", "Cedar", "Hazel", "Elder", "Fir"]
    cells = [(row.cells[0].number or row.cells[0].word, row.cells[1].links[0].words) for row in charts["quorum"].table]
    assert cells == [
        ("33%", "at least one third of the members"),
        ("Stated", "4 present; cannot be placed: no member list"),
        ("Stated in part", "no quorum is required"),
        ("Placeholder", "Still to be written"),
        ("Absent", "not mentioned"),
        ("Not assessable", "the terms were not supplied"),
    ]
    assert charts["quorum"].silent == (
        ("A quorum that cannot be placed as a share of the members", "Beech (beech.txt) and Cedar (cedar.txt)"),
        ("Still to be written", "Hazel (hazel.txt)"),
        ("Not mentioned", "Elder (elder.txt)"),
        ("Cannot be assessed: the terms were not supplied", "Fir (fir.txt)"),
    )


def test_rows_go_by_value_and_then_by_name() -> None:
    names = [("Oak", "1/2"), ("Yew", "1/3"), ("Alder", "1/2"), ("Elm", "1/4")]
    rows = _rows(_charts(_quorum(name, share) for name, share in names)["quorum"])
    assert [row.label.name for row in rows] == ["Elm", "Yew", "Alder", "Oak"]


PLACED = "a quorum that can be placed as a share of the members"
# the quorums of the bodies -> the answer
ANSWERS: dict[str, tuple[list[Record], tuple[str, ...]]] = {
    "nobody": (
        [_body("Ash"), _body("Elm")],
        (f"None of the 2 bodies sets {PLACED}.", "Of these, 2 say nothing of it."),
    ),
    "one of one": (
        [_quorum("Ash", "1/3")],
        (f"Ash (ash.txt) sets {PLACED}: 33%. There is no other body here to hold it against.",),
    ),
    "none of one": (
        [_body("Ash")], ("Ash (ash.txt) is the only body here, and its terms give no such number.",),
    ),
    "one of two is no comparison": (
        [_quorum("Ash", "1/3"), _body("Elm")],
        (f"One of 2 bodies sets {PLACED}: Ash (ash.txt), 33%. One number is no comparison.",
         "Of the others, 1 says nothing of it."),
    ),
    "two have no middle": (
        [_quorum("Oak", "1/2"), _quorum("Ash", "1/3")],
        (f"2 of 2 bodies set {PLACED}: Ash (ash.txt), 33%, and Oak (oak.txt), 50%.",),
    ),
    "two alike": (
        [_quorum("Oak", "1/2"), _quorum("Ash", "1/2")],
        (f"2 of 2 bodies (Ash (ash.txt) and Oak (oak.txt)) set {PLACED}, and both say 50%.",),
    ),
    "three": (
        [_quorum("Oak", "1/2"), _quorum("Ash", "1/4"), _quorum("Yew", "2/5")],
        ((f"3 of 3 bodies set {PLACED}. The middle value (median) is 40%; the lowest is 25%, in Ash (ash.txt), and the "
          "highest 50%, in Oak (oak.txt)."),),
    ),
    "an even number, ties and the silent": (
        [_quorum("Oak", "1/2"), _quorum("Ash", "1/4"), _quorum("Yew", "1/2"), _quorum("Elm", "1/4"),
         _quorum("Fir", "1/4"), _quorum("Box", "1/2"), _body("Ivy"), _body("Rue", ("quorum", {"count": 3}))],
        ((f"6 of 8 bodies set {PLACED}. The middle value (median) is 38%; the lowest is 25%, in Ash (ash.txt) and 2 "
          "more, and the highest 50%, in Box (box.txt) and 2 more."),
         "Of the others, 1 sets one that cannot be placed as a share of the members and 1 says nothing of it."),
    ),
    "a bound is told with the extreme": (
        [_quorum("Oak", "1/2"), _quorum("Ash", "1/4", count=9, combine="lesser_of"), _quorum("Yew", "2/5")],
        ((f"3 of 3 bodies set {PLACED}. The middle value (median) is 40%; the lowest is at most 25%, in Ash (ash.txt), "
          "and the highest 50%, in Oak (oak.txt)."),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_the_answer_in_words(case: str) -> None:
    records, said = ANSWERS[case]
    assert _charts(records)["quorum"].answer == said


# value of a review clause -> what stands under the bar, and the end of the answer
REVIEWS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a date that is past": (
        {"interval": "P1Y", "next_review": "2020-05-01"}, "overdue since 1 May 2020",
        "As of 31 January 2026 the review of the terms in ash.txt was due and is not shown as held: on 1 May 2020.",
    ),
    "a date to come": ({"interval": "P1Y", "next_review": "2026-05"}, "", ""),
    "worked out from the last review": (
        {"interval": "P2Y", "agreed": "2019-03-02"}, "was due by 2 March 2021, not shown as held",
        "As of 31 January 2026 the review of the terms in ash.txt was due and is not shown as held: on 2 March 2021.",
    ),
    "this month is not over": ({"interval": "P1Y", "next_review": "2026-01"}, "", ""),
    "no date": ({"interval": "P1Y"}, "", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", REVIEWS)
def test_overdue_reviews(case: str) -> None:
    value, note, said = REVIEWS[case]
    chart = _charts([_body("Ash", ("review_cycle", value))])["review"]
    assert [row.note for row in _rows(chart)] == [note]
    assert ("As of" in " ".join(chart.answer)) is bool(said)
    assert not said or chart.answer[-1] == said


def test_special_business_has_a_scale_of_its_own() -> None:
    rules = [("papers", "P5D"), ("meeting", "P7D"), ("dissolution", "P90D")]
    made = [("notice", {"subject": subject, "period": period}) for subject, period in rules]
    lanes = _charts([_body("Ash", *made)])["days"].lanes
    assert [lane.title for lane in lanes] == ["Papers sent", "Notice of ordinary meetings", "Notice of dissolution"]
    assert [lane.parts[0].ticks[-1].label for lane in lanes] == ["5 days", "8 days", "100 days"]
    assert len({lane.shape for lane in lanes}) == 3


@pytest.mark.parametrize("number", [1, ROWS_A_PART, ROWS_A_PART + 1, MOST_ROWS])
def test_as_many_rows_as_bodies_in_drawings_of_a_page(number: int) -> None:
    chart = _charts(_quorum(f"Body{n:03}", f"{n % 9 + 1}/10") for n in range(number))["quorum"]
    assert len(list(_rows(chart))) == number
    assert len(_parts(chart)) == -(-number // ROWS_A_PART)
    assert max(len(part.rows) for part in _parts(chart)) <= ROWS_A_PART
    assert len({part.ticks for part in _parts(chart)}) == 1


def test_many_bodies_are_counted() -> None:
    number = MOST_ROWS + 1
    chart = _charts([*(_quorum(f"Body{n:03}", f"{n % 4 + 1}/10") for n in range(number)), _body("Ash")])["quorum"]
    assert [(row.label.name, row.words) for row in _rows(chart)] == [
        ("10%", "16 bodies"), ("20%", "15 bodies"), ("30%", "15 bodies"), ("40%", "15 bodies"),
    ]  # fmt: skip
    assert len(chart.table) == number + 1
    assert any("too many bodies" in remark for remark in chart.remarks)


def test_many_different_numbers_are_counted_in_spans() -> None:
    chart = _charts(_quorum(f"Body{n:03}", f"{n + 10}/100") for n in range(80))["quorum"]
    spans = [(row.label.name, row.words) for row in _rows(chart)]
    assert spans == [(f"{n}0 to {n}9%", "10 bodies") for n in range(1, 9)]


def test_no_body_no_chart() -> None:
    assert chart_views(_views([]), AS_OF) == ()


def _page(charts: Iterable[ChartView]) -> Any:
    template = environment().from_string('{% from "_charts.html" import charts %}{{ charts(items) }}')
    return html.fromstring(f"<main>{template.render(items=list(charts))}</main>")


@pytest.fixture(scope="module")
def page(seed_charts: dict[str, ChartView]) -> Any:
    return _page(seed_charts.values())


def test_drawings_can_be_read_without_seeing_them(page: Any) -> None:
    drawings = page.xpath("//svg[@role]")
    assert len(drawings) == 6
    for drawing in drawings:
        assert drawing.get("role") == "img"
        title, desc = (page.xpath(f"//*[@id='{i}']")[0] for i in drawing.get("aria-labelledby").split())
        assert (title.tag, desc.tag) == ("title", "desc")
        assert title.text_content().endswith("?")
        words = drawing.xpath(".//text[contains(@class, 'value')]/text()")
        assert words
        assert all(word.lower() in desc.text_content().lower() for word in words)
    assert all(s.get("aria-hidden") or s.xpath("ancestor-or-self::svg[@role]") for s in page.xpath("//h3/svg"))


def test_ids_are_unique_and_patterns_are_there() -> None:
    rules = [("notice", {"subject": "meeting", "period": "P7D"}), ("quorum", {"fraction": "1/2"}),
             ("meeting_frequency", {"per_year": 2, "bound": "exact"}),
             ("meeting_frequency", {"per_year": 6, "bound": "exact"})]  # fmt: skip
    page = _page(_charts(_body(f"Body{n:03}", *rules) for n in range(ROWS_A_PART + 1)).values())
    ids = Counter(page.xpath("//@id"))
    assert max(ids.values()) == 1
    used = Counter(re.findall(r"url\(#([^)]+)\)", html.tostring(page, encoding="unicode")))
    # a square and a bar's hatched end for each body, and the square of the key
    assert sum(used.values()) == 2 * (ROWS_A_PART + 1) + 1
    assert set(used) <= set(ids)


def test_tables_are_sound(page: Any) -> None:
    tables = page.xpath("//table")
    assert len(tables) == len(page.xpath("//h2")) == 5
    for table in tables:
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-labelledby") == table.xpath("caption/@id")[0]
        assert not table.xpath(".//th[not(@scope)]")
        assert len(table.xpath("tbody/tr")) == 9


def test_marks_as_drawn(page: Any, seed_charts: dict[str, ChartView]) -> None:
    for name in MARKS:
        for part in _parts(seed_charts[name]):
            (drawing,) = page.xpath(f"//svg[starts-with(@aria-labelledby, '{part.id}-title')]")
            marks = drawing.xpath(".//*[contains(@class, 'mark') or (name() = 'rect' and contains(@class, 'bar'))]")
            assert len(marks) == len(part.rows)
    # "at least" is an open end
    opened = page.xpath("//svg[contains(@aria-labelledby, 'meetings-1-title')]//path[contains(@class, 'whisker')]")
    assert len(opened) == 1


def test_every_reading_leads_to_its_sentence(seed_records: list[Record], tmp_path: Path) -> None:
    write_report(seed_records, tmp_path, as_of=AS_OF)
    whole = html.fromstring((tmp_path / "comparison.html").read_text("utf-8"))
    links = 0
    for name in (*MARKS, "decisions"):
        (table,) = whole.xpath(f"//table[caption/@id='{name}-caption']")
        for target in table.xpath(".//td//a/@href"):
            assert whole.xpath(f"//*[@id='{target[1:]}']/ancestor-or-self::mark"), target
            links += 1
        assert whole.xpath(f"//nav//a[@href='#{name}']")
    assert links > 30


def test_two_runs_give_the_same(seed_records: list[Record], seed_charts: dict[str, ChartView], page: Any) -> None:
    again = _charts(seed_records[::-1])
    assert again == seed_charts
    assert html.tostring(_page(again.values())) == html.tostring(page)


def test_contacts_are_covered() -> None:
    text = "Quorum: half of those whom j.heron@larkmoor.example has asked."
    made = record(f"{text}\n", [("quorum", {"fraction": "1/2", "of": "j.heron@larkmoor.example"}, text)])
    shown = html.tostring(_page(chart_views(_views([made]), AS_OF)), encoding="unicode")
    assert "j.heron@larkmoor.example" not in shown
    assert "█" in shown
    open_ = html.tostring(_page(chart_views(_views([made], contacts=True), AS_OF)), encoding="unicode")
    assert "j.heron@larkmoor.example" in open_


def test_nothing_of_a_document_becomes_markup() -> None:
    made = _body("<b>Board</b>", ("quorum", {"fraction": "1/2", "of": "<i>members</i>"}))
    assert not _page(chart_views(_views([made]), AS_OF)).xpath("//b | //i")


STYLE = Path(__file__).parent.parent / "src" / "torparse" / "templates"


def _luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_marks_and_words_have_contrast(scheme: int) -> None:
    page = re.findall(r":root \{([^}]*)\}", (STYLE / "page.css").read_text("utf-8"))[scheme]
    colours = dict(re.findall(r"--(\w+): (#\w{6})", page))
    for name, least in (("link", 3.0), ("ink", 4.5), ("soft", 4.5)):
        light, dark = sorted((_luminance(colours[name]), _luminance(colours["page"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least, name
    style = (STYLE / "charts.css").read_text("utf-8")
    # no colour of its own, and no text smaller than 12 pixels
    assert not re.findall(r"#[0-9a-f]{3,6}\b", style)
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)px", style)) >= 12
