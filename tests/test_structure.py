"""Reading copy, headings, numbering, contents lists, groups and kind of document, on small documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torparse import pipeline
from torparse.model import Kind, Standing
from torparse.readers import read
from torparse.rules.context import build
from torparse.structure import Structure, analyse, sentences
from torparse.structure.bodies import is_name, name_beside_terms, name_in_title
from torparse.structure.clean import clean
from torparse.structure.names import names_in, same_body, spelt_out
from torparse.structure.numbering import label_of
from torparse.structure.sentences import split
from torparse.structure.units import Role


def analysed(text: str, folder: Path, name: str = "small.txt") -> Structure:
    """The structure of a small file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return analyse(read(path))


@given(st.text())
def test_the_reading_copy_keeps_every_offset(text: str) -> None:
    assert len(clean(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**Quorum** is four", "  Quorum   is four"),  # emphasis becomes space
        ("the Chair’s “vote” – once", 'the Chair\'s "vote" - once'),  # typographic characters
        ("see [the rules](http://x) now", None),  # the target of a link goes, its words stay
        ('HYPERLINK "http://x" here', None),  # a field code
        ("a\ufffdb\x0cc", "a b c"),  # debris of a conversion
    ],
)
def test_debris_is_blanked(text: str, wanted: str | None) -> None:
    copy = clean(text)
    assert len(copy) == len(text)
    assert "http" not in copy
    if wanted is not None:
        assert copy == wanted


@pytest.mark.parametrize(
    ("text", "label", "item"),
    [
        ("4.5 A quorum", "4.5", False),
        ("4.5", "4.5", False),  # a number alone
        ("5 MEETINGS", "5", False),  # without a stop before a capital
        ("j) is quorate", "j)", True),
        ("(a) the Leader", "(a)", True),
        ("S.O. 12  Voting", "S.O. 12", False),
        ("Annex 2 Roles", "Annex 2", False),
        ("10 a year. None in July", None, False),  # a number that is part of the sentence
        ("2 services a year", None, False),
        ("12.06.08 adopted", None, False),  # a date
    ],
)
def test_labels(text: str, label: str | None, item: bool) -> None:
    found = label_of(text)
    assert (found.text if found else None) == label
    if found:
        assert found.is_item is item


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Members (e.g. Cllr. Smith) vote. See para. 4.5.", ["Members (e.g. Cllr. Smith) vote.", "See para. 4.5."]),
        ("Can't? Vote. 50% counts.", ["Can't?", "Vote.", "50% counts."]),
        ('He said "Yes." Then they met.', ['He said "Yes."', "Then they met."]),
        ("reported to the meeting.. Then", ["reported to the meeting..", "Then"]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in split(text)] == wanted


def test_headings_by_look_and_contents_left_out(tmp_path: Path) -> None:
    text = (
        "ASHBY PARTNERSHIP\n\nTerms of reference\n\nContents\n\nMembership .......... 1\nQuorum .......... 2\n\n"
        "1. Membership\n\n1.1\n\nThe members are listed in 1.2.\n\nQuorum\n\nFour members.\n"
    )
    structure = analysed(text, tmp_path)
    roles = {structure.text(u).strip(): u.role for u in structure.units}
    assert roles["Quorum"] is Role.HEADING
    assert roles["Membership"] is Role.HEADING
    assert [r for t, r in roles.items() if "...." in t] == [Role.CONTENTS, Role.CONTENTS]
    context = build(structure)
    assert context.reference(text.index("The members are")) == "1.1"


def test_contents_without_page_numbers_end_where_a_title_comes_again(tmp_path: Path) -> None:
    titles = ["Standards of Conduct...", "Appointment of Substitutes...", "Freedom of Information Act..."]
    text = (
        "ASHBY BOARD\n\nTerms of reference\n\nContents\n\n"
        + "\n\n".join(f"{n}. {title}" for n, title in enumerate(titles, start=1))
        + "\n\n1. Standards of Conduct\n\nMembers listen to each other.\n"
    )
    structure = analysed(text, tmp_path)
    roles = [(structure.text(u).strip(), u.role) for u in structure.units]
    assert [t for t, r in roles if r is Role.CONTENTS] == ["Contents", *titles]
    assert ("Standards of Conduct", Role.HEADING) in roles


def test_two_short_lines_under_contents_are_no_contents_list(tmp_path: Path) -> None:
    structure = analysed("Ashby Board\n\nContents\n\nA short note\n\nAnother note\n\nThe Board meets.\n", tmp_path)
    assert [structure.text(u) for u in structure.units if u.role is Role.CONTENTS] == ["Contents"]


def test_a_number_glued_to_a_heading_belongs_to_the_paragraph_after(tmp_path: Path) -> None:
    text = "Ashby Board\n\nTerms of reference\n\nHealth Forum**4.11**\n\nThe Forum meets monthly.\n"
    structure = analysed(text, tmp_path)
    assert build(structure).reference(text.index("The Forum meets")) == "4.11"


def test_groups_and_where_their_terms_are(tmp_path: Path) -> None:
    text = (
        "ASHBY PARTNERSHIP\n\nTERMS OF REFERENCE\n\nThe Partnership meets twice a year.\n\n"
        "ASHBY BOARD\n\nThe Board meets monthly and decides by consensus.\n\n"
        "ASHBY FORUM\n\nto be worked up\n\n"
        "HEALTH GROUP\n\nThe group has its own terms of reference, which are separate terms of reference.\n"
    )
    groups = {g.name: g.standing for g in analysed(text, tmp_path).groups}
    assert groups == {
        "Ashby Partnership": Standing.SUPPLIED,
        "Ashby Board": Standing.SUPPLIED,
        "Ashby Forum": Standing.UNWRITTEN,
        "Health Group": Standing.ELSEWHERE,
    }


