"""The bundled corpus and its gold annotations agree with each other and with the annotation guide.

The fields and words below are those of the guide, written out here and not taken from the program, so that a slip in
one of the two shows.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, require
from torparse.readers import _libreoffice

CORPUS = ROOT / "corpus"
ANNOTATIONS = ROOT / "annotations"
TEXTS = ANNOTATIONS / "texts"
COLUMNS = ["id", "file", "title", "body", "kind_of_body", "area", "region", "year", "kind"]
KINDS = {"terms_of_reference", "constitution", "induction_guide", "committee_report", "other"}
STATUSES = {"stated", "deferred", "placeholder", "recommended"}

INT, NUMBER, TEXT, BOOL, DURATION, DATE = "int", "number", "text", "bool", "duration", "date"
FRACTION, TEXTS_LIST = "fraction", "list of texts"
THRESHOLDS = {"simple_majority", "two_thirds", "three_quarters", "unanimous", FRACTION}
BASES = {"present", "present_and_voting", "all_members"}
POLICY = {"instrument": TEXT, "responsible": TEXT, "steps": BOOL, "recorded": BOOL}
POLICY_LEVEL = {**POLICY, "level": {"principle", "commitment", "policy"}}

FIELDS: dict[str, dict[str, Any]] = {
    "quorum": {
        "count": INT,
        "fraction": FRACTION,
        "strict": BOOL,
        "combine": {"greater_of", "lesser_of", "and"},
        "of": TEXT,
        "composition": TEXTS_LIST,
    },
    "voting": {
        "method": {"consensus", "vote", "consensus_then_vote", "consensus_then_escalate", "chair_decides"},
        "threshold": THRESHOLDS,
        "threshold_basis": BASES,
        "votes_per_member": INT,
        "casting_vote": BOOL,
        "casting_vote_by": TEXT,
        "escalates_to": TEXT,
    },
    "chair_appointment": {
        "role": {"chair", "vice_chair"},
        "method": {"elected", "selected", "appointed", "nominated", "ex_officio", "rotating"},
        "by": TEXT,
        "from": TEXT,
        "term": DURATION,
    },
    "term_of_office": {"role": TEXT, "term": DURATION, "max_terms": INT, "max_total": DURATION},
    "meeting_frequency": {"per_year": NUMBER, "bound": {"exact", "at_least", "at_most", "about"}},
    "notice": {
        "subject": {
            "meeting",
            "extraordinary_meeting",
            "papers",
            "agenda_item",
            "dissolution",
            "amendment",
            "resignation",
            "minutes",
        },
        "period": DURATION,
        "day_kind": {"clear", "working", "calendar"},
    },
    "review_cycle": {
        "subject": {"terms_of_reference", "membership", "procedures"},
        "interval": DURATION,
        "ad_hoc": BOOL,
        "by": TEXT,
        "agreed": DATE,
        "next_review": DATE,
    },
    "amendment": {"by": TEXT, "threshold": THRESHOLDS, "notice": DURATION},
    "dissolution": {
        "by": TEXT,
        "threshold": THRESHOLDS,
        "threshold_basis": BASES,
        "notice": DURATION,
        "assets": {"returned_to_contributors", "similar_body", "host_organisation", "other"},
    },
    "deputies": {"allowed": BOOL, "voting": BOOL},
    "urgent_decisions": {"by": TEXT},
    "minutes": {"published": BOOL, "within": DURATION},
    "attendance": {"missed": INT, "consequence": TEXT},
    "public_access": {"open": BOOL},
    "equalities": POLICY_LEVEL,
    "complaints": POLICY_LEVEL,
    "freedom_of_information": POLICY_LEVEL,
    "data_protection": POLICY_LEVEL,
    "confidentiality": {},
    "dispute_resolution": {},
    "interests": {"when": {"at_meeting", "register", "both"}, "withdraws": BOOL, **POLICY_LEVEL},
    "conduct": {"nolan": BOOL},
}
HYPHENATED = "\x02"
"""What PDFium puts where a word is divided at the end of a line."""

EXTRA: dict[str, dict[str, Any]] = {
    "document_facts": {"date": DATE, "agreed": DATE, "agreed_by": TEXT, "version": TEXT, "draft": BOOL},
    "subgroups": {"groups": TEXTS_LIST, "terms": {"here", "elsewhere", "unwritten"}},
    "role_descriptions": {"roles": TEXTS_LIST},
}


def is_a(kind: Any, value: Any) -> bool:
    """Whether ``value`` is one that the guide allows for a field of this kind."""
    if isinstance(kind, set):
        return value in kind - {FRACTION} or (FRACTION in kind and is_a(FRACTION, value))
    if kind == BOOL or isinstance(value, bool):
        return kind == BOOL and isinstance(value, bool)
    if kind == INT:
        return isinstance(value, int) and value > 0
    if kind == NUMBER:
        return isinstance(value, (int, float)) and value > 0
    if kind == TEXTS_LIST:
        return isinstance(value, list) and bool(value) and all(is_a(TEXT, each) for each in value)
    if not isinstance(value, str) or value != value.strip() or not value:
        return False
    if kind == DURATION:
        return re.fullmatch(r"P[1-9]\d*[DWMY]|PT[1-9]\d*H", value) is not None
    if kind == FRACTION:
        parts = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", value)
        return parts is not None and int(parts[1]) < int(parts[2])
    if kind == DATE:
        return is_date(value)
    return kind == TEXT


def is_date(value: str) -> bool:
    """Whether it is an ISO 8601 year, year and month, or day that exists."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        return False
    try:
        date(*(int(part) for part in [*value.split("-"), "1", "1"][:3]))
    except ValueError:
        return False
    return True


