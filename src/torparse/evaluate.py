"""Scoring an extraction against gold annotations (GUIDE.md, Scoring).

A predicted clause is matched with a gold clause of its type whose evidence it shares a word with, one to one.
Precision, recall and F1 count matched clauses of the right status; ``fields`` and ``exact`` look at the values of
matched clauses, ``body`` at the bodies they name. All shares are 0 to 1, rounded only where they are shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from torparse.align import Aligner, Span
from torparse.annotations import SCORED, Annotation, Gold, read_annotations
from torparse.model import Record

GROUPS: Mapping[str, tuple[str, ...]] = {
    "core6": ("quorum", "voting", "chair_appointment", "review_cycle", "notice", "dissolution"),
    "policy4": ("equalities", "interests", "complaints", "freedom_of_information"),
}
"""The types that are also scored together."""

FREE_TEXT = frozenset({"of", "composition", "by", "from", "casting_vote_by", "escalates_to", "consequence", "assets"})
"""Fields in the document's own words, compared by the words they share."""

_LEFT_OUT = {"the", "a", "an", "of", "s"}
_NAMED_FRACTIONS = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4)}
_DURATION = re.compile(r"p(?:(?P<count>\d+)(?P<unit>[ymwd])|t(?P<hours>\d+)h)")
_UNITS = {"y": ("months", 12), "m": ("months", 1), "w": ("days", 7), "d": ("days", 1)}


@dataclass(frozen=True, slots=True)
class Claim:
    """A predicted clause as scoring sees it. ``spans`` count in the reference text."""

    type: str
    body: str | None
    status: str
    value: Mapping[str, Any]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one clause type, or of several added up."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    fields_right: int = 0
    fields_asked: int = 0
    values_right: int = 0
    values_asked: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__dataclass_fields__))

    @property
    def gold(self) -> int:
        """How many clauses there are to find."""
        return self.right + self.missed

    @property
    def seen(self) -> bool:
        """Whether a clause of this type was there or was predicted."""
        return bool(self.right or self.spurious or self.missed)

    @property
    def precision(self) -> float:
        """Share of the predicted clauses that are right; 0 where there are none."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold clauses that are found; 0 where there are none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def fields(self) -> float | None:
        """Share of right fields among those that matched clauses give; None where they give none."""
        return self.fields_right / self.fields_asked if self.fields_asked else None

    @property
    def exact(self) -> float | None:
        """Share of matched clauses with a value whose fields are all right; None where there is none."""
        return self.values_right / self.values_asked if self.values_asked else None

    def as_dict(self) -> dict[str, Any]:
        """The figures, rounded to three places."""
        return {
            "p": round(self.precision, 3),
            "r": round(self.recall, 3),
            "f1": round(self.f1, 3),
            "gold": self.gold,
            "fields": _rounded(self.fields),
            "exact": _rounded(self.exact),
        }


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong: ``what`` is "missed", "spurious", "status", "body" or "value"."""

    document: str
    type: str
    what: str
    detail: str
    quote: str

    def __str__(self) -> str:
        return " | ".join((self.document, self.type, self.what, self.detail, " ".join(self.quote.split())[:160]))


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of an evaluation. ``missing`` counts gold files without a record, ``bad_quotes`` misplaced quotes."""

    documents: int
    missing: int
    bad_quotes: int
    types: Mapping[str, Tally]
    bodies_right: int = 0
    bodies_asked: int = 0
    mistakes: tuple[Mistake, ...] = field(default=(), repr=False)

    @property
    def body(self) -> float | None:
        """Share of matched clauses with a gold body that name it; None where there is none."""
        return self.bodies_right / self.bodies_asked if self.bodies_asked else None

    def group(self, name: str) -> Tally:
        """``core6``, ``policy4`` or ``all``, added up over types (micro average)."""
        names = GROUPS.get(name, tuple(self.types))
        return sum((self.types.get(one, Tally()) for one in names), Tally())

    def as_dict(self) -> dict[str, Any]:
        """The figures for machines, with the keys of the team's scorer; shares rounded to three places."""
        return {
            "documents": self.documents,
            "missing": self.missing,
            "bad_quotes": self.bad_quotes,
            "types": {name: tally.as_dict() for name, tally in self.types.items()},
            **{name: self.group(name).as_dict() for name in (*GROUPS, "all")},
            "body": _rounded(self.body),
        }

    def as_text(self, errors: int = 0) -> str:
        """The figures for readers: a line a type, then the groups; below them up to ``errors`` mistakes."""
        found = f"{self.documents} documents, {self.missing} without a record, {self.bad_quotes} quotes misplaced"
        lines = [f"{found}; bodies right: {_shown(self.body)}", ""]
        lines.append(f"{'type':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'fields':>8}{'exact':>8}")
        for name, tally in (*self.types.items(), *((name, self.group(name)) for name in (*GROUPS, "all"))):
            shares = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
            lines.append(f"{name:24}{shares}{tally.gold:6}{_shown(tally.fields):>8}{_shown(tally.exact):>8}")
        return (
            "\n".join([*lines, *([""] if errors and self.mistakes else []), *map(str, self.mistakes[:errors])]) + "\n"
        )


