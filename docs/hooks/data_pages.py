"""The pages of what torparse writes for programs: provisions, the tables of an export, the JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from markup import code, plain, prose, table
from torparse import checklists, schema
from torparse.clauses import types
from torparse.export.codebook import KINDS
from torparse.export.forms import forms
from torparse.export.model import Table
from torparse.export.part import Choices
from torparse.export.tables import tables
from torparse.provisions import PROVISIONS

_PROVISIONS = """\
# Provisions

These are the rows in which bodies are compared. A provision may be made of several clause types, and a clause type may
fill several provisions. `torparse list provisions` prints the list.
"""
_TABLES = """\
# Tables of the export

`torparse export` writes these tables. The same descriptions are in `codebook.md` and in the data package beside the
tables. How to use them: [tables for statistics](../guides/tables.md).
"""
_JSON = """\
# The JSON of extract

`torparse extract PATH… --format jsonl` prints one JSON object a document, each on a line. Offsets count Unicode code
points of the document's text, from 0; the end is exclusive. Keys are only ever added. The whole JSON Schema (draft
2020-12) comes with torparse as `torparse/schema/extract.schema.json`.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Every page: its place below ``docs`` and its Markdown."""
    yield "reference/provisions.md", "\n".join([_PROVISIONS, *_provisions()])
    yield "reference/tables.md", "\n".join([_TABLES, *_tables()])
    yield "reference/json.md", "\n".join([_JSON, *_json()])


def _type(name: str) -> str:
    return f"[{code(name)}](clause-types/{name}.md)"


def _provisions() -> list[str]:
    return table(
        ("id", "provision", "group", "clause types"),
        ((one.id, plain(one.title), plain(one.group), ", ".join(dict.fromkeys(_type(feed.type) for feed in one.feeds)))
         for one in PROVISIONS),
    )  # fmt: skip


def _tables() -> Iterator[str]:
    every = tables(Choices(as_of=date(2026, 1, 31), checklist=checklists.load()))
    values = [one for one in every if one.folder]
    yield "## Forms\n"
    yield from table(("--to", "what it is"), ((code(one.name), prose(one.what)) for one in forms().values()))
    for one in every:
        if not one.folder:
            yield from _table(one)
    yield f"## {values[0].folder}\n"
    yield "One table a clause type, with the fields of its value (described on the page of the type):\n"
    rows = ((code(one.path), _type(one.name), ", ".join(code(column.name) for column in one.columns)) for one in values)
    yield from table(("table", "clause type", "columns"), rows)


def _table(one: Table) -> Iterator[str]:
    yield f"## {one.path}\n"
    yield f"{prose(one.about)}\n"
    yield f"Key: {', '.join(map(code, one.key))}.\n"
    yield from table(
        ("column", "what it holds", "kind", "unit"),
        ((code(column.name), prose(column.about), plain(KINDS[column.kind]), plain(column.unit))
         for column in one.columns),
    )  # fmt: skip
    for column in one.columns:
        # the codes of a column of types are on a page of their own
        if column.codes and set(column.codes) != set(types()):
            yield f"Codes of {code(column.name)}:\n"
            yield from (f"- {code(this)}: {prose(means)}" for this, means in column.codes.items())
            yield ""


def _json() -> Iterator[str]:
    read = schema.load()
    yield "## A document\n"
    yield from _object(read)
    definitions: Mapping[str, Any] = read["$defs"]
    of_types = {"".join(part.capitalize() for part in name.split("_")) for name in types()}
    first = f"{min(of_types)}Clause"
    yield "## A clause\n"
    yield "All types have these keys; `value` holds the fields of the type ([clause types](clause-types/index.md)).\n"
    yield from _object(definitions[first])
    for name, one in definitions.items():
        if one.get("type") == "object" and not any(name in (f"{kind}Clause", f"{kind}Value") for kind in of_types):
            yield f"## {name}\n"
            yield from _object(one)


def _object(one: Mapping[str, Any]) -> list[str]:
    """The keys of an object, what stands in each, and which are always there."""
    needed = one.get("required", ())
    return table(
        ("key", "holds", "always there"),
        (
            (code(name), _holds(name, said), "yes" if name in needed else "no")
            for name, said in one["properties"].items()
        ),
    )


def _holds(name: str, said: Mapping[str, Any]) -> str:
    if name in ("type", "value") and ("const" in said or "$ref" in said):
        return "the clause type" if name == "type" else "the fields of the type"
    about = f"{prose(said['description'])} " if "description" in said else ""
    return about + _form(said)


def _form(said: Mapping[str, Any]) -> str:
    """The form of a value in words."""
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in said:
        return ", ".join(code(str(one)) for one in said["enum"])
    if "anyOf" in said:
        return " or ".join(dict.fromkeys(map(_form, said["anyOf"])))
    if "discriminator" in said:
        return "[a clause](#a-clause)"
    if said.get("type") == "array":
        return f"list of {_form(said['items'])}"
    if said.get("type") == "object" and isinstance(said.get("additionalProperties"), Mapping):
        return f"object: by name, {_form(said['additionalProperties'])}"
    return code(str(said.get("type", "any value")))
