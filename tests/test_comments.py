"""``check --comments``: what the comments say and where, and that the officer's file is otherwise as it was."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.text.paragraph import Paragraph

from conftest import ROOT, require
from torparse import pipeline, readers
from torparse.cli import main
from torparse.commenting.marks import Anchor
from torparse.commenting.package import Remark, commented
from torparse.readers import _libreoffice
from word_comments import anchored, comment_ids, comment_text, same_but_comments

AS_OF = "2026-01-31"
CORPUS = sorted((ROOT / "corpus").glob("*.docx"))
REAL = ROOT.parent / "shared" / "corpus" / "real"

_WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_NOTE_MARK = re.compile(r"\[\d+\]")  # of a note, which is no text in the file

#: Style of python-docx's template and text of each paragraph.
TERMS = (
    ("Title", "Terms of reference of the Lower Marsh Partnership"),
    ("Heading 1", "Purpose"),
    ("Normal", "The purpose of the partnership is to keep the marsh wet and its villages dry."),
    ("Heading 1", "Membership and meetings"),
    ("Normal", "The members are Lower Marsh Parish Council, Marsh Police and the Marsh Primary Care Trust."),
    ("Normal", "It is usual to begin with tea. The partnership meets four times a year. The hall is cold."),
    ("Normal", "The quorum is five members present in person."),
    ("Heading 1", "Conduct"),
    ("Normal", "Members declare any personal interest at the start of the meeting."),
    ("Normal", "The complaints procedure is to be written by the clerk."),
    ("Heading 1", "Dissolution"),
    ("Normal", "This matter is for a later day."),
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Terms of reference with gaps, as Word has them."""
    word = docx.Document()
    for style, text in TERMS:
        word.add_paragraph(text, style)
    path = tmp_path / "draft.docx"
    word.save(str(path))
    return path


def made(draft: Path, *options: str, code: int = 1) -> bytes:
    """The file with comments that the command writes."""
    out = draft.with_name("out.docx")
    assert main(["check", str(draft), "--comments", str(out), "--as-of", AS_OF, *options]) == code
    return out.read_bytes()


def said(data: bytes) -> list[tuple[str, str]]:
    """The comments that are not on the whole: words that each stands on, and its own."""
    return [(anchored(data, id), comment_text(data, id)) for id in comment_ids(data)[1:]]


def item(data: bytes, id: str) -> tuple[str, str]:
    """The one comment on an item."""
    (found,) = [one for one in said(data) if one[1].startswith(f"[{id} ")]
    return found


def _shape(data: bytes) -> Iterator[tuple[str, str]]:
    """Text and style of every paragraph as python-docx gives them."""
    word = docx.Document(io.BytesIO(data))
    for element in word.element.body.iter(f"{{{word.element.nsmap['w']}}}p"):
        paragraph = Paragraph(element, word._body)
        yield paragraph.text, paragraph.style.name if paragraph.style else ""


# ---- what is said, and where


def test_a_comment_stands_on_the_words_of_its_clause(draft: Path) -> None:
    data = made(draft)
    words, text = item(data, "G08")
    assert words == "Members declare any personal interest at the start of the meeting."
    head, asked, consider = text.split("\n")
    assert head.startswith("[G08 Declarations of interest – partly] The terms say when interests are declared.")
    assert asked == "Asked for (core item): There is a clear policy on declaring interests."
    # what is said is not said again
    assert consider.startswith("Consider: The minutes record every interest that is declared.")
    assert item(data, "G05")[0] == "The partnership meets four times a year."  # and not what stands beside it


def test_what_is_missing_stands_on_its_heading_or_on_the_title(draft: Path) -> None:
    data = made(draft)
    assert item(data, "G11")[0] == "Dissolution"
    assert "– not in place]" in item(data, "G11")[1]
    assert item(data, "G10")[0] == TERMS[0][1]
    gathered = comment_text(data, comment_ids(data)[0])
    assert anchored(data, comment_ids(data)[0]) == TERMS[0][1]
    assert "\n14 core items: " in gathered
    assert re.search(r"^S07 How the terms are amended\. Agree who may change", gathered, re.MULTILINE)
    assert not re.search(r"^G\d\d .*core", gathered, re.MULTILINE)
    assert "not legal advice" in gathered


