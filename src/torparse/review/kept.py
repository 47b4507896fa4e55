"""What the screens make of documents, made once for each state of them.

A save makes a new state of its document (``Workspace``), whoever saved, so nothing here ever has to be thrown away: it
goes with what it was made of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from torparse.corrections import Applied

P = ParamSpec("P")
T = TypeVar("T")


class Every(dict[str, Applied]):
    """The state of every document that was read, by key, in the order of the ids. Not to be changed."""

    def __init__(self, documents: dict[str, Applied]) -> None:
        super().__init__(documents)
        self.kept: dict[object, Any] = {}

    def holds(self, documents: dict[str, Applied]) -> bool:
        """Whether these are the same documents in the same states."""
        return list(self) == list(documents) and all(self[key] is one for key, one in documents.items())


class State(Protocol):
    """One state of a document, or of all."""

    @property
    def kept(self) -> dict[object, Any]:
        """What was made of it."""


S = TypeVar("S", bound=State)


def kept(make: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Have ``make`` called once for each state and each further arguments, which are hashable and by position."""

    def known(state: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        of = (make, *args)
        if of not in state.kept:
            state.kept[of] = make(state, *args, **kwargs)
        found: T = state.kept[of]
        return found

    return known
