"""A document's text with its clauses marked, and pictures of its pages with the clauses framed."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from gold_records import record
from torparse import pipeline, readers
from torparse.compare import compare
from torparse.model import Block, Box, Evidence, Record
from torparse.report import write_report
from torparse.report.document_text import Mark, Piece, Table, text_of
from torparse.report.page_pictures import lines_of, pages_with_clauses, picture_views
from torparse.report.views import Views

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
AS_OF = date(2026, 1, 31)


def _views(made: Record, **options: object) -> Views:
    return Views([made], compare([made]), include_contacts=False, as_of=AS_OF, **options)  # type: ignore[arg-type]


def _plain(part: str | Mark) -> str:
    return part if isinstance(part, str) else "".join(map(_plain, part.parts))


def _marks(part: str | Mark | Piece) -> list[Mark]:
    inside = [] if isinstance(part, str) else [m for one in part.parts for m in _marks(one)]
    return [part, *inside] if isinstance(part, Mark) else inside


def _pieces(flow: tuple[Piece | Table, ...]) -> list[Piece]:
    return [
        p for one in flow for p in ([one] if isinstance(one, Piece) else [p for r in one.rows for c in r for p in c])
    ]


TEXT = "Votes are cast by hand. Each member has one vote, and the chair has another.\n"
CLAUSES = {
    "one after the other": (["Votes are cast by hand.", "the chair has another"], [1, 1]),
    "one inside another": (["Each member has one vote, and the chair has another.", "the chair has another"], [1, 1]),
    "equal": (["Each member has one vote", "Each member has one vote"], [2]),
    "crossing": (["Each member has one vote, and the chair", "the chair has another"], [1, 1, 0]),
}


@pytest.mark.parametrize(("runs", "anchors"), CLAUSES.values(), ids=CLAUSES)
def test_marks_stand_where_the_clauses_are(runs: list[str], anchors: list[int]) -> None:
    made = record(TEXT, [("voting", {}, "Votes")] * 2)
    found = [Evidence(made.document, TEXT.index(run), TEXT.index(run) + len(run)) for run in runs]
    made = replace(made, clauses=tuple(replace(c, evidence=(e,)) for c, e in zip(made.clauses, found, strict=True)))
    (piece,) = _pieces(text_of(_views(made), made))
    assert "".join(map(_plain, piece.parts)) == TEXT.strip()
    assert [len(mark.anchors) for mark in _marks(piece)] == anchors
    # every clause is named once, behind its last word
    assert sorted(a for mark in _marks(piece) for _, a in mark.labels) == ["d1-c1", "d1-c2"]


@pytest.mark.parametrize(
    "name", sorted(p.name for p in CORPUS.iterdir() if p.suffix in (".md", ".docx", ".odt", ".html"))
)
def test_every_clause_can_be_reached_in_the_text(name: str, tmp_path: Path) -> None:
    made = pipeline.extract_document(readers.read(CORPUS / name))
    write_report([made], tmp_path, as_of=AS_OF, include_contacts=True)
    page = html.fromstring((tmp_path / "comparison.html").read_text(encoding="utf-8"))
    listed = page.xpath("//article[@class='clause']")
    assert len(listed) == len(made.clauses) > 0 or name.startswith("eastmarch")
    for article in listed:
        (link,) = article.xpath("./p[contains(@class, 'onwards')]/a[starts-with(@href, '#d')]/@href")
        (mark,) = page.xpath(f"//*[@id='{link[1:]}']")
        first = "".join(article.xpath("./blockquote")[0].itertext())
        words = " ".join("".join(mark.xpath(".//text()[not(ancestor::a)]")).split())
        # a quote over several paragraphs is marked in each of them
        assert " ".join(first.split()).startswith(words[:20])


def test_what_is_masked_is_masked_in_the_text() -> None:
    made = record(
        "Contact: Jo Sample, jo.sample@example.org\nThe quorum is three.\n", [("quorum", {"count": 3}, "three")]
    )
    said = " ".join(_plain(part) for piece in _pieces(text_of(_views(made), made)) for part in piece.parts)
    assert "jo.sample" not in said
    assert "█" in said


def _line(number: int, x1: float = 500) -> Box:
    return Box(1, 100, 100 + 20 * number, x1, 112 + 20 * number)


BLOCK = Block(0, 300, boxes=(_line(0), _line(1), _line(2)))


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [(0, 300, [0, 1, 2]), (0, 90, [0]), (0, 105, [0]), (110, 190, [1]), (150, 250, [1, 2]), (210, 215, [2])],
)
def test_the_lines_of_a_run(start: int, end: int, lines: list[int]) -> None:
    assert [round((box.top - 100) / 20) for box in lines_of([BLOCK], start, end)] == lines


def test_pages_are_pictured_with_frames_and_without_contacts() -> None:
    path = CORPUS / "saltmere-bay-lsp-governance-2007.pdf"
    made = pipeline.extract_document(readers.read(path))
    pages = pages_with_clauses(made)
    views = _views(made, pictured={made.document.id: pages})
    assert not views.text_in_file
    shown = picture_views(views, made, readers.page_images(path, pages))
    assert [one.number for one in shown] == list(pages)
    assert all(one.source.startswith("data:image/") and one.frames for one in shown)
    framed = {frame.anchor for one in shown for frame in one.frames}
    assert framed == {f"{views.anchor(clause)}-t" for clause in made.clauses}
    labels = [label for one in shown for f in one.frames for label in f.label.split(", ") if label]
    assert len(labels) == sum(len(one.frames) for one in shown)


def test_masked_lines_are_painted_over(tmp_path: Path) -> None:
    from torparse.readers import PageImage
    from torparse.report.page_pictures import _covered

    stream = io.BytesIO()
    Image.new("L", (600, 800), 255).save(stream, "PNG")
    image = PageImage(1, 300, 400, "image/png", stream.getvalue())
    covered = Image.open(io.BytesIO(_covered(image, [Box(1, 100, 100, 200, 120)])))
    assert covered.size == (600, 800)
    assert covered.getpixel((300, 220)) == 0
    assert covered.getpixel((300, 260)) == 255
