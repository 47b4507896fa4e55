"""Sentence boundaries that never cross a block, by a spaCy pipeline without a model.

``spacy.blank("en")`` gives tokens (so "e.g." and "No." are one token each); our component marks the sentence starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_END = frozenset(".?!")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "cllr",
        "no",
        "nos",
        "para",
        "paras",
        "ref",
        "refs",
        "art",
        "s.o",
        "so",
        "v",
        "vs",
        "approx",
        "incl",
        "e.g",
        "i.e",
        "etc",
        "viz",
        "cf",
        "st",
        "p",
        "pp",
        "sec",
        "ch",
        "fig",
    ]
)
_CLOSERS = frozenset("\"')]")


def _mark(doc: Doc) -> Doc:
    """Start a sentence after closing punctuation where the next word can begin one."""
    import numpy as np

    # all at once: spaCy looks through the whole text at each ``token.is_sent_start = …``
    # numbers of the type in which spaCy keeps attributes, which its stubs call by a name of another package
    marks: Any = np.array([1 if starts else -1 for starts in _starts(doc)], dtype="int64").astype("uint64")
    return doc.from_array(["SENT_START"], marks)


def _starts(doc: Doc) -> Iterator[bool]:
    """For each token whether a sentence starts there."""
    previous_end = False
    for i, token in enumerate(doc):
        if i == 0:
            yield True
        else:
            closing = token.text in _CLOSERS and not doc[i - 1].whitespace_
            yield bool(previous_end and not closing and _can_start(token.text))
        text = token.text
        if text[-1] in _END and (len(text.rstrip(".?!")) == 0 or text[-1] != "."):
            before = doc[i - 1].text.lower() if i else ""
            previous_end = not (text == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())))
        elif (
            text[-1] == "." and text.lower().rstrip(".") not in _ABBREVIATIONS and not re.fullmatch(r"(?:\w\.)+", text)
        ):
            previous_end = True  # "working..", "2008."
        elif not (previous_end and text in _CLOSERS) and not text.isspace():
            previous_end = False


def _can_start(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text[0] in "\"'([½⅓⅔" or text[0] == "£"


@cache
def pipeline() -> Language:
    """The spaCy pipeline, made once."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("torparse_sentences"):
        Language.component("torparse_sentences", func=_mark)
    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000
    nlp.add_pipe("torparse_sentences")
    return nlp


def split(clean: str) -> list[tuple[int, int]]:
    """Ranges of the sentences in ``clean`` (one block of the reading copy), white space around them left out."""
    if not clean.strip():
        return []
    found = []
    for sent in pipeline()(clean).sents:
        text = clean[sent.start_char : sent.end_char]
        start = sent.start_char + len(text) - len(text.lstrip())
        end = sent.start_char + len(text.rstrip())
        if end > start:
            found.append((start, end))
    return found
