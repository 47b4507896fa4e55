"""A wording held against another: its own text in pieces, with the words that only one of the two has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torparse.likeness import Run, Wording
from torparse.likeness.words import Word
from torparse.masking import Mask

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

GAP = " … "
"""What stands between two sentences that are apart in the document."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text. ``kind``: "same", "added" (only this wording has it), "missing" (only the other has it), or
    "gap": the space beside a missing piece, where the text has none.

    The pieces of the first two kinds, put together, are the document's text.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a wording with the text of its run, masked, and what it is compared by."""

    run: int
    word: Word
    exact: str


class _Text:
    """A wording's masked text and its words."""

    def __init__(self, wording: Wording, mask: Mask) -> None:
        self.texts = [mask.quote(run.evidence) for run in wording.runs]
        self.tokens = [t for number, run in enumerate(wording.runs) for t in _tokens(number, run)]

    def between(self, tokens: Sequence[_Token]) -> str:
        """The text from the first to the last of the tokens."""
        parts = []
        for number in sorted({t.run for t in tokens}):
            some = [t.word for t in tokens if t.run == number]
            parts.append(self.texts[number][some[0].start : some[-1].end])
        return GAP.join(parts)


def _tokens(number: int, run: Run) -> Iterator[_Token]:
    return (_Token(number, word, exact) for word, exact in zip(run.words, run.exact, strict=True))


def marked(wording: Wording, mask: Mask, model: Wording, model_mask: Mask) -> tuple[Piece, ...]:
    """``wording`` in pieces, marked against ``model``. Names are not marked: another name is no other wording."""
    from rapidfuzz.distance import Indel

    mine, other = _Text(wording, mask), _Text(model, model_mask)
    changes = _missing_first(Indel.opcodes([t.exact for t in other.tokens], [t.exact for t in mine.tokens]))
    pieces: list[Piece] = []
    run, at = 0, 0

    def upto(token: _Token, kind: str, end: int) -> None:
        """The text up to ``end`` in the token's run, and before it what was left of the runs before."""
        nonlocal run, at
        while run < token.run:
            pieces.append(Piece("same", mine.texts[run][at:] + GAP))
            run, at = run + 1, 0
        pieces.append(Piece(kind, mine.texts[run][at:end]))
        at = end

    for change in changes:
        if change.tag == "delete":
            rest = mine.texts[run][at:]
            space = len(rest) - len(rest.lstrip())
            pieces.append(Piece("same", rest[:space]))
            at += space
            pieces.append(Piece("missing", other.between(other.tokens[change.src_start : change.src_end])))
            continue
        for token in mine.tokens[change.dest_start : change.dest_end]:
            if change.tag == "insert":
                upto(token, "same", token.word.start)
                upto(token, "added", token.word.end)
            else:
                upto(token, "same", token.word.end)
    pieces += [Piece("same", GAP.join([mine.texts[run][at:], *mine.texts[run + 1 :]]))]
    return tuple(_spaced(list(_merged(pieces))))


def _missing_first(changes: Iterable[Opcode]) -> list[Opcode]:
    """The changes with a missing word before the one that stands in its place: "three five", not "five three"."""
    found: list[Opcode] = []
    for change in changes:
        at = len(found) - (change.tag == "delete" and bool(found) and found[-1].tag == "insert")
        found.insert(at, change)
    return found


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece; words added side by side are one, with the space between them."""
    kept: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if kept and kept[-1].kind == piece.kind:
            kept[-1] = Piece(piece.kind, kept[-1].text + piece.text)
        elif len(kept) > 1 and piece.kind == "added" and kept[-2].kind == "added" and kept[-1].text.isspace():
            space = kept.pop().text
            kept[-1] = Piece("added", kept[-1].text + space + piece.text)
        else:
            kept.append(piece)
    return iter(kept)


def _spaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with a gap where a missing word would run into its neighbour."""
    for at, piece in enumerate(pieces):
        if piece.kind == "missing" and at and not pieces[at - 1].text[-1].isspace():
            yield Piece("gap", " ")
        yield piece
        if piece.kind == "missing" and at + 1 < len(pieces) and pieces[at + 1].text[0].isalnum():
            yield Piece("gap", " ")
