"""What every form says of examples besides quoting them."""

from __future__ import annotations

from torparse.examples.model import Also, Example, Examples, Group
from torparse.plain_words import many

HOW = (
    "Groups that more bodies chose come first. In a group, wordings that state the whole rule come first, shorter "
    "before longer."
)
HOW_NEAR = (
    "The value of your wording comes first, then the group with the closest wording. In a group, the closest come "
    "first. Closeness runs from 0 to 1: the words that count and stand in both in the same order, twice, by the words "
    "of both. Names and numbers count as such, whichever they are."
)
UNSURE = "check against the document"
PART = "states part of the rule"


def how(found: Examples) -> str:
    """The order of the groups and wordings, in a sentence or two."""
    return HOW_NEAR if found.near else HOW


def in_short(found: Examples) -> str:
    """How many wordings there are in how many documents."""
    if not found.rules:
        return f"No rule on this in {many(found.documents, 'document')}."
    return f"{many(found.rules, 'wording')} in {many(found.documents, 'document')} read."


def reads_near(found: Examples) -> str:
    """How torparse reads the wording that was given."""
    if not found.near_reads_as:
        return f"torparse does not read this as a rule on {found.title.lower()}; it is ranked by its words alone."
    return f"Reads as: {'; '.join(found.near_reads_as)}."


def heading(group: Group) -> str:
    """A group's value with how many bodies chose it."""
    same = ", as in your wording" if group.same else ""
    return f"{group.value} ({many(group.bodies, 'body', 'bodies')}{same})"


def remarks(example: Example) -> str:
    """What to know of an example, besides its source: its value in full, whether it is whole and sure, how close."""
    near = example.closeness
    parts = (
        f"reads as: {example.reads_as}" if example.reads_as else "",
        PART if example.part else "",
        UNSURE if example.unsure else "",
        f"closeness {near.likeness:.2f}: {near.why}" if near else "",
    )
    words = "; ".join(filter(None, parts))
    return words[:1].upper() + words[1:]


def also(some: tuple[Also, ...]) -> tuple[str, ...]:
    """Where else the wording stands: word for word, and nearly."""
    exact = [one.source for one in some if one.exactly]
    nearly = [one.source for one in some if not one.exactly]
    lines = (("Also in", exact), ("Nearly the same in", nearly))
    return tuple(f"{what}: {'; '.join(sources)}" for what, sources in lines if sources)


def others(found: Examples) -> tuple[str, ...]:
    """The documents without a rule of their own that need no list, a line each."""
    lines = (
        ("Silent on it", found.silent),
        ("Cannot be judged, the terms are not in it", found.unjudged),
        ("Induction guides, not counted", found.guides),
    )
    return tuple(f"{what}: {'; '.join(names)}" for what, names in lines if names)


def more(group: Group) -> str:
    """How many wordings of a group are not shown."""
    return f"and {group.more} more (--limit shows more)"
