"""Every marked example of every clause type: hits give the value and status, near-misses give nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from torparse.annotations import SCORED
from torparse.clauses import types
from torparse.model import Document, Record
from torparse.pipeline import extract_document
from torparse.readers import read
from torparse.rules.base import Example

CASES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, type_ in types().items()
    for number, example in enumerate(type_.examples)
]


def extracted(text: str, folder: Path) -> Record:
    """The record of a small text file that calls itself terms of reference."""
    path = folder / "example.txt"
    head = (
        ""
        if "terms of reference\n" in text.lower() or "constitution\n" in text.lower()
        else "Ashby Partnership\n\nTerms of reference\n\n"
    )
    path.write_text(f"{head}{text}\n", encoding="utf-8")
    document: Document = read(path)
    return extract_document(document)


@pytest.mark.parametrize(("name", "example"), CASES)
def test_marked_example(name: str, example: Example, tmp_path: Path) -> None:
    record = extracted(example.text, tmp_path)
    found = [c for c in record.clauses if c.type == name]
    if example in types()[name].examples[-_misses(name) :] and example.comment:
        assert found == [], f"near-miss ({example.comment}): {[str(c) for c in found]}"
        return
    wanted = dict(example.value or {})
    values = [(_scored(name, c.value.as_dict()), str(c.status)) for c in found]
    assert (_scored(name, wanted), str(example.status)) in values


def _misses(name: str) -> int:
    return sum(1 for example in types()[name].examples if example.comment)


def _scored(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """The fields that the guide scores; of the project's own types all."""
    fields = SCORED.get(name)
    return {k: list(v) if isinstance(v, tuple) else v for k, v in value.items() if fields is None or k in fields}


def test_every_type_has_its_examples() -> None:
    for name, type_ in types().items():
        misses = _misses(name)
        assert misses >= 5, name
        assert len(type_.examples) - misses >= 5, name


def test_every_type_has_a_definition_and_a_source() -> None:
    for name, type_ in types().items():
        assert "GUIDE.md" in type_.definition or "provision P" in type_.definition, name
