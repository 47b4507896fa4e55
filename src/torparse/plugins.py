"""Clause types, readers and checklists of other packages, found by their entry points (docs/plugins.md).

What is installed is looked at once, and only when something asks for it. A plugin that cannot be used costs one line
(``Plugins.problems``) and nothing else; which of two plugins of one name is used does not depend on the machine.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, Generic, TypeVar

from torparse import __version__
from torparse.errors import BadData, InternalError, TorparseError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of entry points: its name in a package's metadata, what one of them is called, and how it is named."""

    id: str
    what: str
    name: re.Pattern[str]
    named: str


_WORD = re.compile(r"[a-z][a-z0-9_]*")
_LETTERS = "lower-case letters, digits and underscores"
TYPES = Group("torparse.clause_types", "clause type", _WORD, _LETTERS)
READERS = Group("torparse.readers", "reader", _WORD, _LETTERS)
CHECKLISTS = Group(
    "torparse.checklists",
    "checklist",
    re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "lower-case letters, digits and hyphens",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The package that something comes from, and its version."""

    package: str
    version: str

    def __str__(self) -> str:
        return f"{self.package} {self.version}"


_SOURCES = (".py", ".toml", ".json", ".npz", ".so", ".pyd")
OWN = Origin("torparse", __version__)
"""Where torparse's own things come from."""


@dataclass(frozen=True, slots=True)
class Plugins(Generic[T]):
    """The plugins of one group that can be used, by name from A to Z, and a line for each that cannot."""

    made: Mapping[str, T]
    origins: Mapping[str, Origin]
    problems: tuple[str, ...] = ()

    def origin(self, name: str) -> Origin:
        """Where the one of that name comes from; torparse's own are not among the plugins."""
        return self.origins.get(name, OWN)


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point: ``load`` gives what it names, and raises whatever its package raises."""

    name: str
    origin: Origin
    group: Group
    entry: EntryPoint = field(repr=False)

    @property
    def module(self) -> str:
        """The dotted name of the module that it names."""
        return self.entry.module

    def load(self) -> Any:
        """The object that it names; imports the package."""
        return self.entry.load()

    def __str__(self) -> str:
        return f"the {self.group.what} {self.name!r} of {self.origin}"

    def bad(self, what: str, todo: str = "") -> BadData:
        """The refusal of this plugin; for the caller to raise."""
        return BadData(what, where=str(self), todo=todo or f"It is left out; tell the makers of {self.origin.package}")

    def guarded(self, function: Callable[..., T]) -> Callable[..., T]:
        """``function`` of the plugin; what nobody foresaw in it is said to be the plugin's, by its name."""

        def run(*arguments: Any) -> T:
            try:
                return function(*arguments)
            except (TorparseError, MemoryError):
                raise
            except Exception as error:
                raise InternalError(
                    f"{self} failed here ({type(error).__name__})",
                    todo=f"Tell the makers of {self.origin.package}, or uninstall it to read this without it",
                ) from error

        return run


def any_declared() -> bool:
    """Whether any installed package declares a plugin; loads none of them."""
    return any(_declared().values())


@cache
def installed() -> tuple[tuple[str, str, str, str], ...]:
    """What the plugins of all groups are: group, name, origin, and the SHA-256 of the files of their packages.

    It changes with them, also where somebody who writes one has not given it a new version.
    """
    return tuple(
        (one.group, one.name, str(_origin(one)), _sources(one)) for all_ in _declared().values() for one in all_
    )


def _sources(entry: EntryPoint) -> str:
    made = hashlib.sha256()
    spec = importlib.util.find_spec(entry.module.partition(".")[0])
    folders = [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec else []
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in _SOURCES]
    if spec and spec.origin and not folders:
        files = [Path(spec.origin)]
    for path in sorted(files):
        made.update(f"{path.name}\0".encode())
        made.update(path.read_bytes())
    return made.hexdigest()


def plugged(group: Group, taken: Collection[str], make: Callable[[Plugin], T]) -> Plugins[T]:
    """The plugins of a group, each as ``make`` makes it. Names in ``taken`` are torparse's own.

    Of two plugins of one name the first is used, by the name of its package. Whatever ``make`` raises becomes a line.
    """
    made: dict[str, T] = {}
    origins: dict[str, Origin] = {}
    problems = []
    for one in _declared().get(group.id, ()):
        plugin = Plugin(one.name, _origin(one), group, one)
        try:
            _check_name(plugin, taken, origins)
            made[plugin.name] = make(plugin)
            origins[plugin.name] = plugin.origin
        except TorparseError as error:
            problems.append(str(error))
        except Exception as error:  # noqa: BLE001 (the code of others may raise anything; the line says what)
            why = " ".join(f"{type(error).__name__}: {error}".split())
            problems.append(str(plugin.bad(f"cannot be loaded ({why})")))
    return Plugins(made, origins, tuple(problems))


def _check_name(plugin: Plugin, taken: Collection[str], origins: Mapping[str, Origin]) -> None:
    if not plugin.group.name.fullmatch(plugin.name):
        raise plugin.bad(f"has a name that is not of {plugin.group.named}")
    owner = OWN if plugin.name in taken else origins.get(plugin.name)
    if owner:
        whose = "torparse's own already" if owner is OWN else f"already one of {owner}"
        raise plugin.bad(
            f"has a name that is {whose}",
            f"It is left out; ask the makers of {plugin.origin.package} for another name, or uninstall one of the two"
            if owner is not OWN
            else "",
        )


@cache
def _declared() -> Mapping[str, tuple[EntryPoint, ...]]:
    """The entry points of each group, by name and then by package: the same order on every machine."""
    everything = importlib.metadata.entry_points()
    return {
        group.id: tuple(sorted(everything.select(group=group.id), key=lambda one: (one.name, *_sort(one))))
        for group in (TYPES, READERS, CHECKLISTS)
    }


def _origin(entry: EntryPoint) -> Origin:
    if entry.dist is None:
        return Origin(entry.module.partition(".")[0], "of no known version")
    return Origin(entry.dist.name, entry.dist.version)


def _sort(entry: EntryPoint) -> tuple[str, str]:
    return (_origin(entry).package.casefold(), entry.value)
