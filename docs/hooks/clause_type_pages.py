"""The pages of the clause types: what each one is, what its value holds, what is one and what is none, how well it is
found. All of it is read from the modules of the types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import measured_figures
from markup import code, plain, prose, table
from torparse.clauses import types
from torparse.fields import Field, FieldKind, fields_of_type
from torparse.model import Status
from torparse.provisions import PROVISIONS
from torparse.rules.base import ClauseType, Example

FOLDER = "reference/clause-types"
KINDS: Mapping[FieldKind, str] = {
    FieldKind.WHOLE_NUMBER: "whole number",
    FieldKind.NUMBER: "number",
    FieldKind.YES_NO: "true or false",
    FieldKind.CODE: "one of its codes",
    FieldKind.LIST: "list",
    FieldKind.DURATION: "duration (ISO 8601)",
    FieldKind.DATE: "date, year or month (ISO 8601)",
    FieldKind.SHARE: "share, as 1/2",
    FieldKind.SHARE_OR_NUMBER: "share as 1/2, or whole number",
    FieldKind.TEXT: "text",
}
_GUIDE = re.compile(
    r"\s*\([^()]*(?:GUIDE\.md|provision P)[^()]*\)|Beside the provisions P\d+ to P\d+ of GUIDE\.md[.;]\s*"
)
_HEAD = """\
# Clause types

A clause type is a kind of provision that torparse looks for. Each has a value with fields of its own, and a page here
with its definition, examples and how well it is found. `torparse list types` prints the list.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Every page: its place below ``docs`` and its Markdown."""
    yield f"{FOLDER}/index.md", _index()
    for name, kind in types().items():
        yield f"{FOLDER}/{name}.md", "\n".join(_page(name, kind))


def title(name: str) -> str:
    """A type's name in words."""
    return name.replace("_", " ").capitalize()


def _index() -> str:
    rows = ((f"[{code(name)}]({name}.md)", prose(_paragraphs(kind)[0])) for name, kind in types().items())
    return "\n".join([_HEAD, *table(("clause type", "what it is about"), rows)])


def _paragraphs(kind: ClauseType) -> list[str]:
    """The definition without its references to the annotation guide, which readers do not have."""
    text = _GUIDE.sub("", kind.definition)
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return [f"{part[:1].upper()}{part[1:]}" for part in parts]


def _page(name: str, kind: ClauseType) -> Iterator[str]:
    yield f"# {title(name)}\n"
    yield from (f"{prose(part)}\n" for part in _paragraphs(kind))
    yield f"In tables and files: {code(name)}. {_whose(kind)}\n"
    rows = [one for one in PROVISIONS if any(feed.type == name for feed in one.feeds)]
    if rows:
        told = ", ".join(f"{plain(one.title)} ({one.id})" for one in rows)
        yield f"In the [comparison](../provisions.md) it fills: {told}.\n"
    yield "## What its value holds\n"
    yield from _fields(name, kind)
    yield from _examples(kind)
    yield "## How well it is found\n"
    figures = measured_figures.of_type(name)
    yield from figures or ["It was not measured by itself: no annotations rate this type.\n"]
    more = "../../explanation/how-well-it-works.md"
    yield f"What these figures mean, and where torparse fails: [how well it works]({more}).\n"


def _whose(kind: ClauseType) -> str:
    if kind.scoped:
        return "A clause belongs to one body of the document."
    return "A clause holds for the whole document, unless it stands in the part of another body."


def _fields(name: str, kind: ClauseType) -> Iterator[str]:
    fields = fields_of_type(name)
    if not fields:
        yield "Nothing but that the provision is there.\n"
        return
    rows = ((code(one.name), prose(one.about), _kind(one)) for one in fields)
    yield from table(("field", "what it holds", "kind"), rows)
    if kind.essential:
        asked = "; ".join(" or ".join(map(code, one.split("|"))) for one in kind.essential)
        yield f"Without one of these a clause is stated in part: {asked}.\n"
    for one in fields:
        if one.codes:
            more = "; another text may stand there as well" if one.open else ""
            yield f"Codes of {code(one.name)}{more}:\n"
            yield from (f"- {code(this)}: {prose(means)}" for this, means in one.codes.items())
            yield ""


def _kind(one: Field) -> str:
    return f"{KINDS[one.kind]}, in {plain(one.unit)}" if one.unit else KINDS[one.kind]


def _examples(kind: ClauseType) -> Iterator[str]:
    """The marked examples: every one is a test of torparse, too."""
    hits = [one for one in kind.examples if one.value is not None]
    misses = [one for one in kind.examples if one.value is None]
    yield "## Examples\n"
    yield "Sentences that torparse takes for such a clause, and what it reads in them:\n"
    yield from table(("text", "is read as"), ((prose(one.text), _read(one)) for one in hits))
    if misses:
        yield "Sentences that look like one and are none:\n"
        yield from table(("text", "what it is instead"), ((prose(one.text), prose(one.comment)) for one in misses))


def _read(one: Example) -> str:
    told = [f"{code(name)} {prose(_shown(said))}" for name, said in (one.value or {}).items()]
    if one.status is not Status.STATED:
        told.insert(0, str(one.status))
    return "; ".join(told) or "it is there"


def _shown(said: Any) -> str:
    if isinstance(said, bool):
        return "true" if said else "false"
    return ", ".join(map(str, said)) if isinstance(said, list | tuple) else str(said)