def manifest() -> list[dict[str, str]]:
    """The lines of the manifest; empty where there is none, so that collection does not fail."""
    path = CORPUS / "manifest.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINES = manifest()
NAMES = [line["id"] for line in LINES]
lines = pytest.mark.parametrize("line", LINES, ids=NAMES)
names = pytest.mark.parametrize("name", NAMES)


def gold_of(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ANNOTATIONS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


def text_of(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_bytes().decode("utf-8")


def entries(gold: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything in a gold file that has evidence, with the key under which it stands."""
    for key in ("clauses", "arguable", "traps", "extra"):
        for entry in gold.get(key, []):
            yield key, entry


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def words_of_file(path: Path, folder: Path) -> list[str]:
    """The words of a file in their order in it, without the numbers that an office program computes.

    Each format is taken apart here in a few lines, so that the program's readers are not judged by themselves; only
    an old Word file goes through LibreOffice first (into ``folder``).
    """
    if path.suffix == ".doc":
        require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
        copy = folder / "a.doc"
        copy.write_bytes(path.read_bytes())
        (made,) = _libreoffice.convert([copy], folder, 60)
        assert made.path is not None, made.problem
        return words_of_word(made.path)
    return {
        ".docx": words_of_word,
        ".odt": words_of_opendocument,
        ".rtf": words_of_rich_text,
        ".html": words_of_page,
        ".pdf": words_of_pdf,
    }[path.suffix](path)


def words_of_word(path: Path) -> list[str]:
    """The words of a docx, those of the notes behind the others."""
    from lxml import etree

    found = []
    with zipfile.ZipFile(path) as package:
        parts = [part for part in package.namelist() if re.fullmatch(r"word/(document|footnotes)\.xml", part)]
        for part in parts:
            root = etree.fromstring(package.read(part))
            for paragraph in root.iterfind(".//{*}p"):
                found += words("".join(node.text or "" for node in paragraph.iterfind(".//{*}t")))
    return found


def words_of_opendocument(path: Path) -> list[str]:
    """The words of an odt, without what its tracked changes have deleted."""
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("content.xml"))
    for deleted in root.iterfind(".//{*}tracked-changes"):
        deleted.clear()
    for gap in (*root.iterfind(".//{*}s"), *root.iterfind(".//{*}tab"), *root.iterfind(".//{*}line-break")):
        gap.text = " "
    # a paragraph in a note or box comes a second time, which does no harm: quotes are looked for, not counted
    blocks = (node for node in root.iter("{*}p", "{*}h"))
    return [word for node in blocks for word in words("".join(map(str, node.itertext())))]


def words_of_rich_text(path: Path) -> list[str]:
    """The words of an rtf, without those of its tables of fonts and styles, headers, footers and computed numbers."""
    aside = {"fonttbl", "colortbl", "stylesheet", "info", "listtable", "header", "footer", "listtext", "pntext"}
    tokens = re.compile(
        r"\\'([0-9a-f]{2})|\\u(-?\d+) ?(?:\\'..|.)|(\{)(?:\\(\*|[a-z]+))?|(\})|\\([a-z]+)-?\d* ?|([^\\{}\r\n]+)"
    )
    text, depth, left_out = [], 0, 0
    for code, unicode, opened, destination, closed, control, plain in tokens.findall(path.read_text("ascii")):
        if opened:
            depth += 1
            if not left_out and (destination == "*" or destination in aside):
                left_out = depth
        elif closed:
            left_out = 0 if left_out == depth else left_out
            depth -= 1
        elif not left_out:
            character = bytes.fromhex(code).decode("cp1252") if code else chr(int(unicode)) if unicode else ""
            text.append(character or plain or (" " if control in {"par", "tab", "line", "cell", "row"} else ""))
    return words("".join(text))


def words_of_page(path: Path) -> list[str]:
    """The words of a web page's main part."""
    from lxml import html

    (main,) = html.fromstring(path.read_bytes()).iterfind(".//main")
    return words(" ".join(map(str, main.itertext())))


def words_of_pdf(path: Path) -> list[str]:
    """The words of a pdf without running headers and page numbers."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded().splitlines() for page in pdf]
    finally:
        pdf.close()
    # a running header or page number may stand in the middle of a sentence that goes over the page
    furniture = set.intersection(*({without_digits(line) for line in page} for page in pages))
    kept = "\n".join(line for page in pages for line in page if without_digits(line) not in furniture)
    return words(kept.replace(HYPHENATED, ""))


def without_digits(line: str) -> str:
    """A line as it stands on every page, whatever the page's number."""
    return re.sub(r"\d+", "#", line.strip())


def test_the_manifest_has_its_columns_and_lists_the_folder() -> None:
    header = (CORPUS / "manifest.csv").read_bytes().decode("utf-8").splitlines()[0]
    assert header.split(",") == COLUMNS
    listed = {line["file"] for line in LINES}
    present = {path.name for path in CORPUS.iterdir()} - {"manifest.csv", "README.md"}
    assert listed == present
    assert len(NAMES) == len(set(NAMES)) == 19


def test_every_format_is_there_twice() -> None:
    """So that a first report shows how each is read, with and without LibreOffice."""
    count = Counter(Path(line["file"]).suffix for line in LINES)
    assert set(count) == {".docx", ".pdf", ".txt", ".md", ".html", ".odt", ".doc", ".rtf"}
    assert min(count.values()) >= 2, count


def test_there_is_one_annotation_and_one_text_for_each_document() -> None:
    assert sorted(path.name for path in ANNOTATIONS.glob("*.json")) == sorted(f"{name}.gold.json" for name in NAMES)
    assert sorted(path.name for path in TEXTS.iterdir()) == sorted(f"{name}.txt" for name in NAMES)


def test_no_two_documents_are_the_same() -> None:
    files = [(CORPUS / line["file"]).read_bytes() for line in LINES]
    texts = [" ".join(words(text_of(name))) for name in NAMES]
    assert len(set(files)) == len(files)
    assert len(set(texts)) == len(texts)


@lines
def test_a_line_of_the_manifest_is_complete_and_true(line: dict[str, str]) -> None:
    assert None not in line
    assert all(line[column] == line[column].strip() and line[column] for column in COLUMNS)
    assert Path(line["file"]).stem == line["id"]
    assert line["id"].endswith(f"-{line['year']}")
    assert 2003 <= int(line["year"]) <= 2024
    gold = gold_of(line["id"])
    assert gold["kind"] == line["kind"]
    assert line["kind"] in KINDS
    assert gold["document"] == f"{line['id']}.txt"


@names
def test_the_hash_is_that_of_the_text(name: str) -> None:
    assert gold_of(name)["sha256"] == hashlib.sha256((TEXTS / f"{name}.txt").read_bytes()).hexdigest()


@lines
def test_the_annotated_text_is_that_of_the_file(line: dict[str, str], tmp_path: Path) -> None:
    path = CORPUS / line["file"]
    if path.suffix in {".txt", ".md"}:
        assert path.read_bytes() == (TEXTS / f"{line['id']}.txt").read_bytes()
        return
    # the other formats: every quote is in the file, word for word
    run = f" {' '.join(words_of_file(path, tmp_path))} "
    text = text_of(line["id"])
    for _, entry in entries(gold_of(line["id"])):
        for start, end in entry["evidence"]:
            for part in text[start:end].split(" | "):
                assert f" {' '.join(words(part))} " in run, part


@names
def test_evidence_lies_in_the_text_and_is_stripped(name: str) -> None:
    text = text_of(name)
    for key, entry in entries(gold_of(name)):
        assert entry["evidence"], entry
        for start, end in entry["evidence"]:
            assert 0 <= start < end <= len(text), (key, entry)
            assert text[start:end] == text[start:end].strip(), (key, text[start:end])
        for (_, before), (after, _) in zip(entry["evidence"], entry["evidence"][1:], strict=False):
            assert before <= after, (key, entry)


@names
def test_types_fields_and_words_are_those_of_the_guide(name: str) -> None:
    for key, entry in entries(gold_of(name)):
        known = FIELDS if key in {"clauses", "arguable"} else EXTRA if key == "extra" else {**FIELDS, **EXTRA}
        assert set(entry) <= {"type", "body", "status", "value", "evidence", "note"}, entry
        assert entry["type"] in known, entry
        assert entry["status"] in STATUSES, entry
        for field, value in entry["value"].items():
            assert field in known[entry["type"]], entry
            assert is_a(known[entry["type"]][field], value) or key == "traps", (field, entry)


@names
def test_a_body_of_a_clause_is_among_the_bodies(name: str) -> None:
    gold = gold_of(name)
    assert len(gold["bodies"]) == len(set(gold["bodies"]))
    for key in ("clauses", "extra"):
        for entry in gold.get(key, []):
            assert entry["body"] is None or entry["body"] in gold["bodies"], entry


@names
def test_only_a_guide_recommends(name: str) -> None:
    gold = gold_of(name)
    given = {entry["status"] for entry in gold["clauses"]}
    assert ("recommended" in given) == (gold["kind"] == "induction_guide")


@names
def test_a_period_for_dissolution_or_amendment_is_also_a_notice_clause(name: str) -> None:
    """The guide: a period for dissolution or amendment stands in that clause and in a notice clause of its own."""
    clauses = gold_of(name)["clauses"]
    for kind in ("dissolution", "amendment"):
        inside = sorted(c["value"]["notice"] for c in clauses if c["type"] == kind and "notice" in c["value"])
        outside = [c["value"]["period"] for c in clauses if c["type"] == "notice" and c["value"].get("subject") == kind]
        assert inside == sorted(outside), kind


@names
def test_a_term_of_the_chair_is_also_a_term_of_office(name: str) -> None:
    clauses = gold_of(name)["clauses"]
    in_chair = {
        (c["body"], c["value"]["role"], c["value"]["term"])
        for c in clauses
        if c["type"] == "chair_appointment" and "term" in c["value"]
    }
    in_office = {
        (c["body"], c["value"]["role"], c["value"]["term"])
        for c in clauses
        if c["type"] == "term_of_office" and c["value"].get("role") in {"chair", "vice_chair"} and "term" in c["value"]
    }
    assert in_chair == in_office


def test_every_type_and_every_status_occurs() -> None:
    found = {(entry["type"], entry["status"]) for name in NAMES for entry in gold_of(name)["clauses"]}
    assert {kind for kind, _ in found} == set(FIELDS)
    assert {status for _, status in found} == STATUSES


@pytest.mark.parametrize(
    ("kind", "value", "allowed"),
    [
        (DURATION, "P7D", True),
        (DURATION, "7 days", False),  # not ISO 8601
        (DURATION, "P0D", False),  # no length
        (FRACTION, "1/2", True),
        (FRACTION, "3/2", False),  # more than all
        (DATE, "2010-03", True),
        (DATE, "2010-02-30", False),  # no such day
        (INT, True, False),  # a yes is not a number
        (BOOL, 1, False),  # a number is not a yes
        (THRESHOLDS, "3/5", True),
        (THRESHOLDS, "most", False),  # not a word of the guide
        (BASES, "3/5", False),  # a fraction only where one may stand
        (TEXTS_LIST, [], False),  # leave the field out instead
        (TEXT, " board", False),  # not stripped
    ],
)
def test_the_checks_of_this_file_can_tell(kind: Any, value: Any, allowed: bool) -> None:
    assert is_a(kind, value) is allowed
