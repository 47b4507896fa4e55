"""How the partnership, or a body of it, is brought to an end (GUIDE.md, dissolution).

History ("the Forum was dissolved in 2003") and one partner's withdrawal are not this type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from torparse.clauses._dissolution import wordings as w
from torparse.clauses._dissolution.fields import fields
from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of
from torparse.rules.thresholds import own_part, threshold
from torparse.structure.units import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolution(Value):
    """Value of a dissolution clause."""

    by: str | None = None
    """Who decides, in the document's words, lower-cased."""
    threshold: str | None = None
    """As in voting."""
    threshold_basis: str | None = None
    """As in voting."""
    notice: str | None = None
    """ISO 8601 duration."""
    assets: str | None = None
    """Where money and property go: "returned_to_contributors", "similar_body", "host_organisation" or "other"."""
    trigger: str | None = None
    """What brings the end about: "fixed_date", "members<4", "successor_body", "purpose_achieved", "funding_ends" and
    the like."""
    date: str | None = None
    """The day of the end where it is fixed, ISO 8601."""
    automatic: bool | None = None
    """True where no decision is needed once the trigger has come."""
    consult: str | None = None
    """Who must be consulted first, in the document's words, lower-cased."""
    recommended_by: str | None = None
    """Who may recommend it to those who decide, in the document's words, lower-cased."""
    ratified_by: str | None = None
    """Who must ratify it, in the document's words, lower-cased."""
    withdrawal_notice: str | None = None
    """Notice on which one partner may leave, where the rule speaks of it, ISO 8601 duration."""
    assets_detail: tuple[str, ...] | None = None
    """Where kinds of property go different ways: "equipment: buyer", "cash: pro_rata"."""


VALUE = Dissolution
ESSENTIAL = ("by", "threshold", "notice")
SCOPED = False

CUE = w.CUE
"""What announces the end of the partnership or of a body."""
_OF_THE_MEETING = phrase(r"\b(?:such a|the|that|any such|its|their) (?:meeting|proposal|intention|resolution)s?\b")
_MERELY_UPON = phrase(
    r"^(?![^.;]*\b(?:may|can|shall|will|must|to) (?:only )?(?:be )?(?:dissolv|w(?:ind"
    r"|ound)))[^.;]*[^\W_][^.;]*\b(?:(?:up)?on|before|after|following|at) (?:the |its )?"
    r"(?:dissolution|winding[ -]up)\b[^.;]*[.;]?$|\baccounting period\b"
)
"""A duty that falls due on dissolution, with nothing on how it comes about."""
_ALL_IN_WRITING = phrase(r"\bin writing by (?:all|every|each)\b")
"""The way without a meeting beside the ordinary one."""
_THE_PROPOSAL = phrase(r"\b(?:the|that|such a?|this) (?:same )?(?:proposal|resolution|motion|question)\b")
_MAY = phrase(r" (?:may|can|shall have power to|has power to)\W*$")
_SO_CAN = phrase(
    r"^\W*so (?:can|may|could)\b|^\W*for (?:this|that),"
    r"|^\W*an? (?:resolution|proposal|motion|decision|vote)[^.;]{0,40}? (?:to that effect|for (?:this|that) purpose"
    r"|to do (?:so|this))\b"
)
_GIVES_NOTICE = phrase(
    r"^\W*(?:it|they|the \w+) (?:must|shall|will|has to|have to|is to|are to) (?:first )?give\b[^.;]*\bnotice\b[^.;]*"
    r"\b(?:before doing so|of (?:this|that|its intention)|first|beforehand)\b"
)
_PASSED = phrase(r"majority|two[- ]thirds|vote|resolution|confirmed|carried|adopted")


def find(context: Context) -> Iterator[Hit]:
    """Hits for how the partnership or one of its bodies ends, with what becomes of its property."""
    taken: set[int] = set()
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative or w.HISTORY.search(text) or sentence.index in taken:
            continue
        if text.rstrip().endswith("?") and any(s.text.startswith(text) for s in context.after(sentence)):
            continue  # a table's question, said again with its answer
        if sentence.heading and any(CUE.search(s.text) and not s.heading for s in context.after(sentence, 6)):
            continue  # the rules stand under it
        topical = bool(w.TOPIC.search(sentence.topic))
        if not CUE.search(text) and not (topical and (status.is_placeholder(text) or w.ANSWERS.search(text))):
            continue
        if w.OTHER_THINGS.search(text) or _of_one_partner(text):
            continue
        if (lead := lead_of(context, sentence)) and w.OF_MEMBERSHIP.search(lead.text) and "dissol" not in text.lower():
            continue
        before = [s for s in context.before(sentence) if _only_leaving(s) and w.REMAIN.search(text)]
        group = [*before, sentence, *[s for s in context.after(sentence, 9) if _belongs(context, s, sentence)]]
        hit = _hit(context, group)
        if hit:
            taken |= {s.index for s in group}
            yield hit


def _of_one_partner(text: str) -> bool:
    """Whether the part of the sentence with the cue is on one partner's leaving."""
    parts = [part for part in text.split(";") if CUE.search(part)] or [text]
    return all(w.LEAVING.search(part) for part in parts) and not w.REMAIN.search(text)


def _only_leaving(sentence: Sentence) -> bool:
    return bool(w.LEAVING.search(sentence.text)) and bool(durations(sentence.text))


