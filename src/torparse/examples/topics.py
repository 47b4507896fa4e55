"""What examples may be asked for: a clause type, or a provision of the comparison by its id or title."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from torparse.clauses import types
from torparse.compare import FACTS
from torparse.errors import TorparseError
from torparse.model import Clause
from torparse.plain_words import joined
from torparse.provisions import PROVISIONS, Feed, Provision

_CLOSE = 60  # of 100: from here on a name may have been meant
_SHOWN = 3
_FACTS = "document_facts"

Topic = Provision
"""A clause type is asked for as a provision that all its clauses fill."""


def topic_of(name: str) -> Topic:
    """The clause type or provision of that name; case, spaces, hyphens and underscores do not matter.

    Raises TorparseError, which lists names that are near.
    """
    known = _known()
    asked = _plain(name)
    if asked in known:
        return known[asked]
    near = _near(asked)
    hint = f"Did you mean {joined(near, 'or')}? " if near else ""
    raise TorparseError(
        f"there is no clause type or provision {name!r}",
        where="examples",
        todo=f"{hint}torparse list types and torparse list provisions show all names",
    )


def feed_of(topic: Topic, clause: Clause) -> Feed | None:
    """The way in which a clause fills the topic; None where it does not."""
    return next((feed for feed in topic.feeds if feed.accepts(clause)), None)


@cache
def _known() -> Mapping[str, Topic]:
    known = {_plain(name): one for one in PROVISIONS for name in (one.title, one.id)}
    # a type's own name comes last: asked for by it, all clauses of the type are meant
    return known | {_plain(name): _of_type(name) for name in types()}


def _of_type(name: str) -> Topic:
    # the document's own facts are judged by rules of their own, which go by the provision's id
    return Provision(FACTS if name == _FACTS else name, name.replace("_", " ").capitalize(), "", (Feed(name),))


def _near(asked: str) -> list[str]:
    from rapidfuzz import fuzz, process

    shown = {_plain(name): name for name in types()}
    shown |= {_plain(one.title): f"{one.title!r} ({one.id})" for one in PROVISIONS if _plain(one.title) not in shown}
    found = process.extract(asked, list(shown), scorer=fuzz.WRatio, score_cutoff=_CLOSE, limit=_SHOWN)
    return [shown[plain] for plain, _, _ in found]


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