def test_each_item_has_one_comment_and_those_in_place_have_none(draft: Path, capsys: Any) -> None:
    data = made(draft)
    capsys.readouterr()
    main(["check", str(draft), "--json", "--as-of", AS_OF])
    import json

    findings = json.loads(capsys.readouterr().out)["findings"]
    gaps = {f["item"] for f in findings if f["judgement"] in ("partly", "not_met")}
    own = [match[1] for _, text in said(data) if (match := re.match(r"\[([GS]\d\d)\b", text))]
    gathered = re.findall(r"^([GS]\d\d) ", comment_text(data, comment_ids(data)[0]), re.MULTILINE)
    assert sorted([*own, *gathered]) == sorted(gaps)


def test_promised_and_unwritten_words_are_said_once(draft: Path) -> None:
    data = made(draft)
    about = [text for words, text in said(data) if words.startswith("The complaints procedure")]
    assert [text.split("]")[0] for text in about] == ["[G09 Complaints – promised"]
    assert "It still needs writing." in about[0]


def test_what_has_gone_stands_on_its_name(draft: Path) -> None:
    words, text = next(one for one in said(made(draft)) if one[1].startswith("[Dated reference]"))
    assert words == "Primary Care Trust"
    assert "Superseded since" in text
    assert "\nConsider: " in text


def test_praise_and_core_only(draft: Path) -> None:
    usual, praised, core = made(draft), made(draft, "--praise"), made(draft, "--core-only")
    assert "– in place]" not in "".join(text for _, text in said(usual))
    words, text = item(praised, "S01")
    assert words == "The quorum is five members present in person."
    assert "– in place]" in text
    assert "Consider" not in text
    assert len(said(core)) < len(said(usual)) < len(said(praised))
    assert not [text for _, text in said(core) if "Asked for:" in text]
    assert [text for _, text in said(core) if text.startswith("[Dated reference]")]
    assert "S07" not in comment_text(core, comment_ids(core)[0])


def test_a_document_with_two_bodies(tmp_path: Path) -> None:
    word = docx.Document()
    for style, text in (
        ("Title", "Terms of reference"),
        ("Heading 1", "The Board"),
        ("Normal", "The quorum of the Board is three members."),
        ("Heading 1", "The Forum"),
        ("Normal", "The quorum of the Forum is nine members. Members of the Forum declare any interest."),
    ):
        word.add_paragraph(text, style)
    draft = tmp_path / "two.docx"
    word.save(str(draft))
    data = made(draft)
    heads = [text.split("]")[0] for _, text in said(data)]
    assert "[G08 Declarations of interest – partly; Forum" in heads
    on = {words for words, text in said(data) if text.startswith("[G11 Dissolution – not in place; Forum]")}
    assert on == {"The Forum"}
    one = made(draft, "--body", "The Board")
    assert not [text for _, text in said(one) if "Forum" in text.split("]")[0]]
    assert "nine" not in "".join(words for words, _ in said(one))


# ---- the file


@pytest.mark.parametrize("path", CORPUS, ids=[path.stem for path in CORPUS])
def test_documents_of_the_corpus_stay_as_they_are(path: Path, tmp_path: Path) -> None:
    _every_clause(path)
    out = tmp_path / "out.docx"
    main(["check", str(path), "--comments", str(out), "--as-of", AS_OF])
    if "induction-guide" in path.stem:  # nothing to check in it
        assert not out.exists()
        return
    same_but_comments(path.read_bytes(), out.read_bytes())
    assert list(_shape(out.read_bytes())) == list(_shape(path.read_bytes()))
    assert len(comment_ids(out.read_bytes())) > 10


def test_real_documents_stay_as_they_are(shared: Path) -> None:
    found = sorted(REAL.glob("*.docx"))
    assert found
    for path in found:
        _every_clause(path)


def _every_clause(path: Path) -> None:
    """A comment on each quote of each clause: it stands on exactly the quote, and nothing else has changed."""
    before = path.read_bytes()
    document = readers.read(path)
    record = pipeline.extract_document(document)
    runs = [run for clause in record.clauses for run in clause.evidence]
    remarks = [Remark("[X]", ("Words.",), run.start, run.end) for run in runs]
    after, anchors = commented(readers.source(path), document, remarks, date(2026, 1, 31), "")
    same_but_comments(before, after)
    assert list(_shape(after)) == list(_shape(before))
    assert len(anchors) == len(runs)
    for id, run, anchor in zip(comment_ids(after), runs, anchors, strict=True):
        if anchor is Anchor.WORDS:
            assert anchored(after, id) == _NOTE_MARK.sub("", run.quote)
        else:  # what a note at the foot of the page says
            assert run.start > document.text.rindex("\n", 0, run.start)
    assert sum(anchor is Anchor.WORDS for anchor in anchors) >= 0.9 * len(anchors)


