"""The words of the form, read from ``labels.toml``: titles of clause types, labels, hints, and words for codes.

The types that other packages add are not in that file: theirs are made of their names and docstrings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from torparse.clauses import plugins
from torparse.fields.described import descriptions

ANY = "any"
"""The table of fields that are the same in every type."""
ADDED = "Added by other packages"
"""The group of the clause types that other packages add."""


@dataclass(frozen=True, slots=True)
class Label:
    """What the form says of a field. The file's head tells what each entry is."""

    label: str
    hint: str
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    other: str = ""
    form: str = ""
    instead: str = ""
    unit: str = ""
    lower: bool = False


def label_of(type_name: str, name: str) -> Label:
    """The words for a field of a clause type; raises KeyError where the file has none of one of torparse's own."""
    if type_name in plugins().made:
        return Label(_words(name), descriptions(type_name).get(name, ""))
    known = _labels()
    return known.get((type_name, name)) or known[ANY, name]


def title_of(type_name: str) -> str:
    """What a clause type is called; raises KeyError where the file does not have one of torparse's own."""
    if type_name in plugins().made:
        return _words(type_name)
    title: str = _file()[type_name]["title"]
    return title


def group_of(type_name: str) -> str:
    """The group that the file puts a type into, "" where the provisions that it fills decide."""
    if type_name in plugins().made:
        return ADDED
    group: str = _file()[type_name].get("group", "")
    return group


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


@cache
def _labels() -> Mapping[tuple[str, str], Label]:
    """By type (or ANY) and field; a TypeError tells of an entry that is not one of a label's."""
    return {
        (type_name, name): Label(**entry)
        for type_name, table in _file().items()
        for name, entry in table.items()
        if isinstance(entry, dict)
    }


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))
