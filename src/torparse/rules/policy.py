"""Provisions that are a commitment or a procedure rather than a number: equalities, complaints, information …"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from torparse.lexicon.patterns import Pattern, compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Kind, Status, Value
from torparse.rules import status
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.reported import is_remit, without_bodies
from torparse.rules.topics import is_topic
from torparse.rules.words import head

_INSTRUMENT = compiled(
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
    r"|(?P<keeper>the [\w' ]{3,60}?) (?:answers|replies|deals with|(?:is|shall be|will be) responsible for|keeps)"
    r"|(?:^|[.;:] )\W*(?P<named>(?-i:[A-Z][\w'&]+(?: (?:of |and |for |the )*[A-Z][\w'&]+){1,6})) is responsible for"
)
_A_PAPER = phrase(
    r"\b(?:polic(?:y|ies)|procedures?|protocols?|schemes?|codes?|acts?|regulations?|notices?"
    r"|statements?|guidance|guidelines"
    r"|law|legislation|framework|agreement|register)\b(?! (?:officers?|managers?|leads?|groups?"
    r"|sub-?\w+|committees?|teams?"
    r"|boards?|panels?|units?|advis[eo]rs?|directors?|co-?ordinators?|holders?|owners?|forum|bureau))"
)
"""A paper or a law is responsible for nothing."""
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
    """How far it goes: "principle", "commitment" or "policy"."""


@dataclass(frozen=True, slots=True)
class Cues:
    """How a policy provision is recognised: ``cue`` in the sentence or the heading over it, and no ``veto``."""

    name: str
    cue: Pattern
    veto: Pattern
    soft: Pattern | None = None
    """What a sentence under the provision's heading must hold where it lacks the cue; None where any will do."""
    answers: int = 8
    """How many sentences under a heading or question belong to the provision though they lack the cue."""
    no_remit: bool = False
    """Whether a body's task is not the provision, where it is about what others do."""
    own: Callable[[str], bool] = lambda text: False
    """Whether a sentence that points elsewhere still lays a rule of its own down."""


_LAW = phrase(
    r"\b(?:general data protection|environmental information|data protection|privacy|equality|applicable|relevant"
    r"|statutory|human rights)(?: \w+){0,2} regulations?\b"
)
_PAPER = (
    r"(?:codes?|polic(?:y|ies)|procedures?|protocol|scheme|guidelines|agreement|handbook|statement|memorandum"
    r"|schedule|annex|appendix|charter|standing orders"
    r"|standards(?! of (?:\w+ ){0,2}(?:conduct|behaviou?r|probity|integrity|propriety|care|service))|notice"
    r"|covenant|leaflet|arrangements|by-?laws)"
)
_APPLIES = phrase(
    rf"\b{_PAPER}\b(?: (?!and|or|but|which)[\w'’()-]+){{0,5}},? (?:also |which )?(?:appl(?:y|ies)|governs?"
    rf"|covers?|binds?"
    r"|tells?|explains?|sets? out|describes?|can be (?:found|read|seen)|(?:is|are) (?:at|on|in|available|located"
    r"|published"
    r"|to be (?:followed|observed|used)))\b"
    rf"|\b(?:adher\w+ to|works? to|signator(?:y|ies) to|bound (?:also )?by|sign(?:s|ed|ing)?(?: up to)?"
    rf"|accept(?:s|ed)?|observ(?:e|es"
    rf"|ing)|obey\w*"
    rf"|operat\w+ (?:under|within)|keeps? to|agree(?:s|d)? to|respects?|uphold\w*|exemplif\w+|uses?"
    rf"|answerable to|follow(?:s|ed"
    rf"|ing)?|refer to|visit|see"
    rf"|read|abides? by|abiding by|compl(?:y|ies|ying|iant) with|adopted"
    rf"|under) (?:and \w+ (?:\w+ )?)?[^.;:]{{0,60}}?\b{_PAPER}\b"
    rf"|\bthe (?:rules|steps|provisions|arrangements) (?:in|of|under) (?:the |section \d+ of the "
    rf"|clause \d+ of the )?"
    r"(?:\w+ ){0,3}(?:agreement|memorandum|constitution|act|handbook|policy|code)\b"
    r"|\bclause \d+ of the\b|\b(?:is|are) in the (?:[\w-]+ ){0,2}" + _PAPER + r"\b"
)
_IN_PLACE = phrase(
    rf"\b(?:has|have|there (?:is|are)|with) (?:an?|its|their|our|the|{{NUMBER}}|several|separate) (?:[\w'’()-]+ "
    rf"){{0,4}}{_PAPER}\b"
    rf"(?: [\w'’()-]+){{0,3}} (?:in (?:place|force|use|effect)|available|published)\b"
    rf"|\b{_PAPER}\b(?: (?!and|or|but|which)[\w'’()-]+){{0,3}} (?:is|are) (?:\w+ )?(?:in (?:place|force|use|effect)"
    rf"|available)\b"
)
"""A paper that there is already, and that the document does not hold."""
_NAMES = (
    r"(?:code|polic(?:y|ies)|procedures?|protocol|guidelines?|statement|charter|scheme|coc|edi|handbook|rules|guidance"
    r"|privacy)"
)
_LINK = compiled(
    rf"\[(?P<words>[^\[\]]*\b{_NAMES}\b[^\[\]]*)\](?:\((?!#)[^()\s]+\)|\[(?!\^)[^\[\]]+\])"
    rf"|`(?P<more>[^`<]*\b{_NAMES}\b[^`<]*)<(?!#)[^>]+>`_|\b{_NAMES}\b[^.;\n]{{0,30}}(?:https?://|www\.)",
    re.IGNORECASE,
)
"""A link to a paper in another place, as it stands in the text."""
_PARTS = compiled(
    r"\s*;\s+|,?\s+(?:and|but|while)\s+(?=(?:(?:\w+\s+){0,3}?(?:will|shall|must|does|do)\s+"
    r"|also\s+)?(?:not\s+)?(?:ensur|make|seek|aim"
    r"|striv|promot|commit|treat|is\s+committed|are\s+committed|keep|tolerat|nobody|no\s+one|work\s+to|welcom"
    r"|encourag|foster|handl"
    r"|protect|respect|record|hold|repl(?:y|ies)))",
    re.IGNORECASE,
)
"""Where a sentence turns from another paper to what the body itself will do."""
_COMMITS = phrase(
    r"\b(?:will|shall|must|ensur\w+|make sure|seeks?|aims?|striv\w+|promot\w+|committed|treat\w*|nobody|no one|not"
    r"|never|encourag\w+"
    r"|foster\w*|welcom\w+|protect\w*|respects?)\b"
)
_OF_THAT_PAPER = phrase(rf"\b(?:this|that|the said) {_PAPER}\b")
_HERE = phrase(
    rf"\b(?:under )?(?:this|these|the following|the above)(?: [\w'’-]+){{0,3}} (?:{_PAPER}|constitution"
    r"|terms of reference|rules)\b|\bset out (?:below|above|in this)\b"
    rf"|\bthe (?:[\w'’-]+ ){{0,3}}{_PAPER},? (?:is |which |that |given |set out |described |outlined )*"
    r"(?:outlined|below|overleaf|as follows|follows)\b|\b(?:its|our|the|these) (?:own )?terms of reference\b"
)


