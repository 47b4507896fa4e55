"""What people said is put upon the record, survives changes of the text, and is never dropped in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corrections.conftest import MINUTE, TEXT, changed, clause, correct, numbered, written
from torparse.contract import value_from_json
from torparse.corrections import Action, Applied, Quote, Say, Snapshot, agreement, apply
from torparse.model import Kind, Record, Source, Status, Verdict


def of(record: Record, action: Action, type_: str = "quorum", by: str = "Ann", **more: object) -> Say:
    """Something said of the record's clause of that type."""
    was = Snapshot.of(clause(record, type_), record.document)
    given = {"machine": was, "clause": None if action is Action.REJECT else was, **more}
    return Say(action=action, by=by, on=MINUTE.format(1), **given)  # type: ignore[arg-type]


def test_a_correction_takes_the_place_of_the_value_and_keeps_the_machines_beside(record: Record) -> None:
    said = replace(correct(record, "quorum", count=7), note="As minuted")
    made = clause(apply(record, numbered(said)).record, "quorum")
    assert made.value.as_dict() == {"count": 7, "of": "members"}
    assert made.source is Source.CORRECTED
    assert made.confidence == 1
    assert made.machine == clause(record, "quorum")
    assert made.review is not None
    assert (made.review.by, made.review.on, made.review.note) == ("Ann", "2026-03-04T10:00:00Z", "As minuted")
    assert made.evidence[0].quote == "The quorum of the Board is five members."


def test_what_is_confirmed_keeps_its_value(record: Record) -> None:
    made = clause(apply(record, numbered(of(record, Action.CONFIRM))).record, "quorum")
    assert made.source is Source.CONFIRMED
    assert made.value == clause(record, "quorum").value


def test_the_rest_stays_as_it_was(record: Record) -> None:
    made = apply(record, numbered(correct(record, "quorum", count=7))).record
    assert [c for c in made.clauses if c.type != "quorum"] == [c for c in record.clauses if c.type != "quorum"]


def test_without_a_history_the_record_is_the_machines(record: Record) -> None:
    assert apply(record, ()).record == record


def test_what_is_no_clause_is_taken_out_and_kept_apart(record: Record) -> None:
    made = apply(record, numbered(of(record, Action.REJECT))).record
    assert "quorum" not in {c.type for c in made.clauses}
    (out,) = made.rejected
    assert out.type == "quorum"
    assert out.review is not None
    assert out.review.by == "Ann"


def test_the_last_word_counts(record: Record) -> None:
    says = (of(record, Action.REJECT), correct(record, "quorum", count=7))
    made = apply(record, numbered(*says))
    assert clause(made.record, "quorum").value.as_dict()["count"] == 7
    assert not made.record.rejected


def test_a_missed_clause_is_added_at_its_words(record: Record) -> None:
    made = apply(record, numbered(_added(record)))
    new = clause(made.record, "conduct")
    assert new.machine is None
    assert new.source is Source.CORRECTED
    assert [run.quote for run in new.evidence] == ["The Assembly is open to the public."]
    assert new.evidence[0].section == "3"


def test_an_added_clause_can_be_corrected_and_taken_out(record: Record) -> None:
    added = _added(record)
    assert added.clause is not None
    later = Say(action=Action.CORRECT, by="Ann", on=MINUTE.format(2), of=1, clause=changed(added.clause, nolan=True))
    made = apply(record, numbered(added, later))
    assert clause(made.record, "conduct").value.as_dict() == {"nolan": True}
    gone = apply(record, numbered(added, later, Say(action=Action.REJECT, by="Ann", on=MINUTE.format(3), of=1)))
    assert "conduct" not in {c.type for c in gone.record.clauses}


def _added(record: Record) -> Say:
    start = TEXT.index("The Assembly is open")
    quote = Quote.of(record.document.text, start, start + len("The Assembly is open to the public."))
    made = Snapshot("conduct", Status.STATED, value_from_json("conduct", {}, "test"), (quote,), "Assembly")
    return Say(action=Action.ADD, by="Ann", on=MINUTE.format(1), clause=made)


def test_undo_and_undo_of_the_undo(record: Record) -> None:
    said = correct(record, "quorum", count=7)
    back = Say(action=Action.UNDO, by="Ann", on=MINUTE.format(2), of=1)
    assert clause(apply(record, numbered(said, back)).record, "quorum").source is Source.MACHINE
    again = Say(action=Action.UNDO, by="Ann", on=MINUTE.format(3), of=2)
    assert clause(apply(record, numbered(said, back, again)).record, "quorum").source is Source.CORRECTED


