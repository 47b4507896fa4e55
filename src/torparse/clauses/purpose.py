"""What the body is for: its purpose, aims or remit in its own words.

Beside the provisions P01 to P38 of GUIDE.md; asked for by the Audit Commission, Governing partnerships (2005: rationale
and published aims). Not: the purpose of the document, of a meeting or of a strategy, or what one member is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.provisions import LESSER, Rules, said, status_of, way_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Value):
    """Value of a purpose clause."""

    statement: str | None = None
    """The first words of the purpose, in the document's words, lower-cased."""


VALUE = Purpose
ESSENTIAL: tuple[str, ...] = ("statement",)
SCOPED = True
TELLS_BODIES = False

_WORDS = 30
_ITEMS = 8
_BODY = r"(?:the |this |our |its |an? )?(?:[\w'’&()-]+ ){0,7}?(?:{BODY}|committee)s?"
_TOPIC = phrase(
    r"^\W*(?:(?:statement of|our|the|its|overall|overarching|main|key|core|strategic|general|board|partnership"
    r"|forum) )*(?:purposes?|aims?|objectives?|objects|mission(?: statement)?|remit|functions?|role(?= of the"
    r"|\W*$| and (?:purpose|remit|function))|what (?:it|we) (?:is|are) for|what (?:do(?:es)?"
    r"|will) (?!(?:the )?(?:officers?|chair|members?|people|secretary|you|i|we do if)\b)(?:the )?(?:[\w'’-]+ ){1,5}do"
    r"|what (?!the (?:officers?|chair|members?|secretary)\b)(?:the [\w'’ -]{3,50}?|we|it) (?:will do|does|do|is for)"
    r"|why we exist|what (?:is"
    r"|are) (?:the )?[\w ]+ for)(?:(?:,| and| &| /|/) ?(?:its |the )?(?:purposes?|aims?|objectives?|objects|scope"
    r"|vision|mission|values|remit|functions?|powers|role|responsibilities|principles|background|context|status"
    rf"|goals|outcomes|terms of reference))*(?: (?:of|for) {_BODY})?\W*$"
)
_WAYS = (
    (
        "purpose-is",
        phrase(
            r"\b(?:(?:core|main|primary|overall|overarching|principal|key|central|first|general|stated"
            r"|sole) )?(?:purposes?|aims?|mission|remit|role|function|job|object(?:ive)?s?) (?:and (?:purpose"
            rf"|aims?|objectives?|functions?|remit|role) )?of {_BODY}(?: \([^)]*\))? (?:is|are|shall be|will be"
            rf"|has been"
            r"|remains)\b(?: to be)?(?P<said> .+)"
        ),
    ),
    (
        "its-purpose",
        phrase(
            r"^\W*(?:its|our|their|the (?:board|partnership|forum|group|panel|committee)['’]s|(?:the|its"
            r"|our) (?:overall|main|core|overarching|primary|principal|key|central)) (?:(?:overall|main|core"
            r"|primary|key|principal|overarching|central) )?(?:purpose|aim|mission|remit|role|function|job"
            r"|object)s? (?:is|are|shall be|will be)(?P<said> .+)"
        ),
    ),
    (
        "exists-to",
        phrase(
            rf"^\W*{_BODY}(?: \([^)]*\))? (?:exists|has been (?:set up|established|formed|created|convened)|(?:is"
            r"|was|will be|shall be) (?:set up|established|formed|constituted|created|convened)|aims|is there"
            r"|seeks|(?:has|have) (?:as )?(?:its|the) (?:aim|purpose|object)s?)(?P<said>(?: (?!under\b|by\b"
            r"|in accordance)[\w, ]{1,60}?)? (?:to(?! \d| the\b)|for the purpose of|in order to) .+)"
        ),
    ),
    ("we-exist", phrase(r"^\W*(?:we (?:exist|are here|aim)|our (?:aim|job|purpose) is)(?P<said> to .+)")),
)
_RULES = Rules(
    "purpose",
    phrase(
        r"\b(?:purposes?|aims?|mission|remit|role|function|job|objects?|objectives?|exists?|set up|established|formed"
        r"|constituted|created|convened|seeks|is there|are here|is for)\b"
    ),
    _WAYS,
    phrase(
        r"\b(?:purpose|aim|role|function|objective|remit|job|object)s? of (?:the |this |these |an? |each |any "
        r"|all |every )?(?:[\w-]+ )?(?:meetings?|strategy|plan|document|paper|report|section|guide|terms|policy"
        r"|protocol|annex|constitution|review|{CHAIR}|{VICE}|co-?chairs?|members?|officers?|secretar\w+|treasurer"
        r"|co-?ordinator|representatives?|board members|lead|individual|council|scrutiny|rules|project|programme"
        r"|agreement|visit|event|training)\b|\bmay (?:be )?(?:set up|establish\w*)\b"
        r"|\bfor the purposes? of (?:this|these|th(?:at|is)|the (?:quorum|act|rules)|paragraph|calculat\w+"
        r"|section)\b|\bsub-?groups? (?:may|will|shall) be\b|\bno business\b"
    ),
    told=phrase(
        r"\b(?:was|were) (?:\w+ )?(?:set up|established|formed|created) (?:[\w ]{0,40})?(?:to|in order to|for)\b"
    ),
)
_OF_PAPER = phrase(
    r"^\W*(?:th(?:is|ese|e)) (?:[\w-]+ ){0,3}(?:document|paper|terms|tor|constitution|section|guide|agreement"
    r"|memorandum|charter|page|pack)\b|\bthis document\b|\bthese terms\b|\bthe following\W*$"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for what stands under a heading on the purpose, else for sentences that say what the body is for."""
    headed: set[int] = set()
    for sentence in context.sentences:
        if sentence.section is None or sentence.section in headed or not _TOPIC.search(sentence.topic):
            continue
        headed.add(sentence.section)
        run = _opening([s for s in context.under_topic(sentence) if not s.narrative])
        if run:
            yield _hit(run, "purpose.heading")
    for sentence in context.sentences:
        if sentence.section not in headed and not LESSER.search(sentence.text) and (way := way_of(sentence, _RULES)):
            yield _hit(_with_list(context, sentence), f"purpose.{way}")


def _with_list(context: Context, sentence: Sentence) -> list[Sentence]:
    """The sentence, and where it ends in a colon the lines that follow it."""
    if not sentence.text.rstrip().endswith((":", ":-")):
        return [sentence]
    after = [s for s in context.after(sentence, _ITEMS) if s.item or len(s.spans) > 1]
    return [sentence, *after]


def _opening(sentences: list[Sentence]) -> list[Sentence]:
    """The first paragraph under the heading, with the list that hangs on it."""
    rest = [s for s in sentences if not _OF_PAPER.search(s.text)]
    if not rest:
        return []
    first = rest[0]
    run = [s for s in rest if s.unit == first.unit]
    if len(first.text.split()) < 4 and status_of(first.text) is not Status.PLACEHOLDER and not first.item:
        return []
    if first.item or run[-1].text.rstrip().endswith((":", ":-")):
        run += [s for s in rest if s.item and s not in run][: _ITEMS - 1]
    return run


def _hit(run: list[Sentence], rule: str) -> Hit:
    st = status_of(run[0].text)
    value = {"statement": statement(run)} if st is Status.STATED else {}
    return Hit(value, tuple(run), rule, st, key=str(st), confidence=0.8)


def statement(run: list[Sentence]) -> str:
    """The first words of the purpose: what follows "the purpose of the Board is", else the first sentence."""
    text = run[0].text
    for _, pattern in _WAYS:
        if match := said(run[0], pattern):
            text = match["said"]
            break
    if re.search(r":\W*$", text) and len(run) > 1:
        text = run[1].text if len(text.split()) < 14 else text
    elif len(text.split()) < 3 and len(run) > 1:
        text = run[1].text
    text = re.sub(r"^\W*(?:in order )?(?:to be )?", "", " ".join(text.split()))
    words = text.split()[:_WORDS]
    return "" if words[-1:] == ["to:"] or words == ["to"] else " ".join(words).lower().rstrip(" .;:,-")


HITS = (
    Example(
        "The purpose of the Board is to bring services together for older people.",
        {"statement": "to bring services together for older people"},
    ),
    Example(
        "Aims\n\nTo make Ashby a safer town.\n\nMeetings\n\nThe Board meets monthly.",
        {"statement": "to make ashby a safer town"},
    ),
    Example(
        "The Forum exists to give residents a say in planning.", {"statement": "to give residents a say in planning"}
    ),
    Example("Our job is to look after the common.", {"statement": "to look after the common"}),
    Example("Purpose of the Partnership\n\nTo be agreed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The purpose of the meeting is to agree the budget.", comment="a meeting"),
    Example("The purpose of this document is to set out how members work.", comment="the document"),
    Example("The role of the Chair is to keep order.", comment="one office"),
    Example("For the purposes of the quorum observers do not count.", comment="another sense"),
    Example("The aim of the strategy is to cut crime.", comment="a strategy"),
    Example("Sub-groups may be set up to advise on housing.", comment="a power"),
)
