"""The lexicon beside libraries that read numbers, shares, lengths of time, dates and rhythms: who is right, how fast.

    python tests/benchmarks/lexicon.py

Each row is a wording with the value that a careful reader takes from it. A library that is not installed is named and
left out: none of them is a dependency (pip install text2num word2number dateparser quantulum3, in an environment of
their own). Speed is a ratio to the lexicon's own on the same rows, in one run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from torparse.lexicon.dates import dates
from torparse.lexicon.durations import days, durations
from torparse.lexicon.fractions import shares
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.numbers import number

Reader = Callable[[str], Any]

ROWS: dict[str, list[tuple[str, Any]]] = {
    "numbers": [
        ("seven", 7), ("twenty-one", 21), ("three (3)", 3), ("a dozen", 12), ("12", 12), ("nineteen", 19),
        ("forty five", 45), ("many", None),
    ],
    "shares": [
        ("one third of the members", Fraction(1, 3)), ("two-thirds of those voting", Fraction(2, 3)),
        ("40% of members", Fraction(2, 5)), ("fifty per cent of the board", Fraction(1, 2)),
        ("three quarters of all members", Fraction(3, 4)), ("half plus one of the trustees", Fraction(1, 2)),
        ("two out of every three members", Fraction(2, 3)), ("a third party", None),
    ],
    "lengths of time in days": [
        ("fourteen clear days", 14), ("a fortnight", 14), ("5 working days", 5), ("48 hours", 2), ("three weeks", 21),
        ("seven (7) days", 7), ("not less than 10 nor more than 30 days", 10), ("one week's notice", 7),
    ],
    "dates": [
        ("agreed on 25 November 2008", "2008-11-25"), ("adopted 12.06.08", "2008-06-12"), ("in June 2016", "2016-06"),
        ("the 3rd of September 2007", "2007-09-03"), ("on 01/02/2019", "2019-02-01"), ("50% of the board", None),
        ("the second Tuesday of the month", None), ("14th day of May 2012", "2012-05-14"),
    ],
    "times a year": [
        ("quarterly", 4), ("twice a year", 2), ("at least six times each year", 6), ("every other month", 6),
        ("fortnightly", 26), ("biennially", 0.5), ("not more than two months apart", 6), ("once a quarter", 4),
        ("in March, June and October", 3), ("on the first Monday of every month", 12),
    ],
}  # fmt: skip


def _own(kind: str) -> Reader:
    def length(text: str) -> Any:
        found = durations(text)
        return round(days(found[0].iso) or 0) if found else None

    readers: dict[str, Reader] = {
        "numbers": number,
        "shares": lambda text: next((s.value for s in shares(text)), None),
        "lengths of time in days": length,
        "dates": lambda text: next((d.iso for d in dates(text)), None),
        "times a year": lambda text: next((f.per_year for f in frequencies(text)), None),
    }
    return readers[kind]


def _text2num() -> dict[str, Reader]:
    from text_to_num import text2num

    return {"numbers": lambda text: text2num(text, "en")}


def _word2number() -> dict[str, Reader]:
    from word2number import w2n

    return {"numbers": w2n.word_to_num}


def _dateparser() -> dict[str, Reader]:
    from dateparser.search import search_dates

    def first(text: str) -> Any:
        found = search_dates(text, languages=["en"], settings={"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first"})
        return f"{found[0][1]:%Y-%m-%d}" if found else None

    return {"dates": first}


def _quantulum3() -> dict[str, Reader]:
    from quantulum3 import parser

    seconds = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}

    def share(text: str) -> Any:
        found = parser.parse(text)
        if not found:
            return None
        value = Fraction(found[0].value).limit_denominator(100)
        return value / 100 if found[0].unit.name == "percentage" else value

    def length(text: str) -> Any:
        return next((round(q.value * seconds[q.unit.name]) for q in parser.parse(text) if q.unit.name in seconds), None)

    def often(text: str) -> Any:
        return next((q.value for q in parser.parse(text)), None)

    return {"shares": share, "lengths of time in days": length, "times a year": often}


LIBRARIES = {
    "text2num": _text2num,
    "word2number": _word2number,
    "dateparser": _dateparser,
    "quantulum3": _quantulum3,
}


def _right(read: Reader, rows: list[tuple[str, Any]]) -> int:
    right = 0
    for text, wanted in rows:
        try:
            got = read(text)
        except ValueError:  # how text2num and word2number say that there is no number
            got = None
        right += got == wanted
    return right


def _seconds(read: Reader, rows: list[tuple[str, Any]]) -> float:
    _right(read, rows)  # what is loaded and compiled at first use is not counted
    start = time.perf_counter()
    _right(read, rows)
    return time.perf_counter() - start


def main() -> None:
    """Print for each kind of value how many rows the lexicon and each library at hand read rightly."""
    others: dict[str, dict[str, Reader]] = {}
    for name, load in LIBRARIES.items():
        try:
            others[name] = load()
        except ModuleNotFoundError as missing:
            print(f"{name}: not installed ({missing.name})")
    print(f"{'values':26}{'reader':14}{'right':>7}{'time':>9}")
    for kind, rows in ROWS.items():
        own = _own(kind)
        base = _seconds(own, rows)
        print(f"{kind:26}{'torparse':14}{_right(own, rows):4}/{len(rows)}{1:8.1f}x")
        for name, readers in others.items():
            if kind in readers:
                right, ratio = _right(readers[kind], rows), _seconds(readers[kind], rows) / base
                print(f"{'':26}{name:14}{right:4}/{len(rows)}{ratio:8.1f}x")


if __name__ == "__main__":
    main()
