"""The benchmark against other programs counts torparse strictly and them kindly, as it says it does."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from torparse.annotations import Gold, read_gold
from torparse.contract import text_sha256

sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

import _peer_driver as driver
from _peer_scoring import Score, of_peer, of_torparse

from torparse.pipeline import extract_document

TEXT = (
    "Terms of reference of the Lower Ash Board\n\n1. Quorum\n\nThe quorum is five members.\n\n"
    "2. Notice\n\nMembers have 21 days' notice of a meeting.\n\n3. Complaints\n\n"
    "A complaint about the Board is made to the clerk in writing.\n"
)
CLAUSES: list[tuple[str, dict[str, Any], str]] = [
    ("quorum", {"count": 5, "of": "members"}, "The quorum is five members."),
    ("notice", {"subject": "meeting", "period": "P21D"}, "Members have 21 days' notice of a meeting."),
    ("complaints", {}, "A complaint about the Board is made to the clerk in writing."),
]


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    clauses = [
        {"type": kind, "body": None, "status": "stated", "value": value, "evidence": [list(place(words))]}
        for kind, value, words in CLAUSES
    ]
    made = {"document": "a.txt", "sha256": text_sha256(TEXT), "kind": "terms_of_reference", "bodies": []}
    (tmp_path / "a.gold.json").write_text(json.dumps(made | {"clauses": clauses}), encoding="utf-8")
    return read_gold(tmp_path / "a.gold.json", tmp_path)


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_torparse_has_what_it_finds(gold: Gold) -> None:
    record = extract_document(driver.document(Path("a.txt"), TEXT))
    score = of_torparse(gold, record)
    assert (score.values, score.named, score.values_all) == (5, 5, 5)
    assert (score.provisions, score.provisions_all) == (3, 3)


def test_a_number_in_the_evidence_is_right_whatever_it_counts(gold: Gold) -> None:
    found = [driver.one("number", 5.0, *place("five")), driver.one("number", 21.0, *place("21"))]
    assert of_peer(gold, found) == Score(values=1, named=0, values_all=5, provisions=1, provisions_all=3, given=2)
    # elsewhere it is not
    assert of_peer(gold, [driver.one("number", 5.0, *place("Terms"))]).values == 0


def test_a_period_without_a_place_is_right_anywhere(gold: Gold) -> None:
    score = of_peer(gold, [driver.one("duration", [3, "week"], of="notice")])
    assert (score.values, score.named) == (1, 1)
    assert of_peer(gold, [driver.one("duration", [3, "week"])]).named == 0
    assert of_peer(gold, [driver.one("duration", [20, "day"])]).values == 0


def test_a_title_finds_the_provision_and_names_what_is_in_it(gold: Gold) -> None:
    start, end = TEXT.index("1. Quorum"), TEXT.index("2. Notice")
    found = [driver.one("title", "1. Quorum", start, end), driver.one("number", 5.0, *place("five"))]
    score = of_peer(gold, found)
    assert (score.values, score.named, score.provisions) == (1, 1, 1)
    # a provision without values is right where it is named
    complaint = driver.one("title", "Complaints", TEXT.index("3. Complaints"), len(TEXT))
    assert of_peer(gold, [complaint]).values == 1
    # words of the document's own count by what they share
    assert of_peer(gold, [driver.one("text", "the members")]).values == 1


@pytest.mark.parametrize(
    ("field", "wanted", "found", "right"),
    [
        ("fraction", "1/2", driver.one("share", 0.5, 0, 1), True),
        ("fraction", "1/3", driver.one("number", 0.3333, 0, 1), True),
        ("fraction", "1/3", driver.one("share", 0.5, 0, 1), False),
        ("threshold", "two_thirds", driver.one("share", 0.67, 0, 1), True),
        ("per_year", 4, driver.one("duration", [3.0, "month"], 0, 1), True),
        ("per_year", 4, driver.one("duration", [1.0, "month"], 0, 1), False),
        ("interval", "P1Y", driver.one("duration", [12.0, "month"], 0, 1), True),
        ("agreed", "2008-11", driver.one("date", "2008-11-25", 0, 1), True),
        ("method", "elected", driver.one("title", "Election of officers", 0, 1), False),
        ("method", "elected", driver.one("text", "elected mayor", 0, 1), True),
        ("open", True, driver.one("number", 1.0, 0, 1), False),
    ],
)
def test_what_is_taken_for_the_value_of_a_field(field: str, wanted: object, found: dict[str, Any], right: bool) -> None:
    from _peer_scoring import _gives

    assert _gives(found, field, wanted) is right
