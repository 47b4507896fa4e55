"""Examples on the terminal: each group with its wordings, then who has none."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.examples import words
from torparse.examples.model import Example, Examples, Group
from torparse.plain_words import wrapped

_WIDTH = 100
_BETWEEN = " … "


def examples_text(found: Examples, width: int = _WIDTH) -> str:
    """The examples in lines of ``width`` columns."""
    lines = wrapped(f"{found.title}: {words.in_short(found)}", width)
    if found.near:
        lines += ["", *wrapped(f"Your wording: “{found.near}”", width, "  ")]
        lines += wrapped(words.reads_near(found), width, "  ")
    for section in found.sections:
        if section.title:
            lines += ["", section.title, "=" * len(section.title)]
        for group in section.groups:
            lines += _group(group, width)
    for title, some in (("Points elsewhere", found.elsewhere), ("Not yet written", found.unwritten)):
        lines += ["", title] if some else []
        lines += [line for one in some for line in wrapped(f"  {one.source}: {one.says}", width, "    ")]
    for line in words.others(found):
        lines += ["", *wrapped(line, width, "  ")]
    if found.sections:
        lines += ["", *wrapped(words.how(found), width)]
    return "\n".join(lines)


def _group(group: Group, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(words.heading(group), width, "  ")
    for example in group.examples:
        yield from _example(example, width)
    if group.more:
        yield f"  {words.more(group)}"


def _example(example: Example, width: int) -> Iterator[str]:
    quote = _BETWEEN.join(" ".join(one.split()) for one in example.quotes)
    yield from wrapped(f"  “{quote}”", width, "   ")
    yield from wrapped(f"      {example.source}", width, "        ")
    said = words.remarks(example)
    for line in (*((said,) if said else ()), *words.also(example.also)):
        yield from wrapped(f"      {line}", width, "        ")
