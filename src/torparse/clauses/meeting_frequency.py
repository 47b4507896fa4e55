"""How often the body meets (GUIDE.md, meeting_frequency).

"Meets as needed" and a frequency tied to another body's meetings have no number. Reports, reviews and events of others
are not meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.clauses._meeting_frequency import others
from torparse.clauses._meeting_frequency.yearly import BETWEEN_YEARLY, beside_agm, besides_limits
from torparse.lexicon.frequencies import AMBIGUOUS, Frequency, frequencies, months_in
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFrequency(Value):
    """Value of a meeting_frequency clause."""

    per_year: float | None = None
    """Meetings a year."""
    bound: str | None = None
    """How the number is meant: "exact", "at_least", "at_most" or "about"."""


VALUE = MeetingFrequency
ESSENTIAL = ("per_year",)
SCOPED = True

CUE = phrase(
    r"\bmeet(?:s|ings?)?\b|\b(?:conven(?:e|es|ed)|gather(?:s|ings?)?|(?:get|come|comes) together|hold|held|sits?"
    r"|sessions?|events|calls|plenar(?:y|ies)|AGM|calls? in|teleconferences?)\b|\bassembl(?:e|es|y)\b|^\W*how often\b"
)
_MEET = phrase(
    r"\b(?:meet(?:s|ings?)?|conven(?:e|es|ed|ing)|gather(?:s|ings?)?|(?:get|gets|come|comes|coming) together|sits?"
    r"|(?:shall|will|to) assemble|sessions?|plenar(?:y|ies)|events|(?:conference |video |zoom |telephone |board "
    r"|weekly "
    r"|fortnightly |monthly )calls|calls? in(?= every)|teleconferences?|annual (?:general meeting|assembly)|AGM)\b"
)
_OTHER = phrase(
    r"\b(?:report(?!s? and meet)|review|elect(?!ron)|appoint|nominat|serv(?:e|es|ed|ing)\b|monitor|publish|refresh"
    r"|updat|stand(?:s|ing)? down|minute|audit|perform(?!ance group)|appear|vot(?:e|es|ed|ing)\b|chosen|select|budget"
    r"|train(?:ing)?(?: (?:sessions?|events?))?|notice|advance\b|miss(?:es|ed|ing)?\b|absen|attend|consult"
    r"|revis|produc"
    r"|newsletter|bulletin|writes?\b|accounts?\b|subscription|payment|paid\b|met\b|rotat|circulat|renew|inspect"
    r"|apolog|consecutive|successive|before\b|volunteer|dedicat|rewrit|look(?:s|ing)? at|go(?:es)? over|check"
    r"|agreed\b(?! (?:to|that)\b[^.;,]{0,25} (?:meet|hold|convene))|set\b|amend"
    r"|expect(?:s|ed) (?:to (?!meet\b)|that)"
    r"|prepar(?:e|ed|es|ation|ing)|days? (?:a|per|each|every) (?:month|quarter|year)"
    r"|(?:calendar|programme|timetable|schedule|diary|list|dates) (?:of|for) (?:[\w-]+ ){0,3}?(?:meetings?|events"
    r"|sessions|activities)\b(?!\W*:| (?:is|are|shall|will)\b))\w*"
)
_LABEL = phrase(r"^\W*(?:how often|how many(?: meetings)?|frequency|meetings)\W*:")
_HOW_OFTEN = phrase(r"times? a year|frequen|how often|\b(?:will|shall|board|forum|group|partnership|we|they) meet\b")
_AGM_IS_HELD = (
    r"(?:annual general meeting|AGM)s?(?: \(AGM\)| of (?:the )?[\w ]{3,40})? (?:shall|will|must|is to|to)"
    r" (?:take place|be (?:held|convened|called))"
    r"|\bthere (?:shall|will|must|is to) be an? (?:annual general meeting|AGM)\b"
)
_YEARLY_MEETING = phrase(
    r"(?:shall|will|must|to|we|they) (?:be )?(?:hold|held|convened?) (?:an )?annual (?:general )?(?:meeting"
    r"|assembly)\b"
    rf"|{_AGM_IS_HELD}"
)
_HELD_YEARLY = phrase(_AGM_IS_HELD)
_TOPIC = phrase(
    r"\bhow often\b|\bfrequency\b|\bmeetings?\b|when (?:do|does) (?:\w+ )+meet|getting together|how many$"
    r"|when we meet"
)
_AT_LEAST_YEARLY = phrase(
    r"\b(?:shall|will|must|to|should) (?:be |hold |have |convene )+(?:at least|a minimum of|not fewer than) one "
    r"(?:\w+ )?"
    r"annual (?:\w+ )?meeting\b"
)
_AS_NEEDED = phrase(
    r"\b(?:meets?|(?:meetings?|calls|teleconferences?|sessions) (?:[\w&' ]{3,40}? )?(?:(?:shall|will|may|are"
    r"|can|is) )?"
    r"(?:to )?(?:be )?(?:held|called"
    r"|convened|arranged|scheduled|organi[sz]ed|takes? place|happen|occur)|(?:is|are) convened|(?:meetings?"
    r"|calls|teleconferences?|sessions)(?: schedule)?: (?:occur|held|happen"
    r"|take place)?) (?:\w+ ){0,3}?(?:as (?:and when "
    r"|often as "
    r"|frequently as )?"
    r"(?:it thinks? fit|they think fit|(?:is |are )?(?:needed|required|necessary|appropriate|determined|desirable))"
    r"|as (?:often|frequently) as (?:is |are )?(?:it|they|the [\w ]{3,30}?) (?:may |shall )?(?:decides?|determines?"
    r"|chooses?|wish(?:es)?|sees? fit|thinks? fit|considers? (?:fit|necessary|appropriate))"
    r"|at such (?:times?|intervals|frequency|dates)(?: and (?:at such )?(?:times?|places?|intervals))?(?: and shall"
    r" [\w ]{3,40}?)? as (?:it|they|the [\w ]{3,30}?) (?:may |shall )?(?:decides?|determines?|chooses?|directs?"
    r"|sees? fit|thinks? fit|appoints?)"
    r"|(?:when(?:ever)?|if) (?:needed|required|necessary|there (?:is|are)|(?:a|an|the|its|any) [\w ]{2,40} (?:is|are"
    r"|calls?|asks?|requests?|needs?))|on an? (?:ad[ -]hoc|as[ -](?:needed|required|necessary)|needs?(?:[ -](?:to"
    r"|based|be|driven))?|as[ -]and[ -]when) basis"
    r"|(?:regularly )?(?:on|to|by|according to|following|in line with) (?:an?|the) (?:(?:regular|published"
    r"|mutually) )?"
    r"(?:agreed|pre-?arranged|settled) (?:(?:upon|regular|annual) )?(?:schedule|timetable|calendar|programme|rota"
    r"|pattern"
    r"|rhythm|cadence)\b|(?:regularly )?(?:on|to|by) (?:an?|the) (?:schedule|timetable|calendar|rhythm"
    r"|cadence) (?:that is )?"
    r"(?:agreed|settled|set|determined|decided) (?:by|with|among|between)"
    r"|as and when [\w ]{3,40} (?:is|are|has|have)|ad[ -]hoc\b)|no (?:fixed|set|regular) (?:schedule|timetable"
    r"|pattern|frequency) (?:of|for) meetings"
)
_WHEN_IT_FITS = phrase(
    r"\bmeet(?:s|ings?)?\b (?:(?:\w+ ){0,3}?(?:held |arranged |called |convened |place ))?(?:\w+ )?(?:at"
    r"|around) (?:the |all )?"
    r"(?:key|critical|significant|appropriate|relevant|important|suitable|major|different|various) (?:stages|points"
    r"|milestones"
    r"|times|moments|phases|intervals|dates)\b"
    r"|\b(?:dates|regularity|frequency|number|timing)(?: and (?:\w+ ){0,2}?(?:regularity|frequency|number|timing"
    r"|dates))? of (?:the"
    r" |its |our |their )?meetings (?:shall |will |is |are |may )(?:be )?(?:set|decided|determined|agreed|fixed"
    r"|chosen) by (?:the"
    r" |its )?(?:\w+ ){0,3}?(?:group|committee|board|forum|partnership|panel|members|{CHAIR}|network|council|team)\b"
)
_TIED = phrase(
    r"\bmeets? (?:\w+ ){0,3}?(?:prior to|before|after|following|immediately before|in advance of|ahead of"
    r"|alongside) (?:each |every |the )?[\w &']*?meetings?\b"
)
_PERSONAL = phrase(
    r"(?:{CHAIR}|co-?ordinator|manager|officer|secretary)[\w ,]*\b(?:meets?|will meet"
    r"|shall meet) (?:with )?(?:the|each|all)?"
)
_SPECIAL = phrase(r"\b(?:special|extraordinary|emergency|additional|extra|further) (?:general )?meetings?")


_OF_NOTICE = phrase(
    r"\bnotice\b[^.;]{0,60}\b(?:required|needed|necessary|given|for|of|to (?:hold|call"
    r"|convene))\b[^.;]{0,40}\bannual general"
    r" meeting\b[^.;]*\b{DURATION}|\b{DURATION}'?s? notice\b"
)
"""How long before a meeting it is called says nothing on how often it is held."""
_ASKS = compiled(r"\?\W*$")
_FOR_ONE_MATTER = phrase(
    r"\bgeneral meeting\b[^.;]{0,40}\bif (?:an?|the|any) [\w ]{2,40} (?:is|are|has|resigns?|leaves?"
    r"|dies)\b(?! (?:needed|required"
    r"|necessary|business|matters))"
)
"""A meeting called for one occasion ("if a member is to be removed") is no pattern of meetings."""
_WITHIN_TERM = phrase(
    r"\b(?:weekly|fortnightly|(?:every|each|once a) (?:other |second )?(?:week|fortnight)|(?:on )?(?:every|each)"
    r" (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.;]{0,20}\b(?:during|in|of|throughout) (?:the )?(?:academic "
    r"|school |university"
    r" )?term(?:[- ]?time|s)?\b"
)
_REGULAR_DAY = phrase(r"^\W*(?:on )?(?:the )?(?:{ORDINAL}|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
"""A line that is nothing but a day ("First Wednesday, every month, 7.45 sharp")."""
_COLUMN = phrase(r"^\W*(?:meets|meetings?|frequency|how often|frequency of meetings)\W*$")
_BUT_NOT = phrase(
    r"^\W*(?:but )?(?:not|none|no meetings?|except|never|nothing) (?:is held |are held "
    r"|takes place )?(?:in|during)\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for how often bodies meet; "a quarterly meeting is called by …" says nothing new beside "quarterly"."""
    found = list(_found(context))
    by_name = [hit for hit in found if _BY_NAME.match(hit.sentences[0].text) and "per_year" in hit.value]
    rates = [hit.value["per_year"] for hit in found if hit not in by_name and "per_year" in hit.value]
    yield from (hit for hit in found if hit not in by_name or hit.value["per_year"] not in rates)