def test_a_title_over_the_whole_document_scopes_nothing(tmp_path: Path) -> None:
    text = "# Ashby Partnership: terms of reference\n\n## Board\n\nIt meets monthly.\n\n## Quorum\n\nFour members.\n"
    structure = analysed(text, tmp_path, "small.md")
    scopes = dict(zip([s.title for s in structure.outline.sections], structure.scopes, strict=True))
    assert scopes["Board"] == "Board"
    assert scopes["Quorum"] is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("LSP Executive", "Local Strategic Partnership Executive", True),  # initials
        ("Board", "Health and Wellbeing Board", True),  # the tail of a name
        ("Worcester Partnership", "Worcester Partnership Board", False),  # another body
        ("Theme Groups", "Theme Group", True),  # plural
        ("Executive Group", "Executive", False),
    ],
)
def test_same_body(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same


def test_names_of_groups() -> None:
    assert name_in_title("Worcestershire Partnership Terms of Reference") == "Worcestershire Partnership"
    assert name_in_title("Terms of reference") == ""
    assert is_name("THE BOARD")
    assert not is_name("Meetings of the Board")
    assert [m.name for m in names_in("The Executive Group advises the chief executive and the steering group")] == [
        "Executive Group",
        "steering group",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ashby Forum\n\nTerms of reference\n\nThe Forum meets monthly.", Kind.TERMS_OF_REFERENCE),
        ("Ashby Forum\n\nConstitution\n\nThe Forum meets monthly.", Kind.CONSTITUTION),
        ("Induction guide for new members\n\nWelcome to the partnership.", Kind.INDUCTION_GUIDE),
        (
            (
                "Report of the Director\n\nPurpose of the report\n\nTo approve terms.\n\nRecommendations\n\n"
                "It is recommended that the Board approves them.\n\nContact officer: A. Name"
            ),
            Kind.COMMITTEE_REPORT,
        ),
        ("Minutes of the Board\n\nPresent: six\n\nApologies: two\n\nMatters arising\n\nNone.", Kind.OTHER),
        ("Recipe\n\nBoil the kettle.", Kind.OTHER),
        # no telling title, but rules
        (
            "How we go on\n\nFour members are a quorum.\n\nWe meet monthly.",
            Kind.TERMS_OF_REFERENCE,
        ),
    ],
)
def test_kind(text: str, kind: Kind, tmp_path: Path) -> None:
    from torparse.pipeline import extract

    path = tmp_path / "kind.txt"
    path.write_text(text, encoding="utf-8")
    assert extract(path).kind is kind


def test_equals_signs_begin_headings_and_are_no_part_of_a_name(tmp_path: Path) -> None:
    text = (
        "= Charter of the Elmbrook Tools Group\n\nThe group shares tools.\n\n== Steering Committee ==\n\n"
        "The committee meets monthly.\n\n= = no title\n\nThe sum is\n= 4 plus 5.\n"
    )
    structure = analysed(text, tmp_path)
    headings = [structure.text(u).strip() for u in structure.units if u.role is Role.HEADING]
    assert headings[:2] == ["Charter of the Elmbrook Tools Group", "Steering Committee"]
    assert [g.name for g in structure.groups] == ["Elmbrook Tools Group", "Steering Committee"]


def test_a_body_called_by_initials_has_the_name_that_the_document_spells(tmp_path: Path) -> None:
    text = (
        "Friends of Low Wood (FLW): Constitution\n\nAGM\n\nAn annual general meeting is held each year. "
        "The AGM needs a quorum of ten.\n\nDOG\n\nThe Dunes Officers Group (DOG) meets monthly. Its quorum is four.\n"
    )
    record = pipeline.extract_structure(analysed(text, tmp_path))
    assert {c.body for c in record.clauses if c.type == "quorum"} == {"Annual General Meeting", "Dunes Officers Group"}
    assert record.bodies[0].name == "Friends of Low Wood"
    assert spelt_out("AGM", "The AGM needs a quorum of ten members.", {}) == "AGM"


def test_the_meeting_that_elects_a_committee_is_not_the_body_that_is_chaired(tmp_path: Path) -> None:
    text = (
        "Low Wood Club\n\nConstitution\n\n1. Meetings\n\nThe General Meeting shall elect a Committee of nine people, "
        "including a Chair. The General Meeting has a quorum of twenty and meets in May.\n\n2. Committee\n\n"
        "The Committee meets monthly with a quorum of five.\n"
    )
    record = pipeline.extract_structure(analysed(text, tmp_path))
    assert [c.body for c in record.clauses if c.type == "chair_appointment"] == ["Committee"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Friends of Low Wood (FLW) - Constitution", "Friends of Low Wood"),
        ("Charter of Wexcombe Arts", "Wexcombe Arts"),
        ("Constitution of the Makers of Ashby", "Makers of Ashby"),
        ("Model Constitution", ""),
        ("Annex 2: Terms of Reference", ""),
        ("Rules for using the kiln", ""),
        ("Standing Orders for the Regulation of Business", ""),
    ],
)
def test_a_name_without_a_word_for_bodies_beside_the_word_for_its_terms(title: str, wanted: str) -> None:
    assert name_beside_terms(title) == wanted


def test_sentences_of_a_long_block_are_marked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # spaCy looks through the whole text at each setting of Token.is_sent_start: of a block of n words, n times
    from spacy.tokens import Doc

    asked = []
    monkeypatch.setattr(
        sentences, "_starts", lambda doc: asked.append(type(doc)) or (i % 2 == 0 for i in range(len(doc)))
    )
    assert sentences.split("One two three four") == [(0, 7), (8, 18)]
    assert asked == [Doc]
