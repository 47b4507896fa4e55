"""A quorum that is larger than the membership, or that the representatives of one organisation meet by themselves.

Why it matters: in the first case no meeting can ever decide, in the second one partner can decide alone. The membership
must be given as a number, or as a list in which every item is an organisation with its seats; a rule on who else must
be there speaks against the second.
Source: job B6 of the report design.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.consistency.membership import members_of
from torparse.consistency.note import Note, Reading, runs

TITLE = "Quorum and membership"
ORDER = 2

_OF_ORGANISATIONS = re.compile(r"\b(?:organi[sz]ations?|partners?|agenc(?:y|ies)|groups?|authorit(?:y|ies)|bodies)\b")


def find(reading: Reading) -> Iterator[Note]:
    """At most one note of each of the two for every body."""
    for body in reading.bodies():
        members = members_of(reading, body)
        for quorum in reading.stated("quorum", body):
            value = quorum.value.as_dict()
            count = value.get("count")
            if count is None or "fraction" in value:
                continue
            most = members.number or members.maximum or members.seats
            evidence = runs([quorum], members.evidence)
            if most and count > most:
                at_most = "at most " if not members.number and members.maximum else ""
                text = f"The quorum is {count}, but there are {at_most}{most} members. No meeting can be quorate."
                yield Note("quorum_size", body.name, text, evidence)
                continue
            alone = [(name, number) for name, number in members.organisations if number >= count]
            joint = any(value.get(name) for name in ("composition", "requires"))
            if alone and count > 1 and not joint and not _OF_ORGANISATIONS.search(str(value.get("of", ""))):
                name, number = alone[0]
                text = (
                    f"The quorum is {count}, and {name} has {number} representatives. If each of them counts, they "
                    "meet the quorum by themselves."
                )
                yield Note("quorum_size", body.name, text, evidence)
