"""What the tables see of one document: its record, its columns in the comparison, its mask, its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from torparse.check import check
from torparse.checklists import Checklist
from torparse.compare import Column, column_of, distinct
from torparse.following import Others
from torparse.masking import Mask, mask_for
from torparse.metadata import Facts
from torparse.model import Clause, Evidence, Finding, Record

BETWEEN_RUNS = " […] "
"""What stands between the runs of text of one quote."""


@dataclass(frozen=True)
class Choices:
    """What an export was asked for.

    ``as_of`` is the day that review dates are held against, ``facts`` are the user's own on the documents. Of so many
    documents as ``partition`` says a form of files that are read together writes one file; 0: one of all.
    """

    as_of: date
    checklist: Checklist
    include_contacts: bool = False
    facts: Facts | None = None
    partition: int = 0


@dataclass(frozen=True)
class Part:
    """One document of an export. ``columns`` are its bodies; it may point to one of ``others``."""

    record: Record
    columns: tuple[Column, ...]
    choices: Choices
    others: Others = field(default_factory=Others)

    @property
    def id(self) -> str:
        """The document's id."""
        return self.record.document.id

    @cached_property
    def mask(self) -> Mask:
        """What is hidden of the document; nothing where contacts are to be included."""
        return Mask() if self.choices.include_contacts else mask_for(self.record.document.text)

    @cached_property
    def clauses(self) -> tuple[tuple[str, Clause], ...]:
        """The clauses with their ids, in the order of the text.

        An id is the document's, the type, and where the first quote begins and ends: ``terms.docx#quorum-120-164``. It
        does not depend on which other documents are exported.
        """
        ordered = sorted(self.record.clauses, key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.type))
        stems = (f"{self.id}#{c.type}-{c.evidence[0].start}-{c.evidence[0].end}" for c in ordered)
        return tuple(zip(distinct(stems), ordered, strict=True))

    @cached_property
    def _clause_ids(self) -> Mapping[int, str]:
        return {id(clause): name for name, clause in self.clauses}

    def clause_id(self, clause: Clause) -> str:
        """The id of one of the record's clauses; raises KeyError for another."""
        return self._clause_ids[id(clause)]

    def column_of(self, clause: Clause) -> Column | None:
        """The column of the body that a clause names; None where it names none, or one without a column."""
        return column_of(self.columns, self.record, clause)

    def column_named(self, body: str) -> Column | None:
        """The column of a body by its name."""
        return next((column for column in self.columns if column.body.name == body), None)

    @cached_property
    def findings(self) -> tuple[tuple[Column, Finding], ...]:
        """What the checklist finds, with the body's column."""
        found = check(self.record, self.choices.checklist, self.others)
        by_name = {column.body.name: column for column in self.columns}
        return tuple((by_name[finding.body], finding) for finding in found)

    def quote(self, runs: Iterable[Evidence]) -> str | None:
        """Runs of text as one masked quote; None where there are none."""
        return BETWEEN_RUNS.join(map(self.mask.quote, runs)) or None

    def hidden(self, value: Any) -> Any:
        """A value with its texts masked, and those of its items."""
        if isinstance(value, str):
            return self.mask.text(value)
        return tuple(map(self.hidden, value)) if isinstance(value, tuple | list) else value
