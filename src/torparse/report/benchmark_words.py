"""Benchmarks in plain sentences: what the bodies say of a measure, where one stands, what is worth a question.

Nothing here is a judgement. An unusual number is asked about and never called a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from torparse.benchmarks.distribution import MIXED, Benchmark, Figures, Lane, Outlier, Place
from torparse.benchmarks.measures import Measure
from torparse.plain_words import joined, many

_COMPARED: Mapping[str, tuple[str, str]] = {
    "%": ("lower", "higher"),
    "days": ("shorter", "longer"),
    "months": ("shorter", "longer"),
    "a year": ("less often", "more often"),
    "members": ("fewer", "more"),
}
_BOUNDS = {"at_least": "“at least”", "at_most": "“at most”", "about": "“about”"}
#: What to ask about a number far below and far above the others.
_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "quorum_share": ("Are so few enough to bind the others?", "Do meetings often fail for want of members?"),
    "papers_sent": ("Is there time to read the papers?", "Can the papers be ready so early?"),
    "agenda_prepared": ("Is there time to add an item?", "Is the agenda still right by the meeting?"),
    "meeting_notice": ("Can members keep the day free?", "Is this each meeting, or the dates of a whole year?"),
    "special_meeting_notice": ("Can members come so soon?", "Is it soon enough for what cannot wait?"),
    "amendment_notice": ("Is there time to ask the partners behind the members?", "Can the terms be changed in time?"),
    "dissolution_notice": ("Is there time to settle what is left?", "Is so long a notice wanted?"),
    "meetings_a_year": ("Is it often enough for what it decides?", "Does it still meet so often?"),
    "review_interval": ("Is it done each time?", "Will the terms still fit by then?"),
    "chair_term": ("Is it long enough to settle in?", "Is there a way to change the chair before?"),
    "member_term": ("Is it long enough to settle in?", "Do others get their turn?"),
    "majority_needed": ("Is so small a share enough?", "Can a few members hold up a decision?"),
    "minutes_days": ("Can it be kept to?", "Do members have them well before the next meeting?"),
    "members": ("Are all partners there?", "Can so many decide together?"),
}
_WITHOUT: Mapping[str, tuple[str, str]] = {
    "stated": ("speaks of it without a number", "speak of it without a number"),
    "part": ("speaks of it without a number", "speak of it without a number"),
    "deferred": ("leaves it to another paper", "leave it to another paper"),
    "placeholder": ("has still to write it", "have still to write it"),
    "absent": ("says nothing", "say nothing"),
    "not_assessable": ("cannot be assessed", "cannot be assessed"),
    "not_needed": ("does not need it, a person says", "do not need it, people say"),
}


def figure(value: float | None) -> str:
    """A number with two decimal places at most; "" for none."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def amount(value: float, unit: str, kind: str = "") -> str:
    """A number with its unit: "33.3%", "5 clear days", "4 meetings a year"."""
    number = figure(value)
    if unit == "%":
        return f"{number}%"
    one = number == "1"
    if unit == "a year":
        return f"{number} meeting{'' if one else 's'} a year"
    noun = unit.removesuffix("s") if one else unit
    return " ".join(word for word in (number, "" if kind == MIXED else kind, noun) if word)


def lane_name(lane: Lane, unit: str) -> str:
    """Which numbers a lane holds: "clear days", "days, kind not said"; the unit for other measures."""
    return counted_in(lane.kind, unit)


def counted_in(kind: str, unit: str) -> str:
    """What numbers count, by the kind of days of a lane and the unit of the measure."""
    if unit != "days":
        return {"%": "per cent", "a year": "meetings a year"}.get(unit, unit)
    return {"": "days, kind not said", MIXED: "days of different kinds"}.get(kind, f"{kind} days")


