"""A chair that is chosen: who chooses (subject or agent), the verb, whom (object or subject), from what pool."""

from __future__ import annotations

import re

from torparse.clauses._chair_appointment.agents import agent_before, appointment
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of
from torparse.rules.offices import (
    DUTY,
    OFFICE,
    Found,
    chosen_by,
    method_of,
    offices_in,
    one_of,
    pool_of,
)
from torparse.rules.words import head, subject

_PARTICIPLE = (
    r"(?:(?:re-?)?elected|(?:re-?)?appointed|(?:re-?)?selected|chosen|nominated|drawn|agreed|recruited|picked|decided"
    r"|determined"
    r"|voted in|(?:put forward|proposed)(?= by)|(?:identified|designated|named|approved|provided|supplied)(?= by)|come"
    r" from)"
)
_PASSIVE = phrase(
    rf"(?P<office>{OFFICE})(?P<gap>[^.;]{{0,140}}?)\b(?:(?:shall|will|is|are|to|must|should|may|can) )?(?:be|being)? ?"
    rf"(?:\w+ly |also |first |normally )?(?P<verb>{_PARTICIPLE})\b(?! for a (?:second|further|third))"
    r"(?! (?:members?|councillors?|representatives?|mayors?) )"
)
_FINITE = phrase(
    r"\b(?:shall|will|may|must|should|can|is|are|has|have|was|were|ensures?|reports?|represents?|makes?|takes?|keeps?"
    r"|that"
    r"|convenes?|signs?|presents?|speaks?|writes?|meets?|invites?|answers?|hears?|advises?|thanks?|leads?)\b"
)
_ASIDE = phrase(r"\([^)]*\)|, (?:who|which|and who|to be|namely|being)\b[^,]*,|\bnamely\b")
_OTHERS_NOUN = phrase(
    r"\b(?:members?|persons?|minutes?|decisions?|meetings? (?:shall|will)|agenda|report|papers?|reasons|dates?"
    r"|nominees?)\b"
)
_OTHER_OFFICE = phrase(
    r"\band (?:an? )?(?:honorary )?(?:treasurer|secretary|clerk|registrar|rapporteur|membership officer)\b"
)
_ACTIVE = phrase(
    r"(?<!-)(?<!chair\s)(?<!president\s)\b(?P<verb>elects?|appoints?|selects?|chooses?|nominates?|picks?|designates?"
    r"|recruits?|appointing|electing|selecting"
    r"|choosing|(?<!number\sof\s)(?<!equality\sof\s)(?<!majority\sof\s)(?<!the\s)votes? for\b(?! (?:and"
    r"|or)(?: \w+)? against)"
    r"|votes? in)\b(?P<pool>[^.;]{0,110}?)\b(?P<office>" + OFFICE + ")"
)
_TO_CHAIR = phrase(
    r"\b(?P<verb>elects?|appoints?|selects?|chooses?|nominates?|picks?)\b(?P<pool>[^.;]{3,80}?) to (?:chair\b"
    r"|take the chair"
    r"|be (?:the |its )?chair)(?! (?:that|the) meeting| (?:each of )?them)"
)
_FRONTED = phrase(
    rf"\b(?:whose|its|the|their) (?P<office>{OFFICE})(?: of [\w ]+?)? (?P<by>the [\w ]{{3,40}}?) (?:shall"
    rf"|will|may|must) (?P<verb>appoint|elect|nominate|select|choose)\b"
)
_NOUN = phrase(
    rf"\b(?P<noun>election|appointment|selection|nomination)s? (?:of|to the (?:office|post|position) of) (?:an? |the "
    rf"|its |their )?"
    rf"(?P<office>{OFFICE})(?:[^.;]{{0,40}}? (?:is|are|shall be|will be|rests?|lies|made) (?:made "
    rf"|carried out )?(?:by|with|for)"
    r" (?P<by>[^.;]{3,60}))?"
)
_BUSINESS = phrase(
    r"\b(?:annual|agm|first) [^.;]{0,60}\b(?:business|item|is|include|shall be)\b|\b(?:business|agenda"
    r"|purpose)s? (?:of|for) (?:the|an?|each)|\bmeetings? agenda\b"
    r"|\b(?:first|annual) (?:item of )?(?:business|meeting)\b"
)
_RESPONSIBLE = phrase(
    rf"\b(?:responsibility|power|right) (?:for appointing|to appoint|of appointing|for the appointment of"
    rf"|to nominate) (?:an? |the |its )?"
    rf"(?P<office>{OFFICE})[^.;]{{0,30}}? (?:rests?|lies|is|belongs?|is vested) (?:with|in|to) (?P<by>[^.;]{{3,60}})"
    rf"|(?P<office2>{OFFICE}) (?:is|are|shall be) (?:an? )?(?:appointments?|nominees?"
    rf"|appointees?) of (?P<by2>[^.;]{{3,60}})"
)
_LABELLED = phrase(rf"^\W*(?:[\d.]+ )?(?:the )?(?P<office>{OFFICE})(?:\W{{0,3}}[:=]| [-–—]+) *(?P<rest>.+)")
_AS_DECIDED = phrase(
    r"^\W*one of (?P<pool>[^,;]{3,60}), (?:as|whom|whichever) (?P<by>(?:the )?[\w’' ]{3,40}?) (?:decides?|chooses?"
    r"|appoints?|names?)\b"
)
_IN_BRACKETS = phrase(
    rf"\bofficers\b[^.;():]{{0,40}}?\b(?P<verb>elected|appointed|chosen|selected)\b(?P<how>[^.;():]{{0,60}})(?: "
    rf"\(|: ?)"
    rf"(?:the |an? )?(?P<office>{OFFICE}[^)]*)"
)
_WHOEVER = phrase(
    rf"(?P<office>{OFFICE}) (?:is|will be|shall be) (?:whoever|the person(?: whom)?|the one|the candidate) (?:that )?"
    r"(?P<by>(?:the )?[\w ]{2,40}?) (?P<verb>votes? for|elects?|chooses?|picks?|appoints?|nominates?)"
)
_CONSIST = phrase(
    rf"\b(?:officers?|office[ -](?:bearers|holders)|committee|executive|board|council)\b[^.;]{{0,40}}?\b(?:are|is"
    rf"|consists? of"
    rf"|comprises?|has|have|includes?|made up of|being)\b[^.]{{0,60}}?\b(?P<office>{OFFICE})[^.]*?,? (?:all |each "
    rf"|to be |who (?:are|"
    rf"shall be|will be) |shall be |are |(?:and |plus )(?:at least |up to |not more than )?{{NUMBER}} (?:other "
    rf"|ordinary "
    rf"|further |general )*(?:members?|people|persons|others|trustees|directors)(?: of the [\w ]{{3,30}})?,? )"
    rf"(?P<verb>elected|appointed|chosen|selected|agreed)\b"
)
_OFFICERS = phrase(
    rf"\b(?:officers|office[ -]bearers|committee)\b[^.]{{0,60}}?\b(?:are|is|be|consists? of|comprises?|have|has"
    rf"|includes?)\b[^.]{{0,60}}?"
    rf"\b(?P<office>{OFFICE})"
)
_THEY = phrase(
    r"^\W*(?:they|he or she|(?:this|the) post(?:[- ]?holder)?|these(?: officers| posts)?|all (?:officers|posts)"
    r"|the officers|office[ -]bearers|all of (?:these"
    r"|them)|each)"
    r"\b[^.;]{0,60}?\b(?P<verb>(?:re-?)?elected|(?:re-?)?appointed|chosen|(?:re-?)?selected)\b"
)
_MADE = phrase(
    r"^\W*(?:[\d.]+ )?(?:[\w ]{3,30}: ?)?(?P<pool>(?:one|an?|any|each)\b[^.;,]{2,60}?) (?:shall|will|is|are|may"
    r"|must|to)(?: be| is)? (?P<verb>elected"
    r"|appointed|selected|chosen|designated|nominated|named) (?:as |to be |to act as |to serve as )?(?:the |its "
    r"|their )?"
    rf"(?P<office>{OFFICE})\b(?! (?:of|for) (?:the|that) meeting)"
)
_ANYBODY = phrase(r"^(?:an?|one|any|each) (?:person|individual|one|candidate|member who)\b")
_PREPOSED = phrase(
    r"\b(?:by|to|with|from|of|through|other than|except|apart from|excluding|consent of|via|for|informs?|advises?"
    r"|assists?)"
    r" (?:the |an? |its |their )?$"
)
_OF_OFFICE = phrase(
    r"\b(?:office|post|position|role|posts|positions|offices|appointment|election|chairmanship|function"
    r"|term) of (?:the |an? )?$"
)
_TO_BE_CHAIR = phrase(
    r"\b(?P<verb>elect|appoint|select|choose|nominate|name)s? (?P<pool>[^.;,]{3,60}?) who (?:is|shall"
    r"|will)(?: to)?(?: be| act as)"
    r" (?:its|the|their) (?:{CHAIR})\b"
)
_ANEW = phrase(
    r"\b(?:if|where|when|should|in the event|on the|ceas\w+|vacan\w+|resign\w*)\b[^.;]*\b(?:a new|another"
    r"|a replacement|an? acting"
    r"|an? interim) $"
)
"""Who follows a holder that has gone: no way of filling the post at other times."""
_OF_ANOTHER = phrase(r"\b(?:program(?:me)?|session|conference|track|past|honorary)[ -]$")


