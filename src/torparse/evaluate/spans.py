"""How well the evidence is cut out: strict and partial scores of spans.

The measures are those of SemEval-2013 Task 9 (Segura-Bedmar, Martínez and Herrero-Zazo 2013), which go back to MUC-5:
a clause's evidence counts as exact where it holds the same words as the annotators', as partial where it shares some
with them. Strict precision and recall count exact ones alone, partial ones count half in the partial measure. A unit is
a clause with all of its runs; spaces and marks at the ends of a run do not matter, and status, body and value do not
either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from torparse.align import Span
from torparse.evaluate.matching import Assessed


@dataclass(frozen=True, slots=True)
class SpanScores:
    """Counts of clauses by their evidence: ``exact``, ``partial``, and those that only one side has."""

    exact: int = 0
    partial: int = 0
    spurious: int = 0
    missed: int = 0

    @classmethod
    def of(cls, documents: Iterable[Assessed], type_name: str | None = None) -> SpanScores:
        """The scores of one clause type, or of all."""
        exact = partial = spurious = missed = 0
        for one in documents:
            words = [word.span() for word in re.finditer(r"\w+", one.gold.text)]
            for pair in one.pairs:
                if type_name in (None, pair.wanted.type):
                    equal = _words(words, pair.wanted.runs) == _words(words, pair.claim.spans)
                    exact += equal
                    partial += not equal
            spurious += sum(type_name in (None, claim.type) for claim in one.spurious)
            missed += sum(type_name in (None, wanted.type) for wanted in one.missed)
        return cls(exact, partial, spurious, missed)

    def as_dict(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1, strict and partial, rounded to three places."""
        return {"strict": self._measure(0), "partial": self._measure(0.5)}

    def _measure(self, half: float) -> dict[str, float]:
        matched = self.exact + self.partial
        score = self.exact + half * self.partial
        precision = score / (matched + self.spurious) if matched + self.spurious else 0.0
        recall = score / (matched + self.missed) if matched + self.missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3)}


def _words(words: list[Span], runs: Iterable[Span]) -> set[int]:
    """The numbers of the words that the runs touch."""
    return {i for i, (start, end) in enumerate(words) for a, b in runs if start < b and a < end}
