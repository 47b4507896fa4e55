"""The tokens of English text as far as sentence boundaries rest on them, by the rules of spaCy's English tokeniser.

A chunk (what stands between white space) is parted as ``spacy.blank("en")`` parts it: signs are taken off both ends
until nothing comes off, then what is left is parted at signs inside it, unless it is an address or stands in the table
of special cases. Loading spaCy takes longer than reading a document, and only the ends of sentences are wanted, so the
rules are here; ``tests/structure/test_tokens.py`` compares them with spaCy itself. Left out: special cases that change
no boundary, and letters of scripts without capitals.

Source: spaCy 3.8, ``spacy/lang/punctuation.py``, ``spacy/lang/en`` and ``Tokenizer.explain`` (MIT licence).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

_LETTERS = [chr(code) for code in range(0x80, 0x530)]
_LOWER = "a-z" + "".join(one for one in _LETTERS if one.islower())
_UPPER = "A-Z" + "".join(one for one in _LETTERS if one.isupper())
_ALPHA = r"[^\W\d_]"
_PUNCT = r"…,:;!?¿؟¡()\[\]{}<>_#*&。？！，、；：～·।،۔؛٪"
_QUOTES = r"'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉〈〉⟦⟧"
_MONEY = r"US\$|C\$|A\$|[$£€¥฿₠-₿﷼]"
_ICONS = (
    r"¦©®°℀℁℃-℆℈℉℔№℗℞-℣℥℧℩℮℺℻⅊⅌⅍⅏↊↋↕-↙↜-↟↡↢↤↥↧-↭↯-⇍⇐⇑⇓⇕-⇳⌀-⌇⌌-⌟⌢-⌨⌫-⍻⍽-⎚⎴-⏛⏢-␦⑀-⑊⒜-ⓩ─-▶▸-◀◂-◷"
    r"☀-♮♰-❧➔-➿⠀-⣿⬀-⬯⭅⭆⭍-⯿\ufffc\ufffd"
)
_UNITS = (
    "km|km²|km³|m|m²|m³|dm|dm²|dm³|cm|cm²|cm³|mm|mm²|mm³|ha|µm|nm|yd|in|ft|kg|g|mg|µg|t|lb|oz|m/s|km/h|kmh|mph|hPa|Pa"
    "|mbar|mb|MB|kb|KB|gb|GB|tb|TB|T|G|M|K|%"
)
_FULL_STOP = rf"(?<=[0-9{_LOWER}%²\-+|(?{_PUNCT}{_QUOTES}])\.|(?<=[{_UPPER}][{_UPPER}])\."


@cache
def _prefix() -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"[§%=—–{_PUNCT}{_QUOTES}{_ICONS}]|\+(?![0-9])|\.\.+|{_MONEY}").match


@cache
def _suffix() -> Callable[[str], re.Match[str] | None]:
    return re.compile(
        rf"(?:\.\.+|['’][sS]|[—–{_PUNCT}{_QUOTES}{_ICONS}]|(?<=[0-9])\+|(?<=°[FfCcKk])\.|(?<=[0-9])(?:{_MONEY})"
        rf"|(?<=[0-9])(?:{_UNITS})|{_FULL_STOP})$"
    ).search


@cache
def _infix() -> re.Pattern[str]:
    return re.compile(
        rf"\.\.+|…|[{_ICONS}]|(?<=[0-9])[+\-*^](?=[0-9-])|(?<=[{_LOWER}{_QUOTES}])\.(?=[{_UPPER}{_QUOTES}])"
        rf"|(?<={_ALPHA}),(?={_ALPHA})|(?<=[^\W_])(?:-|–|—|~)(?={_ALPHA})|(?<=[^\W_])(?:--|---|——)(?={_ALPHA})"
        rf"|(?<=[^\W_])[:<>=/](?={_ALPHA})"
    )


@cache
def _address() -> Callable[[str], re.Match[str] | None]:
    """Internet addresses with or without a scheme, and those of mail."""
    part = r"[A-Za-z0-9\u00a1-\uffff]"
    return re.compile(
        r"(?:[\w+\-.]{2,}://)?(?:\S+(?::\S*)?@)?"
        r"(?:(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}\.(?:[1-9]\d?|1\d\d|2[0-4]\d"
        rf"|25[0-4])|(?:(?:{part}(?:[_-]|{part}){{0,62}})?{part}\.)+[{_LOWER}]{{2,63}})(?::\d{{2,5}})?(?:[/?#]\S*)?$"
    ).match


_ASKED = ("he", "how", "she", "that", "there", "these", "they", "this", "those", "what", "when", "where", "who", "why")
_NO_S = frozenset(["these", "they", "those"])
_BARE = {
    word: (word[:-1], word[-1])
    for small in (
        *(f"{one}d" for one in (*_ASKED, "it", "we", "you", "i")),
        *(f"{one}s" for one in _ASKED if one not in _NO_S),
        "im",
    )
    for word in (small, small.capitalize())
} | {"ima": ("i", "m", "a"), "Ima": ("I", "m", "a")}
"""Contractions without their apostrophe, of which the last token is a single letter."""
_HOURS = re.compile(r"(1[0-2]|[1-9])?([ap]\.m\.|(?<!\d)v\.s\.)")


def _special(chunk: str) -> tuple[str, ...] | None:
    """The tokens of a chunk that the table of special cases holds."""
    hour = _HOURS.fullmatch(chunk)
    if hour:
        return (hour[1], hour[2]) if hour[1] else (hour[2],)
    return _BARE.get(chunk)


@lru_cache(maxsize=50_000)
def tokens(chunk: str) -> tuple[str, ...]:
    """The tokens of a run of characters without white space, in their order; together they are the chunk."""
    if chunk.isalpha() and chunk not in _BARE:
        return (chunk,)
    before: list[str] = []
    behind: list[str] = []
    left = chunk
    while left and _special(left) is None:
        prefix, suffix = _taken_off(left)
        if not prefix and not suffix:
            break
        if prefix:
            before.append(left[:prefix])
        if suffix:
            behind.append(left[len(left) - suffix :])
        left = left[prefix : len(left) - suffix]
    return (*before, *_inner(left), *reversed(behind))


def _taken_off(chunk: str) -> tuple[int, int]:
    """How many characters come off at either end; one end alone where a special case is left then."""
    found = _prefix()(chunk)
    prefix = found.end() if found else 0
    if prefix and _special(chunk[prefix:]) is not None:
        return prefix, 0
    found = _suffix()(chunk[prefix:])
    suffix = len(found[0]) if found else 0
    if suffix and (prefix + suffix > len(chunk) or _special(chunk[: len(chunk) - suffix]) is not None):
        return (prefix, 0) if prefix + suffix > len(chunk) else (0, suffix)
    return prefix, suffix


def _inner(chunk: str) -> tuple[str, ...]:
    """The tokens of what is left between the signs taken off."""
    if not chunk:
        return ()
    special = _special(chunk)
    if special is not None:
        return special
    if chunk.isalnum() or _address()(chunk):
        return (chunk,)
    found: list[str] = []
    end = 0
    for sign in _infix().finditer(chunk):
        if sign.start():
            found += [part for part in (chunk[end : sign.start()], sign[0]) if part]
            end = sign.end()
    return (*found, *([chunk[end:]] if end < len(chunk) else []))
