"""Provisions that are a commitment or a procedure rather than a number: equalities, complaints, information …"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.words import head

_INSTRUMENT = re.compile(
    r"\b(?:UK )?GDPR\b|\bFOISA\b|\bFOIA\b|\bGeneral Data Protection Regulation\b"
    r"|\b(?-i:[A-Z][A-Za-z]+)(?: (?:and|of|for"
    r"|to) (?:the )?| )?(?:(?-i:[A-Z][A-Za-z]+)(?: (?:and|of|for|to) (?:the )?| )?){0,5}"
    r"(?-i:Act|Regulations|Policy|Protocol|Procedure|Scheme|Code of (?:Conduct|Practice))\b(?: \d{4})?"
    r"|(?<!['’])\b(?:[a-z]+ ){0,2}(?:complaints|equalit(?:y|ies)|equal opportunities|data protection"
    r"|information sharing|diversity|freedom of information) (?:policy|procedure|protocol|scheme"
    r"|statement)\b",
    re.IGNORECASE,
)
_RESPONSIBLE = phrase(
    r"\b(?:(?:answered|dealt with|handled|investigated|co-?ordinated|managed|considered|processed) by"
    r"|pass(?:ed|es)? (?:\w+ ){0,4}?(?:on )?to|go(?:es)? (?:first )?to|put to|sent to|addressed to|lodged with"
    r"|writes? (?:first )?to"
    r"|made to|directed to|referred to|ring|contact|checked by|overseen by|led by|responsibility of)"
    r" (?P<who>(?:the |our )?(?-i:[A-Za-z])[^.;,:()]{2,60})"
    r"|(?:^|[.;:] )\W*(?P<holder>(?:the )?[\w' ]{3,40}?) (?:is|are|will be|acts as) (?:the )?(?:data )?controller"
    r"|(?P<keeper>the [\w' ]{3,40}?) (?:answers|replies|deals with|is responsible for|keeps)"
)
_AFTER_POST = r"\b(?:who|which|and|or|under|in|within|at|on|by|as|for|if|that|from|with|first|is)\b"
_STEPS = phrase(
    r"\b(?:within {DURATION}|in {DURATION}|acknowledg\w+|investigat\w+|first instance|write to|in writing"
    r"|stage|appeal\w*|reply|respond|replies|answered|passed (?:on )?to|if (?:still )?(?:not |un)\w+)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Value):
    """Fields that checklists need of a commitment or procedure; the guide does not score them."""

    instrument: str | None = None
    """Law or policy named, in the document's words."""
    responsible: str | None = None
    """Post or body that is responsible, in the document's words."""
    steps: bool | None = None
    """True where a procedure is given."""
    level: str | None = None
    """"principle", "commitment" or "policy"."""


@dataclass(frozen=True, slots=True)
class Cues:
    """How a policy provision is recognised: ``cue`` in the sentence, ``topic`` in the heading, no ``veto``."""

    name: str
    cue: re.Pattern[str]
    veto: re.Pattern[str]
    topic: re.Pattern[str] | None = None
    answers: int = 3
    """How many sentences under a heading on the topic belong to the provision though they lack the cue."""
    own: Callable[[str], bool] = lambda text: False
    """Whether a sentence that points elsewhere still lays a rule of its own down."""


def policy_hits(context: Context, cues: Cues, read: Callable[[str], dict[str, Any]] | None = None) -> Iterator[Hit]:
    """One hit for each run of sentences with the same status; ``read`` adds the type's own fields."""
    groups: dict[Status, list[Sentence]] = {}
    for sentence in _sentences(context, cues):
        groups.setdefault(_status(sentence.text, cues), []).append(sentence)
    for st, sentences in groups.items():
        value = read(" ".join(s.text for s in sentences)) if read else {}
        yield Hit(value, tuple(sentences), f"{cues.name}.{st}", st, key=str(st))


def _sentences(context: Context, cues: Cues) -> Iterator[Sentence]:
    for sentence in context.sentences:
        if sentence.narrative or cues.veto.search(sentence.text) or _only_a_name(sentence.text):
            continue
        if cues.cue.search(sentence.text):
            yield sentence
        elif cues.topic and sentence.topic and cues.topic.search(sentence.topic) and _of_one_thing(sentence.topic):
            place = [s.index for s in context.under_topic(sentence)].index(sentence.index)
            longest = cues.answers if sentence.topic.endswith("?") else 1
            if place < longest or (status.is_placeholder(sentence.text) and place < 2):
                yield sentence


def _only_a_name(text: str) -> bool:
    """A cell or line of one to three words names a provision and lays nothing down unless it is to come."""
    return len(text.split()) < 4 and not status.is_placeholder(text)


def _of_one_thing(topic: str) -> bool:
    """ "Differences and complaints" does not say which of the two a paragraph is about; a question does."""
    return topic.endswith("?") or not re.search(r"\band\b|,|/|&", topic, re.IGNORECASE)


def _status(text: str, cues: Cues) -> Status:
    if status.is_placeholder(text):
        return Status.PLACEHOLDER
    if status.is_deferred(text) and not cues.own(text):
        return Status.DEFERRED
    return Status.STATED


def details(text: str) -> dict[str, Any]:
    """Instrument, responsible post, steps and level of a policy provision, as far as ``text`` gives them."""
    found: dict[str, Any] = {}
    instrument = _INSTRUMENT.search(text)
    if instrument:
        found["instrument"] = " ".join(instrument[0].split())
    who = _RESPONSIBLE.search(text)
    if who:
        named = who["who"] or who["holder"] or who["keeper"]
        post = head(named, limit=7, stop=_AFTER_POST)
        if post and post not in ("it", "them", "partnership", "you", "us"):
            found["responsible"] = post
    if _STEPS.search(text):
        found["steps"] = True
    return found
