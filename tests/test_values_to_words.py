"""Values put into words come back: drawn values, several sentences a clause type, thousands of provisions.

A document holds one provision of each type in ``tests/values_to_words.toml``, in random order, under headings or as a
flat run of numbered paragraphs. Extraction must give exactly the values that the sentences were made of and no other
clause of these types. Each document has its own seed, which its test's name gives.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from torparse.annotations import SCORED
from torparse.model import Document
from torparse.pipeline import extract_document
from torparse.readers import read

TEMPLATES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests" / "values_to_words.toml").read_text(encoding="utf-8")
)
DOCUMENTS = 220
UNITS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
]  # fmt: skip
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
SHARES = {
    "1/2": ("half", "one half", "50%", "50 per cent"),
    "1/3": ("one third", "a third", "one-third"),
    "2/3": ("two thirds", "two-thirds"),
    "1/4": ("one quarter", "a quarter", "25%"),
    "3/4": ("three quarters", "75 per cent", "three-quarters"),
    "2/5": ("40%", "two fifths"),
}
MAJORITIES = {
    "simple_majority": ("a simple majority", "a majority"),
    "two_thirds": ("a two-thirds majority", "a majority of two thirds", "a 2/3 majority"),
    "three_quarters": ("a three-quarters majority", "a majority of 75%"),
}
THRESHOLD_SHARES = {
    "simple_majority": ("more than half", "a majority"),
    "two_thirds": ("two thirds", "at least two-thirds"),
    "three_quarters": ("three quarters", "75%"),
}
# how often a year: how the interval is told
INTERVALS = {
    1: ("annually", "once a year"),
    2: ("every six months", "twice a year"),
    4: ("quarterly", "every three months", "every quarter"),
    6: ("every two months", "every other month"),
    12: ("monthly", "every month", "once a month"),
}
# what a drawn value may be, by field; a type's own list goes first
DRAWN: dict[str, tuple[Any, ...]] = {
    "quorum.fraction": tuple(SHARES),
    "count": tuple(range(3, 17)),
    "combine": ("greater_of", "lesser_of"),
    "of": ("members", "voting members", "trustees", "partner organisations", "representatives"),
    "composition": (("chair",), ("vice-chair",), ("treasurer",)),
    "votes_per_member": (1, 2),
    "threshold": tuple(MAJORITIES),
    "threshold_basis": ("present", "present_and_voting", "all_members"),
    "escalates_to": ("executive", "chief executive", "county council"),
    "casting_vote_by": ("chair", "chairman", "chairperson"),
    "chair_appointment.role": ("chair", "vice_chair"),
    "chair_appointment.by": ("members", "county council", "steering group", "executive"),
    "from": ("members", "partner organisations", "elected members"),
    "from.post": ("leader of the council", "chief executive of the county council", "director of public health"),
    "method": ("elected", "appointed", "nominated"),
    "term": ("P1Y", "P2Y", "P3Y", "P4Y", "P18M"),
    "term_of_office.role": ("member", "officer"),
    "max_terms": (2, 3, 4),
    "max_total": ("P4Y", "P6Y", "P9Y"),
    "per_year": (2, 3, 4, 5, 6, 8, 10),
    "per_year.interval": tuple(INTERVALS),
    "bound": ("exact", "at_least", "at_most", "about"),
    "period": ("P3D", "P5D", "P7D", "P10D", "P14D", "P21D", "P1W", "P2W", "P1M"),
    "notice": ("P14D", "P21D", "P28D", "P4W", "P1M", "P3M"),
    "within": ("P5D", "P7D", "P10D", "P14D", "P2W", "P1M"),
    "day_kind": (None, "clear", "working", "calendar"),
    "interval": ("P1Y", "P2Y", "P3Y", "P6M"),
    "next_review": ("2027-05", "2028-09", "2031-01"),
    "agreed": ("2019-03-14", "2024-11-25", "2026-07-01"),
    "review_cycle.by": ("steering group", "executive", "secretary"),
    "by": ("members", "steering group", "executive", "county council"),
    "assets": ("returned_to_contributors", "similar_body", "host_organisation"),
    "allowed": (True, False),
    "voting": (True, False),
    "open": (True, False),
    "missed": (2, 3, 4, 5, 6),
    "consequence": ("may be removed", "shall cease to be a member", "will be asked to stand down"),
    "consequence.seat": ("the seat will be declared vacant", "the organisation will be asked to name someone else"),
}
CHOSEN = {
    "combine": {"greater_of": ("the greater", "the higher", "more"), "lesser_of": ("the lesser", "the fewer")},
    "threshold_basis": {
        "present": ("those present", "members present", "the members in attendance"),
        "present_and_voting": ("those present and voting", "members present and voting"),
        "all_members": ("all members", "the whole membership"),
    },
    "threshold_basis.those": {
        "present": ("those present", "those in attendance"), "present_and_voting": ("those present and voting",),
    },
    "threshold_basis.members": {
        "present": ("members present", "the members in attendance"),
        "present_and_voting": ("members present and voting",),
        "all_members": ("all members", "all the members"),
    },
    "votes_per_member": {1: ("one vote", "a single vote", "1 vote"), 2: ("two votes", "2 votes")},
    "role": {
        "chair": ("Chair", "Chairman", "Chairperson"),
        "vice_chair": ("Vice-Chair", "Deputy Chair", "Vice Chairman"),
        "member": ("elected member", "ordinary member", "trustee"),
        "officer": ("Treasurer", "Secretary"),
    },
    "role.plural": {
        "member": ("Members", "Trustees", "Representatives"),
        "officer": ("Officers", "Office bearers"),
    },
    "method.elects": {"elected": ("elect", "vote in")},
    "bound.before": {
        "exact": ("",),
        "at_least": ("at least ", "not fewer than ", "a minimum of "),
        "at_most": ("no more than ", "at most ", "up to "),
        "about": ("about ", "approximately "),
    },
    "per_year.interval": INTERVALS,
    "interval.adverb": {
        "P1Y": ("annually", "every year", "once a year", "each year"),
        "P2Y": ("every two years", "every other year", "every 2 years"),
        "P3Y": ("every three years", "every 3 years"),
        "P6M": ("every six months", "twice a year", "half-yearly"),
    },
    "interval": {"P1Y": ("twelve months", "year"), "P2Y": ("two years", "2 years"), "P3Y": ("three years",),
                 "P6M": ("six months", "6 months")},
    "assets": {
        "returned_to_contributors": ("returned to those who contributed them", "given back to the contributors"),
        "similar_body": ("given to a charity with similar aims", "passed to a body with similar objects"),
        "host_organisation": ("transferred to the host organisation", "handed to the accountable body"),
    },
    "allowed": {True: ("allowed", "permitted"), False: ("not allowed", "not permitted")},
    "allowed.may": {True: ("may", "can"), False: ("may not", "cannot")},
    "voting.may": {True: ("may", "can", "is entitled to"), False: ("may not", "cannot", "is not entitled to")},
    "voting.full": {True: ("full", "the member's"), False: ("no",)},
    "voting.entitled": {True: ("also entitled",), False: ("not entitled",)},
    "open.in": {True: ("public",), False: ("private",)},
    "open.are": {True: ("open",), False: ("closed", "not open")},
    "open.may": {True: ("may", "are welcome to", "are invited to"), False: ("may not", "are not entitled to")},
    "open.are.admitted": {True: ("are admitted",), False: ("are not admitted",)},
}  # fmt: skip


def number(value: int, rng: random.Random) -> str:
    return rng.choice((str(value), UNITS[value - 1] if value <= len(UNITS) else str(value)))


def date(iso: str, rng: random.Random) -> str:
    year, month, *day = iso.split("-")
    name = MONTHS[int(month) - 1]
    if not day:
        return f"{name} {year}"
    return rng.choice((f"{int(day[0])} {name} {year}", f"{int(day[0])}/{month}/{year}"))


def length(iso: str, rng: random.Random, kind: str | None = None, form: str = "") -> str:
    """A duration in words: "three years", "14 clear days", "three-year", "fourteen days'"."""
    count, unit = int(iso[1:-1]), {"D": "day", "W": "week", "M": "month", "Y": "year"}[iso[-1]]
    if form == "adjective":
        return f"{number(count, rng)}{rng.choice('- ')}{unit}"
    if iso == "P2W" and not form and rng.random() < 0.3:
        return "a fortnight"
    several = count > 1
    words = f"{number(count, rng)} {kind + ' ' if kind else ''}{unit}{'s' if several else ''}"
    return words + (("'" if several else "'s") if form == "possessive" else "")


class Provision:
    """A sentence of one type and the clauses that it lays down, as type and value."""

    def __init__(self, name: str, template: Mapping[str, Any], body: str, rng: random.Random) -> None:
        self.type, self.body, self.rng = name, body, rng
        self.template: str = template["text"]
        self.value: dict[str, Any] = {}
        words = re.sub(r"\{([\w.]+)\}", self._slot, self.template)
        self.text = words[0].upper() + words[1:]
        self.value.update(template.get("value", {}))

    def _slot(self, match: re.Match[str]) -> str:
        """The words for a slot; what is drawn for it goes into the value."""
        slot: str = match[1]
        field, _, form = slot.partition(".")
        if field == "body":
            return self.body
        if field not in self.value:
            drawn = next(DRAWN[key] for key in (f"{self.type}.{field}", slot, field) if key in DRAWN)
            fitting = [v for v in drawn if slot not in CHOSEN or v in CHOSEN[slot]]
            self.value[field] = self.rng.choice(fitting)
        return self._words(field, form, slot, self.value[field])

    def _words(self, field: str, form: str, slot: str, value: Any) -> str:
        rng = self.rng
        if slot in CHOSEN:
            return rng.choice(CHOSEN[slot][value])
        if field in ("period", "notice", "within", "term", "max_total"):
            kind = rng.choice(DRAWN["day_kind"]) if value[-1] == "D" and field == "period" else None
            if kind:
                self.value["day_kind"] = kind
            return length(value, rng, kind, form)
        if slot in ("fraction", "threshold", "threshold.share"):
            return rng.choice({"fraction": SHARES, "threshold": MAJORITIES}.get(slot, THRESHOLD_SHARES)[value])
        if field in ("agreed", "next_review"):
            return date(value, rng)
        if field == "per_year":
            if form == "meetings":
                return f"{number(value, rng)} {rng.choice(('ordinary ', ''))}meetings"
            return f"{number(value, rng)} times {rng.choice(('a year', 'each year', 'per year', 'a calendar year'))}"
        if field == "composition":
            return f"the {value[0]}"
        return number(value, rng) if isinstance(value, int) else str(value)

    def clauses(self) -> list[tuple[str, dict[str, Any]]]:
        """What the sentence lays down; terms and notice also stand as clauses of their own (GUIDE.md, Conventions)."""
        made = [(self.type, self.value)]
        if self.type == "chair_appointment" and "term" in self.value:
            made.append(("term_of_office", {"role": self.value["role"], "term": self.value["term"]}))
        if self.type in ("dissolution", "amendment") and "notice" in self.value:
            made.append(("notice", {"subject": self.type, "period": self.value["notice"]}))
        return made


def compared(name: str, value: Mapping[str, Any]) -> tuple[str, ...]:
    """A clause for comparing: scored fields, lengths of time by length, no articles."""
    fields = []
    for key in sorted(value):
        if key in SCORED[name] and value[key] is not None:
            given = value[key]
            text = " ".join(given) if isinstance(given, list | tuple) else str(given)
            text = re.sub(r"^P(\d+)W$", lambda m: f"P{7 * int(m[1])}D", text)
            text = re.sub(r"^P12M$", "P1Y", text)
            if key == "consequence":
                text = " ".join(text.split()[-4:])  # the words of the head phrase, with or without who
            fields.append(f"{key}=" + re.sub(r"\b(?:the|an?) ", "", text))
    return (name, *fields)


def document(seed: int) -> tuple[str, list[Provision]]:
    """The text of a document with a provision of each type, and the provisions."""
    rng = random.Random(seed)
    body = rng.choice(("Partnership", "Forum", "Board", "Network"))
    names = list(TEMPLATES)
    rng.shuffle(names)
    made = [Provision(name, rng.choice(TEMPLATES[name]), body, rng) for name in names]
    headed = rng.random() < 0.5
    parts = [f"Ashby Flood {body}", "Terms of reference"]
    for at, one in enumerate(made, 1):
        heading = one.type.replace("_", " ").capitalize()
        parts += [f"{at}. {heading}", one.text] if headed else [f"{at}. {one.text}"]
    return "\n\n".join(parts) + "\n", made


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_values_put_into_words_come_back(seed: int, tmp_path: Path) -> None:
    text, made = document(seed)
    path = tmp_path / "drawn.txt"
    path.write_text(text, encoding="utf-8")
    parsed: Document = read(path)
    found = [
        compared(clause.type, clause.value.as_dict())
        for clause in extract_document(parsed).clauses
        if clause.type in TEMPLATES and clause.status == "stated"
    ]
    wanted = [compared(name, value) for one in made for name, value in one.clauses()]
    lost = [(one, [p.text for p in made if p.type == one[0]]) for one in wanted if one not in found]
    invented = [one for one in found if one not in wanted]
    assert (lost, invented) == ([], []), text
    assert sorted(found) == sorted(wanted)


def test_thousands_of_provisions_are_drawn_from_several_sentences_a_type() -> None:
    assert DOCUMENTS * len(TEMPLATES) >= 3000
    for name, templates in TEMPLATES.items():
        masked = {re.sub(r"\{[\w.]+\}", "", one["text"]) for one in templates}
        assert len(masked) == len(templates) >= 4, name
