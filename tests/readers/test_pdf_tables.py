"""PDF: tables with rules drawn around their cells, over page ends and beside text; what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from make_files import Words, grid, lines_across, lines_down, pdf
from read_back import texts

from torparse.model import BlockKind, Document
from torparse.readers import read

XS, YS = (72, 172, 300), (100, 120, 140)
WORDS: list[Words] = [(76, 114, "Body"), (176, 114, "Quorum"), (76, 134, "Board"), (176, 134, "five")]
CELLS = [(0, 0, 0, "Body"), (0, 0, 1, "Quorum"), (0, 1, 0, "Board"), (0, 1, 1, "five")]


def made(tmp_path: Path, pages: Sequence[list[Words]], *drawn: str, bold: tuple[str, ...] = ()) -> Document:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages, drawn=drawn, bold=frozenset(bold)))
    return read(path)


def cells(found: Document) -> list[tuple[int | None, int | None, int | None, str]]:
    return [
        (b.table, b.row, b.column, found.text[b.start : b.end]) for b in found.blocks if b.kind is BlockKind.TABLE_CELL
    ]


def test_each_cell_is_a_block_with_its_box(tmp_path: Path) -> None:
    found = made(tmp_path, [[(72, 80, "Before."), *WORDS, (72, 170, "After.")]], grid(XS, YS))
    assert cells(found) == CELLS
    assert texts(found)[0] == "Before."
    assert texts(found)[-1] == "After."
    five = found.blocks[4]
    assert (five.page, len(five.boxes)) == (1, 1)
    assert five.boxes[0].x0 == pytest.approx(176, abs=1)
    assert five.boxes[0].top < 134 < five.boxes[0].bottom


BAR = "72 742 228 0.7 re f 72 722 228 0.7 re f 72 702 228 0.7 re f "
OUTLINES = " ".join(f"{x} {y} {w} 20 re S" for x, w in ((72, 100), (172, 128)) for y in (722, 702))


@pytest.mark.parametrize(
    "drawn",
    [
        BAR + "72 702 0.7 40 re f 172 702 0.7 40 re f 300 702 0.7 40 re f",  # thin bars, as Word prints lines
        OUTLINES,  # a frame around each cell
        f"q 2 0 0 2 0 0 cm 0.5 0 0 0.5 0 0 cm {grid(XS, YS)} Q",
        "72 742 m 300 742 l 300 702 l 72 702 l h 72 722 m 300 722 l 172 742 m 172 702 l S",  # all in one path
        grid(XS, YS) + " 0.9 g 72 722 228 20 re f 0 g",  # a shade behind the heading
    ],
    ids=["bars", "outlines", "scaled", "one path", "shade"],
)
def test_lines_of_every_kind(tmp_path: Path, drawn: str) -> None:
    assert cells(made(tmp_path, [WORDS], drawn)) == CELLS


def test_words_close_to_a_rule_belong_to_their_cells(tmp_path: Path) -> None:
    page = [(76, 114, "Meeting quorum"), (166, 114, "Two"), (76, 134, "Board"), (166, 134, "Five members")]
    found = made(tmp_path, [page], grid((72, 162, 300), YS))
    assert [text for *_, text in cells(found)] == ["Meeting quorum", "Two", "Board", "Five members"]


def test_merged_cells_have_the_place_of_their_first_row_and_column(tmp_path: Path) -> None:
    drawn = " ".join([
        lines_across(72, 400, 100, 120, 160), lines_across(172, 400, 140),
        lines_down(100, 160, 72, 400, 272), lines_down(120, 160, 172),
    ])  # fmt: skip
    words = [(76, 114, "Who and how many"), (276, 114, "When"), (76, 134, "Board"), (176, 134, "five"),
             (276, 134, "monthly"), (176, 154, "six"), (276, 154, "in May")]  # fmt: skip
    assert cells(made(tmp_path, [words], drawn)) == [
        (0, 0, 0, "Who and how many"), (0, 0, 2, "When"), (0, 1, 0, "Board"), (0, 1, 1, "five"),
        (0, 1, 2, "monthly"), (0, 2, 1, "six"), (0, 2, 2, "in May"),
    ]  # fmt: skip


def test_lines_in_a_cell_are_paragraphs_with_their_hyphens_undone(tmp_path: Path) -> None:
    page = [(76, 114, "Chair"), (176, 114, "The council elects the muni-"), (176, 127, "cipal chair."),
            (176, 140, "It meets in May."), (76, 164, "Clerk"), (176, 164, "The clerk.")]  # fmt: skip
    found = made(tmp_path, [page], grid((72, 172, 324), (100, 150, 170)))
    assert cells(found)[1] == (0, 0, 1, "The council elects the municipal chair.\nIt meets in May.")
    assert len(found.blocks[1].boxes) == 3


@pytest.mark.parametrize(
    "drawn",
    [
        grid((72, 300), (100, 140)),  # a frame
        grid((72, 300), YS) + " " + lines_down(600, 700, 400, 450),  # boxes one over the other, lines elsewhere
        lines_across(72, 110, 116, 136) + " " + lines_down(60, 80, 500, 510, 520),  # underlines, and a mark elsewhere
        lines_across(72, 300, *YS),
        "0.9 g 72 722 100 20 re f 172 722 128 20 re f 72 702 100 20 re f 172 702 128 20 re f 0 g",  # shades
        "72 742 100 20 re W n " + grid((400, 450, 500), (100, 120, 140)),  # a clip, and a grid without words
    ],
    ids=["frame", "one column", "underlines", "rules", "shades", "no words"],
)
def test_what_is_no_grid_of_cells_is_no_ruled_table(tmp_path: Path, drawn: str) -> None:
    page = [(76, 114, "Members of the Board"), (76, 134, "Terms of office")]
    assert cells(made(tmp_path, [page], drawn)) == []


def test_a_drawing_of_many_lines_is_left_alone(tmp_path: Path) -> None:
    many = [72 + 4 * i for i in range(100)]
    page = [(76, 114, "Members of the Board"), (76, 134, "Terms of office")]
    assert cells(made(tmp_path, [page], grid(many, many))) == []


def test_words_in_one_cell_alone_are_no_table(tmp_path: Path) -> None:
    found = made(tmp_path, [[(76, 114, "Members of the Board"), (72, 170, "After.")]], grid((72, 300, 400), YS))
    assert cells(found) == []
    assert texts(found) == ["Members of the Board", "After."]


@pytest.mark.parametrize("y", [114, 130])
def test_text_beside_a_table_is_no_part_of_it(tmp_path: Path, y: int) -> None:
    found = made(tmp_path, [[*WORDS, (320, y, "Beside the table.")]], grid(XS, YS))
    assert cells(found) == CELLS
    assert "Beside the table." in texts(found)


def test_a_heading_at_the_top_of_each_page_is_kept_once(tmp_path: Path) -> None:
    ys = [60.0 + 20 * i for i in range(31)]
    pages = [[(76.0, 74.0, "Body"), (176.0, 74.0, "Quorum")] + [
        (x, y + 14, f"{what} {'ABC'[page]}{chr(97 + i)}") for i, y in enumerate(ys[1:-1])
        for x, what in ((76.0, "Group"), (176.0, "At least"))
    ] for page in range(3)]  # fmt: skip
    found = cells(made(tmp_path, pages, *[grid(XS, ys)] * 3))
    assert found[:4] == [(0, 0, 0, "Body"), (0, 0, 1, "Quorum"), (0, 1, 0, "Group Aa"), (0, 1, 1, "At least Aa")]
    assert [text for *_, text in found].count("Quorum") == 1
    assert found[-1] == (0, 87, 1, "At least C" + chr(97 + 28))


def test_columns_count_along_the_whole_table(tmp_path: Path) -> None:
    first = [(76.0, 714.0, "Body"), (176.0, 714.0, "Quorum"), (316.0, 714.0, "Meets")]
    second = [(76.0, 74.0, "All others"), (316.0, 74.0, "In May."), (72.0, 300.0, "After.")]
    found = made(tmp_path, [first, second], grid((72, 172, 312, 400), (700, 720)), grid((72, 312, 400), (60, 80)))
    assert cells(found) == [
        (0, 0, 0, "Body"), (0, 0, 1, "Quorum"), (0, 0, 2, "Meets"), (0, 1, 0, "All others"), (0, 1, 2, "In May."),
    ]  # fmt: skip


HEAD: list[Words] = [(76, 714, "Body"), (176, 714, "Quorum")]


def over_two_pages(tmp_path: Path, second: list[Words], *, bold: tuple[str, ...] = ("Body", "Quorum")) -> Document:
    first = [*HEAD, (76, 734, "Board"), (176, 734, "five members of the")]
    rules = grid(XS, (700, 720, 740)), grid(XS, (60, 80, 100))
    return made(tmp_path, [first, [*second, (72, 300, "After.")]], *rules, bold=bold)


FIRST = [(0, 0, 0, "Body"), (0, 0, 1, "Quorum"), (0, 1, 0, "Board")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # goes on without a heading
        ([(76, 74, "Forum"), (176, 74, "Ten"), (76, 94, "Panel"), (176, 94, "Two")],
         [(0, 1, 1, "five members of the"), (0, 2, 0, "Forum"), (0, 2, 1, "Ten"),
          (0, 3, 0, "Panel"), (0, 3, 1, "Two")]),
        # with its heading again, which stands where running heads do
        ([(76, 74, "Body"), (176, 74, "Quorum"), (76, 94, "Forum"), (176, 94, "Ten")],
         [(0, 1, 1, "five members of the"), (0, 2, 0, "Forum"), (0, 2, 1, "Ten")]),
        # a row that the page's end cut
        ([(176, 74, "Council, or six"), (76, 94, "Forum"), (176, 94, "Ten")],
         [(0, 1, 1, "five members of the Council, or six"), (0, 2, 0, "Forum"), (0, 2, 1, "Ten")]),
        ([(76, 74, "Body"), (176, 74, "Quorum"), (176, 94, "Council")],
         [(0, 1, 1, "five members of the Council")]),
    ],
    ids=["goes on", "heading again", "cut row", "heading again and cut row"],
)  # fmt: skip
def test_a_table_goes_on_over_the_page(
    tmp_path: Path, second: list[Words], expected: list[tuple[int, int, int, str]]
) -> None:
    found = over_two_pages(tmp_path, second)
    assert [(a, b, c, " ".join(text.split())) for a, b, c, text in cells(found)] == FIRST + expected
    assert texts(found)[-1] == "After."


def test_a_table_with_a_heading_of_its_own_is_another_one(tmp_path: Path) -> None:
    other = [(76, 74, "Role"), (176, 74, "Term"), (76, 94, "Chair"), (176, 94, "a year")]
    found = over_two_pages(tmp_path, other, bold=("Body", "Quorum", "Role", "Term"))
    assert [table for table, *_ in cells(found)] == [0] * 4 + [1] * 4


def test_text_between_two_tables_parts_them(tmp_path: Path) -> None:
    rules = grid(XS, (700, 720, 740)), grid(XS, (160, 180, 200))
    first = [*HEAD, (76, 734, "Board"), (176, 734, "five")]
    second = [(72, 130, "Between them."), (76, 174, "Forum"), (176, 174, "Ten"), (76, 194, "Panel"), (176, 194, "Two")]
    found = made(tmp_path, [first, second], *rules)
    assert [table for table, *_ in cells(found)] == [0] * 4 + [1] * 4


def test_a_table_in_a_column_stays_in_it(tmp_path: Path) -> None:
    left = [(60.0, 100 + 14.0 * i, f"left column line number {i} is this one") for i in range(8)]
    right = [(310.0, 100 + 14.0 * i, f"right column line number {i} is this one") for i in range(16)]
    below = [(60.0, 290 + 14.0 * i, f"left column line number {8 + i} is this one") for i in range(3)]
    table = [(64.0, 224, "Body"), (164.0, 224, "Quorum"), (64.0, 244, "Board"), (164.0, 244, "five")]
    found = made(tmp_path, [left + right + below + table], grid((60, 160, 260), (210, 230, 250)))
    assert cells(found) == CELLS
    text = " ".join(found.text.split())
    places = [text.index(part) for part in ("number 7", "Quorum", "number 8", "right column line number 0")]
    assert places == sorted(places)


def test_the_tables_of_a_real_file(shared: Path) -> None:
    found = read(shared / "corpus" / "real" / "uklc-comms-group-tor-2009.pdf")
    shape: dict[int | None, tuple[int, int]] = {}
    for table, row, column, _ in cells(found):
        rows, columns = shape.get(table, (0, 0))
        shape[table] = max(rows, (row or 0) + 1), max(columns, (column or 0) + 1)
    assert list(shape.values()) == [(7, 2), (3, 4), (2, 3), (7, 3)]


THREE = (100, 120, 140)
ROWS: list[Words] = [(76, 94, "Role"), (176, 94, "Term"), *WORDS]
JOINTS = " ".join(f"{lines_across(72, 172, y)} {lines_across(172, 300, y)}" for y in (80, *THREE))


@pytest.mark.parametrize(
    "drawn",
    [
        lines_across(72, 300, 80, *THREE) + " " + lines_down(80, 140, 172),  # open at the sides
        lines_across(72, 300, 100, 120) + " " + lines_down(80, 140, 172),  # open all around
        JOINTS,  # rules that are drawn from cell to cell
    ],
    ids=["sides", "all around", "joints"],
)
def test_sides_that_are_not_drawn_follow_from_the_rules(tmp_path: Path, drawn: str) -> None:
    words = [(72, 60, "Before the table."), *ROWS, (72, 170, "After."), (72, 200, "The end.")]
    words += [(130, 114, "of it"), (110, 134, "of trustees")]  # close to the next cell: alignment alone takes it in
    found = made(tmp_path, [words], drawn + " " + lines_across(72, 300, 400, 420))
    assert [(row, column, " ".join(text.split())) for _, row, column, text in cells(found)] == [
        (0, 0, "Role"), (0, 1, "Term"), (1, 0, "Body of it"), (1, 1, "Quorum"), (2, 0, "Board of trustees"),
        (2, 1, "five"),
    ]  # fmt: skip
    assert texts(found)[0] == "Before the table."
    assert texts(found)[-2:] == ["After.", "The end."]


@pytest.mark.parametrize(
    "drawn",
    [
        lines_across(72, 523, 60, 780) + " " + lines_down(60, 780, 300),  # a line between two columns of a page
        " ".join(f"{lines_across(72, 310, y)} {lines_across(310, 500, y)}" for y in (100, 140)),
    ],
    ids=["columns", "one joint"],
)
def test_a_few_lines_make_no_table(tmp_path: Path, drawn: str) -> None:
    page = [(76, 114, "Members of the Board"), (320, 134, "Terms of office")]
    assert cells(made(tmp_path, [page], drawn)) == []
