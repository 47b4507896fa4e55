"""What the patterns of the rules need, worked out beforehand: ``needs.json.gz``, written by ``make needs``.

Reading a thousand patterns takes longer than reading a document. An entry goes by its pattern's own text, so it cannot
be out of date: a changed rule is one that the table does not know, and is read on first use.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from torparse.lexicon.alternatives import alternatives
from torparse.lexicon.needs import All, Atom, Need, Place, needs

FILE = Path(__file__).with_name("needs.json.gz")


def read(pattern: str, flags: int) -> tuple[All, ...]:
    """What each alternative of ``pattern`` needs; raises re.error where it is no expression."""
    return tuple(needs(part, flags) for part in alternatives(pattern))


def known(pattern: str, flags: int) -> tuple[All, ...]:
    """The same from the table; () where it does not have the pattern."""
    lists, entries = _table()
    return tuple(tuple(lists[at] for at in part) for part in entries.get(_key(pattern, flags), ()))


def all_needs() -> Iterable[Need]:
    """Every need in the table."""
    return _table()[0]


def write(patterns: Iterable[tuple[str, int]]) -> None:
    """Write the table of ``patterns`` and their flags; the same bytes for the same patterns."""
    found = {_key(*one): read(*one) for one in sorted(set(patterns))}
    every = sorted({need for parts in found.values() for part in parts for need in part}, key=sorted)
    number = {need: at for at, need in enumerate(every)}
    content = {
        "needs": [" ".join(f"{atom.place:d}{atom.letters}" for atom in sorted(need)) for need in every],
        "patterns": {key: [[number[need] for need in part] for part in parts] for key, parts in sorted(found.items())},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    FILE.write_bytes(gzip.compress(text.encode(), mtime=0))


def _key(pattern: str, flags: int) -> str:
    return sha256(f"{flags} {pattern}".encode()).hexdigest()[:20]


@cache
def _table() -> tuple[list[Need], dict[str, list[list[int]]]]:
    if not FILE.exists():
        return [], {}
    content = json.loads(gzip.decompress(FILE.read_bytes()))
    lists = [frozenset(_atom(one) for one in need.split(" ") if one) for need in content["needs"]]
    return lists, content["patterns"]


@cache
def _atom(written: str) -> Atom:
    return Atom(Place(int(written[0])), written[1:])
