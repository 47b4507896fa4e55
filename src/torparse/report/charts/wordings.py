"""The sentences of each chart: how its measures are spoken of, and how its marks are to be read."""

from __future__ import annotations

from torparse.report.charts.answers import Wording

_NO_PERIOD = (
    "speaks of it but sets no number of days",
    "speak of it but set no number of days",
    "Mentioned, no number of days",
)


def _days(number: float) -> str:
    return f"{number:g} {'day' if number == 1 else 'days'}"


def _a_year(number: float) -> str:
    return f"{number:g} a year"


def _months(number: float) -> str:
    return f"{number:g} {'month' if number == 1 else 'months'}"


def _notice(what: str) -> Wording:
    return Wording(f"says how long the notice {what} is", f"say how long the notice {what} is", _days, "shortest",
                   "longest", _NO_PERIOD)  # fmt: skip


QUORUM = Wording(
    "sets a quorum that can be placed as a share of the members",
    "set a quorum that can be placed as a share of the members",
    lambda number: f"{number:.0f}%",
    unplaced=(
        "sets one that cannot be placed as a share of the members",
        "set one that cannot be placed as a share of the members",
        "A quorum that cannot be placed as a share of the members",
    ),
)
QUORUM_REMARKS = (
    (
        "A dot is the share of all members who must be there. A line runs from the dot down to the lowest share where "
        "the terms leave open how many members there are, or who of them counts. An arrow to the right is “at least”, "
        "one to the left “at most”; in the middle value they count as the number given."
    ),
    "A quorum in numbers can be placed only where the terms say how many members there are.",
)

DAYS = {
    "papers_sent": Wording("says how many days before a meeting papers are sent",
                           "say how many days before a meeting papers are sent", _days, "shortest", "longest",
                           _NO_PERIOD),
    "agenda_prepared": Wording("says how many days before a meeting the agenda is prepared",
                               "say how many days before a meeting the agenda is prepared", _days, "shortest",
                               "longest", _NO_PERIOD),
    "meeting_notice": _notice("of an ordinary meeting"),
    "special_meeting_notice": _notice("of a special meeting"),
    "amendment_notice": _notice("of a change to the terms"),
    "dissolution_notice": _notice("of dissolution"),
}  # fmt: skip
DAYS_REMARKS = (
    (
        "Each kind of period has its own mark and its own drawing. Papers, notice of ordinary meetings and notice of "
        "special business have a scale each."
    ),
    (
        "Clear, working and calendar days are drawn as the number that the terms give and are not converted; the words "
        "beside a mark say which they are. A week is drawn as 7 days, a month as about 30."
    ),
)

MEETINGS = Wording(
    "says how often it meets", "say how often they meet", _a_year, "lowest", "highest",
    ("gives no number a year", "give no number a year", "Meetings, but no number a year"),
)  # fmt: skip
MEETINGS_REMARKS = (
    "A bar that is open at its end is “at least”, and counts as the number given. A hatched end is a range.",
)

REVIEW = Wording("says how often its terms are reviewed", "say how often their terms are reviewed", _months, "shortest",
                 "longest", ("speaks of a review but sets no interval", "speak of a review but set no interval",
                             "A review, but no interval"))  # fmt: skip
REVIEW_REMARKS = (
    (
        "A bar is the time from one review to the next. “Overdue” goes by the dates in the document: the review may "
        "have been held and not written down in it."
    ),
)

COUNTED = "Here are too many bodies for a mark each: a bar counts those that give a number. The table has every body."
