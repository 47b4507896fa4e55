"""Judgements: the seeds as annotated, each rule on a small document, and what the loader refuses."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest

from gold_records import SEEDS, record, seed
from torparse.check import bodies_checked, check
from torparse.checklists import DEFAULT, Checklist, available, load
from torparse.errors import BadData
from torparse.model import Body, Finding, Kind, Standing

COLUMNS = {
    "LSP Executive": "DAV-EXEC",
    "LSP Board": "BAS",
    "Leicestershire Together Board": "LEI",
    "Worcestershire Partnership": "WOR-P",
    "Worcestershire Partnership Board": "WOR-B",
}


@pytest.fixture(scope="module")
def core() -> Checklist:
    return load()


def _word(finding: Finding) -> str:
    return f"{finding.judgement} (promised)" if finding.promised else str(finding.judgement)


def test_seed_findings_equal_the_gold_checklist(shared: Path, core: Checklist) -> None:
    with (shared / "gold/seeds/checklist.csv").open(encoding="utf-8", newline="") as stream:
        gold = {(row["item"], body): row[body] for row in csv.DictReader(stream) for body in COLUMNS.values()}
    ids = {item.id for item in core.items if item.importance == "core"}
    findings = [f for name in SEEDS for f in check(seed(shared, name), core) if f.item in ids]
    assert {(f.item, COLUMNS[f.body]): _word(f) for f in findings} == gold
    assert len(findings) == 14 * 5


def test_every_found_thing_has_a_quote_and_nothing_else_has(shared: Path, core: Checklist) -> None:
    for name in SEEDS:
        for finding in check(seed(shared, name), core):
            word = _word(finding)
            if word == "cannot_be_judged":
                assert finding.evidence == ()
            # terms that are there but undated have nothing to quote, nor have acronyms
            elif word != "not_met" and finding.item not in ("G01", "G42", "S09"):
                assert finding.evidence, finding


TEXT = "Line one.\nLine two.\nPlease see Annex 5 (to be developed).\nPlease see Appendix B.\n"


def _one(core: Checklist, item: str, clauses: list[tuple[object, ...]], body: Body | None = None) -> Finding:
    findings = check(record(TEXT, clauses, bodies=[body or Body("Board", main=True)]), core)
    return next(f for f in findings if f.item == item)


@pytest.mark.parametrize(
    ("item", "clauses", "word", "reason"),
    [
        # nothing is there
        ("G09", [], "not_met", "The terms do not say who receives complaints or which steps a complaint goes through."),
        # a promise is told apart, with its place
        ("G09", [("complaints", {}, "Annex 5", "placeholder")], "not_met (promised)",
         "You have set aside Annex 5 for this. It still needs writing."),
        # a promise without a place
        ("G09", [("complaints", {}, "one", "placeholder")], "not_met (promised)",
         "The terms promise this. It still needs writing."),
        # a pointer to what was not supplied
        ("G09", [("complaints", {}, "Appendix B", "deferred")], "partly",
         "For this the terms point to Appendix B, which was not supplied."),
        # a commitment only
        ("G09", [("complaints", {}, "one")], "partly", "The terms touch on this. They do not say who receives"),
        # a named procedure is enough
        ("G09", [("complaints", {"instrument": "council's procedure"}, "one")], "met", "The terms provide for this."),
        ("G09", [("complaints", {"responsible": "clerk", "steps": True}, "one")], "met", "The terms say who receives"),
        # some of it stated, the rest promised
        ("G04", [("voting", {"method": "consensus"}, "one"), ("voting", {}, "Annex 5", "placeholder")], "partly",
         "You have set aside Annex 5 for the rest. It still needs writing."),
        # agreed, but still called a draft
        ("G01", [("document_facts", {"agreed": "2010-01-01", "draft": True}, "one")], "partly", "do not say on which"),
        ("G01", [("document_facts", {"agreed": "2010-01-01"}, "one")], "met", "The terms say how"),
        # only the structure is spoken of, not the groups' terms
        ("G02", [("subgroups", {}, "Annex 5", "placeholder")], "not_met", "do not say which groups"),
        ("G02", [("subgroups", {"groups": ["Forum"]}, "one")], "not_met", "do not say which groups"),
        ("G02", [("subgroups", {"terms": "here"}, "one")], "met", ""),
        # the chair is named, but not how anyone comes to it
        ("G03", [("chair_appointment", {"role": "chair"}, "one")], "not_met", ""),
        # both offices, all three questions (an election is by the members, ex officio has no end of its own)
        ("G03", [("chair_appointment", {"role": "chair", "method": "elected", "term": "P1Y"}, "one"),
                 ("chair_appointment", {"role": "vice_chair", "method": "appointed", "by": "council"}, "two"),
                 ("term_of_office", {"role": "officer", "term": "P1Y"}, "two")], "met", ""),
        ("G03", [("chair_appointment", {"role": "chair", "method": "elected", "term": "P1Y"}, "one")], "partly", ""),
        # notice of dissolution makes no schedule of meetings
        ("G05", [("notice", {"subject": "dissolution", "period": "P21D"}, "one")], "not_met", ""),
        # "as required"
        ("G05", [("meeting_frequency", {}, "one")], "partly", "The terms touch on this."),
        # a review of membership is not one of the terms
        ("G10", [("review_cycle", {"subject": "membership", "interval": "P1Y", "by": "board"}, "one")], "not_met", ""),
        ("G10", [("review_cycle", {"interval": "P1Y"}, "one")], "partly", "They do not say who reviews them."),
        # the notice may stand in a clause of its own
        ("G11", [("dissolution", {"by": "board", "threshold": "two_thirds"}, "one"),
                 ("notice", {"subject": "dissolution", "period": "P21D"}, "two")], "met", ""),
        # confidentiality is not data protection law
        ("G12", [("confidentiality", {}, "one")], "partly", ""),
        # the principles named in another document only
        ("G15", [("conduct", {"nolan": True}, "Appendix B", "deferred")], "partly", ""),
        ("G15", [("conduct", {"nolan": True}, "one")], "met", ""),
        # a guide's recommendation is nothing
        ("G15", [("conduct", {"nolan": True}, "one", "recommended")], "not_met", ""),
    ],
)  # fmt: skip
def test_rules(core: Checklist, item: str, clauses: list[tuple[object, ...]], word: str, reason: str) -> None:
    finding = _one(core, item, clauses)
    assert _word(finding) == word
    assert reason in finding.reason


@pytest.mark.parametrize(
    ("text", "item", "word"),
    [
        # words of every group, at the beginning of a word, in one sentence
        ("The vice-chair stands in for the chair.\n", "G17", "met"),
        ("The vice-chair is Jo. The chair was absent.\n", "G17", "partly"),
        # good faith is no faith group
        ("Members act in good faith.\n", "G24", "not_met"),
        # the question does not arise
        ("Members meet.\n", "G20", "cannot_be_judged"),
        # pictures are not seen
        ("Members meet.\n", "G26", "cannot_be_judged"),
        # acronyms: none, one in brackets, one without
        ("Members meet.\n", "G42", "met"),
        ("The Local Plan Forum (LPF) meets. “ABC” means the area board council.\n", "G42", "met"),
        ("The LPF and the Local Strategic Partnership (LSP) meet.\n", "G42", "partly"),
        ("The LPF meets.\n", "G42", "not_met"),
    ],
)
def test_what_the_text_says(core: Checklist, text: str, item: str, word: str) -> None:
    findings = check(record(text, bodies=[Body("Board", main=True)]), core)
    assert next(_word(f) for f in findings if f.item == item) == word


@pytest.mark.parametrize(
    ("quorum", "others", "word"),
    [
        (None, [], "not_met"),
        # a third present, more than half of those: usual
        ({"fraction": "1/3"}, [("voting", {"threshold": "simple_majority"}, "two")], "met"),
        ({"fraction": "1/10"}, [("voting", {"threshold": "simple_majority"}, "two")], "not_met"),
        # of how many?
        ({"count": 3}, [("voting", {"threshold": "simple_majority"}, "two")], "cannot_be_judged"),
        ({"fraction": "1/3"}, [], "cannot_be_judged"),
    ],
)
def test_small_shares(core: Checklist, quorum: dict[str, object] | None, others: list[object], word: str) -> None:
    clauses = [*([("quorum", quorum, "one")] if quorum else []), *others]
    assert _word(_one(core, "S09", clauses)) == word


def test_what_would_meet_an_item(core: Checklist) -> None:
    finding = _one(core, "G09", [("complaints", {}, "Appendix B", "deferred"), ("complaints", {}, "one")])
    assert finding.met_by == (
        "In place once the terms say who receives complaints and which steps a complaint goes through, "
        "or once Appendix B is supplied and says so."
    )
    assert _one(core, "G09", [("complaints", {"instrument": "x"}, "one")]).met_by == ""
    assert "2 of these: " in _one(core, "G14", []).met_by


def test_which_bodies_are_checked(core: Checklist) -> None:
    bodies = [Body(s.value, s) for s in Standing]
    assert [b.name for b in bodies_checked(record(TEXT, bodies=bodies))] == ["supplied", "not_supplied"]
    guide = record(TEXT, [("conduct", {"nolan": True}, "one", "recommended")], kind=Kind.INDUCTION_GUIDE)
    assert check(guide, core) == ()


def test_findings_of_a_body_use_its_own_and_shared_clauses(core: Checklist) -> None:
    bodies = [Body("Board", main=True), Body("Forum")]
    clauses = [("conduct", {"nolan": True}, "one"), ("dissolution", {"by": "x"}, "two", "stated", "Forum")]
    got = {(f.item, f.body): _word(f) for f in check(record(TEXT, clauses, bodies=bodies), core)}
    assert [got["G15", "Board"], got["G15", "Forum"]] == ["met", "met"]
    assert [got["G11", "Board"], got["G11", "Forum"]] == ["not_met", "partly"]


def test_the_checklists_that_come_with_torparse_load() -> None:
    assert DEFAULT in available()
    for name in available():
        items = load(name).items
        assert items
        assert all(item.parts or item.computed for item in items)
    assert [item.id for item in load().items] == [f"{letter}{n:02}" for letter, last in (("G", 42), ("S", 9))
                                                  for n in range(1, last + 1)]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "', 'titel = "', "line 5: unknown key 'titel'. The ones there are: title, source, item, tier"),
        (
            'importance = "core"',
            'importance = "vital"',
            "line 12: unknown importance 'vital'. The ones there are: core,",
        ),
        (
            'type = "document_facts" }]',
            'type = "facts" }]',
            "line 16: unknown clause type 'facts'. Use one of amendment",
        ),
        (
            'given = ["agreed"]',
            'given = ["adopted"]',
            "line 22: a document_facts clause has no field 'adopted'. Use date",
        ),
        ('given = ["agreed"]', 'given = "agreed"', "line 22: given is a list in square brackets"),
        ('given = ["agreed"]', 'has = ["agreed"]', "line 22: unknown predicate 'has'. The ones there are: type, given"),
        ("is = { terms", "is = { term", "a subgroups clause has no field 'term'"),
        ("supplied = true", "supplied = false", "line 17: the part 'how the partnership is to work' needs"),
        ("mention_counts = false", 'mention_counts = "no"', "mention_counts is true or false"),
        ('id = "G02"', 'id = "G01"', "line 25: the id G01 is used twice"),
        ('id = "G02"', "", "line 24: the key 'id' is missing"),
        ('why = "Members can rely', 'why = " "\n#', "line 13: why needs some words"),
        (
            'source = "addition"\nimp',
            'source = "adition"\nimp',
            "unknown source 'adition'. The ones there are: guide, addition",
        ),
        ("at_least = 2", "at_least = 4", "at_least is a whole number from 1 to 3"),
        ('subject = "theme groups or other sub-groups"', "", "only_if needs a subject"),
        ('computed = "acronyms"', 'computed = "acronym"', "unknown computed 'acronym'. The ones there are: acronyms,"),
        ('says = [["Act 19"', 'says = ["Act 19", ["x"', "says is a list of lists of words"),
        (
            '{ type = "text", says = [["vice chair", "deputy chair"]] }',
            '{ type = "text" }',
            "a test of the text needs says",
        ),
        ("[[item]]", "[[item", "a square bracket [ is not closed"),
    ],
)
def test_the_loader_refuses(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (resources.files("torparse.checklists") / f"{DEFAULT}.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "own.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadData) as error:
        load(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_checklist_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"no-such: there is no checklist of this name\. The ones there are: induction"):
        load("no-such")
    with pytest.raises(BadData, match="there is no such checklist"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"title = '\xe9'")
    with pytest.raises(BadData, match="cannot be read as UTF-8"):
        load(tmp_path / "latin.toml")
