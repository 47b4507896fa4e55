"""``extract --explain``: why a clause is there, and why a sentence with a cue is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from gold_records import document
from torparse import pipeline
from torparse.annotations import SCORED
from torparse.clauses import types
from torparse.cli import main
from torparse.explain import explain

TEXT = """Terms of Reference of the Harbour Board

Quorum

The quorum is four members of the Harbour Board.
The meeting was quorate throughout.
The quorum was lowered in 2012.
Those who have declared an interest may be heard on the quorum.

Executive

The Executive shall have a quorum of three members.
"""


def test_each_clause_has_its_rule_cue_body_and_the_parts_of_its_confidence() -> None:
    record = pipeline.extract_document(document(TEXT))
    whys = explain(document(TEXT)).clauses
    assert [why.clause.type for why in whys] == [clause.type for clause in record.clauses]
    assert [why.clause.confidence for why in whys] == [clause.confidence for clause in record.clauses]
    first = next(why for why in whys if why.clause.type == "quorum")
    said = first.lines()
    assert said[0].startswith("rule quorum.")
    assert said[1] == "cue: “quorum”"
    assert said[2].startswith("body: ")
    start, *others = (float(part) for part in re.findall(r"[+-]\d\.\d\d\b", said[3]))
    assert sum([start, *others]) == pytest.approx(sum(weight for _, weight in first.parts), abs=0.01)
    assert [abs(part) for part in others] == sorted(map(abs, others), reverse=True)


def test_a_sentence_with_a_cue_and_no_clause_says_why() -> None:
    passed = {one.text: one for one in explain(document(TEXT)).passed_over if one.type == "quorum"}
    assert passed["The meeting was quorate throughout."].reason.startswith("veto (")
    assert "meeting was quorate" in passed["The meeting was quorate throughout."].reason
    last = passed["Those who have declared an interest may be heard on the quorum."]
    assert (last.reason, last.line) == ("cue, no rule", 8)
    # what is a clause is not among them
    assert not any("four members" in text for text in passed)


def test_history_is_told_as_such() -> None:
    text = "Terms of Reference of the Board\n\nThe quorum was agreed at six in 2009.\n\nThe quorum is four.\n"
    reasons = [one.reason for one in explain(document(text)).passed_over if one.type == "quorum"]
    assert reasons == ["history, a drafter's remark or another body's rule"]


def test_a_covering_report_is_not_explained_sentence_by_sentence() -> None:
    text = "Report to Cabinet\n\nPurpose of report\n\nTo seek approval of terms of reference.\n\nRecommendations\n\n"
    text += "That the terms of reference in Appendix A, which set a quorum, be approved.\n"
    assert pipeline.extract_document(document(text)).kind == "committee_report"
    assert explain(document(text)).passed_over == ()


def test_the_guide_s_types_say_what_their_cue_is() -> None:
    # the explanation of a type without a cue would be silent: none of the guide's may be
    assert {name for name, type_ in types().items() if type_.cue is None} & set(SCORED) == set()
    # quorum keeps them in a module of its folder
    assert "not the rule" in types()["quorum"].vetoes
    assert sum(bool(type_.vetoes) for type_ in types().values()) >= 10


def test_the_command_prints_it(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(path), "--explain"]) == 0
    said = capsys.readouterr().out
    assert "      cue: “quorum”" in said
    assert re.search(r"\n  not taken:\n(?:.*\n)*    quorum, line 6: veto \(", said)
    assert main(["extract", str(path)]) == 0
    assert not re.search("cue: |not taken", capsys.readouterr().out)
