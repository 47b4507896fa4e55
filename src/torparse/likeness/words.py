"""A clause's words in the form in which two clauses are compared.

Who a clause is about is not what makes two clauses unlike, nor is a number: names of bodies and the document's own
place names all become one sign, numbers, shares, dates and how often something is another. Little words (the, of, to …)
do not count. The text itself is untouched: every word knows where it stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from torparse.lexicon.numbers import number, ordinal
from torparse.model import Record
from torparse.plain_words import MONTHS

NAME = "@"
"""What stands for the name of a body or a place."""
FIGURE = "#"
"""What stands for a number, a share, a date or how often something is."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*%?")
_LABEL = re.compile(r"[\W_]*(?:\d+(?:\.\d+)+[.)]?|\d+[.)]|\(?(?i:[a-z]|[ivx]{1,4})[.)])(?:[\s*_]+|(?=[A-Z])|$)")
_OWNER = re.compile(r"['’]s?$")
_PLACE = re.compile(
    r"\b([A-Z][\w'’-]+)(?=\s+(?:(?:and|&)\s+)?(?:District|Borough|County|City|Town|Parish|Council|Unitary|Metropolitan)\b)"
    r"|\b(?:County|City|Borough|Council) of ([A-Z][\w'’-]+)"
)
_BETWEEN_FIGURES = re.compile(r"[\s\-–(),/.:%]{0,4}")
_LITTLE_WORDS = (
    "a an the of to in on at by for and is are be been being was were as it its that which this these those such with "
    "from their they there s"
)
_BODY_NOUNS = (
    "board executive forum partnership committee subcommittee panel group subgroup assembly alliance network "
    "consortium lsp taskforce federation"
)
_SORTS_OF_BODIES = (
    "steering executive management core working task theme thematic delivery planning reference operational advisory "
    "strategy sub action annual general"
)
_BEFORE_A_NAME = (
    "chair chairs vice member members membership secretary treasurer director directors leader minutes quorum meeting "
    "meetings papers decisions chief deputy portfolio"
)
_SHARES = "half halves quarter quarters dozen percent cent per"
_HOW_OFTEN = "once twice thrice annually annual yearly quarterly monthly bimonthly biannually fortnightly weekly daily"
_LITTLE = frozenset(_LITTLE_WORDS.split())
_GENERIC = frozenset(word + s for word in _BODY_NOUNS.split() for s in ("", "s"))
_SORT_OF = frozenset(_SORTS_OF_BODIES.split())
_NO_NAME = frozenset(_BEFORE_A_NAME.split())
_OFTEN = frozenset(_HOW_OFTEN.split())
_FIGURE_WORDS = frozenset(_SHARES.split()) | _OFTEN | ({month.lower() for month in MONTHS} - {"may", "march"})
_SAME = {"will": "shall", "must": "shall", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair"}
_SAME |= {word + s: "time" for word in ("day", "week", "month", "year") for s in ("", "s")}


@dataclass(frozen=True, slots=True)
class Word:
    """A word (a name or a figure may be several) at ``start``..``end`` of a piece of text.

    ``key`` is what it is compared by, "" where it does not count.
    """

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """What a document calls its bodies, and the words that are its own: of places, of its bodies."""

    bodies: re.Pattern[str] | None = None
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, record: Record) -> Names:
        """The names of a record. A word with a capital is its own only if the text never writes it without one."""
        text = record.document.text
        known = {name for body in record.bodies for name in (body.name, *body.aliases)} | set(record.mentioned)
        ordered = sorted({" ".join(n.split()) for n in known if len(n.strip()) > 2}, key=lambda n: (-len(n), n))
        bodies = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
        plain = set(re.findall(r"\b[a-z][\w'’]+", text))
        words = {word.lower() for name in ordered for word in re.findall(r"\b[A-Z][\w'’]+", name)}
        words |= {(match[1] or match[2]).lower() for match in _PLACE.finditer(text)}
        own = frozenset(words - plain - _GENERIC - _LITTLE - _SORT_OF)
        return cls(re.compile(rf"(?<!\w)(?:{bodies})(?!\w)", re.IGNORECASE) if bodies else None, own)


NO_NAMES = Names()


def words_of(text: str, names: Names = NO_NAMES) -> tuple[Word, ...]:
    """The words of a piece of text in order. A number that only labels it ("4.5", "(a)") is left out.

    >>> [word.key for word in words_of("4.5 Three members of the Board will form a quorum.") if word.key]
    ['#', 'members', '@', 'shall', 'form', 'quorum']
    """
    label = _LABEL.match(text)
    begin = label.end() if label and label.end() < len(text) else 0
    plain: list[Word] = []
    for start, end, name in _pieces(text, begin, names):
        if name:
            plain.append(Word(NAME, start, end))
            continue
        plain += (Word(_key(m[0], names.own), *m.span()) for m in _TOKEN.finditer(text, start, end))
    return tuple(_joined(text, _with_names(text, plain)))


def _pieces(text: str, begin: int, names: Names) -> Iterator[tuple[int, int, bool]]:
    """The text from ``begin`` in pieces: between the names of the document's bodies, and those names."""
    at = begin
    for match in names.bodies.finditer(text, begin) if names.bodies else ():
        yield at, match.start(), False
        yield match.start(), match.end(), True
        at = match.end()
    yield at, len(text), False


def _key(word: str, own: frozenset[str]) -> str:
    plain = _OWNER.sub("", word.lower())
    return NAME if plain in own and word[0].isupper() else _plain_key(plain)


@lru_cache(maxsize=20_000)
def _plain_key(word: str) -> str:
    """The key of a word in small letters."""
    if word in _LITTLE:
        return ""
    if word[0].isdigit() or word in _FIGURE_WORDS:
        return FIGURE
    if number(word) is not None or ordinal(word.removesuffix("s")) is not None:
        return FIGURE
    return _SAME.get(word, word)


def _with_names(text: str, words: Sequence[Word]) -> list[Word]:
    """The words with each noun for a body, and the words with capitals before it, as one name."""
    found: list[Word] = []
    for word in words:
        if word.key not in _GENERIC or (found and found[-1].key in ("chief", "deputy")):
            found.append(word)
            continue
        start = word.start
        while found and _leads_to_name(text, found):
            start = found.pop().start
        found.append(Word(NAME, start, word.end))
    return found


def _leads_to_name(text: str, before: Sequence[Word]) -> bool:
    """Whether the last of the words belongs to the name that follows: "Thorn Vale [Board]", "steering [group]"."""
    word = before[-1]
    if word.key == "":
        joins = text[word.start : word.end].lower() == "and"
        return joins and len(before) > 1 and word.start - before[-2].end <= 1 and _is_capital(text, before[-2])
    return word.key == NAME or word.key in _SORT_OF or _is_capital(text, word)


def _is_capital(text: str, word: Word) -> bool:
    return text[word.start].isupper() and word.key not in _NO_NAME and word.key not in ("", FIGURE)


def _joined(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Names that stand side by side are one name, and so are figures ("two thirds", "50 per cent", "3 May 2016")."""
    last: Word | None = None
    for word in words:
        if last is not None and word.key == last.key and _side_by_side(text, last, word):
            last = Word(word.key, last.start, word.end)
            continue
        if last is not None:
            yield last
        last = word
    if last is not None:
        yield last


def _side_by_side(text: str, last: Word, word: Word) -> bool:
    if word.key == FIGURE:
        often = text[last.start : last.end].lower() in _OFTEN  # "once three are there" is two things
        return not often and _BETWEEN_FIGURES.fullmatch(text, last.end, word.start) is not None
    return word.key == NAME and word.start - last.end <= 2
