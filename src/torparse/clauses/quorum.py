"""How many members must be present for business to be done (GUIDE.md, quorum).

A quorum is a count, a fraction of the members, or both with the rule that joins them; ``composition`` lists who else
must be there. "There is no quorum" is a stated quorum with an empty value. Not a quorum: the fewest members a body
may have, the quorum of another body, a threshold for calling a special meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.clauses._quorum import further
from torparse.clauses._quorum import wordings as w
from torparse.clauses._quorum.figures import values
from torparse.lexicon.fractions import shares
from torparse.lexicon.numbers import NUMBER
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import items_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Value):
    """Value of a quorum clause."""

    count: int | None = None
    """Number of those whose presence counts."""
    fraction: str | None = None
    """Share of the members as "1/2"."""
    strict: bool | None = None
    """True where more than the fraction is asked for ("more than half", "a majority")."""
    combine: str | None = None
    """Where both are given: "greater_of", "lesser_of" or "and"."""
    of: str | None = None
    """Whose presence counts, in the document's words, lower-cased."""
    composition: tuple[str, ...] | None = None
    """Who else must be there, in the document's words, lower-cased."""
    requires: tuple[str, ...] | None = None
    """The composition in terms that can be compared: sector or post, and how many at least ("statutory>=1")."""
    derived_count: int | None = None
    """Number that follows by adding up what the composition asks for; the document itself gives no total."""
    rounding: str | None = None
    """How a share that gives no whole number is rounded: "up", "down" or "nearest"."""
    applies_to: str | None = None
    """What it is needed for where that is not the whole meeting: "votes", "decisions", "amendment", "dissolution" or
    "election"."""
    special: tuple[str, ...] | None = None
    """Quorums for a kind of business of its own: "amendment: 2/3", "dissolution: 12"."""
    wait: str | None = None
    """How long a meeting waits for a quorum, ISO 8601 duration ("PT30M")."""
    adjourned_for: str | None = None
    """How long a meeting without a quorum is put off, ISO 8601 duration."""
    adjourned_quorum: str | None = None
    """The quorum of the meeting put off: "those_present", a count or a fraction."""
    discretion: str | None = None
    """Who judges whether enough are there, in the document's words, lower-cased."""
    inquorate: str | None = None
    """What becomes of a meeting without a quorum: "adjourned", "cancelled", "no_decisions", "discussion_only" or
    "recommendations"."""


VALUE = Quorum
ESSENTIAL = ("count|fraction|composition",)
SCOPED = True

CUE = w.CUE
"""What announces a quorum in the sentence itself."""

_BEGINS = compiled(
    rf"\s*(?:\W*\w+:\s*)?(?:at least |more than |not (?:fewer|less) than |a minimum of |no fewer than "
    rf"|representatives of )?(?:{NUMBER}|a |one |half|\d)",
    re.IGNORECASE,
)
_PRESENT = phrase(r"\b(?:present|attend|in attendance|there)\b")
_SEVERAL = phrase(r",[^,]+(?:,| and )")
"""A heading of three or more subjects: a bare number under it may belong to any of them."""
_OF_THE_BODY = phrase(
    r"\b(?:consists?|comprises?|compris(?:ed|ing)|composed|made up|shall have|has|have|positions?|officers"
    r"|posts) [^.;]*\bfollowing"
    r"|\bmembership\b|\bbusiness\b|\bagenda\b|\bpowers\b|\bduties\b"
)
"""A list of the body's posts, its business or its powers."""
_LISTS = phrase(r"include|provided|following")
_NO_BUSINESS = phrase(
    r"\bno business\b[^.;]{0,60}\b(?:unless|except|without|save|at (?:which|any)|if|where|when)\b"
    r"(?=[^.;]{0,40}{NUMBER})"
)
"""In a sentence on several things, the numbers before this are of other ones."""


def find(context: Context) -> Iterator[Hit]:
    """Hits for quorum rules, by the cue in the sentence or in the heading over it.

    What follows where there are too few members belongs to the rule that stands before it in the section; by itself it
    is a clause, in part, only where it says who is a quorum at the meeting put off.
    """
    found: list[Hit] = []
    used: set[int] = set()
    for sentence in context.sentences:
        cued, topical = CUE.search(sentence.text), w.TOPIC.search(sentence.topic)
        if sentence.narrative or sentence.index in used or not (cued or topical or found):
            continue
        if same := w.SAME_AS.search(sentence.text):
            found += _same(found, sentence, next(name for name in same.groups() if name))
        elif unmet := w.UNMET.search(sentence.text):
            rule = sentence.text[: unmet.start()]
            if (
                cued and unmet.start() > _SHORT and CUE.search(rule) and values(rule)
            ):  # the rule and what follows, in one
                found += _hit(context, replace(sentence, text=rule), cued=True)
            _add_consequence(found, sentence)
        elif (cued or topical) and not (
            w.NOT_THE_RULE.search(sentence.text) or (not cued and w.IN_FAVOUR.search(sentence.text))
        ):
            for hit in _hit(context, sentence, bool(cued)):
                found.append(hit)
                used |= {s.index for s in hit.sentences}
    yield from found