def test_two_runs_write_the_same_bytes_and_the_draft_is_untouched(draft: Path) -> None:
    before = draft.read_bytes()
    assert made(draft) == made(draft)
    assert draft.read_bytes() == before
    same_but_comments(before, made(draft))


def test_libreoffice_opens_it(draft: Path, tmp_path: Path) -> None:
    program = _libreoffice.program()
    require("libreoffice", bool(program), "LibreOffice is not installed")
    data = made(draft)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", _WITH_NOTES, "--outdir", str(tmp_path)]
    subprocess.run([*call, "out.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as pdf:
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert all("".join(text.split()) in "".join(printed.split()) for _, text in TERMS)
    assert _notes(tmp_path / "out.pdf") == len(comment_ids(data))  # comments become notes in the PDF


def _notes(path: Path) -> int:
    """How many notes a PDF has."""
    with pypdfium2.PdfDocument(path) as pdf:
        kinds = [
            pypdfium2.raw.FPDFAnnot_GetSubtype(pypdfium2.raw.FPDFPage_GetAnnot(page, n))
            for page in pdf
            for n in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page))
        ]
    return kinds.count(pypdfium2.raw.FPDF_ANNOT_TEXT)


# ---- the command


def test_the_first_screen_says_how_it_stands_and_where_the_comments_are(draft: Path, capsys: Any) -> None:
    data = made(draft)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 40
    assert any(line.startswith("  14 core items: ") for line in lines)
    assert not any("item by item" in line for line in lines)
    assert re.fullmatch(rf"  {len(comment_ids(data))} comments in .*out\.docx: \d+ on the words .*title\.", lines[-1])


def test_the_checklist_can_be_had_beside_it(draft: Path, capsys: Any) -> None:
    import json

    out = made(draft, "--json")
    said = capsys.readouterr()
    assert json.loads(said.out)["document"] == "draft.docx"
    assert "comments in" in said.err
    assert made(draft, "-o", str(draft.with_name("list.md"))) == out
    assert "# Checklist for" in draft.with_name("list.md").read_text(encoding="utf-8")


WRONG: list[tuple[list[str], str]] = [
    # (arguments behind "check", words of the one line)
    (["draft.docx", "--comments", "draft.docx"], "is one of the documents"),
    (["draft.docx", "other.docx", "--comments", "other.docx"], "is one of the documents"),
    (["draft.docx", "--comments", "x.docx", "-o", "x.docx"], "is the file for -o too"),
    (["draft.docx", "--comments", "x.doc"], "must end in .docx"),
    (["draft.docx", "--comments", "none/x.docx"], "cannot be written"),
    (["draft.txt", "--comments", "x.docx"], "comments need a Word file (.docx)"),
    (["draft.odt", "--comments", "x.docx"], "take the checklist (--docx -o FILE.docx)"),
    (["draft.docx", "--praise"], "--praise: is for --comments"),
    (["draft.docx", "--core-only"], "--core-only: is for --comments"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_wrong_use(draft: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str, capsys: Any) -> None:
    folder = draft.parent
    draft.with_name("other.docx").write_bytes(draft.read_bytes())
    text = "\n\n".join(text for _, text in TERMS)
    draft.with_name("draft.txt").write_text(text, encoding="utf-8")
    odt = next((ROOT / "corpus").glob("*.odt"))
    draft.with_name("draft.odt").write_bytes(odt.read_bytes())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.chdir(folder)
    assert main(["check", *arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_link_to_the_draft_is_the_draft(draft: Path, capsys: Any) -> None:
    link = draft.with_name("link.docx")
    link.symlink_to(draft)
    assert main(["check", str(draft), "--comments", str(link)]) == 2
    assert "is one of the documents" in capsys.readouterr().err


def test_a_folder_is_read_without_the_commented_copy(draft: Path, capsys: Any) -> None:
    made(draft)
    main(["extract", str(draft.parent)])
    assert "out.docx (a report that torparse wrote)" in capsys.readouterr().err


def test_comments_of_an_earlier_run_stay_and_are_counted(draft: Path, capsys: Any) -> None:
    first = made(draft)
    again = draft.with_name("again.docx")
    again.write_bytes(first)
    capsys.readouterr()
    second = made(again)
    assert comment_ids(second)[: len(comment_ids(first))] == comment_ids(first)
    same_but_comments(first, second)
    assert f"{len(comment_ids(first))} comments that torparse made before stayed." in capsys.readouterr().out
