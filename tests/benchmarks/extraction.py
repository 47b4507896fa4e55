"""How fast clauses are found in text that has been read, beside spaCy tokenising the same words, in the same run.

    python tests/benchmarks/extraction.py [--runs N] [--stages] [--json FILE]

Extraction is all that happens between a text that has been read and its record: structure, all clause types, values,
scope, status and confidence. It takes turns with ``spacy.blank("en")``. Processor time is counted, and the fastest run
of each: what else runs on the machine only makes a run slower. Each run meets its texts for the first time. What counts
is the ratio, which is to be at most 1.5. ``--stages`` shows where the time of a report goes. Not a test: no time is
ever asserted.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest import mock

from torparse import assembly, clauses, compare, pipeline, readers
from torparse.lexicon import patterns
from torparse.model import Document
from torparse.report import writing

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "corpus", *(ROOT.parent / "shared" / "corpus" / name for name in ("seeds", "written", "real"))]
FORMATS = (".md", ".txt", ".docx", ".odt", ".html", ".pdf", ".rst")
LIMIT = 1.5
"""Times that extraction may take what the tokeniser takes."""
TOKENS, OURS = "spacy.blank tokeniser", "torparse extraction"


def paths() -> list[Path]:
    """The project's own documents, and the development set where it lies beside the checkout."""
    found = [path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.iterdir())]
    return [path for path in found if path.suffix in FORMATS and path.stem.isascii() and path.stem != path.stem.upper()]


def forget() -> None:
    """What torparse keeps of texts that it has seen: each run is to meet its documents for the first time."""
    patterns.forget_texts()
    for one in gc.get_objects():
        if not isinstance(one, functools._lru_cache_wrapper) or not str(one.__module__).startswith("torparse."):
            continue
        if one.cache_parameters()["maxsize"] is not None:  # the others hold tables, not texts
            one.cache_clear()


def measure(todo: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The least seconds of each, after one run that is not counted."""
    times: dict[str, list[float]] = defaultdict(list)
    for run in range(runs + 1):
        for name, do in todo.items():
            forget()
            begun = time.process_time()
            do()
            if run:
                times[name].append(time.process_time() - begun)
    return {name: min(taken) for name, taken in times.items()}


def tokeniser() -> Callable[[str], object]:
    """The bare engine."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000
    return nlp.make_doc


@contextmanager
def timed(spent: dict[str, float], name: str, owner: object, attribute: str) -> Iterator[None]:
    """Add to ``spent`` what the calls of a function take."""
    real = getattr(owner, attribute)

    def call(*args: object, **more: object) -> object:
        begun = time.process_time()
        done = real(*args, **more)
        done = list(done) if isinstance(done, Iterator) else done
        spent[name] += time.process_time() - begun
        return done

    with mock.patch.object(owner, attribute, call):
        yield


def stages(files: list[Path]) -> dict[str, float]:
    """Processor seconds of each stage of a report, from the file to the files written, then those of each type."""
    spent: dict[str, float] = defaultdict(float)
    by_type: dict[str, float] = defaultdict(float)
    for type_ in clauses.types().values():
        object.__setattr__(type_, "find", _timed_find(by_type, type_.name, type_.find))
    with (
        timed(spent, "read", readers, "read"),
        timed(spent, "structure", pipeline, "analyse"),
        timed(spent, "sentences", pipeline, "build"),
        timed(spent, "runs of sentences (types again)", pipeline.runs, "with_runs"),
        timed(spent, "statistics layer", pipeline, "proposed"),
        timed(spent, "confidence", assembly, "features"),
        timed(spent, "compare", compare, "compare"),
    ):
        records = [pipeline.extract_document(readers.read(path)) for path in files]
        compare.compare(records)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        # one document a name, as a folder has them
        named = {record.document.id: record for record in records}
        writing.write_report(list(named.values()), Path(folder), as_of=date(2026, 1, 31))
        spent["write (with checks and comparison)"] = time.process_time() - begun
    types = {f"type {name}": seconds for name, seconds in sorted(by_type.items(), key=lambda one: -one[1])}
    return {**spent, "all clause types": sum(by_type.values()), **types}


def _timed_find(spent: dict[str, float], name: str, find: Callable[..., object]) -> Callable[..., object]:
    def call(context: object) -> object:
        begun = time.process_time()
        found = list(find(context))  # type: ignore[call-overload]
        spent[name] += time.process_time() - begun
        return found

    return call


def main() -> None:
    """Measure, print a table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description="Finding clauses against tokenising the same words")
    parser.add_argument("--runs", type=int, default=3, help="runs of each (3)")
    parser.add_argument("--stages", action="store_true", help="where the time of a report goes as well")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs must be at least 1")
    files = paths()
    documents: list[Document] = [readers.read(path) for path in files]
    words = sum(len(one.text.split()) for one in documents)
    make_doc = tokeniser()
    seconds = measure(
        {
            TOKENS: lambda: [make_doc(one.text) for one in documents],
            OURS: lambda: [pipeline.extract_document(one) for one in documents],
        },
        given.runs,
    )
    ratio = seconds[OURS] / seconds[TOKENS]
    print(f"extraction, {len(documents)} documents of {words:,} words, fastest of {given.runs} interleaved runs")
    print(f"{'':24}{'seconds':>10}{'documents/s':>14}{'words/s':>12}")
    for name, took in seconds.items():
        print(f"{name:24}{took:>10.2f}{len(documents) / took:>14.1f}{words / took:>12,.0f}")
    print(f"ratio {ratio:.1f}, limit {LIMIT}")
    found = {"documents": len(documents), "words": words, "seconds": seconds, "ratio": round(ratio, 2), "limit": LIMIT}
    if given.stages:
        forget()
        spent = stages(files)
        found["stages"] = spent
        for name, took in spent.items():
            print(f"{name:40}{1000 * took:>10.0f} ms")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