def evaluate(
    gold_dir: Path, records: Iterable[Record], texts_dir: Path | None = None, *, align: bool | None = None
) -> Scores:
    """Score records against the gold files of a folder (GUIDE.md, Scoring).

    A record belongs to the gold file that names its document, or that has the same name but for the last suffix. Where
    its text is another rendering of the reference text (a PDF's, a Word file's), quotes are placed by their words;
    ``align`` forces that on or off for all. Raises BadData as ``read_annotations`` does.
    """
    golds = read_annotations(gold_dir, texts_dir)
    by_name = {record.document.name: record for record in records}
    score = _Score()
    for gold in golds:
        record = by_name.get(gold.document) or next(
            (one for name, one in by_name.items() if Path(name).stem == Path(gold.document).stem), None
        )
        score.add(gold, record, align)
    return score.result()


class _Score:
    """Adds up documents; the only thing here that changes."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in SCORED}
        self.totals: Counter[str] = Counter()
        self.mistakes: list[Mistake] = []

    def result(self) -> Scores:
        tallies = {name: Tally(**self.counts[name]) for name in sorted(self.counts)}
        return Scores(
            types={name: tally for name, tally in tallies.items() if tally.seen},
            mistakes=tuple(self.mistakes),
            **{key: self.totals[key] for key in ("documents", "missing", "bad_quotes", "bodies_right", "bodies_asked")},
        )

    def add(self, gold: Gold, record: Record | None, align: bool | None) -> None:
        self.totals["documents"] += 1
        self.totals["missing"] += record is None
        claims = [] if record is None else self._claims(gold, record, align)
        pairs = _match(gold, claims)
        main = _main_body(gold.clauses)
        for i, j in pairs.items():
            self._pair(gold, gold.clauses[i], claims[j], main)
        for i, wanted in enumerate(gold.clauses):
            if i not in pairs:
                self.counts[wanted.type]["missed"] += 1
                self._say(gold, wanted.type, "missed", str(wanted.value.as_dict()), wanted.runs)
        taken = set(pairs.values())
        for j, claim in enumerate(claims):
            if j not in taken and not _excused(gold, claim):
                self.counts[claim.type]["spurious"] += 1
                self._say(gold, claim.type, "spurious", str(dict(claim.value)), claim.spans)

    def _claims(self, gold: Gold, record: Record, align: bool | None) -> list[Claim]:
        """The record's clauses of the guide's types, their evidence placed in the reference text."""
        if align is None:
            align = record.document.text != gold.text
        aligner = Aligner(gold.text)
        claims = []
        for clause in record.clauses:
            if clause.type not in SCORED:
                continue
            spans: list[Span] = []
            for run in clause.evidence:
                if align:
                    spans.extend(aligner.place(run.quote))
                else:
                    spans.append((run.start, run.end))
                    self.totals["bad_quotes"] += gold.text[run.start : run.end] != run.quote
            claims.append(Claim(clause.type, clause.body, clause.status, clause.value.as_dict(), tuple(spans)))
        return claims

    def _pair(self, gold: Gold, wanted: Annotation, claim: Claim, main: str | None) -> None:
        """Count one matched pair."""
        count = self.counts[wanted.type]
        if wanted.status == claim.status:
            count["right"] += 1
        else:
            # The clause that was wanted is not there, and one that nobody wanted is.
            count["spurious"] += 1
            count["missed"] += 1
            self._say(gold, wanted.type, "status", f"gold {wanted.status}, got {claim.status}", wanted.runs)
        if wanted.body:
            agrees = _body_agrees(wanted.body, claim.body, main)
            self.totals["bodies_asked"] += 1
            self.totals["bodies_right"] += agrees
            if not agrees:
                self._say(gold, wanted.type, "body", f"gold {wanted.body}, got {claim.body}", wanted.runs)
        right, asked = _fields(wanted, claim)
        if asked:
            count["fields_right"] += right
            count["fields_asked"] += asked
            count["values_asked"] += 1
            count["values_right"] += right == asked
            if right < asked:
                values = f"gold {wanted.value.as_dict()}, got {dict(claim.value)}"
                self._say(gold, wanted.type, "value", values, wanted.runs)

    def _say(self, gold: Gold, type_name: str, what: str, detail: str, spans: Sequence[Span]) -> None:
        quote = gold.text[slice(*spans[0])] if spans else ""
        self.mistakes.append(Mistake(gold.document, type_name, what, detail, quote))


def _match(gold: Gold, claims: Sequence[Claim]) -> dict[int, int]:
    """Pairs one to one: best body first, then best value, then most shared words; index of gold to index of claim.

    Among equals the first in the files goes first, so that the figures never depend on chance. A wrong field weighs
    half of a right one.
    """
    candidates = []
    for i, wanted in enumerate(gold.clauses):
        for j, claim in enumerate(claims):
            words = wanted.type == claim.type and _shared_words(gold.text, wanted.runs, claim.spans)
            if words:
                right, asked = _fields(wanted, claim)
                agrees = _body_agrees(wanted.body, claim.body)
                candidates.append((not agrees, (asked - right) / 2 - right, -words, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _excused(gold: Gold, claim: Claim) -> bool:
    """Whether a claim is a reading that the annotators found arguable: it counts neither way."""
    return any(
        claim.type == entry.type and _shared_words(gold.text, entry.runs, claim.spans) for entry in gold.arguable
    )


def _main_body(clauses: Iterable[Annotation]) -> str | None:
    """The body that most gold clauses name (the first of several): null agrees with it."""
    named = Counter(clause.body for clause in clauses if clause.body)
    return named.most_common(1)[0][0] if named else None


def _body_agrees(wanted: str | None, got: str | None, main: str | None = None) -> bool:
    """Whether a predicted body will do: any where gold names none, else one with half of the shorter name's words."""
    if not wanted:
        return True
    return _alike(_tokens(wanted), _tokens(got)) if got else wanted == main


