"""Wording on meetings: how often, notice, agenda and papers, extraordinary meetings, the public, minutes."""

from __future__ import annotations

from torparse.clauses.extra_meetings import ExtraMeetings
from torparse.clauses.late_papers import LatePapers
from torparse.clauses.meeting_frequency import MeetingFrequency
from torparse.clauses.minutes import Minutes
from torparse.clauses.notice import Notice
from torparse.clauses.public_access import PublicAccess
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, blank, capital, count, length, sentences, share, the, times
from torparse.plain_words import joined

_BOUNDS = {"at_least": "at least ", "at_most": "no more than ", "about": "about "}


def meetings(v: Voice, value: MeetingFrequency) -> Paragraph:
    """How often meetings are held."""
    if value.per_year is None:
        return Paragraph(f"{v.Body} {v.do('meet', 'meets')} as needed.")
    return Paragraph(f"{v.Body} {v.do('meet', 'meets')} {_BOUNDS.get(value.bound or '', '')}{times(value.per_year)}.")


def meeting_notice(v: Voice, value: Notice) -> Paragraph:
    """How long before a meeting its date is told."""
    if value.period is None:
        return Paragraph(f"Notice of each meeting {v.do('be given', 'is given')} to all members in advance.")
    return Paragraph(v.told(value.period, "each meeting", value.day_kind))


def agenda_items(v: Voice, value: Notice) -> Paragraph:
    """Until when an item may be put forward."""
    when = f"at least {length(value.period, value.day_kind)} before the meeting" if value.period else "in advance"
    return Paragraph(f"A member who wishes to put an item on the agenda {v.must('tell')} {v.secretary} {when}.")


def papers(v: Voice, value: Notice) -> Paragraph:
    """How long before a meeting the papers go out."""
    when = f"at least {length(value.period, value.day_kind)} before" if value.period else "in advance of"
    return Paragraph(f"The agenda and papers {v.do('be sent', 'are sent')} to all members {when} the meeting.")


def late_papers(v: Voice, value: LatePapers) -> Paragraph:
    """What happens to papers that come late."""
    if value.accepted is False:
        return Paragraph(f"Late papers {v.do('not be accepted', 'are not accepted')}.")
    consent = f" only with the consent of {the(value.consent)}" if value.consent else ""
    return Paragraph(f"A late paper {v.may} be taken{consent}.")


def extra_meetings(v: Voice, value: ExtraMeetings) -> Paragraph:
    """Who may call an extraordinary meeting, and with how much notice."""
    asked = f"at least {share(value.fraction)} of the members" if value.fraction else ""
    asked = asked or (f"any {count(value.requisition)} members" if value.requisition else "")
    who = joined((the(value.called_by) if value.called_by else "", asked), "or") or blank("name of the post")
    return Paragraph(
        sentences(
            f"{capital(who)} {v.may} call an extraordinary meeting.", v.told(value.notice, "an extraordinary meeting")
        )
    )


def public_access(v: Voice, value: PublicAccess) -> Paragraph:
    """Whether the public may come."""
    state = "closed" if value.open is False else "open"
    private = ", except for an item that members agree to take in private" if value.open else ""
    return Paragraph(f"Meetings of {v.body} {v.do(f'be {state}', f'are {state}')} to the public{private}.")


def minutes(v: Voice, value: Minutes) -> Paragraph:
    """That minutes are taken, and whether they are published."""
    taken = f"Minutes {v.do('be taken', 'are taken')} of every meeting."
    within = f" within {length(value.within)} of the meeting" if value.within else ""
    if value.published:
        site = f"on the website of {v.host}" if v.facts.host else "on a public website"
        return Paragraph(sentences(taken, f"The minutes {v.do('be published', 'are published')} {site}{within}."))
    sent = f"The minutes {v.do('be sent', 'are sent')} to all members{within}." if within else ""
    return Paragraph(sentences(taken, sent))
