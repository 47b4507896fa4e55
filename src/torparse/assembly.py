"""From a hit to a clause: its status, completeness, evidence and confidence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from torparse.confidence import features, rating
from torparse.model import Clause, Completeness, Document, Evidence, Status
from torparse.rules import status
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context
from torparse.rules.setting import Provision, Setting

_RECOGNISED = "read by text recognition; check against the page"
_MOST = 0.9


def settled(hit: Hit) -> Status:
    """The rule's own status; where it has none, a value is stated and words without one are read."""
    if hit.status or hit.value:
        return hit.status or Status.STATED
    return status.reading(" ".join(s.text for s in hit.sentences))


def clause_of(provision: Provision, setting: Setting) -> Clause:
    """The clause that a provision of a document becomes."""
    type_, hit, context = provision.type, provision.hit, setting.context
    evidence = _evidence(hit, context)
    sure = _legibility(evidence, context.structure.document)
    complete = completeness(type_, hit.value)
    rated = rating(features(provision, setting, settled(hit), complete)).confidence
    rated = min(rated, hit.confidence)
    value = type_.value.from_dict({k: v for k, v in hit.value.items() if v is not None and v != ""})
    return Clause(
        type=type_.name,
        status=settled(hit),
        value=value,
        evidence=evidence,
        rule=hit.rule,
        body=provision.body,
        completeness=complete,
        basis=hit.basis,
        confidence=rated if sure is None else math.floor(rated * sure * 1000) / 1000,
        notes=hit.notes if sure is None else (*hit.notes, _RECOGNISED),
    )


def _legibility(evidence: tuple[Evidence, ...], document: Document) -> float | None:
    """How far the words of the evidence can be trusted where they were recognised in a picture, else None.

    It is the mean certainty of the words on the least certain of the pages it stands on, and never more than that of
    text which another program recognised: what a clause rests on are numbers, in which one wrong character tells.
    """
    known = {one.page: one.confidence for one in document.recognised}
    if not known:
        return None
    pages = {
        page
        for block in document.blocks
        if any(run.start < block.end and block.start < run.end for run in evidence)
        for page in (block.page, *(box.page for box in block.boxes))
    }
    found = [known[page] for page in pages if page in known]
    return min(_MOST if sure is None else min(sure, _MOST) for sure in found) if found else None


def completeness(type_: ClauseType, value: Mapping[str, Any]) -> Completeness:
    """Whether ``value`` (fields by their names in the output) gives every field that its type calls essential."""
    given = all(any(value.get(name) not in (None, "") for name in field.split("|")) for field in type_.essential)
    return Completeness.FULL if given else Completeness.PARTIAL


def _evidence(hit: Hit, context: Context) -> tuple[Evidence, ...]:
    """The runs of the document's text: sentences that follow each other in one paragraph become one run."""
    document = context.structure.document
    units = {span: sentence.unit for sentence in hit.sentences for span in sentence.spans}
    runs: list[tuple[int, int]] = []
    last: int | None = None
    for start, end in sorted(units):
        unit = units[start, end]
        if runs and unit == last and start >= runs[-1][1] and not document.text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        last = unit
    return tuple(run_at(document, context, start, end) for start, end in runs)


def run_at(document: Document, context: Context, start: int, end: int) -> Evidence:
    """The run of the text at ``start``..``end`` with its section, page and line."""
    block = next((b for b in document.blocks if b.start <= start < b.end), None)
    line = document.text.count("\n", 0, start) + 1 if block is not None and block.line is not None else None
    return Evidence(document, start, end, context.reference(start), block.page if block else None, line)
