"""How long torparse takes to start: ``--help`` and ``--version`` against ``python -c pass``, ``check`` of three pages
in Word against the bare import of the libraries that it loads, all in the same run.

    python tests/benchmarks/cold_start.py [--runs N] [--json FILE]

``check`` leaves out the cache of records. spaCy is no library of torparse's any more; its import is shown because the
limit was set when sentences were split with it.
The commands are run in turn, so that a busy moment of the machine hits all alike; what counts is the ratio of the
medians, not the milliseconds. Processor time (of the process that reads the document too) is shown beside what passes
on the clock: the two processes of ``check`` run at the same time where there are two free cores. Not a test: no time is
ever asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from _documents import docx

BASE = "python -c pass"
LIBRARIES, WITH_SPACY = "bare import: numpy, lxml", "bare import: spacy, numpy, lxml"
CHECK = "torparse check (3 pages)"
BASES = {CHECK: (LIBRARIES, WITH_SPACY)}
"""What a command is held against where it is not the interpreter alone."""


def commands(draft: Path) -> dict[str, list[str]]:
    """What is timed: the interpreter alone, then torparse as its users start it."""
    script = next((p for p in map(Path(sys.executable).with_name, ("torparse", "torparse.exe")) if p.is_file()), None)
    if script is None:
        raise SystemExit(f"torparse is not installed beside {sys.executable}. Run: make bench")
    return {
        BASE: [sys.executable, "-c", "pass"],
        **{f"torparse {option}": [str(script), option] for option in ("--help", "--version")},
        LIBRARIES: [sys.executable, "-c", "import numpy, lxml.etree"],
        WITH_SPACY: [sys.executable, "-c", "import spacy, numpy, lxml.etree; spacy.blank('en')"],
        CHECK: [str(script), "check", str(draft), "--no-cache"],
    }


def processor() -> float:
    """Seconds of processor time that all processes ended so far have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(todo: Mapping[str, Sequence[str]], runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """The median time of each command in milliseconds, on the clock and of the processor, after one run that is not
    counted (files not yet cached)."""
    times: dict[str, list[float]] = {name: [] for name in todo}
    used: dict[str, list[float]] = {name: [] for name in todo}
    # compiled modules and expressions are kept, as on a user's machine
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for run in range(runs + 1):
        for name, command in todo.items():
            before, begun = processor(), time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
            took = time.perf_counter() - begun
            if done.returncode > 1:  # 1: the document has gaps
                raise SystemExit(f"{name} failed: {(done.stderr.strip() or 'no message').splitlines()[-1]}")
            if run:
                times[name].append(1000 * took)
                used[name].append(1000 * (processor() - before))
    clock, busy = ({n: statistics.median(t) for n, t in one.items()} for one in (times, used))
    return clock, busy


def main() -> None:
    """Measure, print a table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description="Start of torparse against Python alone")
    parser.add_argument("--runs", type=int, default=15, help="runs of each command (15)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs must be at least 1")
    with tempfile.TemporaryDirectory() as folder:
        medians, used = measure(commands(docx(Path(folder) / "draft.docx", 3)), given.runs)
    rows = [
        {
            "command": n,
            "median_ms": round(ms, 1),
            "processor_ms": round(used[n], 1),
            "against": base,
            "ratio": round(ms / medians[base], 2),
            "processor_ratio": round(used[n] / used[base], 2),
        }
        for n, ms in medians.items()
        for base in BASES.get(n, (BASE,))
    ]
    print(f"cold start, median of {given.runs} interleaved runs")
    print(f"{'':34}{'on the clock':>16}{'processor time':>18}")
    print(f"{'command':34}{'ms':>8}{'ratio':>8}{'ms':>10}{'ratio':>8}  to")
    for row in rows:
        clock = f"{row['median_ms']:>8}{row['ratio']:>8}"
        print(f"{row['command']:34}{clock}{row['processor_ms']:>10}{row['processor_ratio']:>8}  {row['against']}")
    if given.json:
        given.json.write_text(json.dumps({"runs": given.runs, "rows": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
