"""``torparse diff``: what changed between two versions of a document, and of a folder."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from conftest import ROOT
from torparse import pipeline, readers
from torparse.cli import main
from torparse.diff import Comparison, compared, diff_json, diff_page, diff_text
from torparse.diff.fields import Renaming
from torparse.diff.model import Change
from torparse.diff.pairing import paired
from torparse.diff.places import Places, Version
from torparse.diff.wording import Mark, key, likeness, marked, overlap, unlabelled, words
from torparse.masking import masks_for
from torparse.model import Record

ATTACK = "<script>alert(1)</script>"

BASE = """\
Fernlow Valley Partnership
Terms of Reference

1. Aims

The Partnership brings together those who look after the valley.

2. Meetings

The Partnership shall meet four times a year.

Agendas and papers will be sent out seven days before each meeting.

3. Decisions

The quorum is one half of the members.

Decisions are taken by a simple majority of those present.

4. Officers

Members elect the chair for two years.

5. Ending

The Partnership may be dissolved by a two-thirds majority of all members, of which 21 days' notice shall be given.

6. Conduct

Members declare any interest at the start of the meeting.

A complaint about the Partnership goes to the clerk of the valley trust.
"""

QUORUM = "The quorum is one half of the members."
PAPERS = "Agendas and papers will be sent out seven days before each meeting."
DISSOLUTION = (
    "The Partnership may be dissolved by a two-thirds majority of all members, of which 21 days' notice shall be given."
)


def record(folder: Path, text: str, name: str = "terms.txt") -> Record:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return pipeline.extract_document(readers.read(file))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return record(tmp_path_factory.mktemp("old"), BASE)


def edited(*edits: tuple[str, str], text: str = BASE) -> str:
    """``text`` with each edit made once; an edit that finds nothing to change is a mistake of the test."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def as_json(*documents: Any, contacts: bool = False) -> dict[str, Any]:
    made = json.loads(diff_json(Comparison(tuple(documents)), include_contacts=contacts))
    assert isinstance(made, dict)
    return made


def rows_of(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [row for one in data["documents"] for body in one["bodies"] for row in body["changes"]]


def in_brief(data: Mapping[str, Any]) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (row["change"], row["types"][0], [(f["label"], f["old"], f["new"]) for f in row["fields"]])
        for row in rows_of(data)
    ]


# ---- one edit, one row

EDITS = [
    # a share, the case of the issue
    ((QUORUM, "The quorum is two fifths of the members."), False, "changed_value", "quorum",
     [("share of members", "50%", "40%")]),
    # a number in words
    (("four times a year", "six times a year"), False, "changed_value", "meeting_frequency",
     [("meetings a year", "4", "6")]),
    # the same number, written otherwise
    (("four times a year", "4 times a year"), True, "reworded_only", "meeting_frequency", []),
    # a length of time in another unit: seven days are a week
    ((PAPERS, "Agendas and papers will go out one week before each meeting."), True, "reworded_only", "notice", []),
    # … and one that is longer
    (("seven days before", "ten days before"), False, "changed_value", "notice",
     [("days or weeks before", "7 days", "10 days")]),
    # a kind of days that was not said
    (("seven days before", "seven clear days before"), False, "changed_value", "notice",
     [("kind of days", "not said", "clear")]),
    # the notice is told once, with the dissolution that it is for
    (("21 days' notice", "28 days' notice"), False, "changed_value", "dissolution",
     [("notice", "21 days", "28 days")]),
    # a majority in the sentence that also gives the notice
    (("two-thirds majority of all", "three-quarters majority of all"), False, "changed_value", "dissolution",
     [("majority", "two thirds", "three quarters")]),
    # a term of office is told once, with the chair whose it is
    (("chair for two years", "chair for three years"), False, "changed_value", "chair_appointment",
     [("length of office", "2 years", "3 years")]),
    # a provision that goes
    ((QUORUM + "\n\n", ""), False, "removed", "quorum", []),
    # one that comes
    ((PAPERS, f"{PAPERS}\n\nThe meetings of the Partnership are open to the public."), False, "added",
     "public_access", []),
    # written anew from the first word to the last: still the quorum, not one that went and one that came
    ((QUORUM, "Business may be done only while five people are in the room."), False, None, "quorum", None),
    # a promise in the place of a rule
    ((QUORUM, "Quorum: to be agreed by the members at a later date."), False, "changed_status", "quorum", None),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "clean", "change", "type_", "fields"), EDITS)
