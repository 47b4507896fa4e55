"""Tracked changes in every format that has them: read as if accepted, or as the document was before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from make_files import p, word
from make_office import odt, tp
from read_back import texts

from torparse.cli import main
from torparse.readers import Choices, _convert, read

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
INSERTED = ("<w:ins><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:ins>").format
DELETED = ("<w:del><w:r><w:delText xml:space='preserve'>{}</w:delText></w:r></w:del>").format


def marked(kind: str, runs: str) -> str:
    """A Word paragraph whose mark was inserted or deleted."""
    return f"<w:p><w:pPr><w:rPr><w:{kind}/></w:rPr></w:pPr>{runs}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cells(*texts: str, more: str = "") -> str:
    return more + "".join(f"<w:tc>{p(text)}</w:tc>" for text in texts)


WORD = {
    "words within a paragraph": (
        p(runs=RUN("A quorum is ") + DELETED("three") + INSERTED("five")),
        ["A quorum is five"], ["A quorum is three"],
    ),
    "words moved": (
        p("one", runs="<w:moveFrom><w:r><w:t>two</w:t></w:r></w:moveFrom>")
        + p("three", runs="<w:moveTo><w:r><w:t>two</w:t></w:r></w:moveTo>"),
        ["one", "threetwo"], ["onetwo", "three"],
    ),
    "a paragraph split": (marked("ins", RUN("one ")) + p("two"), ["one", "two"], ["one two"]),
    "two paragraphs joined": (marked("del", RUN("one ")) + p("two"), ["one two"], ["one", "two"]),
    "rows": (
        table(cells("a", "b"), cells("c", "d", more="<w:trPr><w:ins/></w:trPr>"),
              cells("e", "f", more="<w:trPr><w:del/></w:trPr>")),
        ["a", "b", "c", "d"], ["a", "b", "e", "f"],
    ),
    "cells": (
        table("<w:tc>" + p("a") + "</w:tc><w:tc><w:tcPr><w:cellIns/></w:tcPr>" + p("b") + "</w:tc>"
              "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("c") + "</w:tc>", cells("d", "e")),
        ["a", "b", "d", "e"], ["a", "c", "d", "e"],
    ),
}  # fmt: skip


def both(path: Path) -> list[list[str]]:
    """The blocks' texts as if accepted, and as before the changes."""
    found = [read(path), read(path, choices=Choices(changes="original"))]
    return [texts(one) for one in found]


@pytest.mark.parametrize("case", WORD)
def test_in_word(tmp_path: Path, case: str) -> None:
    body, accepted, original = WORD[case]
    assert both(word(tmp_path / "a.docx", body)) == [accepted, original]


def regions(*inner: str) -> str:
    made = "".join(f"<text:changed-region text:id='c{i}'>{one}</text:changed-region>" for i, one in enumerate(inner))
    return f"<text:tracked-changes>{made}</text:tracked-changes>"


INSERTION = "<text:insertion/>"
START, END, MARK = (f"<text:change{end} text:change-id='c{{}}'/>".format for end in ("-start", "-end", ""))
OPEN_DOCUMENT = {
    "words within a paragraph": (
        regions(f"<text:deletion>{tp('three')}</text:deletion>", INSERTION)
        + tp(f"A quorum is {MARK(0)}{START(1)}five <text:span>members</text:span>{END(1)}."),
        ["A quorum is five members."], ["A quorum is three."],
    ),
    "paragraphs deleted": (
        regions(f"<text:deletion>{tp('two')}{tp('three')}</text:deletion>") + tp(f"one {MARK(0)}") + tp("four"),
        ["one", "four"], ["one two\nthree", "four"],
    ),
    "a paragraph split": (
        regions(INSERTION) + tp(f"one {START(0)}") + tp("new") + tp(f"{END(0)}two") + tp("three"),
        ["one", "new", "two", "three"], ["one two", "three"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OPEN_DOCUMENT)
def test_in_open_document(tmp_path: Path, case: str) -> None:
    body, accepted, original = OPEN_DOCUMENT[case]
    assert both(odt(tmp_path / "a.odt", body)) == [accepted, original]


def rich(path: Path) -> Path:
    path.write_bytes(rb"{\rtf1\ansi A quorum is {\deleted three}{\revised five}{\revised\revised0 .}\par}")
    return path


def page(path: Path) -> Path:
    path.write_text("<!DOCTYPE html><p>A quorum is <del>three</del><ins>five</ins>.", encoding="utf-8")
    return path


@pytest.mark.parametrize(("make", "name"), [(rich, "a.rtf"), (page, "a.html")])
def test_in_rich_text_and_web_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Path], name: str
) -> None:
    monkeypatch.setattr(_convert, "program", lambda: "")  # LibreOffice makes a Word file of it, which is tried above
    assert both(make(tmp_path / name)) == [["A quorum is five."], ["A quorum is three."]]


def test_what_is_said(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p("x", runs=INSERTED("y") + DELETED("z")))
    assert read(path).warnings == ("2 tracked changes are not accepted yet: insertions were read, deletions were not",)
    original = read(path, choices=Choices(changes="original"))
    assert original.warnings == ("2 tracked changes are not accepted yet: the document was read as it was before them",)
    assert original.changes == 2


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs = RUN("The quorum is ") + DELETED("three") + INSERTED("five") + RUN(" members.")
    path = word(tmp_path / "terms.docx", p(runs=runs))
    assert main(["read", "--text", str(path)]) == 0
    assert main(["read", "--text", "--changes", "original", str(path)]) == 0
    assert capsys.readouterr().out == "The quorum is five members.The quorum is three members."
