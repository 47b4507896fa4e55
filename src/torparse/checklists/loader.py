"""From a TOML file to a checklist; a mistake is named with its line and the names that there are."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from torparse import toml_lines
from torparse.checklists import blanks
from torparse.checklists.model import (
    COMPUTED,
    HEADING,
    IMPORTANCE,
    SOURCES,
    TEXT,
    TIERS,
    Checklist,
    ClauseTest,
    Groups,
    Item,
    Part,
)
from torparse.errors import BadData
from torparse.plugins import CHECKLISTS, Plugin, Plugins, plugged
from torparse.toml_lines import Table

DEFAULT = "induction-guide-2009"
_FOLDER = "torparse.checklists"
_TEXTS = ("id", "requirement", "section", "importance", "why", "next_step")
_LISTS, _TABLES = ("given", "true", "not_true"), ("is", "is_or_not_given", "contains", "contains_or_not_given")


def available() -> tuple[str, ...]:
    """The names of the checklists that come with torparse or with another package, in alphabetical order."""
    return tuple(sorted((*_own(), *plugins().made)))


@cache
def _own() -> tuple[str, ...]:
    """The names of the checklists that come with torparse."""
    files = (p.name for p in resources.files(_FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


@cache
def plugins() -> Plugins[Checklist]:
    """The checklists of other packages (docs/plugins.md)."""
    return plugged(CHECKLISTS, _own(), _of_plugin)


def _of_plugin(plugin: Plugin) -> Checklist:
    """The checklist in the file of its name in a package; raises BadData where there is none, or for its mistakes."""
    file = resources.files(plugin.module) / f"{plugin.name}.toml"
    if not file.is_file():
        raise plugin.bad(f"there is no file {plugin.name}.toml in {plugin.module}")
    try:
        return _checklist(toml_lines.parse(file.read_text("utf-8"), file.name), plugin.name)
    except BadData as error:
        raise plugin.bad(str(error).removesuffix(".")) from error


def named(name: str | None) -> Checklist:
    """The checklist of that name, or of a TOML file where it ends so; the usual one for none. Raises BadData."""
    if not name:
        return load()
    return load(Path(name) if name.endswith(".toml") else name)


def load(name: str | Path = DEFAULT) -> Checklist:
    """Read a checklist: one that comes with torparse or another package by its name, or a TOML file by its path.

    Raises BadData, in one line with the place, where there is none, where it is no TOML, or where it holds a key,
    clause type, field, predicate or importance that torparse does not know.
    """
    if isinstance(name, Path):
        label, stem = str(name), name.stem
        if not name.is_file():
            raise BadData("there is no such checklist", where=label, todo="Give the path of a TOML file")
        text = _text(name, label)
    else:
        label, stem = name, name
        if name not in available():
            known = ", ".join(available())
            raise BadData("there is no checklist of this name", where=name, todo=f"The ones there are: {known}")
        if name in plugins().made:
            return plugins().made[name]
        text = (resources.files(_FOLDER) / f"{name}.toml").read_text("utf-8")
    return _checklist(toml_lines.parse(text, label), stem)


def _text(path: Path, label: str) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData("this checklist cannot be read as UTF-8 text", where=label) from error


def _checklist(table: Table, name: str) -> Checklist:
    table.keys(("title", "source", "item"), ("tier",))
    taken: set[str] = set()
    items = []
    for one in table.tables("item"):
        item = _item(one)
        if item.id in taken:
            raise one.error(f"the id {item.id} is used twice", "id", todo="Give every item an id of its own")
        taken.add(item.id)
        items.append(item)
    tier = table.code("tier", TIERS, "full")
    return Checklist(name, table.words("title"), table.words("source"), tuple(items), tier)


def _item(table: Table) -> Item:
    by_person, computed = table.flag("by_person"), "computed" in table.data
    tests = ("part", "covers", "enough")
    if by_person and any(key in table.data for key in tests):
        raise table.error("an item by_person has no tests", todo="Take out by_person, or part and covers")
    others = ("wording", "source", "unseen", "by_person", "computed", "only_if", "subject")
    if by_person or computed:
        table.keys(_TEXTS, others)
    else:
        table.keys((*_TEXTS, "part", "covers"), ("enough", "mention_counts", "at_least", *others))
    if ("only_if" in table.data) != ("subject" in table.data):
        raise table.error("only_if needs a subject, and a subject needs only_if")
    parts = tuple(map(_part, table.tables("part"))) if "part" in table.data else ()
    template = _template(table)
    return Item(
        id=table.words("id"),
        requirement=table.words("requirement"),
        section=table.words("section"),
        importance=table.code("importance", IMPORTANCE),
        why=table.words("why"),
        next_step=table.words("next_step"),
        wording=blanks.plain(template),
        template=template,
        parts=parts,
        covers=_tests(table, "covers"),
        enough=_tests(table, "enough"),
        mention_counts=table.flag("mention_counts", True),
        by_person=by_person,
        source=table.code("source", SOURCES, "guide"),
        at_least=_at_least(table, len(parts)),
        only_if=_tests(table, "only_if"),
        subject=table.words("subject", ""),
        unseen=table.words("unseen", ""),
        computed=table.code("computed", COMPUTED) if computed else "",
    )


def _at_least(table: Table, parts: int) -> int:
    number = table.data.get("at_least", 0)
    if "at_least" in table.data and (type(number) is not int or not 1 <= number < parts):
        raise table.error(f"at_least is a whole number from 1 to {parts - 1}, one less than the parts", "at_least")
    return int(number)


def _part(table: Table) -> Part:
    table.keys(("label",), ("any", "supplied", "wording"))
    label, supplied = table.words("label"), table.flag("supplied")
    if supplied is ("any" in table.data):
        raise table.error(f"the part {label!r} needs either tests under 'any' or supplied = true")
    return Part(label, _tests(table, "any"), supplied, _template(table))


def _template(table: Table) -> str:
    """The wording with its blanks, "" where there is none."""
    template = table.words("wording", "")
    try:
        blanks.plain(template)
    except KeyError as error:
        known = ", ".join(blanks.WORDS)
        what = f"the wording has no blank {error.args[0]!r}"
        raise table.error(what, "wording", todo=f"The ones there are: {known}, and verbs such as keeps|keep") from error
    return template


def _tests(table: Table, key: str) -> tuple[ClauseTest, ...]:
    return tuple(map(_test, table.tables(key))) if key in table.data else ()


def _test(table: Table) -> ClauseTest:
    table.keys(("type",), (*_LISTS, *_TABLES, "says", "under"), what="predicate")
    kind = table.words("type")
    known = _fields(kind, table)
    named: dict[str, Any] = {key: table.strings(key) for key in _LISTS}
    for key in _TABLES:
        inner = table.table(key)
        named[key] = MappingProxyType({name: inner.values(name) for name in inner.data})
    for key, names in named.items():
        for name in names:
            if name not in known:
                fields_ = f"Use {', '.join(known)}" if known else "Its predicates are says and under"
                raise table.error(f"a {kind} clause has no field {name!r}", key, todo=fields_)
    named["is_"] = named.pop("is")
    groups, under = _groups(table, "says"), _groups(table, "under")
    if kind in (TEXT, HEADING) and not groups:
        raise table.error(f"a test of the {kind} needs says", todo='Write says = [["word", "other word"]]')
    if under and kind != TEXT:
        raise table.error("under is for tests of the text", "under")
    return ClauseTest(kind, says=groups, under=under, **named)


def _groups(table: Table, key: str) -> Groups:
    groups = table.values(key)
    for number, group in enumerate(groups):
        if not isinstance(group, list) or not group or not all(isinstance(w, str) and w.strip() for w in group):
            raise table.error(f"{key} is a list of lists of words", key, number, todo='Write [["word", "other word"]]')
    return tuple(tuple(group) for group in groups)


def _fields(kind: str, table: Table) -> tuple[str, ...]:
    from torparse.clauses import types

    if kind in (TEXT, HEADING):
        return ()
    if kind not in types():
        known = ", ".join((*types(), TEXT, HEADING))
        raise table.error(f"unknown clause type {kind!r}", "type", todo=f"Use one of {known}")
    return tuple(f.name.rstrip("_") for f in fields(types()[kind].value))
