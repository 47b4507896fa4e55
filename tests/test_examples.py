"""``torparse examples``: how documents word a provision, grouped by value, each with its source."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import ROOT
from gold_records import document
from torparse.cli import main
from torparse.errors import TorparseError
from torparse.examples import Examples, examples_json, examples_page, examples_text, gathered, near_of, topic_of
from torparse.model import Record
from torparse.pipeline import extract_document

CORPUS = ROOT / "corpus"
ATTACK = "<script>alert(1)</script>"


def terms(name: str, place: str, *sentences: str) -> Record:
    """The record of short terms of reference."""
    lines = "\n\n".join(f"{n}. {sentence}" for n, sentence in enumerate(sentences, 1))
    return extract_document(document(f"{place} Partnership\nTerms of Reference\n\n{lines}\n", name))


HALF = "A meeting of the Partnership is quorate when one half of the members are present."
FOUR = "The quorum for any meeting shall be four members."
MEETS = "The Partnership shall meet four times a year."


@pytest.fixture(scope="module")
def records() -> Sequence[Record]:
    """Four sets of terms: one half twice in the same words, four members once, silence once."""
    return (
        terms("d.txt", "Dunmore", MEETS),
        terms("c.txt", "Corrow", MEETS, FOUR),
        terms("b.txt", "Brayle", MEETS, HALF),
        terms("a.txt", "Arnby", HALF, MEETS),
    )


def found(records: Sequence[Record], topic: str = "quorum", limit: int = 5, near: str = "") -> Examples:
    """The examples of these records."""
    asked = topic_of(topic)
    return gathered(records, asked, limit=limit, near=near_of(near, asked) if near else None)


def test_values_stand_in_groups_the_one_of_most_bodies_first(records: Sequence[Record]) -> None:
    (section,) = found(records).sections
    assert [(g.value, g.bodies) for g in section.groups] == [("At least 50% of the members", 2), ("4 present", 1)]
    assert found(records).silent == ("d.txt",)


def test_the_same_sentence_in_two_documents_appears_once_with_both_sources(records: Sequence[Record]) -> None:
    (example,) = found(records).sections[0].groups[0].examples
    assert example.quotes == (HALF,)
    assert example.document == "a.txt"
    assert example.source.startswith("a.txt, ")
    assert "line 4" in example.source
    (also,) = example.also
    assert also.exactly
    assert also.source.startswith("b.txt, ")
    assert examples_text(found(records)).count(HALF[:30]) == 1


def test_every_quote_is_the_text_at_its_offsets(records: Sequence[Record]) -> None:
    texts = {record.document.id: record.document.text for record in records}
    rows = json.loads(examples_json(found(records, near=FOUR), include_contacts=False))
    shown = [e for s in rows["sections"] for g in s["groups"] for e in g["examples"]]
    assert len(shown) == 2
    for example in shown:
        for run in example["evidence"]:
            assert texts[example["document"]][run["start"] : run["end"]] == run["quote"]


def test_a_limit_counts_what_is_left_out() -> None:
    some = [
        terms("a.txt", "Arnby", FOUR),
        terms("b.txt", "Brayle", "Meetings are quorate if at least four members, whoever they are, attend in person."),
    ]
    group = found(some, limit=1).sections[0].groups[0]
    assert len(group.examples) == 1
    assert group.more == 1
    assert group.bodies == 2
    assert "and 1 more" in examples_text(found(some, limit=1))
    assert group.examples[0].quotes == (FOUR,), "the shorter complete wording comes first"
    assert found(some, limit=2).sections[0].groups[0].more == 0


def test_a_wording_is_read_and_its_value_comes_first(records: Sequence[Record]) -> None:
    near = found(records, near="Four members of the Forum make a quorum.")
    assert len(near.near_reads_as) == 1
    assert near.near_reads_as[0].startswith("4 members")
    first, second = near.sections[0].groups
    assert first.same
    assert first.value == "4 present"
    assert not second.same
    closeness = first.examples[0].closeness
    assert closeness is not None
    assert closeness.same
    assert "“members”" in closeness.why
    assert "same value" in closeness.why
    assert 0 < closeness.likeness < 1


def test_a_wording_that_is_no_rule_is_ranked_by_its_words(records: Sequence[Record]) -> None:
    near = found(records, near="The weather was fine.")
    assert near.near_reads_as == ()
    assert not any(group.same for group in near.sections[0].groups)
    assert "does not read this as a rule" in examples_text(near)
    with pytest.raises(TorparseError, match="--near"):
        near_of(" ... ", topic_of("quorum"))


def test_types_with_subjects_are_grouped_by_them_first() -> None:
    record = terms(
        "a.txt", "Arnby",
        "Agendas and papers will be sent out five days before each meeting.",
        "Members will be given ten days' notice of each meeting.",
    )  # fmt: skip
    sections = found([record], "notice").sections
    assert [(s.title, [g.value for g in s.groups]) for s in sections] == [
        ("Meeting", ["10 days"]),
        ("Papers", ["5 days"]),
    ]


def test_values_of_as_many_bodies_stand_by_size() -> None:
    sent = "Agendas and papers will be sent out {} before each meeting."
    lengths = ("one month", "two weeks", "ten days", "three weeks")
    some = [terms(f"{n}.txt", "Arnby", sent.format(length)) for n, length in enumerate(lengths)]
    (section,) = found(some, "notice").sections
    assert [group.value for group in section.groups] == ["10 days", "2 weeks", "3 weeks", "1 month"]


def test_promises_and_pointers_are_no_examples() -> None:
    some = [
        terms("a.txt", "Arnby", MEETS, "Quorum: to be agreed."),
        terms("b.txt", "Brayle", MEETS, "The complaints procedure of the Partnership is set out in Annex 7."),
    ]
    quorum, complaints = found(some), found(some, "complaints")
    assert not quorum.sections
    assert [one.source[:5] for one in quorum.unwritten] == ["a.txt"]
    assert not complaints.sections
    assert [one.says for one in complaints.elsewhere] == ["Annex 7, not supplied"]
    assert complaints.silent == ("a.txt",)
    assert quorum.silent == ("b.txt",)


@pytest.mark.parametrize("name", ["P13", "p13", "Quorum", "quorum"])
def test_a_provision_goes_by_id_and_title(records: Sequence[Record], name: str) -> None:
    assert found(records, name).rules == 3


def test_a_provision_shows_its_own_fields_only() -> None:
    record = terms("a.txt", "Arnby", "Decisions are taken by a simple majority of those present, one vote a member.")
    (group,) = found([record], "P17").sections[0].groups
    assert "majority" in group.value.lower()
    assert "vote for each member" not in group.value


def test_a_slip_in_the_name_is_met_with_near_names(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["examples", "quorom", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "'quorom'" in said
    assert "Did you mean quorum" in said
    assert "torparse list" in said
    assert main(["list", "provisions"]) == 0
    assert re.search(r"^P13 +torparse +Quorum$", capsys.readouterr().out, re.MULTILINE)


def test_contacts_are_masked_unless_wanted() -> None:
    record = terms(
        "a.txt", "Arnby", "Complaints are to be sent to the Secretary at jo.reed@example.org within ten days."
    )
    topic = topic_of("complaints")
    masked, plain = (gathered([record], topic, limit=5, include_contacts=wanted) for wanted in (False, True))
    for text in (examples_text(masked), *(examples_page(masked, s, include_contacts=False) for s in ("md", "html"))):
        assert "jo.reed" not in text
        assert "█" in text
    assert "jo.reed@example.org" in examples_text(plain)
    assert "jo.reed" not in examples_json(masked, include_contacts=False)


def test_pages_escape_what_documents_hold() -> None:
    record = terms("a.txt", "Arnby", f"The quorum of the Partnership {ATTACK} shall be four members.")
    some = found([record])
    assert some.rules == 1
    assert ATTACK not in examples_page(some, "html", include_contacts=False)
    assert ATTACK not in examples_page(some, "md", include_contacts=False)


def test_markdown_has_each_wording_with_its_source_under_it(records: Sequence[Record]) -> None:
    text = examples_page(found(records), "md", include_contacts=False)
    assert re.search(rf"^> {re.escape(FOUR)}\n\nSource: c\.txt, ", text, re.MULTILINE)


def test_files_are_written_by_their_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(CORPUS / "askerdale-district-partnership-2015.md")
    begins = {"html": "<!DOCTYPE html>", "md": "# Examples: Quorum", "json": "{", "txt": "Quorum: "}
    for ending, begin in begins.items():
        out = tmp_path / f"out.{ending}"
        assert main(["examples", "quorum", source, "-q", "-o", str(out)]) == 0
        assert out.read_text(encoding="utf-8").startswith(begin)
    assert capsys.readouterr().out == ""
    assert main(["examples", "quorum", source, "-q", "--limit", "0"]) == 2


def test_the_seeds_have_two_quorums(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", "quorum", str(seeds), "-q", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    shown = [
        (e["document"].split("-")[0], e["bodies"], [run["section"] for run in e["evidence"]], e["also"])
        for section in data["sections"] for group in section["groups"] for e in group["examples"]
    ]  # fmt: skip
    assert shown == [
        ("basingstoke", ["Basingstoke and Deane LSP"], ["5 j)"], []),
        ("daventry", ["LSP Executive"], ["4.5"], []),
    ]
    assert all(group["more"] == 0 for section in data["sections"] for group in section["groups"])
    assert any("leicestershire" in name for name in data["cannot_be_judged"])
    assert not any("leicestershire" in name for name in data["silent"])
