"""From what a guide asks to the items of a checklist, one for each clause type and one for each thing of no type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torparse.errors import TorparseError
from torparse.guides.asks import Ask, asks
from torparse.guides.names import PROVISIONS
from torparse.model import Document, Evidence, Kind, Record, Status
from torparse.pipeline import provisions as provisions_of
from torparse.pipeline import record_of
from torparse.rules.context import Context, build
from torparse.structure import analyse

_TITLE_WORDS = 14
_TITLE = re.compile(r"\b(?:guide|toolkit|hand ?book|guidance|good practice|welcome pack|how to)\b", re.IGNORECASE)
_NOT_TITLE = re.compile(r"\bthis (?:guide|toolkit|hand ?book|pack)\b", re.IGNORECASE)
_FEWEST = 3
"""How many things a document of no telling kind must ask for to be taken for a guide."""
_WHAT = {
    Kind.TERMS_OF_REFERENCE: "terms of reference",
    Kind.CONSTITUTION: "a constitution",
    Kind.COMMITTEE_REPORT: "a covering report",
}


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An item as drafted. ``type`` is the clause type that shows it, "" where only a person can judge it.

    ``words`` are the guide's for the thing, ``section`` names the guide's section with page or line, ``evidence`` is
    where it asks.
    """

    id: str
    type: str
    requirement: str
    label: str
    words: str
    section: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The items drafted from one guide, in the order of its text."""

    document: Document
    title: str
    items: tuple[DraftItem, ...]


def draft(document: Document) -> Draft:
    """Draft a checklist from a guide.

    Raises TorparseError where the document is no guide, or is one that asks nothing of terms of reference.
    """
    structure = analyse(document)
    found = provisions_of(structure)
    record = record_of(found)
    if record.kind in _WHAT:
        raise TorparseError(
            f"this looks like {_WHAT[record.kind]}, not like a guide to them", where=document.name,
            todo="Give an induction guide or a partnership toolkit; torparse check reads terms of reference",
        )  # fmt: skip
    context = build(structure)
    asked = [*asks(context), *_recommended(record)]
    if not asked or (record.kind is not Kind.INDUCTION_GUIDE and len(asked) < _FEWEST):
        raise TorparseError(
            "this says nothing of what terms of reference should hold", where=document.name,
            todo="Give an induction guide or a partnership toolkit",
        )  # fmt: skip
    return Draft(document, _title(context), tuple(_items(asked, context)))


def _recommended(record: Record) -> Iterable[Ask]:
    for clause in record.clauses:
        if clause.status is Status.RECOMMENDED:
            yield Ask("", (clause.type,), clause.evidence)


def _items(asked: Sequence[Ask], context: Context) -> Iterable[DraftItem]:
    """One item for each clause type, at the place that asks for it first, and for each thing of no type."""
    groups: dict[str, list[Ask]] = {}
    for ask in asked:
        groups.setdefault(ask.types[0] if ask.types else f"“{ask.words.lower()}”", []).append(ask)
    ordered = sorted(groups.items(), key=lambda g: min(a.evidence[-1].start for a in g[1]))
    for number, (key, together) in enumerate(ordered, 1):
        first = together[0]
        evidence = tuple(dict.fromkeys(run for ask in together for run in ask.evidence))
        where = _where(context, first.evidence[-1])
        id = f"Q{number:02}"
        if key in PROVISIONS:
            one = PROVISIONS[key]
            words = "; ".join(dict.fromkeys(ask.words for ask in together if ask.words))
            yield DraftItem(id, key, one.requirement, one.label, words, where, evidence)
        else:
            yield DraftItem(id, "", f"The guide asks for: {first.words}.", "", first.words, where, evidence)


def _where(context: Context, run: Evidence) -> str:
    """The guide's section with the sections around it, and the page or line as far as the format says."""
    at = next((i for i, u in enumerate(context.units) if u.outer <= run.start < u.end), None)
    chain = context.structure.outline.chain(context.structure.outline.of_unit[at]) if at is not None else []
    names = [f"{s.number}. {s.title}" if s.number and s.number not in s.title else s.title for s in reversed(chain)]
    place = f"page {run.page}" if run.page is not None else f"line {run.line}" if run.line is not None else ""
    return ", ".join(part for part in (" > ".join(names[-2:]), place) if part) or "text"


def _title(context: Context) -> str:
    """The first line that reads like the title of a guide, else the first one short enough, else the file's name."""
    structure = context.structure
    lines = [" ".join(structure.text(unit).split()) for unit in structure.units[:12]]
    short = [line for line in lines if 0 < len(line.split()) <= _TITLE_WORDS]
    titles = [line for line in short if _TITLE.search(line) and not _NOT_TITLE.search(line)]
    return next(iter((*titles, *short)), structure.document.name)
