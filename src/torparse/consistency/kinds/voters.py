"""Votes of each member against the number of representatives: who votes is unclear.

Why it matters: where an organisation on the list of members has several representatives and "each member" has one vote,
it is open whether the organisation votes or each of those who sit for it; a close vote may turn on it. Text that says
that each organisation, or each representative, has the vote settles it and gives no note.
Source: the hand-made matrix of the seeds (provision P16) and job B6 of the report design.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.consistency.membership import members_of
from torparse.consistency.note import Note, Reading, runs

TITLE = "Who votes"
ORDER = 3

_SETTLED = re.compile(
    r"\b(?:each|every|per|any|an?|the)\b[^.;]{0,30}\b(?:organi[sz]ations?|agency|agencies|authority|body|representatives?"
    r"|individuals?|persons?|seats?|delegates?)\b[^.;]{0,40}\bvotes?\b|\bvotes? (?:per|for each|for every) \w*\s?"
    r"(?:organi[sz]ation|agency|authority|representative|person|seat)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Note]:
    """A note for each body with more representatives than organisations."""
    for body in reading.bodies():
        members = members_of(reading, body)
        for clause in reading.stated("voting", body):
            votes = clause.value.as_dict().get("votes_per_member")
            quotes = " ".join(run.quote for run in clause.evidence)
            if not members.differ or votes is None or _SETTLED.search(" ".join(quotes.split())):
                continue
            organisations = len(members.organisations)
            text = (
                f"The list of members names {organisations} organisations with {members.seats} representatives. The "
                f"terms give each member {'one vote' if votes == 1 else f'{votes} votes'} but do not say whether the "
                f"organisations or the representatives vote ({organisations * votes} or {members.seats * votes} votes)."
            )
            yield Note("voters", body.name, text, runs([clause], members.evidence))
