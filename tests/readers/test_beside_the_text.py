"""What a file holds beside its text: comments, headers and footers, prompts of a form that nobody has filled in."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from make_files import p, word
from make_office import odt, tp

from torparse.model import Comment, Document
from torparse.pipeline import extract_document
from torparse.readers import read
from torparse.structure import analyse

PROMPT = "Click or tap here to enter text."


def control(inner: str, *, unfilled: bool = True) -> str:
    """A content control of Word with its prompt or what was filled in."""
    state = "<w:showingPlcHdr/>" if unfilled else ""
    return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def prompts(found: Document) -> list[str]:
    return [found.text[start:end] for start, end in found.prompts]


@pytest.mark.parametrize(
    ("body", "text", "unfilled"),
    [
        (p("It is ", runs=control(run(PROMPT)) + run(" members.")), f"It is {PROMPT} members.", [PROMPT]),
        (p("The quorum is ", runs=control(run("five"), unfilled=False)), "The quorum is five", []),
        (p("a") + control(p(PROMPT)) + p("b"), f"a\n{PROMPT}\nb", [PROMPT]),
        (p(" ", runs=control(run("  Choose ")) + run(" ")), "Choose", ["Choose"]),
        (p("x", runs=control(run("  "))), "x", []),
        (p("x", runs=control(run("one")) + run(" and ") + control(run("two"))), "xone and two", ["one", "two"]),
        ("<w:tbl><w:tr><w:tc>" + p("Quorum") + "</w:tc><w:tc>" + p("a") + p(runs=control(run(PROMPT)))
         + "</w:tc></w:tr></w:tbl>", f"Quorum\na\n{PROMPT}", [PROMPT]),
    ],
)  # fmt: skip
def test_prompts_of_word(tmp_path: Path, body: str, text: str, unfilled: list[str]) -> None:
    found = read(word(tmp_path / "a.docx", body))
    assert found.text == text
    assert prompts(found) == unfilled


def test_prompts_of_open_document(tmp_path: Path) -> None:
    body = tp("The quorum is <text:placeholder text:placeholder-type='text'>&lt;number&gt;</text:placeholder> members.")
    found = read(odt(tmp_path / "a.odt", body))
    assert found.text == "The quorum is <number> members."
    assert prompts(found) == ["<number>"]


def test_a_prompt_is_a_placeholder_and_states_nothing(tmp_path: Path) -> None:
    title = p("Ashby Partnership: terms of reference") + p("Quorum")
    for words, status in (("Enter five or another number", "placeholder"), ("five", "stated")):
        control_ = control(run(words), unfilled=status == "placeholder")
        body = title + p("The quorum is ", runs=control_ + run(" members."))
        record = extract_document(read(word(tmp_path / "a.docx", body)))
        found = [(c.status, c.value.as_dict()) for c in record.clauses if c.type == "quorum"]
        assert found == [(status, {"count": 5, "of": "members"} if status == "stated" else {})]


def test_the_reading_copy_of_a_prompt_is_as_long(tmp_path: Path) -> None:
    found = read(word(tmp_path / "a.docx", p("The quorum is ", runs=control(run("n")) + run(" members."))))
    assert analyse(found).clean == "The quorum is ? members."


def test_comments_headers_and_footers_of_word(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The quorum is five.")
    made.add_comment(paragraph.runs[0], text="Too low?", author="A. Officer")
    made.sections[0].header.paragraphs[0].text = "Ashby Partnership, version 3"
    made.sections[0].footer.paragraphs[0].text = "12"
    made.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert found.text == "The quorum is five."
    assert [(one.text, one.author) for one in found.comments] == [("Too low?", "A. Officer")]
    assert found.comments[0].date[:2] == "20"
    assert found.running == ("Ashby Partnership, version 3",)  # a page number alone says nothing


def test_comments_headers_and_footers_of_open_document(tmp_path: Path) -> None:
    note = (
        "<office:annotation><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>A. Officer</dc:creator>"
        "<text:p>Too low?</text:p></office:annotation>"
    )
    path = odt(tmp_path / "a.odt", tp(f"The quorum is five.{note}"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    header = (
        "<style:header><text:p>Version 3</text:p></style:header><style:footer><text:p>Version 3</text:p></style:footer>"
    )
    parts["styles.xml"] = parts["styles.xml"].replace(b"</office:styles>", f"</office:styles>{header}".encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    found = read(path)
    assert found.text == "The quorum is five."
    assert found.comments == (Comment("Too low?", "A. Officer"),)
    assert found.running == ("Version 3",)
