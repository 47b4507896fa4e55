"""The provisions that are compared: the rows of the matrix, and which clauses fill each one.

A type may feed several provisions (a vote's method, its majority, who has it) and several types may feed one
(reporting, performance and scrutiny).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from torparse.model import Clause, Status

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """Which clauses fill a provision: those of ``type`` whose value and status ``takes`` accepts.

    ``fields`` are the ones shown in the cell (all, if none are named).
    """

    type: str
    takes: Callable[[Given, Status], bool] = lambda value, status: True
    fields: tuple[str, ...] = ()

    def accepts(self, clause: Clause) -> bool:
        """Whether ``clause`` fills the provision."""
        return clause.type == self.type and self.takes(clause.value.as_dict(), clause.status)


def _is(name: str, *values: str, default: bool = False) -> Callable[[Given, Status], bool]:
    """Take a clause whose field is one of ``values``; one without the field where ``default`` says so.

    A pointer or a promise often does not say which of several provisions it means ("elections: Annex 3"), so a clause
    that is not stated and lacks the field is taken for all of them.
    """

    def takes(value: Given, status: Status) -> bool:
        if name not in value:
            return default or (status is not Status.STATED and not value)
        return value[name] in values

    return takes


def _gives(*names: str) -> Callable[[Given, Status], bool]:
    """Take a stated clause only if it gives one of the fields, any other always."""
    return lambda value, status: status is not Status.STATED or any(n in value for n in names)


def _falls_back(value: Given, status: Status) -> bool:
    """Take what says how the body decides where it cannot agree."""
    later = str(value.get("method", "")).startswith("consensus_then_")
    return status is not Status.STATED or later or "escalates_to" in value


@dataclass(frozen=True, slots=True)
class Provision:
    """A row of the matrix. ``full`` says of the joint fields of the cell's stated clauses whether all is there;
    without it the clauses' own completeness decides."""

    id: str
    title: str
    group: str
    feeds: tuple[Feed, ...]
    full: Callable[[Given], bool] | None = None


def filled_by(clause: Clause) -> tuple[Provision, ...]:
    """The rows that a clause fills, in their order; none for a clause that is shown by itself only."""
    return tuple(p for p in PROVISIONS if any(feed.accepts(clause) for feed in p.feeds))


def _fallback_is_full(value: Given) -> bool:
    """A vote needs its majority, a referral needs its receiver."""
    return "escalates_to" in value or "threshold" in value


def _roles_are_full(value: Given) -> bool:
    """Members' duties without the chair's are a part only."""
    return {"chair", "member"} <= set(value.get("roles", ()))


def _policy_is_named(value: Given) -> bool:
    """A principle of equality is a part; a policy of its own or by name is the whole."""
    return "instrument" in value or value.get("level") == "policy"


def _adoption_is_known(value: Given) -> bool:
    """A date without a record of adoption, or a draft, is a part."""
    return "agreed" in value and not value.get("draft")


def _says_who(value: Given, status: Status) -> bool:
    """Take a clause on membership unless all that it gives is a number."""
    return status is not Status.STATED or not value or bool(set(value) - set(_NUMBERS))


_NUMBERS = ("number", "minimum", "maximum", "seats")
_CHAIR = ("method", "by", "from", "term", "role")

