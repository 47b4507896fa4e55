"""What a note is, and what the kinds of notes see of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from torparse.assembly import run_at
from torparse.model import Body, Clause, Document, Evidence, Record, Standing, Status, in_order
from torparse.plain_words import joined
from torparse.rules.context import Context, Sentence, build
from torparse.structure import analyse


@dataclass(frozen=True, slots=True)
class Note:
    """One thing in a document that does not fit. ``kind`` is a name of ``note_kinds``, ``body`` the body that it is
    about or None (the document as a whole), ``text`` one or two plain sentences, ``evidence`` the places set side by
    side, at least one.
    """

    kind: str
    body: str | None
    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a {self.kind} note without evidence cannot exist")

    def __str__(self) -> str:
        return f"{self.kind} ({self.body or 'whole document'}): {self.text}"


@dataclass(frozen=True)
class Reading:
    """A record, its text as rules read it, and the date that review dates are held against."""

    record: Record
    as_of: date

    @cached_property
    def context(self) -> Context:
        """The document read once more: a record does not carry units and sentences, and not every question needs
        them."""
        return _context(self.record.document)

    @property
    def text(self) -> str:
        """The reading copy of the text; the same offsets as the document's."""
        return self.context.structure.clean

    def bodies(self) -> list[Body]:
        """The bodies whose terms are in the document, the main one first."""
        supplied = [body for body in self.record.bodies if body.standing is Standing.SUPPLIED]
        return sorted(supplied, key=lambda body: not body.main)

    def stated(self, type_: str, body: Body | None = None) -> list[Clause]:
        """The stated clauses of a type: all, or those of ``body``.

        A clause without a body is the main body's, or the only one's.
        """
        found = [c for c in self.record.clauses if c.type == type_ and c.status is Status.STATED]
        if body is None:
            return found
        bodies = self.bodies()
        unnamed = body == bodies[0] if bodies else True
        names = {body.name, *body.aliases}
        return [c for c in found if (c.body in names if c.body is not None else unnamed)]

    def evidence(self, start: int, end: int) -> Evidence:
        """A run of the document's text with its place."""
        return run_at(self.record.document, self.context, start, end)

    def around(self, start: int, end: int) -> Evidence:
        """The sentence (or heading, or table cell) that the range stands in."""
        sentence = next((s for s in self.context.sentences if s.spans[-1][0] <= start < s.end), None)
        if sentence is not None:
            return self.evidence(sentence.spans[-1][0], sentence.end)
        unit = next((u for u in self.context.units if u.outer <= start < u.end), None)
        return self.evidence(min(unit.outer, unit.start), unit.end) if unit else self.evidence(start, end)

    def narrative(self, position: int) -> bool:
        """Whether the words there are history, or a drafter's comment."""
        sentence: Sentence | None = self.context.at(position)
        return sentence is not None and sentence.narrative


@lru_cache(maxsize=4)
def _context(document: Document) -> Context:
    """Kept for the last few documents: a checklist asks for the notes twice, and again once something is corrected."""
    return build(analyse(document))


def runs(clauses: Iterable[Clause], others: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
    """The evidence of several clauses and ``others``, each run once, in the order of the text."""
    return in_order((*(e for clause in clauses for e in clause.evidence), *others))


def places(evidence: Iterable[Evidence], most: int = 12) -> str:
    """Where runs are, for a sentence: "5 i), 5 k) and Annex 3"; beyond ``most`` places only how many more."""
    named = list(dict.fromkeys(e.section or (f"line {e.line}" if e.line else "the text") for e in evidence))
    more = len(named) - most
    return joined([*named[:most], f"{more} more"] if more > 0 else named)
