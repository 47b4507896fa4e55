"""The answers as a TOML file that ``drafting.answers`` reads, with remarks for the person who fills it in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from torparse.drafting.answers import Answers
from torparse.drafting.facts import KINDS, REGISTERS, Facts, Member
from torparse.drafting.forms import CODES, DURATIONS, THRESHOLDS
from torparse.drafting.provision import Open, Provision
from torparse.drafting.provisions import PROVISIONS
from torparse.plain_words import duration

_HEAD = """\
# Answers for the terms of reference of a partnership. Change what does not fit, then run
#   torparse draft --answers answers.toml -o terms.docx
#
# A rule that is not in this file gets the usual answer. A rule can also be "to be decided", which leaves a marked place
# in the terms, or "none", which leaves it out. The rules that every set of terms needs are never left out.
# Write lengths of time as "7 days", "5 clear days", "2 years"; shares as "half", "one third", "2/3".
"""
_FACTS = (
    ("name", "the full name of the body"),
    ("kind", f"what it is called after that: {', '.join(KINDS)}"),
    ("register", f"{' or '.join(REGISTERS)}: “The Board shall meet” or “The Board meets”"),
    ("purpose", "goes on from “The purpose of the Board is to”"),
    ("vision", "goes on from “Our vision is”"),
    ("area", "the place that it works for"),
    ("agreed", "the date on which the terms were agreed"),
    ("agreed_by", "who agreed them, if not the members"),
    ("version", "the version of the terms"),
    ("host", "the organisation that gives the support"),
    ("secretary", "the post that people write to"),
)
_WORDS = {"threshold": (*THRESHOLDS, "a share"), "agreed": (), "next_review": ()}


def to_toml(answers: Answers, peers: Mapping[str, str] = MappingProxyType({})) -> str:
    """The answers as the text of a TOML file, every provision with what it settles and the words that it may hold.

    ``peers`` are further remarks by provision key, for instance what most of one's peers have.
    """
    facts = answers.facts
    lines = [_HEAD, *_facts(facts), "", *_members(facts.members)]
    for provision in PROVISIONS:
        lines += ["", f"# {_label(provision)}", *(f"# {line}" for line in _choices(provision))]
        lines += [f"# {peers[provision.key]}"] if provision.key in peers else []
        lines.append(f"{provision.key} = {_answer(answers, provision)}")
    return "\n".join([*lines, ""])


def example() -> Answers:
    """Answers to start from, with names that are plainly invented."""
    members = (
        Member("Northshire District Council", "council"), Member("NHS Northshire Integrated Care Board", "health"),
        Member("Northshire Police", "police"), Member("Northshire Fire and Rescue Service", "fire"),
        Member("Northshire Chamber of Commerce", "business"), Member("Northshire Voluntary Action", "voluntary"),
    )  # fmt: skip
    facts = Facts(
        name="Northshire Partnership Board", kind="board", area="Northshire", members=members, agreed="2026-01-31",
        purpose="improve the lives of people in Northshire", vision="a place where everyone can do well",
        host="Northshire District Council", secretary="Partnership Officer",
    )  # fmt: skip
    return Answers.of(facts)


def _facts(facts: Facts) -> Iterator[str]:
    for name, what in _FACTS:
        value = getattr(facts, name)
        yield f"{name} = {_value(value)}  # {what}" if value else f'# {name} = ""  # {what}'


def _members(members: tuple[Member, ...]) -> Iterator[str]:
    yield "# The member organisations; sector and seats may be left out."
    yield "members = ["
    for one in members:
        sector = f", sector = {_value(one.sector)}" if one.sector else ""
        seats = f", seats = {one.seats}" if one.seats != 1 else ""
        yield f"  {{ organisation = {_value(one.organisation)}{sector}{seats} }},"
    yield "]"


def _label(provision: Provision) -> str:
    return f"{provision.label[:1].upper()}{provision.label[1:]}{' (always in the terms)' if provision.core else ''}."


def _choices(provision: Provision) -> Iterator[str]:
    """The fields, and the words that each may hold where they are laid down."""
    if provision.fields:
        yield f"Fields: {', '.join(provision.fields)}."
    for name in provision.fields:
        known = _WORDS.get(name) or CODES.get(f"{provision.type}.{name}")
        if known:
            yield f"{name}: {', '.join(known)}."


def _answer(answers: Answers, provision: Provision) -> str:
    answer = answers.provisions[provision.key]
    if isinstance(answer, Open):
        return _value(str(answer))
    given = {name: value for name, value in answer.as_dict().items() if name in provision.fields}
    kind = given.pop("day_kind", None)  # "5 clear days" says both
    said = {name: duration(value, kind) if name in DURATIONS else value for name, value in given.items()}
    pairs = ", ".join(f"{name} = {_value(value)}" for name, value in said.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
