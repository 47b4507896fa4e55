"""Precision, recall, F1 and the accuracy of status, body and fields, over documents that have been matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from torparse.align import Span
from torparse.annotations import SCORED
from torparse.evaluate.matching import Assessed, Pair

GROUPS: Mapping[str, tuple[str, ...]] = {
    "core6": ("quorum", "voting", "chair_appointment", "review_cycle", "notice", "dissolution"),
    "policy4": ("equalities", "interests", "complaints", "freedom_of_information"),
}
"""The types that are also scored together."""


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
    matched: int = 0
    bodies_right: int = 0
    bodies_asked: int = 0

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
        return _share(self.fields_right, self.fields_asked)

    @property
    def exact(self) -> float | None:
        """Share of matched clauses with a value whose fields are all right; None where there is none."""
        return _share(self.values_right, self.values_asked)

    @property
    def status(self) -> float | None:
        """Share of matched clauses, whatever their status, that have the right one; None where there is none."""
        return _share(self.right, self.matched)

    @property
    def body(self) -> float | None:
        """Share of matched clauses with a gold body that name it; None where there is none."""
        return _share(self.bodies_right, self.bodies_asked)

    def as_dict(self) -> dict[str, Any]:
        """The figures that the team's scorer gives too, rounded to three places."""
        return {
            "p": round(self.precision, 3),
            "r": round(self.recall, 3),
            "f1": round(self.f1, 3),
            "gold": self.gold,
            "fields": rounded(self.fields),
            "exact": rounded(self.exact),
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
    """The figures of some documents. ``missing`` counts gold files without a record, ``bad_quotes`` misplaced quotes.

    ``types`` are those that occur in gold or prediction; ``assessed`` is what the figures are made of.
    """

    documents: int
    missing: int
    bad_quotes: int
    types: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...] = field(default=(), repr=False)
    assessed: tuple[Assessed, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, assessed: Iterable[Assessed]) -> Scores:
        """The figures of these documents."""
        all_ = tuple(assessed)
        counts: dict[str, Counter[str]] = {name: Counter() for name in sorted(SCORED)}
        for one in all_:
            _count(one, counts)
        tallies = {name: Tally(**count) for name, count in counts.items()}
        return cls(
            documents=len(all_),
            missing=sum(not one.found for one in all_),
            bad_quotes=sum(one.bad_quotes for one in all_),
            types={name: tally for name, tally in tallies.items() if tally.seen},
            mistakes=tuple(mistake for one in all_ for mistake in _mistakes(one)),
            assessed=all_,
        )

    def __add__(self, other: Scores) -> Scores:
        return Scores.of((*self.assessed, *other.assessed))

    @property
    def body(self) -> float | None:
        """Share of matched clauses with a gold body that name it; None where there is none."""
        return self.group("all").body

    def group(self, name: str) -> Tally:
        """``core6``, ``policy4`` or ``all``, added up over types (micro average)."""
        names = GROUPS.get(name, tuple(self.types))
        return sum((self.types.get(one, Tally()) for one in names), Tally())

    @property
    def macro(self) -> tuple[float, float, float]:
        """Mean precision, recall and F1 of the types that occur in gold, each type counting alike; 0 without one."""
        tallies = [tally for tally in self.types.values() if tally.gold]
        columns = zip(*((t.precision, t.recall, t.f1) for t in tallies), strict=True)
        precision, recall, f1 = (sum(column) / len(tallies) for column in columns) if tallies else (0.0, 0.0, 0.0)
        return precision, recall, f1

    def as_dict(self) -> dict[str, Any]:
        """The figures for machines, with the keys of the team's scorer; shares rounded to three places."""
        return {
            "documents": self.documents,
            "missing": self.missing,
            "bad_quotes": self.bad_quotes,
            "types": {name: tally.as_dict() for name, tally in self.types.items()},
            **{name: self.group(name).as_dict() for name in (*GROUPS, "all")},
            "body": rounded(self.body),
        }

    def as_text(self, errors: int = 0) -> str:
        """The figures for readers: a line a type, then the groups; below them up to ``errors`` mistakes."""
        found = f"{self.documents} documents, {self.missing} without a record, {self.bad_quotes} quotes misplaced"
        lines = [f"{found}; bodies right: {shown(self.body)}", ""]
        lines.append(
            f"{'type':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'fields':>8}{'exact':>8}{'status':>8}{'bodies':>8}"
        )
        for name, tally in (*self.types.items(), *((name, self.group(name)) for name in (*GROUPS, "all"))):
            shares = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
            rest = "".join(f"{shown(one):>8}" for one in (tally.fields, tally.exact, tally.status, tally.body))
            lines.append(f"{name:24}{shares}{tally.gold:6}{rest}")
        lines.append(f"{'mean of the types':24}" + "".join(f"{one:7.3f}" for one in self.macro))
        return (
            "\n".join([*lines, *([""] if errors and self.mistakes else []), *map(str, self.mistakes[:errors])]) + "\n"
        )


def rounded(share: float | None) -> float | None:
    """A share to three places; None stays None."""
    return None if share is None else round(share, 3)


def shown(share: float | None) -> str:
    """A share for a reader; a dash where there is none."""
    return "-" if share is None else f"{share:.3f}"


def _share(right: int, asked: int) -> float | None:
    return right / asked if asked else None


def _count(one: Assessed, counts: Mapping[str, Counter[str]]) -> None:
    """Add a document to the counts of each type."""
    for pair in one.pairs:
        count = counts[pair.wanted.type]
        count["matched"] += 1
        if pair.status_right:
            count["right"] += 1
        else:
            # The clause that was wanted is not there, and one that nobody wanted is.
            count["spurious"] += 1
            count["missed"] += 1
        if pair.wanted.body:
            count["bodies_asked"] += 1
            count["bodies_right"] += pair.body_right
        if pair.fields_asked:
            count["fields_right"] += len(pair.fields_right)
            count["fields_asked"] += len(pair.fields_asked)
            count["values_asked"] += 1
            count["values_right"] += len(pair.fields_right) == len(pair.fields_asked)
    for wanted in one.missed:
        counts[wanted.type]["missed"] += 1
    for claim in one.spurious:
        counts[claim.type]["spurious"] += 1


def _mistakes(one: Assessed) -> Iterator[Mistake]:
    """What went wrong in a document: matched clauses, then those missed, then those invented."""

    def mistake(type_name: str, what: str, detail: str, spans: Sequence[Span]) -> Mistake:
        return Mistake(one.gold.document, type_name, what, detail, one.gold.text[slice(*spans[0])] if spans else "")

    for pair in one.pairs:
        for what, detail in _wrong(pair):
            yield mistake(pair.wanted.type, what, detail, pair.wanted.runs)
    for wanted in one.missed:
        yield mistake(wanted.type, "missed", str(wanted.value.as_dict()), wanted.runs)
    for claim in one.spurious:
        yield mistake(claim.type, "spurious", str(dict(claim.value)), claim.spans)


def _wrong(pair: Pair) -> Iterator[tuple[str, str]]:
    wanted, claim = pair.wanted, pair.claim
    if not pair.status_right:
        yield "status", f"gold {wanted.status}, got {claim.status}"
    if not pair.body_right:
        yield "body", f"gold {wanted.body}, got {claim.body}"
    if len(pair.fields_right) < len(pair.fields_asked):
        yield "value", f"gold {wanted.value.as_dict()}, got {dict(claim.value)}"
