"""The draft's own words in a wording: what it calls things, its grammar, its figures, and what stays a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import ROOT
from torparse.check import bodies_checked, check
from torparse.checklists import Item, available, blanks, load
from torparse.errors import BadData
from torparse.model import Body, Finding, Judgement, Record
from torparse.pipeline import extract
from torparse.readers import read
from torparse.suggesting import Fact, Facts, Suggestion, facts_of, naming, suggestion

CORPUS = ROOT / "corpus"


def _facts(modal: str = "", we: bool = False, **words: str) -> Facts:
    named = {name.replace("_", " "): text for name, text in words.items()}
    return Facts({name: Fact(name, text) for name, text in named.items()}, modal, we)


def _item(template: str) -> Item:
    return Item("X1", "", "", "core", "", "", blanks.plain(template), (), (), template=template)


def _filled(template: str, facts: Facts) -> str:
    return _made(_item(template), facts).text


def _made(item: Item, facts: Facts) -> Suggestion:
    nothing = Record.__new__(Record)  # never looked at where the facts are at hand
    return suggestion(nothing, Body("X"), item, Finding(item.id, "X", Judgement.NOT_MET, False, ""), facts)


def _record(folder: Path, text: str) -> Record:
    path = folder / "draft.txt"
    path.write_text(text, "utf-8")
    return extract(read(path))


# -- the markup


@pytest.mark.parametrize(
    ("template", "plain"),
    [
        ("{Body} {keeps|keep} a list.", "The partnership keeps a list."),
        (
            "Sent [seven|papers] days before, by [the secretary|the post?].",
            "Sent [seven] days before, by [the secretary].",
        ),
        ("By [the {members}] of {body}.", "By [the members] of the partnership."),
        ("The chair [has / has not] a vote.", "The chair [has / has not] a vote."),
        # a name that is no value's is a choice between two words, as in a checklist of one's own
        ("Every [month|quarter].", "Every [month|quarter]."),
    ],
)
def test_a_wording_reads_without_a_draft(template: str, plain: str) -> None:
    assert blanks.plain(template) == plain


def _own(folder: Path, wording: str) -> Path:
    path = folder / "own.toml"
    path.write_text(
        'title = "Own"\nsource = "our own rules"\n[[item]]\nid = "A1"\n'
        'requirement = "A quorum is set."\nsection = "1"\n'
        f'importance = "core"\nwhy = "w"\nnext_step = "n"\nwording = "{wording}"\ncovers = [{{ type = "quorum" }}]\n'
        '[[item.part]]\nlabel = "how many"\nany = [{ type = "quorum", given = ["count"] }]\n',
        "utf-8",
    )
    return path


def test_a_checklist_of_ones_own_may_have_blanks_or_none(tmp_path: Path) -> None:
    assert (
        load(_own(tmp_path, "The quorum is [three] of the partnership.")).items[0].wording.startswith("The quorum is [")
    )
    assert load(_own(tmp_path, "{Body} {needs|need} three.")).items[0].wording == "The partnership needs three."
    with pytest.raises(BadData, match=r"own.toml, line 10: the wording has no blank 'board'.*body, Body"):
        load(_own(tmp_path, "{board} needs three."))


def test_the_checklists_name_no_value_that_there_is_not() -> None:
    """A slip in a name behind | would show as a choice with a bar in it."""
    for name in available():
        for item in load(name).items:
            for template in (item.template, *(part.template for part in item.parts)):
                assert "|" not in blanks.plain(template), (name, item.id)


# -- grammar


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (_facts(), "[The partnership] keeps [the partnership's] list."),
        (_facts(body="the Board"), "The Board keeps the Board's list."),
        (_facts(body="the trustees"), "The trustees keep the trustees' list."),
        (_facts("shall", body="Elm Together"), "Elm Together shall keep Elm Together's list."),
        (_facts("will", we=True, body="the Forum"), "We will keep our list."),
        (_facts(we=True), "We keep our list."),
    ],
)
def test_the_body_with_its_verb(facts: Facts, text: str) -> None:
    assert _filled("{Body} {keeps|keep} {body's} list.", facts) == text


@pytest.mark.parametrize(
    ("template", "facts", "text"),
    [
        ("{These terms} {are|be} kept.", _facts(these_terms="this constitution"), "This constitution is kept."),
        ("{These terms} {are|be} kept.", _facts(these_terms="these rules"), "These rules are kept."),
        ("{Body} {is|be} open.", _facts(body="the Theme Groups"), "The Theme Groups are open."),
        (
            "{Body} {complies|comply}, and each {organisation} {remains|remain} free.",
            _facts(we=True),
            "We comply, and each member organisation remains free.",
        ),
        # the verb of another sentence, or of another noun, is left alone
        ("{Body} {is|be} open. A list {is|be} kept.", _facts(we=True), "We are open. A list is kept."),
        ("Any list of {body's} {is|be} kept.", _facts(we=True), "Any list of our is kept."),
        (
            "{Members} {choose|choose} a {chair}.",
            _facts(members="Partners", chair="Officer"),
            "Partners choose an Officer.",
        ),
        ("A {member} for each {organisation}.", _facts(members="directors"), "A director for each director."),
        ("All {organisations}.", _facts(organisation="member agency"), "All member agencies."),
        ("{Name} may end, not {body}.", _facts(we=True, body="the Hub"), "The Hub may end, not us."),
        ("Agreed by [{body}].", _facts(we=True, body="the Hub"), "Agreed by [the Hub]."),
        ("The {vice-chair}.", _facts(chair="Convener"), "The Vice-Convener."),
        ("The {vice-chair}.", _facts(chair="chairman"), "The vice-chairman."),
        ("The {vice-chair}.", _facts(chair="Chair", **{"vice-chair": "Deputy Chair"}), "The Deputy Chair."),
    ],
)
def test_words_in_their_number_and_case(template: str, facts: Facts, text: str) -> None:
    assert _filled(template, facts) == text


def test_what_the_draft_states_replaces_a_choice_and_what_it_proposes_stays_one() -> None:
    template = "Sent [seven|papers] days before by [the secretary|the post?] of [the council|host?], [or not]."
    made = _made(_item(template), _facts(papers="10", post="Hub Manager"))
    assert made.text == "Sent 10 days before by [the Hub Manager] of [the council], [or not]."
    assert made.choices == ("the Hub Manager", "the council", "or not")
    assert [fact.name for fact in made.filled] == ["papers", "post"]


def test_the_same_blank_is_to_be_decided_once() -> None:
    template = "[The council's|host's?] policy applies; [the council|host?] holds it, and [members] or [the members]."
    made = _made(_item(template), _facts(host="Elmdale Council"))
    assert made.text.startswith("[Elmdale Council's] policy applies; [Elmdale Council] holds it")
    assert made.choices == ("Elmdale Council", "members")


# -- what a draft calls things


@pytest.mark.parametrize(
    ("names", "others", "text", "name"),
    [
        (["Elm Valley Board"], [], "The Board meets. The Board sits with the Elm Valley Board.", "the Board"),
        (["Elm Valley Board"], ["Executive Board"], "The Board meets. The Board sits.", "the Elm Valley Board"),
        (
            ["Elm Partnership"],
            [],
            "The Partnership Board reports. The partnership manager helps.",
            "the Elm Partnership",
        ),
        (["Elm Partnership"], [], "Staff of the partnership help the partnership.", "the partnership"),
        (["Elm Together"], [], "Members of Elm Together agree.", "Elm Together"),
        (["Annual Meeting"], [], "The meeting is open. Minutes of the meeting.", "the Annual Meeting"),
        ([], [], "The forum meets. Members of the forum vote.", "the forum"),
        ([], [], "Everyone meets. Everyone votes.", None),
    ],
)
def test_the_name_of_the_body(names: list[str], others: list[str], text: str, name: str | None) -> None:
    assert naming.body_name(names, others, [f"{s}." for s in text.split(".")]) == name


@pytest.mark.parametrize(
    ("text", "chair", "vice"),
    [
        ("The Chair opens. The chair closes. By the Chair.", "Chair", None),
        ("The Chairman and the Vice-Chairman are chosen.", "Chairman", "Vice-Chairman"),
        ("A Convener is elected. The Depute Convener stands in.", "Convener", "Depute Convener"),
        ("They will chair meetings in turn.", None, None),
    ],
)
def test_the_titles_of_the_chair(text: str, chair: str | None, vice: str | None) -> None:
    assert (naming.chair_title([text]), naming.vice_title([text])) == (chair, vice)


@pytest.mark.parametrize(
    ("text", "members", "organisation", "post"),
    [
        ("All members and partners.", "members", None, None),
        ("The elected members vote.", None, None, None),
        ("Partners pay. Partners vote. All partners. Some members. All members.", "members", None, None),
        ("Partners pay. Partners vote. All partners. No members.", "partners", None, None),
        (
            "The partner agencies. Each partner agency. The Board Manager replies.",
            None,
            "partner agency",
            "Board Manager",
        ),
        ("Tell the Secretary of State. Ask the clerk.", None, None, "clerk"),
        ("An officer and a manager come.", None, None, None),
    ],
)
def test_the_words_for_people(text: str, members: str | None, organisation: str | None, post: str | None) -> None:
    said = [text]
    assert naming.members_word(said) == members
    assert naming.organisation_word(said) == organisation
    assert naming.post_name(said) == post


def test_the_register() -> None:
    assert naming.modal_verb(["It shall meet, shall vote and shall report. It will end."]) == "shall"
    assert naming.modal_verb(["It will meet, will vote and will report. It shall end."]) == "will"
    assert naming.modal_verb(["It meets and will report."]) == ""
    assert naming.says_we(["We meet. We vote. We report.", "The Hub ends."], "the Hub")
    assert not naming.says_we(["We meet. We vote. We report.", "The Hub ends. " * 4], "the Hub")


DRAFT = (
    "Ambleford Forum\n\nTerms of reference\n\n1. Meetings\n\nThe Forum meets four times a year. The agenda and papers "
    "are sent to members ten working days before each meeting.\n\n2. Office\n\n"
    "Members select the Convener each year.\n\n"
    "3. Support\n\nAmbleford Town Council provides the secretariat.\n"
)


def test_figures_that_the_draft_states_are_never_contradicted(tmp_path: Path) -> None:
    record = _record(tmp_path, DRAFT)
    (body,) = bodies_checked(record)
    facts = facts_of(record, body)
    wanted = {"body": "the Forum", "papers": "10", "days": "working", "meetings": "four", "chosen": "selected",
              "host": "Ambleford Town Council", "chair": "Convener"}  # fmt: skip
    assert {name: facts.text(name) for name in wanted} == wanted
    for name in ("papers", "host", "chosen"):
        assert facts.found[name].evidence[0].quote in DRAFT


def test_two_figures_that_differ_are_no_fact(tmp_path: Path) -> None:
    both = DRAFT + "\n4. Papers\n\nThe agenda and papers are sent to members five days before each meeting.\n"
    record = _record(tmp_path, both)
    facts = facts_of(record, bodies_checked(record)[0])
    stated = [c.value.as_dict().get("period") for c in record.clauses if c.type == "notice"]
    assert len(set(stated)) == 1 or facts.text("papers") is None


def test_only_the_missing_parts_are_worded(tmp_path: Path) -> None:
    record = _record(tmp_path, DRAFT)
    (body,) = bodies_checked(record)
    checklist = load()
    finding = next(f for f in check(record, checklist) if f.item == "G03")
    made = suggestion(record, body, checklist.item("G03"), finding)
    assert finding.judgement is Judgement.PARTLY
    assert finding.missing == made.parts
    assert "The Convener serves" not in made.text  # "each year" is said
    assert made.text.startswith("The Vice-Convener is [elected] by [the members].")


# -- the corpus: what an adviser reading each document would call its bodies

NAMES = {
    "askerdale-district-partnership-2015.md": ["the Partnership"],
    "calderstoke-lsp-constitution-2005.docx": ["the Assembly", "the Board", "the Theme Partnerships"],
    "harrowmere-hwb-procedure-rules-2022.docx": ["the Board", "the Executive Group"],
    "thornshire-county-partnership-terms-2010.docx": ["the Partnership", "the Board"],
    "glenarrach-tenant-scrutiny-panel-2024.txt": ["the Panel"],
    "pennow-valley-lifts-and-buses-2023.txt": ["Pennow Valley Lifts and Buses"],
    "nether-hallowby-neighbourhood-forum-page-2023.html": ["the Forum", "the Steering Group", "the General meeting"],
    "saltmere-climate-nature-partnership-2023.html": ["the Partnership", "the Forum"],
    "saltmere-bay-lsp-governance-2007.pdf": ["the Board", "the Executive Group", "the Assembly"],
}
TITLES = {
    "calderstoke-lsp-constitution-2005.docx": ("Chairman", "Deputy Chairman", "this constitution", "shall"),
    "glenarrach-tenant-scrutiny-panel-2024.txt": ("Convener", "Depute Convener", "these rules", ""),
    "harrowmere-hwb-procedure-rules-2022.docx": ("Chair", "Vice-Chair", "these rules", "shall"),
    "askerdale-district-partnership-2015.md": ("Chair", "Deputy Chair", "these terms of reference", "will"),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_names_in_the_corpus(name: str) -> None:
    record = extract(read(CORPUS / name))
    facts = [facts_of(record, body) for body in bodies_checked(record)]
    assert [one.text("body") for one in facts] == NAMES[name]
    if name in TITLES:
        first = facts[0]
        assert (*map(first.text, ("chair", "vice-chair", "these terms")), first.modal) == TITLES[name]
