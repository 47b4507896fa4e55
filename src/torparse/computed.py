"""Items that no single clause answers: acronyms explained, and how few members may decide or end the partnership."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from torparse.consistency import Note, notes_of
from torparse.model import Body, Clause, Evidence, Judgement, Record, Status, in_order
from torparse.plain_words import joined

_ACRONYM = re.compile(r"(?<![\w@./-])[A-Z](?:[A-Z&]{1,5})(?=s?\b)(?![\w@/-])")
_EVERYDAY = frozenset(
    [
        "UK", "NHS", "GB", "EU", "US", "TV", "IT", "OK", "AM", "PM", "NB", "PO", "ID", "II", "III", "IV", "VI", "VII",
        "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "TBC", "TBA", "TBD", "CC", "BBC", "PDF", "CEO", "AGM", "AOB",
    ]
)  # fmt: skip
_SMALL_WORDS = r"(?:(?:of|and|for|the|in|to|on|with|&) )*"
_MEANS = r"(?:[(:=–—-]|means|stands for)\s*(?:the |an? )?"
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A judgement with its reason, the quotes, and what would make it met."""

    judgement: Judgement
    reason: str
    evidence: tuple[Evidence, ...] = ()
    met_by: str = ""


Noted = Callable[[], tuple[Note, ...]]
"""The consistency notes of a record, made when they are first asked for."""


def computed(name: str, record: Record, body: Body, clauses: Sequence[Clause], noted: Noted) -> Answer:
    """The answer of the test called ``name`` on a record, for one of its bodies and the clauses that hold for it."""
    if name == "acronyms":
        return _acronyms(record.document.text)
    return _small_share(body, clauses, noted)


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
        or re.search(rf"\b{re.escape(acronym)}s?\b[^\w\s(]?\s*{_MEANS}(?i:{letters[0]})\w", text)
        or re.search(rf"(?<!\w){words}[\w'’]+", text)
    )


def _small_share(body: Body, clauses: Sequence[Clause], noted: Noted) -> Answer:
    """Judged by the consistency notes on quorum and majorities, where the terms give enough to work them out."""
    quorums = [c for c in clauses if c.type == "quorum"]
    if not quorums:
        return Answer(
            Judgement.NOT_MET, "The terms set no quorum, so they do not say how few members may decide.",
            met_by="In place once the terms set a quorum that fits the majority.",
        )  # fmt: skip
    few = [note for note in notes_of(noted(), body.name) if note.kind == "small_share"]
    if few:
        return Answer(
            Judgement.NOT_MET, " ".join(note.text for note in few), in_order(e for note in few for e in note.evidence),
            "In place once the quorum or the majority is raised.",
        )  # fmt: skip
    stated = [c for c in quorums if c.status is Status.STATED]
    if not any(_is_share(c, clauses) for c in stated):
        return Answer(Judgement.CANNOT_BE_JUDGED, "The terms do not tell which share of the members the quorum is.")
    rules = [c for c in clauses if c.type in ("voting", "dissolution") and c.status is Status.STATED]
    rules = [
        c for c in rules if {"threshold"} & set(c.value.as_dict()) or c.value.as_dict().get("method") == "consensus"
    ]
    if not rules:
        return Answer(
            Judgement.CANNOT_BE_JUDGED, "The terms set no majority, so nobody can tell how few members may decide."
        )  # fmt: skip
    return Answer(
        Judgement.MET, "By the quorum and the majority that the terms set, no very small group can decide.",
        in_order(e for c in (*stated, *rules) for e in c.evidence),
    )  # fmt: skip


def _is_share(quorum: Clause, clauses: Iterable[Clause]) -> bool:
    """Whether the terms tell which share of the members the quorum is."""
    value = quorum.value.as_dict()
    return "fraction" in value or ("count" in value and _members(clauses) is not None)


def _members(clauses: Iterable[Clause]) -> int | None:
    """The most members that the document tells of."""
    values = [c.value.as_dict() for c in clauses if c.type == "membership" and c.status is Status.STATED]
    numbers = [v[name] for v in values for name in ("number", "seats") if name in v]
    return max(numbers, default=None)
