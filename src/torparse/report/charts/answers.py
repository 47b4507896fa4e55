"""The answer to a chart's question in a sentence or two, worked out from the readings.

The middle value is the median of those that give a number. One number is no comparison, and two have no middle: the
sentences say so rather than count more than there is. Who gives no number is counted by the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from torparse.plain_words import joined, many
from torparse.report.charts.drawing import value
from torparse.report.charts.entries import Entry, named

_NAMED = 2
_LISTED = 3

#: Why a body is not drawn, in the order of the table: for one body, for several, and over the list of their names.
_UNPLACED = "mentions it without such a number", "mention it without such a number", "Mentioned, without a number"
_SILENT = {
    "unplaced": _UNPLACED,
    "deferred": ("says that it is in a paper that was not supplied", "say that it is in a paper that was not supplied",
                 "Said to be in another paper, not supplied"),
    "placeholder": ("still has to write it", "still have to write it", "Still to be written"),
    "absent": ("says nothing of it", "say nothing of it", "Not mentioned"),
    "not_needed": ("does not need it, a person says", "do not need it, people say", "Not needed, people say"),
    "not_assessable": ("cannot be assessed", "cannot be assessed", "Cannot be assessed: the terms were not supplied"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """How a measure is spoken of. ``gives`` and ``give`` go with one body and with several ("sets a quorum that can be
    placed"), ``amount`` words a number, ``least`` and ``most`` are its extremes ("shortest", "longest"),
    ``unplaced`` is said of those who mention it without a number: of one, of several, and over their list.
    """

    gives: str
    give: str
    amount: Callable[[float], str]
    least: str = "lowest"
    most: str = "highest"
    unplaced: tuple[str, str, str] = _UNPLACED


def answer(found: Sequence[Entry], wording: Wording, shape: str) -> str:
    """What the bodies with a number say together."""
    drawn = [entry for entry in found if entry.placed]
    total = many(len(found), "body", "bodies")
    if len(found) == 1:
        (one,) = found
        if drawn:
            return f"{one.full_name} {wording.gives}: {one.short}. There is no other body here to hold it against."
        return f"{one.full_name} is the only body here, and its terms give no such number."
    if not drawn:
        return f"None of the {total} {wording.gives}."
    if len(drawn) == 1:
        (one,) = drawn
        return f"One of {total} {wording.gives}: {one.full_name}, {one.short}. One number is no comparison."
    numbers = sorted(value(entry, shape) for entry in drawn)
    lowest = [e for e in drawn if value(e, shape) == numbers[0]]
    if numbers[0] == numbers[-1]:
        whom, all_ = (f" ({named(drawn, _NAMED)})", "both") if len(drawn) == 2 else ("", "all")
        return f"{len(drawn)} of {total}{whom} {wording.give}, and {all_} say {wording.amount(numbers[0])}."
    highest = [e for e in drawn if value(e, shape) == numbers[-1]]
    if len(drawn) == 2:
        return (f"2 of {total} {wording.give}: {lowest[0].full_name}, {lowest[0].short}, and {highest[0].full_name}, "
                f"{highest[0].short}.")  # fmt: skip
    return (
        f"{len(drawn)} of {total} {wording.give}. The middle value (median) is {wording.amount(median(numbers))}; the "
        f"{wording.least} is {_extreme(lowest, numbers[0], wording)}, and the {wording.most} "
        f"{_extreme(highest, numbers[-1], wording)}."
    )


def _extreme(found: Sequence[Entry], number: float, wording: Wording) -> str:
    """The lowest or highest in the terms' own words where they agree ("at most 10%"), and whose it is.

    Two bodies are named, of more only the first: a sentence of five names says nothing.
    """
    words = {entry.short for entry in found}
    shown = words.pop() if len(words) == 1 else wording.amount(number)
    return f"{shown}, in {named(found, _NAMED if len(found) == _NAMED else 1)}"


def others(found: Sequence[Entry], wording: Wording) -> str:
    """How many give no number, by the reason; "" where there is none."""
    if len(found) < 2:
        return ""
    groups = {reason: len(some) for reason, some in silent(found).items()}
    words = _SILENT | {"unplaced": wording.unplaced}
    told = [f"{count} {words[reason][0 if count == 1 else 1]}" for reason, count in groups.items()]
    if not told:
        return ""
    return f"Of the others, {joined(told)}." if sum(groups.values()) < len(found) else f"Of these, {joined(told)}."


def listing(found: Sequence[Entry], wording: Wording) -> tuple[tuple[str, str], ...]:
    """The reasons with the names of the bodies, for the end of the chart."""
    words = _SILENT | {"unplaced": wording.unplaced}
    return tuple((words[reason][2], named(some, _LISTED)) for reason, some in silent(found).items())


def silent(found: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The bodies without a number by the reason, in the order of the reasons."""
    groups: dict[str, list[Entry]] = {reason: [] for reason in _SILENT}
    for entry in found:
        if not entry.placed:
            code = entry.reading.code
            groups["unplaced" if code in ("stated", "part") else code].append(entry)
    return {reason: some for reason, some in groups.items() if some}
