"""Which fields of a value changed, in plain words: "share of members: 50% → 40%".

Names of the document's own ("by", "of") are held against each other by their words: articles, capitals and the plural s
do not count. Lengths of time are compared by length (the guide: twelve months are a year).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from torparse.model import Clause
from torparse.plain_words import day, duration, joined, role, share
from torparse.words import as_written

NOT_SAID = "not said"

#: Figures that torparse works out from other fields, and whole sentences, which are compared as wordings.
_NOT_COMPARED = frozenset(["derived", "derived_count", "statement"])

#: What a field is called. A pair of type and field goes before the field alone.
_LABELS: dict[str | tuple[str, str], str] = {
    "fraction": "share of members", "count": "number of members", "strict": "more than that share is needed",
    "combine": "which of number and share counts", ("quorum", "of"): "whose presence counts",
    "composition": "who else must be there", "requires": "who must be there", "wait": "time to wait",
    "adjourned_for": "adjourned for", "adjourned_quorum": "quorum of the adjourned meeting",
    "inquorate": "what follows without a quorum", "special": "special cases", "applies_to": "applies to",
    "threshold": "majority", "threshold_basis": "majority of whom", "votes_per_member": "votes for each member",
    "casting_vote": "casting vote", "casting_vote_by": "who has the casting vote", "escalates_to": "referred to",
    "method": "how", "by": "by whom", "from": "from whom", "to": "to whom", "whom": "whom", "term": "length of office",
    ("voting", "tie"): "if votes are equal", "voters": "who may vote", "response_quorum": "replies needed",
    "max_terms": "most terms", "max_total": "most time in all", "per_year": "times a year",
    ("meeting_frequency", "per_year"): "meetings a year", "bound": "at least, at most or about",
    "period": "days or weeks before", "day_kind": "kind of days", "subject": "what it is about",
    "tabling": "may be tabled at the meeting", "interval": "how often", "ad_hoc": "also as need arises",
    "agreed": "agreed on", "agreed_by": "agreed by", "next_review": "next review", "last_reviewed": "last review",
    "expires": "ends on", "at": "at which meeting", "trigger": "what sets it off", "requested_by": "at whose request",
    "notice": "notice", "assets": "what becomes of assets", "assets_detail": "what becomes of assets, in detail",
    "consult": "who is consulted", "recommended_by": "recommended by", "ratified_by": "ratified by",
    "withdrawal_notice": "notice to withdraw", "proposed_by": "proposed by", "automatic": "ends by itself",
    "allowed": "allowed", ("deputies", "voting"): "with a vote", "published": "made public", "within": "within",
    "missed": "meetings missed", "absent_for": "absent for", "consequence": "what follows", "open": "open to all",
    ("public_access", "open"): "open to the public", "when": "when declared",
    "withdraws": "the member leaves or does not vote", "recorded": "recorded", "nolan": "seven principles named",
    "instrument": "law or policy named", "responsible": "who is responsible", "steps": "steps are given",
    "number": "number of members", "minimum": "fewest members", "maximum": "most members", "seats": "seats listed",
    "kinds": "kinds of members", "accountable_body": "accountable body", "requisition": "members who can call one",
    ("extra_meetings", "fraction"): "share of members who can call one", "called_by": "called by",
    "held_within": "held within", "statutory": "statutory", ("membership", "statutory"): "statutory members",
    "groups": "groups", "terms": "where their terms are", "approval": "approved by", "register": "a register is kept",
    "vote_taken": "a vote is taken", "date": "date", "draft": "a draft", "public": "made public",
    "personal": "personal data", "framework": "a plan or framework is named", "evaluates_itself": "reviews itself",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed: its ``name`` in the value, what it is called, and both values in plain words."""

    name: str
    label: str
    old: str
    new: str


