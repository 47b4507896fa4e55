"""PDF: paragraphs, columns, hyphens, running heads, headings, lists, tables; protected and damaged files."""

from __future__ import annotations

from pathlib import Path

import pytest
from make_files import Words, locked_pdf, pdf
from read_back import texts

from torparse.errors import UnreadableInput
from torparse.model import BlockKind, Document
from torparse.readers import Limits, read

H, P, I, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL  # noqa: E741
LONG = "The Board of the Partnership meets six times in every municipal year and in"  # about as wide as the page
FILL = "Members of the Partnership who cannot come to a meeting send their apologies"


def lines(*texts: str, x: float = 72, y: float = 100, pitch: float = 14) -> list[Words]:
    return [(x, y + i * pitch, text) for i, text in enumerate(texts)]


def made(tmp_path: Path, *pages: list[Words], bold: tuple[str, ...] = (), size: float = 11) -> Document:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages, size=size, bold=frozenset(bold)))
    return read(path)


def test_lines_are_put_together_to_paragraphs(tmp_path: Path) -> None:
    found = made(tmp_path, [*lines(LONG, "public.", "A quorum is five."), *lines("Later.", y=170)])
    assert texts(found) == [f"{LONG} public.", "A quorum is five.", "Later."]
    block = found.blocks[0]
    assert (block.page, len(block.boxes), found.pages, found.media) == (1, 2, 1, "pdf")
    first, second = block.boxes
    assert first.page == 1
    assert first.x0 == pytest.approx(72, abs=2)
    assert first.top < 100 < first.bottom  # the baseline
    assert second.top == pytest.approx(first.top + 14, abs=0.5)
    assert second.x1 < first.x1


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "expected"),
    [
        (f"{LONG} the munici-", "pal hall.", "", "municipal"),  # a broken word
        (f"{LONG} the sub-", "group.", "", "sub-group"),  # first parts that keep their hyphen
        (f"{LONG} the vote of no co-", "operation.", "Our cooperation.", "cooperation"),  # as it is elsewhere
        (f"{LONG} the well of be-", "friending.", "A be-friending scheme.", "be-friending"),
        (f"{LONG} a TDWG-", "related meeting.", "", "TDWG-related"),  # behind capitals
        (f"{LONG} an Anglo-", "Saxon meeting.", "", "Anglo-Saxon"),  # before a capital
    ],
)
def test_hyphens_at_line_ends(tmp_path: Path, before: str, after: str, elsewhere: str, expected: str) -> None:
    found = made(tmp_path, [*lines(before, after), *lines(FILL, elsewhere or "x", y=200)], size=10)
    assert expected in texts(found)[0].replace(".", "").split()


@pytest.mark.parametrize("hyphen", ["-", "\xad"])
def test_a_word_broken_over_lines_has_its_place_in_the_text_and_both_boxes(tmp_path: Path, hyphen: str) -> None:
    found = made(tmp_path, [*lines(f"{LONG} the munici{hyphen}", "pal hall."), *lines("Later.", y=200)], size=10)
    assert found.text == f"{LONG} the municipal hall.\nLater."
    first, second = found.blocks
    assert (first.start, first.end, second.start) == (0, len(LONG) + 20, len(LONG) + 21)
    assert [box.x0 for box in first.boxes] == pytest.approx([72, 72], abs=2)
    assert first.boxes[0].x1 > first.boxes[1].x1


def test_ligatures_are_letters(tmp_path: Path) -> None:
    found = made(tmp_path, lines("The \x01nal \x02oor.", "The final floor.", pitch=40))
    assert texts(found) == ["The final floor."] * 2
    drawn, spelt = (block.boxes[0].x1 for block in found.blocks)
    assert drawn == pytest.approx(spelt, abs=3)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line number {i} is this one" for i in range(8)]
    right = [f"right column line number {i} is this one" for i in range(8)]
    page = [*lines("A title across the page that reaches over the gap in the middle", y=80),
            *lines(*left, x=60, y=120), *lines(*right, x=310, y=120)]  # fmt: skip
    found = " ".join(made(tmp_path, page).text.split())
    assert found.index("title") < found.index("left column line number 0")
    assert found.index("left column line number 7") < found.index("right column line number 0")


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [(72, 40, "Terms of Reference"), (72, 400, f"Text {'abc'[i]} of a page."), (290, 810, f"{i + 1}")]
        for i in range(3)
    ]
    found = made(tmp_path, *pages)
    assert texts(found) == ["Text a of a page.", "Text b of a page.", "Text c of a page."]
    assert found.running == ("Terms of Reference",)  # and not the pages' numbers


