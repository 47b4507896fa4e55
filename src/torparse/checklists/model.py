"""What a checklist is made of: items, the parts that each asks for, and the tests of a clause or of the text.

The tests use a small closed set of predicates and no expressions, so that a governance officer can read and edit them:

``given``                  all of these fields are given
``is``                     the field has one of these values
``is_or_not_given``        the same, or the clause does not give the field
``contains``               the field is a list that holds one of these values
``contains_or_not_given``  the same, or the clause does not give the field
``true``                   these fields are true
``not_true``               none of these fields is true
``says``                   groups of words: one quote has a word of every group ("rep" finds "reports", not "prep")

The type ``text`` stands for any sentence of the document, ``heading`` for the title of any section. Their only
predicates are ``says``, and for a sentence ``under``: groups of words that the title of its section has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from torparse.model import Clause

IMPORTANCE = ("core", "recommended", "context")
SOURCES = ("guide", "addition", "authority")
"""Who asks for an item: the guide that the checklist follows, torparse beside it, or a law or code of its own."""
TIERS = ("full", "light")
TEXT, HEADING = "text", "heading"
"""Types of a test that are no clause's."""
COMPUTED = ("acronyms", "small_share")

Groups = tuple[tuple[str, ...], ...]
_Values = Mapping[str, tuple[Any, ...]]


def _none() -> _Values:
    return MappingProxyType({})


def says(quote: str, groups: Groups) -> bool:
    """Whether ``quote`` has one of the words of every group; case, hyphens and line ends do not count."""
    if not groups:
        return True
    plain = _plain(quote)
    return all(any(_begins(plain, word) for word in _lowered(group)) for group in groups)


@lru_cache(maxsize=4096)
def _plain(quote: str) -> str:
    return " ".join(quote.replace("-", " ").replace("’", "'").lower().split())


@cache
def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.replace("-", " ").lower() for word in words)


def _begins(plain: str, word: str) -> bool:
    """Whether a word of the text begins so. A checklist asks this some ten thousand times, for which patterns are too
    slow."""
    at = plain.find(word)
    while at > 0 and (plain[at - 1].isalnum() or plain[at - 1] == "_"):
        at = plain.find(word, at + 1)
    return at >= 0


@dataclass(frozen=True, slots=True)
class ClauseTest:
    """A question about one clause: its type and the predicates that its fields must pass (all of them)."""

    type: str
    given: tuple[str, ...] = ()
    is_: _Values = field(default_factory=_none)
    is_or_not_given: _Values = field(default_factory=_none)
    contains: _Values = field(default_factory=_none)
    contains_or_not_given: _Values = field(default_factory=_none)
    true: tuple[str, ...] = ()
    not_true: tuple[str, ...] = ()
    says: Groups = ()
    under: Groups = ()

    def passes(self, clause: Clause, listed: Iterable[str] = ()) -> bool:
        """Whether the clause is of the type and passes every predicate; its status is not looked at.

        ``listed`` are further sentences that count as its words: those of a list that it leads in.
        """
        if clause.type != self.type:
            return False
        value = clause.value.as_dict()
        return (
            all(name in value for name in self.given)
            and all(value.get(name) in allowed for name, allowed in self.is_.items())
            and all(name not in value or value[name] in allowed for name, allowed in self.is_or_not_given.items())
            and all(_holds_one(value.get(name, ()), allowed) for name, allowed in self.contains.items())
            and all(
                name not in value or _holds_one(value[name], allowed)
                for name, allowed in self.contains_or_not_given.items()
            )
            and all(value.get(name) is True for name in self.true)
            and not any(value.get(name) is True for name in self.not_true)
            and any(says(words, self.says) for words in (*(run.quote for run in clause.evidence), *listed))
        )


def _holds_one(values: Iterable[Any], allowed: tuple[Any, ...]) -> bool:
    return bool(set(allowed) & set(values))


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that an item asks for. ``label`` goes on from "The terms say …"; any one of ``any_`` is enough.

    ``supplied`` holds for every body whose terms are in the document. ``template`` is a wording for this part alone.
    """

    label: str
    any_: tuple[ClauseTest, ...] = ()
    supplied: bool = False
    template: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what is asked, where that comes from, why it matters, what to do, a wording to start from.

    ``section`` is the place in the guide, or the authority with its date. It is met where every part holds (or
    ``at_least`` of them, where that is not 0) or one of the ``enough`` tests. ``only_if`` are the clauses without which
    the question does not arise, which is about ``subject``. ``unseen`` says what torparse does not see and a person
    should look at: where nothing was found, such an item cannot be judged. An item ``by_person`` has no tests.
    ``computed`` names a test that needs several clauses or the whole text. ``template`` is the wording with its blanks
    (``blanks``), ``wording`` the same as it reads without a draft.
    """

    id: str
    requirement: str
    section: str
    importance: str
    why: str
    next_step: str
    wording: str
    parts: tuple[Part, ...]
    covers: tuple[ClauseTest, ...]
    enough: tuple[ClauseTest, ...] = ()
    mention_counts: bool = True
    by_person: bool = False
    source: str = "guide"
    at_least: int = 0
    only_if: tuple[ClauseTest, ...] = ()
    subject: str = ""
    unseen: str = ""
    computed: str = ""
    template: str = ""

    @property
    def needed(self) -> int:
        """How many parts must hold for the item to be met."""
        return self.at_least or len(self.parts)


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist with its ``name`` (of the file), ``title``, ``source`` (a citation) and items in their order.

    ``tier`` is "full", or "light" where it is for small informal groups.
    """

    name: str
    title: str
    source: str
    items: tuple[Item, ...]
    tier: str = "full"

    def item(self, id: str) -> Item:
        """The item of that id; raises KeyError."""
        return {item.id: item for item in self.items}[id]
