"""Random and mutated governance text: sound sentences, lines that look like parts of documents, and neither."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import strategies as st

from conftest import ROOT

_BODIES = ("Board", "Executive", "Ash Vale Partnership", "the Forum", "Health and Care Sub-Group (HCSG)", "LSP", "it")
_NUMBERS = (
    "three",
    "5",
    "twenty-one",
    "1,000",
    "0",
    "-2",
    "½",
    "two thirds",
    "50%",
    "33⅓ per cent",
    "ten (10)",
    "XIV",
    "999999999999999999999",
    "1/0",
    "7/3",
    "٣",
    "５",
    "²",
)
_UNITS = ("days", "clear working days", "months", "year", "years", "weeks", "hours", "fortnight", "quarters", "members")
_PATTERNS = (
    "The quorum of {body} is {n} members or {m} of the membership, whichever is the greater",
    "{body} shall meet at least {n} times a year and not more than every {m} {unit}",
    "{n} {unit} notice of a meeting of {body} is given, papers {m} {unit} before it",
    "The chair of {body} is elected for {n} {unit} and may serve {m} terms",
    "A vote needs {n} of those present; the chair has a casting vote, failing which {body} refers it to {m}",
    "These terms are reviewed every {n} {unit}, next on {n} May 20{m}, by {body}",
    "Members who miss {n} meetings in {m} {unit} cease to be members of {body} unless",
    "{body} may be dissolved by {n} at a meeting with {m} {unit} notice (see Annex {n}, to be agreed)",
    "Minutes are published within {n} {unit}, c.f. clause {m}.{n}.{m}",
    "Deputies may attend {body} but, save with {n} {unit} notice, may not vote",
)
_LABELS = (
    "1.",
    "1.1.1.1.1.1.1.1",
    "(a)",
    "(iv)",
    "iv)",
    "•",
    "-",
    "–",
    "*",
    "#",
    "####",
    "A.",
    "§ 4",
    "4.5",
    "Annex B:",
    "999.999.999",
    "(aa)",
    "0.",
    "[ ]",
    "|",
    "> >",
    "1" * 400 + ".",
    "m)",
    "(((",
    "xcix.",
)
_ODD = (
    "\u202eThe quorum is five.\u202c",
    "\u200f\u2067الرئيس\u2069 is elected",
    "\x00",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\u2029",
    "\x0c",
    "\ufeff",
    "\u00ad",
    "e\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦",
    "𝐪𝐮𝐨𝐫𝐮𝐦",
    "ﬁve members",
    "İstanbul",
    "ǅ",
    "ß",
    "\u2019s",
    "‘five’",
    "\ud7ff",
    "\U0010ffff",
    "\u3000",
    "\xa0",
    "̲̲̲̲",
    "TBC",
    "[insert name]",
    "……",
    "____",
    "<!-- x -->",
    "{{body}}",
    "$\\frac12$",
    "http://a.example/" + "%2e" * 50,
    "a@b.example",
    "│",
    "| a | b |",
    "|---|---|",
    "\t\t\t",
    "```",
    "(" * 300,
    '"' * 301,
)
_BETWEEN = (
    "\n",
    "\n\n",
    " ",
    "\r\n",
    "\r",
    "\n\n\n\n",
    "\n   ",
    "\n\t",
    "; ",
    ", and ",
    "\f",
    " ",
    "\n- ",
    "\n1. ",
    "",
)


@cache
def _pieces() -> tuple[str, ...]:
    """The paragraphs of the project's own documents."""
    files = sorted((ROOT / "annotations" / "texts").glob("*.txt"))
    return tuple(part for file in files for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip())


def sentence() -> st.SearchStrategy[str]:
    """A rule of a body with odd numbers and units."""
    return st.builds(
        lambda pattern, **slots: pattern.format(**slots) + ".",
        st.sampled_from(_PATTERNS),
        body=st.sampled_from(_BODIES),
        n=st.sampled_from(_NUMBERS),
        m=st.sampled_from(_NUMBERS),
        unit=st.sampled_from(_UNITS),
    )


def _repeated(piece: str, times: int) -> str:
    return (piece + " ") * max(1, min(times, 40_000 // (len(piece) + 1)))


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def block() -> st.SearchStrategy[str]:
    """A line, a paragraph, a row of a table, or something else."""
    words = st.text(st.characters(codec="utf-8"), max_size=40)
    plain = st.one_of(sentence(), st.sampled_from(_pieces()), st.sampled_from(_ODD), words)
    labelled = st.builds(lambda label, text: f"{label} {text}", st.sampled_from(_LABELS), plain)
    many = st.builds(_repeated, plain, st.sampled_from((2, 30, 1000)))
    items = st.builds(
        lambda label, text, n: "\n".join(f"{label} {text}" for _ in range(max(1, min(n, 40_000 // (len(text) + 9))))),
        st.sampled_from(_LABELS),
        plain,
        st.sampled_from((2, 30, 1000)),
    )
    title = plain.map(lambda text: text[:60].upper())
    return st.one_of(
        plain, plain, labelled, labelled, title, st.lists(plain, min_size=1, max_size=5).map(_row), many, items
    )


def changed(text: str, seed: int) -> str:
    """The text with parts dropped, doubled, moved, put in other cases or mixed with odd characters."""
    rng = random.Random(seed)
    for _ in range(rng.randint(0, 8)):
        a, b = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
        b = min(b, a + rng.choice((1, 5, 200)))
        text = rng.choice(_CHANGES)(text, a, b, rng)
    return text


_Change = Callable[[str, int, int, random.Random], str]
_CHANGES: tuple[_Change, ...] = (
    lambda text, a, b, rng: text[:a] + text[b:],
    lambda text, a, b, rng: text[:b] + text[a:b] * rng.choice((1, 3, 20)) + text[b:],
    lambda text, a, b, rng: text[:a] + "".join(rng.sample(text[a:b], b - a)) + text[b:],
    lambda text, a, b, rng: text[:a] + rng.choice((str.upper, str.title, str.swapcase))(text[a:b]) + text[b:],
    lambda text, a, b, rng: text[:a] + rng.choice(_ODD) + text[a:],
    lambda text, a, b, rng: text[:a] + text[a:b].replace(" ", rng.choice(_BETWEEN)) + text[b:],
    lambda text, a, b, rng: text[b:] + text[:b],
    lambda text, a, b, rng: "\n\n".join(rng.sample(text.split("\n\n"), len(text.split("\n\n")))),
)


def governance() -> st.SearchStrategy[str]:
    """A document: up to forty blocks put together by various line ends, then changed."""
    blocks = st.lists(st.tuples(block(), st.sampled_from(_BETWEEN)), max_size=40)
    made = blocks.map(lambda parts: "".join(f"{text}{end}" for text, end in parts)[:120_000])
    return st.builds(changed, made, st.integers(0, 2**32))
