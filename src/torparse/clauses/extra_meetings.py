"""Special or additional meetings: who calls them, at whose request, how soon (provision P12).

Not: the meeting called to dissolve or amend, urgent items at an ordinary meeting, decisions between meetings. The
period of notice is also a ``notice`` clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.fractions import parse
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraMeetings(Value):
    """Value of an extra_meetings clause."""

    called_by: str | None = None
    """Who may call one, in the document's words, lower-cased."""
    requisition: int | None = None
    """How many members can require one."""
    fraction: str | None = None
    """The share of members that can require one: "1/3"."""
    notice: str | None = None
    """ISO 8601 duration of the notice."""
    held_within: str | None = None
    """ISO 8601 duration within which it is held or called."""


VALUE = ExtraMeetings
ESSENTIAL: tuple[str, ...] = ("called_by|requisition|fraction",)
SCOPED = True
TELLS_BODIES = False

_KIND = (
    r"(?:extra-?ordinary|special|additional|emergency|extra|urgent|ad[ -]hoc|exceptional|further|interim"
    r"|unscheduled|other)"
)
_MEETING = (
    rf"{_KIND}(?: (?:or {_KIND}|general|board|ordinary|full|partnership|forum|committee"
    r"|panel))* (?:general )?(?:meetings?|e\.?g\.?m\.?s?)\b"
)
_CALL = r"(?:call|conven|summon|arrang|requir|request|requisition|hold|held|organis|schedul)(?:ed|e|es|s|ing|ened)?"
_WAYS = (
    (
        "may-be-called",
        phrase(
            rf"\b{_MEETING}[^.;]{{0,60}}?\b(?:(?:may|can|shall|will|must|should|is|are|to|also"
            rf"|if) )+(?:only )?(?:be )?(?:\w+ly )?{_CALL}\b"
        ),
    ),
    (
        "may-call",
        phrase(
            r"\b(?:(?:may|can|shall|will|must|should|to|has|have|power|right|is|entitled) )+(?:also "
            rf"|at any time |if necessary )*{_CALL} (?:[\w,]+ ){{0,4}}?(?:an? |any |such |the )?{_MEETING}"
        ),
    ),
    (
        "at-request",
        phrase(
            rf"\b{_MEETING}[^.;]{{0,60}}?\b(?:at|on|upon) (?:the )?(?:written )?(?:request|requisition|demand"
            r"|instruction|discretion) of\b"
        ),
    ),
    (
        "requisition",
        phrase(
            r"\b(?:request|requisition|requisitioned|demand)(?:ed)?\b[^.;]{0,30}\b(?:signed )?(?:by|of"
            r"|from) (?:at least |not less than |no fewer than |not fewer than |any )?(?:{NUMBER}"
            r"|{FRACTION})[^.;]{0,40}\b(?:call|convene|summon|meeting)|\b(?:call|convene|summon)\w* (?:a|an"
            r"|the) (?:[\w-]+ )?meeting[^.;]{0,60}\b(?:request|requisition)\w* (?:in writing )?(?:of|from|by"
            r"|signed by) (?:at least |not less than |no fewer than |any )?(?:{NUMBER}|{FRACTION})"
            r"|\b(?:{NUMBER}|{FRACTION})(?: of the)?(?: (?:or more|voting|core|ordinary))* members (?:may"
            r"|can) (?:[\w]+ ){0,3}?(?:call|convene|require|request|requisition|ask for) (?:a|an"
            r"|the) (?:[\w-]+ )?meeting\b"
        ),
    ),
    ("asked-for", phrase(r"^\W*yes,? (?:if|when|whenever) .*\bask for one\b")),
    ("row", phrase(rf"^\W*{_MEETING} ?:")),
    (
        "as-needed",
        phrase(
            rf"\b{_MEETING}[^.;]{{0,30}}\b(?:as|when|where|if|whenever) (?:and when )?(?:necessary|required"
            r"|needed|appropriate)\b"
        ),
    ),
)
_RULES = Rules(
    "extra_meetings",
    phrase(r"\bmeeting|\bEGM\b|\bask for one\b"),
    _WAYS,
    phrase(
        r"\b(?:dissol\w+|wind(?:ing)?[ -]up|wound up)\b|\b(?:amend\w*|alter\w*|chang\w+) (?:the |this |to "
        r"|these )?(?:[\w]+ )?(?:constitution|terms|rules)\b|\bonly business\b|\bquor(?:um|ate)\b"
        r"|\bdecisions? (?:between|outside)\b|\b(?:sub-?group|sub-?committee|working group) meetings?\b"
        r"|\bother meetings (?:of|with|to|attended)\b|\bfurther meeting (?:of the )?(?:to which|adjourned)"
        r"|\badjourn\w*\b|\bminutes of\b|\bextra meetings? of the (?:council|cabinet)\b"
        r"|\bspecial meeting\b[^.;]{0,40}\b(?:elect|election)\b|\b(?:be|is|are) used (?:to|for)\b"
    ),
    own=lambda text: True,
)
_BY = (
    phrase(r"^\W*yes,? (?:if|when|whenever) (?P<by>.{3,60}?)(?: or {NUMBER} members)? asks? for one\b"),
    phrase(
        rf"(?:^\W*|[.;:,] )(?P<by>(?:the |a |an |any |either )?[\w’', -]{{3,60}}?) (?:(?:may|can|shall|will"
        rf"|must|should|has|have|is|are|also|power|right|entitled|to|at any time|if necessary) ?)+(?:{_CALL}) "
    ),
    phrase(
        rf"\b{_CALL} (?:at any time |only )?(?:by|at the (?:request|discretion|instruction) of) (?P<by>[^.;]{{3,80}})"
    ),
    phrase(r"\bat the (?:request|discretion|instruction) of (?P<by>[^.;]{3,80})"),
    phrase(rf"^\W*{_MEETING} ?: (?P<by>[^.;]{{3,60}})"),
)
_MEMBERS = (
    r"(?: (?:of|or|more|the|any|voting|core|full|ordinary|board|its|partner|current|eligible|all"
    r"|total))* (?:members?\b|membership|partners|organi[sz]ations|trustees|directors|authorities"
    r"|delegates|residents|tenants|people)"
)
_COUNT = phrase(rf"(?P<n>{{NUMBER}}){_MEMBERS}")
_SHARE = phrase(rf"(?P<share>{{FRACTION}}){_MEMBERS}")
_NOTICE = phrase(
    r"{DURATION} (?:written |clear )?notice\b|\bnotice (?:of|being|shall be|is|must be)? ?(?:at least "
    r"|not less than )?{DURATION}"
)
_WITHIN = phrase(r"\b(?:within|no later than|not later than|in no more than) (?:a (?:maximum|period) of )?{DURATION}")
_SPECIAL = phrase(_MEETING)
_AFTER = (
    r"\b(?:who|which|that|shall|will|must|may|can|should|at (?:any|short|least|the written|the request"
    r"|\d)|on|for|in|if|when|where|whenever|upon|within|provided|with|giving|as|stating|to|under|having"
    r"|after|following|is|has|from|not)\b"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    count, share = _COUNT.search(text), _SHARE.search(text)
    if share and (value := parse(share["share"])):
        found["fraction"] = f"{value.numerator}/{value.denominator}"
    elif count and (wanted := number(count["n"])):
        found["requisition"] = wanted
    for pattern in _BY:
        match = pattern.search(text)
        who = head(match["by"], limit=12, stop=_AFTER) if match else ""
        if (
            who
            and who not in ("member", "members")
            and not phrase(rf"^(?:it|there|this|they|{_KIND}|meetings?|request|no|notice)\b|\bmeetings?\b").search(who)
        ):
            found["called_by"] = who
            break
    for name, pattern in (("notice", _NOTICE), ("held_within", _WITHIN)):
        match = pattern.search(text)
        lengths = durations(match[0]) if match else []
        if lengths:
            found[name] = lengths[0].iso
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    for hit in provision_hits(context, _RULES, _read):
        first = hit.sentences[0]
        if hit.rule.endswith("asked-for") and not _SPECIAL.search(first.topic):
            continue
        notice = next((s for s in context.after(first) if s.unit == first.unit and _NOTICE.search(s.text)), None)
        if notice and "notice" not in hit.value and hit.status is Status.STATED:
            length = {k: v for k, v in _read(notice.text).items() if k == "notice"}
            hit = replace(hit, value={**hit.value, **length}, sentences=(*hit.sentences, notice))
        yield hit


HITS = (
    Example("The Chair may call a special meeting at any time.", {"called_by": "chair"}),
    Example(
        "A special meeting shall be called within 21 days of a request signed by five members.",
        {"requisition": 5, "held_within": "P21D"},
    ),
    Example("Additional meetings may be convened at the request of the Chair.", {"called_by": "chair"}),
    Example(
        "One third of the members may require an extraordinary meeting.",
        {"fraction": "1/3"},
    ),
    Example("Extra meetings will be held as required.", {}),
    Example("Special meeting: the Convener, on 3 days' notice.", {"called_by": "convener", "notice": "P3D"}),
)
MISSES = (
    Example("A special meeting called to dissolve the Forum needs 21 days' notice.", comment="dissolution"),
    Example("Urgent business may be taken at the meeting.", comment="an item"),
    Example("Members make additional contributions at meetings.", comment="another sense"),
    Example("Video calls will be used to hold extra meetings with members abroad.", comment="the means"),
    Example("Special care is taken that meetings are accessible.", comment="another sense"),
    Example("The Board meets monthly and other groups meet weekly.", comment="other groups"),
)
