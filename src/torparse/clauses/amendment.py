"""How the terms of reference themselves are changed (GUIDE.md, amendment)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.clauses._amendment.deciders import at_meeting, decider, of_those_who_decide
from torparse.clauses._amendment.spoken_of import asked, left_to, passes, spoken_of
from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import items_of
from torparse.rules.thresholds import own_part, threshold
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Value):
    """Value of an amendment clause."""

    by: str | None = None
    """Who decides, in the document's words, lower-cased."""
    threshold: str | None = None
    """As in voting."""
    notice: str | None = None
    """ISO 8601 duration."""
    proposed_by: str | None = None
    """Who may propose a change that others decide, in the document's words, lower-cased."""


VALUE = Amendment
ESSENTIAL = ("by",)
SCOPED = False

CUE = phrase(
    r"\b(?:amend(?:s|ed|ing|ments?)?|alter(?:s|ed|ing|ations?)?|chang(?:e|es|ed|ing)|var(?:y|ying|ied|iations?)"
    r"|revis(?:e|es|ed|ing|ions?)|(?<!kept\s)updat(?:e|es|ed)(?= (?:these|this|the (?:terms|charter|constitution)|by"
    r"|with|only)\b)|revok(?:e|ed|ing)|tweak(?:s|ed|ing)?|modif(?:y|ied|ies|ying|ications?)|repeal(?:ed|s"
    r"|ing)?|re-?writ(?:e|es|ing|ten)|re-?draft(?:s|ed|ing)?|re-?word(?:s|ed|ing)?)\b"
)
_TERMS = phrase(
    r"\b(?:terms? of reference|\btor\b|constitution|these (?:terms|rules|(?:standing )?orders|arrangements|notes)"
    r"|anything (?:in|on) (?:here|this)|(?:any|no part|no word|not a word|all) of (?:this|it)|any of this"
    r"|the (?:terms|rules)\b|this (?:document|agreement|sheet|page|charter|constitution|protocol|concordat"
    r"|memorandum|compact|handbook|file|leaflet|covenant)|statutes|(?:these|the|our|its) articles(?: of association)?"
    r"|(?:the |our |its |any )?governing documents?|(?:the|this|our|its) governance (?:model|documents?|framework"
    r"|structure|rules)|rules of procedure|(?:the"
    r"|this) charter|standing orders|this page)\b"
)
_PURPOSE = phrase(
    r"\b(?:chang|amend|alter|revis|modif)\w* (?:to|of|in) (?:the|this|its|our|that) (?:[\w-]+ )?(?:purposes?|remit"
    r"|scope|mission"
    r"|mandate|objects)\b(?! of (?!the (?:group|board|panel|forum|committee|partnership)))[^.]{0,90}\b(?:approv"
    r"|agree|consent|put|submit|propos|refer|majority|vot)"
    r"|\b(?:the|this|its|our) (?:purposes?|remit|scope|mission|mandate)\b[^.]{0,80}\bchanges? (?:\w+ "
    r"){0,3}[^.;]{0,60}\b(?:put"
    r"|proposed|submitted|referred|brought|taken) to\b[^.;]*\b(?:approv|agree|decision|ratif)"
)
"""What the body is for is a part of its terms; a change of it that somebody must approve."""
_TOPIC = phrase(
    r"\bup to date\b|\bkep?t? (?:current|fresh|alive)\b|\b(?:tinker\w*|rewrit\w+|tweak\w*|amend\w*|alter\w*|chang\w+"
    r"|variation|revis\w+)\b"
)
_RULE = phrase(
    r"\b(?:amend\w*|alter\w*|chang(?:e|es|ing)|vary(?:ing)?|variations?)\b[^.;]{0,50}? (?:rests?|lies|belongs?|falls?"
    r"|resides?|is up|is down|is left) (?:only )?(?:with|to)\b|\breserved (?:to|for)\b|"
    r"\b(?:may|can|shall|will|must|needs?|to be|only|require\w*|have to|has to|subject to"
    r"|without (?:the )?(?:prior |written )*(?:consent|agreement|approval)|is made|are made)\b"
    r"|\b(?:majority|votes?|support|approval|agreement)\b[^.;]{0,40} (?:is|are) (?:needed|required|necessary)\b"
    r"|\b(?:is|are) (?:passed|carried) (?:by|at|with|if|when|where|only|unless)\b|\bunless\b|\bexcept (?:by|with)\b"
    r"|\b(?:which|that"
    r"|who) (?:changes|alters|amends)\b|\bis for the\b|^\W*yes\b"
    r"|\bapprov(?:es?|ing) (?:any |all |the )*(?:proposed )?(?:changes?|amendments?|revisions?|alterations?)\b"
    r"|:|\bit's changed\b|\bfor (?:\w+ ){0,2}?(?:approval|ratification|adoption)\b"
)
_BARE = phrase(
    r"^\W*(?:only [^.;]{3,50} (?:approve|make|agree) (?:an?|any|the|such) (?:changes?|amendments?"
    r"|alterations?)\b(?! (?:to|of|in)\b)"
    r"|changing them\b|(?:any |all |no |an? |the )?(?:changes?|amendments?"
    r"|alterations?)(?: to them)? (?:must|may|can"
    r"|shall|will"
    r"|have to|has to|needs?|require|are subject|is made|are made)\b(?! not be circulated))"
)
"""A change of what the sentence or heading before names."""
_PRESENCE = phrase(
    r"(?:at least )?(?:{FRACTION}|{NUMBER}) (?:of )?(?:whose |the |its |all )?[\w ]{0,30}? (?:must|shall|should"
    r"|need to|are to) be"
    r" (?:present|there|in attendance)\b(?:[^.;]*[;,] otherwise [^.;]*)?"
)
"""Who must be there is no majority."""
_TERM_TOPIC = phrase(
    r"\b(?:terms|rules|constitution|document|sheet|page|standing orders|charter|arrangements|agreement|concordat)\b"
    r"|\b(?:change|changing|alter|amend) (?:this|any of (?:this|it)|it|them)\b|^\W*(?:amendments?"
    r"|alterations?|variation|changes?)\W*$|changing|keeping this up"
)
_NOT = phrase(
    r"\bamend(?:ed|ments?) (?:at the meeting|by minute|to (?:the|a) motion|shall not)|\bto amend it\b"
    r"|chang\w+ (?:in|to) (?:the |a )?(?:representative|membership|law|policy|legislation|date|venue"
    r"|circumstances|service|culture)|amend\w* (?:to|of) (?:the )?(?:strategy|plan|policy|minutes|budget)"
    r"|changes? in the law|as amended|(?:has|have) been amended|were amended|was amended|by amending"
    r"|\b(?:make|draw up|adopt|enact|prescribe|issue|frame|power to)\b[^.;]{0,30}\b(?:alter|amend|vary|annul"
    r"|revoke|repeal"
    r"|rescind|change|adopt)\b[^.;]{0,30}\b(?:bye-?laws?|regulations|standing orders|by-?laws?|rules)\b"
    r"|^\W*no (?:such )?(?:amendments?|alterations?|changes?|variations?) (?:may|shall|can|will|is to) be made"
    r"[^.;]{0,60}\b(?:effect of|cause|causes|would|so as to)\b"
    r"|\b(?:inconsistent|in conflict) with\b"
    r"|no changes? (?:to report|(?:was|were) )|\bretrospective\w*|\b(?:copy|copies) of (?:any|every|each"
    r"|the) [^.;]*\b(?:sent|given|lodged)"
    r"|\bwill be (?:\w+ )?(?:amended|changed|updated|revised|altered) (?:\w+ ){0,2}?(?:(?:in the future|in due "
    r"course|later|soon"
    r"|shortly|to (?:reflect|include|take|show))|(?:when|once|as soon as|after))\b(?![^.;]*\b(?:agree|approv"
    r"|majority|vot|thirds|quarters"
    r"|meeting|consent))"
    r"|behaviou?r change|climate change|a change in|without the need to amend|\bnot (?:to )?be (?:deemed"
    r"|treated as) an? amend\w+"
)


