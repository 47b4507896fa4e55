"""Answer sets for ``torparse draft``, drawn from what partnerships settle, by a seed: the same seed, the same sets."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from torparse.drafting.answers import Answers
from torparse.drafting.facts import REGISTERS, Facts, Member
from torparse.drafting.provision import Answer, Open
from torparse.drafting.provisions import KEYS, PROVISIONS

Draw = random.Random
Given = dict[str, Any]

_BODIES = (
    ("Northshire Partnership Board", "board"), ("Ambleford Community Safety Partnership", "partnership"),
    ("Westmarsh Health Forum", "forum"), ("Oldhaven Regeneration Panel", "panel"),
    ("Lower Tarn Climate Alliance", "alliance"), ("Eastmoor Steering Group", "group"),
    ("Hexcombe Youth Network", "network"), ("Saltby Harbour Committee", "committee"),
)  # fmt: skip
_MEMBERS = (
    Member("Northshire District Council", "Council"), Member("NHS Northshire Integrated Care Board", "Health"),
    Member("Northshire Police", "Police"), Member("Northshire Fire and Rescue Service", "Fire"),
    Member("Northshire Chamber of Commerce", "Business"), Member("Northshire Voluntary Action", "Voluntary", 2),
    Member("Ambleford Parish Council", "Council"), Member("Westmarsh College", "Education"),
)  # fmt: skip
_TERMS = ("P1Y", "P2Y", "P3Y", "P4Y")
_DAYS = ("P5D", "P7D", "P10D", "P14D", "P21D", "P28D")
_NOTICES = ("P14D", "P21D", "P28D", "P2M", "P4W", "P3M")
_PEOPLE = ("members", "member organisations", "voting members", "partners")
_WHO = ("members", "member organisations", "partners")
_POSTS = ("Partnership Officer", "Democratic Services Manager", "clerk", "secretary")
_THRESHOLDS = ("simple_majority", "two_thirds", "three_quarters", "unanimous", "3/5", "4/5")
_BASES = (None, "present", "present_and_voting", "all_members")


def samples(number: int, seed: int = 20261129) -> Iterator[Answers]:
    """``number`` answer sets. Every fifth leaves some provisions to be decided, every third leaves some out."""
    draw = Draw(seed)
    for at in range(number):
        given: dict[str, Answer] = {key: KEYS[key].value(make(draw)) for key, make in _MAKERS.items()}
        if at % 5 == 4:
            given |= {p.key: Open.TO_BE_DECIDED for p in draw.sample(PROVISIONS, 3) if not p.key.endswith("_term")}
        if at % 3 == 2:
            given |= {p.key: Open.NONE for p in draw.sample([p for p in PROVISIONS if not p.core], 4)}
        yield Answers.of(_facts(draw), _agreeing(given))


def _facts(draw: Draw) -> Facts:
    name, kind = draw.choice(_BODIES)
    return Facts(
        name=name, kind=kind, register=draw.choice(REGISTERS), area="Northshire",
        purpose=draw.choice(("improve the lives of people in Northshire", "make the town safer for everyone")),
        vision="a place where everyone can do well", members=_MEMBERS[: draw.randint(5, 8)],
        agreed=draw.choice(("2026-01-31", "2025-11-04", "2026-03")), agreed_by=draw.choice(("", "Northshire Council")),
        host="Northshire District Council", secretary=draw.choice(_POSTS),
    )  # fmt: skip


def _agreeing(given: Mapping[str, Answer]) -> dict[str, Answer]:
    """The chair's term said once: in the office where it has a method that has a term."""
    made = dict(given)
    for office, term in (("chair", "chair_term"), ("vice_chair", "vice_chair_term")):
        one, other = made[office], made[term]
        if isinstance(one, Open) or isinstance(other, Open):
            made.pop(term)
        elif getattr(one, "method", "") == "ex_officio":
            made[term] = Open.NONE
        else:
            made[office] = replace(one, term=getattr(other, "term", None))  # type: ignore[call-arg]
    return made


def _some(draw: Draw, **fields: tuple[Any, ...]) -> Given:
    """A choice for each field; None leaves it out."""
    chosen = {name.rstrip("_"): draw.choice(options) for name, options in fields.items()}
    return {name: value for name, value in chosen.items() if value is not None}


def _quorum(draw: Draw) -> Given:
    form = draw.choice(("count", "share", "share", "both", "none"))
    if form == "none":
        return {}
    given: Given = {"of": draw.choice(_PEOPLE)}
    if form != "share":
        given["count"] = draw.choice((3, 4, 5, 7, 12))
    if form != "count":
        given["fraction"] = draw.choice(("1/2", "1/3", "1/4", "2/3", "2/5"))
    if form == "share" and draw.random() < 0.3:
        given |= {"fraction": "1/2", "strict": True}
    if form == "both":
        given["combine"] = draw.choice(("greater_of", "lesser_of", "and"))
    extra = draw.choice((None, None, "chair or vice-chair", "one representative of the council"))
    return given | ({"composition": [extra]} if extra else {})


