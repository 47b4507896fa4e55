"""Confidence: what is known of a clause, the model that weighs it, and how its weights are fitted."""

from __future__ import annotations

import dataclasses
import json
import math
import random
import sys
import tomllib
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent / "benchmarks"))
import confidence as fitting
from confidence import Row, as_toml, fit, left_out

from conftest import ROOT
from gold_records import document
from torparse import pipeline
from torparse.annotations import read_annotations
from torparse.confidence import features, rating
from torparse.confidence.model import LEAST, MOST, START, weights
from torparse.model import Clause
from torparse.structure import analyse

BOARD = "Terms of Reference of the Board\n\n"


def found(text: str, type_name: str = "quorum") -> tuple[Clause, tuple[str, ...]]:
    """The first clause of a type in a small document, and what is known of it."""
    setting = pipeline.provisions(analyse(document(text)))
    for provision, clause in pipeline.clauses_of(setting):
        if clause.type == type_name:
            return clause, features(provision, setting, clause.status, clause.completeness)
    raise AssertionError(f"no {type_name} in {text!r}")


FEATURES = [
    # (what holds, a text of which it holds, one of which it does not)
    ("rule quorum.value", "The quorum is four members.", "The quorum is to be confirmed."),
    ("status placeholder", "The quorum is to be confirmed.", "The quorum is four members."),
    ("no value", "There is no quorum.", "The quorum is four members."),
    ("cue only in the heading or beside", "Quorum\n\nFour members must attend.", "The quorum is four members."),
    ("its name in the heading", "Quorum\n\nThe quorum is four.", "Meetings\n\nThe quorum is four."),
    ("a condition or hedge", "The quorum is normally four members.", "The quorum is four members."),
    (
        "begins with a condition",
        "Where votes are taken the quorum is four.",
        "The quorum is four where votes are taken.",
    ),
    ("six words or fewer", "The quorum is four members.", "The quorum of each meeting is four members."),
    (
        "another type in the sentence",
        "The quorum is four members; the Board shall meet quarterly.",
        "The quorum is four members. The Board shall meet quarterly.",
    ),
    ("a length of time that no field holds", "The quorum is four at two weeks' notice.", "The quorum is four."),
    ("a share that no field holds", "The Chair is elected by two thirds.", "The Chair is elected by the Board."),
]


@pytest.mark.parametrize(("feature", "text", "other"), FEATURES)
def test_a_feature_holds_where_it_should_and_not_elsewhere(feature: str, text: str, other: str) -> None:
    type_name = "chair_appointment" if "Chair" in text else "quorum"
    assert feature in found(BOARD + text + "\n", type_name)[1]
    assert feature not in found(BOARD + other + "\n", type_name)[1]


def test_the_confidence_is_that_of_the_model() -> None:
    clause, known = found(f"{BOARD}The quorum is four members.\n")
    log_odds = weights()[START] + sum(weights().get(name, 0.0) for name in known)
    assert clause.confidence == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=6e-4)
    assert len(set(known)) == len(known)


def test_confidences_differ() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "annotations" / "texts").glob("*.txt"))[:4]]
    records = [pipeline.extract_document(document(text)) for text in texts]
    sure = {clause.confidence for record in records for clause in record.clauses}
    assert len(sure) > 20
    assert LEAST <= min(sure) < 0.8 < max(sure) <= MOST


def test_parts_add_up_and_what_has_no_weight_says_nothing() -> None:
    known = {START: 1.0, "a": 0.5, "b": -2.0}
    rated = rating(["b", "unheard of", "a"], known)
    assert rated.parts == ((START, 1.0), ("b", -2.0), ("a", 0.5))
    assert rated.confidence == round(1 / (1 + math.exp(0.5)), 3)
    assert rating(["a"], {START: 99.0}).confidence == MOST
    assert rating(["a"], {START: -99.0}).confidence == LEAST


def made_rows(n: int = 400) -> list[Row]:
    """Clauses of twenty documents: with "sound" nine in ten are right, without it half; "noise" tells nothing."""
    chance = random.Random(7)
    rows = []
    for i in range(n):
        sound = chance.random() < 0.5
        names = (("sound",) if sound else ()) + (("noise",) if chance.random() < 0.5 else ())
        rows.append(Row("made", f"text {i % 20}", names, chance.random() < (0.9 if sound else 0.5)))
    return rows


def test_the_fit_finds_what_tells_right_from_wrong_and_is_calibrated() -> None:
    rows = made_rows()
    known = fit(rows)
    assert known["sound"] > 1 > 0.5 > abs(known["noise"])
    for names in ((), ("sound",)):
        group = [row for row in rows if ("sound" in row.features) == bool(names)]
        mean = sum(rating(row.features, known).confidence for row in group) / len(group)
        assert mean == pytest.approx(sum(row.right for row in group) / len(group), abs=0.05)
    # what is seldom has no weight, and the order of the rows is nothing to the result
    seldom = [*rows, *(Row("made", "x", ("seldom",), False) for _ in range(fitting.FEW - 1))]
    assert "seldom" not in fit(seldom)
    assert fit(rows[::-1]) == known


def test_a_document_is_rated_without_its_own_clauses() -> None:
    rows = [row for row in made_rows(100) if row.text != "text 0"]
    # in one document alone a feature goes with errors: its own rating must not know that
    alone = [Row("made", "alone", ("mark",), False) for _ in range(10)]
    rated = {row.text: sure for row, sure in left_out([*rows, *alone])}
    assert rated["alone"] == rating([], fit(rows)).confidence
    assert rating(["mark"], fit([*rows, *alone])).confidence < rated["alone"]
    assert len(left_out(rows)) == len(rows)


def test_weights_come_back_from_their_file() -> None:
    known = {START: 1.5, 'rule "odd".name': -0.25, "tiny": 0.01}
    assert tomllib.loads(as_toml(known))["weights"] == {START: 1.5, 'rule "odd".name': -0.25}


def test_rows_are_the_clauses_that_count_each_text_once(tmp_path: Path) -> None:
    name = "pennow-valley-lifts-and-buses-2023"
    gold = json.loads((ROOT / "annotations" / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = (ROOT / "annotations" / "texts" / f"{name}.txt").read_bytes()
    folders = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
        (folder / gold["document"]).write_bytes(text)
        folders.append((folder, folder))
    rows = fitting.rows(folders)
    assert len(rows) == len(fitting.rows(folders[:1])) > 5
    assert {row.text for row in rows} == {read_annotations(*folders[0])[0].sha256}
    assert all(any(name.startswith("rule ") for name in row.features) for row in rows)
    assert dataclasses.asdict(rows[0])["folder"] == "a"
