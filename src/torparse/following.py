"""Where a document sends its reader to another one that is among the inputs: which one that is.

A wrong match is worse than none, so a document is followed only where its file name, its title or its first heading
bears the name or number that the pointer gives, where it belongs to the same partnership (it names the body, or the
folder holds no other terms), and where no second document fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath

from torparse.model import Clause, Kind, Record

_ANNEX = re.compile(r"\b(annexe?|appendix|schedule|attachment)\s+([A-Z]\b|\d+|[IVX]+\b)", re.IGNORECASE)
_NAMED = re.compile(
    r"\b((?:[A-Z][\w'’-]*\s+(?:(?:of|on|for|and|the|to)\s+)*){0,5}"
    r"(?:Code of (?:Conduct|Practice)|Protocol|Policy|Procedure|Scheme|Standing Orders|Constitution|Memorandum))\b"
    r"|\b(code of conduct|complaints? (?:procedure|protocol|policy)|voting (?:protocol|procedure)"
    r"|(?:equalit(?:y|ies)|data protection|communications?|media) (?:policy|protocol))\b"
)
_OTHERS = re.compile(
    r"\b(?:their|its|his or her|each|every|respective)\b[^.;]{0,40}\b(?:own|organi[sz]ations?'?s?)\b", re.I
)
_TARGET = re.compile(
    r"\b(?:annex|appendix|schedule|attachment|code of|protocol|policy|procedure|scheme|standing orders|constitution"
    r"|memorandum)\b"
)
"""What every name has that a pointer can give: others need not be kept, and may change without any effect."""
_TERMS = (Kind.TERMS_OF_REFERENCE, Kind.CONSTITUTION)
_HEAD = 300  # characters of a text in which its title stands


@dataclass(frozen=True, slots=True)
class Other:
    """A document that others may point to: what it is looked up by, and how its record is had where it fits.

    ``names`` are what it is called (``names_of``).
    """

    id: str
    sha256: str
    kind: Kind
    names: frozenset[str]
    fetch: Callable[[], Record]

    @classmethod
    def of(cls, record: Record) -> Other:
        """The same of a record that is there."""
        document = record.document
        return cls(document.id, document.sha256, record.kind, names_of(record), lambda: record)

    def is_(self, record: Record) -> bool:
        """Whether it is the document of this record."""
        return (self.id, self.sha256) == (record.document.id, record.document.sha256)


class Others:
    """The documents that one may point to, by what they are called and by their folders.

    A record is fetched only of a document that a pointer names, so that thousands can be looked up. ``fetched`` has the
    ids of those that were.
    """

    def __init__(self, some: Iterable[Other] = ()) -> None:
        self._by_id: dict[str, Other] = {}
        self._by_name: dict[str, list[Other]] = {}
        self._terms: dict[PurePosixPath, set[str]] = {}
        self.fetched: dict[str, Record] = {}
        for other in some:
            self._by_id[other.id] = other
            for name in other.names:
                self._by_name.setdefault(name, []).append(other)
            if other.kind in _TERMS:
                self._terms.setdefault(PurePosixPath(other.id).parent, set()).add(other.id)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Others:
        """The same of records that are there."""
        return cls(map(Other.of, records))

    def __bool__(self) -> bool:
        return bool(self._by_id)

    def __iter__(self) -> Iterator[Other]:
        return iter(self._by_id.values())

    def forget(self) -> None:
        """Keep none of the records that were fetched."""
        self.fetched.clear()

    def named(self, names: Iterable[str]) -> list[Other]:
        """Those that are called one of ``names``."""
        return list({other.id: other for name in names for other in self._by_name.get(name, ())}.values())

    def record(self, id: str) -> Record:
        """The record of a document; raises KeyError where it is none of them."""
        if id not in self.fetched:
            self.fetched[id] = self._by_id[id].fetch()
        return self.fetched[id]

    def alone(self, record: Record, other: Other) -> bool:
        """Whether ``other`` lies in the folder of ``record`` and no third document there has terms."""
        folder = PurePosixPath(record.document.id).parent
        terms = self._terms.get(folder, set())
        return PurePosixPath(other.id).parent == folder and terms <= {record.document.id, other.id}


def followed(record: Record, clauses: Iterable[Clause], others: Others) -> Record | None:
    """The record of the one document of ``others`` that the ``clauses`` of ``record`` point to, or None."""
    quotes = [run.quote for clause in clauses for run in clause.evidence]
    names = {name for quote in quotes for name in _targets(quote)}
    # by name first: whether a document belongs to another is asked of its whole text
    found = [other for other in others.named(names) if not other.is_(record)]
    found = [other for other in found if _belongs(record, other, others)]
    return _assessed(others.record(found[0].id)) if len(found) == 1 else None


def _assessed(record: Record) -> Record:
    """The record with its clauses, also where it was not assessed because it is a policy and no terms of reference."""
    if record.clauses or record.kind is not Kind.OTHER:
        return record
    from torparse.pipeline import extract_structure  # for the few documents that are read once more
    from torparse.structure import analyse

    structure = replace(analyse(record.document), kind=Kind.TERMS_OF_REFERENCE, sort=None)
    return extract_structure(structure)


def _targets(quote: str) -> set[str]:
    """The names and numbers of the documents that a pointer sends to; none for members' own organisations' rules."""
    if _OTHERS.search(quote):
        return set()
    return _annexes(quote) | {_plain(m[0]) for m in _NAMED.finditer(quote)}


def names_of(record: Record) -> frozenset[str]:
    """What a document is called: annex numbers and names in its file name, and in the lines that open it."""
    return _names(record.document.id, record.document.text[:_HEAD])


@lru_cache(maxsize=4096)
def _names(id: str, head: str) -> frozenset[str]:
    stem = _spaced(PurePosixPath(id).stem)
    lines = [line for line in head.splitlines() if line.strip()][:3]
    found = {_plain(stem)} | _annexes(stem)
    for line in (stem, *lines):
        start = line.strip()
        match = _ANNEX.match(start)
        found |= _annexes(match[0]) if match else set()
        found |= {_plain(m[0]) for m in _NAMED.finditer(start)} if len(start) < _HEAD // 3 else set()
        found.add(_plain(start))
    return frozenset(name for name in found if _TARGET.search(name))


def _annexes(text: str) -> set[str]:
    return {f"{_kind(m[1])} {m[2].lower()}" for m in _ANNEX.finditer(text)}


def _kind(word: str) -> str:
    return word.lower().removesuffix("e") if word.lower().startswith("annex") else word.lower()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", _spaced(text)).lower().split()).removeprefix("the ")


def _spaced(text: str) -> str:
    return re.sub(r"[-_]+", " ", text)


def _belongs(record: Record, other: Other, others: Others) -> bool:
    """Whether ``other`` is a paper of the same partnership and not terms of its own."""
    if other.kind in (Kind.INDUCTION_GUIDE, Kind.COMMITTEE_REPORT):
        return False
    if others.alone(record, other):
        return True
    text = " ".join(others.record(other.id).document.text.split()).casefold()
    bodies = [b for b in record.bodies if b.main] or list(record.bodies)
    return any(len(name.split()) > 1 and name.casefold() in text for b in bodies for name in (b.name, *b.aliases))
