"""Fit the weights of confidence on annotated documents, and measure them on documents that they have not seen.

    python tests/benchmarks/confidence.py [GOLD DOCUMENTS]... [--write]

Without folders it takes the sets of ``baseline.py`` that are at hand. Each document is rated by weights fitted on all
others (leave one document out); what is printed is how those ratings fare. ``--write`` fits on all and writes
``src/torparse/confidence/weights.toml``; ``make confidence`` does that. A document that is in two folders counts once.
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads only wait for each other

import numpy as np
from baseline import SETS

from torparse import confidence, pipeline, readers
from torparse.annotations import Gold, read_annotations
from torparse.confidence.model import START, rating
from torparse.evaluate.calibration import Calibration, calibration
from torparse.evaluate.matching import assess
from torparse.evaluating import documents_of
from torparse.structure import analyse

FILE = Path(confidence.__file__).with_name("weights.toml")
RIDGE = 6.0
"""How strongly weights are drawn to 0: of 2, 4, 6, 8 and 16 that with the best likelihood on documents left out."""
FEW = 5
"""A feature of fewer clauses than these has no weight."""


@dataclass(frozen=True, slots=True)
class Row:
    """A predicted clause: its folder, its text (SHA-256), what is known of it, and whether it is right."""

    folder: str
    text: str
    features: tuple[str, ...]
    right: bool


def rows(folders: Sequence[tuple[Path, Path]]) -> list[Row]:
    """The predicted clauses of all documents, each text once."""
    found: dict[str, list[Row]] = {}
    for gold_dir, documents in folders:
        for gold in read_annotations(gold_dir, documents):
            for path in documents_of([gold], documents) if gold.sha256 not in found else ():
                found[gold.sha256] = _of_document(gold_dir.name, gold, path)
    return [row for part in found.values() for row in part]


def _of_document(folder: str, gold: Gold, path: Path) -> list[Row]:
    setting = pipeline.provisions(analyse(readers.read(path)))
    known = [
        confidence.features(provision, setting, clause.status, clause.completeness)
        for provision, clause in pipeline.clauses_of(setting)
    ]
    outcomes = assess(gold, pipeline.record_of(setting)).outcomes
    return [Row(folder, gold.sha256, known[claim.number], right) for claim, right in outcomes]


def fit(given: Sequence[Row]) -> dict[str, float]:
    """The weights: a logistic regression with a ridge, by Newton's method."""
    counts = Counter(name for row in given for name in row.features)
    names = [START, *sorted(name for name, n in counts.items() if n >= FEW)]
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(given), len(names)))
    for i, row in enumerate(given):
        table[i, [0, *(place[name] for name in row.features if name in place)]] = 1
    right = np.array([float(row.right) for row in given])
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 1e-6
    found = np.zeros(len(names))
    for _ in range(30):
        share = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (right - share) - ridge * found
        bend = (table.T * (share * (1 - share))) @ table + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-8:
            break
    return {name: round(float(one), 2) + 0.0 for name, one in zip(names, found, strict=True)}


def left_out(given: Sequence[Row]) -> list[tuple[Row, float]]:
    """Each clause with its confidence by the weights of all other documents."""
    rated = []
    for text in dict.fromkeys(row.text for row in given):
        known = fit([row for row in given if row.text != text])
        rated += [(row, rating(row.features, known).confidence) for row in given if row.text == text]
    return rated


def as_toml(weights: Mapping[str, float]) -> str:
    """The file of weights, those that say next to nothing left out."""
    lines = [f"{json.dumps(name)} = {weight:.2f}" for name, weight in weights.items() if abs(weight) >= 0.05]
    head = "# Weights of what is known of a clause, in log odds of its being right; written by: make confidence\n"
    return head + "[weights]\n" + "\n".join(lines) + "\n"


def line(name: str, trust: Calibration) -> str:
    """What the ratings of one set are worth; ``most`` is what a perfect order of its clauses would hold."""
    most = min(1.0, 0.1 * trust.n / trust.errors) if trust.errors else 0.0
    held = "-" if trust.held is None else f"{trust.held:.2f}"
    mean = sum(row.n * row.confidence for row in trust.bins) / trust.n if trust.n else 0.0
    right = 1 - trust.errors / trust.n if trust.n else 0.0
    figures = f"{trust.n:8}{trust.errors:8}{mean:8.2f}{right:8.2f}{trust.error:8.3f}{trust.brier:8.3f}"
    return f"{name:24}{figures}{held:>8}{most:8.2f}"


def main() -> None:
    """Rate every document by the others, print what that is worth and, if asked, write the weights."""
    parser = argparse.ArgumentParser(description="Fit and measure the confidence of clauses")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of annotations, each with that of its documents")
    parser.add_argument("--write", action="store_true", help="fit on all documents and write the weights")
    given = parser.parse_args()
    if len(given.folders) % 2:
        parser.error("give a folder of documents for each folder of annotations")
    pairs = [pair for pair in SETS.values() if all(map(Path.is_dir, pair))]
    if given.folders:
        pairs = list(zip(given.folders[::2], given.folders[1::2], strict=True))
    found = rows(pairs)
    rated = left_out(found)
    print("each document by the weights of the others")
    print(f"{'':24}{'clauses':>8}{'errors':>8}{'mean':>8}{'right':>8}{'ece':>8}{'brier':>8}{'held':>8}{'most':>8}")
    for folder in dict.fromkeys(row.folder for row in found):
        part = calibration((sure, row.right) for row, sure in rated if row.folder == folder)
        print(line(folder, part))
    print(line("all", calibration((sure, row.right) for row, sure in rated)))
    if given.write:
        FILE.write_text(as_toml(fit(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
