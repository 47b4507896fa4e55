"""The clauses of a set of documents as each words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from torparse.compare import Matrix
from torparse.lexicon.numbers import number
from torparse.likeness.alike import Keys
from torparse.likeness.values import Choices, choices
from torparse.likeness.words import FIGURE, NAME, Names, Word, words_of
from torparse.model import Clause, Evidence, Record, Status, in_order

_NO_WORDING = "document_facts"
"""A date of adoption is no wording that one could copy."""


@dataclass(frozen=True, eq=False)
class Run:
    """A piece of a document's text with its words."""

    evidence: Evidence
    words: tuple[Word, ...]

    @cached_property
    def keys(self) -> Keys:
        """The words that count."""
        return tuple(word.key for word in self.words if word.key)

    @cached_property
    def exact(self) -> tuple[str, ...]:
        """All its words as they stand, in small letters, but for names."""
        return tuple(NAME if word.key == NAME else self.text(word).lower() for word in self.words)

    def text(self, word: Word) -> str:
        """A word as it stands in the document."""
        return self.evidence.quote[word.start : word.end]


@dataclass(frozen=True, eq=False)
class Wording:
    """The sentences of one document that lay a provision down. ``clauses`` of one type rest on them: two, for example,
    where the same sentence holds for two bodies."""

    record: Record
    clauses: tuple[Clause, ...]
    runs: tuple[Run, ...]

    @property
    def type(self) -> str:
        """The clause type."""
        return self.clauses[0].type

    @property
    def document(self) -> str:
        """The document's id."""
        return self.record.document.id

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences stand in the document's text."""
        return tuple((run.evidence.start, run.evidence.end) for run in self.runs)

    @cached_property
    def keys(self) -> Keys:
        """The words that count, of all its sentences."""
        return tuple(key for run in self.runs for key in run.keys)

    @cached_property
    def exact(self) -> tuple[str, ...]:
        """All its words as they stand, but for names: what two wordings must share to be word for word the same."""
        return tuple(word for run in self.runs for word in run.exact)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Its numbers, shares, dates and periods; "three" and "3" are the same."""
        found = (run.text(word).lower() for run in self.runs for word in run.words if word.key == FIGURE)
        parts = (part for text in found for part in re.findall(r"[^\W_]+", text))
        return tuple(part if (value := number(part)) is None else str(value) for part in parts)

    @cached_property
    def choices(self) -> Choices:
        """The figures and choices of its clauses."""
        return choices((clause, ()) for clause in self.clauses)


class Reader:
    """The words of evidence, each run read once for every record."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._names = {record.document.id: Names.of(record) for record in records}
        self._runs: dict[tuple[str, int, int], Run] = {}

    def names(self, record: Record) -> Names:
        """What a record calls its bodies."""
        return self._names[record.document.id]

    def run(self, record: Record, evidence: Evidence) -> Run:
        """A run of a record's text with its words."""
        place = (record.document.id, evidence.start, evidence.end)
        if place not in self._runs:
            self._runs[place] = Run(evidence, words_of(evidence.quote, self.names(record)))
        return self._runs[place]

    def runs(self, record: Record, clauses: Iterable[Clause]) -> tuple[Run, ...]:
        """The runs of several clauses, each once, in the order of the text."""
        return tuple(self.run(record, e) for e in in_order(e for clause in clauses for e in clause.evidence))


def records_of(matrix: Matrix) -> tuple[Record, ...]:
    """The records with a body that is compared, in the order of their documents' ids."""
    return tuple({column.document: column.record for column in matrix.columns}.values())


def wordings_of(records: Sequence[Record], reader: Reader) -> Mapping[str, tuple[Wording, ...]]:
    """What documents state, by clause type: each sentence once a document and type, in the order of the documents."""
    found: dict[str, list[Wording]] = {}
    for record in records:
        by_place: dict[tuple[str, tuple[tuple[int, int], ...]], list[Clause]] = {}
        for clause in record.clauses:
            if clause.status is Status.STATED and clause.type != _NO_WORDING:
                places = tuple((e.start, e.end) for e in in_order(clause.evidence))
                by_place.setdefault((clause.type, places), []).append(clause)
        for (name, _), clauses in sorted(by_place.items()):
            found.setdefault(name, []).append(Wording(record, tuple(clauses), reader.runs(record, clauses)))
    return {name: tuple(found[name]) for name in sorted(found)}
