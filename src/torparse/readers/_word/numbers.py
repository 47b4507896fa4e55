"""Word's automatic numbers, computed from numbering.xml as Word shows them ("4.5", "(a)", "iv.")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from torparse.readers._word.package import Styles, W, number, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def roman(count: int) -> str:
    """``count`` in small Roman figures; figures beyond 3999 and below 1 stay decimal."""
    if not 1 <= count <= 3999:
        return str(count)
    out = ""
    for worth, figure in _ROMAN:
        out += figure * (count // worth)
        count %= worth
    return out


def letters(count: int) -> str:
    """``count`` in small letters as Word counts: a … z, aa, bb …"""
    return str(count) if count < 1 else chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 99)


def ordinal(count: int) -> str:
    """``count`` as 1st, 2nd, 3rd …"""
    teens = 10 <= count % 100 <= 20
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def words(count: int) -> str:
    """``count`` in words up to ninety-nine, with a capital; decimal beyond."""
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _UNITS[count].capitalize()
    tens = _TENS[count // 10 - 2].capitalize()
    return tens + (f"-{_UNITS[count % 10]}" if count % 10 else "")


def shown(count: int, form: str) -> str:
    """``count`` in one of Word's number formats (w:numFmt); an unknown one is decimal, as in Word's fall-back."""
    return _FORMS.get(form, str)(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "ordinal": ordinal,
    "cardinalText": words,
    "none": lambda count: "",
    "bullet": lambda count: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, its number format and text ("%1.%2"), what restarts it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str = ""
    legal: bool = False


_PLAIN = Level()


def _level(element: etree._Element) -> Level:
    start = number(value(element, "w:start"))
    form = value(element, "w:numFmt")
    if form is None:  # newer Word puts formats of its own beside a fall-back
        form = next((one.get(W + "val") for one in element.iter(W + "numFmt") if one.get(W + "val") != "custom"), None)
    legal = element.find(W + "isLgl")
    return Level(
        start=1 if start is None else start,
        form=form or "decimal",
        text=value(element, "w:lvlText") or "",
        restart=number(value(element, "w:lvlRestart")),
        style=value(element, "w:pStyle") or "",
        legal=legal is not None and legal.get(W + "val") not in ("0", "false", "off"),
    )


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the id of what it counts with, its nine levels, those that it starts anew, and the pieces of its labels.

    ``resets`` are for each level the deeper ones that begin anew behind it; ``parts`` are text and, at odd places, the
    level (from 1) whose count stands there.
    """

    abstract: str
    levels: tuple[Level, ...]
    starts: dict[int, int]
    resets: tuple[tuple[int, ...], ...]
    parts: tuple[list[str], ...]


class Numbering:
    """Counts through a document. ``label`` is to be asked once for each numbered paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        if root is not None:
            self._abstract = {one.get(W + "abstractNumId", ""): one for one in root.findall(W + "abstractNum")}
            self._nums = {one.get(W + "numId", ""): one for one in root.findall(W + "num")}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            element = self._nums.get(num)
            if element is None:
                return None
            self._lists[num] = self._read_list(element)
        return self._lists[num]

    def _read_list(self, element: etree._Element) -> _List:
        abstract_id = self._resolve(value(element, "w:abstractNumId") or "")
        abstract = self._abstract.get(abstract_id)
        known: dict[int, Level] = {}
        for one in [] if abstract is None else abstract.findall(W + "lvl"):
            known[number(one.get(W + "ilvl")) or 0] = _level(one)
        starts: dict[int, int] = {}
        for override in element.findall(W + "lvlOverride"):
            at = number(override.get(W + "ilvl")) or 0
            own = override.find(W + "lvl")
            if own is not None:
                known[at] = _level(own)
            start = number(value(override, "w:startOverride"))
            if start is not None:
                starts[at] = start
        levels = tuple(known.get(at, _PLAIN) for at in range(_LEVELS))
        resets = tuple(
            tuple(deeper for deeper in range(at + 1, _LEVELS) if _restarts(levels[deeper], at)) for at in range(_LEVELS)
        )
        return _List(abstract_id, levels, starts, resets, tuple(_PLACE.split(level.text) for level in levels))

    def _resolve(self, abstract_id: str) -> str:
        """Follow a link to a list style (w:numStyleLink) to the list that holds the levels."""
        link = value(self._abstract.get(abstract_id), "w:numStyleLink")
        if not link:
            return abstract_id
        num, _, _ = self._styles.numbering(link)
        return value(self._nums.get(num or ""), "w:abstractNumId") or abstract_id

    def place(self, num: str | None, at: int | None, style: str | None) -> tuple[str, int] | None:
        """The list and level (from 0) of a paragraph, by its own properties or its style's; None without a number.

        ``num`` and ``at`` are the list and the level that the paragraph itself names.
        """
        if num is None:
            num, styled, _ = self._styles.numbering(style)
            found = self._list(num) if num else None
            if found and at is None:
                chain = [name for name, _ in self._styles.chain(style)]
                linked = {level.style: i for i, level in enumerate(found.levels) if level.style}
                at = next((linked[name] for name in chain if name in linked), styled)
        if num is None or num == "0" or self._list(num) is None:
            return None
        return num, min(max(at or 0, 0), _LEVELS - 1)

    def label(self, num: str, at: int) -> str:
        """Count one paragraph of list ``num`` at level ``at`` and give the number that Word shows; "" for a bullet."""
        found = self._list(num)
        if found is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        before = counts[at]
        if at in found.starts and (num, at) not in self._begun:
            counts[at] = found.starts[at]
        else:
            counts[at] = found.levels[at].start if before is None else before + 1
        self._begun.add((num, at))
        for deeper in found.resets[at]:
            counts[deeper] = None
        return self._text(found, counts, at)

    @staticmethod
    def _text(found: _List, counts: list[int | None], at: int) -> str:
        level = found.levels[at]
        if level.form == "bullet":
            return ""
        parts = found.parts[at][:]
        for i in range(1, len(parts), 2):
            place = int(parts[i]) - 1
            other, count = found.levels[place], counts[place]
            form = "decimal" if level.legal and other.form != "none" else other.form
            parts[i] = shown(other.start if count is None else count, form)
        return "".join(parts).strip()


def _restarts(level: Level, behind: int) -> bool:
    """Whether a level begins anew behind a paragraph of the level ``behind`` (w:lvlRestart; 0: never)."""
    return level.restart is None or (level.restart > 0 and behind < level.restart)
