"""A provision told over several sentences: what points back is read with what it points to, and where that ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_clauses import extracted
from torparse import readers
from torparse.clauses import types
from torparse.model import Clause
from torparse.pipeline import extract_document
from torparse.rules.base import Hit
from torparse.rules.context import build
from torparse.rules.matters import MATTERS
from torparse.rules.referring import Matter
from torparse.statistics.proposals import proposed
from torparse.structure import analyse


def _of(type_: str, text: str, folder: Path) -> list[Clause]:
    return [clause for clause in extracted(text, folder).clauses if clause.type == type_]


def _matter(name: str) -> Matter:
    return next(one for one in MATTERS if one.name == name)


def test_evidence_is_the_sentence_that_names_the_matter_and_the_one_with_the_value(tmp_path: Path) -> None:
    (clause,) = _of("quorum", "A quorum is needed.\n\nIt takes five members. Tea is served.", tmp_path)
    assert [run.quote for run in clause.evidence] == ["A quorum is needed.", "It takes five members."]


def test_what_points_back_to_what_points_back_goes_on_with_the_first(tmp_path: Path) -> None:
    text = "Each partner names an alternate. They are named in writing. They may vote."
    (clause,) = _of("deputies", text, tmp_path)
    assert clause.value.as_dict() == {"allowed": True, "voting": True}


@pytest.mark.parametrize(
    "between",
    [
        "Biscuits are bought by the treasurer.",
        "Last year the quorum was never met.",
        "What does that mean?",
    ],
)
def test_another_sentence_between_ends_the_run(between: str, tmp_path: Path) -> None:
    assert _of("quorum", "The meeting must be quorate. It takes five people.", tmp_path)
    assert _of("quorum", f"The meeting must be quorate. {between} It takes five people.", tmp_path) == []


def test_a_sentence_that_names_another_matter_does_not_go_on_with_the_one_before(tmp_path: Path) -> None:
    text = (
        "A member may resign by giving two months' notice.\n\n"
        "A decision to wind up the Partnership needs two thirds of the members, and one month's notice of it is needed."
    )
    found = {(one.value.as_dict()["subject"], one.value.as_dict()["period"]) for one in _of("notice", text, tmp_path)}
    assert found == {("resignation", "P2M"), ("dissolution", "P1M")}


def test_a_heading_ends_the_run(tmp_path: Path) -> None:
    text = "Rules\n\nEverything needs a quorum.\n\nRooms\n\nIt takes five people to set the room out."
    assert all("count" not in one.value.as_dict() for one in _of("quorum", text, tmp_path))


def test_a_majority_of_a_change_is_not_that_of_ordinary_votes(tmp_path: Path) -> None:
    text = "These terms of reference can be changed. It takes two thirds of the members."
    found = extracted(text, tmp_path).clauses
    assert [one.value.as_dict() for one in found if one.type == "amendment"] == [
        {"by": "members", "threshold": "two_thirds"}
    ]
    assert [one for one in found if one.type == "voting"] == []


def test_what_follows_in_the_same_sentence_goes_on_with_its_subject() -> None:
    office = _matter("office")
    read = office.within("A vice-chair is chosen by the Board, who then holds office for three years.")
    assert read == "The vice-chair holds office for three years."
    assert office.within("Grants are made by the Board, who then holds office for three years.") is None


def test_a_name_that_was_not_told_gives_no_reading() -> None:
    attendance = _matter("attendance")
    told = attendance.named_in("Members come to all meetings.")
    assert told == {}
    assert attendance.reading("If this happens, the chair writes to them.", told) is None


@pytest.mark.parametrize("matter", MATTERS, ids=lambda one: one.name)
def test_a_matter_is_read_by_types_that_there_are(matter: Matter) -> None:
    assert set(matter.types) <= set(types())
    assert matter.expressions


CONTROL = """# Ashby Partnership

Terms of reference

| Version | Date | Author | Changes |
| --- | --- | --- | --- |
| 0.1 | 3 May 2021 | J. Reed, minutes secretary | Minutes to be published within two weeks |
| 0.2 | 4 June 2021 | J. Reed | Anyone who misses three meetings loses their place |

## {title}

| What | How |
| --- | --- |
| Attendance | Anyone who misses four meetings loses their place |
"""


def test_a_table_of_versions_lays_nothing_down(tmp_path: Path) -> None:
    path = tmp_path / "terms.md"
    path.write_text(CONTROL.format(title="Meetings"), encoding="utf-8")
    found = extract_document(readers.read(path)).clauses
    assert [one.value.as_dict()["missed"] for one in found if one.type == "attendance"] == [4]
    assert [one for one in found if one.type == "minutes"] == []


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("The Information Governance Policy is responsible for data protection.", None),
        ("Data protection is the responsibility of the Council's Privacy Policy.", None),
        ("Data protection is the responsibility of the Council's Policy Manager.", "council's policy manager"),
    ],
)
def test_a_paper_is_responsible_for_nothing(text: str, responsible: str | None, tmp_path: Path) -> None:
    (clause,) = _of("data_protection", text, tmp_path)
    assert clause.value.as_dict().get("responsible") == responsible


def test_statistics_do_not_propose_as_a_vote_what_a_rule_has_read_as_an_ending(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("Decisions are taken by a simple majority of the members present and voting.\n", encoding="utf-8")
    context = build(analyse(readers.read(path)))
    known = [("dissolution", Hit({}, context.sentences, "dissolution.rule"))]
    assert "voting" in {name for name, _ in proposed(context, [], types())}
    assert "voting" not in {name for name, _ in proposed(context, known, types())}
