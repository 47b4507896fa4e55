"""Examples as every form shows them: plain immutable values, texts already masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torparse.examples.nearness import Closeness


@dataclass(frozen=True, slots=True)
class Also:
    """A further place with the same wording. ``exactly``: word for word, names apart; else nearly so."""

    source: str
    exactly: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A wording with its source.

    ``reads_as`` says its value in full where that is more than the group's. ``part`` is True where it does not state
    the whole rule, ``unsure`` where torparse is less sure of it (``gathering.UNSURE``). ``evidence`` are the masked
    quotes with their offsets, for JSON.
    """

    document: str
    bodies: tuple[str, ...]
    source: str
    quotes: tuple[str, ...]
    reads_as: str
    part: bool
    unsure: bool
    confidence: float
    evidence: tuple[dict[str, Any], ...]
    also: tuple[Also, ...] = ()
    closeness: Closeness | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The wordings that lay down one value. ``bodies`` says how many bodies chose it, ``more`` how many wordings are
    not shown. ``same`` is True where it is the value of the wording that was given."""

    value: str
    bodies: int
    examples: tuple[Example, ...]
    more: int
    same: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The groups of one subject or role; ``title`` is "" where the type has none."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A body without wording of its own: its source, and what its document says instead."""

    source: str
    says: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Everything that documents hold on a topic.

    ``elsewhere`` and ``unwritten`` are deferred and promised; ``silent`` are names of documents (with their bodies,
    where others of the document have the provision) in which it was looked for and is not; ``unjudged`` those whose
    terms were not supplied; ``guides`` those that only recommend it.
    """

    topic: str
    title: str
    documents: int
    sections: tuple[Section, ...]
    elsewhere: tuple[Elsewhere, ...]
    unwritten: tuple[Elsewhere, ...]
    silent: tuple[str, ...]
    unjudged: tuple[str, ...]
    guides: tuple[str, ...]
    near: str = ""
    near_reads_as: tuple[str, ...] = ()

    @property
    def rules(self) -> int:
        """How many wordings there are, those not shown and those that are alike among them."""
        return sum(
            group.more + sum(1 + len(one.also) for one in group.examples)
            for section in self.sections
            for group in section.groups
        )
