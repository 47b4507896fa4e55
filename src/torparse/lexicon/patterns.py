"""Regular expressions that are run only on texts that can match them.

``compiled`` is for module-level patterns of rules and structure what ``re.compile`` is elsewhere; the results are the
same. Before a pattern is run, the words of the text are looked up: each word is known by the needs (see ``needs``) that
it fulfils, as bits of one number, and a text by those of all its words. A text that lacks a bit of the pattern's cannot
match. Patterns are read for their needs, and compiled, on first use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import RLock
from typing import Any

from torparse.lexicon.alternatives import alternatives
from torparse.lexicon.needs import Atom, Need, Place
from torparse.lexicon.needs_table import known, read

_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans({"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"})
"""Letters that match others where case is ignored, though ``lower`` leaves or parts them."""
_MOST_TEXTS = 30_000
_MOST_WORDS = 200_000
_OFTEN = 50
"""From so many searches on, compiling the alternatives of a pattern is worth it."""
_LONGEST = 40  # characters of a word whose parts are all looked up


class _Words:
    """The needs that are known, and what words and texts fulfil of them."""

    def __init__(self) -> None:
        self.all: list[Pattern] = []
        self.waiting: list[Pattern] = []
        self.bits: dict[Need, int] = {}
        self.atoms: dict[Place, dict[str, int]] = {place: {} for place in Place}
        self.words: dict[str, int] = {}
        self.texts: dict[str, int] = {}
        self._changing = RLock()

    def add(self, pattern: Pattern) -> None:
        """Take note of a pattern; it is read when it is first used."""
        with self._changing:
            self.all.append(pattern)
            self.waiting.append(pattern)

    def settle(self) -> None:
        """Find out what the patterns need of which nobody has asked yet. New needs are looked for in texts anew.

        One thread at a time, and the others wait: a pattern that is not known yet would seem to match nothing, and a
        text that was looked at before a need was new would seem to lack it.
        """
        with self._changing:
            waiting, self.waiting = self.waiting, []
            asked = [known(one.pattern, one.flags) or read(one.pattern, one.flags) for one in waiting]
            self._learn(need for parts in asked for needs in parts for need in needs)
            for one, parts in zip(waiting, asked, strict=True):
                one.take([[self.bits[need] for need in needs] for needs in parts])

    def _learn(self, needs: Iterable[Need]) -> None:
        new = [need for need in dict.fromkeys(needs) if need not in self.bits]
        found: dict[Atom, int] = {}
        for need in new:
            self.bits[need] = bit = 1 << len(self.bits)
            for atom in need:
                found[atom] = found.get(atom, 0) | bit
        for (place, letters), bits in found.items():
            self.atoms[place][letters] = self.atoms[place].get(letters, 0) | bits
        if new:
            self.words.clear()
            self.texts.clear()

    def of_text(self, text: str) -> int:
        """The needs that the words of ``text`` fulfil."""
        with self._changing:
            return self._of_text(text)

    def _of_text(self, text: str) -> int:
        plain = text if text.isascii() else text.translate(_FOLDED)
        found, words = 0, self.words
        for word in set(_WORD.findall(plain.lower())):
            known = words.get(word)
            found |= self._of_word(word) if known is None else known
        for sign, bits in self.atoms[Place.SIGN].items():
            if sign in plain:
                found |= bits
        if len(self.texts) >= _MOST_TEXTS:
            self.texts.clear()
        self.texts[text] = found
        return found

    def _of_word(self, word: str) -> int:
        atoms, found = self.atoms, self.atoms[Place.WHOLE].get(word, 0)
        for at in range(len(word)):
            found |= atoms[Place.START].get(word[: at + 1], 0) | atoms[Place.END].get(word[at:], 0)
        if any(map(str.isdecimal, word)):
            found |= atoms[Place.DIGIT].get("", 0)
        inside = atoms[Place.INSIDE]
        if len(word) > _LONGEST:
            for letters, bits in inside.items():
                found |= bits if letters in word else 0
        else:
            for start in range(len(word)):
                for end in range(start + 1, len(word) + 1):
                    found |= inside.get(word[start:end], 0)
        if len(self.words) >= _MOST_WORDS:
            self.words.clear()
        self.words[word] = found
        return found


_WORDS = _Words()


class _Part:
    """An alternative of a pattern with the bits that it needs; compiled on first use."""

    __slots__ = ("_at", "_of", "_search", "bits")

    def __init__(self, of: Pattern, at: int, bits: int) -> None:
        self.bits = bits
        self._of, self._at = of, at
        self._search: Callable[[str, int], re.Match[str] | None] | None = None

    def search(self, text: str, pos: int) -> re.Match[str] | None:
        if self._search is None:
            self._search = re.compile(alternatives(self._of.pattern)[self._at], self._of.flags).search
        return self._search(text, pos)


class Pattern:
    """A regular expression with the methods of ``re.Pattern``. Safe to share; made by ``compiled``."""

    __slots__ = ("__weakref__", "_always", "_begun", "_known", "_run", "_times", "_ways", "flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags)
        self._known = False
        self._times = 0
        """How often it has been searched for, up to _OFTEN."""
        self._begun = 0
        """Bits of which a text must have one at least, unless an alternative needs nothing."""
        self._ways: dict[int, tuple[_Part, ...]] = {}
        """By such a bit the alternatives that need it."""
        self._always: tuple[_Part, ...] = ()
        self._run: re.Pattern[str] | None = None
        _WORDS.add(self)

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r}, {self.flags})"

    def __reduce__(self) -> tuple[Callable[..., Pattern], tuple[str, int]]:
        return compiled, (self.pattern, self.flags)

    @property
    def run(self) -> re.Pattern[str]:
        """The expression itself; raises re.error where it is none."""
        if self._run is None:
            self._run = re.compile(self.pattern, self.flags)
        return self._run

    def take(self, parts: Sequence[Sequence[int]]) -> None:
        """Take note of the bits that each alternative needs, the rarest first."""
        ways: dict[int, list[_Part]] = {}
        for at, bits in enumerate(parts):
            ways.setdefault(bits[0] if bits else 0, []).append(_Part(self, at, sum(bits)))
        self._always = tuple(ways.pop(0, ()))
        self._ways = {first: tuple(found) for first, found in ways.items()}
        self._begun = sum(ways)
        self._known = True

    def _possible(self, text: str) -> Sequence[_Part]:
        """The alternatives that ``text`` has the words for."""
        if not self._known:
            _WORDS.settle()
        found = _WORDS.texts.get(text)
        if found is None:
            found = _WORDS.of_text(text)
        begun = found & self._begun
        if not begun:
            return self._always
        possible = [*self._always]
        while begun:
            first = begun & -begun
            possible += [part for part in self._ways[first] if found & part.bits == part.bits]
            begun ^= first
        return possible

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The first match in ``text`` from ``pos``."""
        possible = self._possible(text)
        if not possible:
            return None
        if self._times < _OFTEN:
            self._times += 1
            return (self._run or self.run).search(text, pos)
        starts = [match.start() for part in possible if (match := part.search(text, pos))]
        return (self._run or self.run).match(text, min(starts)) if starts else None

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The match at ``pos``."""
        return (self._run or self.run).match(text, pos) if self._possible(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole ``text``."""
        return (self._run or self.run).fullmatch(text) if self._possible(text) else None

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        """All matches from ``pos``."""
        first = self.search(text, pos)
        return (self._run or self.run).finditer(text, first.start()) if first else iter(())

    def findall(self, text: str) -> list[Any]:
        """The words of all matches, or of their groups."""
        return (self._run or self.run).findall(text) if self._possible(text) else []

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """``text`` with ``repl`` for its matches."""
        return (self._run or self.run).sub(repl, text, count) if self._possible(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """The parts of ``text`` between matches."""
        return (self._run or self.run).split(text, maxsplit) if self._possible(text) else [text]


def compiled(pattern: str, flags: int | re.RegexFlag = 0) -> Pattern:
    """``pattern`` as ``re.compile`` would have it; its syntax is looked at on first use."""
    return Pattern(pattern, int(flags))


def all_patterns() -> Sequence[Pattern]:
    """Every pattern that has been made so far."""
    return _WORDS.all
