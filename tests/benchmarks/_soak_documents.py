"""Documents for the soak run: as many as are asked for, of several formats and lengths, one in a hundred damaged.

The texts are parts of the project's own documents under other names of places, so no two files are alike; most are
about half a page, a few whole. The same ones in every run.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from _many import CORPUS, KINDS, PLACE

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))

import make_files
import make_office

from torparse import readers

Block = tuple[str, str]
"""Kind and words."""
DAMAGED = 0.01
WHOLE = 0.02
_FOLDER = 500  # files
_LONGEST = 700  # characters of a short document beyond its title, about
_FIRST = ("Ash", "Bram", "Cold", "Dun", "East", "Fair", "Grim", "Hazel", "Kel", "Long", "Mar", "Nor", "Os", "Pen")
_LAST = ("bury", "by", "combe", "dale", "ford", "ham", "ley", "mere", "minster", "stead", "thorpe", "ton", "wick")


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what was done to it ("" for a sound one)."""

    path: Path
    damage: str = ""


def make(folder: Path, count: int, seed: int = 1) -> list[Made]:
    """So many documents below ``folder``, five hundred to a folder."""
    chance = random.Random(seed)
    sources = [_blocks(path) for path in sorted(CORPUS.iterdir()) if path.suffix in KINDS and path.stem != "README"]
    bad = set(chance.sample(range(count), max(1, round(count * DAMAGED))))
    made, damages = [], sorted(DAMAGES)
    for number in range(count):
        place = f"{chance.choice(_FIRST)}{chance.choice(_LAST)}"
        blocks = _part(chance.choice(sources), f"{place} {number:05}", chance)
        suffix = chance.choices(tuple(FORMATS), _SHARES)[0]
        into = folder / f"part-{number // _FOLDER:02}"
        into.mkdir(parents=True, exist_ok=True)
        damage = damages[len([one for one in made if one.damage]) % len(damages)] if number in bad else ""
        if damage:
            suffix, data = DAMAGES[damage](blocks, chance)
        else:
            data = FORMATS[suffix](blocks)
        ending = ".txt" if not damage and chance.random() < 0.01 else suffix  # the content counts, not the name
        path = into / f"{place.lower()}-{number:05}{ending}"
        path.write_bytes(data)
        made.append(Made(path, damage))
    return made


def _blocks(path: Path) -> list[Block]:
    document = readers.read(path)
    return [(one.kind, " ".join(document.text[one.start : one.end].split())) for one in document.blocks]


def _part(blocks: Sequence[Block], place: str, chance: random.Random) -> list[Block]:
    """A title of its own, then a run of the blocks, or all of them."""
    start, room = chance.randrange(max(1, len(blocks) - 4)), chance.randint(100, _LONGEST)
    chosen: Sequence[Block] = blocks
    if chance.random() >= WHOLE:
        end = start + 1
        while end < len(blocks) and sum(len(words) for _, words in blocks[start:end]) < room:
            end += 1
        chosen = blocks[start:end]
    named = [(kind, PLACE.sub(place.split()[0], words)) for kind, words in chosen]
    return [("heading", f"Terms of Reference of the {place} Partnership"), *named]


def _markdown(blocks: Sequence[Block]) -> bytes:
    marks = {"heading": "## ", "list_item": "- "}
    return "\n\n".join(marks.get(kind, "") + words for kind, words in blocks).encode() + b"\n"


def _text(blocks: Sequence[Block]) -> bytes:
    return "\n\n".join(("- " if kind == "list_item" else "") + words for kind, words in blocks).encode() + b"\n"


def _html(blocks: Sequence[Block]) -> bytes:
    tags = {"heading": "h2", "list_item": "li"}
    body = "".join(f"<{tags.get(kind, 'p')}>{escape(words)}</{tags.get(kind, 'p')}>\n" for kind, words in blocks)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><main>{body}</main></body></html>".encode()


def _word(blocks: Sequence[Block]) -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    body = "".join(make_files.p(escape(words), style="Heading1" if kind == "heading" else "") for kind, words in blocks)
    return _by_path(lambda path: make_files.word(path, body, parts={"styles": style}))


def _odt(blocks: Sequence[Block]) -> bytes:
    parts = [
        f'<text:h text:outline-level="1">{escape(words)}</text:h>'
        if kind == "heading"
        else make_office.tp(escape(words))
        for kind, words in blocks
    ]
    return _by_path(lambda path: make_office.odt(path, "".join(parts)))


def _rtf(blocks: Sequence[Block]) -> bytes:
    lines = "".join(rf"\pard {words}\par" + "\n" for _, words in blocks)
    return ("{\\rtf1\\ansi " + "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in lines) + "}").encode("ascii")


def _pdf(blocks: Sequence[Block]) -> bytes:
    import textwrap

    pages: list[list[make_files.Words]] = [[]]
    bold, y = set(), 72.0
    for kind, words in blocks:
        for line in textwrap.wrap(words.encode("cp1252", "ignore").decode("cp1252"), 85):
            if y > 740:
                pages.append([])
                y = 72.0
            pages[-1].append((72.0, y, line))
            bold |= {line} if kind == "heading" else set()
            y += 14
        y += 8
    return make_files.pdf(pages, size=10, bold=frozenset(bold))


def _by_path(write: Callable[[Path], object]) -> bytes:
    """The bytes of what a function writes to a path."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "made"
        write(path)
        return path.read_bytes()


FORMATS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    ".md": _markdown, ".txt": _text, ".docx": _word, ".html": _html, ".odt": _odt, ".rtf": _rtf, ".pdf": _pdf,
}  # fmt: skip
_SHARES = (28, 26, 18, 12, 9, 4, 3)

Damage = Callable[[Sequence[Block], random.Random], tuple[str, bytes]]
"""What makes of a document one that cannot be read: the file's ending and its bytes."""


def _cut(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    data = _word(blocks)
    return ".docx", data[: int(len(data) * chance.uniform(0.1, 0.5))]


def _noise(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    return ".docx", b"PK\x03\x04" + chance.randbytes(3000)


def _zeros(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    return ".odt", bytes(chance.randint(1000, 9000))


def _bomb(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    """A Word file that unpacks to more than the run allows (``UNPACKED`` MiB)."""
    out = io.BytesIO(_word(blocks))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/filler.xml", b"x" * ((UNPACKED + 1) << 20))
    return ".docx", out.getvalue()


def _locked(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    # a comment behind the end, lest all of them be one file
    return ".pdf", make_files.locked_pdf() + f"\n% {blocks[0][1]}\n".encode()


def _no_pages(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    return ".pdf", b"%PDF-1.7\n" + chance.randbytes(2000)


def _blank(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    return ".txt", b" \n" * chance.randint(1000, 100_000)


def _no_format(blocks: Sequence[Block], chance: random.Random) -> tuple[str, bytes]:
    return ".doc", chance.randbytes(4000)


UNPACKED = 8
"""MiB that a file may unpack to in the run."""
DAMAGES: dict[str, Damage] = {
    "cut off": _cut, "noise in a zip": _noise, "zeros": _zeros, "zip bomb": _bomb, "encrypted": _locked,
    "noise in a PDF": _no_pages, "blank": _blank, "no format": _no_format,
}  # fmt: skip
