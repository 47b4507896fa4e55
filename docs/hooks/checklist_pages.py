"""The pages of the checklists: what each item asks, how much it matters, who asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from markup import code, plain, prose, table
from torparse import checklists
from torparse.report.workbook.codes import ASKED_BY, IMPORTANCE

FOLDER = "reference/checklists"
_HEAD = """\
# Checklists

These come with torparse. `--checklist NAME` chooses one; [a checklist of your own](../../guides/checklists.md) is a
file.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Every page: its place below ``docs`` and its Markdown."""
    every = [checklists.load(name) for name in checklists.available()]
    rows = (
        (f"[{code(one.name)}]({one.name}.md)", plain(one.title), str(len(one.items)), plain(one.source))
        for one in every
    )
    meanings = ((code(name), plain(means)) for name, means in IMPORTANCE.items())
    askers = ((code(name), plain(means)) for name, (_, means) in ASKED_BY.items())
    yield f"{FOLDER}/index.md", "\n".join([
        _HEAD,
        *table(("name", "what it is", "items", "source"), rows),
        "## How much an item matters\n", *table(("importance", "means"), meanings),
        "## Who asks for it\n", *table(("source", "means"), askers),
    ])  # fmt: skip
    for one in every:
        yield f"{FOLDER}/{one.name}.md", "\n".join(_page(one))


def _page(checklist: checklists.Checklist) -> Iterator[str]:
    yield f"# {plain(checklist.title)}\n"
    yield f"Its name is {code(checklist.name)}. Source: {plain(checklist.source)}.\n"
    yield from table(
        ("item", "what is asked", "importance", "asked by", "where"),
        ((f"[{one.id}](#{one.id.lower()})", plain(one.requirement), one.importance, one.source, plain(one.section))
         for one in checklist.items),
    )  # fmt: skip
    for item in checklist.items:
        yield from _item(item)


def _item(item: checklists.Item) -> Iterator[str]:
    yield f"## {item.id}: {plain(item.requirement)} {{ #{item.id.lower()} }}\n"
    yield f"{plain(item.why)} {plain(item.next_step)}\n"
    if item.by_person:
        yield "torparse leaves the judgement to a person.\n"
    parts = [part for part in item.parts if part.label]
    if parts:
        some = f"at least {item.needed} of these" if item.needed < len(parts) else "all of these"
        yield "The terms say:\n" if len(parts) == 1 else f"The terms say {some}:\n"
        yield from (f"- {prose(part.label)}" for part in parts)
        yield ""
    if item.wording:
        yield f"A wording to start from (not legal advice):\n\n> {plain(item.wording)}\n"