def _voting(draw: Draw) -> Given:
    method = draw.choice(("consensus", "vote", "consensus_then_vote", "consensus_then_vote", "consensus_then_escalate"))
    to = draw.choice(("Northshire Cabinet", "chief executives of the member organisations", "executive group"))
    if method == "consensus":
        return {"method": method}
    if method == "consensus_then_escalate":
        return {"method": method, "escalates_to": to}
    given: Given = {"method": method, **_some(draw, votes_per_member=(1, 1, None))}
    given["threshold"] = draw.choice(_THRESHOLDS)
    given |= _some(draw, threshold_basis=_BASES)
    if given["threshold"] != "unanimous":
        given |= draw.choice(({"casting_vote": True, "casting_vote_by": "chair"}, {"casting_vote": False}, {}))
    return given | ({"escalates_to": to} if draw.random() < 0.15 else {})


def _office(draw: Draw) -> Given:
    method = draw.choice(("elected", "elected", "selected", "appointed", "nominated", "ex_officio", "rotating"))
    if method == "ex_officio":
        return {"method": method, "from": draw.choice(("leader of the council", "chief executive of the council"))}
    if method == "rotating":
        return {"method": method, "from": draw.choice(("members", "member organisations"))}
    by = (
        _WHO
        if method in ("elected", "selected")
        else ("Northshire District Council", "council", "leader of the council")
    )
    pool = (None, "representatives of the voluntary sector", "elected members of the council")
    return {"method": method, **_some(draw, by=by, from_=pool)}


def _office_term(draw: Draw) -> Given:
    term = draw.choice(_TERMS)
    years = int(term[1])
    return {"term": term, **draw.choice(({}, {"max_terms": 2}, {"max_terms": 3}, {"max_total": f"P{years * 2}Y"}))}


def _notice(draw: Draw) -> Given:
    return _some(draw, period=_DAYS, day_kind=(None, "clear", "working", "calendar"))


def _review(draw: Draw) -> Given:
    given = _some(draw, interval=("P1Y", "P2Y", "P3Y", "P6M"), ad_hoc=(None, True), by=_WHO)
    return given | _some(draw, next_review=(None, "2027-05-31", "2028-02"))


def _decision(draw: Draw) -> Given:
    return _some(draw, by=(*_WHO, "Northshire Council"), threshold=(*_THRESHOLDS, None), notice=(*_NOTICES, None))


def _dissolution(draw: Draw) -> Given:
    given = _decision(draw) | _some(
        draw, assets=("returned_to_contributors", "similar_body", "host_organisation", None)
    )
    return given | (_some(draw, threshold_basis=_BASES) if "threshold" in given else {})


def _attendance(draw: Draw) -> Given:
    return _some(
        draw, missed=(2, 3, 4),
        consequence=("asked to name another representative", "treated as having resigned", "removed from membership"),
    )  # fmt: skip


_MAKERS: Mapping[str, Callable[[Draw], Given]] = {
    "member_term": _office_term,
    "deputies": lambda d: d.choice(
        ({"allowed": True, "voting": True}, {"allowed": True, "voting": False}, {"allowed": True}, {"allowed": False})
    ),
    "attendance": _attendance,
    "chair": _office,
    "chair_term": _office_term,
    "vice_chair": _office,
    "vice_chair_term": _office_term,
    "meetings": lambda d: _some(d, per_year=(1.0, 2.0, 3.0, 4.0, 6.0, 10.0, 12.0),
                                bound=("exact", "at_least", "at_most", "about")),
    "meeting_notice": _notice,
    "agenda_items": _notice,
    "papers": _notice,
    "extra_meetings": lambda d: _some(d, called_by=("chair", "secretary"), fraction=("1/3", None),
                                      notice=(*_DAYS, None)),
    "public_access": lambda d: {"open": d.choice((True, False))},
    "minutes": lambda d: _some(d, published=(True, None), within=("P10D", "P14D", "P1M", None)),
    "quorum": _quorum,
    "voting": _voting,
    "urgent_decisions": lambda d: {"by": d.choice(("chair", "chair and vice-chair", "executive group"))},
    "conduct": lambda d: _some(d, nolan=(True, True, None)),
    "interests": lambda d: _some(d, when=("at_meeting", "register", "both"), withdraws=(True, None)),
    "review": _review,
    "amendment": _decision,
    "resignation": lambda d: {"period": d.choice(("P1M", "P3M", "P6M"))},
    "dissolution": _dissolution,
}  # fmt: skip