def _belongs(context: Context, sentence: Sentence, rule: Sentence) -> bool:
    """Whether a sentence behind the rule adds to it: where property goes, how it is passed, notice of the meeting."""
    text = sentence.text
    lead = lead_of(context, sentence)
    if lead is rule and (threshold(text) or durations(text)) and not _ALL_IN_WRITING.search(text):
        return True
    if _THE_PROPOSAL.search(text) and threshold(text) and sentence.section == rule.section:
        return True
    if lead and w.ASSETS.search(lead.text) and w.ASSET_RULE.search(lead.text):
        return True
    if _adds(context, sentence, rule):
        return True
    return bool(
        (w.ASSETS.search(text) and w.ASSET_RULE.search(text))
        or (_SO_CAN.search(text) and threshold(text) is not None)
        or (_GIVES_NOTICE.search(text) and durations(text))
        or (CUE.search(text) and _PASSED.search(text))
        or (_OF_THE_MEETING.search(text) and phrase(r"\bnotice\b").search(text) and durations(text))
        or (w.RATIFY.search(text) and phrase(r"\brecommendation\b").search(text))
    )


def _adds(context: Context, sentence: Sentence, rule: Sentence) -> bool:
    """Whether the sentence gives the majority or the notice by itself, in the rule's paragraph or under its heading.

    The heading must be on the ending alone ("Review and closing" has another matter too).
    """
    text = sentence.text
    gives = threshold(text) is not None or (_NOTICE.search(text) and durations(text))
    if not gives or _OTHER_MATTERS.search(text):
        return False
    near = sentence.index - rule.index <= 2 and sentence.unit == rule.unit
    alone = w.TOPIC.search(_section_heading(context, rule)) and not _OTHER_MATTERS.search(
        _section_heading(context, rule)
    )
    return near or (bool(alone) and sentence.index - rule.index <= 4)


def _section_heading(context: Context, sentence: Sentence) -> str:
    section = sentence.section
    title = context.structure.outline.sections[section].title if section is not None else ""
    return sentence.topic if context.units[sentence.unit].role is not Role.CELL else title


_NOTICE = phrase(r"\bnotice\b|\bwarning\b|\bahead\b|\bin advance\b|\bbeforehand\b")
_OTHER_MATTERS = phrase(
    r"\b(?:quorum|quorate|amend\w*|alter\w*|chang(?:e|es|ing)|review\w*|elect\w*|minutes|agenda|terms of reference"
    r"|membership (?:fee|ends)|leave|leaving|withdraw\w*|resign\w*|expel\w*|remov(?:e|al)\b|chair is)\b"
)


def _texts(context: Context, group: list[Sentence]) -> list[str]:
    """The sentences' words, the items of a list on property with their lead-in as one."""
    texts: list[str] = []
    for one in group:
        lead = lead_of(context, one)
        if lead and texts and texts[-1].startswith(lead.text):
            texts[-1] = f"{texts[-1]} {one.text}"
        else:
            texts.append(one.text)
    return texts


def _hit(context: Context, group: list[Sentence]) -> Hit | None:
    texts = [own_part(text, CUE) for text in _texts(context, group)]
    lead = lead_of(context, group[0])
    if lead and _MAY.search(lead.text):
        texts[0] = f"{_MAY.sub(' may ', lead.text)}{texts[0]}"
    whole = " ".join(texts)
    value = fields(texts)
    st = None
    if not value:
        if status.is_placeholder(whole):
            st = Status.PLACEHOLDER
        elif status.is_deferred(whole) or w.DEFERRED_TOPIC.search(whole):
            st = Status.DEFERRED
        elif not w.MODAL.search(whole) or _MERELY_UPON.search(whole):
            return None
        else:
            st = Status.STATED
    lesser = w.LESSER.search(texts[0])
    topic = w.LESSER_TOPIC.search(group[0].topic) if lesser else None
    named = topic["name"] if topic else None
    return Hit(value, tuple(group), "dissolution.rule", st, body=named, key="lesser" if lesser else "")


HITS = (
    Example(
        "The Partnership may be dissolved by a resolution of two thirds of all members.",
        {"by": "members", "threshold": "two_thirds", "threshold_basis": "all_members"},
    ),
    Example("The Board may wind up the Partnership by giving three months' notice.", {"by": "board", "notice": "P3M"}),
    Example("Winding up: wording to come from Legal.", {}, Status.PLACEHOLDER),
    Example(
        "A majority of those present and voting can dissolve the Forum. Funds left go back to the partners.",
        {"threshold": "simple_majority", "threshold_basis": "present_and_voting", "assets": "returned_to_contributors"},
    ),
    Example(
        "On dissolution any remaining property passes to a charity with similar objects.", {"assets": "similar_body"}
    ),
)
MISSES = (
    Example("An appointment may be terminated by the Minister.", comment="one person's appointment"),
    Example("The old Area Forum was dissolved by the Council in May 2009.", comment="history"),
    Example("A member may withdraw from the Partnership at any time.", comment="one partner leaving"),
    Example("The term of office ends in May.", comment="an office"),
    Example("The meeting was wound up at nine o'clock.", comment="a meeting"),
    Example("Members work together to end poverty.", comment="an aim"),
)
