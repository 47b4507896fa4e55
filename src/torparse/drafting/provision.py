"""One provision that terms may have: its key in the answers file, its clause type, and what an answer may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from torparse.clauses import types
from torparse.drafting.facts import Facts
from torparse.model import Value


class Open(StrEnum):
    """An answer without a value: still to be decided (a placeholder in the terms), or left out of the terms."""

    TO_BE_DECIDED = "to be decided"
    NONE = "none"


Answer = Value | Open
ModelOfValue = type[Value]
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision. ``label`` says what it settles, in words that go on from "The terms say …".

    ``default`` makes the fields that hold where nothing else is answered, from the facts; None leaves it out. A
    provision that is ``core`` cannot be left out: without an answer it is a placeholder. ``by_host`` is the field that
    names the organisation that gives the support, where an answer does not name another.
    """

    key: str
    type: str
    label: str
    fields: tuple[str, ...]
    default: Callable[[Facts], Given | None]
    fixed: Given = field(default_factory=dict)
    core: bool = False
    by_host: str = ""

    @property
    def model(self) -> ModelOfValue:
        """The value model of the clause type."""
        return types()[self.type].value

    def value(self, given: Given) -> Value:
        """The value with what the key itself fixes."""
        return self.model.from_dict({**self.fixed, **given})