_BY_MAJORITY = phrase(
    r"two[ -]thirds|two out of every|majority|agreed by|approved by|more than half|\ball partners agree"
)
_ANSWERS = phrase(
    r"^\W*(?:they|these|such (?:proposals|changes|amendments)|proposals|changes|amendments) (?:are|will be|shall "
    r"be|must be)"
    r" (?:considered|decided|voted on|debated|dealt with|agreed|approved|put) (?:\w+ )?(?:at|by|to) (?:the|an?|any) "
    r"(?:annual|general|special|extraordinary|AGM|EGM|board|committee|assembly|council|forum)\b|"
    r"^\W*(?:only )?by (?:an? |the )?(?:simple |special |unanimous |two[- ]thirds |joint )*(?:resolution|vote"
    r"|agreement|decision"
    r"|majority|consent|approval|consensus)\b|"
    r"^\W*(?:yes\b,?|(?:they|it|you|we) (?:can|may),|only|but only|not unless|by) (?:but )?(?:only )?(?:at|by|if|with"
    r"|in|when|the)\b"
    r"|\b(?:stays?|left|kept|be) open (?:for comments? )?for (?:at least )?{NUMBER}"
    r"|\b(?:adopted|merged|passed|carried|made|accepted) (?:only )?(?:if|when|once|where|unless)\b"
    r"|\b(?:must|need|have to|has to)\b[^.;]{0,25} (?:say so|say yes|be for it|be in favour|agree)\b"
)
"""Answers under a heading on changing the terms."""
_BYLAWS = phrase(r"\bby-?laws?\b")
_TITLE = 120  # characters of a document in which its title is looked for
_SUBMITTED = phrase(
    r"^\W*(?:all |any |every |the )?(?:proposed |proposals for |notice of |suggested )*(?:amendments?|alterations?"
    r"|changes|revisions)\b(?! (?:to|of) (?:an?|any|the) (?:motion|resolution|agenda|minutes|plan|budget|membership))"
    r"[^.;]{0,60}?\b(?:submitted|lodged|sent|received|given|notified|reach|circulated|with)\b[^.;]*\b(?:{DURATION})"
)
"""A proposed change that must be handed in so long before."""
_PROPOSES = phrase(
    r"(?P<who>(?:the )?[\w' -]{3,40}?) (?:may|can|shall|will) (?:only )?(?:propose|recommend"
    r"|suggest) (?:any )?(?:an? )?"
    r"(?:changes?|amendments?|alterations?)"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for who may change the terms and how; a mention without either adds nothing to a rule that has them."""
    strong: list[Hit] = []
    weak: list[Hit] = []
    for hit in _found(context):
        rules = hit.value.keys() & {"by", "threshold"} or hit.status not in (None, Status.STATED)
        (strong if rules else weak).append(hit)
    for hit in weak:
        section = hit.sentences[0].section
        at = next((i for i, one in enumerate(strong) if one.sentences[0].section == section), None)
        if at is None and len(strong) == 1 and hit.value.keys() == {"notice"} and hit.status in (None, Status.STATED):
            at = 0  # the meeting's notice, told in the part on meetings, is that of the one rule there is
        if at is None:
            yield hit
        elif "notice" in hit.value and "notice" not in strong[at].value:
            sentences = tuple(sorted({*strong[at].sentences, *hit.sentences}, key=lambda s: s.index))
            strong[at] = replace(strong[at], value={**strong[at].value, **hit.value}, sentences=sentences)
    yield from _told_again(strong)


def _told_again(strong: list[Hit]) -> Iterator[Hit]:
    """A majority named again in an exception to another rule goes with the rule that also says who decides."""
    for hit in strong:
        again = [one for one in strong if one is not hit and _says_less(one, hit)]
        if not any(one is not hit and _says_less(hit, one) for one in strong):
            sentences = {s.index: s for one in (hit, *again) for s in one.sentences}
            yield replace(hit, sentences=tuple(sentences[i] for i in sorted(sentences))) if again else hit


def _says_less(one: Hit, other: Hit) -> bool:
    return (
        one.status is None
        and other.status is None
        and "threshold" in one.value
        and "by" not in one.value
        and one.value.items() < other.value.items()
    )


def _found(context: Context) -> Iterator[Hit]:
    called_bylaws = any(_BYLAWS.search(s.text) or _BYLAWS.search(s.topic) for s in context.front(5)) or bool(
        _BYLAWS.search(context.structure.clean[:_TITLE])
    )
    told: set[int] = set()
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative:
            continue
        cued = CUE.search(text)
        topical = _topical(context, sentence)
        spoken, left = spoken_of(context, sentence), left_to(context, sentence)
        if not (
            (
                cued
                and (
                    _TERMS.search(text)
                    or (_PURPOSE.search(text) and decider(text))
                    or _SUBMITTED.search(text)
                    or (_BYLAWS.search(text) and called_bylaws)
                    or topical
                    or spoken
                    or _BARE.search(text)
                )
            )
            or left
            or (topical and (_BY_MAJORITY.search(text) or _ANSWERS.search(text)))
        ):
            continue
        if _NOT.search(text) or not (spoken or left or _RULE.search(text) or (topical and _ANSWERS.search(text))):
            continue
        put_to = spoken or (topical and _ANSWERS.search(text))
        if sentence.index in told or (not put_to and _REVIEW.search(text) and not _CHANGED.search(text)):
            continue
        hit = _hit(context, sentence)
        if (left and not hit.value.get("by")) or (spoken and not hit.value):
            continue
        hit = replace(hit, sentences=(left, *hit.sentences)) if left else hit
        told |= {s.index for s in hit.sentences}
        if hit.value or not _PRESENCE.search(text):
            yield hit


_REVIEW = phrase(r"\breview|\bconsidered\b[^.;]*\b(?:each|every|annual\w*)\b")
_CHANGED = phrase(
    r"\b(?:amend|alter|chang)\w* (?:\w+ ){0,4}(?:by|require|must|may|shall|only|need|have to)|(?:may|can|shall)"
    r" (?:only )?"
    r"be (?:amended|altered|changed)"
)
"""A review says who changes the terms only where it says so."""


def _topical(context: Context, sentence: Sentence) -> bool:
    """Whether its heading, or the sentence that it points back to, is on changing the terms."""
    before = next(iter(context.before(sentence)), None)
    if before and _TERMS.search(before.text) and _POINTS_BACK.search(sentence.text):
        return True
    topic = sentence.topic
    return asked(topic) or bool(_TOPIC.search(topic) and _TERM_TOPIC.search(topic))


_POINTS_BACK = phrase(r"^\W*(?:they|it)\b|\bto them\b")
_GOES_ON = phrase(
    r"\bwording\b|\bproposal\b|^\W*(?:the|any) (?:proposed |draft |new )?(?:text|draft|terms)\b"
    r"|\bnotice of (?:the|any|such an?) (?:amendment|change|alteration|variation)s?\b|recommend an alteration|proposed"
    r" (?:change|amendment)s?"
    r"|^\W*(?:the|such an?|this|any such|that|every such) (?:resolution|motion|amendment|alteration|change|vote"
    r"|decision)\b"
)
_OF_CHANGES = phrase(
    r"^\W*(?:these|such|any such|all such|all|any|they|proposals?|the) ?(?:proposed )?(?:amendments?|changes?"
    r"|proposals?"
    r"|alterations?|revisions?)?\b[^.;]*\bfor (?:\w+ ){0,2}?(?:approval|decision|ratification|adoption|agreement)\b"
)
"""To whom a proposed change goes."""
_OF_SUCH = phrase(
    r"\b(?:such|the said|any such|that) (?:an? )?(?:\w+ )?(?:meeting|resolution|motion|amendment|change"
    r"|alteration)s?\b"
)
"""The meeting or the resolution that the rule before has called for."""


def _further(context: Context, sentence: Sentence) -> tuple[Sentence, ...]:
    """What the next sentences add: with what majority the resolution passes, what notice its meeting needs."""
    return tuple(
        s
        for s in context.after(sentence, 2)
        if not s.narrative
        and (
            passes(context, sentence, s)
            or (_GOES_ON.search(s.text) and (threshold(s.text) or durations(s.text)))
            or (_OF_CHANGES.match(s.text) and decider(s.text))
            or (_OF_SUCH.search(s.text) and phrase(r"\bnotice\b").search(s.text) and durations(s.text))
        )
    )


def _hit(context: Context, sentence: Sentence) -> Hit:
    more = _further(context, sentence)
    conditions = _conditions(context, sentence)
    more = conditions or more
    text = _OR_BY_ALL.sub(" ", _PRESENCE.sub("", " ".join(own_part(s.text, CUE) for s in (sentence, *more))))
    value: dict[str, Any] = {}
    passing = next((s.text for s in conditions if threshold(s.text)), " ".join(s.text for s in conditions))
    if by := decider(passing) or decider(text) or _of_list(sentence):
        value["by"] = by
    if share := threshold(of_those_who_decide(text)):
        value["threshold"] = share
    for one in durations(text):
        if re.search(
            r"notice|wording|before|advance|earlier|prior|circulat|served|warning|stays? open for|words of|consider it",
            text[max(0, one.start - 70) : one.end + 60],
            re.I,
        ):
            value["notice"] = one.iso
            break
    proposes = _PROPOSES.search(text)
    if proposes and value.get("by") and (who := head(proposes["who"], limit=5)) != value["by"]:
        value["proposed_by"] = who
    st = status.reading(text) if not value else None
    return Hit(value, (sentence, *more), "amendment.rule", st)


_VOTED_ON = phrase(r"\b(?:voted|debated|decided|considered|approved|agreed|adopted|made|passed|put)\b")
_APPROVES = phrase(r"^\W*(?:to )?(?:approv|authoris|agree|decid|adopt)(?:es?|ing)?\b")


def _of_list(sentence: Sentence) -> str:
    """Who decides by the lead-in of a list: the meeting whose business it is, or the body whose task it is."""
    if not sentence.lead_in or not sentence.item:
        return ""
    if _APPROVES.search(sentence.text) and (by := decider(sentence.full)):
        return by
    return at_meeting(sentence.lead_in) if _VOTED_ON.search(sentence.text) else ""


def _conditions(context: Context, sentence: Sentence) -> tuple[Sentence, ...]:
    """The items of "may be amended provided that:" that say who passes a change, with what majority."""
    if not sentence.text.rstrip().endswith((":", "that", "if", ":-")):
        return ()
    found: list[Sentence] = []
    for item in items_of(context, sentence):
        told = _PASSED.search(item.text) or (_GIVEN_NOTICE.search(item.text) and durations(item.text))
        if told and not _NOT_MADE.search(item.text):
            found.append(item)
    return tuple(found)


_OR_BY_ALL = phrase(
    r"\b(?:by )?(?:a |the )?(?:resolution )?(?:agreed|approved|signed|passed|made) in writing by (?:all|every"
    r"|each) [^.;,]{3,60}?[,;]? or"
    r" (?=by\b|at\b|a resolution)"
)
"""The written way beside the ordinary one: all agree without a meeting."""
_GIVEN_NOTICE = phrase(r"\bnotice\b|\bin advance\b|\bcirculated\b")
_PASSED = phrase(
    r"\b(?:passed|approved|agreed|carried|adopted|supported|ratified|made|voted for|accepted) (?:by|at|with)\b"
    r"|\bmajority\b|{FRACTION}"
    r" of\b|\bin favour\b"
)
_NOT_MADE = phrase(
    r"^\W*no (?:such )?(?:amendment|alteration|change)|^\W*(?:amendments|alterations|changes) (?:do|may|shall"
    r"|must) not\b"
)
HITS = (
    Example(
        "These terms of reference may be amended by a two-thirds majority of members present.",
        {"by": "members", "threshold": "two_thirds"},
    ),
    Example("Changes to the terms of reference must be agreed by the Executive.", {"by": "executive"}),
    Example(
        "The Board may amend this constitution after fourteen days' notice of the wording.",
        {"by": "board", "notice": "P14D"},
    ),
    Example("This charter can only be changed by resolution of the Assembly.", {"by": "assembly"}),
    Example("Amendments\n\nAny change to these rules needs the approval of the Council.", {"by": "council"}),
)
MISSES = (
    Example("An amendment to a motion shall not negative it.", comment="debate"),
    Example("Members will be told of changes in the law.", comment="law"),
    Example("The terms were amended at the meeting of 4 May.", comment="history"),
    Example("The Board will change lives in the town.", comment="an aim"),
    Example("The plan may be amended by officers.", comment="a plan"),
)
