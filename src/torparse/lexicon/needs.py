"""What a text must hold for a regular expression to match: words, parts of words and signs, read from the expression.

Most rules look for words that most sentences do not have. ``needs`` reads a pattern's own syntax tree and gives, for
each thing that every match must hold, the words or parts of words that would do. A text without any of them cannot
match, so the pattern need not be run on it. Nothing is declared by hand: a new rule brings its own needs. What the
reading does not understand it takes for "anything", which never hides a match.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from math import prod
from typing import Any, NamedTuple

_parser: Any = importlib.import_module("re._parser")  # the tree as the standard library itself reads it


class Place(IntEnum):
    """Where in a word an atom stands."""

    WHOLE = 0
    START = 1
    END = 2
    INSIDE = 3
    DIGIT = 4
    """Any word with a digit; the atom has no letters."""
    SIGN = 5
    """One of SIGNS, or a row of the same, anywhere in the text."""


class Atom(NamedTuple):
    """A word or a part of one, in lower case, or a sign."""

    place: Place
    letters: str


Need = frozenset[Atom]
"""Atoms of which a text must hold one at least."""
All = tuple[Need, ...]
"""Needs of which a text must fulfil each, the rarest first."""


SIGNS = "?[]()_:;%£/…\"'&-–—½⅓⅔¼¾"
_DIGIT = Atom(Place.DIGIT, "")
_EDGE, _GAP, _OTHER = "|", " ", "\u00e6"
"""In a run: the edge of a word; a character that is part of no word; one that is, but is no plain letter or digit."""
_OUTSIDE = (_EDGE, _GAP, *(sign for sign in SIGNS if not sign.isalnum() and sign != "_"))
_MOST_RUNS = 96
_MOST_NEEDS = 4
_MOST_OF_CLASS = 12
_MOST_SIGNS = 4
_DIGITS = frozenset("0123456789")
_TOO_COMMON = 0.9
"""A need that so many sentences in one fulfil spares nothing."""
_PIECE = re.compile(r"[a-z0-9]+")
_SIGN = re.compile(f"[{re.escape(SIGNS)}]")

_COMMON = {
    "the": 0.7, "of": 0.5, "and": 0.5, "to": 0.45, "a": 0.35, "in": 0.3, "be": 0.3, "will": 0.25, "for": 0.25,
    "by": 0.2, "shall": 0.15, "is": 0.15, "or": 0.2, "any": 0.12, "on": 0.15, "with": 0.12, "as": 0.15, "that": 0.12,
    "at": 0.15, "are": 0.12, "members": 0.15, "member": 0.08, "meeting": 0.12, "meetings": 0.1, "board": 0.15,
    "partnership": 0.12, "group": 0.08, "from": 0.1, "not": 0.1, "may": 0.1, "an": 0.1, "its": 0.07, "this": 0.08,
    "chair": 0.08, "all": 0.1, "each": 0.06, "their": 0.07, "which": 0.07, "have": 0.06, "who": 0.05, "it": 0.08,
    "must": 0.05, "-": 0.2, "(": 0.1, ")": 0.1, "'": 0.1, ":": 0.1, "/": 0.04,
}  # fmt: skip
"""How many sentences in one hold a word or sign, about: only to tell which needs spare most."""
_BASE = {1: 0.5, 2: 0.25, 3: 0.06, 4: 0.025}


@dataclass(frozen=True, slots=True)
class _Read:
    """A part of a pattern: all the ``runs`` of characters that it can be (None: too many), else what it ``needs``."""

    runs: frozenset[str] | None
    needs: All = ()


_ANYTHING = _Read(None)
_EMPTY = frozenset([""])
_NEVER: Need = frozenset()
"""A need that nothing fulfils."""


def needs(pattern: str, flags: int) -> All:
    """What a text must hold for ``pattern`` to match anywhere in it; raises re.error where it is no expression."""
    tree = _parser.parse(pattern, flags)
    if tree.state.flags & (re.ASCII | re.LOCALE):
        return ()  # words end elsewhere there
    found = set(_needs_of(_sequence(list(tree), "", ""), "", ""))
    return tuple(need for need in sorted(found, key=_order) if _often(need) < _TOO_COMMON)[:_MOST_NEEDS]


@cache
def _order(need: Need) -> tuple[float, list[Atom]]:
    return _often(need), sorted(need)


def _sequence(items: Sequence[tuple[Any, Any]], left: str, right: str) -> _Read:
    """Items in a row. ``left`` and ``right`` are _EDGE where a word is sure to begin, or to end, there."""
    runs, before = _EMPTY, left
    found: list[Need] = []
    broken = False
    for i, (op, given) in enumerate(items):
        if str(op) == "LITERAL":
            runs = frozenset(head + _sign(given) for head in runs)
            continue
        begins = _EDGE if all((before + run).endswith(_OUTSIDE) for run in runs) else ""
        ends = right if i + 1 == len(items) else _EDGE if _is_edge(*items[i + 1]) else ""
        read = _item(str(op), given, begins, ends)
        found += read.needs
        if read.runs is not None and len(runs) * len(read.runs) <= _MOST_RUNS:
            runs = frozenset(head + tail for head in runs for tail in read.runs)
            continue
        found += _of_runs(runs, before, "")
        broken = True
        runs, before = (_EMPTY, "") if read.runs is None else (read.runs, begins)
    if broken or found:
        return _Read(None, (*found, *_of_runs(runs, before, right)))
    return _Read(runs)


def _item(op: str, given: Any, left: str, right: str) -> _Read:
    """One node of the tree; what is not known here can be anything."""
    match op:
        case "LITERAL":
            return _Read(frozenset([_sign(given)]))
        case "IN":
            return _class(given)
        case "AT":
            return _Read(_EMPTY if str(given) == "AT_NON_BOUNDARY" else frozenset([_EDGE]))
        case "ASSERT":
            ahead = _sequence(list(given[1]), "", "")
            return _Read(_EMPTY, _needs_of(ahead, "", ""))
        case "ASSERT_NOT" if given[1]:
            return _Read(_EMPTY)
        case "FAILURE" | "ASSERT_NOT":  # "(?!)" never matches
            return _Read(_EMPTY, (_NEVER,))
        case "SUBPATTERN":
            return _sequence(list(given[3]), left, right)
        case "ATOMIC_GROUP":
            return _sequence(list(given), left, right)
        case "BRANCH":
            return _branch([_sequence(list(one), left, right) for one in given[1]], left, right)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(given[0], given[1], list(given[2]), left, right)
    return _ANYTHING


def _branch(parts: Sequence[_Read], left: str, right: str) -> _Read:
    """Any of ``parts``: together all their runs, or else the atoms of which each needs one."""
    joined = frozenset(run for part in parts for run in part.runs or ())
    if all(part.runs is not None for part in parts) and len(joined) <= _MOST_RUNS:
        return _Read(joined)
    best = [min(_needs_of(part, left, right), key=_order, default=None) for part in parts]
    if None in best:
        return _ANYTHING
    return _Read(None, (frozenset(atom for need in best if need for atom in need),))


def _repeat(least: int, most: int, items: Sequence[tuple[Any, Any]], left: str, right: str) -> _Read:
    once = _sequence(items, left, right if most == 1 else "")
    if once.runs and once.runs <= {*_OUTSIDE} and (most > 1 or once.runs == frozenset([_GAP])):
        row = _row(least, items) if least > 1 else ()
        return _Read(frozenset([_GAP] if least else ["", _GAP]), row)
    if most == 1:
        return once if least else _Read(None if once.runs is None else once.runs | _EMPTY)
    return _Read(None, _needs_of(once, left, "")) if least else _ANYTHING


def _row(least: int, items: Sequence[tuple[Any, Any]]) -> All:
    """A row of the same sign ("....") is an atom by itself."""
    op, given = items[0]
    if len(items) > 1 or str(op) != "LITERAL" or chr(given).isalnum() or chr(given).isspace():
        return ()
    return (frozenset([Atom(Place.SIGN, chr(given) * least)]),)


def _class(given: Sequence[tuple[Any, Any]]) -> _Read:
    """A set of characters: what each of them is, where they are few; a digit is an atom of its own."""
    signs: set[str] = set()
    for op, one in given:
        name = str(op)
        if name == "LITERAL":
            signs.add(_sign(one))
        elif name == "RANGE" and one[1] - one[0] < _MOST_OF_CLASS:
            signs |= {_sign(code) for code in range(one[0], one[1] + 1)}
        elif name == "CATEGORY" and str(one) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            signs.add(_GAP)
        elif name == "CATEGORY" and str(one) == "CATEGORY_DIGIT":
            signs |= _DIGITS
        else:  # also NEGATE
            return _Read(frozenset([_GAP])) if _no_word(given) else _ANYTHING
    if signs <= _DIGITS:
        return _Read(None, (frozenset([_DIGIT]),))
    if len(signs) > _MOST_SIGNS and signs <= {*_OUTSIDE}:
        return _Read(frozenset([_GAP]))
    return _Read(frozenset(signs)) if len(signs) <= _MOST_OF_CLASS else _ANYTHING


def _no_word(given: Sequence[tuple[Any, Any]]) -> bool:
    """Whether a set is "anything but" a class that holds all characters of words."""
    names = [str(one) for op, one in given if str(op) == "CATEGORY"]
    return str(given[0][0]) == "NEGATE" and "CATEGORY_WORD" in names


def _is_edge(op: Any, given: Any) -> bool:
    """Whether a word is sure to have ended where this node begins."""
    name = str(op)
    if name == "MAX_REPEAT" and given[0] and len(given[2]) == 1:
        return _is_edge(*given[2][0])
    read = _item(name, given, "", "") if name in ("LITERAL", "IN", "AT") else _ANYTHING
    return read.runs is not None and all(run.startswith(_OUTSIDE) for run in read.runs)


@cache
def _sign(code: int) -> str:
    """The character of that number as it stands in a run."""
    character = chr(code)
    lower = character.lower()
    if _PIECE.fullmatch(lower) or lower in SIGNS:
        return lower
    return _OTHER if character.isalnum() else _GAP


def _needs_of(read: _Read, left: str, right: str) -> All:
    return read.needs if read.runs is None else (*read.needs, *_of_runs(read.runs, left, right))


def _of_runs(runs: Iterable[str], left: str, right: str) -> list[Need]:
    """The needs of a place where any of ``runs`` stands: all words of a single one, else one word of each."""
    words = [_atoms(left + run + right) for run in runs]
    if not all(words):
        return []
    if len(words) == 1:
        return [frozenset([atom]) for atom in words[0]]
    return [frozenset(min(found, key=lambda atom: (_frequency(atom), atom)) for found in words)]


@cache
def _atoms(run: str) -> tuple[Atom, ...]:
    return tuple(_words_of(run))


def _words_of(run: str) -> Iterator[Atom]:
    for piece in _PIECE.finditer(run):
        begins = run[: piece.start()].endswith(_OUTSIDE)
        ends = run[piece.end() :].startswith(_OUTSIDE)
        place = {(True, True): Place.WHOLE, (True, False): Place.START, (False, True): Place.END}
        yield Atom(place.get((begins, ends), Place.INSIDE), piece[0])
    for sign in _SIGN.findall(run):
        yield Atom(Place.SIGN, sign)


@cache
def _often(need: Need) -> float:
    """How many texts in one fulfil the need, about."""
    return 1 - prod(1 - min(_frequency(atom), 1.0) for atom in need)


@cache
def _frequency(atom: Atom) -> float:
    """How many texts in one hold the atom, about."""
    if atom.place is Place.DIGIT:
        return 0.2
    if atom.place in (Place.WHOLE, Place.SIGN):
        return _COMMON.get(atom.letters, 0.01)
    held = sum(often for word, often in _COMMON.items() if stands(atom, word))
    return _BASE.get(len(atom.letters), 0.01) + held


def stands(atom: Atom, word: str) -> bool:
    """Whether ``word`` (in lower case) holds ``atom`` where it has to stand."""
    match atom.place:
        case Place.WHOLE:
            return word == atom.letters
        case Place.START:
            return word.startswith(atom.letters)
        case Place.END:
            return word.endswith(atom.letters)
        case Place.DIGIT:
            return any(map(str.isdecimal, word))
    return atom.letters in word
