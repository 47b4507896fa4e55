"""One document in every format gives the same clauses, with the same bodies, quotes, values and section labels.

What each format writes in its own way is folded before the comparison: white space, the marks of footnotes, a label at
the head of a quote, and the brackets or full stop round a label ("(a)" in Word is "a." in a web page).
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from conftest import ROOT, require
from torparse.evaluate import evaluate
from torparse.model import Record
from torparse.pipeline import extract
from torparse.readers import _libreoffice

NAME = "harrowmere-hwb-procedure-rules-2022"
FOLDER = Path(__file__).parent / "same_text"
TEXT = FOLDER / f"{NAME}.txt"
OFFICE = {".doc"}
"""What only LibreOffice reads whole."""

_NOTE = re.compile(r"\[\^?\d+\]|(?<=[a-z][.,:;])\d+(?!\S)")  # "[1]", Markdown's "[^1]", a raised 1 behind a stop
_LABEL = re.compile(r"^(?:\d+(?:\.\d+)*\.?|\(?[a-z]{1,4}[).])\s+", re.IGNORECASE)

FORMS = [
    f"{NAME}.docx",
    f"{NAME}.odt",
    f"{NAME}.doc",
    f"{NAME}.rtf",
    f"{NAME}.html",
    f"{NAME}.md",
    f"{NAME}-one-column.pdf",
    f"{NAME}-two-columns.pdf",
    f"{NAME}-two-columns-and-table.pdf",
]


@cache
def record(path: Path) -> Record:
    """The record of a file, read once for all tests."""
    if path.suffix in OFFICE:
        require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
    return extract(path)


def folded(quote: str) -> str:
    """A quote as every format has it."""
    return " ".join(_LABEL.sub("", _NOTE.sub("", quote).strip()).split())


def section(label: str) -> str:
    """A label by its numbers and letters: "5.3.1(a)" and "5.3.1 a" are the same."""
    return " ".join(re.findall(r"[^\W_]+", label))


def clauses(found: Record) -> Counter[str]:
    """Each clause as one line: type, body, status, completeness, value, and of each run its section and its words."""
    return Counter(
        json.dumps(
            [
                one.type,
                one.body,
                one.status,
                one.completeness,
                one.value.as_dict(),
                [(section(run.section), folded(run.quote)) for run in one.evidence],
            ],
            sort_keys=True,
            ensure_ascii=False,
        )
        for one in found.clauses
    )


@pytest.mark.parametrize("name", FORMS)
def test_the_same_clauses_in_every_format(name: str) -> None:
    found, wanted = clauses(record(FOLDER / name)), clauses(record(TEXT))
    assert sorted((found - wanted).elements()) == sorted((wanted - found).elements()) == []


@pytest.mark.parametrize("name", FORMS)
def test_the_same_bodies_in_every_format(name: str) -> None:
    bodies = [(one.name, one.standing, one.main) for one in record(FOLDER / name).bodies]
    assert bodies == [(one.name, one.standing, one.main) for one in record(TEXT).bodies]
    assert len(bodies) == 2


def scanned(pdf: Path, made: Path, dots: int = 200) -> Path:
    """A PDF of pictures of ``pdf``'s pages, grey, ``dots`` an inch, as a scanner makes it."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=dots / 72).to_pil().convert("L") for page in opened]
    finally:
        opened.close()
    pages[0].save(made, format="PDF", save_all=True, append_images=pages[1:], resolution=dots)
    return made


def values(found: Record) -> Counter[tuple[str, str, str]]:
    """Each field of each clause: its type, the field, its value."""
    return Counter(
        (one.type, field, json.dumps(value, sort_keys=True))
        for one in found.clauses
        for field, value in one.value.as_dict().items()
    )


def test_a_scan_gives_the_same_types_and_nearly_all_values(tmp_path: Path) -> None:
    require("tesseract", shutil.which("tesseract") is not None, "tesseract is not installed")
    found = extract(scanned(FOLDER / f"{NAME}-one-column.pdf", tmp_path / "scan.pdf"))
    wanted = record(TEXT)
    assert {one.type for one in found.clauses} == {one.type for one in wanted.clauses}
    assert (values(found) & values(wanted)).total() >= 0.9 * values(wanted).total()
    assert all(one.confidence < 0.9 for one in found.clauses)


def test_rich_text_gives_the_same_clauses_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(_libreoffice, "_PLACES", ())
    found = extract(FOLDER / f"{NAME}.rtf")
    assert "without LibreOffice" in " ".join(found.document.warnings)
    assert clauses(found) == clauses(record(TEXT))


def test_every_format_has_a_file_and_every_file_is_tested() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted([*FORMS, TEXT.name, "README.md"])
    from torparse.readers import formats

    suffixes = {path.suffix for path in FOLDER.iterdir()} | {".png"}  # pictures: the scan
    assert not [one.name for one in formats() if suffixes.isdisjoint(one.suffixes)]


def test_the_text_is_read_well(tmp_path: Path) -> None:
    """Else all formats might agree on nothing: 25 clauses at least, and nearly all of them found."""
    (tmp_path / "texts").mkdir()
    shutil.copy(ROOT / "annotations" / f"{NAME}.gold.json", tmp_path)
    shutil.copy(ROOT / "annotations" / "texts" / TEXT.name, tmp_path / "texts")
    scores = evaluate(tmp_path, [record(TEXT)])
    assert scores.bad_quotes == 0
    assert scores.group("all").gold >= 25
    assert scores.group("all").f1 >= 0.95
    assert TEXT.read_bytes() == (tmp_path / "texts" / TEXT.name).read_bytes()


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("unless they\n include:[1]", "unless they include:"),  # white space and a note
        ("a dispensation.[^2]", "a dispensation."),  # Markdown
        ("a dispensation.2", "a dispensation."),  # raised in a PDF
        ("(a) one councillor;", "one councillor;"),
        ("5.3.1 No business", "No business"),
        ("section 9.2 applies", "section 9.2 applies"),  # a number in the text stays
        ("Agreed in 2011.", "Agreed in 2011."),
    ],
)
def test_what_is_folded(quote: str, wanted: str) -> None:
    assert folded(quote) == wanted
