"""Words that are still to be written: "to be developed", "to be worked up", "[insert name]", "TBC", an unfilled prompt.

Why it matters: terms are adopted with such words still in them, and nobody then knows whether the rule is in force.
Found are all places, each with its quote. Words that lay down that something *is to be* done ("minutes are to be agreed
by the chair") are no leftovers, nor are the dots of a contents list or of a form to sign.
Source: job B5 of the report design; the words are those that decide a clause's status (``rules.status``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.consistency.note import Note, Reading, places
from torparse.model import Evidence
from torparse.rules.status import PLACEHOLDER
from torparse.structure.units import Role

TITLE = "Still to be written"
ORDER = 9

_SURE = re.compile(
    r"to be (?:\w+ly )?(?:worked up|developed|drafted|written|added here|inserted)\b(?! by (?:the|each|all|every)\b)"
    r"|yet to be|still (?:to be|under)|\btb[cad]\b|t\.b\.[cad]|to follow|coming soon|wording|\?\?|^[\[<]"
    r"|not (?:yet|drafted)|in (?:preparation|development)|to go here|will be added here|asked to draft"
    r"|(?:isn't|is not) finished"
    r"|awaiting|(?:is|are) (?:being |currently being )(?:developed|drafted|written|prepared|worked up|co-produced)"
    r"|working (?:party|group) is",
    re.IGNORECASE,
)
"""What is unfinished wherever it stands; other words of a promise must stand apart, in brackets or at an end."""
_LEADERS = re.compile(r"\.{4,}|_{4,}")
_OPENS = re.compile(r"(?:[(\[:–—-]|(?:is|are|remains?)|\s-)\s*$")
_CLOSES = re.compile(r"\s*(?:[)\]]|[.;]?\s*(?:\n|$))")
_BEFORE, _LINE = 12, 200


def find(reading: Reading) -> Iterator[Note]:
    """One note that lists every place."""
    found = _places(reading)
    if not found:
        return
    if len(found) == 1:
        text = f"The wording is still to be written in one place: {places(found)}."
    else:
        text = f"The wording is still to be written in {len(found)} places ({places(found)})."
    yield Note("placeholders", None, text, tuple(found))


def _places(reading: Reading) -> list[Evidence]:
    """The first sentence with such words of each paragraph, and a form's prompts that nobody filled in."""
    ranges = [match.span() for match in PLACEHOLDER.finditer(reading.text) if _unwritten(reading, match)]
    ranges += reading.record.document.prompts
    units = reading.context.units
    found: dict[int, Evidence] = {}
    for start, end in sorted(ranges):
        paragraph = next((u.start for u in units if u.outer <= start < u.end), start)
        found.setdefault(paragraph, reading.around(start, end))
    return list(found.values())


def _unwritten(reading: Reading, match: re.Match[str]) -> bool:
    unit = next((u for u in reading.context.units if u.outer <= match.start() < u.end), None)
    if unit is None or unit.role is Role.CONTENTS or _LEADERS.match(match[0]):
        return False
    if _SURE.search(match[0]) or match[0][0] in "([<":
        return True
    before = reading.text[max(unit.outer, match.start() - _BEFORE) : match.start()]
    behind = reading.text[match.end() : unit.end]
    apart = bool(_OPENS.search(before)) and not re.search(r"\b(?:shall|will|must|is|are)\s*$", before)
    return bool(_CLOSES.match(behind)) and (apart or not before.strip())
