"""Which wording belongs to which key of the answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torparse.drafting.answers import Answers
from torparse.drafting.wording import accounts, conduct, deciding, ending, information, meetings, membership, officers
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, blank, capital

Writer = Callable[[Voice, Any], Paragraph | tuple[Paragraph, ...]]

WRITERS: dict[str, Writer] = {
    "legal_status": accounts.legal_status,
    "authority": membership.authority,
    "member_term": membership.member_term,
    "deputies": membership.deputies,
    "attendance": membership.attendance,
    "induction": membership.induction,
    "resignation": membership.resignation,
    "roles": officers.roles,
    "secretariat": officers.secretariat,
    "meetings": meetings.meetings,
    "meeting_notice": meetings.meeting_notice,
    "agenda_items": meetings.agenda_items,
    "papers": meetings.papers,
    "late_papers": meetings.late_papers,
    "extra_meetings": meetings.extra_meetings,
    "public_access": meetings.public_access,
    "minutes": meetings.minutes,
    "quorum": deciding.quorum,
    "voting": deciding.voting,
    "urgent_decisions": deciding.urgent_decisions,
    "subgroups": deciding.subgroups,
    "conduct": conduct.conduct,
    "interests": conduct.interests,
    "hospitality": conduct.hospitality,
    "confidentiality": conduct.confidentiality,
    "equalities": information.equalities,
    "complaints": information.complaints,
    "data_protection": information.data_protection,
    "freedom_of_information": information.freedom_of_information,
    "information_sharing": information.information_sharing,
    "reporting": accounts.reporting,
    "performance": accounts.performance,
    "scrutiny": accounts.scrutiny,
    "finance": accounts.finance,
    "risk": accounts.risk,
    "communications": accounts.communications,
    "engagement": accounts.engagement,
    "review": ending.review,
    "amendment": ending.amendment,
    "disputes": ending.disputes,
    "dissolution": ending.dissolution,
}


def worded(answers: Answers, key: str) -> tuple[Paragraph, ...]:
    """The paragraphs for one provision, a placeholder where it is still to be decided, nothing where it is left out."""
    from torparse.drafting.provisions import KEYS

    if answers.is_open(key):
        return (Paragraph(f"{capital(KEYS[key].label)} is {blank('to be decided')}."),)
    value = answers.value(key)
    if value is None:
        return ()
    voice = Voice(answers.facts)
    term = f"{key}_term"
    if key in ("chair", "vice_chair"):
        return (officers.office(voice, value, answers.value(term)),)  # type: ignore[arg-type]
    if key in ("chair_term", "vice_chair_term"):
        told = answers.value(key.removesuffix("_term")) is not None
        return () if told else (officers.office_term(voice, value),)  # type: ignore[arg-type]
    made = WRITERS[key](voice, value)
    return made if isinstance(made, tuple) else (made,)
