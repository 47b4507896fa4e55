"""The answers as a TOML file that ``drafting.answers`` reads, with remarks for the person who fills it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from torparse.drafting.answers import Answers
from torparse.drafting.facts import KINDS, REGISTERS, Facts, Member
from torparse.drafting.forms import CODES, THRESHOLDS
from torparse.drafting.provision import Provision
from torparse.drafting.provisions import PROVISIONS
from torparse.drafting.toml_words import in_toml, written

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
    ("kind", f"what it is called after that: {', '.join(KINDS)}, or words that end so"),
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
        lines.append(f"{provision.key} = {written(provision, answers.provisions[provision.key])}")
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
        yield f"{name} = {in_toml(value)}  # {what}" if value else f'# {name} = ""  # {what}'


def _members(members: tuple[Member, ...]) -> Iterator[str]:
    yield "# The member organisations; sector and seats may be left out."
    yield "members = ["
    for one in members:
        sector = f", sector = {in_toml(one.sector)}" if one.sector else ""
        seats = f", seats = {one.seats}" if one.seats != 1 else ""
        yield f"  {{ organisation = {in_toml(one.organisation)}{sector}{seats} }},"
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
