"""Plain text, Markdown and reStructuredText: decoding, blocks, lists, headings, tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_back import shape, texts

from torparse.model import BlockKind, Document
from torparse.readers import read
from torparse.readers._base import Limits, Source
from torparse.readers._lines import Margins
from torparse.readers.text import read as read_text

H, P, I, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL  # noqa: E741


def document(text: str | bytes, suffix: str = ".txt") -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_text(Source(Path("terms" + suffix), "terms" + suffix, data, Limits()))


def check_ranges(found: Document) -> None:
    last = 0
    for block in found.blocks:
        text = found.text[block.start : block.end]
        assert text
        assert text == text.strip()
        assert last <= block.start < block.end <= len(found.text)
        last = block.end


WRAPPED = """The Board meets in public at the town hall on the first Monday
of every second month, and papers are sent to its members five
clear days before. The Board may meet in private where it has
Resolved to do so for a reason that is written in the minutes.
A short line ends the paragraph.
Then the next one begins, which is as long as those that stand
above it.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one line is one paragraph, as officers' files have it
        ("The quorum is five.\nThe Chair votes twice.\n", ["The quorum is five.", "The Chair votes twice."]),
        # a title is not run together with the text under it
        ("Quorum\nfive members\n", ["Quorum", "five members"]),
        # a line that goes on in lower case is a wrapped one
        (
            "The Board shall consider every report\nand publish its reply",
            ["The Board shall consider every report\nand publish its reply"],
        ),
        # items in lower case below a lead-in stay apart although they have no bullets
        (
            "The purpose of the Partnership is to:\nagree priorities for all of the district\nwatch progress",
            ["The purpose of the Partnership is to:", "agree priorities for all of the district", "watch progress"],
        ),
        # hard-wrapped text is joined, capitals at a line's beginning too; a short line ends the paragraph
        (
            WRAPPED,
            [
                WRAPPED[: WRAPPED.index("A short")].strip() + "\nA short line ends the paragraph.",
                WRAPPED[WRAPPED.index("Then") :].strip(),
            ],
        ),
        # labels begin a block, in the text
        ("(a) one\n(b) two\n4.5 The quorum\nA. Yes", ["(a) one", "(b) two", "4.5 The quorum", "A. Yes"]),
        # a reference at a line's beginning is no label
        ("The Board may act under paragraph\n(a) above.", ["The Board may act under paragraph\n(a) above."]),
        # a title that ends in such a word is followed by a label, and by a bullet too
        ("Review of Standing Orders\n(1) The Secretary", ["Review of Standing Orders", "(1) The Secretary"]),
        ("- leave the room for that item\n- stay", ["- leave the room for that item", "- stay"]),
        # a number of millions or a date is no label either
        ("The fund never holds more than one of\n4.2 million", ["The fund never holds more than one of\n4.2 million"]),
        # a bullet alone on its line belongs to the next and is no block
        ("•\n\nInformation sharing\n", ["Information sharing"]),
        # titles in capitals stand apart
        ("to be worked up by all of us for\nTHEME GROUPS", ["to be worked up by all of us for", "THEME GROUPS"]),
        # fields of a form stand apart
        ("Version number of this document: 1\nDate: May", ["Version number of this document: 1", "Date: May"]),
        # a row of signs is no block
        ("Terms\n\n----------\n\nMore", ["Terms", "More"]),
    ],
)  # fmt: skip
def test_lines_become_blocks(text: str, expected: list[str]) -> None:
    assert texts(document(text)) == expected


def test_list_items_have_a_level_by_indentation() -> None:
    found = document("- one\n  - two\n    - three\n- four\n    (a) five\n1. six\n")
    assert [(b.kind, b.level) for b in found.blocks] == [(I, 1), (I, 2), (I, 3), (I, 1), (I, 2), (P, 0)]


def test_an_indented_line_goes_on_with_its_item() -> None:
    assert texts(document("- The Chair\n  Presides\n- The Clerk")) == ["- The Chair\n  Presides", "- The Clerk"]


def test_a_form_feed_ends_a_paragraph() -> None:
    assert len(document("the last line of one page which ends in the\n\fTerms").blocks) == 2


MARKDOWN = """---
title: Terms
---
<!-- not for
readers -->
# Terms #

Quorum
------

**Voting**

One member has **one** vote.
Next sentence.

```
code - here
# no heading
```

| Body | Quorum |
|:-----|------:|
| Board | 5 |
| Forum | |
"""


def test_markdown() -> None:
    found = document(MARKDOWN, ".md")
    assert found.media == "md"
    assert shape(found) == [
        (P, 0, "title: Terms"),
        (H, 1, "Terms"),
        (H, 2, "Quorum"),
        (H, 3, "Voting"),
        (P, 0, "One member has **one** vote."),
        (P, 0, "Next sentence."),
        (P, 0, "code - here\n# no heading"),
        (C, 0, "Body"), (C, 0, "Quorum"), (C, 0, "Board"), (C, 0, "5"), (C, 0, "Forum"),
    ]  # fmt: skip
    assert [(b.row, b.column) for b in found.blocks if b.kind is C] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]
    assert found.blocks[1].line == 6


