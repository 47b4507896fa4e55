"""The clause types, one file each, found by scanning this folder; those of other packages by their entry points.

A file declares ``VALUE`` (its value model), ``ESSENTIAL`` (the fields without which a clause is "stated in part"),
``find`` (hits in a document) and its marked examples. A new type is a new file and nothing else. What is longer than a
module has a folder beside it (``_voting/`` for ``voting.py``): names with an underscore are no types.

``extract --explain`` reads further names by convention, none of them required: ``CUE`` (or ``CUES.cue``) are the words
that make a sentence worth reading, patterns called ``VETO``, ``NOT``, ``UNRELATED`` (also with more words behind:
``NOT_THE_RULE``), ``OTHER``, ``HISTORY``, ``REPORTED``, ``IN_PASSING`` or ``OF_ANOTHER_BODY`` those that keep it from
being the provision, there or in a module of the type's folder that it imports.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from types import ModuleType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from torparse.model import Value
from torparse.plugins import TYPES, Plugin, Plugins, plugged
from torparse.rules.base import ClauseType, Hit

if TYPE_CHECKING:
    from torparse.rules.context import Context

_NEEDED = ("VALUE", "ESSENTIAL", "SCOPED", "HITS", "MISSES", "find")
RESERVED = frozenset(
    ["any", "heading", "text", "documents", "bodies", "facts", "provisions", "clauses", "evidence", "cells",
     "checklist", "checklist_items", "notes", "dated", "corrections", "evaluation"]
)  # fmt: skip
"""What no type may be called: words that stand beside types in checklists, in labels and among an export's tables."""
_COLUMNS = ("clause_id", "status")
_KINDS = (str, bool, int, float)
_MANY = tuple[str, ...]


@cache
def types() -> dict[str, ClauseType]:
    """Every clause type by its name, in alphabetical order."""
    return dict(sorted({**own(), **plugins().made}.items()))


@cache
def own() -> dict[str, ClauseType]:
    """torparse's own clause types by name, in alphabetical order: what does not change with what is installed."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            found[info.name] = ClauseType.of_module(importlib.import_module(f"{__name__}.{info.name}"))
    return found


@cache
def plugins() -> Plugins[ClauseType]:
    """The clause types of other packages (docs/plugins.md)."""
    return plugged(TYPES, {*own(), *RESERVED}, _of_plugin)


def _of_plugin(plugin: Plugin) -> ClauseType:
    """The clause type that a module of another package declares; raises BadData where it is not as it has to be."""
    module = plugin.load()
    if not isinstance(module, ModuleType):
        raise plugin.bad(
            "is not a module", f'Write {plugin.name} = "{plugin.module}", without the name behind the colon'
        )
    for name in _NEEDED:
        if not hasattr(module, name):
            raise plugin.bad(f"its module {module.__name__} does not declare {name}")
    type_ = replace(ClauseType.of_module(module), name=plugin.name, own=False)
    _check_value(type_, plugin)
    if not type_.definition:
        raise plugin.bad(f"its module {module.__name__} has no docstring, which is the type's definition")
    return replace(type_, find=_hits(type_, plugin))


def _check_value(type_: ClauseType, plugin: Plugin) -> None:
    """Refuse a value model that the rest of torparse could not read, write and show."""
    model = type_.value
    if not (isinstance(model, type) and issubclass(model, Value) and is_dataclass(model)):
        raise plugin.bad("its VALUE is not a dataclass made of torparse.model.Value")
    names = {one.name.rstrip("_") for one in fields(model)}
    hints = get_type_hints(model)
    for one in fields(model):
        if one.name in _COLUMNS:
            raise plugin.bad(f"the field {one.name} of its value has the name of a column that every type has")
        if one.default is MISSING or one.default not in (None, ()):
            raise plugin.bad(f"the field {one.name} of its value has no default of None or ()")
        if not _is_plain(hints[one.name]):
            raise plugin.bad(f"the field {one.name} of its value is not text, a number, yes or no, or a tuple of texts")
    for essential in type_.essential:
        if unknown := [name for name in essential.split("|") if name not in names]:
            raise plugin.bad(f"ESSENTIAL names {unknown[0]!r}, which is no field of its value")


def _is_plain(kind: Any) -> bool:
    if kind == _MANY:
        return True
    given = [one for one in get_args(kind) if one is not type(None)] if isinstance(kind, UnionType) else [kind]
    return len(given) == 1 and given[0] in _KINDS


def _hits(type_: ClauseType, plugin: Plugin) -> Callable[[Context], Iterable[Hit]]:
    """The plugin's ``find``, whose hits are looked at before torparse builds on them."""

    def find(context: Context) -> tuple[Hit, ...]:
        hits = tuple(type_.find(context))
        for hit in hits:
            type_.value.from_dict(hit.value)
            if not hit.sentences:
                raise ValueError(f"the hit {hit.rule} has no sentences")
        return hits

    return plugin.guarded(find)
