"""The provisions that drafted terms may have: key in the answers file, clause type, fields, what stands if not asked.

A provision's answer is the value model of its clause type. ``fields`` are those that the wording can say; a field that
the key itself fixes (the role of ``vice_chair``, the subject of ``papers``) is in ``fixed`` and not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torparse.drafting.facts import Facts
from torparse.drafting.provision import Given, Provision


def _always(**given: Any) -> Callable[[Facts], Given]:
    return lambda _: given


def _post(facts: Facts) -> str:
    return facts.secretary or "secretary"


def _left_out(_: Facts) -> None:
    return None


_CHOICE = ("method", "by", "from", "term")
_TERM = ("term", "max_terms", "max_total")
_PERIOD = ("period", "day_kind")
_NAMED = ("instrument", "responsible")
_ELECTED = {"method": "elected", "by": "members", "term": "P2Y"}
_NO_LAW = {"statutory": False, "form": "unincorporated", "powers": False}
_POLICY = {"instrument": "Equality Act 2010"}
_DATA = {"instrument": "Data Protection Act 2018"}
_FOI = {"instrument": "Freedom of Information Act 2000 or the Environmental Information Regulations 2004"}

PROVISIONS: tuple[Provision, ...] = (
    Provision(
        "legal_status", "legal_status", "what the body is in law", ("statutory", "form", "powers"), _always(**_NO_LAW)
    ),
    Provision(
        "authority",
        "member_authority",
        "what members may do for their organisations",
        ("authority", "seniority"),
        _always(authority=["decide", "commit"]),
    ),
    Provision("member_term", "term_of_office", "how long members serve", _TERM, _left_out, {"role": "member"}),
    Provision(
        "deputies",
        "deputies",
        "whether members may send deputies",
        ("allowed", "voting"),
        _always(allowed=True, voting=True),
    ),
    Provision(
        "attendance",
        "attendance",
        "what happens when a member misses meetings",
        ("missed", "consequence"),
        _always(missed=3, consequence="asked to name another representative"),
    ),
    Provision(
        "induction",
        "induction",
        "how new members are introduced",
        ("by", "within", "training"),
        lambda f: {"by": _post(f), "within": "P3M", "training": True},
    ),
    Provision(
        "chair",
        "chair_appointment",
        "who chooses the chair and how",
        _CHOICE,
        _always(**_ELECTED),
        {"role": "chair"},
        core=True,
    ),
    Provision(
        "chair_term",
        "term_of_office",
        "how long the chair serves",
        _TERM,
        _always(term="P2Y", max_terms=2),
        {"role": "chair"},
    ),
    Provision(
        "vice_chair",
        "chair_appointment",
        "who chooses the vice-chair and how",
        _CHOICE,
        _always(**_ELECTED),
        {"role": "vice_chair"},
        core=True,
    ),
    Provision(
        "vice_chair_term",
        "term_of_office",
        "how long the vice-chair serves",
        _TERM,
        _always(term="P2Y", max_terms=2),
        {"role": "vice_chair"},
    ),
    Provision(
        "roles",
        "role_descriptions",
        "what the chair, the vice-chair and members do",
        ("roles",),
        _always(roles=["chair", "vice_chair", "member", "coordinator"]),
        core=True,
    ),
    Provision("secretariat", "secretariat", "who gives the support", ("by",), _always(), by_host="by"),
    Provision(
        "meetings",
        "meeting_frequency",
        "how often meetings are held",
        ("per_year", "bound"),
        _always(per_year=4.0, bound="at_least"),
        core=True,
    ),
    Provision(
        "meeting_notice",
        "notice",
        "how long before a meeting notice of it is given",
        _PERIOD,
        _always(period="P21D"),
        {"subject": "meeting"},
    ),
    Provision(
        "agenda_items",
        "notice",
        "how long before a meeting an item for the agenda is put forward",
        _PERIOD,
        _always(period="P14D"),
        {"subject": "agenda_item"},
    ),
    Provision(
        "papers",
        "notice",
        "how long before a meeting the papers go out",
        _PERIOD,
        _always(period="P7D", day_kind="clear"),
        {"subject": "papers"},
        core=True,
    ),
    Provision(
        "late_papers",
        "late_papers",
        "what happens to late papers",
        ("accepted", "consent"),
        _always(accepted=True, consent="chair"),
    ),
    Provision(
        "extra_meetings",
        "extra_meetings",
        "who may call an extraordinary meeting",
        ("called_by", "requisition", "fraction", "notice"),
        _always(called_by="chair", fraction="1/3", notice="P7D"),
    ),
    Provision(
        "public_access", "public_access", "whether meetings are open to the public", ("open",), _always(open=True)
    ),
    Provision(
        "minutes",
        "minutes",
        "whether and when the minutes are published",
        ("published", "within"),
        _always(published=True, within="P10D"),
    ),
    Provision(
        "quorum",
        "quorum",
        "how many must be present",
        ("count", "fraction", "strict", "combine", "of", "composition"),
        _always(fraction="1/2", of="members"),
        core=True,
    ),
    Provision(
        "voting",
        "voting",
        "how decisions are made",
        (
            "method",
            "threshold",
            "threshold_basis",
            "votes_per_member",
            "casting_vote",
            "casting_vote_by",
            "escalates_to",
        ),
        _always(
            method="consensus_then_vote",
            threshold="simple_majority",
            threshold_basis="present_and_voting",
            votes_per_member=1,
            casting_vote=True,
            casting_vote_by="chair",
        ),
        core=True,
    ),
    Provision(
        "urgent_decisions",
        "urgent_decisions",
        "who decides between meetings",
        ("by", "reported"),
        _always(by="chair and vice-chair", reported=True),
    ),
    Provision(
        "subgroups",
        "subgroups",
        "what sub-groups there are and where their terms stand",
        ("groups", "terms"),
        _always(terms="here"),
        core=True,
    ),
    Provision("conduct", "conduct", "how members behave", ("nolan",), _always(nolan=True), core=True),
    Provision(
        "interests",
        "interests",
        "what members do about interests",
        ("when", "withdraws", "recorded"),
        _always(when="both", withdraws=True, recorded=True),
        core=True,
    ),
    Provision("hospitality", "hospitality", "what members do about gifts", ("limit",), _always(limit="£50")),
    Provision("confidentiality", "confidentiality", "what members may not pass on", (), _always()),
    Provision(
        "equalities",
        "equalities",
        "which equality law or policy applies",
        _NAMED,
        lambda f: {**_POLICY, "responsible": _post(f)},
        core=True,
    ),
    Provision(
        "complaints",
        "complaints",
        "who receives complaints and what happens to them",
        ("responsible",),
        lambda f: {"responsible": _post(f)},
        core=True,
    ),
    Provision(
        "data_protection",
        "data_protection",
        "which data protection law or policy applies",
        _NAMED,
        _always(**_DATA),
        core=True,
        by_host="responsible",
    ),
    Provision(
        "freedom_of_information",
        "freedom_of_information",
        "who answers requests for information",
        _NAMED,
        _always(**_FOI),
        core=True,
        by_host="responsible",
    ),
    Provision(
        "information_sharing",
        "information_sharing",
        "how partners share information",
        ("instrument",),
        _always(instrument="information sharing agreement"),
    ),
    Provision(
        "reporting",
        "reporting",
        "to whom progress is reported",
        ("to", "per_year", "public"),
        _always(to="member organisations", per_year=1.0, public=True),
    ),
    Provision(
        "performance",
        "performance",
        "how performance is reviewed",
        ("framework", "per_year", "evaluates_itself"),
        _always(framework=True, per_year=1.0, evaluates_itself=True),
    ),
    Provision(
        "scrutiny",
        "scrutiny",
        "who examines the work",
        ("by",),
        lambda f: {
            "by": f"overview and scrutiny committee of {f.host}" if f.host else "overview and scrutiny committee"
        },
    ),
    Provision(
        "finance",
        "finance",
        "where money comes from and who accounts for it",
        ("accountable_body", "contributions", "expenses"),
        _always(contributions=True),
        by_host="accountable_body",
    ),
    Provision("risk", "risk", "how risks are managed", ("register", "per_year"), _always(register=True, per_year=1.0)),
    Provision("communications", "communications", "who speaks for the body", ("by",), _always(by="chair")),
    Provision("engagement", "engagement", "whom the body involves", ("whom",), _always(whom=["residents"])),
    Provision(
        "review",
        "review_cycle",
        "when and by whom these terms of reference are to be reviewed",
        ("interval", "ad_hoc", "by", "next_review"),
        _always(interval="P1Y", by="members"),
        {"subject": "terms_of_reference"},
        core=True,
    ),
    Provision(
        "amendment",
        "amendment",
        "who may change these terms of reference and how",
        ("by", "threshold", "notice"),
        _always(by="members", threshold="two_thirds", notice="P21D"),
    ),
    Provision(
        "disputes",
        "dispute_resolution",
        "what happens when partners disagree",
        ("responsible",),
        _always(responsible="an independent mediator"),
    ),
    Provision(
        "resignation",
        "notice",
        "how much notice a member organisation that wishes to leave has to give",
        _PERIOD,
        _always(period="P3M"),
        {"subject": "resignation"},
    ),
    Provision(
        "dissolution",
        "dissolution",
        "who may end the body and how",
        ("by", "threshold", "threshold_basis", "notice", "assets"),
        _always(
            by="members",
            threshold="two_thirds",
            threshold_basis="all_members",
            notice="P28D",
            assets="returned_to_contributors",
        ),
        core=True,
    ),
)
"""Every provision, in the order of the terms."""

KEYS = {provision.key: provision for provision in PROVISIONS}