#: The rows in their fixed order. P01 to P38 are the guide's (the numbers of its matrix), P39 and on the project's own.
PROVISIONS: tuple[Provision, ...] = (
    Provision("P39", "Purpose", "Standing", (Feed("purpose"),)),
    Provision("P02", "Legal status", "Standing", (Feed("legal_status"),)),
    Provision("P03", "Who the members are", "Membership",
              (Feed("membership", _says_who, ("organisations", "statutory", "sectors", "kinds", "open")),),
              lambda value: "organisations" in value or "open" in value),
    Provision("P04", "Number of members", "Membership", (Feed("membership", _gives(*_NUMBERS), _NUMBERS),),
              lambda value: bool({"number", "seats", "maximum"} & set(value))),
    Provision("P05", "Authority of members", "Membership", (Feed("member_authority"),)),
    Provision("P06", "Deputies and substitutes", "Membership", (Feed("deputies"),)),
    Provision("P07", "Role descriptions", "Membership", (Feed("role_descriptions"),), _roles_are_full),
    Provision("P08", "How the chair is chosen", "Office",
              (Feed("chair_appointment", _is("role", "chair", default=True), _CHAIR),)),
    Provision("P09", "How the vice-chair is chosen", "Office",
              (Feed("chair_appointment", _is("role", "vice_chair"), _CHAIR),)),
    Provision("P10", "Term of office", "Office", (Feed("term_of_office"),)),
    Provision("P11", "Meetings a year", "Meetings", (Feed("meeting_frequency"),)),
    Provision("P12", "Special and extra meetings", "Meetings", (Feed("extra_meetings"),)),
    Provision("P20", "Agenda and papers: days before", "Meetings",
              (Feed("notice", _is("subject", "papers"), ("period", "day_kind")),)),
    Provision("P21", "Notice of ordinary meetings", "Meetings",
              (Feed("notice", _is("subject", "meeting", default=True), ("period", "day_kind")),)),
    Provision("P22", "Minutes", "Meetings", (Feed("minutes"),)),
    Provision("P23", "Attendance and openness", "Meetings", (Feed("attendance"), Feed("public_access"))),
    Provision("P13", "Quorum", "Decisions", (Feed("quorum"),)),
    Provision("P14", "How decisions are made", "Decisions",
              (Feed("voting", _gives("method"), ("method",)),), lambda value: True),
    Provision("P15", "If members cannot agree", "Decisions",
              (Feed("voting", _falls_back, ("method", "escalates_to")),), _fallback_is_full),
    Provision("P16", "Who may vote", "Decisions",
              (Feed("voting", _gives("votes_per_member"), ("votes_per_member",)),), lambda value: True),
    Provision("P17", "Majority needed", "Decisions",
              (Feed("voting", _gives("threshold"), ("threshold", "threshold_basis")),),
              lambda value: "threshold_basis" in value),
    Provision("P18", "Casting vote", "Decisions",
              (Feed("voting", _gives("casting_vote"), ("casting_vote", "casting_vote_by")),), lambda value: True),
    Provision("P19", "Decisions between meetings", "Decisions", (Feed("urgent_decisions"),)),
    Provision("P24", "Declarations of interest", "Conduct", (Feed("interests"),)),
    Provision("P25", "Conduct of members", "Conduct", (Feed("conduct"),)),
    Provision("P44", "Gifts and hospitality", "Conduct", (Feed("hospitality"),)),
    Provision("P38", "Induction and training", "Conduct", (Feed("induction"),)),
    Provision("P26", "Equalities", "Rights", (Feed("equalities"),), _policy_is_named),
    Provision("P27", "Complaints", "Rights", (Feed("complaints"),)),
    Provision("P28", "Freedom of information", "Rights", (Feed("freedom_of_information"),)),
    Provision("P29", "Data protection", "Rights", (Feed("data_protection"),)),
    Provision("P43", "Sharing of information", "Rights", (Feed("information_sharing"),)),
    Provision("P33", "Performance, reporting, scrutiny", "Accountability",
              (Feed("reporting"), Feed("performance"), Feed("scrutiny")), lambda value: "to" in value),
    Provision("P34", "Secretariat", "Accountability", (Feed("secretariat"),)),
    Provision("P35", "Finance", "Accountability", (Feed("finance"),)),
    Provision("P37", "Risk", "Accountability", (Feed("risk"),)),
    Provision("P45", "Liability and insurance", "Accountability", (Feed("liability"),)),
    Provision("P40", "Communications and media", "Working with others", (Feed("communications"),)),
    Provision("P41", "Engagement", "Working with others", (Feed("engagement"),)),
    Provision("P42", "The Compact", "Working with others", (Feed("compact"),)),
    Provision("P01", "Date and adoption of the document", "Life of the terms", (Feed("document_facts"),),
              _adoption_is_known),
    Provision("P30", "Review of the terms", "Life of the terms",
              (Feed("review_cycle", _is("subject", "terms_of_reference", default=True)),)),
    Provision("P31", "Amendment of the terms", "Life of the terms",
              (Feed("amendment"), Feed("review_cycle", lambda value, status: value.get("subject") == "procedures"))),
    Provision("P32", "Dissolution", "Life of the terms", (Feed("dissolution"),)),
    Provision("P36", "Sub-groups and their terms", "Life of the terms", (Feed("subgroups"),)),
)  # fmt: skip
