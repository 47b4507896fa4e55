"""What every reader shares: limits, the file in hand, and joining pieces of text into a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from torparse.errors import UnreadableInput
from torparse.model import Block, BlockKind, Document
from torparse.urls import shown

if TYPE_CHECKING:
    from torparse.readers._convert import Prepared

MEBIBYTE = 1024 * 1024

# How sure a format is that a file is its own. A reader added later outranks ``later.py`` by claiming more.
NO, BY_NAME, LIKELY, RECOGNISED, CERTAIN = 0, 10, 50, 60, 90


def printable(name: str) -> str:
    """A name that can be printed and stored; bytes that are no UTF-8 are shown as the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader refuses to go beyond. Sizes in bytes; a limit is the largest value that is still read.

    ``max_seconds`` is how long another program (LibreOffice) may take over one file.
    """

    max_input_bytes: int = 100 * MEBIBYTE
    max_unpacked_bytes: int = 200 * MEBIBYTE
    max_pages: int = 2_000
    max_files: int = 20_000
    max_seconds: int = 60

    def __post_init__(self) -> None:
        for name in ("max_input_bytes", "max_unpacked_bytes", "max_pages", "max_files", "max_seconds"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")


@dataclass(frozen=True, slots=True)
class Choices:
    """Which reading of a document is wanted, where there is more than one.

    ``changes``: tracked changes as if all were accepted ("accepted"), or as if none had been made ("original").
    ``ocr``: text recognition where a page has no text ("auto"), nowhere ("never"), or in place of the text that the
    file holds ("force").
    """

    changes: Literal["accepted", "original"] = "accepted"
    ocr: Literal["auto", "never", "force"] = "auto"

    @property
    def original(self) -> bool:
        """Whether tracked changes are to be read as if none had been made."""
        return self.changes == "original"


@dataclass(frozen=True)
class Source:
    """One file in memory. ``id`` is its path relative to the input given; ``suffix`` is lower-case with its dot.

    ``prepared`` holds what was converted beforehand for formats that need it, ``choices`` which reading is wanted.
    """

    path: Path
    id: str
    data: bytes
    limits: Limits
    prepared: Prepared | None = None
    choices: Choices = Choices()

    @property
    def name(self) -> str:
        """The file's name, in a form that can be printed."""
        return printable(self.path.name)

    @property
    def suffix(self) -> str:
        """The suffix of the file's name, lower-case with its dot, or an empty string."""
        return self.path.suffix.lower()

    @cached_property
    def sha256(self) -> str:
        """Of the file's bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def unreadable(self, what: str, todo: str = "") -> UnreadableInput:
        """The error to raise for this file: ``what`` is wrong and what to do about it."""
        return UnreadableInput(what, where=printable(shown(self.path)), todo=todo)

    def document(self, text: str, blocks: Iterable[Block], media: str, **facts: object) -> Document:
        """A Document of this file; ``facts`` are pages, changes, comments and warnings where the format has them."""
        return Document(
            name=self.name, id=self.id, text=text, blocks=tuple(blocks), sha256=self.sha256, media=media,
            **facts,  # type: ignore[arg-type]
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """A module of this folder that reads a format: its suffixes, how sure it is of a file, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes, Path], int]
    read: Callable[[Source], Document]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has its place in the text: its words, its kind and the other fields that are known of it."""

    text: str
    kind: BlockKind
    facts: Mapping[str, Any]

    @property
    def label(self) -> str:
        """The number that the file computes for it."""
        return str(self.facts.get("label", ""))


def piece(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **facts: Any) -> Piece:
    """A piece of ``text`` with the facts of its block (level, label, page, boxes, table, row, column …)."""
    return Piece(text, kind, facts)


PROMPT, PROMPT_END = "\ufdd0", "\ufdd1"
"""Marks around a prompt that nobody has filled in, in a piece's text; texts do not hold them (Unicode 23.7)."""
_MARKED = re.compile(f"{PROMPT}([^{PROMPT}{PROMPT_END}]*){PROMPT_END}")


def prompt(text: str) -> str:
    """``text`` marked as a prompt that nobody has filled in."""
    return f"{PROMPT}{text}{PROMPT_END}"


def join(pieces: Iterable[Piece]) -> tuple[str, list[Block]]:
    """The pieces as one text, joined by line feeds, with their blocks in place; blank pieces are dropped."""
    text, blocks, _ = join_with_prompts(pieces)
    return text, blocks


def join_with_prompts(pieces: Iterable[Piece]) -> tuple[str, list[Block], list[tuple[int, int]]]:
    """As ``join``, and the ranges of the text that were marked as prompts."""
    texts: list[str] = []
    blocks: list[Block] = []
    prompts: list[tuple[int, int]] = []
    at = 0
    for one in pieces:
        text, within = _unmarked(one.text.strip())
        if not text:
            continue
        blocks.append(Block(at, at + len(text), one.kind, **one.facts))
        prompts += [(at + start, at + end) for start, end in within]
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), blocks, prompts


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks of prompts, and where these were."""
    if PROMPT not in text:
        return text, []
    text = _MARKED.sub(lambda match: match[0] if match[1].strip() else match[1], text).strip()
    out, found, start = "", list[tuple[int, int]](), 0
    for part in re.split(f"([{PROMPT}{PROMPT_END}])", text):
        if part == PROMPT:
            start = len(out)
        elif part == PROMPT_END:
            found.append((start, len(out)))
        else:
            out += part
    lead = len(out) - len(out.lstrip())
    out = out.strip()
    ranges = [(max(a - lead, 0), min(b - lead, len(out))) for a, b in found]
    return out, [(a, b) for a, b in ranges if a < b]


def left_out(changes: int, hidden: int, choices: Choices) -> Iterator[str]:
    """What is said of tracked changes that nobody has accepted or rejected, and of text formatted as hidden."""
    if changes:
        one = "1 tracked change is" if changes == 1 else f"{changes} tracked changes are"
        before = "the document was read as it was before them"
        read = before if choices.original else "insertions were read, deletions were not"
        yield f"{one} not accepted yet: {read}"
    if hidden:
        yield f"{hidden} runs of hidden text were left out"


def said(texts: Iterable[str]) -> tuple[str, ...]:
    """What headers and footers say: each text with words in it once, in their order."""
    return tuple(dict.fromkeys(text for text in texts if re.search(r"[^\W\d_]{2}", text)))
