"""Rich Text without LibreOffice: what the light reader makes of it, and that both ways agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_back import texts

from conftest import require
from torparse.errors import UnreadableInput
from torparse.model import BlockKind, Document
from torparse.readers import _convert, read
from torparse.readers._libreoffice import program

H, P, L, F = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_convert, "program", lambda: "")


def rich(tmp_path: Path, body: str | bytes) -> Document:
    path = tmp_path / "a.rtf"
    data = body if isinstance(body, bytes) else body.encode("ascii")
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252" + data + b"}")
    return read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard one\par two\par", ["one", "two"]),
        (r" the last paragraph needs no end", ["the last paragraph needs no end"]),
        # signs, escapes, code pages, Unicode with what stands in for it
        (r" caf\'e9 \ldblquote x\rdblquote  \{a\}\~b\_c\-d\line e\tab f\par", ["café “x” {a}\xa0b‑cd\ne\tf"]),
        (r"\uc1 five\u8211?six \uc2\u8217''s {\uc0\u233 }t\u-10179??\u-8704??\par", ["five–six ’s ét\U0001f600"]),
        (rb"\ansicpg1251 \'c4\'e0\par", ["Да"]),
        # what is no text
        (r"{\fonttbl{\f0 Arial;}}{\info{\title T}}{\header\pard\plain Page}{\*\generator X;}{\pict 0a0b}x\par", ["x"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the Compact}}\par", ["the Compact"]),
        (r"a\bin4 \v1 b\par", ["ab"]),
        # hidden and deleted words, also after the format is set back
        (r"Five{\v hidden}{\deleted four} {\revised three}\v no\plain  members\par", ["Five three members"]),
        # text boxes stand behind their paragraph, their copy for old programs is left out
        (r"Anchor{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box\par}}{\shprslt Box}} end\par Next\par",
         ["Anchor end", "Box", "Next"]),
    ],
)  # fmt: skip
def test_text(tmp_path: Path, body: str | bytes, expected: list[str]) -> None:
    assert texts(rich(tmp_path, body)) == expected


def test_headings_lists_and_their_numbers(tmp_path: Path) -> None:
    found = rich(
        tmp_path,
        r"{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 Own;}{\s3\sbasedon2 Child;}{\s4 Title;}{\s5 Body;}}"
        r"\pard\s4 Terms\par\pard\s1{\listtext\pard\plain 1.\tab}\ilvl0 Quorum\par\pard\s3 Sub\par"
        r"\pard\s5\outlinelevel2 Deep\par\pard\s5 Body\par"
        r"\pard{\listtext (a)\tab}\ilvl1 five\par\pard{\pntext\u-3913 ?\tab}bullet\par"
        r"\pard\s1 A quorum of three voting members is required at every meeting of the Board.\par",
    )
    assert [(b.kind, b.level, b.label, t) for b, t in zip(found.blocks, texts(found), strict=True)][:-1] == [
        (H, 1, "", "Terms"), (H, 1, "1.", "Quorum"), (H, 2, "", "Sub"), (H, 3, "", "Deep"), (P, 0, "", "Body"),
        (L, 2, "(a)", "five"), (L, 1, "", "bullet"),
    ]  # fmt: skip
    assert found.blocks[-1].kind is P


def test_tables_and_notes(tmp_path: Path) -> None:
    found = rich(
        tmp_path,
        r"\pard before{\footnote\pard By link.\par}\par"
        r"\trowd\pard\intbl Body\cell Quorum\cell\row\trowd\pard\intbl Board\par more\cell 5\cell\row"
        r"\pard between\par\trowd\pard\intbl framed\par text\cell\row\pard after\par",
    )
    assert [(b.kind, b.table, b.row, b.column, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (P, None, None, None, "before[1]"),
        (BlockKind.TABLE_CELL, 0, 0, 0, "Body"), (BlockKind.TABLE_CELL, 0, 0, 1, "Quorum"),
        (BlockKind.TABLE_CELL, 0, 1, 0, "Board\nmore"), (BlockKind.TABLE_CELL, 0, 1, 1, "5"),
        (P, None, None, None, "between"), (P, None, None, None, "framed"), (P, None, None, None, "text"),
        (P, None, None, None, "after"), (F, None, None, None, "By link."),
    ]  # fmt: skip
    assert found.blocks[-1].label == "1"


def test_what_is_said(tmp_path: Path) -> None:
    found = rich(tmp_path, r"{\revised a}{\deleted b}{\v c}")
    assert found.changes == 2
    assert found.warnings[0].startswith("Read without LibreOffice")
    assert [one.split(":")[0] for one in found.warnings[1:]] == [
        "2 tracked changes are not accepted yet", "1 runs of hidden text were left out",
    ]  # fmt: skip
    (tmp_path / "cut.rtf").write_bytes(rb"{\rtf1 The quorum is")
    assert "The end of the file is missing" in read(tmp_path / "cut.rtf").warnings


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="nested too deeply"):
        rich(tmp_path, "{" * 5_000)
    with pytest.raises(UnreadableInput, match="has no text"):
        rich(tmp_path, r"{\info{\title T}}")


def test_both_ways_agree(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = next((shared / "corpus" / "written").glob("*.rtf"))
    light = read(path)
    require("libreoffice", bool(program()), "LibreOffice is not installed")
    monkeypatch.setattr(_convert, "program", program)
    office = read(path)
    assert (light.text, light.blocks) == (office.text, office.blocks)
