"""A large set of documents for the benchmarks: those of ``corpus/`` over and over, other names, numbers and gaps."""

from __future__ import annotations

import random
import re
from pathlib import Path

from torparse import readers

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


def make(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """``count`` documents in Markdown: each one of the corpus under another place's name, some numbers changed and some
    paragraphs left out. The same ones for the same ``seed``."""
    chance = random.Random(seed)
    texts = []
    for path in sorted(CORPUS.iterdir()):
        if path.suffix in KINDS and path.stem != "README":
            document = readers.read(path)
            texts.append((path.stem, [_lines(document.text[b.start : b.end], b.kind) for b in document.blocks]))
    written = []
    for number in range(count):
        stem, blocks = texts[number % len(texts)]
        place = chance.choice(_FIRST) + chance.choice(_LAST)
        kept = [b for b in blocks if chance.random() >= _DROPPED]
        text = _NUMBER.sub(lambda m: chance.choice(_NUMBERS) if chance.random() < _CHANGED else m[0], "\n\n".join(kept))
        path = folder / f"{place.lower()}-{number:04}-{stem[:20].rstrip('-')}.md"
        path.write_text(PLACE.sub(place, text) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _lines(text: str, kind: str) -> str:
    flat = " ".join(text.split())
    return {"heading": f"## {flat}", "list_item": f"- {flat}"}.get(kind, flat)
