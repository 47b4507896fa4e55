"""Sentences end where they end by the tokens of spaCy's English tokeniser, which is asked here and not at run time."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any

import pytest

from torparse.structure import sentences
from torparse.structure.tokens import tokens

CHUNKS = [
    "Board", "(the", "members).", "3.2", "3.2.", "10.30am.", "co-chair;", "Vice-Chair,", "and/or", "e.g.", "(i.e.",
    "etc.)", "No.", "Nos.", "Cllr.", "St.", "p.m.", "9p.m.", "A.", "(b).", "agreed.The", "votes...", "...and", "…",
    "“quorum”.", "'quorum'.", "chair's", "chairs’", "£5,000.", "50%.", "5km.", "10th.", "J.R.", "U.K.", "UK.", "whats.",
    "Thats.", "wed.", "www.example.org.", "http://example.org/a.B?c=d.", "office@example.org.", "end.)", "end!\"",
    "why?", "—", "–", "-", "*note*:", "#4", "¾", "½", "a/b.", "x-y.", "re-election.", "1.The", "note.1", "?!", "..",
    "[1]", "$", "'", "“", "(", ")", "]", "The", "It", "in", "is", "one:", "two;", "°C.",
    "12°C.", "©2004.", "café.", "Évry.", "naïve",
]  # fmt: skip
GAPS = [" ", " ", " ", " ", "  ", "\n", " \n", "\t"]
SAMPLES = 3_000


@cache
def tokenise() -> Any:
    import spacy

    return spacy.blank("en").tokenizer


def by_spacy(text: str) -> list[tuple[int, int]]:
    """The ranges of sentences by the same rule, token by token on spaCy's own tokens."""
    starts, ended = [], False
    found = tokenise()(text)
    for i, token in enumerate(found):
        word = token.text
        closer = word in sentences._CLOSERS and not (i and found[i - 1].whitespace_)
        if i == 0 or (ended and not closer and sentences._can_start(word)):
            starts.append(token.idx)
        before = found[i - 1].text if i else ""
        if word == ".":
            ended = not (before and sentences._abbreviates(before))
        elif word[-1] in ".?!" and (not word.rstrip(".?!") or word[-1] != "."):
            ended = True
        elif word[-1] == "." and word.lower().rstrip(".") not in sentences._ABBREVIATIONS:
            ended = not re.fullmatch(r"(?:\w\.)+", word)
        elif not (ended and word in sentences._CLOSERS) and not word.isspace():
            ended = False
    ranges = []
    for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[first:last]
        start, end = first + len(part) - len(part.lstrip()), first + len(part.rstrip())
        ranges += [(start, end)] if end > start else []
    return ranges


def test_sentences_end_where_spacys_tokens_say() -> None:
    dice = random.Random(10)
    wrong = []
    for _ in range(SAMPLES):
        text = "".join(dice.choice(CHUNKS) + dice.choice(GAPS) for _ in range(dice.randint(1, 12)))
        if sentences.split(text) != by_spacy(text):
            wrong.append(text)
    assert not wrong, (len(wrong), wrong[:5])


PLAIN = [
    "board", "(board)", "board,", "board;", "(b)", "[3]", "co-chair", "vice-chair's", "and", "2004/5", "1,000", "£500",
    "50%", "agreed.", "agreed...", "agreed.The", "www.example.org", "http://example.org/a.B", "(office@example.org)",
    "“quorum”", "—", "x:y", "5km", "thats", "10p.m.",
]  # fmt: skip


@pytest.mark.parametrize("chunk", PLAIN)
def test_a_chunk_is_parted_as_by_spacy(chunk: str) -> None:
    assert list(tokens(chunk)) == [token.text for token in tokenise()(chunk)]


def test_the_tokens_are_the_whole_chunk() -> None:
    assert [chunk for chunk in CHUNKS if "".join(tokens(chunk)) != chunk] == []


def test_sentences_need_no_spacy() -> None:
    import subprocess
    import sys

    program = "import sys, torparse.ready; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
