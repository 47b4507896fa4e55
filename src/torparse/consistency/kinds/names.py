"""Two names that may be of one body: the terms set out an "Executive" and give rules for a "Board".

Why it matters: a rule for "the Board" holds for the Executive only if the two are one, and the terms nowhere say so.
Found is a board, executive or the like that the terms speak of by the partnership's own name ("the LSP Board"), in at
least two places, and that has no section, definition or membership of its own.
Source: job B6 of the report design; names as ``structure.names`` compares them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from torparse.consistency.note import Note, Reading
from torparse.model import Body, Evidence
from torparse.structure.names import words_of
from torparse.structure.units import Role

TITLE = "Two names, perhaps one body"
ORDER = 6

_ORGAN = re.compile(
    r"\b(?P<name>(?:(?:the|The) )(?P<own>(?:[A-Z][\w&-]* ){0,3})(?P<noun>(?i:board|executive|panel|assembly))\b)"
    r"(?! (?:of [A-Z]|(?i:group|committee|team|panel|officers?|directors?|director)\b))"
)
_TWICE = 2


def find(reading: Reading) -> Iterator[Note]:
    """A note for each such second name of the main body."""
    bodies = reading.bodies()
    if not bodies:
        return
    main = bodies[0]
    heads = _set_out(reading)
    found: dict[str, list[tuple[str, Evidence]]] = defaultdict(list)
    for match in _ORGAN.finditer(reading.text):
        noun = match["noun"].lower()
        if noun in heads or not _of_the_partnership(match["own"], main) or not _is_rule(reading, match.start()):
            continue
        run = reading.around(match.start("noun"), match.end("noun"))
        found[noun].append((" ".join(f"{match['own']}{match['noun']}".split()), run))
    for uses in found.values():
        runs = {(run.start, run.end): run for _, run in uses}
        if len(runs) < _TWICE or not any(len(name.split()) > 1 for name, _ in uses):
            continue  # a bare "the Board" may be anybody's
        name = max((name for name, _ in uses), key=lambda one: (len(one.split()), one[:1].isupper()))
        text = (
            f"The terms set out {_the(main.name)} and also speak of the {name}. They do not say whether these are one "
            f"body or two."
        )
        yield Note("names", None, text, tuple(runs.values()))


def _set_out(reading: Reading) -> set[str]:
    """The last words of the names that have a title, a heading, a pointer or a definition."""
    roster = reading.context.structure.roster
    groups = [*roster.groups, *(group for group in roster.learned if group.aliases)]
    words = [words_of(name) for group in groups for name in (group.name, *group.aliases)]
    return {one[-1] for one in words if one}


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _of_the_partnership(own: str, main: Body) -> bool:
    """Whether the words before the noun are none, or the partnership's own ("LSP" of "LSP Executive")."""
    mine = {word.lower() for name in (main.name, *main.aliases) for word in re.findall(r"\w+", name)}
    return {word.lower() for word in own.split()} <= mine | {"partnership", "lsp"}


def _is_rule(reading: Reading, position: int) -> bool:
    unit = next((u for u in reading.context.units if u.outer <= position < u.end), None)
    return unit is not None and unit.role not in (Role.CONTENTS, Role.NOTE) and not reading.narrative(position)
