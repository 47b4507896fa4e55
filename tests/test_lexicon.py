"""Numbers, shares, lengths of time, dates, frequencies: one row a wording; values rendered in words and read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torparse.lexicon.dates import dates
from torparse.lexicon.durations import days, durations
from torparse.lexicon.fractions import shares
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.numbers import number, ordinal
from torparse.lexicon.phrase import phrase

UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
WORDS = [*UNITS.split(), "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int) -> str:
    """``value`` (1 to 99) as an officer writes it."""
    if value < 20:
        return WORDS[value - 1]
    tens, unit = divmod(value, 10)
    return TENS[tens - 2] + (f"-{WORDS[unit - 1]}" if unit else "")


@given(st.integers(1, 99))
def test_a_number_in_words_reads_back(value: int) -> None:
    assert number(in_words(value)) == value
    assert number(str(value)) == value
    assert number(f"{in_words(value)} ({value})") == value


@given(
    st.integers(2, 99),
    st.sampled_from(["day", "week", "month", "year"]),
    st.sampled_from(["", "clear ", "working ", "calendar ", "clear working "]),
    st.booleans(),
)
def test_a_length_of_time_in_words_reads_back(count: int, unit: str, kind: str, words: bool) -> None:
    kind = kind if unit == "day" else ""
    text = f"not less than {in_words(count) if words else count} {kind}{unit}s' notice"
    found = durations(text)
    assert [d.iso for d in found] == [f"P{count}{unit[0].upper()}"]
    wanted = {"": None, "clear ": "clear", "working ": "working", "calendar ": "calendar", "clear working ": "clear"}
    assert found[0].day_kind == wanted[kind]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2039, 12, 31)))
def test_a_date_reads_back_in_every_british_form(day: date) -> None:
    long, short = f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}"
    for text in (long, short, f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}"):
        assert [d.iso for d in dates(f"agreed on {text}.")] == [day.isoformat()], text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the twenty-first", 21),  # compound ordinal
        ("3rd", 3),  # digits
        ("fifteenth", 15),
        ("twelfth", 12),  # irregular
        ("many", None),  # no ordinal
    ],
)
def test_ordinals(text: str, wanted: int | None) -> None:
    assert ordinal(text.removeprefix("the ")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at least 50% of the members", [("1/2", False)]),  # per cent sign
        ("50 per cent of members", [("1/2", False)]),  # per cent in words
        ("one third of the Core Members", [("1/3", False)]),
        ("a two-thirds majority", [("2/3", False)]),  # hyphen
        ("three fourths of all", [("3/4", False)]),  # the old word for quarters
        ("two out of every three groups", [("2/3", False)]),
        ("more than half of those present", [("1/2", True)]),  # strict
        ("half plus one", [("1/2", True)]),
        ("2/3 of members", [("2/3", False)]),
        ("on 3/4/2005", []),  # a date is no share
        ("the third sector", []),  # an ordinal is no share
        ("a third party", []),  # nor is this
        ("one in every ten households", []),  # ten is not a denominator that rules use
    ],
)
def test_shares(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert [(str(s), s.strict) for s in shares(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("by the fifth working day before the meeting", [("P5D", "working")]),  # counted backwards
        ("a fortnight", [("P2W", None)]),
        ("the week before the day", [("P1W", None)]),
        ("three (3) clear days", [("P3D", "clear")]),
        ("48 hours", [("PT48H", None)]),
        ("a month's notice", [("P1M", None)]),
        ("a two year stint", [("P2Y", None)]),
        ("section 28 days", [("P28D", None)]),  # no reference here: a number before days is a period
        ("paragraph 4.5 of the rules", []),  # a reference
    ],
)
def test_lengths_of_time(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(d.iso, d.day_kind) for d in durations(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("once a quarter", (4, "exact")),
        ("not fewer than six times in each municipal year", (6, "at_least")),
        ("there shall be at least two meetings of the Board each year", (2, "at_least")),
        ("about every other month", (6, "about")),
        ("once a month, except in August", (11, "exact")),  # an exception is taken off
        ("no more than two months apart", (6, "at_least")),  # intervals
        ("no more than four a year", (4, "at_most")),
        ("every six to eight weeks", (7.43, "about")),  # a range
        ("at least two but up to four times a year", (2, "at_least")),  # the lower number binds
        ("at least two and not more than four meetings each year", (2, "at_least")),
        ("two to four meetings a year", (2, "at_least")),
        ("at least four times a year and up to six times in an election year", (4, "at_least")),  # two sayings
        ("biennially", (0.5, "exact")),
        ("on an 8 weekly cycle", (6.5, "exact")),
    ],
)
def test_frequencies(text: str, wanted: tuple[float, str]) -> None:
    found = frequencies(text)
    assert (found[0].per_year, found[0].bound) == wanted


@pytest.mark.parametrize("text", ["the annual report", "an annual general meeting", "annual leave", "electronic post"])
def test_no_frequency(text: str) -> None:
    assert frequencies(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Monday 3rd September 2007", "2007-09-03"),  # weekday and ordinal
        ("the fourteenth day of September 2005", "2005-09-14"),  # in words
        ("12.06.08", "2008-06-12"),  # day before month, two-digit year
        ("June 2016", "2016-06"),  # partial
    ],
)
def test_dates(text: str, wanted: str) -> None:
    assert [d.iso for d in dates(text)] == [wanted]


def test_periods_compare_by_length() -> None:
    assert days("P2W") == days("P14D")
    assert days("PT48H") == days("P2D")


def test_a_phrase_is_tolerant_of_space_and_case() -> None:
    assert phrase("not less than {NUMBER} members").search("NOT  less\nthan four members")
    with pytest.raises(KeyError):
        phrase("{NOSUCHPART}")
