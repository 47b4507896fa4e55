"""Which body a rule belongs to: the small documents of ``tests/documents/bodies.toml``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from torparse.model import Clause, Record
from torparse.pipeline import extract

DOCUMENTS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests" / "documents" / "bodies.toml").read_text(encoding="utf-8")
)["document"]
CASES = [
    pytest.param(row, rule, id=f"{number}-{rule['on'][:24]}")
    for number, row in enumerate(DOCUMENTS)
    for rule in row["rules"]
]
_LITTLE = {"the", "a", "an", "of", "s"}


def record_of(text: str, folder: Path) -> Record:
    """The record of a small document, as Markdown where it is marked up."""
    marked = re.search(r"^#|^---$|^\*\*|^\|", text, re.MULTILINE)
    path = folder / ("small.md" if marked else "small.txt")
    path.write_text(text, encoding="utf-8")
    return extract(path)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", name.lower())) - _LITTLE


def _agree(one: str, other: str) -> bool:
    """Half of the shorter name's words, as the guide scores bodies."""
    a, b = _words(one), _words(other)
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def right(record: Record, clause: Clause, body: str) -> bool:
    """Whether a clause has the wanted body; an empty one is the main body, or none."""
    main = next((one.name for one in record.bodies if one.main), None)
    if not body:
        return clause.body in (None, main)
    return _agree(clause.body or main or "", body)


@pytest.mark.parametrize(("row", "rule"), CASES)
def test_a_rule_has_its_body(row: dict[str, Any], rule: dict[str, str], tmp_path: Path) -> None:
    record = record_of(row["text"], tmp_path)
    on = [c for c in record.clauses if c.type == rule["type"] and any(rule["on"] in e.quote for e in c.evidence)]
    assert on, f"no {rule['type']} on {rule['on']!r}"
    assert [c.body for c in on if not right(record, c, rule["body"])] == [], row["comment"]
