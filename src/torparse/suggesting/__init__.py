"""Wording for the gaps of a draft, with the blanks filled from the draft's own facts."""

from __future__ import annotations

from torparse.suggesting.facts import LABELS, Fact, Facts, facts_of
from torparse.suggesting.wording import CAUTION, Suggestion, suggestion

__all__ = ["CAUTION", "LABELS", "Fact", "Facts", "Suggestion", "facts_of", "suggestion"]
