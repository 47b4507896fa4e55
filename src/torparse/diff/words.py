"""What the forms of a comparison call changes, and the sentences that count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from torparse.diff.model import BodyChanges, Change, Comparison, DocumentChanges
from torparse.plain_words import joined

#: Word, sign and meaning of each change. The word stands beside the sign and the colour everywhere.
CHANGES: Mapping[Change, tuple[str, str, str]] = {
    Change.VALUE: ("Changed value", "≠", "The rule says something else than before."),
    Change.STATUS: (
        "Changed status",
        "⇄",
        "Stated, left to another paper, promised, or not to be judged: not as before.",
    ),
    Change.ADDED: ("Added", "+", "The old version did not have it."),
    Change.REMOVED: ("Removed", "−", "The new version does not have it any more."),
    Change.REWORDED: ("Reworded only", "≈", "Other words, the same values."),
    Change.MOVED: ("Moved", "↷", "The same words in another section or place."),
    Change.READ: ("Read otherwise", "?", "The text is the same here; torparse does not read it as in the old version."),
}
_COUNTED = {
    Change.VALUE: ("changed value", "changed values"),
    Change.STATUS: ("changed status", "changed statuses"),
    Change.ADDED: ("added", "added"),
    Change.REMOVED: ("removed", "removed"),
    Change.REWORDED: ("reworded only", "reworded only"),
    Change.MOVED: ("moved", "moved"),
    Change.READ: ("read otherwise", "read otherwise"),
}


def counts(documents: Iterable[DocumentChanges]) -> dict[Change, int]:
    """How many rows of each change the documents have, in the order of weight."""
    found = Counter(row.change for one in documents for body in one.bodies for row in body.rows)
    return {change: found[change] for change in Change}


def unchanged(documents: Iterable[DocumentChanges]) -> int:
    """How many clauses are as they were."""
    return sum(body.unchanged for one in documents for body in one.bodies)


def counted(documents: Sequence[DocumentChanges]) -> str:
    """The provisions of documents in one sentence: "1 changed value, 2 moved; 26 unchanged."."""
    said = ", ".join(
        f"{number} {_COUNTED[change][number != 1]}" for change, number in counts(documents).items() if number
    )  # fmt: skip
    return f"Provisions: {said or 'no change'}; {unchanged(documents)} unchanged."


def summary(comparison: Comparison) -> list[str]:
    """What a reader should know first, in sentences."""
    lines = [counted(comparison.documents)] if comparison.documents else []
    bodies = [body for one in comparison.documents for body in one.bodies]
    for what, some in (
        ("added", [b for b in bodies if not b.in_old]),
        ("removed", [b for b in bodies if not b.in_new]),
        ("renamed", [b for b in bodies if b.renamed]),
    ):
        if some:
            lines.append(f"{_many(len(some), 'body', 'bodies')} {what}.")
    if len(comparison.documents) != 1 or comparison.removed or comparison.added or comparison.unread:
        lines.append(_documents(comparison))
    others = sum(len(one.passages) for one in comparison.documents)
    if others:
        said = "differs; torparse takes it" if others == 1 else "differ; torparse takes them"
        lines.append(f"{_many(others, 'other passage')} {said} for no provision. See the end.")
    return lines


def _documents(comparison: Comparison) -> str:
    same = sum(one.same for one in comparison.documents)
    parts = [f"{_many(len(comparison.documents), 'document')} compared ({same} without any change)"]
    for what, some in (("added", comparison.added), ("removed", comparison.removed)):
        parts += [f"{len(some)} {what}"] if some else []
    parts += [f"{len(comparison.unread)} not compared"] if comparison.unread else []
    return f"{joined(parts)}."


def _many(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def name_of(body: BodyChanges) -> str:
    """What a body is called in the new version, or the old one where it is gone."""
    return body.name_new or body.name_old or "The whole document"
