"""A large set of documents for the benchmarks: those of ``corpus/`` over and over, other names, numbers and gaps."""

from __future__ import annotations

import random
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))

import make_files
import make_office

from torparse import readers

Blocks = Sequence[tuple[str, str]]
"""Kinds and texts of the blocks of a document."""

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KINDS = (".md", ".txt", ".docx", ".odt", ".html")
_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
PLACE = re.compile(
    r"\b(?:Askerdale|Calderstoke|Glenarrach|Harrowmere|Kelderwick|Orrington|Hallowby|Pennow|Saltmere|Teale|"
    r"Thornshire)\b"
)
_FIRST = (
    "Ash",
    "Bram",
    "Cold",
    "Dun",
    "East",
    "Fair",
    "Grim",
    "Hazel",
    "Kel",
    "Long",
    "Mar",
    "Nor",
    "Os",
    "Pen",
    "Rad",
)
_LAST = ("bury", "by", "combe", "dale", "ford", "ham", "ley", "mere", "minster", "stead", "thorpe", "ton", "wick")
_DROPPED, _CHANGED = 0.08, 0.5
_LINES = 50  # of a page


def make(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """``count`` documents in Markdown: each one of the corpus under another place's name, some numbers changed and some
    paragraphs left out. The same ones for the same ``seed``."""
    written = []
    for stem, blocks in _made(count, seed):
        path = folder / f"{stem}.md"
        path.write_text("\n\n".join(_lines(text, kind) for kind, text in blocks) + "\n", encoding="utf-8")
        written.append(path)
    return written


def make_mixed(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """The same in all formats that need no other program to be read, one in twenty as a PDF."""
    forms: list[Callable[[Path, Blocks], object]] = [
        *(form for form in (_markdown, _word, _text, _page, _open) for _ in range(4)), _pdf
    ]  # fmt: skip
    chance = random.Random(seed)
    written = []
    for stem, blocks in _made(count, seed):
        form = chance.choice(forms)
        path = folder / f"{stem}{_SUFFIXES[form.__name__]}"
        form(path, blocks)
        written.append(path)
    return written


def _made(count: int, seed: int) -> Iterator[tuple[str, Blocks]]:
    """The name of each document without its suffix, and its blocks."""
    chance = random.Random(seed)
    texts = []
    for path in sorted(CORPUS.iterdir()):
        if path.suffix in KINDS and path.stem != "README":
            document = readers.read(path)
            flat = [(b.kind, " ".join(document.text[b.start : b.end].split())) for b in document.blocks]
            texts.append((path.stem, flat))
    for number in range(count):
        stem, blocks = texts[number % len(texts)]
        place = chance.choice(_FIRST) + chance.choice(_LAST)
        kept = [block for block in blocks if chance.random() >= _DROPPED]
        changed = [
            (kind, PLACE.sub(place, _NUMBER.sub(
                lambda m: chance.choice(_NUMBERS) if chance.random() < _CHANGED else m[0], text)))
            for kind, text in kept
        ]  # fmt: skip
        yield f"{place.lower()}-{number:04}-{stem[:20].rstrip('-')}", changed


def _lines(text: str, kind: str) -> str:
    return {"heading": f"## {text}", "list_item": f"- {text}"}.get(kind, text)


def _markdown(path: Path, blocks: Blocks) -> None:
    path.write_text("\n\n".join(_lines(text, kind) for kind, text in blocks) + "\n", encoding="utf-8")


def _text(path: Path, blocks: Blocks) -> None:
    path.write_text("\n\n".join(textwrap.fill(text, 78) for _, text in blocks) + "\n", encoding="utf-8")


def _page(path: Path, blocks: Blocks) -> None:
    tags = {"heading": "h2", "list_item": "li"}
    body = "\n".join(f"<{tags.get(kind, 'p')}>{escape(text)}</{tags.get(kind, 'p')}>" for kind, text in blocks)
    path.write_text(f"<!DOCTYPE html><title>{escape(blocks[0][1])}</title><body>{body}</body>", encoding="utf-8")


def _word(path: Path, blocks: Blocks) -> None:
    import docx

    word = docx.Document()
    styles = {"heading": "Heading 2", "list_item": "List Bullet"}
    for kind, text in blocks:
        word.add_paragraph(text, styles.get(kind))
    fixed = datetime(2026, 1, 1, tzinfo=UTC)
    word.core_properties.created = word.core_properties.modified = fixed
    word.save(str(path))


def _open(path: Path, blocks: Blocks) -> None:
    heading = '<text:h text:outline-level="1">{}</text:h>'
    body = (
        heading.format(escape(text)) if kind == "heading" else make_office.tp(escape(text)) for kind, text in blocks
    )
    make_office.odt(path, "".join(body))


def _pdf(path: Path, blocks: Blocks) -> None:
    lines = [line for _, text in blocks for line in (*textwrap.wrap(text, 90), "")]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    found = [[(72, 60 + 13.5 * at, line) for at, line in enumerate(page) if line] for page in pages]
    bold = frozenset(text for kind, text in blocks if kind == "heading")
    path.write_bytes(make_files.pdf(found, size=10, bold=bold))


_SUFFIXES = {"_markdown": ".md", "_word": ".docx", "_text": ".txt", "_page": ".html", "_open": ".odt", "_pdf": ".pdf"}