_CONSTITUTION = phrase(
    r"\b(?:(?:the |its |our |this )?(?:society|club|association|partnership|forum|group|board|charity|trust|committee"
    r"|organi[sz]ation|network|union|federation)['’]s |(?<!['’]s\s)(?<!s['’]\s))constitution\b"
)
"""In a constitution, its own; the council's is another."""
_PROMISED = phrase(
    r"\b(?:will|shall|is to|are to|intends? to|plans? to) (?:\w+ly )?(?:develop|draft|write|draw up|prepare|work up"
    r"|produce) (?:an? |its |our |their |the )(?:[\w'’-]+ ){0,4}?(?:polic(?:y|ies)|statements?|protocols?|procedures?"
    r"|codes?|scheme)\b"
)


def points_elsewhere(text: str) -> bool:
    """Whether the words leave the rule to a paper other than the document itself; a law is no such paper."""
    words = _HERE.sub(" ", _LAW.sub("law", text))
    return status.is_deferred(words) or bool(_APPLIES.search(words) or _IN_PLACE.search(words))


def status_of(text: str, own: Callable[[str], bool]) -> Status:
    """The status of a sentence; ``own`` says whether it lays a rule down though it points elsewhere."""
    if status.is_placeholder(text) or _PROMISED.search(text):
        return Status.PLACEHOLDER
    return Status.DEFERRED if points_elsewhere(text) and not own(text) else Status.STATED


def policy_hits(context: Context, cues: Cues, read: Callable[[str], dict[str, Any]] | None = None) -> Iterator[Hit]:
    """One hit for each run of sentences with the same status; ``read`` adds the type's own fields."""
    groups: dict[Status, list[Sentence]] = {}
    under: dict[tuple[int | None, str], Status] = {}
    for sentence, named in members(context, cues):
        text = _in_own_words(context, sentence.text)
        st = status_of(text, cues.own)
        if named and st is Status.STATED and not cues.own(text) and _links_away(context, sentence):
            st = Status.DEFERRED
        heading = (sentence.section, sentence.topic)
        if named and st is Status.STATED and _OF_THAT_PAPER.search(sentence.text):
            st = under.get(heading, st)
        if not named:
            # what follows the first sentence of a section goes on with its rule, whatever papers it mentions
            st = under.get(heading, st)
        under.setdefault(heading, st)
        groups.setdefault(st, []).append(sentence)
        if named and st is Status.DEFERRED and _commits_beside(text, cues.cue):
            groups.setdefault(Status.STATED, []).append(sentence)
    for st, sentences in groups.items():
        value = read(" ".join(s.text for s in sentences)) if read else {}
        yield Hit(value, tuple(sentences), f"{cues.name}.{st}", st, key=str(st))


