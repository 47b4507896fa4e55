"""Scoring an extraction against gold annotations (GUIDE.md, Scoring).

A predicted clause is matched with a gold clause of its type whose evidence it shares a word with, one to one
(``matching``). Precision, recall and F1 count matched clauses of the right status; ``fields`` and ``exact`` look at the
values of matched clauses, ``body`` at the bodies they name (``scores``). All shares are 0 to 1, rounded only where they
are shown. Beside these stand the cut of the evidence (``spans``), types taken for each other (``confusion``), the trust
that a confidence deserves (``calibration``), what has changed since a baseline (``baseline``), and how far two
annotators agree (``agreement``).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from torparse.annotations import read_annotations
from torparse.evaluate.matching import Claim, assess, record_for
from torparse.evaluate.scores import GROUPS, Mistake, Scores, Tally
from torparse.evaluate.values import FREE_TEXT
from torparse.model import Record

__all__ = ["FREE_TEXT", "GROUPS", "Claim", "Mistake", "Scores", "Tally", "evaluate"]


def evaluate(
    gold_dir: Path, records: Iterable[Record], texts_dir: Path | None = None, *, align: bool | None = None
) -> Scores:
    """Score records against the gold files of a folder (GUIDE.md, Scoring).

    A record belongs to the gold file that names its document, or that has the same name but for the last suffix. Where
    its text is another rendering of the reference text (a PDF's, a Word file's), quotes are placed by their words;
    ``align`` forces that on or off for all. The scores of several folders add up. Raises BadData as
    ``read_annotations`` does.
    """
    by_name = {record.document.name: record for record in records}
    golds = read_annotations(gold_dir, texts_dir)
    return Scores.of(assess(gold, record_for(gold, by_name), align) for gold in golds)
