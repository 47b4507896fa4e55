"""What the holders of roles are to do (provision P07; guide item G06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Kind, Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDescriptions(Value):
    """Value of a role_descriptions clause."""

    roles: tuple[str, ...] | None = None
    """Which roles are described: "chair", "vice_chair", "member", "coordinator" …"""


VALUE = RoleDescriptions
ESSENTIAL = ("roles",)
SCOPED = True

_TITLE = phrase(
    r"\broles?\b|\bresponsibilit\w+\b|\bjob descriptions?\b|\bperson specification\b|\bduties\b"
    r"|\bexpectations?\b|\bwhat do the officers do\b"
)
_WHOLE = phrase(
    r"\b(?:responsibilities|roles?|role and purpose) of the (?:lsp|partnership|board|forum|panel|group"
    r"|committee|executive|council)\b|main responsibilities|\brole of (?:the )?(?:lsp|partnership)"
    r"|(?:remit|purpose|functions|aims)\b"
)
_POINTER = phrase(r"\b(?:roles?(?: and responsibilities)?|role descriptions?|job descriptions?)\b")
_DUTY = phrase(
    r"\b(?P<who>(?:all |each |every |individual )?(?:board |core |partnership |lsp |committee "
    r"|panel )?(?:members?|representatives?|partners?|member organisations?"
    r"|partner organisations?))(?: of the [\w ]+?)? (?:(?:are|is) (?:expected|required|asked"
    r"|responsible) (?:to|for)|should (?!be (?:elected|appointed))|will be expected to|have a (?:duty"
    r"|responsibility) to)"
)
_CHAIR_DUTY = phrase(
    r"^\W*the (?P<who>{VICE}|{CHAIR}) (?:(?:shall|will|should|is to|is expected to) (?!be (?:elected"
    r"|appointed|selected|chosen|nominated|a |an |the |one |from |drawn)|hold|have (?:a|the) (?:casting|second)"
    r"|come from|serve)|is responsible for|is expected to)"
)
_ROLES = (
    ("vice_chair", phrase(r"{VICE}")),
    ("chair", phrase(r"{CHAIR}")),
    ("member", phrase(r"\b(?:members?|representatives?|partners?|organisations?|individuals?)\b")),
    ("coordinator", phrase(r"\b(?:co-?ordinator|manager|secretary|secretariat|treasurer)\b")),
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for what chairs, vice-chairs, members and officers are to do."""
    if context.structure.kind is Kind.COMMITTEE_REPORT:
        return
    for sentence in context.sentences:
        if sentence.narrative:
            continue
        hit = _pointer(sentence) or _described(context, sentence)
        if hit:
            yield hit


def _pointer(sentence: Sentence) -> Hit | None:
    text = sentence.text
    if not _POINTER.search(text) or (sentence.topic and len(text.split()) > 45):
        return None
    if status.is_placeholder(text[_POINTER.search(text).start() :]):  # type: ignore[union-attr]
        return Hit({}, (sentence,), "role_descriptions.placeholder", Status.PLACEHOLDER, key="placeholder")
    annex = phrase(
        r"\((?:see )?(?:annex|appendix|schedule) \w+\)|\b(?:set out|described|found|given|contained) (?:in"
        r"|at) (?:annex|appendix|schedule|the handbook|a separate)"
    ).search(text)
    return Hit({}, (sentence,), "role_descriptions.deferred", Status.DEFERRED, key="deferred") if annex else None


def _described(context: Context, sentence: Sentence) -> Hit | None:
    text, topic = sentence.text, sentence.topic
    value: dict[str, Any] = {}
    if _TITLE.search(topic) and not _WHOLE.search(topic) and context.in_section(sentence)[0].index == sentence.index:
        roles = _roles(topic) or _roles(text) or ("member",)
        value = {"roles": roles}
    elif chair := _CHAIR_DUTY.search(text):
        value = {"roles": _roles(chair["who"])}
    elif _DUTY.search(text) and not phrase(
        r"\b(?:declar\w+|disclos\w+|interest|vot\w+|papers|notice|resign|deput)\b"
    ).search(text):
        value = {"roles": ("member",)}
    return (
        Hit(value, (sentence,), "role_descriptions.stated", Status.STATED, key="stated") if value.get("roles") else None
    )


def _roles(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _ROLES if pattern.search(text))


HITS = (
    Example("Members are expected to attend all meetings and report back.", {"roles": ("member",)}),
    Example("Role of the Chair\n\nTo lead the Partnership and keep order.", {"roles": ("chair",)}),
    Example("The Vice-Chair shall assist the Chair in providing leadership.", {"roles": ("vice_chair",)}),
    Example("Roles and responsibilities of partners are set out in Annex 2.", {}, Status.DEFERRED),
    Example("Role descriptions are to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The role of the Partnership is to improve health.", comment="the body's own role"),
    Example("The Chair will be elected each year.", comment="appointment"),
    Example("Members declare interests.", comment="interests"),
    Example("Housing plays a role in health.", comment="another sense"),
    Example("The Board meets monthly.", comment="nothing"),
)
