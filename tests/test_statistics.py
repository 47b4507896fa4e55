"""The sentence classifier: its marked sentences, what it proposes where no rule fits, and what it leaves alone."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from torparse import clauses, readers
from torparse.cli import main
from torparse.errors import BadData
from torparse.model import Record
from torparse.pipeline import extract_document
from torparse.statistics.features import columns, masked
from torparse.statistics.model import WEIGHTS, trained
from torparse.statistics.proposals import RULE, left_out, thresholds
from torparse.statistics.sentences import marked

SENTENCES = marked()


def record(text: str, tmp_path: Path) -> Record:
    path = tmp_path / "terms.md"
    path.write_text(f"# Terms of reference of the Vale Partnership\n\n{text}\n", encoding="utf-8")
    return extract_document(readers.read(path))


def test_marked_sentences_name_types_that_exist() -> None:
    assert {name for one in SENTENCES for name in one.types} <= set(clauses.types())


def test_every_proposed_type_has_sentences_for_and_near_misses() -> None:
    stated = Counter(name for one in SENTENCES for name in one.types)
    near = Counter(one.file for one in SENTENCES if one.file not in one.types)
    for name in thresholds():
        assert stated[name] >= 70, name
        assert near[name] >= 30, name


def test_no_sentence_is_marked_twice_otherwise() -> None:
    seen: dict[tuple[str, str, str], frozenset[str]] = {}
    for one in SENTENCES:
        assert seen.setdefault((one.topic, one.lead_in, one.text), one.types) == one.types, one.text


def test_a_sentence_without_types_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quorum.txt").write_text("Five make a quorum.\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"quorum\.txt:1"):
        marked(tmp_path)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Five members of the Board give 14 days' notice", "<num> <member> of the <body> give <dur> notice"),
        ("The Vice-Chair or a third of the trustees", "the <vice> or <frac> of the <member>"),
        ("The Clerk opens the hall", "the <post> opens the hall"),
    ],
)
def test_what_varies_is_masked(text: str, wanted: str) -> None:
    assert " ".join(masked(text).split()) == wanted


def test_heading_and_lead_in_count_apart_from_the_sentence() -> None:
    assert not columns("", topic="quorum") & columns("", lead_in="quorum")
    assert not columns("", topic="quorum") & columns("quorum")


def test_weights_are_plain_arrays_of_a_few_megabytes() -> None:
    assert WEIGHTS.stat().st_size < 4_000_000
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored.files} <= {"U", "i", "f"}


def test_the_classifier_has_learned_its_sentences() -> None:
    """Weights and sentences belong together: whoever adds sentences trains anew (python -m torparse.statistics)."""
    classifier = trained()
    assert set(classifier.types) == {name for one in SENTENCES for name in one.types}
    likely = classifier.probabilities((one.words, one.topic, one.lead_in) for one in SENTENCES)
    wanted = np.array([[name in one.types for name in classifier.types] for one in SENTENCES])
    assert np.mean((likely > 0.5) == wanted) > 0.998


def test_a_batch_gives_what_single_sentences_give() -> None:
    sentences = [(one.words, one.topic, one.lead_in) for one in SENTENCES[:20]]
    single = np.concatenate([trained().probabilities([one]) for one in sentences])
    assert np.allclose(trained().probabilities(sentences), single)
    assert trained().probabilities([]).shape == (0, len(trained().types))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("A delegate who keeps away from four meetings running hands back the seat.", "attendance", {}),
        (
            "A colleague may be sent in the place of any member who is away and has the same vote.",
            "deputies",
            {"allowed": True, "voting": True},
        ),
    ],
)
def test_words_that_no_rule_expects_are_proposed(
    text: str, name: str, value: dict[str, object], tmp_path: Path
) -> None:
    (clause,) = [one for one in record(text, tmp_path).clauses if one.type == name]
    assert clause.rule == f"{name}.{RULE}"
    assert clause.value.as_dict() == value
    assert clause.confidence < 0.6
    assert clause.evidence[0].quote == text


@pytest.mark.parametrize(
    "text",
    [
        "The valley has three secondary schools and a railway station with two platforms.",
        "If neither of them is in the room those who came choose somebody to take the chair for that meeting.",
        "Residents were asked whether a quorum of support could be found for the bypass, which was built in 1998.",
    ],
)
def test_other_words_are_left_alone(text: str, tmp_path: Path) -> None:
    assert not [one for one in record(text, tmp_path).clauses if one.rule.endswith(RULE)]


def test_nothing_is_proposed_beside_a_rule(tmp_path: Path) -> None:
    """What a rule knows in a document is mostly said again elsewhere, and a second clause would be spurious."""
    again = "It takes seven delegates at the table before we can decide anything at all."
    found = record(f"The quorum shall be seven members.\n\n{again}", tmp_path).clauses
    assert [one.rule for one in found if one.type == "quorum" and one.rule.endswith(RULE)] == []


def test_the_record_without_proposals_is_that_of_the_rules(tmp_path: Path) -> None:
    told = "A delegate who keeps away from four meetings running hands back the seat."
    found = record(f"The quorum shall be seven members.\n\n{told}", tmp_path)
    assert {one.type for one in found.clauses} - {one.type for one in left_out(found).clauses} == {"attendance"}
    assert "quorum" in {one.type for one in left_out(found).clauses}


def test_evaluate_says_what_the_layer_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# Terms of reference\n\nA delegate who keeps away from four meetings running hands back the seat.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    start = text.index("A delegate")
    clause = {"type": "attendance", "body": None, "status": "stated", "value": {}, "evidence": [[start, len(text) - 1]]}
    digest = hashlib.sha256(text.encode()).hexdigest()
    gold = {"document": "a.md", "sha256": digest, "kind": "terms_of_reference", "bodies": [], "clauses": [clause]}
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert main(["evaluate", str(tmp_path), "--documents", str(tmp_path), "--ablation"]) == 0
    out = capsys.readouterr().out
    assert "with the statistical layer: P 1.000 R 1.000" in out
    assert "without the statistical layer: P 0.000 R 0.000" in out
    assert "  attendance: +1 right, +0 spurious" in out
