"""The bodies in groups by the user's own facts: kind of body, region, year, or any other column of the table.

A fact makes a comparison where it splits the bodies into 2 to 12 groups. Years that would make more than six groups are
put together by decade. Bodies for which the fact is not given are a group of their own and are never left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from torparse.compare import Matrix
from torparse.metadata import Facts

NOT_GIVEN = "not given"
FEWEST, MOST = 2, 12

_YEARS_APART = 6
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"((?:1[89]|20)\d\d)-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Group:
    """The ids of the bodies that have the same value of a fact, in the order of the matrix."""

    value: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A fact with its groups: values from A to Z (numbers by size), "not given" last.

    ``title`` is the fact's name in words.
    """

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A fact that makes no comparison, with how many different values it has."""

    title: str
    values: int


def facets(matrix: Matrix, facts: Facts) -> tuple[tuple[Facet, ...], tuple[Unused, ...]]:
    """The facts that make a comparison, and those that do not, in the order of the table's columns."""
    by_body = {c.id: facts.of(c.document, (c.body.name, *c.body.aliases)) for c in matrix.columns}
    used: list[Facet] = []
    unused: list[Unused] = []
    for name in facts.columns:
        values = {body: _in_words(given.get(name, "")) for body, given in by_body.items()}
        grouped = _by_decade(values)
        spelt = _spellings(grouped.values())
        groups = {word: tuple(b for b, v in grouped.items() if _key(v) == key) for key, word in spelt.items()}
        if FEWEST <= len(groups) <= MOST:
            rest = tuple(body for body, value in grouped.items() if not value)
            made = [Group(word, groups[word]) for word in sorted(groups, key=_order)]
            used.append(Facet(title_of(name), (*made, *([Group(NOT_GIVEN, rest)] if rest else []))))
        else:
            unused.append(Unused(title_of(name), len(groups)))
    return tuple(used), tuple(unused)


def title_of(column: str) -> str:
    """A column's name in words: ``kind_of_body`` is "Kind of body"."""
    words = _in_words(column)
    return words[:1].upper() + words[1:]


def _in_words(code: str) -> str:
    return " ".join(code.replace("_", " ").split())


def _key(value: str) -> str:
    return " ".join(value.casefold().split())


def _spellings(values: Iterable[str]) -> dict[str, str]:
    """Each value once, without regard to case, in its commonest spelling."""
    counts: dict[str, Counter[str]] = {}
    for value in values:
        if value:
            counts.setdefault(_key(value), Counter())[value] += 1
    return {key: min(count, key=lambda word: (-count[word], word)) for key, count in counts.items()}


def _by_decade(values: dict[str, str]) -> dict[str, str]:
    """Years as decades where there are too many of them; days as their years before that. Others as they are."""
    given = [value for value in values.values() if value]
    if given and all(_DAY.fullmatch(value) for value in given):
        values = {body: value[:4] for body, value in values.items()}
    elif not given or not all(_YEAR.fullmatch(value) for value in given):
        return values
    if len({value for value in values.values() if value}) <= _YEARS_APART:
        return values
    return {body: f"{value[:3]}0 to {value[:3]}9" if value else "" for body, value in values.items()}


def _order(word: str) -> tuple[int, float, str]:
    """Numbers by size before words from A to Z."""
    number = re.fullmatch(r"-?\d+(?:\.\d+)?", word)
    return (0, float(word), "") if number else (1, 0.0, word.casefold())