def test_what_stands_once_at_the_edge_is_kept(tmp_path: Path) -> None:
    found = made(
        tmp_path, [(72, 40, "Terms of Reference"), (72, 400, "Text.")], [(72, 40, "Other"), (72, 400, "More.")]
    )
    assert texts(found) == ["Terms of Reference", "Text.", "Other", "More."]


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    found = made(tmp_path, lines(LONG, y=700), lines("public.", y=150))
    assert texts(found) == [f"{LONG} public."]
    assert [box.page for box in found.blocks[0].boxes] == [1, 2]
    assert found.blocks[0].page == 1


def test_bold_lines_are_headings_and_bullets_items(tmp_path: Path) -> None:
    page = [*lines("Quorum", LONG, "public.", "(a) five members"), *lines("• The Chair", "• The Clerk", x=90, y=170)]
    found = made(tmp_path, page, bold=("Quorum",))
    assert [(b.kind, b.level, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (H, 1, "Quorum"), (P, 0, f"{LONG} public."), (P, 0, "(a) five members"),
        (I, 1, "• The Chair"), (I, 1, "• The Clerk"),
    ]  # fmt: skip


def test_rows_one_under_the_other_are_a_table(tmp_path: Path) -> None:
    page = [(72, 100 + 16 * i, a) for i, a in enumerate(["Body", "Board", "Forum"])]
    page += [(250, 100 + 16 * i, b) for i, b in enumerate(["Quorum", "five", "ten"])]
    found = made(tmp_path, page)
    assert [(b.kind, b.row, b.column, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (C, 0, 0, "Body"), (C, 0, 1, "Quorum"), (C, 1, 0, "Board"), (C, 1, 1, "five"),
        (C, 2, 0, "Forum"), (C, 2, 1, "ten"),
    ]  # fmt: skip


def test_contents_lines_stay_as_they_are(tmp_path: Path) -> None:
    found = made(tmp_path, lines("Quorum ............ 3", "Voting ............ 4", "2. Notice .......... 4"))
    assert texts(found) == ["Quorum ............ 3", "Voting ............ 4", "2. Notice .......... 4"]


def test_a_number_set_apart_belongs_to_its_text(tmp_path: Path) -> None:
    found = made(
        tmp_path, [(72, 100, "4.5"), (110, 100, "A quorum is five."), (72, 130, "4.6"), (110, 130, "Votes count.")]
    )
    assert texts(found) == ["4.5 A quorum is five.", "4.6 Votes count."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (locked_pdf(), "is protected with a password"),
        (b"%PDF-1.4\n" + b"garbage" * 50, "is damaged"),
        (pdf([[]]), "has no text in it, only pictures"),
        (pdf([[(72, 72, "x")]] * 3), "has 3 pages, more than the limit of 2"),
    ],
    ids=["password", "damaged", "pictures", "long"],
)
def test_bad_files(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=message):
        read(path, limits=Limits(max_pages=2))


def test_a_file_that_was_cut_off_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    whole = pdf([lines("The quorum is five.")])
    path.write_bytes(whole[: whole.rindex(b"startxref")])
    assert "end of the file is missing" in read(path).warnings[0]


def test_the_written_pdf_has_the_words_of_the_text_beside_it(shared: Path) -> None:
    path = shared / "corpus" / "written" / "tolby-vale-vcs-forum-2010.pdf"
    assert read(path).text.split() == path.with_suffix(".txt").read_text(encoding="utf-8").split()


def test_real_pdfs_keep_their_words_and_boxes(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "real").glob("*.pdf")):
        found = read(path)
        for block, text in zip(found.blocks, texts(found), strict=True):
            assert text == text.strip()
            assert block.boxes
            assert block.page == block.boxes[0].page
            assert all(b.x0 < b.x1 and b.top < b.bottom and 1 <= b.page <= (found.pages or 0) for b in block.boxes)
        beside = Path(f"{path}.txt").read_text(encoding="utf-8")
        known = {word.strip(".,;:()") for word in found.text.split()}
        wanted = [word.strip(".,;:()") for word in beside.split() if word.isalpha()]
        assert sum(word in known for word in wanted) >= 0.98 * len(wanted), path.name
