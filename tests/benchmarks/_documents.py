"""Documents for the benchmarks, made of chosen words: the same ones in every run, as large as is asked for."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))

import make_files
import make_office

_TEXT = (
    "the board of the partnership shall meet at least six times in each municipal year and a quorum of five voting "
    "members is required for every decision unless forum has agreed otherwise by simple majority those present "
    "chair vice review terms reference annually notice ten clear working days secretary circulates agenda papers"
)
_WORDS = _TEXT.split()
_TITLES = ("Purpose", "Membership", "Quorum", "Voting", "Chair", "Notice", "Review", "Dissolution")


class Writer:
    """Sentences and the parts of documents that are made of them."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(_WORDS, k=count))

    def sentence(self) -> str:
        """8 to 24 words with a capital and a full stop."""
        return self.words(self._random.randint(8, 24)).capitalize() + "."

    def paragraph(self) -> str:
        """Two to five sentences: 60 words on average."""
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 5)))

    def line(self, width: int) -> str:
        """Words that fill so many characters."""
        text = self.words(width // 4)
        return text[:width].rsplit(" ", 1)[0]


def pdf(pages: int, *, tables: bool) -> bytes:
    """Pages full of text (about 3,700 characters), a ruled table of ten rows on each where ``tables`` is set."""
    writer = Writer()
    found, drawn = [], []
    xs, ys = (72, 192, 312, 523), [80 + 26 * i for i in range(11)]
    for number in range(1, pages + 1):
        page: list[make_files.Words] = [(72, 40, "Terms of reference"), (290, 810, str(number))]
        y = 80.0
        if tables:
            for top in ys[:-1]:
                page += [(x + 4, top + 11, writer.line(20)) for x in xs[:2]]
                page += [(xs[2] + 4, top + 11, writer.line(38)), (xs[2] + 4, top + 22, writer.line(30))]
            y = ys[-1] + 20.0
        page.append((72, y, f"{number}. {_TITLES[number % len(_TITLES)]}"))
        while y < 760:
            page += [(72, y + 13.5 * i, writer.line(90)) for i in range(1, 6)]
            page.append((72, y + 13.5 * 6, writer.line(40) + "."))
            y += 13.5 * 6 + 8
        found.append(page)
        drawn.append(make_files.grid(xs, ys) if tables else "")
    bold = frozenset(text for page in found for _, _, text in page if text.split(". ")[-1] in _TITLES)
    return make_files.pdf(found, size=10, bold=bold, drawn=drawn)


def _runs(text: str) -> str:
    """A paragraph's text in runs with properties, as Word writes them: a run every few words."""
    words = text.split(" ")
    parts = [" ".join(words[i : i + 12]) + " " for i in range(0, len(words), 12)]
    properties = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/></w:rPr>'
    return "".join(
        f'<w:r w:rsidR="00AB12CD">{properties}<w:t xml:space="preserve">{part}</w:t></w:r>' for part in parts
    )


def docx(path: Path, pages: int) -> Path:
    """A Word file with numbered headings and clauses, a table on every third page, a note on every page."""
    writer = Writer()
    body, notes = [], []
    for page in range(1, pages + 1):
        title = _TITLES[page % len(_TITLES)]
        body.append(make_files.p(style="Heading1", num=(1, 0), runs=_runs(title)))
        for i in range(6):
            note = f'<w:r><w:footnoteReference w:id="{page}"/></w:r>' if i == 0 else ""
            body.append(make_files.p(num=(1, 1), runs=_runs(writer.paragraph()) + note))
        body += [make_files.p(num=(1, 2), runs=_runs(writer.sentence())) for _ in range(4)]
        if page % 3 == 0:
            rows = "".join(
                "<w:tr>" + "".join(f"<w:tc>{make_files.p(runs=_runs(writer.words(6)))}</w:tc>" for _ in range(3))
                + "</w:tr>" for _ in range(8)
            )  # fmt: skip
            body.append(f"<w:tbl>{rows}</w:tbl>")
        notes.append(f'<w:footnote w:id="{page}">{make_files.p(writer.sentence())}</w:footnote>')
    levels = make_files.levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    parts = {"numbering": make_files.numbering(levels, ""), "styles": styles, "footnotes": "".join(notes)}
    return make_files.word(path, "".join(body), parts=parts)


def old_word(path: Path, pages: int) -> Path:
    """A Word file by python-docx, which LibreOffice makes an old one of."""
    import docx as python_docx

    document = python_docx.Document()
    for title, texts in _clauses(pages):
        document.add_heading(f"{path.stem}: {title}", 1)
        for text in texts:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def odt(path: Path, pages: int) -> Path:
    """An OpenDocument text with headings, numbered clauses and a table on every third page."""
    writer = Writer()
    body = []
    for page in range(1, pages + 1):
        body.append(f'<text:h text:outline-level="1">{_TITLES[page % len(_TITLES)]}</text:h>')
        body += [make_office.tp(writer.paragraph()) for _ in range(4)]
        body.append(make_office.items(*(make_office.tp(writer.paragraph()) for _ in range(4)), style="L1"))
        if page % 3 == 0:
            cells = "".join(f"<table:table-cell>{make_office.tp(writer.words(6))}</table:table-cell>" for _ in range(3))
            body.append(f"<table:table>{f'<table:table-row>{cells}</table:table-row>' * 8}</table:table>")
    style = make_office.list_style("L1", make_office.level(1))
    return make_office.odt(path, "".join(body), automatic=style)


def _clauses(pages: int) -> Iterator[tuple[str, list[str]]]:
    """For each page a title and its eight paragraphs."""
    writer = Writer()
    for page in range(1, pages + 1):
        yield f"{page}. {_TITLES[page % len(_TITLES)]}", [writer.paragraph() for _ in range(8)]


def rtf(pages: int) -> str:
    """Rich Text with bold titles and a label before each clause."""
    body = "".join(
        rf"\pard\b {title}\b0\par" + "".join(rf"\pard\li360 {title.split('.')[0]}.{i}\tab {text}\par\n"
                                           for i, text in enumerate(texts, 1))
        for title, texts in _clauses(pages)
    )  # fmt: skip
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Arial;}}}}{body}}}"


def html(pages: int) -> str:
    """A page with headings, paragraphs and lists."""
    body = "".join(
        f"<h2>{title}</h2>" + "".join(f"<p>{text}</p>" for text in texts[:4])
        + "<ol>" + "".join(f"<li>{text}</li>" for text in texts[4:]) + "</ol>\n"
        for title, texts in _clauses(pages)
    )  # fmt: skip
    return f"<!DOCTYPE html><html><head><title>Terms</title></head><body><main>{body}</main></body></html>"


def txt(pages: int) -> str:
    """Plain text, wrapped at 78 columns."""
    import textwrap

    return "\n\n".join(
        f"{title}\n\n" + "\n\n".join(textwrap.fill(text, 78) for text in texts) for title, texts in _clauses(pages)
    )


def markdown(pages: int) -> str:
    """Markdown with headings and lists."""
    return "\n\n".join(
        f"## {title}\n\n" + "\n\n".join(texts[:4]) + "\n\n" + "\n".join(f"- {text}" for text in texts[4:])
        for title, texts in _clauses(pages)
    )