# another version of the text: its change, and whether the correction of the quorum still fits
CHANGES = [
    ("an unrelated line", "each year.", "each spring.", True),
    ("a paragraph before it", "1. Quorum\n", "Adopted in May.\n\n1. Quorum\n", True),
    ("white space in it", "The quorum of the Board is", "The quorum of the\nBoard is", True),
    ("its line deleted", "The quorum of the Board is five members.\n", "", False),
    ("its number changed", "five members", "six members", False),
]


@pytest.mark.parametrize(("what", "old", "new", "fits"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_changed_text(record: Record, tmp_path: Path, what: str, old: str, new: str, fits: bool) -> None:
    assert old in TEXT
    _, later = written(tmp_path, TEXT.replace(old, new))
    made = apply(later, numbered(correct(record, "quorum", count=7)))
    assert (not made.conflicts) is fits
    assert (not made.record.conflicts) is fits
    counts = [c.value.as_dict()["count"] for c in made.record.clauses if c.type == "quorum"]
    assert (counts == [7]) is fits


def test_a_conflict_says_what_no_longer_fits(record: Record, tmp_path: Path) -> None:
    _, later = written(tmp_path, TEXT.replace("The quorum of the Board is five members.\n", ""))
    (line,) = apply(later, numbered(correct(record, "quorum", count=7))).record.conflicts
    assert line == ("quorum, corrected by Ann on 2026-03-04: the words it rests on are not in the document any more")


def test_a_rejection_whose_words_are_gone_is_a_conflict_too(record: Record, tmp_path: Path) -> None:
    _, later = written(tmp_path, TEXT.replace("five members", "six members"))
    made = apply(later, numbered(of(record, Action.REJECT)))
    assert len(made.conflicts) == 1
    assert clause(made.record, "quorum").value.as_dict()["count"] == 6


def test_a_correction_stands_where_the_machine_no_longer_finds_the_clause(record: Record) -> None:
    without = replace(record, clauses=tuple(c for c in record.clauses if c.type != "quorum"))
    made = apply(without, numbered(correct(record, "quorum", count=7)))
    assert not made.conflicts
    assert clause(made.record, "quorum").value.as_dict()["count"] == 7


def test_of_equal_words_the_ones_in_the_same_surroundings_count(tmp_path: Path) -> None:
    twice = "Terms\n\n1. Board\n\nBoard quorum.\n\nThe quorum is three members.\n\n2. Forum\n\nForum quorum.\n\n"
    path, old = written(tmp_path, twice + "The quorum is three members.\n")
    second = old.document.text.rindex("The quorum")
    quote = Quote.of(old.document.text, second, second + len("The quorum is three members."))
    _, new = written(tmp_path, "A word put before.\n\n" * 9 + path.read_text())
    from torparse.corrections.anchoring import placed

    place = placed(quote, new.document.text)
    assert place is not None
    assert place[0] == new.document.text.rindex("The quorum")


def test_a_cell_that_is_not_needed(record: Record) -> None:
    said = _judged("Board", "P09")
    made = apply(record, numbered(said)).record
    (cell,) = made.judged
    assert (cell.body, cell.provision, cell.verdict) == ("Board", "P09", Verdict.NOT_NEEDED)
    assert cell.review.note == "No vice-chair by design"
    assert made.clauses == record.clauses


def test_a_verdict_can_be_taken_back(record: Record) -> None:
    none = replace(_judged("Board", "P09"), verdict=None)
    assert not apply(record, numbered(_judged("Board", "P09"), none)).record.judged


def test_a_verdict_on_a_cell_that_now_has_a_clause_is_a_conflict(record: Record) -> None:
    made = apply(record, numbered(_judged("Board", "P13")))
    assert not made.record.judged
    assert made.conflicts[0].reason == "the document now says something on this"


def test_a_verdict_on_a_body_that_is_gone_is_a_conflict(record: Record) -> None:
    made = apply(record, numbered(_judged("Forum", "P09")))
    assert made.conflicts[0].reason == "the body “Forum” is not in the document any more"


def _judged(body: str, provision: str) -> Say:
    return Say(
        action=Action.JUDGE, by="Ann", on=MINUTE.format(1), body=body, provision=provision,
        verdict=Verdict.NOT_NEEDED, note="No vice-chair by design",
    )  # fmt: skip


def test_the_kind_of_the_document(record: Record) -> None:
    said = Say(action=Action.KIND, by="Ann", on=MINUTE.format(1), kind=Kind.CONSTITUTION)
    assert apply(record, numbered(said)).record.kind is Kind.CONSTITUTION


def bodies(made: Applied) -> dict[str | None, set[str]]:
    """The types of the clauses of each body."""
    out: dict[str | None, set[str]] = {body.name: set() for body in made.record.bodies}
    for one in made.record.clauses:
        out.setdefault(one.body, set()).add(one.type)
    return out


def _of_bodies(action: Action, body: str, other: str, minute: int = 1, **more: object) -> Say:
    return Say(action=action, by="Ann", on=MINUTE.format(minute), body=body, other=other, **more)  # type: ignore[arg-type]


def test_a_body_renamed(record: Record) -> None:
    made = apply(record, numbered(_of_bodies(Action.RENAME, "Board", "Partnership Board")))
    assert bodies(made) == {
        "Assembly": {"meeting_frequency", "public_access"},
        "Partnership Board": {"quorum", "chair_appointment", "term_of_office"},
        None: {"review_cycle"},
    }
    (board,) = (body for body in made.record.bodies if body.main)
    assert board.aliases == ("Board",)


def test_a_body_merged_into_another(record: Record) -> None:
    made = apply(record, numbered(_of_bodies(Action.MERGE, "Assembly", "Board")))
    assert set(bodies(made)) == {"Board", None}
    assert len(bodies(made)["Board"]) == 5


def test_a_body_split(record: Record) -> None:
    moved = (Snapshot.of(clause(record, "public_access"), record.document),)
    made = apply(record, numbered(_of_bodies(Action.SPLIT, "Assembly", "Annual Forum", moved=moved)))
    assert bodies(made)["Annual Forum"] == {"public_access"}
    assert bodies(made)["Assembly"] == {"meeting_frequency"}


def test_what_was_said_under_either_name_of_a_body_stays(record: Record) -> None:
    rename = _of_bodies(Action.RENAME, "Board", "Partnership Board")
    said = correct(record, "quorum", count=7)
    assert said.clause is not None
    under_new = replace(said, clause=replace(said.clause, body="Partnership Board"))
    for says in ((said, rename), (rename, under_new), (rename, said)):
        made = apply(record, numbered(*says))
        assert clause(made.record, "quorum").body == "Partnership Board"
        assert clause(made.record, "quorum").value.as_dict()["count"] == 7
        assert not made.conflicts
    back = apply(record, numbered(rename, under_new, Say(action=Action.UNDO, by="Ann", on=MINUTE.format(3), of=1)))
    assert clause(back.record, "quorum").body == "Board"
    assert not back.conflicts


def test_a_name_that_is_taken_is_a_conflict(record: Record) -> None:
    made = apply(record, numbered(_of_bodies(Action.RENAME, "Board", "Assembly")))
    assert made.conflicts[0].reason == "there is already a body “Assembly”"
    assert made.record.bodies == record.bodies


def test_two_reviewers_differ_until_somebody_decides(record: Record) -> None:
    ann, ben = correct(record, "quorum", count=7), of(record, Action.CONFIRM, by="Ben")
    made = apply(record, numbered(ann, ben))
    (entry,) = (e for e in made.entries if e.events)
    assert entry.differs
    decided = replace(ann, by="Cat", decides=True)
    made = apply(record, numbered(ann, ben, decided))
    (entry,) = (e for e in made.entries if e.events)
    assert not entry.differs
    assert clause(made.record, "quorum").value.as_dict()["count"] == 7


def test_agreement_of_two_reviewers(record: Record) -> None:
    says = (
        correct(record, "quorum", count=7), correct(record, "quorum", by="Ben", count=7),
        of(record, Action.CONFIRM, "public_access"), of(record, Action.REJECT, "public_access", by="Ben"),
        of(record, Action.CONFIRM, "review_cycle"),
    )  # fmt: skip
    (found,) = agreement(apply(record, numbered(*says)).entries)
    assert (found.first, found.second, found.both, found.agreed) == ("Ann", "Ben", 2, 1)
    # observed 1/2, by chance 1/4: (1/2 - 1/4) / (1 - 1/4)
    assert found.kappa == pytest.approx(1 / 3)


def test_a_clause_keeps_its_address_while_its_words_stay(record: Record, tmp_path: Path) -> None:
    _, later = written(tmp_path, "A line put before.\n\n" + TEXT)
    ids = {e.machine.type: e.id for e in apply(record, ()).entries if e.machine}
    assert {e.machine.type: e.id for e in apply(later, ()).entries if e.machine} == ids
