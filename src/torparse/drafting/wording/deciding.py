"""Wording on decisions: quorum, voting, urgent decisions, sub-groups."""

from __future__ import annotations

from torparse.clauses.quorum import Quorum
from torparse.clauses.subgroups import Subgroups
from torparse.clauses.urgent_decisions import UrgentDecisions
from torparse.clauses.voting import Voting
from torparse.drafting.wording.parts import Paragraph, majority
from torparse.drafting.wording.voice import Voice, all_of, blank, count, sentences, share, the
from torparse.plain_words import joined

_WHICHEVER = {"greater_of": ", whichever is the greater", "lesser_of": ", whichever is the smaller"}


def quorum(v: Voice, value: Quorum) -> Paragraph:
    """How many must be present, who among them, and what a meeting without them may do."""
    if value.count is None and value.fraction is None:
        if value.composition:
            return Paragraph(f"A meeting is quorate only when {all_of(value.composition)} {v.do('be', 'are')} present.")
        return Paragraph(f"There is no quorum for meetings of {v.body}.")
    including = f", including {all_of(value.composition)}" if value.composition else ""
    if v.facts.is_plain:
        least = "" if (value.strict and value.count is None) or value.combine == "and" else "at least "
        present = f"{least}{_number(value)} are present{including}"
        return Paragraph(f"A meeting of {v.body} is quorate, and can take decisions, only when {present}.")
    rule = f"The quorum for a meeting of {v.body} {v.do('be', 'is')} {_number(value)}{including}."
    without = f"Without a quorum, members {v.may} discuss business but {v.may_not} take decisions."
    return Paragraph(sentences(rule, without))


def _number(value: Quorum) -> str:
    people = value.of or "members"
    number = f"{count(value.count)} {people}" if value.count is not None else ""
    part = f"{'more than ' if value.strict else ''}{share(value.fraction)} of {the(people)}" if value.fraction else ""
    if not (number and part):
        return number or part
    if value.combine == "and":
        return f"both {number} and {part}"
    return f"{number} or {part}{_WHICHEVER.get(value.combine or '', '')}"


def voting(v: Voice, value: Voting) -> Paragraph:
    """How decisions are made, from the usual way to what happens when it fails."""
    return Paragraph(
        sentences(_method(v, value), _votes(v, value), _threshold(v, value), _tie(v, value), _escalation(v, value))
    )


def _method(v: Voice, value: Voting) -> str:
    aim = f"Members {v.do('aim', 'aim')} to reach decisions by consensus."
    if value.method == "consensus_then_vote":
        return f"{aim} Where they cannot, {v.either('the matter shall be put', 'the matter is put')} to a vote."
    if value.method == "consensus":
        return f"Decisions {v.do('be made', 'are made')} by consensus."
    if value.method == "consensus_then_escalate":
        to = the(value.escalates_to or blank("name of who decides then"))
        referred = v.either("the matter shall be referred", "the matter goes")
        return f"{aim} Where they cannot, {referred} to {to} for decision."
    if value.method == "chair_decides":
        return f"The chair {v.do('decide', 'decides')} after hearing the members."
    return f"Decisions {v.do('be made', 'are made')} by a vote." if value.method == "vote" else ""


def _votes(v: Voice, value: Voting) -> str:
    votes = value.votes_per_member
    return f"Each member has {count(votes)} vote{'' if votes == 1 else 's'}." if votes else ""


def _threshold(v: Voice, value: Voting) -> str:
    if value.threshold is None:
        return ""
    return f"A decision {v.either('requires', 'needs')} {majority(value.threshold, value.threshold_basis)}."


def _tie(v: Voice, value: Voting) -> str:
    if value.casting_vote is None and value.casting_vote_by is None:
        return ""
    if value.casting_vote is False:
        return "No one has a casting vote. Where votes are equal, the proposal is not carried."
    return f"Where votes are equal, {the(value.casting_vote_by or 'chair')} has a second or casting vote."


def _escalation(v: Voice, value: Voting) -> str:
    if value.escalates_to is None or value.method == "consensus_then_escalate":
        return ""
    referred = v.either("shall be referred", "goes")
    return f"Where members still cannot agree, the matter {referred} to {the(value.escalates_to)} for decision."


def urgent_decisions(v: Voice, value: UrgentDecisions) -> Paragraph:
    """Who decides what cannot wait, and how members hear of it."""
    who = the(value.by) if value.by else blank("name of the post")
    told = f", and {v.must('report')} it to that meeting" if value.reported else ""
    return Paragraph(f"Where a decision cannot wait for the next meeting, {who} {v.may} take it{told}.")


def subgroups(v: Voice, value: Subgroups) -> Paragraph:
    """That there may be sub-groups, which there are, and where their terms stand."""
    named = f"It has these sub-groups: {joined(value.groups)}." if value.groups else ""
    where = {
        "here": "The terms of reference of every sub-group are in Annex 1.",
        "elsewhere": f"{v.Body} {v.do('agree', 'agrees')} the terms of reference of each in a separate document.",
        "unwritten": "Their terms of reference are still to be written.",
    }.get(value.terms or "", "")
    return Paragraph(sentences(f"{v.Body} {v.may} set up sub-groups for its priorities.", named, where))


def annex(v: Voice) -> tuple[Paragraph, ...]:
    """The terms of every sub-group."""
    return (
        Paragraph(f"Each sub-group {v.do('be', 'is')} responsible for one of the priorities of {v.body}."),
        Paragraph(
            f"The members of a sub-group {v.do('write', 'write')} an action plan for its priority, which "
            f"{v.body} {v.do('agree', 'agrees')}, and work together to deliver it."
        ),
        Paragraph(f"Each sub-group {v.do('report', 'reports')} on its action plan to every meeting of {v.body}."),
        Paragraph(f"A sub-group {v.may_not} spend money or make commitments for {v.body}."),
    )