class Renaming:
    """The names of bodies that are called otherwise in the new version: old and new count as one and the same name.

    ``names`` are, for each such body, its names in the old version and in the new one.
    """

    def __init__(self, names: Iterable[tuple[Sequence[str], Sequence[str]]] = ()) -> None:
        pairs = list(names)
        self._old = [_pattern(old) for old, _ in pairs]
        self._new = [_pattern(new) for _, new in pairs]

    def old(self, text: str) -> str:
        """The old version's text with one name for each body."""
        return _renamed(text, self._old)

    def new(self, text: str) -> str:
        """The new version's text with one name for each body."""
        return _renamed(text, self._new)


def _renamed(text: str, patterns: Iterable[re.Pattern[str] | None]) -> str:
    for number, pattern in enumerate(patterns):
        text = pattern.sub(f"body{number}body", text) if pattern else text
    return text


def changed(old: Clause, new: Clause, renamed: Renaming) -> tuple[FieldChange, ...]:
    """The fields in which the values of two clauses of one type differ, in the order in which they are declared."""
    before, after = old.value.as_dict(), new.value.as_dict()
    names = dict.fromkeys((*before, *after))
    found = []
    for name in names:
        one, other = before.get(name), after.get(name)
        if name not in _NOT_COMPARED and _plain(one, renamed.old) != _plain(other, renamed.new):
            quotes = [[run.quote for run in clause.evidence] for clause in (old, new)]
            label = _LABELS.get((old.type, name)) or _LABELS.get(name) or name.replace("_", " ")
            found.append(FieldChange(name, label, _shown(one, quotes[0]), _shown(other, quotes[1])))
    return tuple(found)


def same_length(one: str | None, other: str | None) -> bool:
    """Whether two lengths of time (ISO 8601) are equal; not where one is not given."""
    return one is not None and other is not None and _plain(one, str) == _plain(other, str)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names of a body. A single word ("Forum") is a common one: it counts after "the" and by itself."""
    ordered = sorted({" ".join(name.split()) for name in names if name.strip()}, key=lambda n: (-len(n), n))
    long = [r"\s+".join(map(re.escape, name.split())) for name in ordered if " " in name]
    short = [re.escape(name) for name in ordered if " " not in name]
    some = [rf"(?<!\w)(?:the\s+)?(?:{'|'.join(long)})(?!\w)"] if long else []
    some += [rf"(?<!\w)the\s+(?:{'|'.join(short)})(?!\w)|\A(?:{'|'.join(short)})\Z"] if short else []
    return re.compile("|".join(some), re.IGNORECASE) if some else None


_ARTICLES = frozenset(["the", "a", "an", "of"])
_DURATION = re.compile(r"P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def _plain(value: Any, named: Callable[[str], str]) -> Any:
    """A value in the form in which it is compared."""
    if isinstance(value, list):
        return sorted(str(_plain(one, named)) for one in value)
    if not isinstance(value, str):
        return value
    length = _DURATION.fullmatch(value)
    if length:
        years, months, weeks, days, hours, minutes = (int(part or 0) for part in length.groups())
        return ("length", 12 * years + months, 1440 * (7 * weeks + days) + 60 * hours + minutes)
    if re.search(r"\d", value):
        return " ".join(named(value).casefold().split())
    return _telling(named(value)) or value.casefold()


def _telling(text: str) -> list[str]:
    """The words that tell one name from another: no articles, no plural s."""
    found = re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", text.casefold()))
    return [w.rstrip("s") if len(w) > 4 else w for w in found if w not in _ARTICLES]


def _shown(value: Any, quotes: Sequence[str]) -> str:
    """A value in plain words, free text with the capitals that the document uses."""
    if value is None:
        return NOT_SAID
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return joined(_shown(one, quotes) for one in value)
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    if re.fullmatch(r"\d+/\d+", text):
        return share(text)
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", text):
        return day(text)
    if _DURATION.fullmatch(text):
        return duration(text)
    return role(text) if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", text) else as_written(text, quotes)
