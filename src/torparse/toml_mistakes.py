"""What is wrong in a TOML file that cannot be read, in plain words with an example, instead of the parser's own.

``tomllib`` says where it gave up and in a few words why (its messages are those of Python 3.11 to 3.14). What stands
there tells what was meant. A mistake that is not known here is named by its line alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")
_KEY = re.compile(r"""\s*([\w.-]+|"[^"]+"|'[^']+')\s*[=:]""")
_HEADER = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*(?:\]|$)")
_CURLY = "“”„‟‘’"
_TRUTH = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_FIELDS = 'quorum = { count = 5, of = "members" }'


@dataclass(frozen=True, slots=True)
class Mistake:
    """``line`` from 1, what is wrong there, and an example of what is right; both without a full stop."""

    line: int
    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the parser gave up: the text before and from there, its line, and the key that the line is about."""

    before: str
    rest: str
    line: int
    text: str
    key: str

    @property
    def here(self) -> str:
        """What is left of the line."""
        return self.rest.split("\n", 1)[0].strip()

    @property
    def value(self) -> str:
        """The whole of what is given for the key on this line."""
        return self.text[match.end() :].strip() if (match := _KEY.match(self.text)) else ""


def mistake(text: str, message: str) -> Mistake:
    """What the message of ``tomllib.TOMLDecodeError`` on ``text`` means."""
    place = _place(text, message)
    for words, explained in _EXPLAINED:
        if words in message:
            return Mistake(place.line, *explained(place))
    return Mistake(place.line, "this line is not written as such a file asks", f"For example: {_words(place)}")


def _place(text: str, message: str) -> _Place:
    found = _PLACE.search(message)
    at = len(text)
    if found and found[1]:
        lines = text.split("\n")
        at = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    elif "overwrite" in message:  # the second of the two is what stands last
        at = len(text.rstrip())
    before = text[:at]
    if not text[at:].strip():
        before = before.rstrip()
    number = before.count("\n")
    line = text.split("\n")[number]
    return _Place(before, text[at:], number + 1, line, _key_of(text, number))


def _key_of(text: str, number: int) -> str:
    """The key of the line, or of the nearest line above that has one: a list goes over several lines."""
    for line in reversed(text.split("\n")[: number + 1]):
        if match := _KEY.match(line) or _HEADER.match(line):
            return match[1].strip("\"'")
    return "name"


def _words(place: _Place, value: str = "some words") -> str:
    return f"{place.key} = {json.dumps(value.strip(_CURLY), ensure_ascii=False)}"


def _list(place: _Place) -> str:
    opened = re.findall(r"([\w.-]+)\s*=\s*\[", place.before)
    return f'{opened[-1] if opened else place.key} = ["one", "another"]'


def _behind(place: _Place) -> tuple[str, str]:
    """There is more behind a value."""
    if place.here.startswith(","):
        kept = place.before.split("\n")[-1].strip()
        return "there is a comma too many behind the value", f"Write {kept or _words(place)}"
    if re.match(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", place.value):
        return "a date is written as year, month and day", f"Write {place.key} = 2026-01-31"
    if re.match(r"\d+/\d+", place.value):
        return "a share stands in quotation marks", f"Write {_words(place, place.value.split()[0])}"
    if place.value[:1] in ("'", '"') and place.here[:1] not in ("=", "#"):
        mark = place.value[0]
        inside = place.value.strip(mark).replace(mark, "’" if mark == "'" else "'")
        return f"the words end at the second quotation mark ({mark})", f"Write {_words(place, inside)}"
    return "there is more on this line than one answer", f"Write one a line: {_words(place)}"


def _no_value(place: _Place) -> tuple[str, str]:
    here = place.here
    if not here or here.startswith("#"):
        return f"nothing stands behind {place.key} =", f"For example: {_words(place)}"
    if here[0] == ",":
        return "there is a comma too many", f"For example: {_list(place)}"
    if _KEY.match(here) and not place.before.split("\n")[-1].strip():
        return _open_list(place)
    if here[0] in _CURLY:
        inside = re.split(f"[{_CURLY}]", here[1:])[0]
        return "the quotation marks are curly ones; they must be straight", f"Write {_words(place, inside)}"
    word = re.match(r"\w+\b(?=\s*(?:[,}\]#]|$))", here)
    if word and word[0].lower() in _TRUTH:
        return "yes and no are written as true and false", f"Write {_own_key(place)} = {_TRUTH[word[0].lower()]}"
    words = re.split(r"\s*[,}\]#]", here)[0]
    return "words stand in quotation marks", f"Write {_own_key(place)} = {json.dumps(words, ensure_ascii=False)}"


def _own_key(place: _Place) -> str:
    """The key nearest before the value, which may be a field in braces."""
    found = re.findall(r"([\w-]+)\s*=\s*$", place.before)
    return found[-1] if found else place.key


def _no_key(place: _Place) -> tuple[str, str]:
    """A name is wanted where there is none: behind a last comma, or where braces are left open."""
    if place.here.startswith("}") or place.here.startswith(","):
        return "there is a comma too many between the braces", f"For example: {_FIELDS}"
    if not place.here:
        return _open_braces(place)
    return "a name is missing here", f"For example: {_words(place)}"


def _open_braces(place: _Place) -> tuple[str, str]:
    if place.rest.strip() and not place.here:
        return "what stands in braces goes on one line, up to its }", f"For example: {_FIELDS}"
    if not place.rest.strip():
        return "a brace { is not closed", f"For example: {_FIELDS}"
    return "a comma is missing between two fields", f"For example: {_FIELDS}"


def _open_list(place: _Place) -> tuple[str, str]:
    if not place.here or _KEY.match(place.here):
        return "a square bracket [ is not closed before here", f"For example: {_list(place)}"
    return "a comma is missing between two entries of the list", f"For example: {_list(place)}"


def _no_equals(place: _Place) -> tuple[str, str]:
    sign = "a colon stands where = belongs" if place.here.startswith(":") else "= is missing behind the name"
    return sign, f"For example: {_words(place)}"


def _no_name(place: _Place) -> tuple[str, str]:
    return f"a name belongs where {place.here[:1]!r} stands", f"For example: {_words(place)}"


def _field_twice(place: _Place) -> tuple[str, str]:
    name = re.findall(r"([\w-]+)\s*=", place.before)[-1]
    return f"{name} is given twice", "Keep one of the two"


def _twice(place: _Place) -> tuple[str, str]:
    match = _KEY.match(place.text) or _HEADER.match(place.text)
    name = match[1].strip("\"'") if match else place.key
    return f"{name} is given twice", "Keep one of the two"


_EXPLAINED: tuple[tuple[str, Callable[[_Place], tuple[str, str]]], ...] = (
    ("Expected newline", _behind),
    ("Invalid date", lambda p: ("there is no such date", f"For example: {p.key} = 2026-01-31")),
    ("Invalid value", _no_value),
    ("Invalid initial character", _no_key),
    ("Unclosed inline table", _open_braces),
    ("Unclosed array", _open_list),
    ("Expected '='", _no_equals),
    ("Expected ']", lambda p: ("a square bracket [ is not closed", f"For example: [{p.key}]")),
    ("Illegal character '\\n'", lambda p: ("the closing quotation mark is missing", f"For example: {_words(p)}")),
    ("Unterminated string", lambda p: ("the closing quotation mark is missing", f"For example: {_words(p)}")),
    ("Cannot overwrite", _twice),
    ("Cannot declare", _twice),
    ("Duplicate", _field_twice),
    ("Invalid statement", _no_name),
    ("Unescaped '\\'", lambda _: ("a backslash is written twice", 'For example: "C:\\\\papers"')),
    ("Invalid hex", lambda _: ("a backslash is written twice", 'For example: "C:\\\\papers"')),
)
"""Words of the parser, with what they mean."""
