"""How bodies compare: figures worked out by hand, places in words, questions, choices, groups, and the page."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from gold_records import clause, document, line_with, record
from torparse.benchmarks.choices import CHOICES, answers, coverage
from torparse.benchmarks.distribution import MIXED, Benchmark, benchmark, kind_of_days
from torparse.benchmarks.facets import NOT_GIVEN, facets
from torparse.benchmarks.measures import MEASURES, Measure, Reading
from torparse.clauses import types
from torparse.compare import Matrix, compare
from torparse.metadata import match, read
from torparse.model import Body, Kind, Record, Standing
from torparse.report import write_report
from torparse.report.benchmark_words import amount, answer, figure, question, standing

AS_OF = date(2026, 1, 31)
MEETINGS, PAPERS, QUORUM, REVIEW = (
    next(m for m in MEASURES if m.id == name)
    for name in ("meetings_a_year", "papers_sent", "quorum_share", "review_interval")
)
DOC = document("The rule.\n")


def reading(body: str, low: float | None, high: float | None = None, *, code: str = "stated", bound: str = "exact",
            words: str = "", rule: Any = None) -> Reading:  # fmt: skip
    """A reading; each has a clause of its own unless a ``rule`` is given."""
    made = rule or clause("conduct", {}, line_with(DOC, "rule"))
    return Reading(body, code, low, low if high is None else high, bound if low is not None else "", words, made)


def over(*values: float, measure: Measure = MEETINGS) -> Benchmark:
    """The values of bodies a, b, c … in that order."""
    return benchmark(measure, [reading(chr(97 + n), value) for n, value in enumerate(values)])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # minimum, lower quartile, median, upper quartile, maximum; quartiles are at (n - 1)/4 between the numbers
        ((4,), (4, None, 4, None, 4)),
        ((4, 12), (4, None, 8, None, 12)),
        ((12, 4, 6), (4, 5, 6, 9, 12)),
        ((1, 2, 3, 4), (1, 1.75, 2.5, 3.25, 4)),
        ((10, 2, 4, 4, 6), (2, 4, 4, 6, 10)),
        ((6, 6, 6, 6, 6), (6, 6, 6, 6, 6)),
    ],
)
def test_figures_by_hand(values: tuple[float, ...], expected: tuple[float | None, ...]) -> None:
    (lane,) = over(*values).lanes
    f = lane.figures
    assert (f.minimum, f.lower, f.median, f.upper, f.maximum) == expected
    assert f.n == f.rules == len(values)


def test_who_has_no_number_is_counted_and_moves_nothing() -> None:
    rule = clause("conduct", {}, line_with(DOC, "rule"))
    made = benchmark(
        MEETINGS,
        [
            reading("a", 4, rule=rule),
            reading("b", 4, rule=rule),
            reading("c", 2, 6),
            reading("d", 6, bound="at_least"),
            reading("e", None, 3, bound="at_most"),
            reading("f", None, code="absent"),
            reading("g", None, code="absent"),
            reading("h", None, code="deferred"),
            reading("i", None, code="placeholder"),
            reading("j", None, code="not_assessable"),
            reading("k", None, code="part"),
        ],
    )
    (lane,) = made.lanes
    # 2 (of "2 to 6"), 3 (of "at most 3"), 4, 4, 6
    assert [place.value for place in lane.places] == [2, 3, 4, 4, 6]
    assert (lane.figures.lower, lane.figures.median, lane.figures.upper) == (3, 4, 4)
    assert (lane.figures.ranges, dict(lane.figures.inexact), lane.figures.rules) == (1, {"at_least": 1}, 4)
    assert made.counts == {"absent": 2, "deferred": 1, "placeholder": 1, "not_assessable": 1, "part": 1}
    assert (made.n, made.assessable) == (5, 10)
    said = answer(made)
    assert said.sentence == (
        "5 bodies give a number, from 2 to 6 meetings a year; the median is 4 and the "
        "middle half lies between 3 and 4 meetings a year."
    )
    assert said.notes == (
        "Of the numbers, 1 is “at least” and counts as given.",
        "1 body gives a range, which counts with its low end.",
        "The 5 numbers come from 4 rules: bodies of one document may share a rule.",
        (
            "Without a number: 1 speaks of it without a number, 1 leaves it to another paper, 1 has still to write it, "
            "2 say nothing and 1 cannot be assessed."
        ),
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("5 clear days before the meeting", "clear"),
        ("10 working days before the meeting", "working"),
        ("28 calendar days' notice", "calendar"),
        ("7 days before the meeting", ""),
        ("1 week before the meeting, counted as 7 days", ""),
        ("48 hours' notice, counted as 2 days", ""),
        ("5 clear days before the meeting; 7 clear days before the meeting", "clear"),
        ("5 clear days before the meeting; 10 working days before the meeting", MIXED),
        ("5 clear days before the meeting; 1 week before the meeting, counted as 7 days", MIXED),
    ],
)
def test_the_kind_of_days(words: str, kind: str) -> None:
    assert kind_of_days(PAPERS, reading("a", 5, words=words)) == kind
    # meetings a year count no days, whatever the words say
    assert kind_of_days(MEETINGS, reading("a", 5, words=words)) == ""


def test_kinds_of_days_are_not_put_together() -> None:
    days = [("clear", 5), ("clear", 7), ("working", 5), ("clear", 3), ("", 10), ("", 14)]
    made = benchmark(
        PAPERS, [reading(str(n), number, words=f"{number} {kind} days") for n, (kind, number) in enumerate(days)]
    )
    assert [(lane.kind, lane.figures.n, lane.figures.median) for lane in made.lanes] == [
        ("clear", 3, 5), ("", 2, 12), ("working", 1, 5),
    ]  # fmt: skip
    said = answer(made)
    assert said.sentence == "6 bodies give a number, in days of different kinds."
    assert said.lanes == (
        (
            "Clear days: 3 bodies, from 3 to 7 clear days; the median is 5 and the middle half lies between 4 and 6 "
            "clear days."
        ),
        "Days, kind not said: 2 bodies: 10 and 14 days.",
        "Working days: 1 body: 5 working days.",
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((4,), "1 body gives a number: 4 meetings a year."),
        ((4, 12), "2 bodies give a number: 4 and 12 meetings a year."),
        ((1, 1), "2 bodies give a number, and it is the same: 1 meeting a year."),
        ((4, 4, 4), "3 bodies give a number, and it is the same: 4 meetings a year."),
        (
            (4, 4, 4, 4, 6),
            (
                "5 bodies give a number, from 4 to 6 meetings a year; the median is 4 and the middle half is at 4 "
                "meetings a year."
            ),
        ),
    ],
)
def test_the_answer_in_a_sentence(values: tuple[float, ...], sentence: str) -> None:
    said = answer(over(*values))
    assert (said.sentence, said.lanes, said.notes) == (sentence, (), ())


@pytest.mark.parametrize(
    ("values", "measure", "ranks", "words"),
    [
        ((3,), PAPERS, [1], ["the only one with such a number"]),
        ((3, 3), PAPERS, [1, 1], ["the same as the other one"] * 2),
        ((3, 5), PAPERS, [1, 2], ["shorter than the other one", "longer than the other one"]),
        (
            (33, 33, 50),
            QUORUM,
            [1, 1, 3],
            ["lower than 1 and the same as 1 of the 2 others"] * 2 + ["higher than both others"],
        ),
        (
            (1, 4, 4, 12),
            MEETINGS,
            [1, 2, 2, 4],
            [
                "less often than all 3 others",
                "less often than 1, the same as 1 and more often than 1 of the 3 others",
                "less often than 1, the same as 1 and more often than 1 of the 3 others",
                "more often than all 3 others",
            ],
        ),
    ],
)
def test_where_a_body_stands(values: tuple[float, ...], measure: Measure, ranks: list[int], words: list[str]) -> None:
    (lane,) = over(*values, measure=measure).lanes
    assert [place.rank for place in lane.places] == ranks
    assert [standing(place, measure.unit) for place in lane.places] == words


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        # quartiles 4 and 6: fences at 1 and 9, which are not beyond themselves
        ((1, 4, 5, 6, 9), []),
        ((0.5, 4, 5, 6, 9), [0.5]),
        ((1, 4, 5, 6, 9.5), [9.5]),
        ((0, 4, 5, 6, 10), [0, 10]),
        # four numbers are too few, however far apart
        ((1, 1, 2, 100), []),
        # no width, no fence: five times the same and one other
        ((4, 4, 4, 4, 4, 12), []),
    ],
)
def test_what_is_worth_a_question(values: tuple[float, ...], asked: list[float]) -> None:
    (lane,) = over(*values).lanes
    assert [outlier.place.value for outlier in lane.outliers] == asked
    assert [outlier.above for outlier in lane.outliers] == [value > 5 for value in asked]


def test_a_question_and_no_fault() -> None:
    (lane,) = over(1, 4, 5, 6, 9.5).lanes
    assert question(lane.outliers, lane, MEETINGS) == (
        "more often than all 4 others; the middle half of the 5 lies between 4 and 6 meetings a year. "
        "Does it still meet so often?"
    )
    (lane,) = over(10, 10, 50, 51, 50, 50.5, 52, 52, 51, measure=QUORUM).lanes
    text = question(lane.outliers[:1], lane, QUORUM)
    assert text.startswith("lower than 7 of the 8 others; the middle half of the 9 lies between 50% and 51%.")
    assert text.endswith("?")


def test_every_measure_has_a_question_of_its_own() -> None:
    asked = set()
    for measure in MEASURES:
        for values in ((1, 40, 50, 60, 61), (40, 50, 60, 61, 200)):
            (lane,) = over(*values, measure=measure).lanes
            asked.add(question(lane.outliers, lane, measure).rpartition(". ")[2])
    assert "Is it meant so?" not in asked
    assert len(asked) >= 2 * len(MEASURES) - 4


NUMBERS = st.lists(st.integers(0, 60), min_size=1, max_size=12)


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(["absent", "deferred", "placeholder", "not_assessable"]), st.integers(1, 4))
def test_a_silent_body_moves_no_figure(values: list[int], code: str, more: int) -> None:
    some = [reading(f"b{n}", value) for n, value in enumerate(values)]
    silent = [reading(f"a{n}", None, code=code) for n in range(more)]
    before, after = benchmark(MEETINGS, some), benchmark(MEETINGS, [*silent, *some])
    assert after.lanes == before.lanes
    assert after.counts[code] == more
    assert after.assessable == before.assessable + (0 if code == "not_assessable" else more)


@settings(deadline=None)
@given(NUMBERS, st.randoms())
def test_the_order_of_bodies_does_not_matter(values: list[int], random: Any) -> None:
    kinds = ("clear days", "working days", "days")
    some = [reading(f"b{n}", value, words=f"{value} {kinds[value % 3]}") for n, value in enumerate(values)]
    mixed = list(some)
    random.shuffle(mixed)
    assert benchmark(PAPERS, mixed) == benchmark(PAPERS, some)


@settings(deadline=None)
@given(NUMBERS)
def test_a_number_is_asked_about_only_beyond_a_fence(values: list[int]) -> None:
    (lane,) = over(*values).lanes
    f, asked = lane.figures, {outlier.place.reading.body for outlier in lane.outliers}
    # the quartiles once more, in another way
    ordered = sorted(values)

    def at(part: float) -> float:
        whole, rest = divmod(part * (len(ordered) - 1), 1)
        above = ordered[min(int(whole) + 1, len(ordered) - 1)]
        return ordered[int(whole)] + rest * (above - ordered[int(whole)])

    low, high = at(0.25), at(0.75)
    if f.lower is not None and f.upper is not None:
        assert (f.lower, f.upper) == pytest.approx((low, high))
    reach = 1.5 * (high - low)
    for place in lane.places:
        beyond = place.value < low - reach or place.value > high + reach
        assert (place.reading.body in asked) is (beyond and len(values) >= 5 and high > low)
        assert place.lower + place.equal + place.higher == len(values) - 1


@pytest.mark.parametrize(
    ("value", "unit", "kind", "words"),
    [
        (33.3, "%", "", "33.3%"),
        (1, "days", "clear", "1 clear day"),
        (2, "days", MIXED, "2 days"),
        (12, "months", "", "12 months"),
        (1, "a year", "", "1 meeting a year"),
        (0.5, "a year", "", "0.5 meetings a year"),
        (9, "members", "", "9 members"),
    ],
)
def test_a_number_with_its_unit(value: float, unit: str, kind: str, words: str) -> None:
    assert amount(value, unit, kind) == words


def test_a_figure_keeps_its_zeros() -> None:
    assert [figure(value) for value in (100.0, 10, 0, 20.25, 48.355, None)] == ["100", "10", "0", "20.25", "48.35", ""]


def test_every_choice_is_of_a_field_that_exists() -> None:
    provisions = {p.id: p for p in compare([record("x\n")]).provisions}
    for choice in CHOICES:
        fields = types()[choice.type].value.__dataclass_fields__
        assert set(choice.fields) <= {name.rstrip("_") for name in fields}
        assert choice.type in {feed.type for feed in provisions[choice.provision].feeds}


def terms(n: int, *rules: tuple[Any, ...], **more: Any) -> Record:
    """The terms of a board; a rule is a type, its value and perhaps a status."""
    text = "".join(f"Rule {at} of {n}.\n" for at in range(len(rules))) or "Nothing.\n"
    made = [(kind, value, f"Rule {at} of", *rest) for at, (kind, value, *rest) in enumerate(rules)]
    return record(text, made, name=f"d{n}.txt", **more)


def test_choices_count_bodies() -> None:
    casting = [True, True, True, True, False]
    records = [terms(n, ("voting", {"casting_vote": value})) for n, value in enumerate(casting)]
    # one with two answers, one with none, one that leaves it to another paper, one that cannot be assessed
    records.append(terms(5, ("voting", {"casting_vote": True}), ("voting", {"casting_vote": True})))
    records += [terms(6), terms(7, ("voting", {"casting_vote": False}, "deferred"))]
    away = [Body("Board", Standing.NOT_SUPPLIED)]
    records.append(terms(8, bodies=away, kind=Kind.COMMITTEE_REPORT))
    one = next(a for a in answers(compare(records)) if a.choice.question == "Casting vote")
    assert [(a.words, len(a.clauses)) for a in one.answers] == [("A casting vote", 5), ("No casting vote", 1)]
    assert (one.n, one.assessable) == (6, 8)
    assert [a.words for a in one.rare] == ["No casting vote"]
    row = next(c for c in coverage(compare(records)) if c.provision.id == "P18")
    assert (row.stated, row.assessable) == (6, 8)
    assert dict(row.counts) == {"stated": 6, "absent": 1, "deferred": 1, "not_assessable": 1}


@pytest.mark.parametrize(
    ("methods", "rare"),
    [
        (["vote"] * 4 + ["consensus"], ["Consensus"]),
        (["vote"] * 3 + ["consensus"], []),  # four bodies are too few
        (["vote"] * 3 + ["consensus"] * 2, []),  # two are not alone
        (["vote"] * 2 + ["consensus", "consensus_then_vote", "chair_decides"], []),  # no answer is usual
    ],
)
def test_rare_choices(methods: Sequence[str], rare: list[str]) -> None:
    records = [terms(n, ("voting", {"method": method})) for n, method in enumerate(methods)]
    one = next(a for a in answers(compare(records)) if a.choice.question == "How decisions are made")
    assert [a.words for a in one.rare] == rare


def grouped(tmp_path: Path, matrix: Matrix, rows: str) -> tuple[list[tuple[str, list[tuple[str, int]]]], list[str]]:
    path = tmp_path / "facts.csv"
    path.write_text(rows, encoding="utf-8")
    used, unused = facets(matrix, match(read(path), {c.document: (c.body.name,) for c in matrix.columns}))
    shown = [(f.title, [(g.value, len(g.bodies)) for g in f.groups]) for f in used]
    return shown, [f"{one.title} {one.values}" for one in unused]


def test_facts_make_groups(tmp_path: Path) -> None:
    matrix = compare([terms(n) for n in range(6)])
    rows = (
        "file,kind_of_body,region,seats,same,nothing\nd0,forum,North East,9,x,\nd1,Forum,north east ,12,x,\n"
        "d2,board,North East,100,x,\nd3,terms_of_reference,South,9,x,\nd4,board,,9,x,\n"
    )
    used, unused = grouped(tmp_path, matrix, rows)
    assert used == [
        ("Kind of body", [("board", 2), ("Forum", 2), ("terms of reference", 1), (NOT_GIVEN, 1)]),
        ("Region", [("North East", 3), ("South", 1), (NOT_GIVEN, 2)]),
        ("Seats", [("9", 3), ("12", 1), ("100", 1), (NOT_GIVEN, 1)]),
    ]
    assert unused == ["Same 1", "Nothing 0"]


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (["2003", "2009", "2011", "2019"], ["2003", "2009", "2011", "2019"]),
        (
            ["1999", "2003", "2004", "2009", "2011", "2012", "2019"],
            ["1990 to 1999", "2000 to 2009", "2010 to 2019"],
        ),
        # days of dates are years
        (["2003-01-05", "2003-07-01", "2011-01-01"], ["2003", "2011"]),
        # numbers that are no years stay
        ([str(n) for n in range(1, 9)], [str(n) for n in range(1, 9)]),
        ([f"t{n:02}" for n in range(12)], [f"t{n:02}" for n in range(12)]),
        ([f"t{n:02}" for n in range(13)], None),
        (["one", "one"], None),
    ],
)
def test_years_and_the_number_of_groups(tmp_path: Path, values: list[str], groups: list[str] | None) -> None:
    matrix = compare([terms(n) for n in range(len(values))])
    rows = "".join(f"d{n},{value}\n" for n, value in enumerate(values))
    used, unused = grouped(tmp_path, matrix, f"file,fact\n{rows}")
    assert [[value for value, _ in shown] for _, shown in used] == ([groups] if groups else [])
    assert bool(unused) is (groups is None)


MEETS = {"a": 4, "b": 4, "c": 6, "d": 5, "e": 6, "f": 24}


def shown(tmp_path: Path, rows: str = "", **more: Any) -> dict[str, Any]:
    """The pages of the report on boards that meet so often, and on one that is silent."""
    records = [
        record(
            "The board meets.\n",
            [("meeting_frequency", {"per_year": number}, "meets")],
            name=f"{name}.txt",
            bodies=[Body(f"Board {name.upper()}", main=True)],
        )
        for name, number in MEETS.items()
    ]
    records.append(record("Nothing.\n", name="z.txt", bodies=[Body("Board Z", main=True)]))
    facts = None
    if rows:
        (tmp_path / "facts.csv").write_text(rows, encoding="utf-8")
        facts = match(read(tmp_path / "facts.csv"), {r.document.id: () for r in records})
    paths = write_report(more.get("order", list)(records), tmp_path / "out", as_of=AS_OF, facts=facts)
    return {path.name: html.fromstring(path.read_text("utf-8")) for path in paths if path.suffix == ".html"}


def words_of(node: Any) -> str:
    return " ".join(node.text_content().split())


def table_of(page: Any, caption: str) -> list[list[str]]:
    (table,) = page.xpath(f"//table[caption[contains(., '{caption}')]]")
    return [[words_of(cell) for cell in row.xpath("th | td")] for row in table.xpath("tbody/tr")]


def test_the_page(tmp_path: Path) -> None:
    page = shown(tmp_path, "file,region\na,North\nb,North\nc,North\nd,South\nf,South\n")["comparison.html"]
    text = words_of(page)
    assert "6 bodies give a number, from 4 to 24 meetings a year; the median is 5.5 and" in text
    (asked,) = page.xpath("//h3[@id='questions']/following-sibling::ul[1]/li")
    assert words_of(asked) == (
        "Meetings a year: Board F (f.txt), 24 meetings a year: more often than all 5 others; the middle half of the 6 "
        "lies between 4.25 and 6 meetings a year. Does it still meet so often?"
    )
    (link,) = asked.xpath(".//a/@href")
    assert page.xpath(f"//*[@id='{link[1:]}']//blockquote/text()") == ["The board meets."]
    assert table_of(page, "What the bodies that give a number say") == [
        ["Meetings a year", "meetings a year", "6", "4", "4.25", "5.5", "6", "24", "0", "1", "0", "0", "0"]
    ]
    bodies = table_of(page, "Meetings a year: the bodies")
    assert [row[0] for row in bodies] == [f"Board {n}{n.lower()}.txt" for n in "ABDCEFZ"]
    assert bodies[0][1:] == ["4 meetings a year", "1 of 6", "less often than 4 and the same as 1 of the 5 others"]
    assert bodies[-1][1:] == ["Absent: not mentioned", "–", "no number to compare"]
    assert table_of(page, "Meetings a year by region") == [
        ["North", "3", "3", "4", "4", "4", "5", "6"],
        ["South", "2", "2", "5", "too few", "14.5", "too few", "24"],
        [NOT_GIVEN, "2", "1", "6", "too few", "6", "too few", "6"],
    ]
    states = {row[0]: row[1:] for row in table_of(page, "Bodies that state each provision")}
    assert states["Meetings a year"] == ["3 of 3", "2 of 2", "1 of 2"]


def test_the_tables_can_be_narrowed_to_a_group(tmp_path: Path) -> None:
    rows = "file,region,contact\na,North,ann@example.org\nb,North,ann@example.org\nd,South,bob@example.org\n"
    page = shown(tmp_path, rows)["comparison.html"]
    (select,) = page.xpath("//select[@data-facet='Region']")
    assert select.xpath("option/text()") == ["All", "North", "South", NOT_GIVEN]
    values = json.loads(page.xpath("//script[@id='facts']/text()")[0])
    assert [values[f"{name}-txt--board-{name}"]["Region"] for name in "adf"] == ["North", "South", NOT_GIVEN]
    # addresses are masked in the user's own facts too
    assert page.xpath("//select[@data-facet='Contact']/option/text()")[1:3] == ["█" * 15] * 2
    assert "@example" not in words_of(page)


def test_the_page_is_accessible(tmp_path: Path) -> None:
    pages = shown(tmp_path, "file,region\na,North\nb,South\n")
    for page in pages.values():
        for table in page.xpath("//table"):
            (caption,) = table.xpath("caption")
            (region,) = table.xpath("parent::div")
            assert region.get("role") == "region"
            assert region.get("tabindex") == "0"
            assert region.get("aria-labelledby") == caption.get("id")
            assert not table.xpath(".//th[not(@scope)]")
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        levels = [int(node.tag[1]) for node in page.xpath("//h1 | //h2 | //h3 | //h4")]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_order_of_documents_and_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = ["a,North\n", "b,North\n", "c,South\n"]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one = shown(tmp_path / "one", "file,region\n" + "".join(rows))
    two = shown(tmp_path / "two", "file,region\n" + "".join(rows[::-1]), order=lambda r: r[::-1])
    assert {k: html.tostring(v) for k, v in one.items()} == {k: html.tostring(v) for k, v in two.items()}


def test_where_a_body_stands_is_in_its_checklist(tmp_path: Path) -> None:
    pages = shown(tmp_path)
    ours = pages["checklist-f-txt--board-f.html"]
    assert table_of(ours, "This body among those") == [
        ["Meetings a year", "24 meetings a year", "5.5 meetings a year", "6", "more often than all 5 others"]
    ]
    (link,) = ours.xpath("//*[@id='standing']/following-sibling::div//a/@href")
    page, _, anchor = link.partition("#")
    assert pages[page].xpath(f"//*[@id='{anchor}']//blockquote/text()") == ["The board meets."]
    # a body without any number stands nowhere
    assert not pages["checklist-z-txt--board-z.html"].xpath("//*[@id='standing']")


def test_three_numbers_are_too_few_to_say_where_a_body_stands(tmp_path: Path) -> None:
    records = [terms(n, ("meeting_frequency", {"per_year": 4})) for n in range(3)]
    write_report(records, tmp_path, as_of=AS_OF)
    assert "Where this body stands" not in (tmp_path / "checklist-d0-txt--board.html").read_text("utf-8")


def test_what_most_others_give_is_named(tmp_path: Path) -> None:
    rules = [("meeting_frequency", {"per_year": 4}), ("review_cycle", {"interval": "P1Y"})]
    records = [terms(n, *rules) for n in range(4)]
    records.append(terms(4, rules[0]))
    # one that counts other days than the rest gives a number all the same
    papers = {"subject": "papers", "period": "P5D"}
    records = [
        record(
            r.document.text,
            [("notice", papers | {"day_kind": "working" if n == 4 else "clear"}, "Rule 0")]
            + [(c.type, c.value.as_dict(), c.evidence[0].quote) for c in r.clauses],
            name=r.document.name,
        )
        for n, r in enumerate(records)
    ]
    write_report(records, tmp_path, as_of=AS_OF)
    page = words_of(html.fromstring((tmp_path / "checklist-d4-txt--board.html").read_text("utf-8")))
    assert (
        "No number in these terms, though most bodies give one: review of the terms (4 of 5 bodies give one)." in page
    )


def test_one_number_is_shown_and_not_compared(tmp_path: Path) -> None:
    write_report([terms(0, ("meeting_frequency", {"per_year": 4})), terms(1)], tmp_path, as_of=AS_OF)
    page = html.fromstring((tmp_path / "comparison.html").read_text("utf-8"))
    assert table_of(page, "What the bodies that give a number say")[0][:4] == [
        "Meetings a year",
        "meetings a year",
        "1",
        "4",
    ]
    assert not page.xpath("//h3[@id='m-meetings-a-year'] | //a[@href='#m-meetings-a-year']")


def test_one_body_is_no_comparison(tmp_path: Path) -> None:
    write_report([terms(0, ("meeting_frequency", {"per_year": 4}))], tmp_path, as_of=AS_OF)
    assert "How do they compare" not in (tmp_path / "comparison.html").read_text("utf-8")


def test_names_of_bodies_and_words_of_terms_are_masked(tmp_path: Path) -> None:
    text = "Secretary: Ann Example, ann@example.org\nThree friends of Ann Example are enough.\n"
    rules = [
        ("deputies", {"allowed": True}, "Three"),
        ("quorum", {"count": 3, "of": "friends of ann example"}, "Three"),
    ]
    made = [record(text, rules, name=f"{n}.txt", bodies=[Body("Group of Ann Example", main=True)]) for n in range(3)]
    made.append(record("Half.\n", [("quorum", {"fraction": "1/2"}, "Half")], name="h.txt"))
    made.append(record("Half.\n", [("quorum", {"fraction": "1/2"}, "Half")], name="i.txt"))
    write_report(made, tmp_path, as_of=AS_OF)
    page = (tmp_path / "comparison.html").read_text("utf-8")
    assert "Whether members may send a deputy" in page
    assert "3 friends of" in page
    assert "Ann Example" not in page
