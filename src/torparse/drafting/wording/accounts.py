"""Wording on what the body is in law and how it answers for its work, money and risks."""

from __future__ import annotations

from torparse.clauses.communications import Communications
from torparse.clauses.engagement import Engagement
from torparse.clauses.finance import Finance
from torparse.clauses.legal_status import LegalStatus
from torparse.clauses.performance import Performance
from torparse.clauses.reporting import Reporting
from torparse.clauses.risk import Risk
from torparse.clauses.scrutiny import Scrutiny
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, blank, capital, sentences, the, times
from torparse.plain_words import joined

_FORMS = {
    "unincorporated": "unincorporated body",
    "company": "company",
    "charity": "charity",
    "committee": "committee",
    "advisory": "advisory body",
    "voluntary": "voluntary body",
}


def legal_status(v: Voice, value: LegalStatus) -> Paragraph:
    """What the body is in law, and what it cannot do itself."""
    kind = _FORMS.get(value.form or "", "body")
    law = {True: "statutory ", False: "non-statutory "}.get(value.statutory, "") if value.statutory is not None else ""
    words = f"{law}{kind}"
    article = "an" if words[0] in "aeiou" else "a"
    powers = " and has no legal powers of its own" if value.powers is False else ""
    own = (
        "Each member organisation remains responsible for its own statutory duties and complies with all relevant "
        "legislation."
    )
    return Paragraph(sentences(f"{v.Body} is {article} {words}{powers}.", own))


def reporting(v: Voice, value: Reporting) -> Paragraph:
    """To whom progress is reported, and how often."""
    often = f" {times(value.per_year)}" if value.per_year else ""
    to = the(value.to) if value.to else blank("name of those it reports to")
    public = (
        f"It is accountable to local people, and {v.do('make', 'makes')} the report public." if value.public else ""
    )
    return Paragraph(
        sentences(
            f"{v.Body} {v.do('report', 'reports')} on progress to {to}{often}.",
            public,
            "Members are accountable to their own organisations.",
        )
    )


def performance(v: Voice, value: Performance) -> Paragraph:
    """How performance is measured and reviewed."""
    often = f" {times(value.per_year)}" if value.per_year else ""
    against = " against the targets in its plan" if value.framework else ""
    itself = f"{v.Body} also {v.do('review', 'reviews')} how well it works as {_a(v.facts.kind)}."
    return Paragraph(
        sentences(
            f"{v.Body} {v.do('review', 'reviews')} its performance{against}{often}.",
            itself if value.evaluates_itself else "",
        )
    )


def scrutiny(v: Voice, value: Scrutiny) -> Paragraph:
    """Who examines the work."""
    who = the(value.by) if value.by else blank("name of the committee")
    return Paragraph(f"The work of {v.body} {v.do('be open', 'is open')} to scrutiny by {who}.")


def finance(v: Voice, value: Finance) -> Paragraph:
    """Where money comes from, who holds it and who accounts for it."""
    holder = the(value.accountable_body) if value.accountable_body else v.host
    paid = f"Member organisations {v.do('contribute', 'contribute')} to the running costs of {v.body} each year."
    expenses = f"Reasonable expenses of members {v.do('be paid', 'are paid')}." if value.expenses else ""
    return Paragraph(
        sentences(
            paid if value.contributions else "",
            f"{capital(holder)} {v.do('be', 'is')} the accountable body: it holds any funds of {v.body} and "
            f"{v.do('report', 'reports')} on them each year.",
            expenses,
        )
    )


def risk(v: Voice, value: Risk) -> Paragraph:
    """How risks are managed."""
    often = f" {times(value.per_year)}" if value.per_year else ""
    if not value.register:
        return Paragraph(f"{v.Body} {v.do('review', 'reviews')} the risks to its work{often}.")
    review = f" and {v.either('review', 'reviews')} it{often}" if often else ""
    return Paragraph(f"{v.Body} {v.do('keep', 'keeps')} a risk register{review}.")


def communications(v: Voice, value: Communications) -> Paragraph:
    """Who speaks for the body."""
    who = the(value.by) if value.by else blank("name of the post")
    return Paragraph(f"{capital(who)} {v.do('speak', 'speaks')} for {v.body} to the press and the public.")


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def engagement(v: Voice, value: Engagement) -> Paragraph:
    """Whom the body involves."""
    whom = joined(value.whom) if value.whom else blank("name of the people who are consulted")
    return Paragraph(
        f"{v.Body} {v.do('consult', 'consults')} {whom} on its priorities and {v.do('tell', 'tells')} them what came "
        "of it."
    )