_SHORT = 20  # characters in which no rule stands


def _same(found: list[Hit], sentence: Sentence, meeting: str) -> list[Hit]:
    """The last rule, lent to another meeting ("the same quorum as for the committee")."""
    known = next((hit for hit in reversed(found) if hit.rule == "quorum.value"), None)
    if known is None:
        return []
    name = re.sub(r"^(?:the|an?|any|all|its|our) ", "", meeting.strip(), flags=re.IGNORECASE)
    return [
        replace(known, sentences=(*known.sentences, sentence), rule="quorum.same", body=name, key=f"at {name.lower()}")
    ]


def _add_consequence(found: list[Hit], sentence: Sentence) -> None:
    told = further.unmet(sentence.text)
    at = next((i for i in reversed(range(len(found))) if found[i].sentences[0].section == sentence.section), None)
    if told and at is not None and found[at].rule == "quorum.value":
        hit = found[at]
        found[at] = replace(hit, value={**told, **hit.value}, sentences=(*hit.sentences, sentence))
    elif "adjourned_quorum" in told and not any(hit.rule == "quorum.value" for hit in found):
        found.append(Hit(told, (sentence,), "quorum.adjourned", Status.STATED))


def _hit(context: Context, sentence: Sentence, cued: bool) -> Iterator[Hit]:
    if barred := _NO_BUSINESS.search(sentence.text):
        sentence = replace(sentence, text=sentence.text[barred.start() :])
    text = sentence.text
    if w.UNFILLED.search(text) or (status.is_placeholder(text) and not re.search(r"\d{2,}", text)):
        yield Hit({}, (sentence,), "quorum.placeholder", Status.PLACEHOLDER)
    elif (cued and w.DENIED.search(text)) or (not cued and w.NOT_ONE.search(text)):
        judged = {k: v for k, v in further.beside(text).items() if k == "discretion"}
        yield Hit(judged, (sentence,), "quorum.denied", Status.STATED)
    elif cued and text.rstrip().endswith(":") and not values(text):
        yield from _of_list(context, sentence)
    elif not cued and (other := w.ANOTHER_MEETING.search(text)):
        whose = re.sub(r"^(?:the|an?|any) ", "", other["a"] or other["b"], flags=re.I)
        yield Hit(values(text[other.end() :]), (sentence,), "quorum.another_meeting", key=f"at {whose.lower()}")
    elif value := _value(text):
        bare = _SEVERAL.search(sentence.topic) and not _PRESENT.search(text)
        if cued or (not bare and _states_presence(text) and not _said_with_cue(context, sentence)):
            yield _stated(context, sentence, value)
    elif cued and status.is_deferred(text) and re.search(r"quorum|quorate", text, re.I):
        yield Hit({}, (sentence,), "quorum.deferred", Status.DEFERRED)
    elif w.OWN_RULES.search(text):
        yield Hit({}, (sentence,), "quorum.own_rules", Status.DEFERRED)


def _said_with_cue(context: Context, sentence: Sentence) -> bool:
    """Whether the section says in so many words what the quorum is, so that a bare number in it is something else."""
    return any(
        CUE.search(s.text) and values(s.text) and not (s.narrative or w.NOT_THE_RULE.search(s.text))
        for s in context.in_section(sentence)
    )


def _value(text: str) -> dict[str, Any]:
    """The quorum's fields as one sentence gives them; {} where it gives none."""
    if apart := further.special(text):
        kind, of_its_own, rest = apart
        own, ordinary = values(of_its_own), values(rest)
        amount = own.get("fraction", own.get("count"))
        if amount and ordinary:
            whose = {k: v for k, v in own.items() if k == "of"}
            return {**whose, **ordinary, "special": (f"{kind}: {amount}",)}
        if own and not rest:
            return {**own, "applies_to": kind}
    if (led := further.led_by(text)) and (amount := values(led[1])):
        return {**amount, "composition": (led[0],), **further.beside(text)}
    if (each := w.FROM_EACH.search(text)) and not values(f"{text[: each.start()]} {text[each.end() :]}"):
        return {"composition": (" ".join(each["who"].lower().split()),), **further.beside(text)}
    found = values(text)
    if not found and (named := further.all_of(text)):
        return {"composition": named, **further.beside(text)}
    if not shares(text) and (kinds := further.kinds_present(text, bool(found))):
        needed = further.requires(kinds)
        return {"composition": kinds, "derived_count": further.total(needed, kinds), **further.beside(text)}
    return {**found, **further.beside(text)} if found else {}


