"""What people said of clauses and cells, as the report shows it beside what torparse found."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.compare import Cell, status_code, summary_of
from torparse.model import Clause, Record, Source, Status
from torparse.report.words import STATUSES
from torparse.reviews import Hide, cell_said, clause_said, on

RECOMMENDED = "Recommended"


@dataclass(frozen=True, slots=True)
class People:
    """``mark`` is "Corrected", "Added", "Checked" or "", ``source`` the code of it, ``lines`` are sentences."""

    mark: str = ""
    source: str = ""
    lines: tuple[str, ...] = ()


NOBODY = People()


def is_reviewed(record: Record) -> bool:
    """Whether people have said anything of a record."""
    return bool(record.judged or record.rejected or record.conflicts or any(c.review for c in record.clauses))


def as_words(clause: Clause) -> str:
    """A clause in words: its status and, after a colon, its value."""
    if clause.status is Status.RECOMMENDED:
        return RECOMMENDED
    word, summary = STATUSES[status_code(clause.status, clause.completeness)][0], summary_of(clause)
    return f"{word}: {summary}" if summary else word


def found_words(clause: Clause) -> str:
    """What torparse itself had found where a person said something else, with what else of it is other now."""
    machine = clause.machine
    if machine is None:
        return ""
    other = [machine.type.replace("_", " ")] if machine.type != clause.type else []
    other += [machine.body or "whole document"] if machine.body != clause.body else []
    return f"{as_words(machine)} ({', '.join(other)})" if other else as_words(machine)


def clause_people(clause: Clause, hide: Hide) -> People:
    """What people said of a clause."""
    if clause.review is None:
        return NOBODY
    lines = [f"{clause_said(clause)}."]
    if clause.source is Source.CORRECTED:
        had = found_words(clause)
        lines.append(f"torparse had: {hide(had)}." if had else "torparse had not found it.")
    if clause.review.note:
        lines.append(f"Note by {clause.review.by}: {hide(clause.review.note)}")
    return People(clause_said(clause).split(" ")[0], str(clause.source), tuple(lines))


def cell_people(cell: Cell, hide: Hide) -> People:
    """What people said of a cell: the verdict, or what they did with the clauses behind it and what torparse had."""
    said = cell_said(cell, hide)
    if not said:
        return NOBODY
    if cell.not_needed and cell.judged is not None:
        return People("Not needed", str(cell.source))
    had = [f"torparse had: {hide(found_words(c))}" for c in cell.clauses if c.source is Source.CORRECTED and c.machine]
    lines = tuple(f"{line}." for line in dict.fromkeys((*said, *had)))
    return People("Corrected" if cell.source is Source.CORRECTED else "Checked", str(cell.source), lines)


def verdict_words(cell: Cell, hide: Hide) -> str:
    """Who judged a cell, when and why: "Ada Fenn, 29 November 2026: a note"; "" where nobody did."""
    if cell.judged is None:
        return ""
    review = cell.judged.review
    return f"{review.by}, {on(review)}" + (f": {hide(review.note)}" if review.note else "")
