"""Which predicted clause is which gold clause of a document, one to one (GUIDE.md, Scoring)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torparse.align import Aligner, Span
from torparse.annotations import SCORED, Annotation, Gold
from torparse.evaluate.values import body_agrees, fields_of
from torparse.model import Record


@dataclass(frozen=True, slots=True)
class Claim:
    """A predicted clause as scoring sees it. ``spans`` count in the reference text, ``confidence`` is 0 to 1.

    ``number`` is its place in the record, from 0; -1 where there is none.
    """

    type: str
    body: str | None
    status: str
    value: Mapping[str, Any]
    spans: tuple[Span, ...]
    confidence: float = 1.0
    number: int = -1


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold clause and the predicted clause that is held to be the same provision.

    ``fields_asked`` are the scored fields that either side gives; ``body_right`` is True where gold names no body.
    """

    wanted: Annotation
    claim: Claim
    fields_right: tuple[str, ...]
    fields_asked: tuple[str, ...]
    body_right: bool

    @property
    def status_right(self) -> bool:
        """Whether both give the same status."""
        return self.wanted.status == self.claim.status

    @property
    def right(self) -> bool:
        """Whether status, body and every field are right."""
        return self.status_right and self.body_right and len(self.fields_right) == len(self.fields_asked)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One document: what was found rightly or wrongly, missed, and invented.

    ``found`` is False where there is no record for the gold file. ``excused`` are readings that the annotators found
    arguable: they count neither way. ``bad_quotes`` counts quotes that are not the text at their offsets.
    """

    gold: Gold
    pairs: tuple[Pair, ...]
    missed: tuple[Annotation, ...]
    spurious: tuple[Claim, ...]
    excused: tuple[Claim, ...] = ()
    found: bool = True
    bad_quotes: int = 0

    @property
    def outcomes(self) -> list[tuple[Claim, bool]]:
        """Each predicted clause that counts, and whether all of it is right."""
        return [(pair.claim, pair.right) for pair in self.pairs] + [(claim, False) for claim in self.spurious]


def assess(gold: Gold, record: Record | None, align: bool | None = None) -> Assessed:
    """Match a record with the annotations of its document; ``align`` as in ``torparse.evaluate.evaluate``."""
    claims, bad_quotes = ([], 0) if record is None else _claims(gold, record, align)
    matched = match(gold, claims)
    main = _main_body(gold.clauses)
    pairs = tuple(pair_of(gold.clauses[i], claims[j], main) for i, j in matched.items())
    taken = set(matched.values())
    left = [claim for j, claim in enumerate(claims) if j not in taken]
    excused = tuple(claim for claim in left if _excused(gold, claim))
    return Assessed(
        gold=gold,
        pairs=pairs,
        missed=tuple(wanted for i, wanted in enumerate(gold.clauses) if i not in matched),
        spurious=tuple(claim for claim in left if claim not in excused),
        excused=excused,
        found=record is not None,
        bad_quotes=bad_quotes,
    )


def record_for(gold: Gold, records: Mapping[str, Record]) -> Record | None:
    """The record of a gold file's document by its name, else by its name but for the last suffix."""
    stem = Path(gold.document).stem
    return records.get(gold.document) or next((one for name, one in records.items() if Path(name).stem == stem), None)


def shared_words(text: str, ones: Sequence[Span], others: Sequence[Span]) -> int:
    """How many words lie in both; a part of a word counts as one, and a word counts for each pair of runs."""
    pairs = ((max(a, c), min(b, d)) for a, b in ones for c, d in others)
    return sum(len(re.findall(r"\w+", text[start:end])) for start, end in pairs if start < end)


def _claims(gold: Gold, record: Record, align: bool | None) -> tuple[list[Claim], int]:
    """The record's clauses of the guide's types, placed in the reference text; how many quotes are out of place."""
    if align is None:
        align = record.document.text != gold.text
    aligner = Aligner(gold.text)
    claims, bad = [], 0
    for number, clause in enumerate(record.clauses):
        if clause.type not in SCORED:
            continue
        spans: list[Span] = []
        for run in clause.evidence:
            if align:
                spans.extend(aligner.place(run.quote))
            else:
                spans.append((run.start, run.end))
                bad += gold.text[run.start : run.end] != run.quote
        value = clause.value.as_dict()
        claims.append(Claim(clause.type, clause.body, clause.status, value, tuple(spans), clause.confidence, number))
    return claims, bad


def pair_of(wanted: Annotation, claim: Claim, main: str | None = None) -> Pair:
    """The two as one pair; ``main`` is the body that null stands for."""
    right, asked = fields_of(wanted.type, wanted.value.as_dict(), claim.value)
    return Pair(wanted, claim, right, asked, body_agrees(wanted.body, claim.body, main))


def match(gold: Gold, claims: Sequence[Claim]) -> dict[int, int]:
    """Pairs one to one: best body first, then best value, then most shared words; index of gold to index of claim.

    Among equals the first in the files goes first, so that the figures never depend on chance. A wrong field weighs
    half of a right one.
    """
    candidates = []
    for i, wanted in enumerate(gold.clauses):
        for j, claim in enumerate(claims):
            words = wanted.type == claim.type and shared_words(gold.text, wanted.runs, claim.spans)
            if words:
                right, asked = map(len, fields_of(wanted.type, wanted.value.as_dict(), claim.value))
                agrees = body_agrees(wanted.body, claim.body)
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
    return any(claim.type == entry.type and shared_words(gold.text, entry.runs, claim.spans) for entry in gold.arguable)


def _main_body(clauses: Iterable[Annotation]) -> str | None:
    """The body that most gold clauses name (the first of several): null agrees with it."""
    named = Counter(clause.body for clause in clauses if clause.body)
    return named.most_common(1)[0][0] if named else None
