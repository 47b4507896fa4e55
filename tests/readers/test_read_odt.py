"""OpenDocument texts: headings, computed numbers, tables, notes, tracked changes, boxes; bad files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from make_office import items, level, list_style, odt, tp
from read_back import texts

from torparse.errors import UnreadableInput
from torparse.model import BlockKind
from torparse.readers import Limits, read

H, P, L, F = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE


LEGAL = list_style(
    "L",
    level(1, more='style:num-suffix="."'),
    level(2, more='text:display-levels="2"'),
    level(3, "a", more='style:num-prefix="(" style:num-suffix=")"'),
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # levels count and restart under each other; one level may show those above it
        (items(tp("x") + items(tp("y"), tp("z") + items(tp("a"), tp("b"))), tp("w") + items(tp("v")), style="L"),
         ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1"]),
        # a new list of the same style starts anew, unless it says that it goes on
        (items(tp("x"), style="L") + items(tp("y"), style="L"), ["1.", "1."]),
        (items(tp("x"), style="L") + tp("between")
         + items(tp("y"), style="L", more='text:continue-numbering="true"'), ["1.", "", "2."]),
        # it goes on although a list of another style stands between
        (items(tp("x"), style="L") + items(tp("b"), style="B")
         + items(tp("y"), style="L", more='text:continue-numbering="true"'), ["1.", "", "2."]),
        # or goes on with a list that it names
        (items(tp("x"), style="L", more='xml:id="one"') + items(tp("y"), style="L")
         + items(tp("z"), style="L", more='text:continue-list="one"'), ["1.", "1.", "2."]),
        # only the first paragraph of an item has the number
        (items(tp("x") + tp("more"), tp("y"), style="L"), ["1.", "", "2."]),
        # an item that only holds a list has no number of its own
        (items(items(tp("x"), tp("y")), style="L"), ["1.1", "1.2"]),
        # an item may start from another number; a heading of the list has none
        (('<text:list text:style-name="L"><text:list-header><text:p>h</text:p></text:list-header>'
         '<text:list-item text:start-value="7"><text:p>x</text:p></text:list-item>'
         "<text:list-item><text:p>y</text:p></text:list-item></text:list>"), ["", "7.", "8."]),
        # a list without a style of its own has that of its first paragraph's style
        (items(tp("x", "Numbered")), ["1."]),
        # an empty paragraph does not count
        (items(tp(""), tp("x"), style="L"), ["1."]),
        # the format that newer files give as a pattern
        (items(tp("x") + items(tp("y")), style="N"), ["Article 1", "1-a"]),
    ],
)  # fmt: skip
def test_numbers(tmp_path: Path, body: str, expected: list[str]) -> None:
    automatic = (
        LEGAL
        + list_style("B", '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')
        + list_style(
            "N",
            level(1, more='style:num-list-format="Article %1%"'),
            level(2, "a", more='style:num-list-format="%1%-%2%"'),
        )
        + '<style:style style:name="Numbered" style:family="paragraph" style:list-style-name="L"/>'
    )
    assert [b.label for b in read(odt(tmp_path / "a.odt", body, automatic=automatic)).blocks] == expected


OUTLINE = (
    "<text:outline-style>"
    + level(1, tag="outline-level-style")
    + level(2, tag="outline-level-style", more='text:display-levels="2"')
    + "</text:outline-style>"
)
LONG = "A quorum of three voting members is required at every meeting of the Board."


@pytest.mark.parametrize(
    ("body", "styles", "expected"),
    [
        ('<text:h text:outline-level="2">Quorum</text:h>', "", [(H, 2, "")]),
        # numbers of the outline
        (('<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h>'
         '<text:h text:outline-level="2" text:is-list-header="true">C</text:h>'
         '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="5">D</text:h>'),
         OUTLINE, [(H, 1, "1"), (H, 2, "1.1"), (H, 2, ""), (H, 1, "5")]),
        # a clause that is a heading for the sake of its number
        (f'<text:h text:outline-level="1">{LONG}</text:h>', OUTLINE, [(L, 1, "1")]),
        (f'<text:h text:outline-level="1">{LONG}</text:h>', "", [(P, 0, "")]),
        # by the name of the style, or of one that it inherits from
        (tp("Terms", "Title") + tp("Quorum", "Own") + tp("x", "Loop"),
         ('<style:style style:name="Own" style:family="paragraph" style:parent-style-name="Heading_20_3"/>'
         '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'),
         [(H, 1, ""), (H, 3, ""), (P, 0, "")]),
    ],
)  # fmt: skip
def test_headings(tmp_path: Path, body: str, styles: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    found = read(odt(tmp_path / "a.odt", body, styles=styles))
    assert [(b.kind, b.level, b.label) for b in found.blocks] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # white space as the format counts it
        (("<text:p>\n A  quorum <text:span> of</text:span><text:s text:c='2'/>five<text:tab/>or<text:line-break/>six "
         "</text:p>"), ["A quorum of  five\tor\nsix"]),
        # deletions are kept apart by the format; insertions stand in the text
        (('<text:tracked-changes><text:changed-region><text:deletion><text:p>three</text:p></text:deletion>'
         "</text:changed-region></text:tracked-changes><text:p>Five<text:change/> members</text:p>"), ["Five members"]),
        # comments, hidden words and fields
        (("<text:p>Five<office:annotation><text:p>is it?</text:p></office:annotation> on <text:date>May</text:date>"
         '<text:hidden-text>x</text:hidden-text><text:span text:style-name="Gone">no</text:span></text:p>'),
         ["Five on May"]),
        ("<text:p><text:a>the Compact</text:a> and <text:bookmark-ref>Annex 3</text:bookmark-ref></text:p>",
         ["the Compact and Annex 3"]),
        # boxes stand behind the paragraph that they hang on
        (("<text:p>Anchor<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:desc>d</svg:desc>"
         "</draw:frame> end</text:p><text:p>Next</text:p>"), ["Anchor end", "In the box", "Next"]),
        ("<text:p>A<draw:g><draw:custom-shape><text:p>Shape</text:p></draw:custom-shape></draw:g></text:p>",
         ["A", "Shape"]),
        # sections; a hidden one is left out
        (('<text:section><text:p>in</text:p></text:section><text:section text:display="none"><text:p>no</text:p>'
         "</text:section>"), ["in"]),
        ("<text:p/><text:p>  </text:p><text:p>x</text:p>", ["x"]),
    ],
)  # fmt: skip
def test_what_is_shown(tmp_path: Path, body: str, expected: list[str]) -> None:
    gone = (
        '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    assert texts(read(odt(tmp_path / "a.odt", body, automatic=gone))) == expected


def test_changes_and_comments_are_counted_and_said(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region/></text:tracked-changes><text:p>x<office:annotation/>"
        "<text:hidden-text/></text:p><text:section text:display='none'/>"
    )
    found = read(odt(tmp_path / "a.odt", body))
    assert (found.changes, len(found.comments)) == (1, 1)
    assert "1 tracked change is" in found.warnings[0]
    assert "hidden text" in found.warnings[1]


def test_tables_with_merged_repeated_and_nested_cells(tmp_path: Path) -> None:
    def cell(inner: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{inner}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    nested = "<table:table><table:table-row>" + cell(tp("n1")) + cell(tp("n2")) + "</table:table-row></table:table>"
    body = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        + cell(tp("wide"), 'table:number-columns-spanned="2"') + covered + cell(tp("c"))
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell(tp("a") + items(tp("b"), style="L")) + cell(nested) + cell(tp("d"))
        + "</table:table-row><table:table-row>" + cell(tp("e"), 'table:number-columns-repeated="2"') + cell("")
        + "</table:table-row></table:table>" + tp("after")
    )  # fmt: skip
    found = read(odt(tmp_path / "a.odt", body, automatic=LEGAL))
    assert [(b.table, b.row, b.column, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (0, 0, 0, "wide"), (0, 0, 2, "c"), (0, 1, 0, "a\n1. b"), (1, 0, 0, "n1"), (1, 0, 1, "n2"), (0, 1, 2, "d"),
        (0, 2, 0, "e"), (0, 2, 1, "e"), (None, None, None, "after"),
    ]  # fmt: skip


def test_a_table_of_one_cell_is_only_a_frame(tmp_path: Path) -> None:
    body = f"<table:table><table:table-row><table:table-cell>{tp('x')}{tp('y')}</table:table-cell></table:table-row></table:table>"  # noqa: E501
    assert [b.kind for b in read(odt(tmp_path / "a.odt", body)).blocks] == [P, P]


def test_notes_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>By link.</text:p><text:p>Always.</text:p></text:note-body></text:note>"
    )
    found = read(odt(tmp_path / "a.odt", f"<text:p>Present{note}</text:p><text:p>Last</text:p>"))
    assert texts(found) == ["Present[1]", "Last", "By link.\nAlways."]
    assert (found.blocks[-1].kind, found.blocks[-1].label) == (F, "1")


def test_known_by_its_content(tmp_path: Path) -> None:
    path = odt(tmp_path / "a.odt", tp("x")).rename(tmp_path / "a.docx")
    found = read(path)
    assert found.media == "odt"
    assert "content is odt" in found.warnings[0]


ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def remade(path: Path, **parts: bytes | None) -> Path:
    """The file with parts (their dots as two underscores) in another form, or without them."""
    with zipfile.ZipFile(path) as archive:
        data: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    data |= {name.replace("__", "."): one for name, one in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in data.items():
            if one is not None:
                archive.writestr(name, one)
    return path


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"content__xml": None}, "is a zip archive, not an OpenDocument text"),
        ({"content__xml": None, "encrypted-package": b"x"}, "is protected with a password"),
        ({"content__xml": b"<office"}, r"content\.xml is not well-formed"),
        ({"content__xml": b""}, r"content\.xml is not well-formed"),
        ({"styles__xml": b"\xff\xfe<"}, r"styles\.xml is not well-formed"),
        ({"content__xml": b"<x/>"}, "is an OpenDocument file, but not a text"),
        ({"content__xml": f"{ENTITY}<x>&x;</x>".encode()}, "declares entities, as no OpenDocument file does"),
        ({"content__xml": f"<?xml version='1.0' encoding='UTF-16'?>{ENTITY}<x>&x;</x>".encode("utf-16")},
         "declares entities"),
        ({"META-INF/manifest__xml": b"<m:encryption-data/>"}, "is protected with a password"),
    ],
)  # fmt: skip
def test_bad_files_give_one_clear_line(tmp_path: Path, parts: dict[str, bytes | None], message: str) -> None:
    path = remade(odt(tmp_path / "a.odt", tp("x")), **parts)
    with pytest.raises(UnreadableInput, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("data", "message"), [(b"PK\x03\x04 cut", "is damaged"), (b"\x00\x01\x02", "is damaged")])
def test_damaged_files(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.odt").write_bytes(data)
    with pytest.raises(UnreadableInput, match=message):
        read(tmp_path / "a.odt")


def test_empty_and_too_large_and_too_deep(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="has no text"):
        read(odt(tmp_path / "a.odt", tp("")))
    bomb = odt(tmp_path / "b.odt", tp("x" * 5_000_000))
    assert bomb.stat().st_size < 50_000
    with pytest.raises(UnreadableInput, match="unpacks to more than the limit"):
        read(bomb, limits=Limits(max_unpacked_bytes=1_000_000))
    with pytest.raises(UnreadableInput, match="not well-formed"):
        read(odt(tmp_path / "c.odt", "<text:section>" * 3000 + tp("x") + "</text:section>" * 3000))


def test_repetitions_are_bounded(tmp_path: Path) -> None:
    body = f'<text:p>a<text:s text:c="999999999"/>b</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999">{tp("x")}</table:table-cell></table:table-row></table:table>'  # noqa: E501
    assert len(read(odt(tmp_path / "a.odt", body)).text) < 10_000


def test_the_written_document_has_the_words_of_the_text_beside_it(shared: Path) -> None:
    folder = shared / "corpus" / "written"
    name = "kelderwick-csp-terms-version5-2011"
    found = read(folder / f"{name}.odt")
    shown = [f"{b.label} {t}" for b, t in zip(found.blocks, texts(found), strict=True)]
    beside = (folder / f"{name}.txt").read_text(encoding="utf-8").replace("|", " ")
    assert " ".join(shown).upper().split() == beside.upper().split()


def test_a_doubled_id_is_no_reason_to_refuse_a_file(tmp_path: Path) -> None:
    body = items(tp("x"), style="L", more='xml:id="one"') * 2
    assert [b.label for b in read(odt(tmp_path / "a.odt", body, automatic=LEGAL)).blocks] == ["1.", "1."]
