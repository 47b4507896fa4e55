"""Dated references: what counts and what does not, the document's own date, what the loader refuses, real documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from lxml import html

from gold_records import record
from torparse.cli import parser
from torparse.commands import run
from torparse.dated import KINDS, DatedReference, State, find, issued_of, load
from torparse.dated.data import FILES, load_file
from torparse.dated.issued import before
from torparse.errors import BadData
from torparse.model import Document, Record
from torparse.pipeline import extract
from torparse.readers import read
from torparse.report import write_report

AS_OF = date(2026, 1, 31)


def _document(text: str, folder: Path) -> Document:
    path = folder / "terms.txt"
    path.write_text(text, "utf-8")
    return read(path)


def _ids(found: Sequence[DatedReference]) -> set[str]:
    return {one.reference.id for one in found}


WRAPPED = """The Board asks each of its members in turn to host a meeting, and then the primary care
trusts of the two districts, which share the cost of the room, the papers and the travel of
members who are not paid by any of the partners in the county."""
IN_FORCE = """The Freedom of Information Act 2000, the Human Rights Act 1998, the Crime and Disorder Act 1998,
the Equality Act 2010, the Localism Act 2011, the Companies Act 2006, the Charities Act 2011 and the Nolan principles
apply. The Compact binds the integrated care board, Healthwatch, the council and the fire authority."""

# Each line: the text, the document's date, and the ids that it gives.
COUNTS: list[tuple[str, str | None, set[str]]] = [
    # names, of one or several, over a line's end, with hyphen or without
    ("The Primary Care Trust sends a member.", "2008", {"primary-care-trusts"}),
    (WRAPPED, "2008", {"primary-care-trusts"}),
    ("A multi area agreement binds us.", None, {"multi-area-agreements"}),
    ("The Multi-Area Agreements bind us.", None, {"multi-area-agreements"}),
    ("The police authorities send a member.", None, {"police-authorities"}),
    ("Leaders, police and fire authorities.", None, {"police-authorities"}),
    ("The Capacity Builders grant pays.", None, {"capacitybuilders"}),
    ("Help is at www.capacitybuilders.org.uk/ for all.", None, {"capacitybuilders"}),
    # a paragraph's end is no space
    ("We work with the police.\n\nAuthority rests with the Board.", None, set()),
    ("The group met the police; authority was given later.", None, set()),
    # abbreviations that mean one thing only
    ("GOSE sends an observer.", None, {"government-offices"}),
    ("The goose sends an observer.", None, set()),
    # LAA: with its name in the document, or beside a word of its field, or not at all
    ("The Local Area Agreement (LAA) is ours.\n\nThe LAA has a board.", None, {"local-area-agreements"}),
    ("The Board watches over the LAA targets.", None, {"local-area-agreements"}),
    ("The LAA pays for advice.", None, set()),
    ("The LAA pays legal aid to partners.", None, set()),
    ("The Legal Aid Agency (LAA) sends a member.\n\nThe LAA reports in May.", None, set()),
    ("The Legal Aid Agency (LAA) sends a member.\n\nThe LAA targets are watched by the LSP.", None,
     {"local-area-agreements"}),
    # CAA
    ("The CAA is done by the Audit Commission.", "2009", {"comprehensive-area-assessment", "audit-commission"}),
    ("The CAA licenses the airport.", None, set()),
    ("The Civil Aviation Authority (CAA) speaks for the partnership of airfields.", None, set()),
    ("The Comprehensive Area Assessment (CAA) is public.", None, {"comprehensive-area-assessment"}),
    # IDeA
    ("The IDeA, with the LGA, trains members.", None, {"improvement-and-development-agency"}),
    ("Members bring a new IDEA to the Local Government Association.", None, set()),
    ("EVERY IDEA COUNTS", None, set()),
    ("The Improvement and Development Agency trains members.", None, {"improvement-and-development-agency"}),
    # others with two meanings
    ("Members have a CRB check.", None, {"criminal-records-bureau"}),
    ("The CRB meets monthly.", None, set()),
    ("The PCT and the council pay half each.", None, {"primary-care-trusts"}),
    ("Costs rose by 4 PCT over the year.", None, set()),
    ("LINks speak for patients.", None, {"local-involvement-networks"}),
    ("Links speak for patients.", None, set()),
    ("The Standards Board hears complaints about councillors.", None, {"standards-board"}),
    ("The Accounting Standards Board tells councillors how.", None, set()),
    # Government Office, but not the one for science
    ("The Government Office is invited.", None, {"government-offices"}),
    ("The Government Office for Science is invited.", None, set()),
    ("A government office in the town hall is open.", None, set()),
    # police authorities that exist
    ("The British Transport Police Authority is invited.", None, set()),
    # duties: which one is meant
    ("The LSP's partners have a duty to co-operate on the LAA.", None,
     {"laa-duty-to-co-operate", "local-area-agreements"}),
    ("The duty to cooperate in planning stays with the LSP's councils.", None, set()),
    ("Safeguarding partners have a duty to co-operate.", None, set()),
    ("Scrutiny rests on the Local Government and Public Involvement in Health Act 2007.", None, {"scrutiny-2007-act"}),
    ("Parishes are made under the Local Government and Public Involvement in Health Act 2007.", None, set()),
    ("Money is pooled under section 31 of the Health Act 1999.", None, {"health-act-1999-section-31"}),
    ("Nurses are registered under the Health Act 1999.", None, set()),
    ("The council's duty to involve residents guides us.", None, {"duty-to-involve"}),
    ("The NHS has a duty to involve patients and the council.", None, set()),
    # a community strategy of a place, not of a software project
    ("The Community Strategy sets our priorities.", None, {"sustainable-community-strategy"}),
    ("The borough council writes the community strategy.", None, {"sustainable-community-strategy"}),
    ("Our community strategy is to answer every newcomer.", None, set()),
    ("The developer relations team owns the Community Strategy.", None, set()),
    # other nations
    ("Any personal or prejudicial interest is declared.", None, {"prejudicial-interest"}),
    ("Members in Wales declare any personal or prejudicial interest.", None, set()),
    ("The Disability Discrimination Act 1995 applies.", None, {"older-equality-acts"}),
    ("The Disability Discrimination Act 1995 applies in Northern Ireland.", None, set()),
    # laws with and without a year
    ("We follow the Data Protection Act 1998.", None, {"data-protection-act-1998"}),
    ("We follow the Data Protection Act (1998).", "2020", {"data-protection-act-1998"}),
    ("We follow the Data Protection Act.", "2012", {"data-protection-act-1998"}),
    ("We follow the Data Protection Act.", "2018-05-24", {"data-protection-act-1998"}),
    ("We follow the Data Protection Act.", "2018", set()),
    ("We follow the Data Protection Act.", "2019-03", set()),
    ("We follow the Data Protection Act 2018.", "2012", set()),
    # undated: an old document shows by what else it names
    ("We follow the Data Protection Act.", None, set()),
    ("We follow the Data Protection Act. The Primary Care Trust too.", None,
     {"data-protection-act-1998", "primary-care-trusts"}),
    ("We follow the Data Protection Act. The Clinical Commissioning Group too.", None,
     {"clinical-commissioning-groups"}),
    # in force
    (IN_FORCE, None, set()),
    (IN_FORCE, "2026", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issued", "ids"), COUNTS)
def test_what_counts(text: str, issued: str | None, ids: set[str], tmp_path: Path) -> None:
    assert _ids(find(_document(text, tmp_path), issued)) == ids


HISTORY = [
    "The auditor, formerly the Audit Commission, is invited.",
    "The former Borset Primary Care Trust gave the money.",
    "The integrated care board, which replaced the Primary Care Trust, sends a member.",
    "The board took over from the Strategic Health Authority.",
    "It is the successor to the Audit Commission.",
    "The board holds money transferred from the Primary Care Trust.",
    "Since the abolition of the Audit Commission the council appoints its auditor.",
    "The Audit Commission was abolished in that year.",
    "The Primary Care Trust (now the integrated care board) sends a member.",
    "The Primary Care Trust, now part of the integrated care board, sends a member.",
    "The Data Protection Act 1998 has been replaced.",
    "The Police Authority no longer exists.",
    "Public Health England (PHE) was closed.",
    "Until 2013 the Primary Care Trust hosted the Forum.",
    "Its first chair worked for the Audit Commission from 1999 to 2005 and is retired.",
    "The Forum was set up in May 2004 by the Primary Care Trust.",
    "In 2005 the Audit Commission found that few partners knew the rules.",
]


@pytest.mark.parametrize("text", HISTORY)
def test_what_the_text_itself_calls_past(text: str, tmp_path: Path) -> None:
    assert find(_document(text, tmp_path), None) == ()


PRESENT = [
    "The former chair is now with the Audit Commission.",
    "The forum, which replaced the old panel, is led by the Primary Care Trust.",
    "The panel was replaced by the Police Authority.",
    "Whom the Board met formerly\n\nPrimary Care Trust: one seat.",
    "The seat was formerly vacant. The Audit Commission fills it.",
    "The Audit Commission is not represented; the panel was abolished.",
    "The Primary Care Trust and the council appoint the chair, who is now paid.",
    "Members, as agreed in 2008: the council and the Primary Care Trust.",
    "The Forum was set up in 2004; the Primary Care Trust hosts it.",
    "The Forum was set up in 2004 and is hosted by the Primary Care Trust.",
    "From 2013 the Primary Care Trust hosts the Forum.",
]


@pytest.mark.parametrize("text", PRESENT)
def test_what_is_past_about_something_else(text: str, tmp_path: Path) -> None:
    assert len(find(_document(text, tmp_path), None)) == 1


def test_the_author_of_a_publication_is_no_member(tmp_path: Path) -> None:
    cited = (
        "Good practice is set out elsewhere (Audit Commission, 2005).\n\nSee Audit Commission: 'On partners' (2005)."
    )
    assert find(_document(cited, tmp_path), None) == ()
    named = "In 2005 we asked the Audit Commission.\n\nThe Audit Commission: an observer since 2005."
    assert len(find(_document(named, tmp_path), None)[0].evidence) == 2


@pytest.mark.parametrize(
    ("issued", "state"),
    [
        (None, State.UNDATED),
        ("2013-03-31", State.SINCE),
        ("2013-04-01", State.ALREADY),
        ("2012", State.SINCE),
        ("2013", State.SINCE),  # the month is not known: in favour of the document
        ("2013-04", State.SINCE),
        ("2013-05", State.ALREADY),
        ("2014", State.ALREADY),
    ],
)
def test_the_documents_own_date(issued: str | None, state: State, tmp_path: Path) -> None:
    found = find(_document("The Primary Care Trust sends a member.", tmp_path), issued)
    assert [(one.state, one.issued) for one in found] == [(state, issued)]


def test_what_has_not_ended_yet_is_not_flagged(tmp_path: Path) -> None:
    document = _document("The Primary Care Trust and the Clinical Commissioning Group.", tmp_path)
    assert _ids(find(document, None, as_of=date(2013, 3, 31))) == set()
    assert _ids(find(document, None, as_of=date(2013, 4, 1))) == {"primary-care-trusts"}
    assert len(find(document, None, as_of=AS_OF)) == 2


def test_dates_of_unequal_precision() -> None:
    assert before("2010-06", "2010-07-01")
    assert before("2010", "2011-01-01")
    assert not before("2010", "2010-12-31")
    assert not before("2010-06-15", "2010-06")


def test_one_entry_with_every_place(tmp_path: Path) -> None:
    text = (
        "TERMS\n\n1. Members\n\nThe PCT, the council and the Primary Care Trust's chair.\n\n2. Money\n\nThe PCT pays.\n"
    )
    document = _document(text, tmp_path)
    (found,) = find(document, None)
    assert [(run.quote, run.section, run.line) for run in found.evidence] == [
        ("PCT", "1", 5), ("Primary Care Trust", "1", 5), ("PCT", "2", 9),
    ]  # fmt: skip
    assert all(document.text[run.start : run.end] == run.quote for run in found.evidence)


TWO_MEANINGS = """The Local Area Agreement ends.

