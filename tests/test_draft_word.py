"""The Word file of drafted terms: language, title, headings, numbers, tables, places to fill in; what LibreOffice makes
of it; and the same answers as Markdown and as a page."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree, html

from conftest import require
from torparse.drafting.answers import Answers
from torparse.drafting.answers_file import example
from torparse.drafting.compose import Draft, blanks, compose
from torparse.drafting.facts import Facts
from torparse.drafting.markdown import to_markdown
from torparse.drafting.page import to_page
from torparse.drafting.provision import Open
from torparse.drafting.word import to_word
from torparse.readers import _libreoffice, read


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(example())


@pytest.fixture(scope="module")
def unfinished() -> Draft:
    open_ = {"quorum": Open.TO_BE_DECIDED, "risk": Open.TO_BE_DECIDED}
    return compose(Answers.of(Facts(name="Ambleford Forum", kind="forum"), open_))


def _open(draft: Draft) -> Any:
    return docx.Document(io.BytesIO(to_word(draft)))


def _parts(draft: Draft) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(to_word(draft))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_language_and_title(draft: Draft) -> None:
    word = _open(draft)
    assert word.core_properties.title == "Terms of reference of the Northshire Partnership Board"
    assert word.core_properties.language == "en-GB"
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert word.paragraphs[0].style.name == "Title"
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_headings_go_down_one_step_at_a_time(draft: Draft) -> None:
    heads = [(int(p.style.name[-1]), p.text) for p in _open(draft).paragraphs if p.style.name.startswith("Heading")]
    assert heads[:3] == [(1, "Name and purpose"), (2, "Name"), (2, "Purpose")]
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(heads))
    assert [title for level, title in heads if level == 1][-2:] == [
        "Annex 1: Terms of reference of sub-groups", "History of these terms of reference",
    ]  # fmt: skip


def test_numbers_are_word_s_own(draft: Draft, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(to_word(draft))
    document = read(file)
    labels = {document.text[b.start : b.end]: b.label for b in document.blocks if b.label}
    assert labels["Decisions"] == "5"
    assert labels["Quorum"] == "5.1"
    assert labels["Dissolution"] == "9.4"
    assert "Annex 1: Terms of reference of sub-groups" not in labels
    assert labels["lead the Board under these terms of reference;"] == "(a)"
    assert labels["represent their organisation and report back to it;"] == "(a)"  # the second list begins anew
    assert labels["speak for the Board."] == "(c)"
    assert not re.search(r"^\d+\.\d+ [A-Z]", document.text, re.MULTILINE)  # no number is typed


def test_tables_repeat_their_header_and_say_what_they_are(draft: Draft) -> None:
    tables = _open(draft).tables
    assert [[c.text for c in t.rows[0].cells] for t in tables] == [
        ["Organisation", "Sector", "Seats"], ["Version", "Agreed on", "Agreed by", "Next review"],
    ]  # fmt: skip
    for table in tables:
        flags = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert flags == [True, *(False for _ in table.rows[1:])]
        title, about = (table._tbl.tblPr.find(qn(f"w:{tag}")) for tag in ("tblCaption", "tblDescription"))
        assert title.get(qn("w:val"))
        assert "row" in about.get(qn("w:val"))


def test_a_place_to_fill_in_is_a_content_control_with_its_prompt(unfinished: Draft) -> None:
    body = _open(unfinished).element.body
    controls = list(body.iter(qn("w:sdt")))
    prompts = ["".join(t.text for t in c.iter(qn("w:t"))) for c in controls]
    assert "[to be decided]" in prompts
    assert "[date on which the terms were agreed]" in prompts
    for control in controls:
        properties = control.find(qn("w:sdtPr"))
        assert properties.find(qn("w:showingPlcHdr")) is not None
        assert properties.find(qn("w:alias")).get(qn("w:val"))
    ids = [c.find(qn("w:sdtPr")).find(qn("w:id")).get(qn("w:val")) for c in controls]
    assert len(set(ids)) == len(ids)
    assert not list(_open(compose(example())).element.body.iter(qn("w:sdt")))


def test_the_places_are_told(unfinished: Draft, draft: Draft) -> None:
    assert "to be decided" in blanks(unfinished)
    assert blanks(draft) == ()


def test_two_runs_write_the_same_bytes_and_nothing_points_outside(draft: Draft) -> None:
    assert to_word(draft) == to_word(compose(example()))
    parts = _parts(draft)
    assert not [name for name, data in parts.items() if name.endswith(".rels") and b'TargetMode="External"' in data]
    assert b"NUMPAGES" in b"".join(data for name, data in parts.items() if "footer" in name)
    with zipfile.ZipFile(io.BytesIO(to_word(draft))) as package:
        assert not package.comment  # a draft is read like any other document


def test_properties_stand_in_the_order_of_the_schema(unfinished: Draft) -> None:
    """Word refuses or repairs a file whose elements are out of order (ECMA-376, CT_SdtPr and CT_Lvl)."""
    parts = _parts(unfinished)
    root = etree.fromstring(parts["word/document.xml"])
    for properties in root.iter(qn("w:sdtPr")):
        names = [etree.QName(one).localname for one in properties]
        assert names == ["alias", "tag", "id", "temporary", "showingPlcHdr"]
    numbering = etree.fromstring(parts["word/numbering.xml"])
    kinds = [etree.QName(one).localname for one in numbering]
    assert kinds == sorted(kinds)  # every abstractNum before every num
    for level in numbering.iter(qn("w:lvl")):
        names = [etree.QName(one).localname for one in level]
        assert names.index("start") < names.index("numFmt") < names.index("lvlText") < names.index("lvlJc")


def test_libreoffice_opens_it(draft: Draft, tmp_path: Path) -> None:
    require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
    file = tmp_path / "draft.docx"
    file.write_bytes(to_word(draft))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True, timeout=120)
    pages = pypdfium2.PdfDocument(tmp_path / "draft.pdf")
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    assert re.search(r"5\.1\s+Quorum", text)
    assert re.search(r"\(a\)\s+lead the Board", text)
    assert f"Page 1 of {len(pages)}" in " ".join(text.split())


def test_places_to_fill_in_are_shaded_and_tables_stand_at_the_edge_of_the_text(tmp_path: Path) -> None:
    require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
    answers = example()
    file = tmp_path / "draft.docx"
    file.write_bytes(to_word(compose(Answers.of(replace(answers.facts, purpose="")))))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True, timeout=120)
    picture = pypdfium2.PdfDocument(tmp_path / "draft.pdf")[0].render(scale=2).to_pil().convert("RGB")
    colours = {colour: number for number, colour in picture.getcolors(1 << 24)}
    assert colours.get((0xFB, 0xE8, 0xB5), 0) > 1000
    left = 25 / 25.4 * 72 * 2  # the margin of the page in pixels
    dark = picture.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert dark[0] >= left - 3


@pytest.mark.parametrize(
    ("register", "said"),
    [("formal", "The Board shall meet at least four times"), ("plain", "The Board meets at least four times")],
)
def test_the_register_is_kept_in_every_form(register: str, said: str) -> None:
    answers = example()
    draft = compose(Answers.of(replace(answers.facts, register=register)))
    word = "\n".join(p.text for p in _open(draft).paragraphs)
    for text in (word, to_markdown(draft), to_page(draft)):
        assert said in text
        assert ("shall" in text) == (register == "formal")


def test_markdown_marks_places_in_square_brackets_and_escapes(unfinished: Draft) -> None:
    text = to_markdown(unfinished)
    assert "How many must be present is [to be decided]." in text
    assert "### 5.1 Quorum" in text
    facts = replace(example().facts, purpose="mend *everything* in the town")
    assert r"mend \*everything\* in the town" in to_markdown(compose(Answers.of(facts)))


def test_the_page_is_sound(unfinished: Draft) -> None:
    text = to_page(unfinished)
    page = html.fromstring(text)
    assert page.get("lang") == "en-GB"
    assert len(page.findall(".//h1")) == 1
    assert page.findtext(".//title") == "Terms of reference of the Ambleford Forum"
    assert {th.get("scope") for th in page.iter("th")} == {"col", "row"}
    assert all(table.find("caption") is not None for table in page.iter("table"))
    assert [mark.text for mark in page.iter("mark")].count("[to be decided]") == 2
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert 'name="generator"' not in text  # a draft is read like any other document
    hostile = replace(example().facts, purpose="<script>alert(1)</script>")
    assert "<script" not in to_page(compose(Answers.of(hostile)))