def test_an_edit_gives_one_row(
    base: Record, tmp_path: Path, edit: tuple[str, str], clean: bool, change: str | None, type_: str, fields: Any
) -> None:
    data = as_json(compared(base, record(tmp_path, edited(edit))))
    found = in_brief(data)
    assert [row[1] for row in found] == [type_]
    assert change in (found[0][0], None)
    assert fields in (found[0][2], None)
    assert data["changed"] is not clean


def test_nothing_changed(base: Record, tmp_path: Path) -> None:
    """Line ends, spaces, capitals, dashes and quotation marks are no wording."""
    again = BASE.replace("\n\n", "\n\n\n").replace("two-thirds", "two–thirds").replace("21 days' n", "21 days’ N")
    data = as_json(compared(base, record(tmp_path, again)))
    assert rows_of(data) == []
    assert data["counts"]["unchanged"] == len(base.clauses)
    assert not data["documents"][0]["other_passages"]
    assert data["changed"] is False


@pytest.mark.parametrize(
    "name",
    [
        "askerdale-district-partnership-2015.md", "glenarrach-tenant-scrutiny-panel-2024.txt",
        "harrowmere-hwb-procedure-rules-2022.docx", "saltmere-bay-lsp-governance-2007.pdf",
        "kelderwick-csp-terms-version5-2011.odt", "nether-hallowby-neighbourhood-forum-page-2023.html",
    ],
)  # fmt: skip
def test_a_document_is_the_same_as_itself(name: str) -> None:
    one = pipeline.extract_document(readers.read(ROOT / "corpus" / name))
    changes = compared(one, one)
    assert changes.same
    assert sum(body.unchanged for body in changes.bodies) == len(one.clauses) > 0


def test_words_that_come_in_several_places_have_not_moved(tmp_path: Path) -> None:
    text = "\n\n".join(
        ("Fernlow Valley Partnership", "Terms of Reference", "1. Board", "The quorum is three members.",
         "2. Walks Group", "To be worked up.", "3. Mills Group", "To be worked up.", "4. Tea Group", "To be worked up.")
    )  # fmt: skip
    one = record(tmp_path, text + "\n")
    assert max(len(clause.evidence) for clause in one.clauses) > 1
    assert compared(one, one).same


def test_a_paragraph_in_another_section_has_moved(base: Record, tmp_path: Path) -> None:
    new = edited((QUORUM + "\n\n", ""), ("2. Meetings\n", f"2. Meetings\n\n{QUORUM}\n"))
    data = as_json(compared(base, record(tmp_path, new)))
    assert [(row["change"], row["types"]) for row in rows_of(data)] == [("moved", ["quorum"])]
    (row,) = rows_of(data)
    assert (row["evidence_old"][0]["section"], row["evidence_new"][0]["section"]) == ("3", "2")
    assert data["changed"] is False


def test_the_last_paragraph_of_a_section_that_becomes_the_first_of_the_next_has_moved(
    base: Record, tmp_path: Path
) -> None:
    new = edited((PAPERS + "\n\n3. Decisions\n", f"3. Decisions\n\n{PAPERS}\n"))
    data = as_json(compared(base, record(tmp_path, new)))
    assert [(row["change"], row["types"]) for row in rows_of(data)] == [("moved", ["notice"])]


def test_a_section_put_in_before_moves_nothing(base: Record, tmp_path: Path) -> None:
    """Every section behind it has another number; that alone is no change."""
    numbers = [(f"{n}. {t}", f"{n + 1}. {t}") for n, t in ((6, "Conduct"), (5, "Ending"), (4, "Officers"))]
    numbers += [
        ("3. Decisions", "4. Decisions"),
        ("2. Meetings", "2. Area\n\nThe valley ends at the weir.\n\n3. Meetings"),
    ]
    data = as_json(compared(base, record(tmp_path, edited(*numbers))))
    assert rows_of(data) == []
    passages = [p["wording"][0]["text"] for p in data["documents"][0]["other_passages"]]
    assert passages == ["2. Area", "The valley ends at the weir."]