The Legal Aid Agency (LAA) pays.

The LAA reports in May.

The LAA targets stay."""


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # a name within a longer one is one place
        ("The Sustainable Community Strategy guides us.", ["Sustainable Community Strategy"]),
        # an abbreviation that stands for two things in one document counts beside words of the right one
        (TWO_MEANINGS, ["Local Area Agreement", "LAA"]),
        ("The Local Area Agreement ends.\n\nThe LAA reports in May.", ["Local Area Agreement", "LAA"]),
    ],
)  # fmt: skip
def test_which_places_count(text: str, quotes: list[str], tmp_path: Path) -> None:
    (found,) = find(_document(text, tmp_path), None)
    assert [run.quote for run in found.evidence] == quotes


def test_the_date_that_a_document_gives_of_itself() -> None:
    clauses = [("document_facts", {"date": "2010-06", "agreed": "2010-05-04"}, "one")]
    assert issued_of(record("one two", clauses)) == "2010-06"
    assert issued_of(record("one two", [("document_facts", {"version": "2"}, "one")])) is None
    assert issued_of(record("one two")) is None


# --- the list ---


def test_the_list_that_comes_with_torparse() -> None:
    made = load()
    assert len(made) > 60
    assert {one.kind for one in made} == set(KINDS)
    assert not [one.id for one in made if not before(one.since, AS_OF.isoformat())]
    for one in made:
        assert (one.changed[-1], one.use_instead[-1]) == (".", "."), one.id


def _text() -> str:
    return (resources.files("torparse.dated") / FILES[0]).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("use_instead = ", "use_insted = ", "unknown key 'use_insted'. The ones there are: id, name, kind,"),
        ("[[reference]]", "[[refrence]]", "unknown key 'refrence'. The ones there are: reference"),
        ('kind = "body"', 'kind = "bodies"', "unknown kind 'bodies'. The ones there are: body, law, duty,"),
        ('since = "2013-04-01"', 'since = "1 April 2013"', "'1 April 2013' is no date. Write it as 2013-04-01"),
        ('since = "2013-04-01"', 'since = "2013-02-30"', "'2013-02-30' is no date"),
        ('since = "2013-04-01"', "since = 2013-04-01", "since needs some words"),
        ('authority = "Health and Social Care Act 2012, section 34"', "", "the key 'authority' is missing"),
        ('id = "primary-care-trusts"', 'id = "Primary Care"', "the id 'Primary Care' is not of small letters"),
        ('id = "strategic-health-authorities"', 'id = "primary-care-trusts"', "primary-care-trusts is used twice"),
        ('names = ["Primary Care Trust", "Primary Care NHS Trust"]\nshort = ["PCT"]', "",
         "there is nothing to look for. Give one of names, exact, short, bare"),
        ('short = ["PCT"]', 'short = "PCT"', "short is a list in square brackets"),
        ('short = ["PCT"]', 'short = ["PCT", 3]', "short needs some words"),
        ('near = ["NHS", "health", "GP", "GPs", "clinical", "commissioning", "police", "council"]',
         "names_need_near = true", "names_need_near asks for words in near"),
        ("[[reference]]", "[[reference", "a square bracket [ is not closed"),
    ],
)  # fmt: skip
def test_the_loader_refuses(old: str, new: str, message: str, tmp_path: Path) -> None:
    text = _text()
    line = text[: text.index(old)].count("\n") + 1
    path = tmp_path / "own.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadData) as error:
        load_file(path)
    said = str(error.value)
    assert message in said
    assert "\n" not in said
    told = int(said.removeprefix(f"{path}, line ").split(":")[0])
    # the line of the key itself, of its table where it is missing; a file that is not TOML has that of the parser
    assert told == line or (new in ("", "names_need_near = true") and line - 10 <= told <= line)


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(_text(), "utf-8")
    assert set(load_file(path)) < set(load())
    path.write_bytes(b"x = '\xe9'")
    with pytest.raises(BadData, match="cannot be read as UTF-8"):
        load_file(path)


# --- real documents ---

#: Found by reading the five documents, not by running anything: what each names that has gone.
SEEDS = {
    "basingstoke-deane-lsp-2008": {
        "sustainable-community-strategy", "government-offices", "creating-strong-safe-prosperous",
        "local-development-framework", "local-area-agreements",
    },
    "daventry-lsp-2016": {
        "laa-duty-to-co-operate", "sustainable-community-strategy", "councils-northamptonshire-2021",
        "clinical-commissioning-groups",
    },
    "leicestershire-together-report-2007": {"local-area-agreements", "sustainable-community-strategy"},
    "ptp-induction-guide-2009": {
        "creating-strong-safe-prosperous", "sustainable-community-strategy", "local-area-agreements",
        "laa-duty-to-co-operate", "dclg", "primary-care-trusts", "bme", "national-indicator-set",
        "multi-area-agreements", "data-protection-act-1998", "comprehensive-area-assessment", "audit-commission",
        "comprehensive-performance-assessment", "scrutiny-2007-act", "capacitybuilders", "government-offices",
        "improvement-and-development-agency", "regional-development-agencies", "strategic-health-authorities",
        "south-east-plan",
    },
    "worcestershire-partnership": {"sustainable-community-strategy", "prejudicial-interest", "police-authorities"},
}  # fmt: skip
OUT_OF_DATE = {"daventry-lsp-2016": {"laa-duty-to-co-operate", "sustainable-community-strategy"}}
#: The ministry's old name in two papers of 2012 is no false alarm.
REAL = {"local-public-data-panel-draft-tor-2012": {"dclg"}, "lpdp-sector-board-paper-2012": {"dclg"}}


@cache
def _extracted(path: Path) -> Record:
    return extract(path)


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds(name: str, seeds: Path) -> None:
    made = _extracted(seeds / f"{name}.txt")
    found = find(made, issued_of(made), as_of=AS_OF)
    assert _ids(found) == SEEDS[name]
    assert _ids([one for one in found if one.state is State.ALREADY]) == OUT_OF_DATE.get(name, set())


def test_no_false_alarm_on_real_documents(shared: Path) -> None:
    lines = (shared / "corpus" / "real" / "manifest.jsonl").read_text("utf-8").splitlines()
    names = sorted({json.loads(line)["file"] for line in lines if line.strip()})
    assert len(names) >= 17
    found = {name: _ids(find(read(shared / "corpus" / "real" / name), None, as_of=AS_OF)) for name in names}
    assert {name.split(".")[0]: ids for name, ids in found.items() if ids} == REAL


# --- where it is shown ---


def _terms(folder: Path) -> Path:
    path = folder / "ashby-forum.txt"
    path.write_text(
        "Ashby Forum\n\nTERMS OF REFERENCE\n\nAgreed by the Forum on 4 May 2014\n\n1. Members\n\n"
        "The members are the council, the Primary Care Trust and the Audit Commission.\n\n"
        "2. Quorum\n\nThe quorum is four members.\n\n3. Meetings\n\nThe Forum meets every quarter.\n",
        "utf-8",
    )
    return path


def test_check_as_json_and_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = _terms(tmp_path)
    run(parser().parse_args(["check", str(draft), "--json", "-q", "--as-of", "2026-01-31"]))
    rows = json.loads(capsys.readouterr().out)["dated"]
    assert [(r["id"], r["state"], r["since"], r["issued"]) for r in rows] == [
        ("primary-care-trusts", "already_out_of_date", "2013-04-01", "2014-05-04"),
        ("audit-commission", "superseded_since", "2015-04-01", "2014-05-04"),
    ]
    assert rows[0]["evidence"][0]["quote"] == "Primary Care Trust"
    assert rows[0]["evidence"][0]["line"] == 9
    run(parser().parse_args(["check", str(draft), "-q", "--as-of", "2014-12-31"]))
    text = " ".join(capsys.readouterr().out.split())
    assert "Already out of date when it was issued (4 May 2014): gone since 1 April 2013." in text
    assert "“Primary Care Trust” (section 1, line 9)" in text
    assert "Audit Commission: " not in text  # it was still there on that day


def test_the_pages(tmp_path: Path) -> None:
    made = extract(_terms(tmp_path))
    written = write_report([made], tmp_path / "out", as_of=AS_OF)
    files = {p.name: p.read_text("utf-8") for p in written if p.suffix not in (".docx", ".xlsx")}
    page = html.fromstring(
        next(text for name, text in files.items() if name.startswith("checklist") and "html" in name)
    )
    section = page.xpath("//h2[@id='dated']")[0]
    assert section.text_content() == "Dated references (2)"
    heads = [h.text_content() for h in section.xpath("./following-sibling::h3")]
    assert heads == ["Already out of date when it was issued (1)", "Superseded since it was issued (1)"]
    assert page.xpath("//a[@href='#dated']")
    markdown = next(text for name, text in files.items() if name.endswith(".md"))
    assert "## Dated references (2)" in markdown
    assert "- Source: Local Audit and Accountability Act 2014, section 1" in markdown
    (word,) = (read(p).text for p in written if p.suffix == ".docx")
    assert "Primary Care Trusts. Already out of date when it was issued (4 May 2014): gone since 1 April 2013." in word
    compared = html.fromstring(files["comparison.html"])
    rows = compared.xpath("//table[caption[@id='dated-caption']]/tbody/tr")
    assert [row.xpath("string(td[1])") for row in rows] == ["Primary Care Trusts", "Audit Commission"]
    assert "Superseded since 1 April 2015, after it was issued (4 May 2014)." in rows[1].text_content()


def test_no_section_where_there_is_nothing(tmp_path: Path) -> None:
    made = record("The Board meets monthly.", [("meeting_frequency", {"per_year": 12}, "meets monthly")])
    for path in write_report([made], tmp_path / "out", as_of=AS_OF):
        if path.suffix == ".xlsx":  # its sheet is always there, and says that it has nothing
            continue
        text = read(path).text if path.suffix == ".docx" else path.read_text("utf-8")
        assert "Dated references" not in text
