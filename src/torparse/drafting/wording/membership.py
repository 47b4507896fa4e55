"""Wording on members: their authority, terms, deputies, absence, induction and leaving."""

from __future__ import annotations

import re

from torparse.clauses.attendance import Attendance
from torparse.clauses.deputies import Deputies
from torparse.clauses.induction import Induction
from torparse.clauses.member_authority import MemberAuthority
from torparse.clauses.notice import Notice
from torparse.clauses.term_of_office import TermOfOffice
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, capital, count, length, notice, sentences, the
from torparse.plain_words import joined

_CAN = {"speak": "speak", "decide": "make decisions", "commit": "commit resources"}
_AUXILIARY = re.compile(r"^(?:shall|will|must|may|is|are) (?:be )?", re.IGNORECASE)


def authority(v: Voice, value: MemberAuthority) -> Paragraph:
    """Members who can decide for their organisation."""
    can = joined(_CAN.get(one, one) for one in value.authority or ())
    rank = value.seniority or "senior enough"
    to = f" to {can} on behalf of their organisation" if can else ""
    return Paragraph(f"Members {v.must('be')} {rank}{to}.")


def member_term(v: Voice, value: TermOfOffice) -> Paragraph:
    """How long members serve."""
    return Paragraph(served(v, "A member", value))


def served(v: Voice, who: str, value: TermOfOffice) -> str:
    """The length of an office, and how often it may be held."""
    return sentences(
        f"{who} {v.do('serve', 'serves')} for a term of {length(value.term)}." if value.term else "",
        limits(v, who, value),
    )


def limits(v: Voice, who: str, value: TermOfOffice) -> str:
    """How often, or how long in all, an office may be held."""
    if value.max_terms and value.max_total:
        return (
            f"{who} {v.may} serve for no more than {_terms(value.max_terms)}, and for no more than "
            f"{length(value.max_total)} in all."
        )
    if value.max_terms:
        return f"{who} {v.may} serve for no more than {_terms(value.max_terms)}."
    return f"{who} {v.may} serve for no more than {length(value.max_total)} in all." if value.max_total else ""


def _terms(number: int) -> str:
    return f"{count(number)} term{'' if number == 1 else 's'}"


def deputies(v: Voice, value: Deputies) -> Paragraph:
    """Whether a member may send a deputy, and whether the deputy votes."""
    if value.allowed is False:
        return Paragraph(f"Members {v.may_not} send a deputy to a meeting in their place.")
    comes = f"A member who cannot attend a meeting {v.may} send a named deputy"
    if value.voting is None:
        return Paragraph(f"{comes}.")
    votes = f"who {v.may} {'vote' if value.voting else 'speak but not vote'}"
    counts = f"A deputy {v.either('shall count', 'counts')} towards the quorum." if value.voting else ""
    return Paragraph(sentences(f"{comes}, {votes}.", counts))


def attendance(v: Voice, value: Attendance) -> Paragraph:
    """What follows where a member stays away."""
    missed = f"{count(value.missed)} meetings in a row" if value.missed and value.missed > 1 else "a meeting"
    what = _AUXILIARY.sub("", value.consequence or "asked for the reason")
    return Paragraph(f"A member who misses {missed} without sending apologies {v.do('be', 'is')} {what}.")


def induction(v: Voice, value: Induction) -> Paragraph:
    """How new members are introduced, and whether they are trained later."""
    by = the(value.by) if value.by else v.secretary
    when = f" within {length(value.within)} of joining" if value.within else ""
    return Paragraph(
        sentences(
            f"{capital(by)} {v.do('give', 'gives')} each new member an induction{when}.",
            f"Training {v.do('be offered', 'is offered')} to all members each year." if value.training else "",
        )
    )


def resignation(v: Voice, value: Notice) -> Paragraph:
    """How a member organisation leaves."""
    given = f"by giving {notice(value.period, value.day_kind)} in writing" if value.period else "by telling"
    to = f"to {v.secretary}" if value.period else f"{v.secretary} in writing"
    return Paragraph(f"A member organisation {v.may} leave {v.body} {given} {to}.")
