"""Loads what finding clauses needs: a process that reads documents imports this module before its first one.

What is loaded here is no part of the time and memory that one document may take.
"""

from __future__ import annotations

from torparse import clauses, pipeline
from torparse.lexicon.patterns import settle
from torparse.statistics.model import trained
from torparse.structure import sentences

__all__ = ["pipeline"]

clauses.types()
trained()
sentences.pipeline()
settle()