def _stated(context: Context, sentence: Sentence, value: dict[str, Any]) -> Hit:
    more = tuple(s for s in context.after(sentence, 4) if _continues(s, sentence))
    extra = value.get("composition") or further.composition_of(sentence, more)
    if extra:
        value = {**value, "composition": extra}
        if needed := further.requires(extra):
            value["requires"] = needed
    kind = value.get("applies_to", "")
    meeting = None if w.OF_A_MEETING.search(sentence.text) else _supposed(context, sentence)
    return Hit(
        value, (sentence, *more), "quorum.value", body=meeting, key="" if kind in ("votes", "decisions") else kind
    )


_ONE_MORE = phrase(r"^\W*(?:and )?(?:at least )?(?:one|1|any one) (?:\w+ )?(?:other|further|more|additional)\b")
"""One more beside the posts named: no number of all who must come."""


def _of_list(context: Context, sentence: Sentence) -> Iterator[Hit]:
    """A quorum set out as a list: the first amount is its number, the other items who else must be there.

    Of two amounts the greater or the lesser may count.
    """
    text = sentence.text
    items = items_of(context, sentence, 8)
    value: dict[str, Any] = {}
    others: list[str] = []
    whole = " ".join(item.text for item in items)
    if w.GREATER.search(whole) or w.LESSER.search(whole) or w.GREATER.search(text) or w.LESSER.search(text):
        value = values(f"{text} {whole}")  # "five members; or one tenth of them, whichever is the greater"
    for item in items:
        if item.text.rstrip().endswith(":") or w.IN_FAVOUR.search(item.text):
            continue  # it leads to a list of its own, or tells how many must be for it
        given = {} if others and _ONE_MORE.match(item.text) else values(item.text)
        value = value or given
        if given:
            others += further.composition_of(item, ())
        else:
            others.append(re.sub(r"\W*\b(?:and|or)\W*$", "", item.text.lower()).strip(" .;,:•-"))
    if value or others:
        extra = {"composition": tuple(others)} if others else {}
        yield Hit({**value, **extra}, (sentence, *items), "quorum.value", body=_supposed(context, sentence))


def _supposed(context: Context, sentence: Sentence) -> str | None:
    """The meeting of "no business at any general meeting unless a quorum is present", said just before the number."""
    before = next(iter(context.before(sentence)), None)
    told = _UNLESS_QUORATE.search(before.text) if before else None
    if told is None:
        return None
    return told["meeting"].title()


_UNLESS_QUORATE = phrase(
    r"\bno (?:business|decision|resolution)s?\b[^.;]* at (?:any|an?|the|each|every) (?P<meeting>(?:annual |special "
    r"|extraordinary )?general meeting)s?\b[^.;]* (?:unless|without|if)\b[^.;]*\bquor"
)


def _states_presence(text: str) -> bool:
    """Under a heading "Quorum" what begins with the number or speaks of presence is the rule."""
    posts = w.POSTS_FIRST.search(text)
    return bool(_BEGINS.match(text) or _PRESENT.search(text) or (posts and not text[: posts.start()].strip(" -•*:")))


def _continues(sentence: Sentence, rule: Sentence) -> bool:
    """Whether a sentence behind the ``rule`` says who is to be there; items of a list on another matter do not."""
    return bool(
        w.LATER.search(sentence.text)
        or w.THESE.search(sentence.text)
        or (
            sentence.item
            and _LISTS.search(sentence.lead_in)
            and (sentence.lead_in == rule.text or not _OF_THE_BODY.search(sentence.lead_in))
        )
    )


HITS = (
    Example("A quorum of five voting members is needed.", {"count": 5, "of": "voting members"}),
    Example(
        "Meetings are quorate if half of the partner organisations attend.",
        {"fraction": "1/2", "of": "partner organisations"},
    ),
    Example("Six trustees shall constitute a quorum.", {"count": 6, "of": "trustees"}),
    Example(
        "The quorum is one third of members or four members, whichever is the greater.",
        {"fraction": "1/3", "count": 4, "combine": "greater_of", "of": "members"},
    ),
    Example(
        "Quorum\n\nMore than 50% of the representatives.", {"fraction": "1/2", "strict": True, "of": "representatives"}
    ),
    Example("There is no quorum for meetings of the Network.", {}),
    Example("Quorum: to be confirmed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("6 Quorum", comment="a number and a title"),
    Example("The Panel shall have between eight and twelve members.", comment="size of a body"),
    Example(
        "If a quorum is not present within thirty minutes the meeting is adjourned.",
        comment="what follows, not the rule",
    ),
    Example("The meeting was quorate throughout.", comment="minutes"),
    Example("Five members may ask for a special meeting.", comment="requisition"),
    Example("Co-opted members shall not be counted in the quorum.", comment="who does not count"),
)
