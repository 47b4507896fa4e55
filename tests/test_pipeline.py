"""What the pipeline adds to single hits: merging, bodies, annex lists, terms of chairs, kinds that lay nothing down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from torparse.model import Kind, Record, Status
from torparse.pipeline import extract

HEAD = "Ashby Partnership\n\nTerms of reference\n\n"


def record_of(text: str, folder: Path) -> Record:
    """The record of a small text file."""
    path = folder / "small.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path)


def values(record: Record, kind: str) -> list[tuple[str | None, dict[str, Any], str]]:
    """Body, value and status of the clauses of one type."""
    return [(c.body, c.value.as_dict(), str(c.status)) for c in record.clauses if c.type == kind]


def test_a_rule_said_twice_is_one_clause_with_two_runs(tmp_path: Path) -> None:
    text = HEAD + "4.5 A quorum of three voting members is required.\n\n9.1 The quorum is three voting members.\n"
    clauses = [c for c in record_of(text, tmp_path).clauses if c.type == "quorum"]
    assert [len(c.evidence) for c in clauses] == [2]
    assert [run.section for run in clauses[0].evidence] == ["4.5", "9.1"]


def test_two_different_rules_stay_two_clauses(tmp_path: Path) -> None:
    text = HEAD + "The quorum is three members.\n\nThe quorum is five members.\n"
    assert [v["count"] for _, v, _ in values(record_of(text, tmp_path), "quorum")] == [3, 5]


def test_bodies_keep_their_own_rules(tmp_path: Path) -> None:
    text = (
        "ASHBY PARTNERSHIP\n\nTERMS OF REFERENCE\n\nThe Partnership meets twice a year.\n\n"
        "ASHBY BOARD\n\nThe Board meets monthly.\n\nFour members are a quorum.\n"
    )
    record = record_of(text, tmp_path)
    assert {b: v["per_year"] for b, v, _ in values(record, "meeting_frequency")} == {
        "Ashby Partnership": 2,
        "Ashby Board": 12,
    }
    assert [b for b, _, _ in values(record, "quorum")] == ["Ashby Board"]


def test_a_group_that_only_a_sentence_gives_rules_to_is_a_body(tmp_path: Path) -> None:
    text = HEAD + "The Partnership meets quarterly.\n\nThe Steering Group meets monthly. Its quorum is three members.\n"
    record = record_of(text, tmp_path)
    assert [b.name for b in record.bodies] == ["Ashby Partnership", "Steering Group"]


def test_a_group_with_a_single_rule_gets_no_column(tmp_path: Path) -> None:
    record = record_of(HEAD + "The Partnership meets quarterly.\n\nThe Steering Group meets monthly.\n", tmp_path)
    assert [b.name for b in record.bodies] == ["Ashby Partnership"]
    assert record.mentioned == ("Steering Group",)


def test_a_partnership_whose_rules_are_its_boards_is_no_second_body(tmp_path: Path) -> None:
    text = (
        "ASHBY PARTNERSHIP\n\nCONSTITUTION\n\n1 THE BOARD\n\nThe Board has twelve members.\n\n"
        "2 MEETINGS\n\nThe Board meets monthly.\n\n3 QUORUM\n\nFour members are a quorum.\n"
    )
    record = record_of(text, tmp_path)
    assert [(b.name, b.main) for b in record.bodies] == [("Board", True)]
    assert [b for b, _, _ in values(record, "quorum")] == ["Board"]


def test_a_group_that_is_only_mentioned_is_none(tmp_path: Path) -> None:
    text = HEAD + "The Partnership meets quarterly and reports to the Scrutiny Committee.\n"
    assert [b.name for b in record_of(text, tmp_path).bodies] == ["Ashby Partnership"]


def test_a_term_of_a_chair_is_two_clauses(tmp_path: Path) -> None:
    record = record_of(HEAD + "The members shall elect a Chair each year.\n", tmp_path)
    assert values(record, "term_of_office") == [(None, {"role": "chair", "term": "P1Y"}, "stated")]
    assert values(record, "chair_appointment")[0][1]["term"] == "P1Y"


def test_a_term_said_elsewhere_completes_the_appointment(tmp_path: Path) -> None:
    text = HEAD + "The Chair is appointed by the Council.\n\nThe Chair shall hold office for three years.\n"
    appointment = values(record_of(text, tmp_path), "chair_appointment")[0][1]
    assert appointment == {"role": "chair", "method": "appointed", "by": "council", "term": "P3Y"}


def test_the_list_of_annexes_belongs_to_the_rule_that_names_the_annex(tmp_path: Path) -> None:
    text = (
        HEAD + "1. Complaints\n\nThe Partnership deals with complaints as set out in Annex 5.\n\n"
        "ANNEXES\n\nAnnex 5\nComplaints protocol (to be developed)\n"
    )
    clauses = [c for c in record_of(text, tmp_path).clauses if c.type == "complaints"]
    # where the text anywhere says that the wording is unwritten it is a placeholder (GUIDE.md, Status)
    assert [(c.status, len(c.evidence)) for c in clauses] == [(Status.PLACEHOLDER, 2)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "Induction guide for new members\n\nYour terms should set out:\n\n- the quorum\n- voting procedures\n",
            Kind.INDUCTION_GUIDE,
            Status.RECOMMENDED,
        ),
        (
            (
                "Report of the Director\n\nPurpose of the report\n\nThe draft agreement is attached as Appendix A.\n\n"
                "It includes the following sections:\n\n- A section on the quorum\n- A section on decision making\n\n"
                "Recommendations\n\nIt is recommended that the Board approves it.\n\nOfficer to contact: see website\n"
            ),
            Kind.COMMITTEE_REPORT,
            Status.DEFERRED,
        ),
    ],
)
def test_guides_recommend_and_reports_point(text: str, kind: Kind, status: Status, tmp_path: Path) -> None:
    record = record_of(text, tmp_path)
    assert record.kind is kind
    assert {c.type: c.status for c in record.clauses if c.type != "document_facts"} == {
        "quorum": status,
        "voting": status,
    }


def test_minutes_lay_nothing_down(tmp_path: Path) -> None:
    text = (
        "Minutes of the Ashby Board\n\nPresent: six members\n\nApologies: two\n\nMatters arising\n\n"
        "The Board agreed that a quorum of four members is required and that it will meet monthly.\n"
    )
    assert record_of(text, tmp_path).clauses == ()


def test_thresholds_belong_to_what_their_sentence_is_about(tmp_path: Path) -> None:
    text = HEAD + ("The Partnership may be dissolved by two thirds of all members at a meeting with 21 days' notice.\n")
    record = record_of(text, tmp_path)
    assert values(record, "voting") == []
    assert [v["subject"] for _, v, _ in values(record, "notice")] == ["dissolution"]
    dissolution = values(record, "dissolution")[0][1]
    assert dissolution["threshold"] == "two_thirds"
    assert dissolution["notice"] == "P21D"


def test_an_ambiguous_word_is_flagged(tmp_path: Path) -> None:
    record = record_of(HEAD + "The Board meets biannually.\n", tmp_path)
    clause = next(c for c in record.clauses if c.type == "meeting_frequency")
    assert any("ambiguous" in note for note in clause.notes)


@pytest.mark.parametrize(
    "title", ["Community Content License", "# Licence", "Software Licence Agreement", "Minutes of the Board"]
)
def test_a_document_that_lays_no_terms_down_has_no_column(title: str, tmp_path: Path) -> None:
    text = f"{title}\n\nVersion 2.0, January 2004\n\nIn case of a disagreement the original text decides.\n"
    record = record_of(text, tmp_path)
    assert (record.kind, record.bodies, record.clauses) == (Kind.OTHER, (), ())


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("# Ashby Board Handbook\n\n## Meetings\n\nThe Board meets every quarter.\n", True),
        # advice to many partnerships lays nothing down, whatever it is called
        ("# Handbook\n\n## Meetings\n\nMost partnerships meet every quarter. LSPs say so; all LSPs do.\n", False),
    ],
)  # fmt: skip
def test_a_handbook_of_one_body_states_its_rules(text: str, stated: bool, tmp_path: Path) -> None:
    path = tmp_path / "handbook.md"
    path.write_text(text, encoding="utf-8")
    record = extract(path)
    assert record.kind is Kind.INDUCTION_GUIDE
    assert [c.value.as_dict() for c in record.clauses] == ([{"per_year": 4, "bound": "exact"}] if stated else [])
    assert record.bodies == ()  # a guide has no column


def test_a_president_beside_a_chair_is_no_chair(tmp_path: Path) -> None:
    path = tmp_path / "club.md"
    title = "# Ashby Club: constitution\n\n## Officers\n\n"
    path.write_text(f"{title}The Club may appoint a President.\n\nThe Committee elects a Chairman.\n", encoding="utf-8")
    chairs = [c for c in extract(path).clauses if c.type == "chair_appointment"]
    assert [[run.quote for run in c.evidence] for c in chairs] == [["The Committee elects a Chairman."]]
    path.write_text(f"{title}The members elect a President each year.\n", encoding="utf-8")
    assert [c.type for c in extract(path).clauses if c.type == "chair_appointment"] == ["chair_appointment"]


def test_a_chair_named_in_a_table_of_members_is_one_clause(tmp_path: Path) -> None:
    path = tmp_path / "board.md"
    rows = "* Al Smith\tClerk\n* Jo Bloggs (Chair)\tHead of Design, Ashby Works\n* Di Jones\tNurse\n"
    path.write_text(f"# Ashby Board: terms of reference\n\n## Members\n\n{rows}", encoding="utf-8")
    chairs = [c for c in extract(path).clauses if c.type == "chair_appointment"]
    assert [c.value.as_dict() for c in chairs] == [{"role": "chair"}]
    assert [run.quote for run in chairs[0].evidence] == ["Jo Bloggs (Chair)"]


def test_minutes_in_a_table_of_documents_are_no_rule(tmp_path: Path) -> None:
    path = tmp_path / "group.md"
    aims = "\n\n".join(f"Aim {number} of the Group is to plan for the town." for number in range(8))
    rows = "| Document | Version |\n| --- | --- |\n| Minutes Ashby Group 21st October 2009 | V11 |\n| Plan | V2 |\n"
    body = f"## Aims\n\n{aims}\n\nThe Group meets monthly.\n\n## Papers\n\n{rows}"
    path.write_text(f"# Ashby Group: terms of reference\n\n{body}", encoding="utf-8")
    assert [c.type for c in extract(path).clauses] == ["purpose", "meeting_frequency"]
