"""The checklist of a document on the terminal: one screen that says how things stand, then the details."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from torparse.checklists import IMPORTANCE, Checklist
from torparse.consistency import Note, note_kinds
from torparse.masking import Mask
from torparse.model import Evidence, Finding
from torparse.plain_words import many, wrapped
from torparse.report.dated import DatedGroup
from torparse.report.views import place
from torparse.report.words import GAPS, SHOWN_JUDGEMENTS
from torparse.reviews import finding_said

_WIDTH, _NARROWEST, _WIDEST = 100, 40, 120
_NO_MASKS: Mapping[str, Mask] = MappingProxyType({})
_WORDS = max(len(word) for word, _ in SHOWN_JUDGEMENTS.values())
_CORE = {"not_met": "not in place", "promised": "promised, and still to be written", "partly": "in place in part"}
_NAMED = 6  # dated references that the overview names of each group
_PLACEHOLDERS = "placeholders"


def overview_text(
    name: str,
    checklist: Checklist,
    findings: Sequence[Finding],
    noted: Sequence[Note],
    dated: Sequence[DatedGroup],
    mask: Mask,
    width: int = _WIDTH,
    next_: Sequence[str] = (),
    unsettled: Sequence[str] = (),
) -> str:
    """One screen: how many items stand how, the core items with something to do, what does not fit, what has gone.

    ``unsettled`` is what people said and no longer fits the document. ``next_`` are sentences on what to do next.
    ``width`` is the number of columns that lines are wrapped at.
    """
    lines = [*wrapped(f"{name} against: {checklist.title}", width)]
    for body in dict.fromkeys(f.body for f in findings):
        lines += ["", *_summary(body, [f for f in findings if f.body == body], checklist, mask, width)]
    others = [*unsettled, *_noted(noted, mask), *_gone(dated)]
    lines += ["", *(line for text in others for line in wrapped(text, width, "  "))] if others else []
    lines += ["", *(line for text in next_ for line in wrapped(text, width, "  "))] if next_ else []
    return "\n".join(lines)


def details_text(
    checklist: Checklist,
    findings: Sequence[Finding],
    mask: Mask,
    width: int = _WIDTH,
    masks: Mapping[str, Mask] = _NO_MASKS,
) -> str:
    """Every item with its reason, body by body. ``masks`` are those of the documents pointed to."""
    lines: list[str] = []
    for body in dict.fromkeys(f.body for f in findings):
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
    """How many items stand how, by importance, and the core items with something to do."""
    yield mask.text(body)
    for importance in IMPORTANCE:
        some = [f for f in findings if checklist.item(f.item).importance == importance]
        counts = [(word, sum(f.code == code for f in some)) for code, (word, _) in SHOWN_JUDGEMENTS.items()]
        if some:
            said = ", ".join(f"{number} {word.lower()}" for word, number in counts if number)
            yield from wrapped(f"  {many(len(some), f'{importance} item')}: {said}", width, "    ")
    core = [f for f in findings if checklist.item(f.item).importance == "core"]
    for code, words in _CORE.items():
        some = [f for f in core if f.code == code]
        if some:
            yield f"  Core items {words}:"
        for finding in some:
            item = checklist.item(finding.item)
            yield from wrapped(f"    {item.id}  {item.requirement}", width, " " * (len(item.id) + 6))


def _noted(found: Sequence[Note], mask: Mask) -> Iterator[str]:
    """The kinds of consistency notes with how many there are of each; leftovers with their places."""
    titles = {kind.name: kind.title for kind in note_kinds().values()}
    some = Counter(titles[note.kind] for note in found if note.kind != _PLACEHOLDERS)
    if some:
        named = "; ".join(f"{title[:1].lower()}{title[1:]}{f' ({n})' if n > 1 else ''}" for title, n in some.items())
        yield f"Rules that do not fit together: {named}"
    yield from (f"Still to be written: {mask.text(note.text)}" for note in found if note.kind == _PLACEHOLDERS)


def _gone(dated: Sequence[DatedGroup]) -> Iterator[str]:
    """The names of what the document mentions though it has gone."""
    for group in dated:
        names = [entry.name for entry in group.entries]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"Dated references, {group.title[:1].lower()}{group.title[1:]}: {', '.join(names[:_NAMED])}{more}"


def _details(
    body: str, findings: Sequence[Finding], checklist: Checklist, mask: Mask, width: int, masks: Mapping[str, Mask]
) -> Iterator[str]:  # fmt: skip
    """Every item: the core ones first, and of those the ones with most to do."""
    codes = list(SHOWN_JUDGEMENTS)
    order = sorted(
        findings, key=lambda f: (IMPORTANCE.index(checklist.item(f.item).importance), codes.index(f.code))
    )  # fmt: skip
    yield f"{mask.text(body)}, item by item"
    for finding in order:
        item, code = checklist.item(finding.item), finding.code
        first = f"  {SHOWN_JUDGEMENTS[code][0]:{_WORDS}}  {item.id}  "
        yield from wrapped(f"{first}{item.requirement}", width, " " * len(first))
        people = finding.not_needed or finding.spared or finding.reviewed
        if code == "met" and not finding.elsewhere and not people:
            continue
        yield from wrapped(f"      {finding_said(finding, mask.text)}", width, "      ")
        for run in finding.evidence[:2]:
            yield from _quoted(run, mask, width)
        for document, run in finding.elsewhere[:2]:
            yield from wrapped(f"      in {document}:", width, "        ")
            yield from _quoted(run, masks[document], width)
        if code in GAPS:
            yield from wrapped(f"      Next: {item.next_step}", width, "        ")


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
