"""Who holds the chair or vice-chair and how they come to it (GUIDE.md, chair_appointment).

One clause for each role and body; a co-chair is a chair. Who stands in for one meeting, and what the chair does, are
not appointments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from torparse.clauses._term_of_office.lengths import values as term_values
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import (
    DUTY,
    OFFICE,
    STAND_IN,
    SUCCESSORS,
    Found,
    chosen_by,
    from_post,
    honorary,
    method_of,
    offices_in,
    pool_of,
)
from torparse.rules.words import head, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairAppointment(Value):
    """Value of a chair_appointment clause."""

    role: str | None = None
    """"chair" or "vice_chair"."""
    method: str | None = None
    """"elected", "selected", "appointed", "nominated", "ex_officio" or "rotating"."""
    by: str | None = None
    """Who chooses, in the document's words, lower-cased; empty for ex officio."""
    from_: str | None = None
    """The pool or, ex officio, the post (``from`` in the output), in the document's words, lower-cased."""
    term: str | None = None
    """Term of office as an ISO 8601 duration."""


VALUE = ChairAppointment
ESSENTIAL = ("method",)
SCOPED = True

CUE = phrase(r"{CHAIR}|{VICE}|\bchaired\b|\bpresid(?:e|es|ed)\b|\bwho leads\b|\bled by\b|election protocols?")
_PASSIVE = phrase(
    rf"(?P<office>{OFFICE})[^.;]{{0,90}}?\b(?:shall|will|is|are|to|must|should|may|can|being"
    rf"|be)?\b ?(?:be )?(?:\w+ly )?(?P<verb>elected|appointed|selected|chosen|nominated|drawn|agreed"
    rf"|recruited|rotated?|rotates|picked|decided|come from)\b(?! for a (?:second|further|third))"
)
_ACTIVE = phrase(
    rf"\b(?P<verb>elects?|appoints?|selects?|chooses?|nominates?|picks?|appointing|electing|selecting"
    rf"|votes? for|votes? in"
    rf"|vote for)\b(?P<pool>[^.;]{{0,90}}?)\b(?P<office>{OFFICE})"
)
_FRONTED = phrase(
    rf"\b(?:whose|its|the|their) (?P<office>{OFFICE})(?: of [\w ]+?)? (?P<by>the [\w ]{{3,40}}?) (?:shall"
    rf"|will|may|must) (?P<verb>appoint|elect|nominate|select|choose)\b"
)
_TAKES = phrase(
    r"(?P<post>(?:the )?[^.;:]{3,90}?),? (?:takes|shall take|will take|to take|occupies|holds|shall hold|will hold)"
    r" the (?P<what>chair|chairmanship)\b(?! (?:for|at|of) (?:that|the) meeting)"
)
_GIFT = phrase(
    r"\b(?P<office>chair(?:man)?ship|{CHAIR}|{VICE})\b[^.;]{0,30}\b(?:is|are|lies|rests) (?:in the gift of"
    r"|a matter for|for)"
    r" (?P<by>[^.;]{3,60})"
)
_FORWARD = phrase(
    r"(?P<by>(?:the )?[\w ]{3,40}?) (?:shall |will |may |should )?(?:puts? forward|proposes?|recommends?"
    r"|suggests?) (?:an? |the |its )"
    r"(?P<office>{CHAIR}|{VICE})"
)
_CHAIRED_BY = phrase(
    r"\b(?:chaired|presided over|led) (?:by|(?!(?:at|in|on|for|and|or"
    r"|as)\b)[a-z]{2,3}(?= the )) (?P<post>[^.;]{3,110})"
)
_SHALL_CHAIR = phrase(
    rf"(?P<post>(?:[^.;:]|\.(?=\d)){{3,160}}?),? (?:shall|will|is to|may)? ?(?:also )?(?:act as |serve as "
    rf"|by virtue of (?:that|their|his or her|the) (?:position|office|post) be |ex[ -]officio be "
    rf"|automatically be(?:come)? |normally be |be |is |become )(?:the )?(?P<office>{OFFICE})(?: of| for"
    rf"|[.,;]|$| ex)"
)
_CHAIRS = phrase(
    r"(?P<post>[^.;:]{3,120}?) (?:(?:shall|will|is to|to) (?:chair|preside (?:at|over))|chairs"
    r"|presides over|presides at) (?:every |all |each |meetings of )?(?:the )?(?P<what>[\w &]+)"
)
_LABELLED = phrase(rf"^\W*(?:the )?(?P<office>{OFFICE})\W{{0,3}}[:=-] *(?P<rest>.+)")
_PERSON = (
    r"(?-i:(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Professor|Prof|Sir|Dame|Rev)\.? )?"
    r"[A-Z][a-z]+(?: [A-Z]\.?)? [A-Z][a-z'-]+)"
)
_NAMED = phrase(
    rf"^\W*(?:the )?(?P<office>{OFFICE})(?: of [\w &']+?)?(?:\W{{1,3}}| is | will be )"
    rf"(?P<person>{_PERSON})(?=$|[,;.(]| \()"
    rf"|{_PERSON}[^.;()]{{0,60}}\((?:the )?(?P<office2>{OFFICE})\)"
)
_SAME_WAY = phrase(r"\bsame (?:way|manner|applies|procedure|arrangements?)|\blikewise\b|in like manner")
_UNRELATED = phrase(
    r"\b(?:chairs?|chairing) (?:of|the) (?:other|sub-?groups?|theme|working|task)|bring your own chair|arm-?chair"
    r"|(?:stack\w*|put)(?: the)? chairs|rises from the chair|with the consent of the chair|chair'?s action"
    r"|interim chair|person in the chair|appointments panel"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for how the chair and vice-chair are filled, one for each office."""
    last: tuple[Sentence, Hit] | None = None
    for sentence in context.cued(CUE, topic=True):
        if SUCCESSORS.search(sentence.text) or honorary(sentence.text, context.structure.clean):
            continue
        if _UNRELATED.search(sentence.text) and not _PASSIVE.search(sentence.text):
            continue
        hits = list(_hits(context, sentence, last))
        yield from hits
        if hits:
            last = sentence, hits[0]


def _hits(context: Context, sentence: Sentence, last: tuple[Sentence, Hit] | None) -> Iterator[Hit]:
    text = sentence.text
    if STAND_IN.search(text) and not re.search(r"\belect", text, re.I):
        return
    if _SAME_WAY.search(text) and last and sentence.index - last[0].index <= 3 and "vice_chair" in offices_in(text):
        value = dict(last[1].value) | {"role": "vice_chair"}
        yield replace(
            last[1],
            value=value,
            sentences=(*last[1].sentences, sentence),
            rule="chair_appointment.same_way",
            key="vice_chair",
        )
        return
    for rule in (
        _officers,
        _labelled,
        _in_turn,
        _unwritten,
        _active,
        _passive,
        _fronted,
        _ex_officio,
        _question,
        _named,
    ):
        found = rule(context, sentence)
        if found:
            yield from (
                Hit(v, (sentence,), f"chair_appointment.{rule.__name__[1:]}", st, key=v["role"]) for v, st in found
            )
            return


def _appointment(text: str, office: str, method: str, by: str, pool: str) -> Found:
    term = (term_values(text, "") or {}).get("term")
    roles = offices_in(office)
    if roles == ["chair", "vice_chair"] and re.search(r"different [\w ]+ from the chair", text, re.I):
        roles = ["vice_chair"]
    values = ({"role": role, "method": method, "by": by, "from": pool, "term": term} for role in roles)
    return [({k: v for k, v in value.items() if v}, None) for value in values]


def _officers(context: Context, sentence: Sentence) -> Found:
    """Officers chosen together, "including a Chair and Vice Chair"."""
    text = sentence.text
    match = phrase(
        r"\b(?P<verb>selects?|elects?|appoints?|chooses?|elected|selected|appointed"
        r"|chosen)\b(?P<pool>[^.]{0,30}\bofficers\b[^.]{0,80}?)\bincluding (?:an? )?(?P<office>.+)"
    ).search(text)
    if not match or not offices_in(match["office"]):
        return []
    by = subject(text, match.start())
    if not by and sentence.lead_in:
        lead = phrase(r"^\W*(?P<by>(?:the )?[\w ]{2,40}?) (?:shall|will|must|should|is|has)\b").search(sentence.lead_in)
        by = head(lead["by"]) if lead else ""
    return _appointment(text, match["office"], method_of(match["verb"], match["verb"]), by, pool_of(match["pool"]))


def _in_turn(context: Context, sentence: Sentence) -> Found:
    """The chair goes round the partners, is taken in turn or rotates."""
    text = sentence.text
    match = phrase(
        r"\b(?P<office>{VICE}|{CHAIR}|chairing|chairmanship)\b[^.;]{0,60}?\b(?:goes round|passes (?:to|round"
        r"|between|among)|moves round|rotat\w+|(?:is |be )?(?:taken|held) (?:in turns?|by each)"
        r"|alternat\w+) ?(?:each year |annually |every year )?(?:around |round |between |among(?:st)? |by "
        r"|from )?(?P<pool>[^.;,]{3,60})?"
    ).search(text)
    if not match:
        return []
    pool = head(
        match["pool"] or "", limit=6, stop=r"\b(?:in the order|in order|each|every|annually|in turn|on|at|for|in)\b"
    )
    yearly = phrase(
        r"\b(?:each|every) (?:year|january|february|march|april|may|june|july|august|september|october"
        r"|november|december)|annual|yearly"
    ).search(text)
    found = {
        "role": "vice_chair" if phrase(r"{VICE}").match(match["office"]) else "chair",
        "method": "rotating",
        "from": pool,
        "term": "P1Y" if yearly else "",
    }
    return [({k: v for k, v in found.items() if v}, None)]


def _labelled(context: Context, sentence: Sentence) -> Found:
    match = _LABELLED.match(sentence.text)
    if not match:
        return []
    rest = match["rest"]
    verb = phrase(r"\b(elected|appointed|selected|chosen|nominated|rotat\w+)\b").search(rest)
    if verb:
        return _appointment(sentence.text, match["office"], method_of(verb[0], rest), chosen_by(rest), pool_of(rest))
    return []


def _unwritten(context: Context, sentence: Sentence) -> Found:
    text = sentence.text
    if (
        status.is_placeholder(text)
        and phrase(r"appoint|elect|select|chosen|chair(?:man|person)? *[:=-]|chair arrangements|who will chair").search(
            text
        )
        and CUE.search(text)
    ):
        return [({"role": role}, Status.PLACEHOLDER) for role in offices_in(text)[:2]]
    if phrase(r"who leads them").search(text):
        match = phrase(r"decided by (?P<by>[^.;]{3,60})").search(text)
        return [({"role": "chair", "method": "appointed", "by": head(match["by"]) if match else ""}, None)]
    return []


def _active(context: Context, sentence: Sentence) -> Found:
    text = sentence.text
    match = _ACTIVE.search(text)
    if (
        not match
        or phrase(r"\bby (?:the )?$").search(text[: match.start("office")])
        or re.search(r"\b(?:to|by|of|from|with) (?:the )?$", match["pool"], re.I)
    ):
        return []
    if match["verb"].lower().startswith("appoint") and re.search(
        r"\b(?:secretary|treasurer|member|representative|alternate|substitute|sub-?groups?)\b", match["pool"], re.I
    ):
        return []
    by = "" if re.search(r"\bwe\s*$", text[: match.start()], re.I) else subject(text, match.start())
    return _appointment(text, text[match.start("office") :], method_of(match["verb"], text), by, pool_of(text))


def _passive(context: Context, sentence: Sentence) -> Found:
    text = sentence.text
    match = _PASSIVE.search(text)
    if (
        not match
        or DUTY.match(text)
        or phrase(r"\bby (?:the )?$|\bto (?:the )?$|with (?:the )?$").search(text[: match.start()])
    ):
        return []
    between = text[match.end("office") : match.start("verb")]
    if re.search(
        r"\b(?:members?|persons?|minutes?|decisions?|meetings? (?:shall|will)|agenda|secretary|report"
        r"|papers?)\b",
        between,
        re.I,
    ) and not re.search(r"\bof the\b(?! persons?)|from", between, re.I):
        return []
    if re.search(r"\b(?:or|and) an? ", between, re.I) and not offices_in(between):
        return []  # "the Chair or a panel appointed by them": the verb goes with what is named last
    verb = match["verb"].lower()
    method = "rotating" if verb.startswith("rotat") else method_of(verb, text)
    if verb == "come from":
        rest = phrase(r"\b(?:be|is) (appointed|elected|selected|chosen|nominated)").search(text)
        if not rest:
            return []
        method = method_of(rest[1], text)
    return _appointment(text, match["office"], method, chosen_by(text), pool_of(text[match.end("office") :]))


def _fronted(context: Context, sentence: Sentence) -> Found:
    match = _FRONTED.search(sentence.text)
    return (
        _appointment(sentence.text, match["office"], method_of(match["verb"], match["verb"]), head(match["by"]), "")
        if match
        else []
    )


def _ex_officio(context: Context, sentence: Sentence) -> Found:
    text = sentence.text
    if match := _FORWARD.search(text):
        return _appointment(text, match["office"], "nominated", head(match["by"]), "")
    if match := _GIFT.search(text):
        return [
            (
                {
                    "role": "vice_chair" if phrase(r"{VICE}").match(match["office"]) else "chair",
                    "method": "appointed",
                    "by": head(match["by"]),
                },
                None,
            )
        ]
    if match := _TAKES.match(text):
        return from_post(text, match["post"], "chair")
    if match := _CHAIRED_BY.search(text):
        return from_post(text, match["post"], "chair")
    if (match := _CHAIRS.match(text)) and len(match["post"].split()) > 1:
        if re.search(r"\b(?:meeting|that|them|it)\b", match["what"], re.I) and not re.search(
            r"\bof the\b", match["what"]
        ):
            return []
        return from_post(text, match["post"], "chair")
    match = _SHALL_CHAIR.match(text)
    if match and not re.search(r"\b(?:if|when|one shall|nobody|no (?:person|one))\b|\bthere\s*$", match["post"], re.I):
        return [found for role in offices_in(match["office"])[-1:] for found in from_post(text, match["post"], role)]
    return []


def _named(context: Context, sentence: Sentence) -> Found:
    """A person is named and no way of choosing: only the role is known (GUIDE.md, Conventions)."""
    match = _NAMED.search(sentence.text)
    if not match or len(sentence.text.split()) > 25:
        return []
    if len(sentence.spans) > 1 and match.end() <= sentence.spans[0][1] - sentence.spans[0][0]:
        return []  # the row's first cell says it, which is a sentence of its own
    return [({"role": role}, None) for role in offices_in(match["office"] or match["office2"])[:1]]


def _question(context: Context, sentence: Sentence) -> Found:
    """Under a question such as "Who's in charge?" or "How is the Chair chosen?"."""
    text, topic = sentence.text, sentence.topic
    if not re.search(
        r"who(?:'s| is| are)? (?:in charge|the chair)|chair\w* (?:chosen|elected|appointed|picked)"
        r"|choose[^?]*chair",
        topic,
        re.I,
    ):
        return []
    verb = phrase(r"(?<!-)\b(elect|vote|appoint|choose|chosen|pick|nominat|select)(?:s|ed|e|es)?\b").search(text)
    if not verb or not CUE.search(text):
        return []
    method = "elected" if verb[1].lower() in ("elect", "vote") else method_of(verb[0], text)
    by = "" if re.search(r"\bwe\s*$", text[: verb.start()], re.I) else subject(text, verb.start())
    return _appointment(text, text, method, by, pool_of(text))


HITS = (
    Example(
        "The Chair and Vice Chair shall be appointed by the County Council.",
        {"role": "chair", "method": "appointed", "by": "county council"},
    ),
    Example(
        "Members shall elect a Chair from among their number each year.",
        {"role": "chair", "method": "elected", "by": "members", "from": "number", "term": "P1Y"},
    ),
    Example(
        "The Board will be chaired by the Leader of the Council.",
        {"role": "chair", "method": "ex_officio", "from": "leader of the council"},
    ),
    Example(
        "The chair will rotate between the partner organisations.",
        {"role": "chair", "method": "rotating", "from": "partner organisations"},
    ),
    Example(
        "The Group will be chaired by a senior representative of the County Council.",
        {"role": "chair", "from": "county council"},
    ),
    Example(
        "Chair: elected by the Forum every May.", {"role": "chair", "method": "elected", "by": "forum", "term": "P1Y"}
    ),
    Example(
        "Group leads are responsible for appointing a deputy chair.",
        {"role": "vice_chair", "method": "appointed", "by": "group leads"},
    ),
    Example("How the chair is to be appointed is TBC.", {"role": "chair"}, Status.PLACEHOLDER),
)
MISSES = (
    Example(
        "New members join in consultation with the Board's Chair or a panel appointed by them.",
        comment="the panel is what is appointed",
    ),
    Example("The Chair shall keep order and sign the minutes.", comment="duties"),
    Example(
        "In the absence of the Chair those present shall choose one of their number to preside at that meeting.",
        comment="stand-in",
    ),
    Example("Urgent decisions may be taken by the Chair.", comment="powers"),
    Example("Please put the chairs away after the meeting.", comment="furniture"),
    Example("A paper may be tabled with the consent of the Chair.", comment="powers"),
)
