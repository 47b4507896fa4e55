"""PDF: bookmarks say which lines are headings, and of which level; broken and useless ones do no harm."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from make_files import Words, pdf

from torparse.model import BlockKind, Document
from torparse.readers import read

LONG = "The Board of the Partnership meets six times in every municipal year and in"  # about as wide as the page
PAGE: list[Words] = [
    (72, 100, "4. Quorum"), (72, 114, LONG), (72, 128, "public."), (72, 156, "Voting"), (72, 170, LONG),
    (72, 184, "private."),
]  # fmt: skip


def made(tmp_path: Path, outline: Sequence[str], pages: Sequence[list[Words]] = (PAGE,), **more: object) -> Document:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages, outline=outline, **more))  # type: ignore[arg-type]
    return read(path)


def headings(found: Document) -> list[tuple[int, str]]:
    return [(b.level, found.text[b.start : b.end]) for b in found.blocks if b.kind is BlockKind.HEADING]


def marks(*titles: str) -> list[str]:
    """An outline of titles one after the other, that all lead to the first page."""
    last = len(titles)
    root = f"/Type /Outlines /First {{1}} 0 R /Last {{{last}}} 0 R /Count {last}"
    return [root] + [
        f"/Title ({title}) /Parent {{0}} 0 R /Dest [{{p0}} 0 R /Fit]" + (f" /Next {{{i + 1}}} 0 R" if i < last else "")
        for i, title in enumerate(titles, 1)
    ]


def test_without_bookmarks_these_lines_are_no_headings(tmp_path: Path) -> None:
    assert headings(made(tmp_path, [])) == []


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["4. Quorum", "Voting"], [(1, "4. Quorum"), (1, "Voting")]),
        (["QUORUM", "Voting:"], [(1, "4. Quorum"), (1, "Voting")]),  # without the number, in capitals, with a colon
        (["Page 1", "a.pdf"], []),
        (["The Board of the Partnership meets six times"], []),  # a page's first words
        ([LONG], []),  # the first line of a paragraph
        (["public."], []),  # its last line
        ([f"{LONG} public."], []),  # a clause that was styled as a heading
    ],
)
def test_titles(tmp_path: Path, titles: list[str], expected: list[tuple[int, str]]) -> None:
    assert headings(made(tmp_path, marks(*titles))) == expected


def test_the_outline_gives_the_level(tmp_path: Path) -> None:
    outline = [
        "/Type /Outlines /First {1} 0 R /Last {1} 0 R /Count 2",
        "/Title (4. Quorum) /Parent {0} 0 R /First {2} 0 R /Last {2} 0 R /Count 1 /A << /S /GoTo /D [{p0} 0 R /Fit] >>",
        "/Title <FEFF0056006F00740069006E0067> /Parent {1} 0 R /Dest [{p0} 0 R /XYZ 0 700 0]",
    ]
    assert headings(made(tmp_path, outline)) == [(1, "4. Quorum"), (2, "Voting")]


def test_headings_that_look_alike_are_of_one_level(tmp_path: Path) -> None:
    page = [*PAGE, (72, 212, "Notice"), (72, 226, LONG)]
    found = made(tmp_path, marks("4. Quorum", "Notice"), [page], bold=frozenset(("4. Quorum", "Voting", "Notice")))
    assert headings(found) == [(1, "4. Quorum"), (1, "Voting"), (1, "Notice")]
    outline = marks("Part", "4. Quorum", "Notice")
    outline[1] += " /First {2} 0 R"  # the two under the first
    found = made(tmp_path, outline, [page], bold=frozenset(("4. Quorum", "Voting", "Notice")))
    assert headings(found) == [(2, "4. Quorum"), (2, "Voting"), (2, "Notice")]


def test_a_title_of_two_lines_is_one_heading(tmp_path: Path) -> None:
    page: list[Words] = [(72, 60, "Terms of reference"), (72, 74, "of the Board"), *PAGE[1:3]]
    found = made(tmp_path, marks("Terms of reference of the Board"), [page])
    assert headings(found) == [(1, "Terms of reference of the Board")]
    assert len(found.blocks[0].boxes) == 2


def test_a_title_counts_on_its_page_only(tmp_path: Path) -> None:
    found = made(tmp_path, marks("Voting"), [[(72, 100, "Nothing here.")], PAGE])
    assert headings(found) == []


@pytest.mark.parametrize(
    "outline",
    [
        ["/First {1} 0 R", "/Title (Voting) /Dest [{p0} 0 R /Fit] /Next {1} 0 R"],  # its own next one
        ["/First {1} 0 R", "/Title (Voting) /Dest [{p0} 0 R /Fit] /First {0} 0 R /Next {2} 0 R", "/First {1} 0 R"],
        ["/First {1} 0 R", "/Title (Voting) /Dest [{p0} 0 R /Fit] /Next 999 0 R"],
        [*marks("Voting"), "/Title 7 /Dest 7"],
    ],
    ids=["next is itself", "a circle", "next is missing", "no title"],
)
def test_a_broken_outline_is_read_as_far_as_it_goes(
    tmp_path: Path, outline: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert headings(made(tmp_path, outline)) == [(1, "Voting")]
    assert capfd.readouterr() == ("", "")


def test_thousands_of_bookmarks(tmp_path: Path) -> None:
    assert headings(made(tmp_path, marks("Voting", *["Page 1"] * 9_000))) == [(1, "Voting")]
