"""The screens, one module each, found by scanning this folder. A module declares

- ``ROUTES``: its Starlette routes; their functions take a ``Request`` and need not be ``async``;
- ``LABEL`` and ``PATH``, where the screen stands in the navigation: its name there, and its address;
- ``UPLOADS``, where files are posted: at most how many, by the path of the route (each as large as ``--max-input``).

``pages`` has what they share. Everything that is posted has been checked and is in ``pages.form(request)``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.routing import BaseRoute

_ORDER = ("/documents", "/queue", "/compare", "/checklists", "/draft-check", "/history", "/export", "/help")
"""Of the navigation; a screen that is not named here comes last."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen as it declares itself; ``path`` is "" for one that is not in the navigation."""

    label: str
    path: str
    routes: Sequence[BaseRoute]
    uploads: Mapping[str, int] = field(default_factory=dict)


def screens() -> tuple[Screen, ...]:
    """Every screen, in the order of the navigation."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        one = importlib.import_module(f"{__name__}.{module.name}")
        path = getattr(one, "PATH", "")
        found.append(Screen(getattr(one, "LABEL", ""), path, one.ROUTES, getattr(one, "UPLOADS", {})))
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.path) if one.path in _ORDER else len(_ORDER)))
