"""The clause types, one file each, found by scanning this folder.

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
from functools import cache

from torparse.rules.base import ClauseType


@cache
def types() -> dict[str, ClauseType]:
    """Every clause type by its name, in alphabetical order."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            found[info.name] = ClauseType.of_module(importlib.import_module(f"{__name__}.{info.name}"))
    return found