def test_moved_and_changed_is_told_as_both(base: Record, tmp_path: Path) -> None:
    new = edited((QUORUM + "\n\n", ""), ("2. Meetings\n", "2. Meetings\n\nThe quorum is two fifths of the members.\n"))
    (row,) = rows_of(as_json(compared(base, record(tmp_path, new))))
    assert (row["change"], row["moved"]) == ("changed_value", True)


def test_a_sentence_that_is_no_provision_is_listed_and_changes_no_exit_code(base: Record, tmp_path: Path) -> None:
    new = edited((PAPERS, f"{PAPERS}\n\nTea is at four on the lawn."))
    data = as_json(compared(base, record(tmp_path, new)))
    assert rows_of(data) == []
    (passage,) = data["documents"][0]["other_passages"]
    assert passage["change"] == "added"
    assert passage["wording"] == [{"mark": "inserted", "text": "Tea is at four on the lawn."}]
    assert data["changed"] is False


def test_quotes_are_the_documents_own_words(base: Record, tmp_path: Path) -> None:
    new = record(tmp_path, edited((QUORUM, "The quorum is two fifths of the members.")))
    (row,) = rows_of(as_json(compared(base, new), contacts=True))
    for side, one in (("evidence_old", base), ("evidence_new", new)):
        for run in row[side]:
            assert one.document.text[run["start"] : run["end"]] == run["quote"]


# ---- words

