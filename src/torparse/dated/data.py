"""The list of dated references, read from TOML and checked entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from torparse.errors import BadData
from torparse.toml_lines import Table, parse

KINDS = ("body", "law", "duty", "guidance", "programme", "plan", "term")
FILES = ("references.toml", "councils.toml")
_TEXTS = ("id", "name", "kind", "changed", "since", "use_instead", "authority")
_NAMES = ("names", "exact", "short", "bare")
_AROUND = ("near", "not_near", "not_in_document", "short_not")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list. What its fields mean for finding it is written at the head of ``references.toml``.

    ``since`` is the first day (or month, or year) on which the thing was gone, ISO 8601.
    """

    id: str
    name: str
    kind: str
    changed: str
    since: str
    use_instead: str
    authority: str
    names: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    not_in_document: tuple[str, ...] = ()
    short_not: tuple[str, ...] = ()
    names_need_near: bool = False


@cache
def load() -> tuple[Reference, ...]:
    """The list that comes with torparse. Raises BadData where one of its files breaks the rules."""
    folder = resources.files(__name__.rpartition(".")[0])
    return _distinct((entry, made) for name in FILES for entry, made in _read((folder / name).read_text("utf-8"), name))


def load_file(path: Path) -> tuple[Reference, ...]:
    """A list of one's own, in the same form. Raises BadData with the file, the line and the names that there are."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData("this list cannot be read as UTF-8 text", where=str(path)) from error
    return _distinct(_read(text, str(path)))


def _distinct(entries: Iterable[tuple[Table, Reference]]) -> tuple[Reference, ...]:
    made: dict[str, Reference] = {}
    for entry, reference in entries:
        if reference.id in made:
            raise entry.error(f"the id {reference.id} is used twice", "id", todo="Give every entry an id of its own")
        made[reference.id] = reference
    return tuple(made.values())


def _read(text: str, label: str) -> list[tuple[Table, Reference]]:
    whole = parse(text, label)
    whole.keys(("reference",))
    return [(entry, _reference(entry)) for entry in whole.tables("reference")]


def _reference(entry: Table) -> Reference:
    entry.keys(_TEXTS, (*_NAMES, *_AROUND, "names_need_near"))
    made = Reference(
        id=entry.words("id"),
        name=entry.words("name"),
        kind=entry.code("kind", KINDS),
        changed=entry.words("changed"),
        since=entry.words("since"),
        use_instead=entry.words("use_instead"),
        authority=entry.words("authority"),
        names=entry.strings("names"),
        exact=entry.strings("exact"),
        short=entry.strings("short"),
        bare=entry.strings("bare"),
        near=entry.strings("near"),
        not_near=entry.strings("not_near"),
        not_in_document=entry.strings("not_in_document"),
        short_not=entry.strings("short_not"),
        names_need_near=entry.flag("names_need_near"),
    )
    if not _ID.fullmatch(made.id):
        raise entry.error(f"the id {made.id!r} is not of small letters, figures and hyphens", "id")
    if not _is_date(made.since):
        raise entry.error(f"{made.since!r} is no date", "since", todo="Write it as 2013-04-01, 2013-04 or 2013")
    if not (made.names or made.exact or made.short or made.bare):
        raise entry.error("there is nothing to look for", todo=f"Give one of {', '.join(_NAMES)}")
    if made.names_need_near and not made.near:
        raise entry.error("names_need_near asks for words in near", "names_need_near")
    return made


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[: len("2013-04-01")])
    except ValueError:
        return False
    return True