def _links_away(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence, as it stands in the document, links to a policy or code in another place."""
    return bool(_LINK.search(context.structure.document.text[sentence.start : sentence.end + 1]))


def _commits_beside(text: str, cue: Pattern) -> bool:
    """Whether a part of a sentence that points elsewhere is a commitment of the body's own (GUIDE.md, Conventions)."""
    parts = _PARTS.split(text)
    return len(parts) > 1 and any(
        cue.search(part) and _COMMITS.search(part) and not points_elsewhere(part) for part in parts
    )


def _in_own_words(context: Context, text: str) -> str:
    """``text`` with a constitution's name for itself read as "these rules"."""
    return _CONSTITUTION.sub("these rules", text) if context.structure.kind is Kind.CONSTITUTION else text


def members(context: Context, cues: Cues) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of the provision in reading order, each with whether it names the provision itself."""
    for sentence in context.sentences:
        if sentence.narrative or cues.veto.search(sentence.text) or _says_nothing(sentence):
            continue
        if cues.no_remit and is_remit(sentence.text, sentence.lead_in):
            continue
        if cues.cue.search(without_bodies(sentence.text)) or cued_by_lead_in(sentence, cues.cue):
            yield sentence, True
        elif under_heading(context, sentence, cues.name, cues.answers) and (
            cues.soft is None or cues.soft.search(sentence.text) or status.is_placeholder(sentence.text)
        ):
            yield sentence, False


def under_heading(context: Context, sentence: Sentence, name: str, count: int) -> bool:
    """Whether ``sentence`` is among the first ``count`` under a heading, question or label on ``name`` alone."""
    if status.is_placeholder(sentence.topic):
        return False
    if is_topic(sentence.topic, name):
        return [s.index for s in context.under_topic(sentence)].index(sentence.index) < count
    return is_topic(label_of(context, sentence), name)


def label_of(context: Context, sentence: Sentence) -> str:
    """The words before the colon that a paragraph begins with ("Behaviour: polite, punctual"), or an empty string."""
    return _label(context.structure.text(context.units[sentence.unit]))


@lru_cache(maxsize=8192)
def _label(text: str) -> str:
    match = _LABEL.match(text)
    return match[1] if match else ""


_LABEL = compiled(r"\W*((?-i:[A-Z])[\w'’/&() -]{2,50}?)(?::|\s[-–—]\s)\W*\w")


def cued_by_lead_in(sentence: Sentence, cue: Pattern) -> bool:
    """ "Members shall show:" over "respect to others" is one phrase; the lead-in alone is not the item's provision."""
    if not sentence.lead_in or not sentence.item:
        return False
    return any(match.end() > len(sentence.lead_in) + 1 for match in cue.finditer(sentence.full))


def _says_nothing(sentence: Sentence) -> bool:
    """A question; or one to three words, which name a provision unless a list says who is to do it."""
    return _is_empty(sentence.text, sentence.lead_in, sentence.item)


@lru_cache(maxsize=8192)  # a dozen types ask it of each sentence
def _is_empty(text: str, lead_in: str, item: bool) -> bool:
    if _is_title_of_course(text, lead_in, item) or _NOT_APPLICABLE.search(text) or text.rstrip().endswith("?"):
        return True
    least = 2 if item and lead_in else 3 if ":" in text else 4
    return sum(map(_is_word, text.split())) < least and not status.is_placeholder(text)


_TITLE = 7  # words
_TAUGHT = phrase(
    r"\b(?:training|trained|courses?|modules?|workshops?|webinars?|sessions|e-?learning|topics|subjects)\b"
)
"""The lead-in of a list of what people are to learn about."""


def is_title_of_course(sentence: Sentence) -> bool:
    """Whether the words are one of a list of what people are to learn about."""
    return _is_title_of_course(sentence.text, sentence.lead_in, sentence.item)


def _is_title_of_course(text: str, lead_in: str, item: bool) -> bool:
    return item and bool(_TAUGHT.search(lead_in)) and len(text.split()) <= _TITLE


def _is_word(text: str) -> bool:
    """A clause or minute number ("44/11") is no word."""
    return any(letter.isalpha() for letter in text)


_NOT_APPLICABLE = phrase(r":\W*(?:not applicable|n/a|none)\W*$")


def details(text: str) -> dict[str, Any]:
    """Instrument, responsible post, steps and level of a policy provision, as far as ``text`` gives them."""
    found: dict[str, Any] = {}
    instrument = _INSTRUMENT.search(text)
    if instrument:
        found["instrument"] = " ".join(instrument[0].split())
    who = _RESPONSIBLE.search(text)
    if who:
        named = who["who"] or who["holder"] or who["keeper"] or who["named"]
        post = head(named, limit=7, stop=_AFTER_POST)
        if post and post not in ("it", "them", "partnership", "you", "us") and not _A_PAPER.search(post):
            found["responsible"] = post
    if _STEPS.search(text):
        found["steps"] = True
    return found
