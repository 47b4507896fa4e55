"""Where the sentences of a document stand in another version of it: the same place, another place, or nowhere.

A number that went up because a section was put in before is no move. So sentences and headings of both versions are
aligned, and a sentence is in its place where its aligned neighbours are.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from torparse.diff.wording import key, unlabelled
from torparse.model import Evidence, Record
from torparse.passages import Passages

_SENTENCE = 24  # letters from which on a run of words is not met by chance
_AROUND = 2  # passages on either side that are to be the same


class Version:
    """One version of a document: its sentences and headings in order, and its wording as a whole.

    ``named`` makes the names of bodies one with those of the other version.
    """

    def __init__(self, record: Record, named: Callable[[str], str]) -> None:
        self._named = named
        self._passages = Passages(record)
        headings = self._passages.headings()
        found = {(run.start, run.end): run for run in headings}
        # a heading with its number in it is found as a sentence, too
        others = (run for run in self._passages.all() if not any(h.start <= run.start < h.end for h in headings))
        found |= {(run.start, run.end): run for run in others}
        self._headings = {(run.start, run.end) for run in headings}
        self.passages: tuple[Evidence, ...] = tuple(found[place] for place in sorted(found) if self.words(found[place]))
        self.keys = [self.words(run) for run in self.passages]
        self._ends = [run.end for run in self.passages]
        whole = named(record.document.text)
        self._whole, self._words = key(whole), _spaced(whole)
        self.titles = {self._title(section.title) for section in record.sections}

    def bare(self, run: Evidence) -> str:
        """A passage without its number or letter, with the names that bodies have in both versions."""
        return self._named(unlabelled(run.quote, heading=(run.start, run.end) in self._headings))

    def words(self, run: Evidence) -> str:
        """What of a passage counts as its wording."""
        return key(self.bare(run))

    def says(self, quotes: Iterable[str]) -> bool:
        """Whether the words of every quote stand somewhere in this version.

        Quotes of the other version have the names that bodies have in both.
        """
        return all(self._says(quote) for quote in quotes)

    def _says(self, words: str) -> bool:
        # a sentence may be broken otherwise ("two- thirds"), but a word or two would be found within other words
        run = key(words)
        return run in self._whole if len(run) >= _SENTENCE else _spaced(words) in self._words

    def at(self, run: Evidence) -> range:
        """The passages that a run of the text overlaps, by number; the next one where it overlaps none."""
        first = bisect.bisect_right(self._ends, run.start)
        last = first
        while last < len(self.passages) and self.passages[last].start < run.end:
            last += 1
        return range(first, max(last, first + 1))

    def title(self, run: Evidence) -> str:
        """The title of the section that a run stands in, as a wording to compare."""
        return self._title(self._passages.title(run))

    def _title(self, title: str) -> str:
        return key(self._named(unlabelled(title, heading=True)))


def _spaced(text: str) -> str:
    """The words of a text with a space on either side of each."""
    return f" {' '.join(word for word in map(key, text.split()) if word)} "


class Places:
    """The alignment of two versions."""

    def __init__(self, old: Version, new: Version) -> None:
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        matcher = SequenceMatcher(None, old.keys, new.keys, autojunk=False)
        for a, b, size in matcher.get_matching_blocks():
            self.pairs.update((a + n, b + n) for n in range(size))
        self._anchors = sorted(self.pairs)

    def moved(self, old: Evidence, new: Evidence) -> bool:
        """Whether a run stands in another place of the new version than in the old one."""
        before, after = self.old.at(old), self.new.at(new)
        low, high = self._between(before)
        if after.stop - 1 < low or after.start > high:
            return True
        one, other = self.old.title(old), self.new.title(new)
        return one != other and one in self.new.titles and other in self.old.titles and bool(one and other)

    def same_around(self, runs: Iterable[Evidence], *, of_new: bool = False) -> bool:
        """Whether runs of one version stand in the other with the same words before and behind, under the same title.

        ``of_new`` says that the runs are the new version's.
        """
        pairs = {b: a for a, b in self.pairs.items()} if of_new else self.pairs
        here, there = (self.new, self.old) if of_new else (self.old, self.new)
        for run in runs:
            at = here.at(run)
            if at.start not in pairs:
                return False
            shift = pairs[at.start] - at.start
            around = range(at.start - _AROUND, at.stop + _AROUND)
            if any(
                pairs.get(n, n + shift) != n + shift or (n in range(len(here.keys))) != (n in pairs) for n in around
            ):
                return False
            if here.title(run) != there.title(there.passages[pairs[at.start]]):
                return False
        return True

    def gaps(self) -> list[tuple[range, range]]:
        """The passages, old and new, that stand between aligned ones, gap by gap."""
        found = []
        last_old = last_new = -1
        for a, b in [*sorted(self.pairs.items()), (len(self.old.keys), len(self.new.keys))]:
            if a > last_old + 1 or b > last_new + 1:
                found.append((range(last_old + 1, a), range(last_new + 1, b)))
            last_old, last_new = a, b
        return found

    def _between(self, before: range) -> tuple[int, int]:
        """The first and last passage of the new version that are the place of the old passages ``before``."""
        own = [self.pairs[n] for n in before if n in self.pairs]
        if own:
            return min(own), max(own)
        after = bisect.bisect_left(self._anchors, before.start)
        low = self.pairs[self._anchors[after - 1]] + 1 if after else 0
        high = self.pairs[self._anchors[after]] - 1 if after < len(self._anchors) else len(self.new.keys)
        return low, max(low, high)