def standing(place: Place, unit: str) -> str:
    """Where a body stands, in words: "shorter than 7 and longer than 2 of the 9 others"."""
    less, more = _COMPARED[unit]
    if not place.others:
        return "the only one with such a number"
    parts = [
        (f"{less} than", place.higher),
        ("the same as", place.equal),
        (f"{more} than", place.lower),
    ]
    some = [(words, count) for words, count in parts if count]
    if len(some) == 1:
        return f"{some[0][0]} {_everyone(place.others)}"
    return f"{joined(f'{words} {count}' for words, count in some)} of the {place.others} others"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bodies say of a measure: the answer in a sentence, one for each kind of days where there are several,
    and what is to be known of the numbers."""

    sentence: str
    lanes: tuple[str, ...]
    notes: tuple[str, ...]


def answer(benchmark: Benchmark) -> Answer:
    """What the bodies say of a measure of which some body gives a number."""
    unit = benchmark.measure.unit
    notes = (*_cautions(benchmark.lanes), *_others(benchmark.counts))
    if len(benchmark.lanes) == 1:
        (lane,) = benchmark.lanes
        who = f"{many(lane.figures.n, 'body', 'bodies')} {'gives' if lane.figures.n == 1 else 'give'} a number"
        return Answer(f"{who}{_lane(lane, unit)}.", (), notes)
    lanes = [
        f"{lane_name(lane, unit)[:1].upper()}{lane_name(lane, unit)[1:]}: "
        f"{many(lane.figures.n, 'body', 'bodies')}{_lane(lane, unit)}."
        for lane in benchmark.lanes
    ]
    return Answer(f"{benchmark.n} bodies give a number, in days of different kinds.", tuple(lanes), notes)


def question(outliers: Sequence[Outlier], lane: Lane, measure: Measure) -> str:
    """What makes a number worth a question, and the question; ``outliers`` are of bodies that share it, by one rule."""
    first, figures, unit = outliers[0], lane.figures, measure.unit
    less, more = _COMPARED[unit]
    than = more if first.above else less
    behind = first.place.lower if first.above else first.place.higher
    whom = f"all {behind} others" if behind == first.place.others else f"{behind} of the {first.place.others} others"
    middle = _between(figures, unit, lane.kind)
    asked = _QUESTIONS.get(measure.id, ("Is it meant so?",) * 2)[first.above]
    return f"{than} than {whom}; the middle half of the {figures.n} {middle}. {asked}"


def _everyone(others: int) -> str:
    return {1: "the other one", 2: "both others"}.get(others, f"all {others} others")


def _lane(lane: Lane, unit: str) -> str:
    """The figures of a lane in words that follow the number of its bodies."""
    figures, kind = lane.figures, lane.kind
    low, high = figures.minimum, figures.maximum
    if figures.n == 1:
        return f": {amount(low, unit, kind)}"
    if low == high:
        return f", and it is the same: {amount(low, unit, kind)}"
    if figures.lower is None:
        return f": {_bare(low, unit)} and {amount(high, unit, kind)}"
    ends = f", from {_bare(low, unit)} to {amount(high, unit, kind)}"
    middle = f"the median is {_bare(figures.median, unit)} and the middle half {_between(figures, unit, kind)}"
    return f"{ends}; {middle}"


def _bare(value: float, unit: str) -> str:
    """A number whose unit follows with the next one."""
    return figure(value) + ("%" if unit == "%" else "")


def _between(figures: Figures, unit: str, kind: str) -> str:
    """Where the middle half lies, in words that follow a noun."""
    if figures.lower is None or figures.upper is None:
        return "is not known"
    if figures.lower == figures.upper:
        return f"is at {amount(figures.lower, unit, kind)}"
    return f"lies between {_bare(figures.lower, unit)} and {amount(figures.upper, unit, kind)}"


def _cautions(lanes: Sequence[Lane]) -> Iterator[str]:
    """What is to be known of the numbers: bounds, ranges, and rules that several bodies share."""
    bounds = {name: sum(lane.figures.inexact.get(name, 0) for lane in lanes) for name in _BOUNDS}
    said = [f"{count} {'is' if count == 1 else 'are'} {_BOUNDS[name]}" for name, count in bounds.items() if count]
    if said:
        yield f"Of the numbers, {joined(said)} and {'counts' if sum(bounds.values()) == 1 else 'count'} as given."
    ranges = sum(lane.figures.ranges for lane in lanes)
    if ranges:
        yield f"{many(ranges, 'body gives', 'bodies give')} a range, which counts with its low end."
    n, rules = sum(lane.figures.n for lane in lanes), sum(lane.figures.rules for lane in lanes)
    if rules < n:
        yield f"The {n} numbers come from {many(rules, 'rule')}: bodies of one document may share a rule."


def _others(counts: Mapping[str, int]) -> Iterator[str]:
    """How many bodies have no number, and why."""
    merged: dict[tuple[str, str], int] = {}
    for code, words in _WITHOUT.items():
        merged[words] = merged.get(words, 0) + counts.get(code, 0)
    parts = [f"{count} {one if count == 1 else several}" for (one, several), count in merged.items() if count]
    if parts:
        yield f"Without a number: {joined(parts)}."
