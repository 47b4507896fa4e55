"""The Word checklist: its structure, the same bytes from two runs, and what LibreOffice makes of it."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from conftest import require
from gold_records import record
from torparse.check import bodies_checked, check
from torparse.checklists import load
from torparse.model import Record
from torparse.readers import _libreoffice
from torparse.report import checklist_words
from torparse.report.checklist_views import GROUPS
from torparse.suggesting import suggestion

AS_OF = date(2026, 1, 31)
LONG = "The members of the Ambleford Partnership choose a chair in the spring of each year. "
TEXT = f"Complaints follow.\x0c\nAnnex 5 Complaints (to be developed)\nWe aim to be fair \x07 to all.\n{LONG}\n"


def _record() -> Record:
    return record(
        TEXT,
        [
            ("complaints", {}, "Annex 5", "placeholder"),
            ("equalities", {}, "We aim"),
            ("chair_appointment", {"role": "chair", "method": "elected", "by": "members", "term": "P1Y"}, "choose"),
            ("conduct", {"nolan": True}, "Complaints follow"),
        ],
    )


@pytest.fixture(scope="module")
def data() -> bytes:
    ((_, made),) = checklist_words(_record(), as_of=AS_OF)
    return made


@pytest.fixture(scope="module")
def word(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def _headings(word: Any) -> Iterator[tuple[int, str]]:
    for paragraph in word.paragraphs:
        if paragraph.style.name.startswith("Heading "):
            yield int(paragraph.style.name[-1]), paragraph.text


def test_headings_go_down_one_step_at_a_time(word: Any) -> None:
    heads = list(_headings(word))
    assert [level for level, _ in heads].count(1) == 1
    assert heads[0][0] == 1
    assert all(b - a <= 1 for (a, _), (b, _) in pairwise(heads))
    names = [name for _, name in heads]
    assert names[1:3] == ["How to read this", "Core items"]
    groups = [name for name in names[3 : names.index("Recommended items")] if name.endswith(")")]
    assert groups == ["Not in place (9)", "Promised (1)", "Partly (3)", "In place (1)"]


def test_tables_repeat_their_header_and_say_what_they_are(word: Any) -> None:
    for table in word.tables:
        assert [c.text for c in table.rows[0].cells] == [
            "Item", "Asked for", "Found", "Where", "Next step", "Owner", "By when",
        ]  # fmt: skip
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
            True, *(False for _ in table.rows[1:]),
        ]  # fmt: skip
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        caption, about = (
            table._tbl.tblPr.find(qn(tag)).get(qn("w:val")) for tag in ("w:tblCaption", "w:tblDescription")
        )
        assert caption.partition(": ")[0] in GROUPS.values()
        assert "Owner" in about
        for row in table.rows[1:]:
            assert [c.text for c in row.cells[5:]] == ["", ""]  # to be filled in
    captions = [t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for t in word.tables]
    assert len([c for c in captions if c.startswith("Core items: ")]) == 4
    assert len(set(captions)) == len(captions)


def test_a_judgement_is_a_symbol_and_a_word(word: Any) -> None:
    found = [row.cells[2].paragraphs[0].text for table in word.tables for row in table.rows[1:]]
    assert len(found) == 51
    assert set(found) - {"? Cannot be judged"} == {"✗ Not in place", "✗→ Promised", "◐ Partly", "✓ In place"}


def test_tables_fit_an_upright_a4_page(word: Any) -> None:
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    room = section.page_width - section.left_margin - section.right_margin
    for table in word.tables:
        for row in table.rows:
            assert sum(cell.width for cell in row.cells) <= room


def test_language_and_properties(word: Any) -> None:
    languages = {e.get(qn("w:val")) for e in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    properties = word.core_properties
    assert properties.language == "en-GB"
    assert properties.title.startswith("Checklist for ")
    assert (properties.created.date(), properties.modified.date()) == (AS_OF, AS_OF)


def test_two_runs_write_the_same_bytes(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    ((_, again),) = checklist_words(_record(), as_of=AS_OF)
    assert again == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    ((_, later),) = checklist_words(_record(), as_of=date(2026, 2, 1))
    assert later != data


def test_every_gap_has_a_wording_that_is_called_a_starting_point(word: Any) -> None:
    text = [p.text for p in word.paragraphs]
    at = text.index("Suggested wording")
    assert "not legal advice" in text[at + 1]
    record, checklist = _record(), load()
    (body,) = bodies_checked(record)
    for finding in check(record, checklist):
        item = checklist.item(finding.item)
        if item.importance == "core" and finding.judgement != "met":
            made = suggestion(record, body, item, finding).text  # in the document's own terms
            assert text[text.index(f"{item.id}: {item.requirement}", at) + 1] == made
    assert "" not in text[at:]


def test_long_quotes_are_shortened_between_words() -> None:
    made = record(LONG * 9, [("conduct", {"nolan": True}, "Ambleford")])
    ((_, data),) = checklist_words(made, as_of=AS_OF)
    tables = docx.Document(io.BytesIO(data)).tables
    (quote,) = (
        p.text for t in tables for r in t.rows for p in r.cells[2].paragraphs if p.text.startswith("“The members")
    )
    assert quote.endswith(" […]”")
    assert len(quote) < 340
    assert LONG * 2 in quote


def test_libreoffice_prints_all_of_it(data: bytes, word: Any, tmp_path: Path) -> None:
    program = _libreoffice.program()
    require("libreoffice", bool(program), "LibreOffice is not installed")
    (tmp_path / "checklist.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "checklist.docx"]
    subprocess.run(call, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    with pypdfium2.PdfDocument(tmp_path / "checklist.pdf") as pdf:
        assert {tuple(round(n * 25.4 / 72) for n in page.get_size()) for page in pdf} == {(210, 297)}
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
        outline = [entry.get_title() for entry in pdf.get_toc()]
    bare = "".join(printed.split())
    cells = [c.text for t in word.tables for r in t.rows for c in r.cells]
    paragraphs = [p.text for p in word.paragraphs]
    symbols = str.maketrans("", "", "✓◐✗→-\ufffe\xad")  # whose fonts differ, and how lines are broken at hyphens
    for words in (*cells, *paragraphs):
        for part in words.translate(symbols).split("\n"):
            assert "".join(part.split()) in bare.translate(symbols), part
    assert outline == [name for _, name in _headings(word)]
