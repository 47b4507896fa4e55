"""Random and mutated governance text: structure and clauses are found without a fault, and quotes are the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from amount import MANY, tries
from hypothesis import given
from texts import governance

from torparse import compare, workers
from torparse.contract import record_from_json, record_to_json
from torparse.model import Document
from torparse.pipeline import extract_document
from torparse.readers import Limits
from torparse.readers._base import Source
from torparse.readers.text import read
from torparse.workers import Bounds


def document(text: str, suffix: str = ".txt") -> Document:
    """A text as a file of that ending would be read."""
    path = Path(f"made{suffix}")
    return read(Source(path, path.name, text.encode(), Limits()))


def sound(task: tuple[str, str]) -> int:
    """How many clauses a text has; fails where one is not what it says it is. Also the job of a process apart."""
    found = document(*task)
    record = extract_document(found)
    for clause in record.clauses:
        assert clause.evidence
        for run in clause.evidence:
            assert 0 <= run.start < run.end <= len(found.text)
            assert run.quote == found.text[run.start : run.end]
            assert run.quote == run.quote.strip()
    assert record_to_json(record_from_json(found, record_to_json(record))) == record_to_json(record)
    compare.compare([record])
    return len(record.clauses)


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@tries(12)
@given(governance())
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_any_text_has_its_clauses(suffix: str, text: str) -> None:
    if MANY:  # a text that takes for ever is a failure there; the suite asserts nothing on time
        workers.run(sound, (text, suffix), Bounds(seconds=60), where="made")
    else:
        sound((text, suffix))
