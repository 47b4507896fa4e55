"""Sub-groups and where their terms of reference are (provision P36)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Kind, Standing, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroups(Value):
    """Value of a subgroups clause."""

    groups: tuple[str, ...] | None = None
    """Names, in the document's words."""
    terms: str | None = None
    """Where their terms are: "here", "elsewhere", "unwritten"; absent where only the structure is spoken of."""


VALUE = Subgroups
ESSENTIAL = ("terms",)
SCOPED = False

_GROUPS = phrase(
    r"\b(?:sub-?groups?|sub-?committees?|(?:theme|thematic|task|working|delivery|task and finish|project"
    r"|advisory) (?:groups?|partnerships?)|sub-?partnerships?)\b"
)
_ORGAN = phrase(
    r"\b(?:board|executive|general meeting|assembly|secretariat|trustees|membership"
    r"|(?:executive|management|steering|organi[sz]ing) committee)$"
)
"""Names of a partnership's own organs and of those who serve it."""
_ABOVE = phrase(
    r"\b(?:under the umbrella of|part of|(?:reports?|accountable|advice|recommendations|belongs?) to) (?:the |that "
    r"|this |a )"
    r"(?:[\w()<>/'’-]+ ){0,6}?(?:working|advisory|delivery) groups?\b"
)
"""The body as a group of another one: the group named stands above it."""
_STRUCTURE = phrase(r"\bstructures?\b")
_SET_UP = phrase(
    r"\b(?:may|can|will|shall|has|have) (?:\w+ )?(?:set up|establish\w*|creat\w+|appoint|form|convene)\b"
    r"|\bthere (?:are|will be|shall be)\b|\breport(?:s)? to\b|\bconsists? of\b|\bsupported by\b"
    r"|\bdefine in writing\b"
)
_TERMS = phrase(r"\bterms of reference\b|\bremit\b|\bstanding orders\b|\bdefine in writing\b")
_TERMS_OF = {Standing.SUPPLIED: "here", Standing.ELSEWHERE: "elsewhere", Standing.UNWRITTEN: "unwritten"}
_STATUS_OF = {
    Standing.SUPPLIED: Status.STATED,
    Standing.ELSEWHERE: Status.DEFERRED,
    Standing.UNWRITTEN: Status.PLACEHOLDER,
}


def find(context: Context) -> Iterator[Hit]:
    """Groups with a section of their own by where their terms are; else sentences about groups or the structure."""
    if context.structure.kind is Kind.COMMITTEE_REPORT:
        return
    worst: dict[Standing, list[str]] = {}
    spots: dict[Standing, list[Sentence]] = {}
    for group in context.structure.groups[1:]:
        if _ORGAN.search(group.name):
            continue  # the partnership's own organs, not groups below it
        at = context.at(group.pointer[0]) if group.pointer else None
        at = at or _about(context, group.name)
        if at is not None:
            worst.setdefault(group.standing, []).append(group.name)
            spots.setdefault(group.standing, []).append(at)
    for standing, names in worst.items():
        yield Hit(
            {"groups": tuple(names), "terms": _TERMS_OF[standing]},
            tuple(spots[standing]),
            "subgroups.sections",
            _STATUS_OF[standing],
            no_body=True,
            key=str(standing),
        )
    if worst:
        return
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative or not (_GROUPS.search(text) or _STRUCTURE.search(text)):
            continue
        if _ABOVE.search(text) and not phrase(r"\bsub-?(?:groups?|committees?)\b").search(text):
            continue
        st = status.reading(text)
        if (_GROUPS.search(text) and _SET_UP.search(text)) or (_STRUCTURE.search(text) and st is Status.PLACEHOLDER):
            value: dict[str, Any] = {}
            if _GROUPS.search(text) and _TERMS.search(text):
                value["terms"] = {Status.STATED: "here", Status.DEFERRED: "elsewhere", Status.PLACEHOLDER: "unwritten"}[
                    st
                ]
            yield Hit(value, (sentence,), "subgroups.sentence", st, no_body=True, key=str(st))
            return


def _about(context: Context, name: str) -> Sentence | None:
    """The first sentence of the groups' section that speaks of such groups, else its first."""
    first = context.first_under(name)
    if first is None:
        return None
    word = phrase(r"\b(?:sub-?)?(?:committees|groups|panels)\b")
    if not phrase(r"^\W*(?:committees|groups|panels)\W*$").search(name) or word.search(first.text):
        return first
    scopes = context.structure.scopes
    under = (s for s in context.sentences if s.section is not None and scopes[s.section] == name)
    return next((s for s in under if word.search(s.text)), None)


HITS = (
    Example("The Board may set up sub-groups for a stated purpose.", {}),
    Example(
        "Theme groups report to the Board; their terms of reference are in Annex 2.",
        {"terms": "elsewhere"},
        Status.DEFERRED,
    ),
    Example("The Executive will establish working groups.", {}),
    Example("The structure is set out in Annex 1 (to be developed).", {}, Status.PLACEHOLDER),
    Example("There are four task and finish groups.", {}),
)
MISSES = (
    Example("Members belong to groups in the community.", comment="other groups"),
    Example("Age groups are monitored.", comment="another sense"),
    Example("The structure of the economy has changed.", comment="another sense"),
    Example("A housing group joined in May.", comment="a member"),
    Example("The Forum reports to the county's Digital Working Group.", comment="a group above it"),
    Example("The Panel is part of the regional advisory group and there are nine members.", comment="a group above it"),
    Example("The Board meets monthly.", comment="nothing"),
)