def officers(context: Context, sentence: Sentence) -> Found:
    """Officers chosen together: "including a Chair", "consists of a Chair and …, all elected", "They are elected"."""
    text = sentence.text
    match = phrase(
        r"\b(?P<verb>selects?|elects?|appoints?|chooses?|elected|selected|appointed"
        r"|chosen)\b(?P<pool>[^.]{0,30}\bofficers\b[^.]{0,80}?)\bincluding (?:an? )?(?P<office>.+)"
    ).search(text)
    if match and offices_in(match["office"]):
        lead = sentence.lead_in
        by = subject(text, match.start()) or agent_before(text, match.start(), lead)
        return appointment(text, match["office"], method_of(match["verb"], match["verb"]), by, pool_of(match["pool"]))
    if match := _IN_BRACKETS.search(text):
        by = chosen_by(match["verb"] + match["how"])
        return appointment(
            text, match["office"], method_of(match["verb"], text), by, by if "from and by" in match["how"] else ""
        )
    if match := _CONSIST.search(text):
        named = text[match.start("office") : match.start("verb")]
        return appointment(text, named, method_of(match["verb"], text), chosen_by(text), "")
    if they := _THEY.search(text):
        group = next((g for s in context.before(sentence, 3) if (g := _OFFICERS.search(s.text))), None)
        offices = group.string[group.start("office") :] if group else _topical(context, sentence)
        if offices:
            return appointment(text, offices, method_of(they["verb"], text), chosen_by(text), pool_of(text))
    return []


