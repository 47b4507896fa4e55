"""Wording on the life of the terms: review, change, disputes, the end."""

from __future__ import annotations

from torparse.clauses.amendment import Amendment
from torparse.clauses.dispute_resolution import DisputeResolution
from torparse.clauses.dissolution import Dissolution
from torparse.clauses.review_cycle import ReviewCycle
from torparse.drafting.wording.parts import Paragraph, majority
from torparse.drafting.wording.voice import Voice, blank, length, sentences, the
from torparse.plain_words import day

_ASSETS = {
    "returned_to_contributors": "returned to the organisations that contributed them",
    "similar_body": "given to another body with similar aims",
    "host_organisation": "passed to the host organisation",
}


def review(v: Voice, value: ReviewCycle) -> Paragraph:
    """When and by whom the terms are reviewed."""
    who = the(value.by) if value.by else ""
    by = f" by {who}" if who else ""
    every = f" every {length(value.interval).removeprefix('one ')}" if value.interval else ""
    need = f"{' and' if every else ''} whenever the need arises" if value.ad_hoc else ""
    rule = f"These terms of reference {v.do('be reviewed', 'are reviewed')}{by}{every}{need}."
    if not (by or every or need):
        rule = (
            ""
            if value.next_review
            else f"These terms of reference {v.do('be reviewed', 'are reviewed')} {blank('state when')}."
        )
    return Paragraph(sentences(rule, _next(v, value.next_review)))


def _next(v: Voice, date: str | None) -> str:
    if date is None:
        return ""
    when = f"on {day(date)}" if len(date) == 10 else f"in {day(date)}"
    return f"The next review of these terms of reference is due {when}."


def amendment(v: Voice, value: Amendment) -> Paragraph:
    """Who may change the terms, by which majority, with how much notice."""
    how = f"by {majority(value.threshold)}" if value.threshold and value.threshold != "unanimous" else ""
    how = how or ("with the unanimous agreement of those who decide" if value.threshold else "")
    if value.by:
        only = f", {how}" if how else ""
        rule = f"These terms of reference {v.may} be amended only by {the(value.by)}{only}."
    else:
        rule = f"These terms of reference {v.may} be amended{f' only {how}' if how else ''}."
    return Paragraph(sentences(rule, v.told(value.notice, "a proposed amendment")))


def disputes(v: Voice, value: DisputeResolution) -> Paragraph:
    """Who helps when members disagree."""
    second = the(value.responsible) if value.responsible else blank("name of who helps then")
    return Paragraph(
        f"A dispute between members {v.do('be referred', 'is referred')} first to the chair. Where the chair cannot "
        f"settle it within 28 days, it {v.do('be referred', 'is referred')} to {second}."
    )


def dissolution(v: Voice, value: Dissolution) -> Paragraph:
    """Who may end the body, by which majority, with how much notice, and where its property goes."""
    goes = _ASSETS.get(value.assets or "")
    left = (
        f"Any funds and property left after debts have been paid {v.do(f'be {goes}', f'are {goes}')}." if goes else ""
    )
    return Paragraph(sentences(_ended(v, value), v.told(value.notice, f"a proposal to dissolve {v.body}"), left))


def _ended(v: Voice, value: Dissolution) -> str:
    how = f"by {majority(value.threshold, value.threshold_basis)}" if value.threshold else ""
    if value.by and how:
        return f"{v.Body} {v.may} be dissolved only by {the(value.by)}, {how}."
    if value.by:
        return f"{v.Body} {v.may} be dissolved only by {the(value.by)}."
    return f"{v.Body} {v.may} be dissolved{f' only {how}' if how else ''}."
