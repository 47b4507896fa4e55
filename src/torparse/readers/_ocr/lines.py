"""From recognised lines to runs as a PDF's own text gives them, with the usual misreadings of marks put right.

Only what no English line can be is put right: a bullet is read as a letter that stands off at the start of a line, "I"
as an upright stroke, and the lines of a table as strokes that stand off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from torparse.readers import _marks
from torparse.readers._ocr.tesseract import Line, Word
from torparse.readers._pdf.glyphs import Page, Run

_SIZE = 1.08  # the font's size to the height from descents to ascents of its letters
_GAP = 1.6  # a gap of so many times the font's size parts runs
_OFF = 0.75  # a gap of so many times the height of the letters is more than one between words
_LABEL_GAP = 60  # points between a number set apart and its text
_NEAR = 0.14  # sizes that differ from the body's by no more than this are the body's: heights of letters are uncertain
_STEP = 0.05  # sizes that differ by no more than this are one
_BULLETS = frozenset("e¢©®«»*°·o•¤")  # what a round bullet is read as
_CLAUSE = re.compile(r"\d{1,2}[:,]\d{1,2}(?:[.:,]\d{1,2})?")  # a clause number, its dot read as something else
_STROKES = frozenset(("|", "¦"))


def sureness(lines: Iterable[Line]) -> float:
    """The mean certainty of the words, longer ones counting for more; 0 where there are none."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def runs_of(line: Line, scale: float) -> list[Run]:
    """A line's words as runs in points, apart where there is a wide gap; ``scale`` is pixels a point."""
    size = line.height / scale * _SIZE
    groups = [group for part in _parts(line) for group in _apart(part, _GAP * size * scale)]
    if len(groups) > 1 and _is_label(groups[0]) and groups[1][0].x0 - groups[0][-1].x1 <= _LABEL_GAP * scale:
        groups[:2] = [groups[0] + groups[1]]  # or numbers at the top of pages would look like running heads
    return [_run(words, line, scale, size) for words in groups]


def _parts(line: Line) -> list[list[Word]]:
    """The words from left to right with misread marks put right, in parts that a stroke between cells parted."""
    words = sorted(line.words, key=lambda one: one.x0)
    off = _OFF * line.height
    parts: list[list[Word]] = [[]]
    for i, word in enumerate(words):
        before = word.x0 - words[i - 1].x1 if i else 0.0
        after = words[i + 1].x0 - word.x1 if i + 1 < len(words) else 0.0
        if i == 0 and after > off and len(word.text) <= 2 and _BULLETS.issuperset(word.text):
            parts[-1].append(replace(word, text="•"))
        elif i == 0 and after > off and _CLAUSE.fullmatch(word.text):
            parts[-1].append(replace(word, text=re.sub("[:,]", ".", word.text)))
        elif word.text not in _STROKES:
            parts[-1].append(word)
        elif max(before, after) <= off and len(words) > 1:
            parts[-1].append(replace(word, text="I"))
        else:
            parts.append([])
    return [part for part in parts if part]


def _apart(words: Sequence[Word], gap: float) -> list[list[Word]]:
    groups = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > gap:
            groups.append([])
        groups[-1].append(word)
    return groups


def _is_label(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    return len(text) <= 8 and (_marks.mark(f"{text} x") > _marks.Mark.NONE or text.rstrip(".)").isdigit())


def _run(words: Sequence[Word], line: Line, scale: float, size: float) -> Run:
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    bottom = line.base + line.slope * ((x0 + x1) / 2 - line.x0) + line.descent
    return Run(
        " ".join(word.text for word in words),
        x0 / scale, (bottom - line.height) / scale, x1 / scale, bottom / scale, round(size, 1),
    )  # fmt: skip


def settle_sizes(pages: Sequence[Page], body: float | None) -> None:
    """Make sizes that are alike the same: the body's is the one of most letters, others go together by likeness."""
    runs = [run for page in pages for run in page.runs]
    if not runs:
        return
    usual = median([run.size for run in runs for _ in run.text])
    if body is None or abs(body - usual) > 2 * _NEAR * body:
        body = round(usual * 2) / 2
    others: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: one.size):
        if abs(run.size - usual) <= _NEAR * usual:
            run.size = body
        elif others and run.size <= others[-1][-1].size * (1 + _STEP):
            others[-1].append(run)
        else:
            others.append([run])
    for group in others:
        size = median([run.size for run in group for _ in run.text]) * body / usual
        for run in group:
            run.size = round(size * 2) / 2
