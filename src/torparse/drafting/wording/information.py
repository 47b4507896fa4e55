"""Wording on equality, complaints, personal data and requests for information."""

from __future__ import annotations

from torparse.clauses.complaints import Complaints
from torparse.clauses.data_protection import DataProtection
from torparse.clauses.equalities import Equalities
from torparse.clauses.freedom_of_information import FreedomOfInformation
from torparse.clauses.information_sharing import InformationSharing
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, blank, capital, sentences, the


def _who(v: Voice, responsible: str | None) -> str:
    return the(responsible) if responsible else blank("name of the post or organisation that is responsible")


def equalities(v: Voice, value: Equalities) -> Paragraph:
    """Which law or policy on equality applies, and who sees to it."""
    named = the_law(value.instrument or blank("name of the law or policy on equality"))
    return Paragraph(
        f"{v.Body} {v.do('follow', 'follows')} {named} in all its work. {capital(_who(v, value.responsible))} is "
        f"responsible for equality and diversity and {v.do('report', 'reports')} on it each year."
    )


def complaints(v: Voice, value: Complaints) -> Paragraph:
    """To whom a complaint goes, and its two steps."""
    return Paragraph(
        sentences(
            f"A complaint about {v.body} {v.do('be sent', 'is sent')} to {_who(v, value.responsible)}, who "
            f"{v.do('reply', 'replies')} within 20 working days.",
            f"Where the person is not satisfied, the chair {v.do('look', 'looks')} into the complaint again.",
        )
    )


def data_protection(v: Voice, value: DataProtection) -> Paragraph:
    """Which law or policy on personal data applies, and who is responsible."""
    named = the_law(value.instrument or blank("name of the law or policy on data protection"))
    return Paragraph(
        f"Personal data {v.do('be handled', 'is handled')} in line with {named}. {capital(_who(v, value.responsible))} "
        f"is responsible for the personal data that {v.body} holds."
    )


def freedom_of_information(v: Voice, value: FreedomOfInformation) -> Paragraph:
    """Who answers requests for information, under which law."""
    named = the_law(value.instrument or blank("name of the law on access to information"))
    return Paragraph(
        f"Requests under {named} for papers of {v.body} {v.do('be answered', 'are answered')} by "
        f"{_who(v, value.responsible)}."
    )


def information_sharing(v: Voice, value: InformationSharing) -> Paragraph:
    """How partners share information."""
    paper = value.instrument or "information sharing agreement"
    return Paragraph(
        f"Members {v.do('share', 'share')} information with each other where that serves the purpose of {v.body}, "
        f"under {_a(paper)} that all of them sign."
    )


def the_law(name: str) -> str:
    """A law with its article, a policy as it stands."""
    return name if name.startswith(("the ", "The ", "\ue000")) else f"the {name}"


def _a(paper: str) -> str:
    if paper.startswith(("the ", "an ", "a ")):
        return paper
    return f"{'an' if paper[0].lower() in 'aeiou' else 'a'} {paper}"