def _fields(wanted: Annotation, claim: Claim) -> tuple[int, int]:
    """How many scored fields are right, of those that either side gives."""
    gold = wanted.value.as_dict()
    names = [name for name in SCORED[wanted.type] if name in gold or name in claim.value]
    both = [name for name in names if name in gold and name in claim.value]
    return sum(_same(name, gold[name], claim.value[name]) for name in both), len(names)


def _same(name: str, wanted: Any, got: Any) -> bool:
    """Whether two values of a field agree."""
    if name in FREE_TEXT:
        one, other = _tokens(wanted), _tokens(got)
        return _alike(one, other) or not (one or other)
    return bool(_canonical(wanted) == _canonical(got))


def _canonical(value: Any) -> Any:
    """A number, a fraction, a length of time or a word in the one form in which equals are equal."""
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word in _NAMED_FRACTIONS:
        return _NAMED_FRACTIONS[word]
    if re.fullmatch(r"\d+/0*[1-9]\d*", word):
        return Fraction(word)
    period = _DURATION.fullmatch(word)
    if period is None or (period["hours"] and int(period["hours"]) % 24):
        return word
    if period["hours"]:
        return "days", int(period["hours"]) // 24
    unit, times = _UNITS[period["unit"]]
    return unit, int(period["count"]) * times


def _tokens(value: Any) -> set[str]:
    """The words of a free text, or of a list of them, that tell something."""
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return set(re.findall(r"[a-z0-9]+", text.lower())) - _LEFT_OUT


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether the shared words are at least half of the shorter side's."""
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def _shared_words(text: str, ones: Sequence[Span], others: Sequence[Span]) -> int:
    """How many words lie in both; a part of a word counts as one, and a word counts for each pair of runs."""
    pairs = ((max(a, c), min(b, d)) for a, b in ones for c, d in others)
    return sum(len(re.findall(r"\w+", text[start:end])) for start, end in pairs if start < end)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _shown(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
