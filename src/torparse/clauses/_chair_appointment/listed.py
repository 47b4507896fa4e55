"""An office that is only named in a list ("officers: 1. Chair"), and the sentence elsewhere that fills all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.clauses._chair_appointment.agents import agent_before, appointment
from torparse.lexicon.phrase import phrase
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of
from torparse.rules.offices import OFFICE, chosen_by, honorary, method_of, pool_of

RULE = "chair_appointment.officers_listed"

_ENTRY = phrase(
    rf"^\W*(?:an? |the |one )?(?P<office>{OFFICE})(?: of the [\w ]{{3,30}})?(?: ?\([^)]{{2,40}}\))?\W*(?:and|or)?\W*$"
)
_HEADS = phrase(r"\b(?:following|these|of|are|is|include|includes|comprises?|has|have)\b[^.;]*:?\W*$")
_SORT = (
    r"(?:officers|office[ -](?:bearers|holders)|(?:\w+ ){0,2}committee(?: members)?|positions|posts|roles|offices"
    r"|(?:other )?trustees|directors|(?:board|executive|council)(?: members)?|members of (?:the|its|this) "
    r"(?:\w+ ){0,2}"
    r"(?:committee|executive|board|council))"
)
_GROUPS = ("office", "committee", "position", "post", "role", "trustee", "director", "board", "executive", "council")
_ACTIVE = phrase(
    r"\b(?P<verb>elects?|chooses?|appoints?)\b(?: (?:all|each|its|the|their|these|other|both))*"
    rf" (?P<group>{_SORT})\b(?P<rest>[^.;]*)"
)
_PASSIVE = phrase(
    rf"^\W*(?:\d[\d.]* )?(?:(?:all|each|its|the|their|these|other|both"
    rf"|of) )*(?P<group>{_SORT})\b[^.;]{{0,60}}? (?:shall"
    r"|will|must|are|is|are to|to)(?: each| all)?(?: be)? (?:\w+ly )?(?P<verb>elected|chosen"
    r"|appointed)\b(?P<rest>[^.;]*)"
)
_NOT_THE_CHOICE = phrase(
    r"\b(?:may|if|where|when|unless|until|no|not|vacan\w+|casual|first|act as|sub-?committees?|by-?elections?)\b"
    r"|\bnewly\b|\b(?:elected|appointed) (?:members|councillors|officers) (?:of|from) the (?:council|authority)\b"
)


_LED = phrase(
    rf"^\W*(?:an? |the |one )?(?P<office>{OFFICE})(?: of the [\w ]{{3,30}})?(?: ?\([^)]{{2,40}}\))?(?:\W*$| ?[:;,]"
    rf"| [-–—] )"
)
_CHOSEN_IN_LEAD = phrase(
    r"\b(?:officers|office[ -](?:bearers|holders)|positions|posts|roles|offices|committee members|trustees"
    r"|following)\b[^.;]{0,60}?"
    r"\b(?:shall|will|must|are|is|be|to be|being) (?:each |all )?(?:be )?(?:\w+ly )?(?P<verb>elected|chosen"
    r"|appointed)\b[^.;]*:\W*$"
    r"|\b(?:shall|will|must|are|is) (?:each |all )?(?:be )?(?:\w+ly )?(?P<verb2>elected|chosen|appointed)(?: \w+ly)?"
    r"(?: (?:each|every) year| at [^.;:]{3,60}| by [^.;:]{3,60})?\W*:\W*$"
    r"|^\W*(?:to be )?(?P<verb3>elected|chosen|appointed) (?:\w+ly|each year|every year|at [^.;:]{3,60}"
    r"|by [^.;:]{3,60})[^.;]{0,60}:\W*$"
)


def _led(context: Context) -> Iterator[Hit]:
    """Hits for offices in a list whose lead-in has them chosen ("The following are elected annually:")."""
    for sentence in context.sentences:
        match = None if sentence.narrative else _LED.match(sentence.text)
        lead = lead_of(context, sentence) if match else None
        if not match or lead is None or lead.narrative or honorary(sentence.text, context.structure.clean):
            continue
        chosen = _CHOSEN_IN_LEAD.search(lead.text)
        if not chosen or _NOT_THE_CHOICE.search(lead.text):
            continue
        verb = next(word for word in chosen.groups() if word)
        found = appointment(
            lead.text, match["office"], method_of(verb, lead.text), chosen_by(lead.text), pool_of(lead.text)
        )
        for value, status in found:
            yield Hit(value, (lead, sentence), "chair_appointment.led", status, key=value["role"])


_OFFICE_LEADS = phrase(
    rf"^\W*(?:\d[\d.]* )?(?:the )?(?P<office>{OFFICE})(?: (?:of|for) (?:the )?[\w &'’-]+?)? (?:shall|will|must"
    rf"|should|is|are"
    r"|is to|are to)(?: be)?\W*$"
)
_CHOSEN_ITEM = phrase(
    r"^\W*(?:be )?(?:\w+ly )?(?P<verb>elected|chosen|appointed|selected|nominated)\b(?! (?:members?|councillors?)\b)"
)


def _said_in_items(context: Context) -> Iterator[Hit]:
    """Hits for how an office is filled where the lead-in names it ("The Chair shall be: (a) elected by …")."""
    for sentence in context.sentences:
        item = None if sentence.narrative else _CHOSEN_ITEM.match(sentence.text)
        lead = lead_of(context, sentence) if item else None
        told = _OFFICE_LEADS.match(lead.text) if lead and not lead.narrative else None
        if not item or not lead or not told:
            continue
        text = sentence.text
        for value, status in appointment(
            text, told["office"], method_of(item["verb"], text), chosen_by(text), pool_of(text)
        ):
            yield Hit(value, (lead, sentence), "chair_appointment.said_in_items", status, key=value["role"])


def listed_offices(context: Context) -> Iterator[Hit]:
    """Hits for offices in a list of those whom one sentence of the document has elected or appointed."""
    yield from _led(context)
    yield from _said_in_items(context)
    for sentence in context.sentences:
        match = _ENTRY.match(sentence.text)
        if sentence.narrative or not match or len(sentence.text.split()) > 8:
            continue
        lead = lead_of(context, sentence)
        if lead is None or not _HEADS.search(lead.text) or not phrase(_SORT).search(lead.text):
            continue
        if honorary(sentence.text, context.structure.clean):
            continue
        yield from _filled(context, lead, sentence, match["office"])


def _filled(context: Context, lead: Sentence, entry: Sentence, office: str) -> Iterator[Hit]:
    for other in context.sentences:
        text = other.text
        if other.narrative or other.index == lead.index or _NOT_THE_CHOICE.search(text):
            continue
        passive = _PASSIVE.search(text)
        match = passive or _ACTIVE.search(text)
        if not match or not _same_group(lead.text, match["group"]):
            continue
        by = chosen_by(text) if passive else agent_before(text, match.start("verb"))
        if re.search(r"\bballot\b", by):
            by = ""
        method = method_of(match["verb"], text)
        for value, status in appointment(text, office, method, by, pool_of(match["rest"])):
            ordered = sorted({s.index: s for s in (lead, entry, other)}.items())
            yield Hit(value, tuple(s for _, s in ordered), RULE, status, key=value["role"])
        return


def _same_group(lead: str, group: str) -> bool:
    """Whether the list and the choice speak of the same people: officers, a committee, trustees."""
    named = {word for word in _GROUPS if phrase(rf"\b{word}").search(group)}
    heading = {word for word in _GROUPS if phrase(rf"\b{word}").search(lead)}
    return bool(named & heading)