def _topical(context: Context, sentence: Sentence) -> str:
    """The office that the heading names, where the sentence is the first under it ("Chair. They are elected …")."""
    topic = sentence.topic
    own = phrase(rf"^\W*(?:the |(?:[\w-]+ ){{0,2}})?{OFFICE}\W*$").match(topic)
    return topic if own and context.under_topic(sentence)[0].index == sentence.index else ""


def made(context: Context, sentence: Sentence) -> Found:
    """ "One member of each committee shall be appointed chairman by the Board"."""
    match = _MADE.match(sentence.text)
    if not match or offices_in(match["pool"]) or _ANYBODY.match(match["pool"]):
        return []
    text, pool = sentence.text, head(match["pool"])
    return appointment(text, match["office"], method_of(match["verb"], match["verb"]), chosen_by(text), pool)


def labelled(context: Context, sentence: Sentence) -> Found:
    """ "Chair: elected by the Forum every May"."""
    match = _LABELLED.match(sentence.text)
    if not match:
        return []
    rest = match["rest"]
    if one := _AS_DECIDED.match(rest):
        return appointment(sentence.text, match["office"], "appointed", head(one["by"]), head(one["pool"]))
    verb = phrase(
        r"\b(elected(?! (?:members?|councillors?|representatives?)\b)|appointed|selected|chosen|nominated|rotat\w+)\b"
    ).search(rest)
    if not verb:
        return []
    pool = pool_of(rest) or one_of("", f"to be {rest[: verb.start()]}")
    return appointment(sentence.text, match["office"], method_of(verb[0], rest), chosen_by(rest), pool)


