"""What sort of document it is: which lay rules down, and which only speak of rules (``tests/documents/kinds.toml``).

A document that lays nothing down gives no clause, whatever it tells about meetings and votes; the record says by its
kind, and by a warning, that nothing can be judged in it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from test_bodies import record_of
from torparse.model import Kind

TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests" / "documents" / "kinds.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", TABLE["silent"], ids=lambda row: row["comment"][:40])
def test_a_document_that_lays_nothing_down(row: dict[str, Any], tmp_path: Path) -> None:
    record = record_of(row["text"], tmp_path)
    assert [(c.type, c.evidence[0].quote) for c in record.clauses] == []
    assert record.kind is Kind.OTHER
    assert record.bodies == ()


@pytest.mark.parametrize("row", TABLE["silent"], ids=lambda row: row["comment"][:40])
def test_the_record_says_that_it_cannot_be_assessed(row: dict[str, Any], tmp_path: Path) -> None:
    warnings = " ".join(record_of(row["text"], tmp_path).warnings)
    assert "lays down no rules" in warnings
    assert row["sort"] in warnings


@pytest.mark.parametrize("row", TABLE["laying"], ids=lambda row: row["comment"][:40])
def test_a_document_that_lays_rules_down(row: dict[str, Any], tmp_path: Path) -> None:
    record = record_of(row["text"], tmp_path)
    assert any(row["quote"] in e.quote for c in record.clauses for e in c.evidence)
    assert str(record.kind) in row["kinds"]
    assert [w for w in record.warnings if "lays down no rules" in w] == []
