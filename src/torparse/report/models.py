"""What the pages of the report show, as plain immutable values with texts already masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torparse.provisions import Provision
from torparse.report.checklist_views import Quote
from torparse.report.people import NOBODY, People


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as listed. ``anchor`` is its address in the page, ``context`` the link to its sentence in the document,
    ``on_page`` that to the picture of its page, "" where there is none."""

    anchor: str
    context: str
    on_page: str
    title: str
    body: str
    code: str
    status: str
    summary: str
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    people: People = NOBODY


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a cell: words, the addresses of the sentence behind them in its document and of its entry in the list,
    and its short reference."""

    words: str
    context: str
    anchor: str
    reference: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell as shown: style code, word, a line for each thing behind it, and what people said of it."""

    code: str
    word: str
    links: tuple[Link, ...]
    people: People = NOBODY


@dataclass(frozen=True, slots=True)
class BodyView:
    """A column's head. ``standing`` in words, ``counts`` of its cells by status code, ``pointer`` with its anchor."""

    id: str
    name: str
    document: str
    standing: str
    counts: Mapping[str, int]
    pointer: Quote | None
    checklist: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as listed, with its clauses in the order of its text. ``page`` has its text ("": this one)."""

    anchor: str
    id: str
    page: str
    kind: str
    extent: str
    facts: str
    bodies: tuple[BodyView, ...]
    warnings: tuple[str, ...]
    clauses: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A provision with the cells of one block of bodies. ``stated`` of ``assessable`` bodies of the whole report state
    it; those are the bodies whose terms are in the documents."""

    provision: Provision
    stated: int
    assessable: int
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """Up to ``size`` bodies side by side from number ``first`` (from 1) on, the provisions in their groups."""

    first: int
    size: int
    bodies: tuple[BodyView, ...]
    groups: tuple[tuple[str, tuple[RowView, ...]], ...]