MARKS = [
    # a word for a word
    ("at least 50% of members", "at least 40% of members",
     [("same", "at least"), ("deleted", "50%"), ("inserted", "40%"), ("same", "of members")]),
    # punctuation and capitals alone are no change; what stands there is the new version's
    ("The Chair, or a deputy", "the chair or a deputy", [("same", "the chair or a deputy")]),
    # words put in at the end
    ("open to all", "open to all members", [("same", "open to all"), ("inserted", "members")]),
    # nothing in common: one after the other
    ("Three members suffice.", "Nobody may decide alone or by letter.",
     [("deleted", "Three members suffice."), ("inserted", "Nobody may decide alone or by letter.")]),
    # little in common, and that scattered: likewise
    ("Members of the trust may vote in person.", "Votes of absent members in the trust are never counted by hand.",
     [("deleted", "Members of the trust may vote in person."),
      ("inserted", "Votes of absent members in the trust are never counted by hand.")]),
    # a short word alone between two changes goes with them
    ("notice of ten days is sent to every member by post",
     "notice of a fortnight is sent to every member by letter or e-mail",
     [("same", "notice of"), ("deleted", "ten days"), ("inserted", "a fortnight"),
      ("same", "is sent to every member by"), ("deleted", "post"), ("inserted", "letter or e-mail")]),
    ("the members of the board shall decide", "the trustees of a council shall decide",
     [("same", "the"), ("deleted", "members of the board"), ("inserted", "trustees of a council"),
      ("same", "shall decide")]),
    # a dash between spaces belongs to the word before it
    ("members – and others", "members and others", [("same", "members and others")]),
    ("", "quite new", [("inserted", "quite new")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MARKS)
def test_words_that_went_and_came_are_marked(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(run.mark), run.text) for run in marked(old, new)] == expected


@pytest.mark.parametrize(("old", "new", "_"), MARKS)
def test_marks_give_both_wordings_back(old: str, new: str, _: Any) -> None:
    runs = marked(old, new)
    assert key(" ".join(run.text for run in runs if run.mark is not Mark.INSERTED)) == key(old)
    assert key(" ".join(run.text for run in runs if run.mark is not Mark.DELETED)) == key(new)


@pytest.mark.parametrize(
    ("text", "heading", "bare"),
    [
        ("4.5 A quorum is three.", False, "A quorum is three."),
        ("(b) the Board", False, "the Board"),
        ("iv) the Board", False, "the Board"),
        ("• the Board", False, "• the Board"),
        ("• (a) the Board", False, "the Board"),
        ("**2\\. Meetings**", True, "Meetings**"),
        ("3 MEETINGS", True, "MEETINGS"),
        # a number that is a value, not a label
        ("3 councillors form a quorum", False, "3 councillors form a quorum"),
        ("e.g. the chair", False, "e.g. the chair"),
        ("12.5% of members", False, "12.5% of members"),
    ],
)  # fmt: skip
def test_numbers_before_a_passage_are_no_wording(text: str, heading: bool, bare: str) -> None:
    assert unlabelled(text, heading=heading) == bare


def test_likeness() -> None:
    assert likeness("A quorum of three.", "a quorum  of THREE") == 1
    assert likeness("a quorum of three members", "a quorum of four members") == pytest.approx(0.8)
    assert likeness("a quorum", "complaints go elsewhere") == 0
    assert overlap("one two three four", "one two three four") == 1
    assert overlap("one two three four", "five six seven eight") == 0
    assert overlap("", "") == 0
    assert words("a – b") == ["a –", "b"]


# ---- bodies

TWO = """\
Fernlow Valley Partnership
Terms of Reference

1. Partnership Board

The quorum of the Board is five members.

The Board shall meet six times a year.

The Board elects its chair for three years.

2. Advisory Forum

The quorum of the Forum is twelve members.

The Forum shall meet twice a year.

The Forum elects its chair for one year.
"""


def bodies_of(data: Mapping[str, Any]) -> list[tuple[Any, Any, str]]:
    return [(b["old"], b["new"], b["change"]) for one in data["documents"] for b in one["bodies"]]


def test_a_renamed_body_is_said_to_be_renamed_and_its_clauses_are_compared(tmp_path: Path) -> None:
    old = record(tmp_path / "old", TWO)
    new = (
        TWO.replace("Advisory Forum", "Sounding Panel")
        .replace("the Forum", "the Panel")
        .replace("The Forum", "The Panel")
    )
    data = as_json(compared(old, record(tmp_path / "new", new)))
    assert ("Advisory Forum", "Sounding Panel", "renamed") in bodies_of(data)
    assert rows_of(data) == []  # the name alone is told once
    assert not data["documents"][0]["other_passages"]
    assert data["changed"] is False
    data = as_json(compared(old, record(tmp_path / "newer", new.replace("twelve", "ten"))))
    assert in_brief(data) == [("changed_value", "quorum", [("number of members", "12", "10")])]
    assert data["changed"] is True


def test_a_body_that_went_and_its_rules(tmp_path: Path) -> None:
    old = record(tmp_path / "old", TWO)
    new = record(tmp_path / "new", TWO[: TWO.index("2. Advisory Forum")])
    data = as_json(compared(old, new))
    assert ("Advisory Forum", None, "removed") in bodies_of(data)
    assert {(row["change"], row["types"][0]) for row in rows_of(data)} >= {("removed", "quorum")}
    assert data["changed"] is True
    back = as_json(compared(new, old))
    assert (None, "Advisory Forum", "added") in bodies_of(back)


def test_the_same_rule_of_two_bodies_is_never_mixed_up(tmp_path: Path) -> None:
    new = edited(("Board shall meet six times", "Board shall meet two times"), text=TWO)
    data = as_json(compared(record(tmp_path / "old", TWO), record(tmp_path / "new", new)))
    assert in_brief(data) == [("changed_value", "meeting_frequency", [("meetings a year", "6", "2")])]


def test_own_words_are_compared_with_one_name_for_a_renamed_body() -> None:
    renamed = Renaming([(("Executive", "Steering Executive"), ("Core Group",))])
    assert renamed.old("by the Steering Executive") == renamed.new("by the Core Group")
    assert renamed.old("executives") == "executives"
    # a common word is the body's name after its article, and where it stands alone
    assert renamed.old("Executive") == renamed.old("the Executive") == renamed.new("the Core Group")
    assert renamed.old("an executive of the council") == "an executive of the council"


def test_a_covering_report_cannot_tell_that_a_rule_is_gone(tmp_path: Path, shared: Path) -> None:
    """Absent is not unknown: without the terms nothing is removed."""
    report = shared / "corpus" / "seeds" / "leicestershire-together-report-2007.txt"
    new = pipeline.extract_document(readers.read(report))
    data = as_json(compared(record(tmp_path, BASE), new))
    assert {row["status_new"] for row in rows_of(data) if row["types"] == ["quorum"]} == {"not_assessable"}
    assert "removed" not in {row["change"] for row in rows_of(data)}
    assert any("no terms in which anything can be judged" in note for note in data["documents"][0]["notes"])


# ---- documents of two folders


def test_documents_are_paired_by_path_then_by_likeness(tmp_path: Path) -> None:
    other = "Harkwell Rivers Forum\nTerms of Reference\n\nThe Forum meets in spring. Three trustees make a quorum.\n"
    old = [record(tmp_path / "o", BASE, "fernlow.txt"), record(tmp_path / "o", other, "harkwell-terms-2019.txt")]
    new = [
        record(tmp_path / "n", BASE.replace("four times", "six times"), "fernlow.md"),
        record(tmp_path / "n", other.replace("Three", "Four"), "harkwell-terms-2022.txt"),
        record(tmp_path / "n", "Oakmere Club\nRules\n\nNothing here is like the others at all.\n", "oakmere.txt"),
    ]
    found = paired(old, new)
    assert [(a.document.id, b.document.id) for a, b in found.pairs] == [("fernlow.txt", "fernlow.md")]
    assert [(a.document.id, b.document.id) for a, b in found.by_likeness] == [
        ("harkwell-terms-2019.txt", "harkwell-terms-2022.txt")
    ]
    assert (found.old, [r.document.id for r in found.new]) == ((), ["oakmere.txt"])


def test_a_renamed_file_of_other_content_is_no_version(tmp_path: Path) -> None:
    """Names alone never make two documents one."""
    old = [record(tmp_path / "o", BASE, "terms-2019.txt")]
    new = [record(tmp_path / "n", "Oakmere Club\nRules\n\nNothing here is like the others at all.\n", "terms-2020.txt")]
    found = paired(old, new)
    assert (found.pairs, found.by_likeness, len(found.old), len(found.new)) == ((), (), 1, 1)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders: one document changed, one the same in two copies, one removed, one added."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        (folder / "north").mkdir(parents=True)
        (folder / "north" / "same.txt").write_text(TWO, encoding="utf-8")
        (folder / "north" / "copy.txt").write_text(TWO, encoding="utf-8")
    (old / "a.txt").write_text(BASE, encoding="utf-8")
    (new / "a.txt").write_text(edited((QUORUM, "The quorum is two fifths of the members.")), encoding="utf-8")
    gone = "Harkwell Rivers Forum\nTerms of Reference\n\nThe Forum meets twice a year. Three trustees make a quorum.\n"
    (old / "gone.txt").write_text(gone, encoding="utf-8")
    come = "Oakmere Club\nConstitution\n\nMembers of the committee serve for four years. Ten members form a quorum.\n"
    (new / "come.txt").write_text(come, encoding="utf-8")
    return old, new


def run(capsys: Any, *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["diff", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_folder_with_a_document_removed_and_one_added(folders: tuple[Path, Path], capsys: Any) -> None:
    code, out, _ = run(capsys, *folders, "--json")
    data = json.loads(out)
    assert code == 1
    assert [one["new"] for one in data["documents"]] == ["a.txt", "north/copy.txt", "north/same.txt"]
    assert [one["name"] for one in data["added"]] == ["come.txt"]
    assert [one["name"] for one in data["removed"]] == ["gone.txt"]
    assert in_brief(data) == [("changed_value", "quorum", [("share of members", "50%", "40%")])]
    code, out, _ = run(capsys, *folders)
    assert "Removed: gone.txt (" in out
    assert "Added: come.txt (" in out
    assert "3 documents compared (2 without any change), 1 added and 1 removed." in out


def test_a_document_that_cannot_be_read_is_neither_added_nor_removed(folders: tuple[Path, Path], capsys: Any) -> None:
    _, new = folders
    (new / "a.txt").write_bytes(b"")
    code, out, err = run(capsys, *folders, "--json")
    data = json.loads(out)
    assert code == 3
    assert data["not_compared"] == ["a.txt"]
    assert [one["name"] for one in data["removed"]] == ["gone.txt"]
    assert [line for line in err.splitlines() if "a.txt" in line] == [
        f"torparse: {new / 'a.txt'}: is empty. Save the document again."
    ]


def test_archives_are_compared_like_folders(folders: tuple[Path, Path], tmp_path: Path, capsys: Any) -> None:
    for folder in folders:
        shutil.make_archive(str(tmp_path / f"{folder.name}-terms"), "zip", folder)
    code, out, _ = run(capsys, tmp_path / "old-terms.zip", tmp_path / "new-terms.zip", "--json")
    data = json.loads(out)
    assert code == 1
    assert in_brief(data) == [("changed_value", "quorum", [("share of members", "50%", "40%")])]
    assert [[Path(one["name"]).name for one in data[side]] for side in ("added", "removed")] == [
        ["come.txt"],
        ["gone.txt"],
    ]


# ---- the command


def test_the_seed_with_another_percentage_gives_one_row(seeds: Path, tmp_path: Path, capsys: Any) -> None:
    seed = seeds / "basingstoke-deane-lsp-2008.txt"
    text = seed.read_text(encoding="utf-8")
    assert text.count("50%") == 1
    new = tmp_path / seed.name
    new.write_text(text.replace("50%", "40%"), encoding="utf-8")
    code, out, _ = run(capsys, seed, new, "--json")
    data = json.loads(out)
    assert code == 1
    assert in_brief(data) == [("changed_value", "quorum", [("share of members", "50%", "40%")])]
    assert not data["documents"][0]["other_passages"]


@pytest.mark.parametrize(
    "name",
    [
        "calderstoke-lsp-constitution-2005.docx", "harrowmere-hwb-procedure-rules-2022.docx",
        "kelderwick-csp-terms-version5-2011.odt", "lindmarsh-enterprise-partnership-standing-orders-2019.doc",
        "nether-hallowby-neighbourhood-forum-page-2023.html", "tolby-vale-vcs-forum-2010.pdf",
    ],
)  # fmt: skip
def test_another_format_changes_no_value(shared: Path, name: str) -> None:
    file = shared / "corpus" / "written" / name
    changes = compared(*(pipeline.extract_document(readers.read(f)) for f in (file.with_suffix(".txt"), file)))
    assert not changes.weighty
    assert {row.change for body in changes.bodies for row in body.rows} <= {Change.REWORDED, Change.MOVED}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ((QUORUM, "The quorum is two fifths of the members."), 1),
        ((QUORUM, "One half of the members make a quorum."), 0),
        ((QUORUM + "\n\n", ""), 1),
        (("Aims", "Aims"), 0),
    ],
)
def test_the_exit_code_says_whether_a_value_changed(
    tmp_path: Path, capsys: Any, edit: tuple[str, str], code: int
) -> None:
    for name, text in (("a.txt", BASE), ("b.txt", edited(edit))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(capsys, tmp_path / "a.txt", tmp_path / "b.txt")[0] == code


def two(tmp_path: Path, old: str = BASE, new: str | None = None) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(old, encoding="utf-8")
    b.write_text(
        new if new is not None else edited((QUORUM, "The quorum is two fifths of the members.")), encoding="utf-8"
    )
    return a, b


def test_what_is_shown_to_read(tmp_path: Path, capsys: Any) -> None:
    _, out, err = run(capsys, *two(tmp_path))
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "a.txt → b.txt"
    assert re.fullmatch(r"Provisions: 1 changed value; \d+ unchanged\.", lines[1])
    assert "      share of members: 50% → 40%" in lines
    assert "      “The quorum is [-one half-] {+two fifths+} of the members.”" in lines
    assert lines[-1] == "[-words-] went, {+words+} came."


@pytest.mark.parametrize("suffix", ["html", "md", "json", "txt"])
def test_forms_by_ending_and_by_option_are_the_same_bytes_twice(tmp_path: Path, capsys: Any, suffix: str) -> None:
    files = two(tmp_path)
    out = tmp_path / "out" / f"changes.{suffix}"
    out.parent.mkdir()
    assert run(capsys, *files, "-o", out)[:2] == (1, "")
    first = out.read_bytes()
    assert run(capsys, *files, "-o", out)[:2] == (1, "")
    assert out.read_bytes() == first
    if suffix != "txt":
        assert run(capsys, *files, f"--{suffix}")[1] == first.decode("utf-8")
    assert sorted(path.name for path in out.parent.iterdir()) == [out.name]


def test_a_comparison_in_the_folder_compared_is_no_document_of_it(folders: tuple[Path, Path], capsys: Any) -> None:
    old, new = folders
    for suffix in ("html", "md", "txt"):
        run(capsys, old, new, "-o", new / f"changes.{suffix}")
    _, out, _ = run(capsys, old, new, "--json")
    assert [one["name"] for one in json.loads(out)["added"]] == ["come.txt"]


BAD = [
    # one of the two is not there
    (["a.txt", "missing.txt"], 3, "missing.txt: does not exist. Check the path."),
    # a folder and a document
    (["a.txt", "folder"], 2, "is a document. Give two documents or two folders."),
    # the output is one of the inputs
    (["a.txt", "b.txt", "-o", "a.txt"], 2, "a.txt: is the document itself. Choose another file with -o."),
    # nothing in it
    (["a.txt", "empty.txt"], 3, "empty.txt: is empty. Save the document again."),
    # a folder without documents
    (["folder", "folder"], 3, "there is no document here that torparse reads."),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "line"), BAD)
def test_bad_input_is_one_clear_line(tmp_path: Path, capsys: Any, arguments: list[str], code: int, line: str) -> None:
    two(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    given = [a if a.startswith("-") else str(tmp_path / a) for a in arguments]
    found, out, err = run(capsys, *given)
    assert (found, out) == (code, "")
    assert len(err.splitlines()) == 1
    assert line in err


def test_one_document_is_not_enough(capsys: Any) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["diff", "a.txt"])
    assert stopped.value.code == 2


# ---- pages


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """A comparison with every kind of thing in it, and an attack on the page."""
    folder = tmp_path_factory.mktemp("shown")
    new = edited(
        (QUORUM, "The quorum is two fifths of the members."),
        ("declare any interest", f"declare every interest {ATTACK}"),
        ("four times a year", "4 times a year"),
        (DISSOLUTION + "\n\n", ""),
        (PAPERS, f"{PAPERS}\n\nThe meetings of the Partnership are open to the public."),
        ("2. Meetings\n", "2. Meetings\n\nTea is at *four* on the lawn.\n"),
    )
    old = record(folder / "old", BASE)
    lone = record(folder / "lone", TWO, "lone.txt")
    return Comparison((compared(old, record(folder / "new", new)),), removed=(lone,), unread=("broken.pdf",))


def test_the_page_marks_with_more_than_colour(shown: Comparison) -> None:
    page = diff_page(shown, "a → b", "html", include_contacts=False)
    tree = html.fromstring(page)
    gone, come = tree.xpath("//article//del"), tree.xpath("//article//ins")
    assert gone
    assert come
    assert all(one.text_content().startswith("taken out: ") for one in gone)
    assert all(one.text_content().startswith("put in: ") for one in come)
    assert "del { color: var(--gone)" in page
    assert "line-through" in page
    # each change has its word beside its sign
    words_shown = {" ".join(b.text_content().split()) for b in tree.xpath("//td//span[contains(@class, 'badge')]")}
    assert words_shown >= {"≠ Changed value", "+ Added", "− Removed", "≈ Reworded only"}


def test_the_page_is_sound(shown: Comparison) -> None:
    page = diff_page(shown, f"{ATTACK} → b", "html", include_contacts=False)
    tree = html.fromstring(page)
    assert not tree.xpath("//script")
    assert len(tree.xpath("//h1")) == 1
    assert tree.get("lang") == "en-GB"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(ids)
    assert all(table.xpath("./caption") for table in tree.xpath("//table"))
    assert all(row.xpath("./th[@scope='row']") for row in tree.xpath("//tbody/tr"))
    assert "lone.txt: removed" in page
    assert "broken.pdf: not compared" in page


def test_markdown_is_marked_and_escaped(shown: Comparison) -> None:
    text = diff_page(shown, "a → b", "md", include_contacts=False)
    assert "> The quorum is ~~one half~~ **two fifths** of the members." in text
    assert "\\<script\\>" in text
    assert "<script>" not in text
    assert "**Tea is at \\*four\\* on the lawn.**" in text
    assert text.endswith("\n")
    assert "\nMade by torparse " in text  # by which torparse knows its own files again


def test_text_has_every_change_and_no_line_too_long(shown: Comparison) -> None:
    text = diff_text(shown, "a → b", include_contacts=False, width=72)
    assert max(map(len, text.splitlines())) <= 72
    for word in ("Changed value: Quorum", "Removed: Dissolution", "Added: ", "Reworded only: Meetings a year"):
        assert word in text
    assert "Other passages that differ" in text
    assert "Not compared: broken.pdf" in text


def test_json_keys_are_documented(shown: Comparison) -> None:
    data = json.loads(diff_json(shown, include_contacts=False))
    told = (Path(__file__).parent.parent / "docs" / "guides" / "diff.md").read_text(encoding="utf-8")
    document = data["documents"][0]
    names = {*data, *document, *document["bodies"][0], *rows_of(data)[0], *document["other_passages"][0]}
    names |= set(data["removed"][0]) | set(rows_of(data)[0]["wording"][0]) | set(data["counts"])
    assert not {name for name in names if f"`{name}`" not in told}


# ---- what is covered

CONTACT = "Enquiries: Una Pellworth, clerk, una.pellworth@fernlow.example\n"


def test_contacts_are_covered_in_both_versions(tmp_path: Path) -> None:
    """A name that only the old version marks as a contact is covered in the new one too."""
    old = record(tmp_path / "old", BASE + "\n" + CONTACT)
    rule = "A complaint about the Partnership goes to Una Pellworth."
    new = record(
        tmp_path / "new", edited(("A complaint about the Partnership goes to the clerk of the valley trust.", rule))
    )
    comparison = Comparison((compared(old, new),))
    for made in (
        diff_json(comparison, include_contacts=False),
        diff_page(comparison, "a", "html", include_contacts=False),
        diff_page(comparison, "a", "md", include_contacts=False),
        diff_text(comparison, "a", include_contacts=False),
    ):
        assert "Pellworth" not in made
        assert "una." not in made
        assert "█" in made
    assert "Pellworth" in diff_text(comparison, "a", include_contacts=True)


def test_masks_of_texts_beside_each_other_know_the_same_names() -> None:
    one, other = masks_for(f"{CONTACT}", "Thanks to Una Pellworth for the tea.")
    assert other.text("Una Pellworth") == "█████████████"
    assert one.on
    assert other.spans == ((10, 23),)


def test_a_change_under_the_cover_is_said_to_be_one(tmp_path: Path) -> None:
    line = "A complaint about the Partnership goes to the clerk, Mr {}."
    text = edited(("A complaint about the Partnership goes to the clerk of the valley trust.", "{}"))
    old, new = (record(tmp_path / n, text.format(line.format(n.title()))) for n in ("tolver", "quayle"))
    (row,) = rows_of(as_json(compared(old, new)))
    assert row["change"] == "reworded_only"
    assert row["notes"] == ["Only what is covered with █ differs."]


# ---- read otherwise


def test_the_same_text_read_otherwise_is_no_change_of_the_document(base: Record, tmp_path: Path) -> None:
    """Where a clause is missing of one reading only, the document has not lost it."""
    from dataclasses import replace

    less = replace(base, clauses=tuple(c for c in base.clauses if c.type != "quorum"))
    data = as_json(compared(base, less))
    assert [(row["change"], row["types"]) for row in rows_of(data)] == [("read_otherwise", ["quorum"])]
    assert data["changed"] is False
    back = as_json(compared(less, base))
    assert [row["change"] for row in rows_of(back)] == ["read_otherwise"]


def test_a_heading_that_changed_may_be_why_words_are_read_otherwise(base: Record, tmp_path: Path) -> None:
    from dataclasses import replace

    other = record(tmp_path, edited(("3. Decisions", "3. Guests")))
    less = replace(other, clauses=tuple(c for c in other.clauses if c.type != "quorum"))
    (row,) = [row for row in rows_of(as_json(compared(base, less))) if row["types"] == ["quorum"]]
    assert row["change"] == "removed"
    assert "still stand in the new version" in row["notes"][0]


def test_places_hold_words_against_their_neighbours(tmp_path: Path) -> None:
    old = record(tmp_path / "o", "Terms of Reference\n\nAlpha is first.\n\nBeta is second.\n\nGamma is third.\n")
    new = record(tmp_path / "n", "Terms of Reference\n\nGamma is third.\n\nAlpha is first.\n\nBeta is now last.\n")
    places = Places(Version(old, str), Version(new, str))
    at = {run.quote.split()[0]: run for run in places.old.passages}
    then = {run.quote.split()[0]: run for run in places.new.passages}
    assert not places.moved(at["Alpha"], then["Alpha"])
    assert places.moved(at["Gamma"], then["Gamma"])
    assert not places.moved(at["Beta"], then["Beta"])  # reworded, and behind what it stood behind