def active(context: Context, sentence: Sentence) -> Found:
    """ "The Board shall elect one of its members as Chair"."""
    text = sentence.text
    lead = lead_of(context, sentence)
    if match := _TO_BE_CHAIR.search(text):
        by = agent_before(text, match.start(), lead.text if lead else "")
        return appointment(
            text,
            "the chair",
            method_of(match["verb"], match["verb"]),
            by,
            re.sub(r"^(?:the|a) ", "", match["pool"].strip().lower()),
        )
    if match := _TO_CHAIR.search(text):
        by = agent_before(text, match.start(), lead.text if lead else "")
        pool = head(match["pool"], limit=8) if re.match(r"\s*one of\b", match["pool"]) else pool_of(match["pool"])
        return appointment(text, "the chair", method_of(match["verb"], text), by, pool)
    match = _ACTIVE.search(text)
    if (
        match
        and match["verb"].lower().endswith("ing")
        and not phrase(r"responsible for|\bby $").search(text[: match.start()])
    ):
        return []  # "when electing a Chair"
    if not match:
        return []
    first = match.start()
    while (later := _ACTIVE.search(text, match.end("verb"))) and later.start("office") == match.start("office"):
        if not phrase(r"\b(?:and|then)(?: (?:shall|will|then))* $").search(text[: later.start()]):
            break
        match = later  # "appoint the members and select one of them as chair"
    if _of_another(match, text):
        return []
    by = agent_before(text, first, lead.text if lead else "")
    method = method_of(match["verb"], text)
    if not by and _POWER.match(text) and (own := _own_body(context, sentence)):
        by, method = own, "selected" if method == "appointed" else method
    return appointment(text, text[match.start("office") :], method, by, pool_of(text))


def _of_another(match: re.Match[str], text: str) -> bool:
    """Whether the words that were found speak of another office, or of what the chair does."""
    if phrase(r"\bby (?:the )?$").search(text[: match.start("office")]) or _PREPOSED.search(match["pool"]):
        return True
    if phrase(r"^(?:['’]s\b|\W*(?:shall|will|may|must|can|signs?|reports?|decides?)\b)").match(
        text[match.end("office") :]
    ):
        return True
    others = (
        r"\b(?:secretary|treasurer|alternate|substitute|sub-?groups? (?!chair)|auditors?|whose|where|if|when|and the"
        r"|or the)\b"
    )
    if re.search(others, match["pool"], re.I) and not re.match(r"elect|choos|select", match["verb"], re.I):
        return True
    if re.search(r"\b(?:whose|where|if|when|who|whether)\b", match["pool"], re.I):
        return True
    return bool(phrase(r"\bmembers? (?:of|to) ").match(match["pool"].strip() + " "))


_POWER = phrase(
    r"^\W*(?:\(?[\w.]{1,4}[).] )?to (?:\w+ly )?(?:(?:elect|appoint|select|choose|nominate|remove|dismiss)(?:,| and"
    r"| or) )*(?:elect"
    r"|appoint|select|choose)\b"
)
"""One of a body's powers."""


def _own_body(context: Context, sentence: Sentence) -> str:
    """The body whose powers are told: the section's, else the document's main one; "" where it has no name."""
    structure = context.structure
    scope = structure.scopes[sentence.section] if sentence.section is not None else None
    main = next((group.name for group in structure.groups if group.main), "")
    name = scope or main
    known = " " in name and name.lower() in structure.clean.lower()  # a file's name, or "committee", names nobody
    return name.lower() if known else ""


