"""How close wordings are to one of the user's own: the words that stand in both, and whether the values agree."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from torparse.compare import summary_of
from torparse.errors import TorparseError
from torparse.examples.topics import Topic, feed_of
from torparse.examples.worth import Key, key_of
from torparse.likeness.alike import Keys, likeness
from torparse.likeness.words import FIGURE, NAME, words_of
from torparse.model import Clause, Document, Status
from torparse.pipeline import extract_document
from torparse.readers.text import blocks_of

_TITLE = "Terms of Reference"
_SHOWN = 8  # shared words that are named


@dataclass(frozen=True, slots=True)
class Near:
    """A wording that others are held against: its ``text``, what it ``reads_as`` in words (nothing where torparse does
    not read it as a rule on the topic), the ``keys`` of those values, and its ``words``."""

    text: str
    reads_as: tuple[str, ...]
    keys: frozenset[Key]
    words: Keys


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a wording is: ``likeness`` of the words (0 to 1), whether the value is the ``same``, and ``why``."""

    likeness: float
    same: bool
    why: str


def near_of(text: str, topic: Topic) -> Near:
    """A wording as torparse reads it: as one paragraph of terms of reference.

    Raises TorparseError where it has no word to compare by.
    """
    plain = " ".join(text.split())
    words = tuple(word.key for word in words_of(plain) if word.key)
    if not words:
        raise TorparseError("the wording has no words to compare by", where="--near", todo="Give a sentence")
    found = [(clause, feed) for clause in _read(plain, topic) if (feed := feed_of(topic, clause))]
    stated = [(clause, feed) for clause, feed in found if clause.status is Status.STATED]
    says = tuple(dict.fromkeys(summary_of(clause, feed.fields) for clause, feed in stated))
    return Near(plain, says, frozenset(key_of(clause, feed) for clause, feed in stated), words)


def closeness(near: Near, words: Keys, key: Key) -> Closeness:
    """How close a wording with these words and this value is to the one given.

    The likeness is that of ``likeness.alike``: the words that count and stand in both in the same order, twice, by the
    words of both.
    """
    same = key in near.keys
    value = "the same value" if same else "another value" if near.keys else ""
    shared = _shared(near.words, words)
    common = f"shares {', '.join(shared)}" if shared else "no word in common"
    return Closeness(round(likeness(near.words, words), 2), same, "; ".join(filter(None, (value, common))))


def _shared(one: Keys, other: Keys) -> Sequence[str]:
    """The words that both have in the same order, names and numbers as such; each once."""
    from rapidfuzz.distance import Indel

    named = {NAME: "a name", FIGURE: "a number"}
    found = [
        named.get(word, f"“{word}”")
        for code in Indel.opcodes(one, other)
        if code.tag == "equal"
        for word in one[code.src_start : code.src_end]
    ]
    return list(dict.fromkeys(found))[:_SHOWN]


def _read(text: str, topic: Topic) -> tuple[Clause, ...]:
    """The clauses of a wording. A title and a heading stand before it: a lone sentence may be of any document."""
    whole = f"{_TITLE}\n\n1. {topic.title}\n\n{text}\n"
    digest = hashlib.sha256(whole.encode("utf-8")).hexdigest()
    document = Document("wording", "wording", whole, tuple(blocks_of(whole)), digest, "txt")
    begin = len(whole) - len(text) - 1
    return tuple(c for c in extract_document(document).clauses if all(e.start >= begin for e in c.evidence))
