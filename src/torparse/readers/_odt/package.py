"""The parts of an OpenDocument text: content and styles, with the lists' levels. Names are those of ODF 1.3, part 3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from torparse.readers._base import said
from torparse.readers._word import package as _word_package
from torparse.readers._word.numbers import shown
from torparse.readers._word.package import number

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE = (f"{_ODF}{name}:1.0}}" for name in ("text", "table", "office", "style"))
DRAW = f"{_ODF}drawing:1.0}}"
FO = f"{_ODF}xsl-fo-compatible:1.0}}"
_NUMBER, _BULLET, _IMAGE = (TEXT + f"list-level-style-{kind}" for kind in ("number", "bullet", "image"))
_OUTLINE = TEXT + "outline-level-style"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile(r"%(\d{1,2})%")
_HEADING = re.compile(r"heading(?:_20_|\s)?([1-9])$", re.IGNORECASE)
_LEVELS = 10


class Package(_word_package.Package):
    """The parts of one file; raises UnreadableInput wherever the file is not what it should be."""

    kind = "OpenDocument"

    def _main_part(self) -> str:
        if not self.has("content.xml"):
            self.refuse()
        if self.has("META-INF/manifest.xml") and b"encryption-data" in self.raw("META-INF/manifest.xml"):
            raise self.source.unreadable("is protected with a password", "Remove the password and save it again")
        return "content.xml"

    def running(self) -> tuple[str, ...]:
        """What the headers and footers say, each text once."""
        if not self.has("styles.xml"):
            return ()
        root = self.part("styles.xml")
        found = []
        for kind in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first"):
            for one in root.iter(STYLE + kind):
                lines = ("".join(each.itertext()).strip() for each in one.iter(TEXT + "p"))
                found.append("\n".join(line for line in lines if line))
        return said(found)

    def refuse(self) -> None:
        """Raise UnreadableInput for a zip file without an OpenDocument text in it."""
        if self.has("encrypted-package"):
            raise self.source.unreadable("is protected with a password", "Remove the password and save it again")
        raise self.source.unreadable("is a zip archive, not an OpenDocument text", "Unpack it and give the documents")

    def roots(self) -> list[etree._Element]:
        """The roots that hold styles, the more special ones first."""
        return [self.part(name) for name in ("content.xml", "styles.xml") if self.has(name)]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format ("" for none), what stands around it, how many levels are shown."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    display: int = 1
    start: int = 1
    pattern: str = ""


def _level(element: etree._Element) -> Level:
    if element.tag in (_BULLET, _IMAGE):
        return Level()
    return Level(
        form=_FORMS.get(element.get(STYLE + "num-format", ""), ""),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        display=number(element.get(TEXT + "display-levels")) or 1,
        start=_or_one(number(element.get(TEXT + "start-value"))),
        pattern=element.get(STYLE + "num-list-format", ""),
    )


def _or_one(found: int | None) -> int:
    return 1 if found is None else found


class Styles:
    """Paragraph, text and list styles by name."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._paragraph: dict[str, etree._Element] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self.hidden: set[str] = set()
        self._bold: dict[str, bool] = {}  # styles that say whether their text is bold
        for root in roots:
            for style in root.iter(STYLE + "style"):
                name = style.get(STYLE + "name", "")
                if style.get(STYLE + "family") == "paragraph":
                    self._paragraph.setdefault(name, style)
                properties = style.find(STYLE + "text-properties")
                if properties is None:
                    continue
                if properties.get(TEXT + "display") == "none":
                    self.hidden.add(name)
                weight = properties.get(FO + "font-weight")
                if weight is not None:
                    self._bold.setdefault(name, weight not in ("normal", "lighter", "100", "200", "300", "400", "500"))
            for one in root.iter(TEXT + "list-style"):
                self.lists.setdefault(one.get(STYLE + "name", ""), dict(_levels(one)))
            for one in root.iter(TEXT + "outline-style"):
                self.outline = dict(_levels(one))

    def chain(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """A paragraph style and those that it inherits from, nearest first; a circle is cut."""
        seen: set[str] = set()
        while name in self._paragraph and name not in seen:
            seen.add(name)
            yield name, self._paragraph[name]
            name = self._paragraph[name].get(STYLE + "parent-style-name", "")

    def is_bold(self, name: str | None) -> bool:
        """Whether a paragraph style makes its text bold."""
        return next((self._bold[one] for one, _ in self.chain(name) if one in self._bold), False)

    def span_is_bold(self, name: str | None, around: bool) -> bool:
        """Whether a text style makes its words bold, ``around`` being whether those around it are."""
        return self._bold.get(name or "", around)

    def heading_level(self, name: str | None) -> int:
        """The depth of a heading by its style's name, for a paragraph that is not marked as one; else 0."""
        parents = (style.get(STYLE + "parent-style-name", "") for _, style in self.chain(name))
        for one in [name or "", *parents]:
            if one == "Title":
                return 1
            match = _HEADING.match(one)
            if match:
                return int(match[1])
        return 0

    def list_of(self, name: str | None) -> str:
        """The list style that a paragraph style brings, or an empty string."""
        for _, style in self.chain(name):
            found = style.get(STYLE + "list-style-name")
            if found is not None:
                return found
        return ""


def _levels(element: etree._Element) -> Iterator[tuple[int, Level]]:
    for one in element:
        if one.tag in (_NUMBER, _BULLET, _IMAGE, _OUTLINE):
            yield number(one.get(TEXT + "level")) or 1, _level(one)


class Counter:
    """Counts one list (or the outline); levels from 1."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self.levels = levels
        self._counts: list[int | None] = [None] * (_LEVELS + 1)

    def label(self, at: int, start: int | None = None) -> str:
        """Count one paragraph at level ``at`` (from ``start`` where given) and give its number; "" for a bullet."""
        at = min(max(at, 1), _LEVELS)
        level = self.levels.get(at, Level())
        before = self._counts[at]
        count = start if start is not None else level.start if before is None else before + 1
        self._counts[at] = count
        self._counts[at + 1 :] = [None] * (_LEVELS - at)
        return self._text(level, at)

    def _text(self, level: Level, at: int) -> str:
        if not level.form:
            return ""
        if level.pattern:
            return _PLACE.sub(lambda match: self._shown(int(match[1])), level.pattern).strip()
        levels = range(max(at - level.display + 1, 1), at + 1)
        parts = [one for one in map(self._shown, levels) if one]
        return f"{level.prefix}{'.'.join(parts)}{level.suffix}".strip()

    def _shown(self, at: int) -> str:
        level = self.levels.get(at, Level())
        count = self._counts[at] if at <= _LEVELS else None
        return shown(level.start if count is None else count, level.form) if level.form else ""
