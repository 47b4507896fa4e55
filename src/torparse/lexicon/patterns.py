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

from torparse.lexicon import kept_code
from torparse.lexicon.alternatives import alternatives, groups
from torparse.lexicon.needs import Atom, Need, Place
from torparse.lexicon.needs_table import all_needs, known, read

_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans({"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"})
"""Letters that match others where case is ignored, though ``lower`` leaves or parts them."""
_MOST_TEXTS = 30_000
_MOST_WORDS = 200_000
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
            if not self.bits:
                self._learn(all_needs())  # at once: what is new later costs a look at all texts anew
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
_TEXTS = _WORDS.texts
_KEPT = kept_code.usual()


class _Part:
    """An alternative of a pattern with the bits that it needs; compiled on first use."""

    __slots__ = ("_at", "_of", "_run", "bits")

    def __init__(self, of: Pattern, at: int, bits: int) -> None:
        self.bits = bits
        self._of, self._at = of, at
        self._run: re.Pattern[str] | None = None

    @property
    def run(self) -> re.Pattern[str]:
        """The alternative itself."""
        if self._run is None:
            of, at = self._of, self._at
            self._run = of.run if of.single else _KEPT.compiled(of.pattern, of.flags, at, lambda: of.alternative(at))
        return self._run


class Pattern:
    """A regular expression with the methods of ``re.Pattern``. Safe to share; made by ``compiled``."""

    __slots__ = ("__weakref__", "_always", "_begun", "_groups", "_known", "_run", "_ways", "flags", "pattern", "single")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags)
        self._known = False
        self._groups = -1
        """How many groups it has; -1: not counted yet."""
        self._begun = 0
        """Bits of which a text must have one at least, unless an alternative needs nothing."""
        self._ways: dict[int, tuple[_Part, ...]] = {}
        """By such a bit the alternatives that need it."""
        self._always: tuple[_Part, ...] = ()
        self._run: re.Pattern[str] | None = None
        self.single = False
        """Whether it is its only alternative."""
        _WORDS.add(self)

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r}, {self.flags})"

    def __reduce__(self) -> tuple[Callable[..., Pattern], tuple[str, int]]:
        return compiled, (self.pattern, self.flags)

    @property
    def run(self) -> re.Pattern[str]:
        """The expression itself; raises re.error where it is none."""
        if self._run is None:
            self._run = _KEPT.compiled(self.pattern, self.flags, -1, lambda: self.pattern)
        return self._run

    def alternative(self, at: int) -> str:
        """The expression of an alternative."""
        return alternatives(self.pattern)[at]

    def take(self, parts: Sequence[Sequence[int]]) -> None:
        """Take note of the bits that each alternative needs, the rarest first."""
        ways: dict[int, list[_Part]] = {}
        for at, bits in enumerate(parts):
            ways.setdefault(bits[0] if bits else 0, []).append(_Part(self, at, sum(bits)))
        self._always = tuple(ways.pop(0, ()))
        self._ways = {first: tuple(found) for first, found in ways.items()}
        self._begun = sum(ways)
        self.single = len(parts) == 1
        self._known = True

    def _possible(self, text: str) -> Sequence[_Part]:
        """The alternatives that ``text`` has the words for."""
        found = _TEXTS.get(text)
        if found is None or not self._known:
            found = self._look(text)
        begun = found & self._begun
        if not begun:
            return self._always
        possible = [*self._always]
        while begun:
            first = begun & -begun
            possible += [part for part in self._ways[first] if found & part.bits == part.bits]
            begun ^= first
        return possible

    def _look(self, text: str) -> int:
        """The needs that ``text`` fulfils, where it or the pattern is new."""
        if not self._known:
            _WORDS.settle()
        return _WORDS.of_text(text)

    def _whole(self, found: re.Match[str]) -> bool:
        """Whether the match of an alternative has all groups of the whole expression."""
        if self._groups < 0:
            self._groups = groups(self.pattern)
        return found.re.groups == self._groups

    def _at(self, found: Sequence[re.Match[str]], method: str, text: str, pos: int) -> re.Match[str] | None:
        """The match of the whole where ``found`` are those of its alternatives at one place, by the same method.

        Where one alternative alone matches there, every way through the whole expression leads through it.
        """
        if not found:
            return None
        if len(found) == 1 and self._whole(found[0]):
            return found[0]
        match: re.Match[str] | None = getattr(self.run, method)(text, pos)
        return match

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The first match in ``text`` from ``pos``."""
        # as in _possible, at first: most searches end here, and a call takes longer than all of it
        found = _TEXTS.get(text)
        if found is None or not self._known:
            found = self._look(text)
        if not found & self._begun and not self._always:
            return None
        first: re.Match[str] | None = None
        alone, start = True, -1
        for part in self._possible(text):
            match = (part._run or part.run).search(text, pos)
            if match:
                at = match.start()
                if first is None or at < start:
                    first, start, alone = match, at, True
                elif at == start:
                    alone = False
        if first is None or (alone and self._whole(first)):
            return first
        return (self._run or self.run).match(text, start)

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The match at ``pos``."""
        found = [match for part in self._possible(text) if (match := part.run.match(text, pos))]
        return self._at(found, "match", text, pos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole ``text``."""
        found = [match for part in self._possible(text) if (match := part.run.fullmatch(text))]
        return self._at(found, "fullmatch", text, 0)

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        """All matches from ``pos``."""
        found = self.search(text, pos)
        while found:
            if not found[0]:  # how to go on from an empty match is the expression's own business
                yield from self.run.finditer(text, found.start())
                return
            yield found
            found = self.search(text, found.end())

    def findall(self, text: str) -> list[Any]:
        """The words of all matches, or of their groups."""
        return self.run.findall(text) if self.search(text) else []

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """``text`` with ``repl`` for its matches."""
        return self.run.sub(repl, text, count) if self.search(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """The parts of ``text`` between matches."""
        return self.run.split(text, maxsplit) if self.search(text) else [text]


def compiled(pattern: str, flags: int | re.RegexFlag = 0) -> Pattern:
    """``pattern`` as ``re.compile`` would have it; its syntax is looked at on first use."""
    return Pattern(pattern, int(flags))


def settle() -> None:
    """Find out now what the patterns made so far need, and not on first use."""
    _WORDS.settle()


def keep() -> None:
    """Keep what has been compiled for the next process (``kept_code``)."""
    _KEPT.save()


def forget_texts() -> None:
    """Look at all texts anew, as if none had been searched yet."""
    _WORDS.texts.clear()


def all_patterns() -> Sequence[Pattern]:
    """Every pattern that has been made so far."""
    return _WORDS.all
