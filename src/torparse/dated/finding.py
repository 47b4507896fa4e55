"""Where a document names what has gone, and whether it had gone already when the document was issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from torparse.dated.data import Reference, load
from torparse.dated.issued import before
from torparse.dated.wording import beside, is_citation, is_history, paragraphs, pattern
from torparse.model import Document, Evidence, Record
from torparse.structure.citations import citations
from torparse.structure.layout import layout
from torparse.structure.outline import outline

_Span = tuple[int, int]


class State(StrEnum):
    """How the end of a thing stands to the document's own date."""

    SINCE = "superseded_since"
    """It ended after the document was issued: the document was right in its time."""
    ALREADY = "already_out_of_date"
    """It had ended when the document was issued."""
    UNDATED = "superseded"
    """It has ended; the document gives no date of its own."""


@dataclass(frozen=True, slots=True)
class DatedReference:
    """One entry of the list that a document names, with every place in the order of the text."""

    reference: Reference
    state: State
    evidence: tuple[Evidence, ...]
    issued: str | None = None

    def __str__(self) -> str:
        return f"{self.reference.name}: {self.state}, {len(self.evidence)} places"


def find(
    source: Record | Document,
    issued: str | None,
    *,
    as_of: date | None = None,
    references: Sequence[Reference] | None = None,
) -> tuple[DatedReference, ...]:
    """The dated references of a document, in the order in which the text first names them.

    ``issued`` is the document's own date (ISO 8601, a month or a year alone will do) or None where it gives none. What
    ended only after ``as_of`` is left out. ``references`` is the list that comes with torparse unless another is given.

    A name is not counted where the text itself speaks of the thing as past ("formerly the …", "which replaced the …"),
    nor a body's name where it is the author of a publication. A law's name without its year, which the law of today has
    too, counts in a document older than the change; in a document without a date only where that names something else
    that ended before the change, because then it is old itself.
    """
    document = source.document if isinstance(source, Record) else source
    text = paragraphs(document)
    wanted = load() if references is None else references
    if as_of is not None:
        wanted = [one for one in wanted if not before(as_of.isoformat(), one.since)]
    named = {one.id: _mentions(one, text) for one in wanted}
    ended = [one.since for one in wanted if named[one.id]]
    for one in wanted:
        if one.bare and (before(issued, one.since) if issued else any(before(end, one.since) for end in ended)):
            named[one.id] = _merged([*named[one.id], *_spans(one, text, one.bare, no_year=True)])
    found = [(one, named[one.id]) for one in wanted if named[one.id]]
    if not found:
        return ()
    places = _Places(document, text)
    found.sort(key=lambda pair: pair[1][0])
    return tuple(
        DatedReference(one, _state(one, issued), tuple(map(places.evidence, spans)), issued) for one, spans in found
    )


def _state(reference: Reference, issued: str | None) -> State:
    if issued is None:
        return State.UNDATED
    ended = before(reference.since, issued) or reference.since == issued
    return State.ALREADY if ended else State.SINCE


def _mentions(reference: Reference, text: str) -> list[_Span]:
    """The places where the text names it, without its bare name."""
    if reference.not_in_document and pattern(reference.not_in_document).search(text):
        return []
    need = reference.names_need_near
    spans = [
        *_spans(reference, text, reference.names, near=need),
        *_spans(reference, text, reference.exact, near=need, case=True),
    ]
    if reference.short:
        known = any(
            pattern(words, case=case).search(text)
            for words, case in ((reference.names, False), (reference.exact, True))
            if words
        )
        other = bool(reference.short_not) and pattern(reference.short_not).search(text) is not None
        spans += _spans(reference, text, reference.short, near=other or not known, case=True)
    return _merged(spans)


def _spans(
    reference: Reference,
    text: str,
    words: tuple[str, ...],
    *,
    near: bool = False,
    case: bool = False,
    no_year: bool = False,
) -> Iterator[_Span]:
    """Places of ``words`` that count; ``near``: only those beside one of the entry's near words."""
    if not words:
        return
    for match in pattern(words, case=case, no_year=no_year).finditer(text):
        start, end = match.span()
        around = beside(text, start, end)
        if near and not (reference.near and pattern(reference.near).search(around)):
            continue
        if reference.not_near and pattern(reference.not_near).search(around):
            continue
        if is_history(text, start, end) or (reference.kind == "body" and is_citation(text, end)):
            continue
        yield start, end


def _merged(spans: Sequence[_Span]) -> list[_Span]:
    """In the order of the text, of those that overlap the longest only."""
    kept: list[_Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


class _Places:
    """Evidence with the section, page and line of its place."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._units = layout(document, text)
        self._citations = citations(self._units, outline(self._units, text, len(document.text)))

    def evidence(self, span: _Span) -> Evidence:
        start, end = span
        document = self._document
        block = next((b for b in document.blocks if b.start <= start < b.end), None)
        line = document.text.count("\n", 0, start) + 1 if block is not None and block.line is not None else None
        at = next((i for i, unit in enumerate(self._units) if unit.outer <= start < unit.end), None)
        section = self._citations[at] if at is not None else ""
        return Evidence(document, start, end, section, block.page if block else None, line)