def passive(context: Context, sentence: Sentence) -> Found:
    """ "The Chair shall be appointed by the Council from …"."""
    text = sentence.text
    for match in _PASSIVE.finditer(text):
        before = text[: match.start()]
        if DUTY.match(text) or (_PREPOSED.search(before) and not _OF_OFFICE.search(before)):
            continue
        if _OF_ANOTHER.search(before) or _ANEW.search(before):
            continue
        if text[match.end("office") :].startswith(("'s", "’s")):
            continue
        if not _governs(_ASIDE.sub(" ", match["gap"])):
            continue
        verb = match["verb"].lower()
        method = "appointed" if verb in ("provided", "supplied", "designated", "named") else method_of(verb, text)
        if verb == "come from":
            rest = phrase(r"\b(?:be|is) (appointed|elected|selected|chosen|nominated)").search(text)
            if not rest:
                continue
            method = method_of(rest[1], text)
        office = match["office"] + (" " + match["gap"] if phrase(r"^,? ?(?:and|,|\()").match(match["gap"]) else "")
        pool = pool_of(text[match.end("office") :]) or one_of(before, match["gap"])
        return appointment(text, office, method, chosen_by(text), pool)
    return []


def _governs(gap: str) -> bool:
    """Whether the office before ``gap`` is what the verb after it speaks of."""
    if _FINITE.search(
        re.sub(r"\b(?:shall|will|is|are|must|should|may|can)\s*(?:be|also|normally)?\s*$", "", gap.strip(), flags=re.I)
    ):
        return False
    if _OTHERS_NOUN.search(gap) and not re.search(r"\bof the\b(?! persons?)|from|and [\w ]*members? of", gap, re.I):
        return False
    # "the Chair or a panel appointed by them": the verb goes with what is named last
    return not (
        re.search(r"\b(?:or|and) (?:an?|two|three) ", gap, re.I)
        and not offices_in(gap)
        and not _OTHER_OFFICE.search(gap)
    )


def fronted(context: Context, sentence: Sentence) -> Found:
    """ "whose Chair the Council shall appoint"."""
    match = _FRONTED.search(sentence.text)
    if not match:
        return []
    return appointment(sentence.text, match["office"], method_of(match["verb"], match["verb"]), head(match["by"]), "")


def noun(context: Context, sentence: Sentence) -> Found:
    """ "The first business is the election of the Chair", "The Chair is an appointment of the Minister"."""
    text = sentence.text
    if match := _WHOEVER.search(text):
        return appointment(text, match["office"], method_of(match["verb"], match["verb"]), head(match["by"]), "")
    if match := _RESPONSIBLE.search(text):
        by = head(match["by"] or match["by2"])
        return appointment(text, match["office"] or match["office2"], "appointed", by, "")
    match = _NOUN.search(text)
    lead = lead_of(context, sentence)
    if not match or not (match["by"] or _BUSINESS.search(f"{lead.text if lead else ''} {sentence.topic} {text}")):
        return []
    named = text[match.start("office") :]
    return appointment(text, named, method_of(match["noun"], match["noun"]), head(match["by"] or ""), "")


def question(context: Context, sentence: Sentence) -> Found:
    """Under a question such as "Who's in charge?" or "How is the Chair chosen?"."""
    text, topic = sentence.text, sentence.topic
    asked = phrase(
        r"who(?:['’]s| is| are)? (?:in charge|the chair)|chair\w* (?:chosen|elected|appointed|picked|decided|selected)"
        r"|(?:choose|elect|pick|appoint)[^?]*chair|who chairs|who (?:will|is going to) chair"
        r"|who is (?:the |our |your )?(?:\w+ )?(?:{CHAIR})\b|(?:how|where) do(?:es)? (?:we (?:get|find)"
        r"|they come)[^?]*(?:{CHAIR})"
    ).search(topic)
    if not asked:
        return []
    verb = phrase(r"(?<!-)\b(elect|vote|appoint|choose|chosen|pick|nominat|select)(?:s|ed|e|es)?\b").search(text)
    offices = text if offices_in(text) else "the chair"
    if not verb or not (offices is text or context.under_topic(sentence)[0] is sentence):
        return []
    method = "elected" if verb[1].lower() in ("elect", "vote") else method_of(verb[0], text)
    return appointment(text, offices, method, agent_before(text, verb.start()), pool_of(text))
