"""What keeps a form from being saved: all of it at once, each with the input it is about; what was typed is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torparse.review.forms.fields import id_of


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. ``field`` is the input's name ("value.count", "body"), ``label`` what it is called."""

    field: str
    label: str
    message: str

    @property
    def id(self) -> str:
        """The id in a page of the control to go to."""
        return id_of(self.field)

    def __str__(self) -> str:
        return f"{self.label}{'' if self.label.endswith('?') else ':'} {self.message}"


@dataclass(frozen=True, slots=True)
class Problems:
    """The problems of a form in its order, at least one, and the form as it was typed."""

    found: tuple[Problem, ...]
    typed: Mapping[str, str]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """For a summary: the id of the control to go to, and what is wrong with it."""
        return tuple((problem.id, str(problem)) for problem in self.found)

    def of(self, field: str) -> str:
        """What is wrong with a field ("value.count"), "" where nothing is."""
        return " ".join(problem.message for problem in self.found if problem.field == field)