_BY_NAME = phrase(
    r"^\W*(?:an?|the|each|every) (?:regular |ordinary )?(?:weekly|fortnightly|monthly|bi-?monthly|quarterly|termly"
    r"|half-?yearly"
    r"|six-?monthly|yearly|annual) (?:\w+ )?meetings?\b"
)
"""A meeting called by how often it is held."""


def _found(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        text = sentence.text
        topical = bool(
            (_TOPIC.search(sentence.topic) and (_MEET.search(sentence.topic) or not _OTHER.search(sentence.topic)))
            or _LABEL.search(text)
        )
        regular = _REGULAR_DAY.match(text) or _COLUMN.match(sentence.column)
        if sentence.narrative or _ASKS.search(text) or (_OF_NOTICE.search(text) and not _HELD_YEARLY.search(text)):
            continue
        if not (CUE.search(text) or topical or regular):
            continue
        if _MEET.search(text) and status.is_placeholder(text) and _HOW_OFTEN.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.placeholder", Status.PLACEHOLDER)
        elif beside := list(beside_agm(sentence)):
            yield from beside
        elif _in_term_time(text) or _BIWEEKLY.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.in_term_time")
        elif _YEARLY_MEETING.search(text) and (not frequencies(text) or BETWEEN_YEARLY.search(text)):
            value = {"per_year": 1, "bound": "exact"}
            body = _general_meeting(text) or "Annual General Meeting"
            yield Hit(value, (sentence,), "meeting_frequency.annual", body=body, key="agm")
        elif _AT_LEAST_YEARLY.search(text) and not frequencies(text):
            yield Hit({"per_year": 1, "bound": "at_least"}, (sentence,), "meeting_frequency.value")
        elif _examples_only(text):
            yield Hit({}, (sentence,), "meeting_frequency.examples")
        elif chosen := _choose(sentence, topical or bool(regular)):
            yield _measured(context, sentence, chosen)
        elif (_AS_NEEDED.search(text) and not (_SPECIAL.search(text) or _FOR_ONE_MATTER.search(text))) or (
            _WHEN_IT_FITS.search(text) and not (_SPECIAL.search(text) or _OTHER.search(_WHEN_IT_FITS.sub("", text)))
        ):
            yield Hit({}, (sentence,), "meeting_frequency.as_needed")
        elif _TIED.search(text):
            yield Hit({}, (sentence,), "meeting_frequency.tied")


_BIWEEKLY = phrase(
    r"\bbi-?weekly (?:[\w-]+ ){0,2}(?:meetings?|calls?|sessions?)\b"
    r"|\b(?:meets?|meetings?|calls|sessions?)\b[^.;,]{0,40}\bbi-?weekly\b(?! (?:reports?|newsletters?"
    r"|bulletins?|updates?))"
)
"""Twice a week or every other week: no number that can be told."""


def _in_term_time(text: str) -> bool:
    """Whether a body meets so often in term time only, which gives no number a year."""
    return bool(_WITHIN_TERM.search(text) and _MEET.search(text) and not _PERSONAL.search(text))


_EXAMPLES = phrase(r"\b(?:e\.? ?g\b\.?|for (?:example|instance)|such as|whether|be it|say),? (?P<list>[^.;()]{6,80})")


def _examples_only(text: str) -> bool:
    """Whether several frequencies are examples to choose from ("regularly, e.g. weekly, monthly or quarterly")."""
    match = _EXAMPLES.search(text)
    if match is None or not _MEET.search(text[: match.start()]) or _PERSONAL.search(text):
        return False
    rates = {one.per_year for one in frequencies(match["list"])}
    return len(rates) > 1 and not frequencies(text[: match.start()])


def _measured(context: Context, sentence: Sentence, chosen: Frequency) -> Hit:
    ambiguous = AMBIGUOUS.search(sentence.text[chosen.start : chosen.end])
    body = _general_meeting(sentence.text)
    sentences: tuple[Sentence, ...] = (sentence,)
    per_year = chosen.per_year
    for behind in context.after(sentence) if per_year == 12 else ():
        if _BUT_NOT.match(behind.text) and (without := len(months_in(behind.text))):
            sentences, per_year = (sentence, behind), per_year - without
    return Hit(
        {"per_year": per_year, "bound": chosen.bound},
        sentences,
        "meeting_frequency.value",
        notes=("ambiguous: twice a year or every other year",) if ambiguous else (),
        body=body,
        key="agm" if body else "",
    )


def _general_meeting(text: str) -> str | None:
    """An annual general meeting that shall be held is a body of its own (GUIDE.md, Conventions)."""
    match = re.match(
        r"\s*(?:an|the|there shall be an|we hold an)\s+(annual general meeting|annual assembly"
        r"|annual meeting)\b(?! (?:also|elects))",
        text,
        re.I,
    )
    return "Annual General Meeting" if match and "general" in match[1].lower() else None


def _choose(sentence: Sentence, topical: bool) -> Frequency | None:
    """The frequency that belongs to meeting, not to reporting, reviewing or electing."""
    text = sentence.text
    if _PERSONAL.search(text) or others.named_in(text):
        return None
    special = _SPECIAL.search(text)
    found: list[Frequency] = []
    for one in besides_limits(text):
        if special and special.start() < one.start and not re.search(r"\bordinary\b", text, re.I):
            continue  # how often further meetings are held is not the rule for ordinary ones
        if _IN_ITS_NAME.search(text[: one.start]) and re.match(r"\s*(?:\w+\s+)?meeting", text[one.end :]):
            continue  # "is granted by a monthly general meeting" tells what that meeting does
        meets = _of_meeting(text, one)
        if meets or (meets is None and topical and _BEGINS.fullmatch(text[: one.start])):
            found.append(one)
    if then := _THEREAFTER.search(text):  # "first meets in May, and quarterly after that"
        found = [one for one in found if one.start >= then.end() or 0 <= then.start() - one.end <= 1] or found
    # "about every ten weeks, and not fewer than five in a year": what binds goes first
    return next((one for one in found if one.bound == "at_least"), found[0]) if found else None


_THEREAFTER = phrase(r"\b(?:thereafter|subsequently|from then on(?:wards)?|after (?:that|this|which))\b")
_BEGINS = compiled(
    r"\W*(?:(?:at least|about|on|the|(?:the )?(?:first|second|third|fourth|last) \w+day|normally|usually|not less than"
    r"|a minimum of|(?:no|not) more than|up to|at most|roughly"
    r"|once|[\w ]{1,25}:)\W*)*",
    re.IGNORECASE,
)
_OCCASION = phrase(
    r"\b(?:at|before|after|between|to|during|from|for|of) (?:the|an?|its|each|every|their|any|all)(?: [\w-]+){0,3} ?$"
)
"""Before "meeting": the occasion of what was told first ("officers are elected at the yearly meeting")."""
_IN_ITS_NAME = phrase(r"\b(?:by|of|to|at|from|in|with|for|before|after) (?:an?|the|its|their|each|any|every) $")
_MEET_AND = phrase(r"\bmeet and (?:report|elect|review|vote)\b")


def _of_meeting(text: str, one: Frequency) -> bool | None:
    """Whether what happens so often is a meeting: the last thing told before it, else the first behind; None: neither.

    "Reviewed every year, at its first meeting" is about reviewing, "shall meet and report yearly" about both.
    """
    acts = [
        (m.start(), m.end(), meets)
        for pattern, meets in ((_MEET, True), (_OTHER, False))
        for m in pattern.finditer(text)
    ]
    acts = sorted(a for a in acts if not any(b is not a and b[0] <= a[0] and a[1] <= b[1] for b in acts))
    acts = [a for i, a in enumerate(acts) if not (i and a[2] and _OCCASION.search(text[: a[0]]))]
    before = [a for a in acts if a[0] < one.start]
    inside = any(meets and one.start <= start < one.end for start, _, meets in acts)
    if before:
        return before[-1][2] or (inside and not _near(text, before[-1][1], one.start)) or bool(_MEET_AND.search(text))
    behind = [a for a in acts if a[0] >= one.start]
    return behind[0][2] if behind else None


def _near(text: str, end: int, start: int) -> bool:
    """Whether nothing but a few words of the same clause lies between."""
    between = text[end:start]
    return not re.search(r"[;:,]", between) and len(between.split()) < 6


HITS = (
    Example("The Partnership will meet at least four times a year.", {"per_year": 4, "bound": "at_least"}),
    Example("The Board meets monthly, except in August.", {"per_year": 11, "bound": "exact"}),
    Example(
        "There shall be not fewer than six ordinary meetings in each calendar year.",
        {"per_year": 6, "bound": "at_least"},
    ),
    Example("Meetings will normally be held every other month.", {"per_year": 6, "bound": "about"}),
    Example("The Forum meets as and when required.", {}),
    Example("The Group convenes every month, August excepted.", {"per_year": 11, "bound": "exact"}),
    Example("The Committee shall meet as and when it thinks fit.", {}),
    Example(
        "The Executive shall meet and report to the members at least once each year.",
        {"per_year": 1, "bound": "at_least"},
    ),
    Example("The Board will meet [x] times a year.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The Chair will report to the Council twice a year.", comment="a report"),
    Example("Members are elected every two years at the annual meeting.", comment="an election"),
    Example("The manager meets the chief executive each quarter.", comment="one officer's meetings"),
    Example("Papers are sent a week before each meeting.", comment="notice"),
    Example("The strategy is reviewed quarterly.", comment="a review"),
    Example("The officers shall be elected at the Annual General Meeting in each year.", comment="an election"),
    Example("The secretary is responsible for convening annual general meetings.", comment="a duty"),
)
