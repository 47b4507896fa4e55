"""The facts of a draft that fill the blanks of a suggested wording, each with the sentence that it rests on.

A blank without a fact stays what it is: a neutral word, or a choice in square brackets. Names of persons are never a
fact: a post is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from torparse.compare import clauses_of
from torparse.lexicon.durations import days
from torparse.model import Body, Clause, Evidence, Kind, Record, Status
from torparse.passages import Passages
from torparse.plain_words import Given, duration, share
from torparse.suggesting import naming
from torparse.words import as_written

LABELS: Mapping[str, str] = {
    "body": "the body", "members": "who sits on it", "organisation": "the organisations", "chair": "the chair",
    "vice-chair": "the vice-chair", "these terms": "the document", "host": "the host organisation", "post": "the post",
    "papers": "days for papers", "days": "the kind of days", "meetings": "meetings a year", "quorum": "the quorum",
    "chosen": "the chair is",
    "deputy chosen": "the vice-chair is", "term": "the chair's term", "months": "months between reviews",
}  # fmt: skip
"""What each fact is about, before its colon."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_METHODS = ("elected", "selected", "appointed", "nominated")
_HOST = re.compile(r"\b(?:council|authority|trust|college|university|association|constabulary)$", re.IGNORECASE)
_SCOTLAND = "the Freedom of Information (Scotland) Act 2002"
_SCOTTISH = re.compile(r"\bFOISA\b|\bFreedom of Information \(Scotland\)")
_KINDS_OF_COUNCIL = re.compile(
    r"(?:the )?(?:county|borough|district|city|town|parish|unitary|metropolitan)? ?(?:council|authority)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What fills the blank ``name``, and the sentences that say so (none where only a title does)."""

    name: str
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one body by the names of the blanks; ``modal`` is "shall", "will" or "" (present tense).

    ``we`` is True where the draft says "we" of the body.
    """

    found: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    modal: str = ""
    we: bool = False

    def text(self, name: str) -> str | None:
        """What fills the blank, or None."""
        fact = self.found.get(name)
        return fact.text if fact else None


def facts_of(record: Record, body: Body) -> Facts:
    """The facts of the draft for the blanks of a wording that is meant for ``body``."""
    passages = Passages(record).all()
    sentences = [" ".join(run.quote.split()) for run in passages]
    found = {fact.name: fact for fact in _names(record, body, passages, sentences)}
    found |= _of_clauses(clauses_of(record, body), body)
    name = found["body"].text if "body" in found else None
    we = (body.main or len(record.bodies) == 1) and naming.says_we(sentences, name)
    return Facts(MappingProxyType(found), naming.modal_verb(sentences), we)


def _names(record: Record, body: Body, passages: Sequence[Evidence], sentences: Sequence[str]) -> Iterator[Fact]:
    """What the draft calls things; the sentence of each fact is the first that has its words."""
    unnamed = body.name == record.document.name
    names = [] if unnamed else [body.name, *body.aliases]
    others = [name for b in record.bodies if b.name != body.name for name in (b.name, *b.aliases)]
    title = record.document.text[:400]
    terms = naming.terms_word(sentences, title)
    if terms is None and record.kind is Kind.CONSTITUTION and re.search("constitution", title, re.IGNORECASE):
        terms = "this constitution"
    for name, text in (
        ("body", naming.body_name(names, [*others, *record.mentioned], sentences)),
        ("members", naming.members_word(sentences)),
        ("organisation", naming.organisation_word(sentences)),
        ("chair", naming.chair_title(sentences)),
        ("vice-chair", naming.vice_title(sentences)),
        ("these terms", terms),
        ("post", naming.post_name(sentences)),
        ("the FOI Act", _SCOTLAND if _SCOTTISH.search(" ".join(sentences)) else None),
    ):
        if text is not None:
            yield Fact(name, text, _first(_SCOTTISH if text == _SCOTLAND else _written(text), passages, sentences))


def _written(text: str) -> re.Pattern[str]:
    stem = re.escape(re.sub(r"y$", "", text))
    return re.compile(rf"(?<!\w){stem}", re.IGNORECASE)


def _first(pattern: re.Pattern[str], passages: Sequence[Evidence], sentences: Sequence[str]) -> tuple[Evidence, ...]:
    return next(((run,) for run, words in zip(passages, sentences, strict=True) if pattern.search(words)), ())


def _of_clauses(clauses: Sequence[Clause], body: Body) -> dict[str, Fact]:
    """What the draft lays down elsewhere: its host, its figures.

    The body's own rules come before those of the whole document. Where two differ, neither is a fact.
    """
    stated = sorted((c for c in clauses if c.status is Status.STATED), key=lambda c: c.body != body.name)
    found: dict[str, list[tuple[Fact, bool]]] = {}
    for clause in stated:
        figures = _FIGURES.get(clause.type)
        for name, text in figures(clause.value.as_dict()) if figures else ():
            found.setdefault(name, []).append((Fact(name, text, clause.evidence), clause.body == body.name))
    if "sent" in found:  # when papers go out is told apart from when a meeting is called
        found["papers"] = [(replace(fact, name="papers"), own) for fact, own in found.pop("sent")]
        found.pop("days", None)
        if "sent days" in found:
            found["days"] = [(replace(fact, name="days"), own) for fact, own in found.pop("sent days")]
    made = {fact.name: fact for fact in _host(stated)}
    for name, given in found.items():
        nearest = [fact for fact, own in given if own] or [fact for fact, _ in given]
        if len({fact.text for fact in nearest}) == 1:
            made[name] = nearest[0]
    return made


def _notice(value: Given) -> Iterator[tuple[str, str]]:
    period = str(value.get("period", ""))
    length = days(period)
    if value.get("subject") in ("papers", "meeting") and length and length == int(length) and "T" not in period:
        sent = value["subject"] == "papers"
        yield "sent" if sent else "papers", _number(int(length))
        if "day_kind" in value:
            yield "sent days" if sent else "days", str(value["day_kind"])


def _frequency(value: Given) -> Iterator[tuple[str, str]]:
    number = value.get("per_year", 0)
    if value.get("bound") == "exact" and number >= 1 and number == int(number):
        yield "meetings", _number(int(number))


def _quorum(value: Given) -> Iterator[tuple[str, str]]:
    if "count" in value and "fraction" not in value:
        yield "quorum", _number(int(value["count"]))
    elif "fraction" in value and "count" not in value and not value.get("strict"):
        yield "quorum", f"{share(value['fraction'])} of the"


def _chair(value: Given) -> Iterator[tuple[str, str]]:
    chair = value.get("role") == "chair"
    if value.get("method") in _METHODS:
        yield "chosen" if chair else "deputy chosen", str(value["method"])
    if chair and "term" in value:
        yield "term", duration(value["term"])


def _review(value: Given) -> Iterator[tuple[str, str]]:
    months = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?", str(value.get("interval", "")))
    if value.get("subject") in (None, "terms_of_reference") and months and any(months.groups()):
        yield "months", str(12 * int(months[1] or 0) + int(months[2] or 0))


_FIGURES: Mapping[str, Callable[[Given], Iterator[tuple[str, str]]]] = {
    "notice": _notice, "meeting_frequency": _frequency, "quorum": _quorum, "chair_appointment": _chair,
    "review_cycle": _review,
}  # fmt: skip


def _host(stated: Sequence[Clause]) -> Iterator[Fact]:
    """The organisation that holds the money, or else that provides the secretariat."""
    for type_, key in (("secretariat", "by"), ("finance", "accountable_body")):
        for clause in stated:
            given = clause.value.as_dict().get(key) if clause.type == type_ else None
            if given and _HOST.search(given):
                name = as_written(given, [run.quote for run in clause.evidence])
                yield Fact("host", f"the {name}" if _KINDS_OF_COUNCIL.fullmatch(name) else name, clause.evidence)


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