def test_rst_headings_by_the_order_of_their_underlines() -> None:
    found = document("=====\nTerms\n=====\n\nBoard\n-----\n\nText\n\nForum\n-----\n\nSub\n~~~\n", ".rst")
    assert shape(found) == [(H, 1, "Terms"), (H, 2, "Board"), (P, 0, "Text"), (H, 2, "Forum"), (H, 3, "Sub")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # two lines with bars
        ("Seat | Number\nLeader | 1\n", [(0, 0, "Seat"), (0, 1, "Number"), (1, 0, "Leader"), (1, 1, "1")]),
        # tabs
        ("Sector\tMember\nPublic\tCouncil", [(0, 0, "Sector"), (0, 1, "Member"), (1, 0, "Public"), (1, 1, "Council")]),
        # an empty cell is no block
        ("| a | |\n| b | c |", [(0, 0, "a"), (1, 0, "b"), (1, 1, "c")]),
        # one line alone is no table
        ("v3  |  agreed March 2024  |  owner: the Clerk", []),
        # a tab behind a number is an indentation
        ("1.1\tThe Board\n1.2\tThe Forum", []),
        # two lines with different numbers of cells are none
        ("a | b\nc | d | e", []),
    ],
)
def test_plain_tables(text: str, cells: list[tuple[int, int, str]]) -> None:
    found = document(text)
    assert [(b.row, b.column, found.text[b.start : b.end]) for b in found.blocks if b.kind is C] == cells


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        (b"\xef\xbb\xbfQuorum\r\n\r\nFive", "Quorum\r\n\r\nFive", False),  # UTF-8 with its mark, which is left out
        ("Café".encode(), "Café", False),
        ("Quorum – five".encode("utf-16"), "Quorum – five", False),
        (b"\xfe\xff" + "Quorum".encode("utf-16-be"), "Quorum", False),
        ("Quorum".encode("utf-32"), "Quorum", False),
        ("‘Quorum’ – £5".encode("cp1252"), "‘Quorum’ – £5", True),  # said, as it is a guess
        (b"Quorum \x81 five \xe9", "Quorum \ufffd five é", True),  # a byte without a meaning there
        (b"\xff\xfeQ\x00u\x00", "Qu", False),
        (b"\xff\xfeQ\x00u\x00i", "Qu\ufffd", True),  # cut off within a character
    ],
)
def test_decoding(data: bytes, text: str, warned: bool) -> None:
    found = document(data)
    assert found.text == text
    assert bool(found.warnings) is warned


def test_line_numbers_count_as_an_editor_does() -> None:
    found = document("a\r\nb\rc\n\nd\x0be")
    assert [block.line for block in found.blocks] == [1, 2, 3, 5]


def test_lines_of_any_length_have_no_margin() -> None:
    assert Margins([(20, 3), (90, 4), (210, 2), (64, 8), (130, 5)]).width(2) == 0
    assert Margins([(69, 3), (67, 6), (70, 2), (66, 8)]).width(2) == 70


LINE_LIKE = st.text(alphabet=st.sampled_from(list("aB1.()|-*#=~>`•\t \r\n\f\x0b\u00a0\u2028é🏛")), max_size=200)


@given(st.one_of(st.text(max_size=300), LINE_LIKE), st.sampled_from([".txt", ".md", ".rst"]))
def test_every_block_is_a_clean_range_of_the_decoded_file(text: str, suffix: str) -> None:
    data = text.encode("utf-8", "replace")
    found = document(data, suffix)
    expected = data.decode("utf-8").removeprefix("\ufeff")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert found.text == expected
    check_ranges(found)


@given(LINE_LIKE, st.sampled_from([".txt", ".md", ".rst"]))
def test_no_letter_is_lost_outside_comments_and_fences(text: str, suffix: str) -> None:
    found = document(text.replace("`", "").replace("~", ""), suffix)
    covered = "".join(texts(found))
    assert sum(c.isalnum() for c in covered) == sum(c.isalnum() for c in found.text)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "text",
    ["." * 300_000 + "x\nb", "*" * 300_000 + "x\nb", "# a" + " " * 300_000 + "b", "a" + " " * 300_000 + "b\tc\nd\te"],
    ids=["dots", "stars", "a heading of spaces", "a cell of spaces"],
)
def test_long_lines_are_read_in_reasonable_time(text: str, suffix: str) -> None:
    """No clock here: a quadratic search would make the run hang, which is seen."""
    check_ranges(document(text, suffix))


def test_the_development_set_reads_whole(shared: Path) -> None:
    paths = [p for s in ("*.txt", "*.md", "*.rst") for p in sorted((shared / "corpus").rglob(s))]
    assert len(paths) > 20
    for path in paths:
        found = read(path)
        assert found.text == path.read_bytes().decode("utf-8")
        check_ranges(found)
        covered = sum(c.isalnum() for t in texts(found) for c in t)
        assert covered >= 0.99 * sum(c.isalnum() for c in found.text), path.name


def test_markdown_under_a_plain_name_has_headings() -> None:
    text = "# Ashby Forum\n\nWho we are.\n\n## Quorum\n\nThree members.\n"
    assert [b.kind for b in document(text).blocks] == [H, P, H, P]
    # one line with a hash is no Markdown: a number, a channel, a comment
    assert [b.kind for b in document("# 12 of the minutes\n\nThree members.\n").blocks] == [P, P]
