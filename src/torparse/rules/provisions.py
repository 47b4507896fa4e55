"""Provisions that are found by the ways in which they are put: one engine for the types that users compare in words.

A type gives a ``gate`` (words without which nothing is looked at), its ``ways`` (constructions that lay the provision
down), a ``veto`` and, where a heading alone tells what a paragraph is about, a ``topic``. Lead-ins count: "The Board
shall: (a) report to Cabinet" is read as one sentence, and the item is the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.patterns import Pattern, compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules import status
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence

NOTHING = compiled(r"(?!)")
"""A pattern that never matches: for types without a veto."""

MEMBERS = (
    r"(?:(?:all|each|every|any|individual|new|core|full|board|partner|partnership|lsp|committee|panel|forum|group"
    r"|nominated|appointed|such|these|both|the|a|an|its|their|our) ){0,4}(?:members?|representatives?|reps?|partners?"
    r"|organi[sz]ations?|agenc(?:y|ies)|nominees?|delegates?|individuals?|trustees|people|person|those|attendees"
    r"|deput(?:y|ies)|substitutes?|appointees?|seat-?holders?)"
)
"""Those who sit on a body, as a pattern."""

LESSER = phrase(
    r"(?:^|[:;,] ?)\W*(?:(?:the|all|each|every|any|our|these|such|its|other) )*(?:[\w-]+ (?:and [\w-]+ )?){0,2}?"
    r"(?:sub-?groups?|sub-?committees?|sub-?partnerships?|(?:working|task|theme|thematic|delivery|project|task and"
    r" finish|topic|local(?:ity)?) (?:and [\w-]+ )?(?:groups?|partnerships?|teams?|part(?:y|ies)|forums?)"
    r"|task ?forces?|chairs of)\b"
)
"""A sentence whose subject is a group below the body."""

_SHOWN = 3
"""Sentences of one section that are kept though they add no field: the rest says the same again."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a provision is recognised. ``ways`` are pairs of a rule's name and its construction.

    ``topic`` is a heading that is about the provision only: up to ``answers`` sentences under it belong to it though
    they show none of the ways. ``own`` says of a sentence that points elsewhere whether it lays a rule down as well.
    A sentence that tells history counts only where it is ``told`` so ("was set up under …").
    """

    name: str
    gate: Pattern
    ways: tuple[tuple[str, Pattern], ...]
    veto: Pattern = NOTHING
    topic: Pattern | None = None
    answers: int = 1
    own: Callable[[str], bool] = lambda text: False
    told: Pattern = NOTHING


def said(sentence: Sentence, pattern: Pattern) -> re.Match[str] | None:
    """Where ``pattern`` is met in lead-in and words, its end in the sentence's own words; None where it is not."""
    lead = len(sentence.lead_in)
    return next((m for m in pattern.finditer(sentence.full) if m.end() > lead), None)


def way_of(sentence: Sentence, rules: Rules) -> str | None:
    """The name of the first way in which the sentence lays the provision down, or None."""
    text = sentence.text
    if sentence.heading and not status.is_placeholder(text):
        return None
    if (
        (sentence.narrative and not rules.told.search(text))
        or not rules.gate.search(text)
        or rules.veto.search(sentence.full)
    ):
        return None
    return next((name for name, pattern in rules.ways if said(sentence, pattern)), None)


def found(context: Context, rules: Rules) -> Iterator[tuple[Sentence, str]]:
    """The sentences that belong to the provision, each with the name of the rule that says so."""
    for sentence in context.sentences:
        way = way_of(sentence, rules)
        if way is None and _answers(context, sentence, rules):
            way = "heading"
        if way is not None:
            yield sentence, way


def provision_hits(
    context: Context, rules: Rules, read: Callable[[str], Mapping[str, Any]] = lambda text: {}
) -> Iterator[Hit]:
    """One hit a sentence with what ``read`` finds in it; the pipeline joins those of one body and status.

    Of a section that says the same over and over, the first sentences are kept and those that add a field.
    """
    told: dict[tuple[int | None, Status], tuple[set[str], int]] = {}
    for sentence, way in found(context, rules):
        st = status_of(sentence.text, rules.own)
        value = {k: v for k, v in read(sentence.full).items() if v is not None} if st is Status.STATED else {}
        fields, count = told.get((sentence.section, st), (set(), 0))
        if count >= _SHOWN and not set(value) - fields:
            continue
        told[sentence.section, st] = (fields | set(value), count + 1)
        yield Hit(value, (sentence,), f"{rules.name}.{way}", st, key=str(st), confidence=0.8)


def status_of(text: str, own: Callable[[str], bool] = lambda text: False) -> Status:
    """Still to be written, elsewhere, or stated: a sentence that points elsewhere states only what is its ``own``."""
    if status.is_placeholder(text):
        return Status.PLACEHOLDER
    return Status.DEFERRED if status.is_deferred(text) and not own(text) else Status.STATED


def _answers(context: Context, sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence stands at the head of what a heading on nothing but the provision introduces."""
    if rules.topic is None or sentence.narrative or not sentence.topic or not rules.topic.search(sentence.topic):
        return False
    unwritten = status.is_placeholder(sentence.text)
    if rules.veto.search(sentence.full) or (len(sentence.text.split()) < 4 and not unwritten):
        return False
    place = [s.index for s in context.under_topic(sentence)].index(sentence.index)
    return place < rules.answers
