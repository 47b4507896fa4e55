"""What is said once, on the page that comes after something was done."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

_KEPT = 50  # notices that nobody came to read


@dataclass(frozen=True, slots=True)
class Undo:
    """A button beside a notice: what it says, the address it posts to, and its hidden fields."""

    label: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """Sentences that are shown once. ``lines`` are further ones, such as one a file; ``wrong``: something failed."""

    said: str
    lines: tuple[str, ...] = ()
    wrong: bool = False
    undo: Undo | None = None


class Notices:
    """Notices on their way from a request to the page that shows them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Notice] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, notice: Notice) -> str:
        """Keep a notice; returns what it is asked for with."""
        name = secrets.token_urlsafe(6)
        with self._lock:
            self._kept[name] = notice
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return name

    def take(self, name: str) -> Notice | None:
        """The notice, which is then gone; None where there is none of that name any more."""
        with self._lock:
            return self._kept.pop(name, None)
