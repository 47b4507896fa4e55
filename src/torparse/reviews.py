"""What people said of clauses, cells and findings, in plain words.

A reviewer gave the name to be shown with what they said, so it is never masked; a note is free text, and is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from torparse.model import Clause, Finding, Judged, Record, Review, Source, Verdict
from torparse.plain_words import day, joined

if TYPE_CHECKING:
    from torparse.compare import Cell

Hide = Callable[[str], str]
"""Masks a text."""
_DATE = len("2026-11-29")


def on(review: Review) -> str:
    """The day of a review in words: "29 November 2026"."""
    return day(review.on[:_DATE])


def done(clause: Clause) -> str:
    """What a person did with a clause: "Corrected", "Checked", "Added" (torparse had missed it), "" for nothing."""
    if clause.source is Source.MACHINE:
        return ""
    if clause.source is Source.CONFIRMED:
        return "Checked"
    return "Corrected" if clause.machine else "Added"


def clause_said(clause: Clause) -> str:
    """Who did what with a clause: "Corrected by Ada Fenn on 29 November 2026", "" where nobody did."""
    return f"{done(clause)} by {clause.review.by} on {on(clause.review)}" if clause.review else ""


def judged_said(judged: Judged, hide: Hide) -> str:
    """A verdict on a cell with who, when and the note: "Not needed (Ada Fenn, 29 November 2026): a note"."""
    review = judged.review
    if judged.verdict is Verdict.NOT_NEEDED:
        return not_needed(review, hide)
    return f"Checked by {review.by} on {on(review)}{_noted(review, hide)}"


def not_needed(review: Review, hide: Hide) -> str:
    """That something is not needed, with who says so, when and why."""
    return f"Not needed ({review.by}, {on(review)}){_noted(review, hide)}"


def unsettled(record: Record, hide: Hide) -> tuple[str, ...]:
    """What people said of a document and no longer fits it, a sentence or two each; it is not in any result."""
    return tuple(f"To be settled, as the document has changed since: {hide(text)}" for text in record.conflicts)


def cell_said(cell: Cell, hide: Hide) -> tuple[str, ...]:
    """What people said of a cell: the verdict on it, else of the clauses behind it, each once."""
    if cell.judged is not None:
        return (judged_said(cell.judged, hide),)
    return tuple(dict.fromkeys(said for clause in cell.clauses if (said := clause_said(clause))))


def finding_said(finding: Finding, hide: Hide, reason: str = "") -> str:
    """The reason of a finding (``reason``: another wording of it) with what people said: that it is not needed comes
    first, which parts of it are not and whose corrections it rests on come behind."""
    parts = [*_verdict(finding, hide), reason or hide(finding.reason), *_spared(finding, hide)]
    return " ".join([*parts, *(f"{said}." for said in finding.reviewed)])


def reviewed(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Who did what with clauses, each once."""
    return tuple(dict.fromkeys(said for clause in clauses if (said := clause_said(clause))))


def _verdict(finding: Finding, hide: Hide) -> Iterator[str]:
    if finding.not_needed is not None:
        review = finding.not_needed
        yield _sentence(f"{review.by} said so on {on(review)}{_noted(review, hide)}")


def _spared(finding: Finding, hide: Hide) -> Iterator[str]:
    for review in dict.fromkeys(review for _, review in finding.spared):
        labels = joined(label for label, said in finding.spared if said == review)
        yield f"Not needed ({review.by}, {on(review)}): {labels}."
        if review.note:
            yield _sentence(f"Note: {hide(review.note)}")


def _noted(review: Review, hide: Hide) -> str:
    return f": {hide(review.note)}" if review.note else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
