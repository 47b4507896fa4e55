"""How the time of extraction grows with the length of a document: n, 2 n and 4 n of one thing, beside each other.

    python tests/benchmarks/scaling.py [--words N] [--only NAME …] [--json FILE]

Documents are made of one thing that comes over and over: words of a single sentence, items, headings, rows of a table,
bodies, one paragraph, clauses. Time that grows with the length doubles (ratio 2); time that grows with its square is
four times as long (ratio 4). Not a test: no time is ever asserted.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from _peer_driver import document

from torparse.pipeline import extract_document

SMOOTH = 2.6
"""A ratio above this one is marked: more than length alone explains."""
_WORDS = [
    "the",
    "board",
    "of",
    "the",
    "partnership",
    "shall",
    "meet",
    "and",
    "agree",
    "with",
    "partners",
    "and",
    "members",
    "on",
    "the",
    "work",
    "of",
    "the",
    "year",
]
_PARAGRAPH = (
    "The quorum of the Board is five voting members. Papers are sent seven days before each meeting. The chair has a "
    "casting vote. Members declare their interests."
)


def _sentence(n: int) -> str:
    words = [_WORDS[i % len(_WORDS)] for i in range(n)]
    return "Terms of reference\n\n1. Quorum\n\nThe quorum " + " ".join(words) + ".\n"


def _commas(n: int) -> str:
    return (
        "Terms of reference\n\nMembers of the Board are "
        + ", ".join(f"the Ash {i} Council" for i in range(n // 4))
        + ".\n"
    )


def _items(n: int) -> str:
    return "Terms of reference\n\nThe Board shall:\n\n" + "\n".join(
        f"- agree plan {i} with members" for i in range(n // 6)
    )


def _headings(n: int) -> str:
    return "\n\n".join(f"{i}. Voting of group {i}\n\nVotes are taken." for i in range(1, n // 7)) + "\n"


def _rows(n: int) -> str:
    rows = (f"| Board {i} | meets {i % 12 + 1} times a year | {i} members |" for i in range(n // 12))
    return "# Terms of reference\n\n| Body | Meetings | Quorum |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _bodies(n: int) -> str:
    firsts = ("Ash", "Bram", "Cold", "Dun", "East", "Fair", "Grim", "Hazel")
    names = [f"{firsts[i % 8]} {firsts[i // 8 % 8]} Group {i}" for i in range(1, n // 17)]
    parts = (f"{i}. {name}\n\nThe quorum of the {name} is five." for i, name in enumerate(names, 1))
    return "Terms of reference of the Ash Partnership\n\n" + "\n\n".join(parts) + "\n"


def _paragraphs(n: int) -> str:
    return "Terms of reference\n\n" + "\n\n".join([_PARAGRAPH] * (n // 27)) + "\n"


def _clauses(n: int) -> str:
    parts = (
        f"{i}.1 The quorum of the Board is {i + 2} members. It meets {i % 11 + 2} times a year." for i in range(n // 17)
    )
    return "Terms of reference\n\n" + "\n\n".join(parts) + "\n"


def _one_word(n: int) -> str:
    return "Terms of reference\n\n" + "x" * (6 * n) + "\n"


def _brackets(n: int) -> str:
    return "Terms of reference\n\nThe quorum " + "(" * n + " five members " + ")" * n + ".\n"


def _spaces(n: int) -> str:
    return "Terms of reference\n\nThe quorum is" + " " * (6 * n) + "five members.\n"


def _lines(n: int) -> str:
    return "Terms of reference\n\nThe quorum is five members." + "\n" * (6 * n) + "Votes are taken.\n"


SHAPES: dict[str, Callable[[int], str]] = {
    "one sentence": _sentence, "one enumeration": _commas, "list items": _items, "headings": _headings,
    "table rows": _rows, "bodies": _bodies, "one paragraph": _paragraphs, "clauses": _clauses, "one word": _one_word,
    "brackets": _brackets, "spaces": _spaces, "empty lines": _lines,
}  # fmt: skip


def seconds(text: str) -> float:
    """What extraction takes of the processor, structure included."""
    path = Path("made.md" if text.startswith("#") else "made.txt")
    begun = time.process_time()
    extract_document(document(path, text))
    return time.process_time() - begun


def main() -> None:
    """Measure, print a table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description="How the time of extraction grows with the length of a document")
    parser.add_argument("--words", type=int, default=1000, help="about how many words the shortest has (1000)")
    parser.add_argument("--only", nargs="+", choices=SHAPES, default=list(SHAPES), help="these shapes")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    given = parser.parse_args()
    if given.words < 100:
        parser.error("--words must be at least 100")
    for name in given.only:  # patterns are read and compiled on first use
        seconds(SHAPES[name](given.words))
    print(f"scaling, documents of about {given.words:,} words and of two and four times as many")
    print(f"{'made of':18}{'n: ms':>10}{'2 n':>10}{'4 n':>10}{'2 n/n':>8}{'4 n/2 n':>9}")
    rows = []
    for name in given.only:
        one, two, four = (seconds(SHAPES[name](given.words * times)) for times in (1, 2, 4))
        ratios = round(two / one, 1), round(four / two, 1)
        mark = "  more than linear" if ratios[1] > SMOOTH else ""
        times = "".join(f"{1000 * took:>10.0f}" for took in (one, two, four))
        print(f"{name:18}{times}{ratios[0]:>8}{ratios[1]:>9}{mark}", flush=True)
        rows.append({"made of": name, "seconds": [one, two, four], "ratios": ratios})
    if given.json:
        given.json.write_text(json.dumps({"words": given.words, "rows": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
