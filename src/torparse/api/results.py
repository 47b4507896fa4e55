"""What comparing and checking give: small objects round the matrix and the findings, for frames and notebooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from torparse.api.frames import frame
from torparse.checklists import Checklist
from torparse.compare import Matrix, compare
from torparse.export import Dataset
from torparse.export.part import Part
from torparse.model import Finding
from torparse.report.words import SHOWN_JUDGEMENTS, SHOWN_STATUSES
from torparse.shown import counted, table

if TYPE_CHECKING:
    import pandas as pd

_WIDE = 8
"""Bodies that a table in a notebook has room for."""


@dataclass(frozen=True, repr=False)
class Comparison:
    """What every body lays down, provision by provision. ``matrix`` is exact; frames and pages are masked unless
    contacts are to be included."""

    dataset: Dataset

    @cached_property
    def matrix(self) -> Matrix:
        """The cells of every body, with their clauses and evidence."""
        return compare(tuple(self.dataset.documents))

    def to_frame(self) -> pd.DataFrame:
        """One row for each pair of a body and a provision (tidy, long): who, where, and what.

        The columns are those of the table ``cells`` of ``torparse export``, with document, body and title before them.
        """
        return _named(self.dataset, "cells", "provisions", "provision_id", {"title": "provision", "group": "group"})

    def __repr__(self) -> str:
        columns = self.matrix.columns
        documents = len({column.document for column in columns})
        of = f"{counted(len(columns), 'body', 'bodies')} of {counted(documents, 'document')}"
        return f"<Comparison of {of}: {counted(len(self.matrix.provisions), 'provision')}>"

    def _repr_html_(self) -> str:
        heads: list[tuple[str, str]] = []
        cells: dict[tuple[str, str], str] = {}
        for part in self._shown():
            for column in part.columns:
                heads.append((column.id, f"{part.hidden(column.body.name)} ({part.id})"))
                for provision in self.matrix.provisions:
                    cell = self.matrix.cell(column.id, provision.id)
                    word, said = SHOWN_STATUSES[cell.code][0], part.hidden(cell.summary)
                    cells[column.id, provision.id] = f"{word}: {said}" if said else word
        kept, left = heads[:_WIDE], len(self.matrix.columns) - _WIDE
        caption = f"What each body lays down{f' (the first {_WIDE} of {left + _WIDE} bodies)' if left > 0 else ''}"
        rows = [(p.title, *(cells[id_, p.id] for id_, _ in kept)) for p in self.matrix.provisions]
        return table(caption, ("Provision", *(head for _, head in kept)), rows)

    def _shown(self) -> Iterator[Part]:
        """The documents of the bodies that a page shows."""
        bodies = 0
        for part in self.dataset.parts():
            if bodies >= _WIDE:
                return
            bodies += len(part.columns)
            yield part


@dataclass(frozen=True, repr=False)
class Checks:
    """How every body's terms stand to a checklist. ``findings`` are exact; frames and pages are masked unless contacts
    are to be included."""

    dataset: Dataset

    @property
    def checklist(self) -> Checklist:
        """What was asked."""
        return self.dataset.choices.checklist

    @cached_property
    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """Every finding with its document's id, documents in the order of their ids, items in that of the checklist."""
        return tuple((part.id, finding) for part in self._parts for _, finding in part.findings)

    @cached_property
    def _parts(self) -> Sequence[Part]:
        return tuple(self.dataset.parts())

    def of(self, document: str) -> tuple[Finding, ...]:
        """The findings of a document by its id."""
        return tuple(finding for id_, finding in self.findings if id_ == document)

    def to_frame(self) -> pd.DataFrame:
        """One row for each pair of a body and an item (tidy, long): who, what is asked, the judgement and its reason.

        The columns are those of the table ``checklist`` of ``torparse export``, with document, body and the item's
        requirement and importance before them.
        """
        asked = {"requirement": "requirement", "importance": "importance"}
        return _named(self.dataset, "checklist", "checklist_items", "item_id", asked)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return Counter(finding.code for _, finding in self.findings)

    def __repr__(self) -> str:
        bodies = len({(document, finding.body) for document, finding in self.findings})
        counts = ", ".join(
            f"{self._counts[code]} {word.lower()}" for code, (word, _) in SHOWN_JUDGEMENTS.items() if self._counts[code]
        )
        head = f"{self.checklist.name}, {counted(bodies, 'body', 'bodies')}"
        return f"<Checks of {head}{f': {counts}' if counts else ''}>"

    def _repr_html_(self) -> str:
        heads: dict[str, str] = {}
        judged: dict[tuple[str, str], str] = {}
        for part in self._parts:
            for column, finding in part.findings:
                heads.setdefault(column.id, f"{part.hidden(column.body.name)} ({part.id})")
                judged[column.id, finding.item] = SHOWN_JUDGEMENTS[finding.code][0]
        kept, left = list(heads.items())[:_WIDE], len(heads) - _WIDE
        caption = f"{self.checklist.title}{f' (the first {_WIDE} of {left + _WIDE} bodies)' if left > 0 else ''}"
        rows = [
            (f"{item.id} {item.requirement}", *(judged[id_, item.id] for id_, _ in kept))
            for item in self.checklist.items
        ]
        return table(caption, ("Item", *(head for _, head in kept)), rows)


def _named(dataset: Dataset, name: str, named: str, key: str, titles: Mapping[str, str]) -> pd.DataFrame:
    """A table of the export with the names of its bodies, and of its rows' subjects, before its own columns."""
    main, bodies, subjects = (
        frame(dataset.table(one).columns, dataset.rows(dataset.table(one))) for one in (name, "bodies", named)
    )
    whose = bodies[["body_id", "document_id", "name"]].rename(columns={"name": "body"})
    what = subjects[[key, *titles]].rename(columns=dict(titles))
    joined = main.merge(whose, on="body_id", how="left").merge(what, on=key, how="left")
    first = ["document_id", "body", *titles.values()]
    return joined[[*first, *(column for column in main.columns if column not in first)]]
