"""Lets one program find what it can in texts, in a process of its own. No part of torparse is needed for the others.

    python _peer_driver.py extract-cli|lexnlp|torparse|tokeniser PASSES < TEXTS.json

Reads ``[[name, text], ...]`` as JSON and prints ``{"seconds": [...], "found": [[...], ...], "peak": MiB}``: the seconds
of each pass over all texts, what was found in each of them, and the most memory that the process took. Each thing found
is ``{"kind", "value", "start", "end", "of"}``; a program that does not say where it found something has None for both
places, and "" for what the thing is of. Kinds: ``number``, ``share`` (0 to 1), ``duration`` (a number and a unit),
``date`` (ISO 8601), ``title`` (of a section), ``text``. torparse's things are its records as ``torparse extract`` has
them.
"""

from __future__ import annotations

import functools
import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torparse.model import Document

Found = list[dict[str, Any]]
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*\W?\s*(day|week|month|year)s?", re.IGNORECASE)


def one(kind: str, value: object, start: int | None = None, end: int | None = None, *, of: str = "") -> dict[str, Any]:
    """One thing that was found."""
    return {"kind": kind, "value": value, "start": start, "end": end, "of": of}


def extract_cli() -> Callable[[str, str], Found]:
    """extract-cli as its README has it (``extract FILE``): the deterministic tier, all fields. What the command does
    with a text file that it has read is ``build_extraction``."""
    import extract_cli as cli

    def find(name: str, text: str) -> Found:
        made = cli.build_extraction(text, text.encode(), "text", name)
        term, dates = made["term"], made["dates"]
        found = [one("title", c["detected_title"], c["span"]["start"], c["span"]["end"]) for c in made["clauses"]]
        found += [one("title", c["canonical_title"], c["span"]["start"], c["span"]["end"]) for c in made["clauses"]]
        if term["notice_period_days"]["value"] is not None:
            found.append(one("duration", [term["notice_period_days"]["value"], "day"], of="notice"))
        if match := _LENGTH.search(str(term["length"]["value"] or "")):
            found.append(one("duration", [float(match[1]), match[2].lower()], of="term"))
        found += [one("date", d["value"]) for d in dates.values() if d["value"]]
        found += [one("text", p["name"]) for p in made["parties"]]
        found += [one("text", d["term"]) for d in made["defined_terms"]]
        found += [one("text", s[key]) for s in made["signatories"] for key in ("name", "title") if s.get(key)]
        found += [one("text", made[key]["value"]) for key in ("governing_law", "jurisdiction") if made[key]["value"]]
        return found + [one("text", a["value"]) for a in made["amounts"]]

    return find


def lexnlp() -> Callable[[str, str], Found]:
    """lexnlp's extractors of numbers, shares, ratios, periods, dates and definitions, as its documentation has them.

    It is given what it lacks on a machine without network: NLTK's own word tokeniser without the data that splits
    sentences, a tagger that takes every word for a noun in the place of NLTK's, whose data it would download, and the
    number signs of the locale en_US, which it sets and which many machines do not have. Amounts are asked for without
    the noun that follows (it needs the tagger and takes long); the number is the same.
    """
    import locale

    import nltk

    signs = {"decimal_point": ".", "thousands_sep": ",", "grouping": [3, 3, 0]}
    locale.setlocale = lambda *_: "C"  # type: ignore[assignment]
    locale.localeconv = lambda: signs  # type: ignore[assignment]
    nltk.word_tokenize = functools.partial(nltk.word_tokenize, preserve_line=True)
    nltk.pos_tag = nltk.tag.pos_tag = lambda words, **_: [(word, "NNP" if word.istitle() else "NN") for word in words]
    from lexnlp.extract.en import amounts, dates, definitions, durations, percents, ratios

    def find(_: str, text: str) -> Found:
        found = [one("number", float(a.value), *a.coords) for a in amounts.get_amount_annotations(text, False)]
        found += [one("share", float(a.fraction), *a.coords) for a in percents.get_percent_annotations(text)]
        found += [one("share", float(a.ratio), *a.coords) for a in ratios.get_ratio_annotations(text) if a.ratio]
        for a in durations.get_duration_annotations(text):
            found.append(one("duration", [float(a.amount), a.duration_type], *a.coords))
        found += [one("date", a.date.isoformat()[:10], *a.coords) for a in dates.get_date_annotations(text)]
        return found + [one("text", a.name, *a.coords) for a in definitions.get_definition_annotations(text)]

    return find


def torparse() -> Callable[[str, str], Found]:
    """torparse on a text that has been read: the blocks of plain text, then all clauses, as ``torparse extract`` prints
    them."""
    from torparse.contract import record_to_json
    from torparse.pipeline import extract_document

    def find(name: str, text: str) -> Found:
        return [record_to_json(extract_document(document(Path(name), text)))]

    return find


def document(path: Path, text: str) -> Document:
    """A text that has been read as torparse's Document, with the blocks of plain text."""
    from torparse.readers._base import Limits, Source
    from torparse.readers.text import read

    return read(Source(path, path.name, text.encode(), Limits()))


def tokeniser() -> Callable[[str, str], Found]:
    """The bare engine: spaCy's blank tokeniser. It finds nothing."""
    import spacy

    make_doc = spacy.blank("en").make_doc

    def find(_: str, text: str) -> Found:
        make_doc(text)
        return []

    return find


TOOLS = {"extract-cli": extract_cli, "lexnlp": lexnlp, "torparse": torparse, "tokeniser": tokeniser}


def peak() -> float | None:
    """The most memory that this process has taken, in MiB; None where the system does not say."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            high = re.search(r"VmHWM:\s+(\d+) kB", status.read())
    except OSError:
        return None
    return int(high[1]) / 1024 if high else None


def main() -> None:
    """Read the texts, let the program find, print what it found."""
    warnings.simplefilter("ignore")  # of models of an older version, on stderr for each text
    find = TOOLS[sys.argv[1]]()
    texts = json.load(sys.stdin)
    seconds: list[float] = []
    found: list[Found] = []
    for _ in range(int(sys.argv[2])):
        begun = time.perf_counter()
        found = [find(name, text) for name, text in texts]
        seconds.append(time.perf_counter() - begun)
    json.dump({"seconds": seconds, "found": found, "peak": peak()}, sys.stdout)


if __name__ == "__main__":
    main()
