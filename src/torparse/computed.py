"""Items that no single clause answers: acronyms explained, and how few members may decide or end the partnership."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from torparse.model import Clause, Evidence, Judgement, Record, Status
from torparse.plain_words import joined

_ACRONYM = re.compile(r"(?<![\w@./-])[A-Z](?:[A-Z&]{1,5})(?=s?\b)(?![\w@/-])")
_EVERYDAY = frozenset(
    [
        "UK", "NHS", "GB", "EU", "US", "TV", "IT", "OK", "AM", "PM", "NB", "PO", "ID", "II", "III", "IV", "VI", "VII",
        "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "TBC", "TBA", "TBD", "CC", "BBC", "PDF", "CEO", "AGM", "AOB",
    ]
)  # fmt: skip
_SMALL_WORDS = r"(?:(?:of|and|for|the|in|to|on|with|&) )*"
_SHOWN = 6
_FEW_DECIDE, _FEW_END = Fraction(1, 4), Fraction(1, 2)
"""Of all members: less than a quarter who decide, or than half who end the partnership, are very few (our own line)."""
_MAJORITIES = {
    "simple_majority": Fraction(1, 2), "two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4),
    "unanimous": Fraction(1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A judgement with its reason, the quotes, and what would make it met."""

    judgement: Judgement
    reason: str
    evidence: tuple[Evidence, ...] = ()
    met_by: str = ""


def computed(name: str, record: Record, clauses: Sequence[Clause]) -> Answer:
    """The answer of the test called ``name`` on a record and the clauses of one of its bodies."""
    return {"acronyms": lambda: _acronyms(record.document.text), "small_share": lambda: _small_share(clauses)}[name]()


def _acronyms(text: str) -> Answer:
    lines = [line for line in text.splitlines() if line.upper() != line]
    used = [a for a in dict.fromkeys(_ACRONYM.findall("\n".join(lines))) if a not in _EVERYDAY]
    open_ = [a for a in used if not _explained(a, text)]
    if not used:
        return Answer(Judgement.MET, "The terms use no acronyms.")
    if not open_:
        return Answer(Judgement.MET, f"The terms explain the acronyms that they use ({joined(used[:_SHOWN])}).")
    shown = joined([*open_[:_SHOWN], *(["others"] if len(open_) > _SHOWN else [])])
    known = [a for a in used if a not in open_]
    judgement = Judgement.PARTLY if known else Judgement.NOT_MET
    said = f"The terms explain {joined(known[:_SHOWN])}. " if known else ""
    return Answer(judgement, f"{said}{'They' if said else 'The terms'} do not explain {shown}.", (),
                  f"In place once the terms write out in full: {shown}.")  # fmt: skip


def _explained(acronym: str, text: str) -> bool:
    """Whether the acronym stands in brackets or is followed by its meaning, or its words stand somewhere in full."""
    letters = [c for c in acronym if c.isalpha()]
    words = r"[\w'’]*[\s-]+".join(f"{_SMALL_WORDS}{re.escape(letter)}" for letter in letters)
    return bool(
        re.search(rf"\(\W{{0,2}}(?:the )?{re.escape(acronym)}s?\W{{0,2}}\)", text)
        or re.search(rf"\b{re.escape(acronym)}s?\b\s*(?:[(:=–—-]|means|stands for)\s*(?i:{letters[0]})\w", text)
        or re.search(rf"(?<!\w){words}[\w'’]+", text)
    )


def _small_share(clauses: Sequence[Clause]) -> Answer:
    quorums = [c for c in clauses if c.type == "quorum"]
    stated = [c for c in quorums if c.status is Status.STATED and "applies_to" not in c.value.as_dict()]
    if not quorums:
        return Answer(Judgement.NOT_MET, "The terms set no quorum, so they do not say how few members may decide.", (),
                      "In place once the terms set a quorum that fits the majority.")  # fmt: skip
    shares = [share for c in stated if (share := _present(c, _members(clauses))) is not None]
    if not shares:
        return Answer(Judgement.CANNOT_BE_JUDGED, "The terms do not tell which share of the members the quorum is.",
                      _runs(quorums))  # fmt: skip
    present = min(shares)
    problems, used = [], list(stated)
    for clause in clauses:
        value = clause.value.as_dict()
        share = _deciding(clause, present)
        limit = _FEW_END if clause.type == "dissolution" else _FEW_DECIDE
        if share is None or "applies_to" in value:
            continue
        used.append(clause)
        if share < limit:
            what = "end the partnership" if clause.type == "dissolution" else "decide"
            problems.append(f"{_percent(share)} of the members may {what}")
    if problems:
        reason = f"With the quorum and the majority that the terms set, {joined(dict.fromkeys(problems))}."
        return Answer(Judgement.NOT_MET, reason, _runs(used), "In place once the quorum or the majority is raised.")
    if not any(c.type == "voting" for c in used):
        if present < _FEW_DECIDE:
            reason = f"A meeting may be held with {_percent(present)} of the members."
            return Answer(Judgement.NOT_MET, reason, _runs(used), "In place once the quorum is raised.")
        reason = "The terms set no majority, so nobody can tell how few members may decide."
        return Answer(Judgement.CANNOT_BE_JUDGED, reason, _runs(used))
    return Answer(Judgement.MET, "By the quorum and the majority that the terms set, no very small group can decide.",
                  _runs(used))  # fmt: skip


def _members(clauses: Iterable[Clause]) -> int | None:
    """The most members that the document tells of."""
    values = [c.value.as_dict() for c in clauses if c.type == "membership" and c.status is Status.STATED]
    numbers = [v[name] for v in values for name in ("number", "seats") if name in v]
    return max(numbers, default=None)


def _present(clause: Clause, members: int | None) -> Fraction | None:
    """The share of the members that must be there."""
    value = clause.value.as_dict()
    if "fraction" in value:
        return Fraction(value["fraction"])
    if "count" in value and members:
        return min(Fraction(value["count"], members), Fraction(1))
    return None


def _deciding(clause: Clause, present: Fraction) -> Fraction | None:
    """The share of all members that carries a vote in the smallest meeting; None where the clause does not tell."""
    if clause.status is not Status.STATED or clause.type not in ("voting", "dissolution"):
        return None
    value = clause.value.as_dict()
    if value.get("method") == "consensus":
        return present
    if "threshold" not in value:
        return None
    name = value["threshold"]
    majority = _MAJORITIES.get(name) or Fraction(name)
    return majority if value.get("threshold_basis") == "all_members" else majority * present


def _percent(share: Fraction) -> str:
    return f"about {floor(share * 100 + Fraction(1, 2))}%"


def _runs(clauses: Iterable[Clause]) -> tuple[Evidence, ...]:
    found = {(e.start, e.end): e for c in clauses for e in c.evidence}
    return tuple(found[place] for place in sorted(found))
