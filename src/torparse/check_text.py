"""The checklist of a document on the terminal: one screen that says how things stand, then the details."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from torparse.checklists import IMPORTANCE, Checklist
from torparse.consistency import Note
from torparse.masking import Mask
from torparse.model import Evidence, Finding
from torparse.plain_words import many, wrapped
from torparse.report.views import place
from torparse.report.words import GAPS, JUDGEMENTS

_WIDTH, _NARROWEST, _WIDEST = 100, 40, 120
_NO_MASKS: Mapping[str, Mask] = MappingProxyType({})
_NOT_IN_PLACE = ("not_met", "promised")
_WORDS = max(len(word) for word, _ in JUDGEMENTS.values())


def check_text(
    name: str,
    checklist: Checklist,
    findings: Sequence[Finding],
    mask: Mask,
    width: int = _WIDTH,
    masks: Mapping[str, Mask] = _NO_MASKS,
) -> str:
    """The findings of one document, body by body: counts and what is missing first, then every item with its reason.

    ``width`` is the number of columns that lines are wrapped at, ``masks`` are those of the documents pointed to.
    """
    lines = [*wrapped(f"{name} against: {checklist.title}", width)]
    bodies = list(dict.fromkeys(f.body for f in findings))
    for body in bodies:
        lines += ["", *_summary(body, [f for f in findings if f.body == body], checklist, mask, width)]
    for body in bodies:
        lines += ["", *_details(body, [f for f in findings if f.body == body], checklist, mask, width, masks)]
    return "\n".join(lines)


def terminal_width() -> int:
    """Columns of the terminal that results go to; 100 where they go to a file, so that it is the same everywhere."""
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        return _WIDTH
    return max(_NARROWEST, min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST))


def _summary(
    body: str, findings: Sequence[Finding], checklist: Checklist, mask: Mask, width: int
) -> Iterator[str]:  # fmt: skip
    """How many items stand how, by importance, and the core items that are not in place."""
    yield mask.text(body)
    for importance in IMPORTANCE:
        some = [f for f in findings if checklist.item(f.item).importance == importance]
        counts = [(word, sum(_code(f) == code for f in some)) for code, (word, _) in JUDGEMENTS.items()]
        if some:
            said = ", ".join(f"{number} {word.lower()}" for word, number in counts if number)
            yield from wrapped(f"  {many(len(some), f'{importance} item')}: {said}", width, "    ")
    missing = [
        f for f in findings if checklist.item(f.item).importance == "core" and _code(f) in _NOT_IN_PLACE
    ]  # fmt: skip
    if missing:
        yield "  Core items not in place:"
    for finding in sorted(missing, key=lambda f: _NOT_IN_PLACE.index(_code(f))):
        promised = " (promised)" if finding.promised else ""
        item = checklist.item(finding.item)
        yield from wrapped(f"    {item.id}  {item.requirement}{promised}", width, " " * (len(item.id) + 6))


def _details(
    body: str, findings: Sequence[Finding], checklist: Checklist, mask: Mask, width: int, masks: Mapping[str, Mask]
) -> Iterator[str]:  # fmt: skip
    """Every item: the core ones first, and of those the ones with most to do."""
    codes = list(JUDGEMENTS)
    order = sorted(
        findings, key=lambda f: (IMPORTANCE.index(checklist.item(f.item).importance), codes.index(_code(f)))
    )  # fmt: skip
    yield f"{mask.text(body)}, item by item"
    for finding in order:
        item, code = checklist.item(finding.item), _code(finding)
        first = f"  {JUDGEMENTS[code][0]:{_WORDS}}  {item.id}  "
        yield from wrapped(f"{first}{item.requirement}", width, " " * len(first))
        if code == "met" and not finding.elsewhere:
            continue
        yield from wrapped(f"      {mask.text(finding.reason)}", width, "      ")
        for run in finding.evidence[:2]:
            yield from _quoted(run, mask, width)
        for document, run in finding.elsewhere[:2]:
            yield from wrapped(f"      in {document}:", width, "        ")
            yield from _quoted(run, masks[document], width)
        if code in GAPS:
            yield from wrapped(f"      Next: {item.next_step}", width, "        ")


def _code(finding: Finding) -> str:
    return "promised" if finding.promised else str(finding.judgement)


def notes_text(found: Sequence[Note], mask: Mask, width: int = _WIDTH) -> str:
    """The consistency notes with their places, under a heading; nothing where there are none."""
    lines = ["", "", "Rules that do not fit together, and leftovers"] if found else []
    for note in found:
        whose = f"{note.body}: " if note.body else ""
        lines += wrapped(f"  {mask.text(whose + note.text)}", width, "    ")
        lines += [line for run in note.evidence for line in _quoted(run, mask, width)]
    return "\n".join(lines)


def _quoted(run: Evidence, mask: Mask, width: int) -> list[str]:
    words = " ".join(mask.quote(run).split())
    return wrapped(f"      {place(run) or 'text'}: “{words}”", width, "        ")
