"""What is read as a number from terms of reference: each measure on small records, and what the seeds must show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gold_records import record
from torparse.benchmarks.measures import MEASURES, Measure, Reading
from torparse.compare import Matrix, compare
from torparse.model import Body, Standing
from torparse.pipeline import extract

BY_ID = {measure.id: measure for measure in MEASURES}
RULE = "The rule of the Heron Group in one line."
CODES = {"stated", "part", "deferred", "placeholder", "absent", "not_assessable"}

ROLL = """The Larkmoor Partnership
Terms of reference

1. Membership

The members of the Partnership are:

- Larkmoor Borough Council (three councillors)
- Larkmoor College
- Larkmoor Housing Association
- Larkmoor Police

2. Meetings

{}
"""


def _read(name: str, *clauses: tuple[Any, ...], text: str = RULE) -> Reading:
    """The reading of the one body of a record whose clauses are proved by the whole line."""
    made = record(text + "\n", [(kind, value, text, *rest) for kind, value, *rest in clauses])
    matrix = compare([made])
    return BY_ID[name].reading(matrix, matrix.columns[0])


# measure, type, value, the line that proves it -> low, high, bound, words
NUMBERS: dict[str, tuple[str, str, dict[str, Any], str, tuple[float | None, float | None, str, str]]] = {
    "half of the members": (
        "quorum_share", "quorum", {"fraction": "1/2", "of": "partners"}, RULE,
        (50, 50, "exact", "at least 50% of partners"),
    ),
    "a share to be exceeded is that share, in other words": (
        "quorum_share", "quorum", {"fraction": "1/2", "strict": True}, RULE,
        (50, 50, "exact", "more than 50% of the members"),
    ),
    "a number of nobody knows how many": (
        "quorum_share", "quorum", {"count": 5, "of": "members"}, RULE,
        (None, None, "", "5 members; cannot be placed: no member list"),
    ),
    "a number or a third, whichever is more: at least a third": (
        "quorum_share", "quorum", {"count": 4, "fraction": "1/3", "combine": "greater_of"}, RULE,
        (33.3, 33.3, "at_least", "4 or one third (whichever is more); no member list"),
    ),
    "whichever is fewer: at most a third": (
        "quorum_share", "quorum", {"count": 4, "fraction": "1/3", "combine": "lesser_of"}, RULE,
        (33.3, 33.3, "at_most", "4 or one third (whichever is fewer); no member list"),
    ),
    "a number or a third, and no word on which": (
        "quorum_share", "quorum", {"count": 4, "fraction": "1/3"}, RULE,
        (None, None, "", "4 or one third; cannot be placed: no member list"),
    ),
    "a quorum that is denied is no zero": (
        "quorum_share", "quorum", {}, RULE, (None, None, "", "no quorum is required"),
    ),
    "a quorum for another business is not that of the meeting": (
        "quorum_share", "quorum", {"fraction": "2/3", "applies_to": "dissolution"}, RULE,
        (None, None, "", "for dissolution only: at least two thirds of the members"),
    ),
    "working days stay working days": (
        "papers_sent", "notice", {"subject": "papers", "period": "P10D", "day_kind": "working"}, "Papers are sent out.",
        (10, 10, "exact", "10 working days before the meeting"),
    ),
    "weeks are seven days each": (
        "papers_sent", "notice", {"subject": "papers", "period": "P2W"}, "Papers are sent out.",
        (14, 14, "exact", "2 weeks before the meeting, counted as 14 days"),
    ),
    "hours are parts of days": (
        "special_meeting_notice", "notice", {"subject": "extraordinary_meeting", "period": "PT48H"}, RULE,
        (2, 2, "exact", "48 hours' notice, counted as 2 days"),
    ),
    "a month in days is about": (
        "meeting_notice", "notice", {"subject": "meeting", "period": "P1M"}, RULE,
        (30, 30, "about", "1 month's notice, counted as about 30 days"),
    ),
    "counted from weekdays": (
        "papers_sent", "notice", {"subject": "papers", "derived": "P5D"}, "Papers are sent out.",
        (5, 5, "exact", "5 days before the meeting, counted from the weekdays"),
    ),
    "in advance is no number": (
        "papers_sent", "notice", {"subject": "papers"}, "Papers are sent out.",
        (None, None, "", "in advance, no period given"),
    ),
    "a calendar of the year is no notice of a meeting": (
        "meeting_notice", "notice", {"subject": "meeting", "period": "P1Y", "method": "annual_calendar"}, RULE,
        (None, None, "", "the dates of a whole year are set together"),
    ),
    "an agenda that is prepared": (
        "agenda_prepared", "notice", {"subject": "papers", "period": "P10D"}, "The agenda is drawn up by the clerk.",
        (10, 10, "exact", "10 days before the meeting"),
    ),
    "notice of dissolution from the rule on dissolution": (
        "dissolution_notice", "dissolution", {"notice": "P21D"}, RULE, (21, 21, "exact", "21 days' notice"),
    ),
    "notice of a change from the rule on changes": (
        "amendment_notice", "amendment", {"notice": "P2W"}, RULE, (14, 14, "exact",
                                                                   "2 weeks' notice, counted as 14 days"),
    ),
    "at least four meetings": (
        "meetings_a_year", "meeting_frequency", {"per_year": 4, "bound": "at_least"}, RULE,
        (4, 4, "at_least", "at least 4 meetings a year"),
    ),
    "every two years": (
        "meetings_a_year", "meeting_frequency", {"per_year": 0.5, "bound": "exact"}, RULE,
        (0.5, 0.5, "exact", "1 meeting every 2 years"),
    ),
    "as needed is no number": (
        "meetings_a_year", "meeting_frequency", {}, RULE, (None, None, "", "meets, but no number a year is given"),
    ),
    "a yearly review": (
        "review_interval", "review_cycle", {"interval": "P1Y", "ad_hoc": True}, RULE,
        (12, 12, "exact", "every year or as need arises"),
    ),
    "a review as needed": (
        "review_interval", "review_cycle", {"ad_hoc": True}, RULE,
        (None, None, "", "as need arises; no interval given"),
    ),
    "the chair's two years": (
        "chair_term", "term_of_office", {"role": "chair", "term": "P2Y", "max_terms": 2}, RULE,
        (24, 24, "exact", "2 years; at most 2 terms"),
    ),
    "a simple majority": (
        "majority_needed", "voting", {"threshold": "simple_majority", "threshold_basis": "present"}, RULE,
        (50, 50, "exact", "simple majority of those present (more than half)"),
    ),
    "two thirds": (
        "majority_needed", "voting", {"threshold": "two_thirds"}, RULE, (66.7, 66.7, "exact", "two-thirds majority"),
    ),
    "a majority for money alone": (
        "majority_needed", "voting", {"threshold": "two_thirds", "applies_to": "funding"}, RULE,
        (None, None, "", "for funding only: two-thirds majority"),
    ),
    "minutes": (
        "minutes_days", "minutes", {"within": "P10D"}, "Minutes follow in ten working days.",
        (10, 10, "exact", "within 10 working days"),
    ),
    "minutes without a time": ("minutes_days", "minutes", {}, RULE, (None, None, "", "no time given")),
    "as many as said": ("members", "membership", {"number": 12}, RULE, (12, 12, "exact", "12 members")),
    "from eight to twelve": (
        "members", "membership", {"minimum": 8, "maximum": 12}, RULE, (8, 12, "exact", "8 to 12 members"),
    ),
    "at most nine": ("members", "membership", {"maximum": 9}, RULE, (9, 9, "at_most", "at most 9 members")),
}  # fmt: skip


@pytest.mark.parametrize("case", NUMBERS)
def test_a_clause_as_a_number(case: str) -> None:
    name, kind, value, text, expected = NUMBERS[case]
    made = _read(name, (kind, value), text=text)
    assert (made.low, made.high, made.bound, made.words) == expected
    assert made.code in ("stated", "part")
    assert made.clause is not None


# membership, quorum -> low, high, bound
SIZES: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[float | None, float | None, str]]] = {
    "of a number": ({"number": 12}, {"count": 4}, (33.3, 33.3, "exact")),
    "of a range: every share that fits": ({"minimum": 8, "maximum": 12}, {"count": 4}, (33.3, 50.0, "exact")),
    "of at most so many": ({"maximum": 12}, {"count": 4}, (33.3, 33.3, "at_least")),
    "of at least so many": ({"minimum": 8}, {"count": 4}, (50.0, 50.0, "at_most")),
    "more than there are": ({"number": 3}, {"count": 4}, (None, None, "")),
    "the larger of two": ({"number": 20}, {"count": 4, "fraction": "1/4", "combine": "greater_of"}, (25, 25, "exact")),
    "the smaller of two": ({"number": 20}, {"count": 4, "fraction": "1/4", "combine": "lesser_of"}, (20, 20, "exact")),
    "neither is said to hold": ({"number": 20}, {"count": 4, "fraction": "1/4"}, (20, 25, "exact")),
}


@pytest.mark.parametrize("case", SIZES)
def test_a_quorum_as_a_share_of_the_members(case: str) -> None:
    membership, quorum, expected = SIZES[case]
    made = _read("quorum_share", ("membership", membership), ("quorum", quorum))
    assert (made.low, made.high, made.bound) == expected


# the rule on the quorum under a list of four organisations with six representatives -> low, high
LISTED = {
    "who counts is open": ("The quorum is three voting members.", (50.0, 75.0)),
    "organisations count": ("The quorum is three member organisations.", (75.0, 75.0)),
    "people count": ("The quorum is three representatives.", (50.0, 50.0)),
}


@pytest.mark.parametrize("case", LISTED)
def test_organisations_and_their_representatives(case: str, tmp_path: Path) -> None:
    rule, expected = LISTED[case]
    path = tmp_path / "terms.txt"
    path.write_text(ROLL.format(rule), encoding="utf-8")
    matrix = compare([extract(path)])
    made = BY_ID["quorum_share"].reading(matrix, matrix.columns[0])
    assert (made.low, made.high) == expected
    counted = BY_ID["members"].reading(matrix, matrix.columns[0])
    assert (counted.low, counted.high, counted.words) == (4, 6, "4 member organisations with 6 representatives")


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("The agenda is prepared by the clerk and the chair.", "agenda_prepared"),
        ("The agenda is prepared and circulated by the clerk.", "papers_sent"),
        ("Papers reach members before the meeting.", "papers_sent"),
    ],
)
def test_an_agenda_that_is_prepared_is_not_one_that_is_sent(sentence: str, measure: str) -> None:
    other = ({"agenda_prepared", "papers_sent"} - {measure}).pop()
    rule = ("notice", {"subject": "papers", "period": "P7D"})
    assert _read(measure, rule, text=sentence).high == 7
    assert (_read(other, rule, text=sentence).code, _read(other, rule, text=sentence).high) == ("absent", None)


def test_special_business_is_never_mixed_with_ordinary_meetings() -> None:
    rules = [
        ("notice", {"subject": "meeting", "period": "P7D"}),
        ("notice", {"subject": "extraordinary_meeting", "period": "P3D"}),
        ("notice", {"subject": "amendment", "period": "P28D"}),
        ("notice", {"subject": "dissolution", "period": "P42D"}),
    ]
    names = ("meeting_notice", "special_meeting_notice", "amendment_notice", "dissolution_notice")
    assert [_read(name, *rules).high for name in names] == [7, 3, 28, 42]
    assert _read("papers_sent", *rules).code == "absent"


def test_two_rules_give_a_range_and_a_repeated_one_does_not() -> None:
    two = _read("meeting_notice", ("notice", {"subject": "meeting", "period": "P20D"}),
                ("notice", {"subject": "meeting", "period": "P3W"}))  # fmt: skip
    assert (two.low, two.high, two.words) == (20, 21, "20 days' notice; 3 weeks' notice, counted as 21 days")
    one = _read("dissolution_notice", ("dissolution", {"notice": "P21D"}),
                ("notice", {"subject": "dissolution", "period": "P21D", "day_kind": "clear"}))  # fmt: skip
    assert (one.low, one.high, one.words) == (21, 21, "21 clear days' notice")


def test_a_bodys_own_rule_goes_before_that_of_the_whole_document() -> None:
    made = _read("meetings_a_year", ("meeting_frequency", {"per_year": 2, "bound": "exact"}),
                 ("meeting_frequency", {"per_year": 6, "bound": "exact"}, "stated", "Board"))  # fmt: skip
    assert (made.low, made.high) == (6, 6)


# standing of the body, status of a clause on its quorum -> code, words
SILENT: dict[str, tuple[Standing, str, str, str]] = {
    "nothing said": (Standing.SUPPLIED, "", "absent", "not mentioned"),
    "in an annex": (Standing.SUPPLIED, "deferred", "deferred", "Annex 2, not supplied"),
    "to be written": (Standing.SUPPLIED, "placeholder", "placeholder", "Annex 2, TBC"),
    "in its own terms": (Standing.ELSEWHERE, "", "deferred", "In its own terms, not supplied"),
    "not supplied": (Standing.NOT_SUPPLIED, "", "not_assessable", "the terms were not supplied"),
}


@pytest.mark.parametrize("case", SILENT)
def test_why_there_is_no_number(case: str) -> None:
    standing, status, code, words = SILENT[case]
    text = "For the quorum see Annex 2 (TBC)." if status == "placeholder" else "For the quorum see Annex 2."
    clauses = [("quorum", {}, text, status)] if status else []
    matrix = compare([record(text + "\n", clauses, bodies=(Body("Board", standing, main=True),))])
    made = BY_ID["quorum_share"].reading(matrix, matrix.columns[0])
    assert made == Reading(matrix.columns[0].id, code, None, None, "", words, made.clause)
    assert (made.clause is None) is not bool(status)


@pytest.fixture(scope="module")
def seed_matrix(seeds: Path) -> Matrix:
    return compare([extract(path) for path in sorted(seeds.glob("*.txt"))])


# measure -> what each body with a number gives, by a word of its column's id
SEEDS: dict[str, dict[str, tuple[float, float, str]]] = {
    "quorum_share": {"lsp-executive": (27.3, 33.3, "exact"), "basingstoke": (50, 50, "exact")},
    "papers_sent": {
        "worcestershire-partnership-board": (7, 7, "exact"), "--worcestershire-partnership": (7, 7, "exact"),
    },
    "agenda_prepared": {"lsp-executive": (10, 10, "exact")},
    "meeting_notice": {},
    "special_meeting_notice": {},
    "amendment_notice": {},
    "dissolution_notice": {"basingstoke": (21, 21, "exact")},
    "meetings_a_year": {
        "lsp-executive": (4, 4, "exact"), "worcestershire-forum": (2, 2, "exact"),
        "--worcestershire-partnership": (2, 2, "at_least"),
    },
    "review_interval": {"basingstoke": (12, 12, "exact")},
    "majority_needed": {"lsp-executive": (50, 50, "exact")},
    "minutes_days": {},
}  # fmt: skip


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds(seed_matrix: Matrix, name: str) -> None:
    found = {c.id: BY_ID[name].reading(seed_matrix, c) for c in seed_matrix.columns}
    given = {body: (r.low, r.high, r.bound) for body, r in found.items() if r.low is not None}
    assert sorted(given.values()) == sorted(SEEDS[name].values())
    for word, expected in SEEDS[name].items():
        assert expected in [value for body, value in given.items() if word in body]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)
def test_every_reading_keeps_its_promises(seed_matrix: Matrix, measure: Measure) -> None:
    assert measure.provision in {p.id for p in seed_matrix.provisions}
    assert measure.unit in ("%", "days", "a year", "months", "members")
    for column in seed_matrix.columns:
        made = measure.reading(seed_matrix, column)
        assert made.code in CODES
        assert made.words
        assert (made.low is None) == (made.high is None) == (made.bound == "")
        if made.low is not None and made.high is not None:
            assert made.low <= made.high
            assert made.code in ("stated", "part")
            assert made.clause in column.record.clauses
        if made.code == "not_assessable":
            assert made.low is None
