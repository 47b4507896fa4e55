"""What evaluation measures beside the team's figures: spans, types taken for others, confidence, the baseline."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent / "benchmarks"))
import baseline

from conftest import ROOT
from made_gold import TEXT, entry, made_gold, predicted, scored
from torparse.annotations import read_annotations
from torparse.cli import main
from torparse.errors import BadData
from torparse.evaluate import Scores, view
from torparse.evaluate.baseline import Change, compared, known_clauses, right_clauses
from torparse.evaluate.calibration import calibration, errors_held
from torparse.evaluate.confusion import NOTHING, confusion
from torparse.evaluate.spans import SpanScores
from torparse.model import Status

QUORUM, PAPERS, CHAIR, MINUTES = (
    "The quorum is four members.",
    "Papers go out a week before.",
    "The Chair is elected yearly.",
    "Minutes are on the web.",
)

# ---- status, body and fields by type; macro beside micro


def test_status_and_body_are_shares_of_the_matched_clauses(tmp_path: Path) -> None:
    gold = [
        entry("quorum", {"count": 4}, QUORUM, body="Board"),
        entry("minutes", {}, MINUTES, status="deferred"),
        entry("notice", {"subject": "papers"}, PAPERS, body="Executive"),
    ]
    claims = (predicted("quorum", {"count": 4}, QUORUM, body="Executive"), predicted("minutes", {}, MINUTES))
    types = scored(tmp_path, gold, *claims).types
    assert (types["quorum"].status, types["quorum"].body) == (1.0, 0.0)
    assert (types["minutes"].status, types["minutes"].body) == (0.0, None)
    # a clause that is missed has neither
    assert (types["notice"].status, types["notice"].body) == (None, None)


def test_in_the_mean_of_the_types_each_counts_alike(tmp_path: Path) -> None:
    gold = [entry("quorum", {}, QUORUM), entry("notice", {}, PAPERS), entry("notice", {}, MINUTES)]
    claims = (predicted("notice", {}, PAPERS), predicted("notice", {}, MINUTES), predicted("conduct", {}, MINUTES))
    scores = scored(tmp_path, gold, *claims)
    # notice 1, quorum 0; conduct, which nobody annotated, has no recall and is left out
    assert scores.macro == (0.5, 0.5, 0.5)
    assert scores.group("all").f1 == 2 / 3
    assert scored(tmp_path / "none", []).macro == (0.0, 0.0, 0.0)


def test_each_field_is_counted(tmp_path: Path) -> None:
    gold = [entry("quorum", {"count": 4, "of": "members"}, QUORUM)]
    scores = scored(tmp_path, gold, predicted("quorum", {"count": 5, "of": "members", "strict": True}, QUORUM))
    counts = view.as_json({"a": scores})["types"]["quorum"]["by_field"]
    assert counts == {
        "count": {"right": 0, "asked": 1},
        "of": {"right": 1, "asked": 1},
        "strict": {"right": 0, "asked": 1},
    }


# ---- spans

SPANS = [
    # (the annotators' evidence, the predicted one, is it exact)
    ("The quorum is four members.", "The quorum is four members.", True),
    # marks and spaces at the ends do not matter, words do
    ("The quorum is four members.", "The quorum is four members", True),
    ("The quorum is four members.", "quorum is four members.", False),
    ("The quorum is four members.", "The quorum is four members. Papers", False),
]


@pytest.mark.parametrize(("wanted", "got", "exact"), SPANS)
def test_evidence_is_exact_where_it_holds_the_same_words(tmp_path: Path, wanted: str, got: str, exact: bool) -> None:
    scores = scored(tmp_path, [entry("quorum", {}, wanted)], predicted("quorum", {}, got))
    spans = SpanScores.of(scores.assessed)
    assert (spans.exact, spans.partial) == (int(exact), int(not exact))


def test_partial_evidence_counts_half_and_strictly_nothing(tmp_path: Path) -> None:
    gold = [entry("quorum", {}, QUORUM), entry("notice", {}, PAPERS), entry("minutes", {}, MINUTES)]
    claims = (
        predicted("quorum", {}, QUORUM),  # exact
        predicted("notice", {}, "a week before."),  # partial
        predicted("complaints", {}, CHAIR),  # invented; minutes are missed
        predicted("conduct", {}, CHAIR),
    )
    scores = scored(tmp_path, gold, *claims)
    spans = SpanScores.of(scores.assessed).as_dict()
    assert spans["strict"] == {"p": 0.25, "r": 0.333, "f1": 0.286}
    assert spans["partial"] == {"p": 0.375, "r": 0.5, "f1": 0.429}
    assert SpanScores.of(scores.assessed, "notice") == SpanScores(partial=1)
    assert SpanScores.of(()).as_dict()["strict"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


# ---- types taken for others


def test_a_missed_clause_and_an_invented_one_on_the_same_words_are_a_confusion(tmp_path: Path) -> None:
    gold = [
        entry("amendment", {}, PAPERS),
        entry("minutes", {}, MINUTES),
        entry("quorum", {}, QUORUM),
    ]
    claims = (
        predicted("notice", {}, "a week before."),  # 3 words of the amendment
        predicted("review_cycle", {}, "Papers go out a week"),  # 5 words: this one it was taken for
        predicted("conduct", {}, CHAIR),
        predicted("quorum", {}, QUORUM),
    )
    scores = scored(tmp_path, gold, *claims)
    assert confusion(scores.assessed) == {
        ("amendment", "review_cycle"): 1,
        ("minutes", NOTHING): 1,
        (NOTHING, "conduct"): 1,
        (NOTHING, "notice"): 1,
        ("quorum", "quorum"): 1,
    }
    assert "amendment taken for review_cycle: 1" in view.as_text({"a": scores})


# ---- confidence


def test_the_reliability_table_holds_confidence_against_what_is_right() -> None:
    rated = [(0.95, True), (0.95, True), (0.95, False), (1.0, True), (0.5, True), (0.59, False)]
    trust = calibration(rated)
    rows = [(b.low, b.high, b.n, round(b.confidence, 4), round(b.right, 4)) for b in trust.bins]
    # a bound belongs to the row above it, 1 to the last
    assert rows == [(0.5, 0.6, 2, 0.545, 0.5), (0.95, 1.0, 4, 0.9625, 0.75)]
    assert (trust.n, trust.errors) == (6, 2)
    assert trust.error == pytest.approx((2 * 0.045 + 4 * 0.2125) / 6)
    assert trust.brier == pytest.approx((2 * 0.05**2 + 0.95**2 + 0 + 0.5**2 + 0.59**2) / 6)


@pytest.mark.parametrize(
    ("rated", "held"),
    [
        # ten clauses, the least certain one is one of two errors
        ([(0.1, False), *[(0.9, True)] * 8, (0.95, False)], 0.5),
        # the least certain ones are right
        ([(0.1, True), *[(0.9, True)] * 8, (0.95, False)], 0.0),
        # all alike: a tenth holds a tenth, whatever the order in which they come
        ([(0.9, False), *[(0.9, True)] * 9], 0.1),
        ([*[(0.9, True)] * 9, (0.9, False)], 0.1),
        # fifteen clauses: the least certain one and half of the next two
        ([(0.1, False), (0.2, False), (0.2, True), *[(0.9, True)] * 12], 0.625),
        # nothing is wrong
        ([(0.9, True)] * 10, None),
        ([], None),
    ],
)
def test_the_errors_held_by_the_least_certain_tenth(rated: list[tuple[float, bool]], held: float | None) -> None:
    assert errors_held(rated) == (None if held is None else pytest.approx(held))


def test_a_clause_is_right_where_status_body_and_every_field_are(tmp_path: Path) -> None:
    gold = [
        entry("quorum", {"count": 4}, QUORUM, body="Board"),
        entry("notice", {"subject": "papers"}, PAPERS, body="Board"),
        entry("chair_appointment", {"role": "chair"}, CHAIR, status="deferred"),
    ]
    claims = (
        predicted("quorum", {"count": 4}, QUORUM, body="Executive", confidence=0.1),  # body
        predicted("notice", {"subject": "meeting"}, PAPERS, body="Board", confidence=0.2),  # value
        predicted("chair_appointment", {"role": "chair"}, CHAIR, confidence=0.3),  # status
        predicted("minutes", {}, MINUTES, confidence=0.4),  # invented
        predicted("conduct", {}, CHAIR, confidence=0.5),  # arguable
    )
    scores = scored(tmp_path, gold, *claims, arguable=[entry("conduct", {}, CHAIR)])
    outcomes = sorted((claim.confidence, right) for claim, right in scores.assessed[0].outcomes)
    assert outcomes == [(0.1, False), (0.2, False), (0.3, False), (0.4, False)]
    right = scored(tmp_path / "2", gold[:1], dataclasses.replace(claims[0], body="the Board")).assessed[0].outcomes
    assert [one for _, one in right] == [True]


# ---- the baseline


def known(scores: Scores) -> dict[str, list[tuple[str, int, int]]]:
    """A baseline made of these scores, as it comes back from its file."""
    return known_clauses(json.loads(json.dumps({"set": {"clauses": right_clauses(scores.assessed)}})), "baseline.json")


GOLD = [entry("quorum", {"count": 4}, QUORUM), entry("notice", {}, PAPERS), entry("minutes", {}, MINUTES)]


def test_gained_and_lost_are_told_by_document_and_range(tmp_path: Path) -> None:
    quorum, notice = predicted("quorum", {"count": 4}, QUORUM), predicted("notice", {}, PAPERS)
    before = scored(tmp_path / "1", GOLD, quorum, notice)
    # the order of the gold file and of the predictions is nothing to go by
    minutes = predicted("minutes", {}, MINUTES)
    now = scored(tmp_path / "2", GOLD[::-1], minutes, notice, predicted("quorum", {"count": 5}, QUORUM))
    assert compared(now.assessed, known(before)) == [
        Change("terms.txt", gained=(("minutes", 86, 109),), lost=(("quorum", 0, 27),))
    ]
    assert compared(now.assessed, known(now)) == [Change("terms.txt")]


def test_an_annotation_whose_ends_have_moved_is_the_same_and_one_that_is_gone_is_no_loss(tmp_path: Path) -> None:
    before = scored(tmp_path / "1", GOLD, predicted("quorum", {"count": 4}, QUORUM), predicted("notice", {}, PAPERS))
    moved = [entry("quorum", {"count": 4}, "quorum is four members")]
    now = scored(tmp_path / "2", moved, predicted("quorum", {"count": 4}, QUORUM))
    assert compared(now.assessed, known(before)) == [Change("terms.txt", gone=(("notice", 28, 56),))]
    # and one that is still asked for under other ends is lost where it is no more found
    assert compared(scored(tmp_path / "3", moved).assessed, known(before))[0].lost == (("quorum", 4, 26),)


def test_another_text_of_the_same_name_is_not_compared(tmp_path: Path) -> None:
    before = scored(tmp_path / "1", GOLD, predicted("quorum", {"count": 4}, QUORUM))
    now = scored(tmp_path / "2", GOLD)
    other = dataclasses.replace(now.assessed[0].gold, sha256="0" * 64)
    changed = compared([dataclasses.replace(now.assessed[0], gold=other)], known(before))
    assert changed == [Change("terms.txt", known=False)]
    assert "not in the baseline with this text" in view.changes_text(changed)


@pytest.mark.parametrize("data", [[], {"set": {}}, {"set": {"clauses": [{"right": []}]}}, {"set": {"clauses": [1]}}])
def test_a_file_that_is_no_baseline_is_one_clear_line(data: Any) -> None:
    with pytest.raises(BadData, match=r"b\.json: is no baseline with clauses"):
        known_clauses(data, "b.json")


def test_the_committed_baseline_knows_the_example_documents() -> None:
    text = (ROOT / "reports" / "baseline.json").read_text(encoding="utf-8")
    places = known_clauses(json.loads(text), "baseline.json")
    for gold in read_annotations(ROOT / "annotations", ROOT / "corpus"):
        assert {*places[gold.sha256]} <= {(one.type, *min(one.runs)) for one in gold.clauses}
        assert places[gold.sha256] or not gold.clauses


def test_the_baseline_s_file_holds_the_figures_with_a_line_for_each_part() -> None:
    figures = {"set": {"all": {"p": 0.5}, "types": {"quorum": {"p": 1.0, "spans": {}}}, "clauses": [{"right": []}, {}]}}
    text = baseline.as_json(figures)
    assert json.loads(text) == figures
    assert '\n   {"right": []},\n' in text
    assert '\n   "quorum": {"p": 1.0, "spans": {}}\n' in text


# ---- the command


def folders(tmp_path: Path) -> list[str]:
    """Two folders of annotations with their documents: in the first the quorum is found, in the second half of it."""
    made = []
    for name, count in (("one", 4), ("two", 5)):
        made_gold(tmp_path / name, entry("quorum", {"count": count, "of": "members"}, QUORUM), text=TEXT + name)
        made.append(str(tmp_path / name))
    return [*made, "--documents", *(f"{folder}/texts" for folder in made)]


def test_several_folders_are_scored_together_and_each(tmp_path: Path, capsys: Any) -> None:
    arguments = ["evaluate", *folders(tmp_path)]
    assert main([*arguments, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["documents"], data["types"]["quorum"]["gold"], data["types"]["quorum"]["fields"]) == (2, 2, 0.75)
    assert [part["fields"] for part in data["folders"].values()] == [1.0, 0.5]
    assert main(arguments) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if str(tmp_path) in line] == arguments[1:3]


@pytest.mark.parametrize(
    ("documents", "code", "said"),
    [
        (["one/texts", "two/texts", "two/texts"], 2, "2 folders of annotations and 3 of documents"),
        (["one/texts", "none"], 3, "is not a folder"),
    ],
)
def test_folders_that_do_not_go_together(
    tmp_path: Path, capsys: Any, documents: list[str], code: int, said: str
) -> None:
    golds = folders(tmp_path)[:2]
    assert main(["evaluate", *golds, "--documents", *(str(tmp_path / one) for one in documents)]) == code
    assert said in capsys.readouterr().err
    assert main(["evaluate", golds[0], golds[0], "--documents", str(tmp_path / "one/texts")]) == 2
    assert "given twice" in capsys.readouterr().err


def test_a_lost_clause_is_named_and_exits_with_1(tmp_path: Path, capsys: Any) -> None:
    arguments = ["evaluate", *folders(tmp_path)]
    assert main([*arguments, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    file = tmp_path / "baseline.json"

    def against(clauses: list[dict[str, Any]]) -> tuple[int, str]:
        file.write_text(json.dumps({"a set": {**data, "clauses": clauses}}), encoding="utf-8")
        code = main([*arguments, "--baseline", str(file)])
        return code, capsys.readouterr().out

    code, said = against(data["clauses"])
    assert (code, "0 gained, 0 lost in 2 documents" in said) == (0, True)
    code, said = against([{**one, "right": [["quorum", 0, 27]]} for one in data["clauses"]])
    assert (code, "terms.txt: lost quorum at 0-27" in said) == (1, True)
    code, said = against([{**one, "right": []} for one in data["clauses"]])
    assert (code, "terms.txt: gained quorum at 0-27" in said) == (0, True)
    assert TEXT[0:27] not in said
    file.write_text("{", encoding="utf-8")
    assert main([*arguments, "--baseline", str(file)]) == 2
    assert main([*arguments, "--baseline", str(tmp_path / "none.json")]) == 3


def test_predicted_statuses_other_than_gold_are_no_confusion_of_types(tmp_path: Path) -> None:
    claim = dataclasses.replace(predicted("quorum", {}, QUORUM), status=Status.DEFERRED)
    scores = scored(tmp_path, [entry("quorum", {}, QUORUM)], claim)
    assert confusion(scores.assessed) == {("quorum", "quorum"): 1}
