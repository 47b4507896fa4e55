"""Wording on the chair, the vice-chair, what each role is there for, and the support."""

from __future__ import annotations

from torparse.clauses.chair_appointment import ChairAppointment
from torparse.clauses.role_descriptions import RoleDescriptions
from torparse.clauses.secretariat import Secretariat
from torparse.clauses.term_of_office import TermOfOffice
from torparse.drafting.wording.membership import limits, served
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, blank, capital, length, sentences, the
from torparse.plain_words import joined

_NAMES = {"chair": "chair", "vice_chair": "vice-chair"}
_CHOSEN = {"selected": "select", "appointed": "appoint", "nominated": "nominate"}


def office(v: Voice, value: ChairAppointment, term: TermOfOffice | None) -> Paragraph:
    """Who holds an office and how they come to it, with the limits on how long."""
    name = _NAMES[value.role or "chair"]
    return Paragraph(sentences(_chosen(v, name, value), _limited(v, name, value, term)))


def office_term(v: Voice, value: TermOfOffice) -> Paragraph:
    """How long an office is held, where how one comes to it is not said."""
    return Paragraph(served(v, f"The {_NAMES[value.role or 'chair']}", value))


def _limited(v: Voice, name: str, value: ChairAppointment, term: TermOfOffice | None) -> str:
    if term is None:
        return ""
    return limits(v, f"The {name}", term) if value.term else served(v, f"The {name}", term)


def _chosen(v: Voice, name: str, value: ChairAppointment) -> str:
    term = f" for a term of {length(value.term)}" if value.term else ""
    if value.method == "ex_officio":
        post = capital(the(value.from_ or blank("name of the post")))
        return f"{post} {v.do('be', 'is')} the {name} by virtue of that post."
    if value.method == "rotating":
        among = the(value.from_ or value.by or "members")
        each = f", each holding it for {length(value.term)}" if value.term else ""
        return f"The post of {name} {v.do('rotate', 'rotates')} among {among}{each}."
    if value.method is None:
        return f"The {name} {v.do('be', 'is')} {blank('name of who holds the post')}{term}."
    pool = f" from among {the(value.from_)}" if value.from_ else ""
    if value.method == "elected":
        if value.by:
            return f"{capital(the(value.by))} {v.do('elect', _present(value.by, 'elect'))} a {name}{pool}{term}."
        return f"The {name} {v.do('be elected', 'is elected')}{pool}{term}."
    by = f" by {the(value.by)}" if value.by else ""
    return f"The {name} {v.do(f'be {value.method}', f'is {value.method}')}{by}{pool}{term}."


def _present(who: str, verb: str) -> str:
    """The verb in the present tense: members elect, the council elects."""
    last = who.split(" of ")[0].rstrip().lower()
    many = last.endswith("s") or " and " in last
    return verb if many else f"{verb}s"


def roles(v: Voice, value: RoleDescriptions) -> tuple[Paragraph, ...]:
    """A paragraph for every role that is described."""
    known = {"chair": _chair, "vice_chair": _vice_chair, "member": _member, "coordinator": _coordinator}
    return tuple(known[one](v) for one in value.roles or () if one in known)


def _chair(v: Voice) -> Paragraph:
    return Paragraph(
        "The role of the chair is to:",
        (
            f"lead {v.body} under these terms of reference",
            "see that all members have a fair chance to take part in debate and decisions",
            f"speak for {v.body}",
        ),
    )


def _vice_chair(_: Voice) -> Paragraph:
    return Paragraph("The role of the vice-chair is to support the chair and to stand in when the chair is absent.")


def _member(v: Voice) -> Paragraph:
    return Paragraph(
        "The role of members is to:",
        (
            "represent their organisation and report back to it",
            f"promote the priorities of {v.body} in their organisation",
            "prepare for meetings by reading the papers",
            "take part in meetings and in joint projects",
            "supply information on performance",
        ),
    )


def _coordinator(v: Voice) -> Paragraph:
    return Paragraph(
        f"The role of the co-ordinator is to support {v.body} and its sub-groups, to keep its plans up to date and to "
        "monitor progress."
    )


def secretariat(v: Voice, value: Secretariat) -> Paragraph:
    """Who gives the support, and what it does."""
    who = the(value.by) if value.by else v.host
    tasks = ("schedules meetings", "prepares the agenda", "takes the minutes", "follows up actions")
    return Paragraph(f"{capital(who)} {v.do('provide', 'provides')} the secretariat, which {joined(tasks)}.")
