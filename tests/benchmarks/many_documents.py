"""What ``torparse report`` takes for many documents: side by side, from the cache, in memory, and after a kill.

    python tests/benchmarks/many_documents.py [DOCUMENTS] [--larger TIMES] [--only NAME …]

The documents are those of ``corpus/`` with other names and numbers, in Markdown, Word, text, HTML, OpenDocument and a
few PDFs (``_many.py``), 24 unless another number is given. Every run is the real command in a process of its own, with
a cache of its own; a set of fewer than 1,000 is compared in parts by smaller limits, so that the same work is done.
Ratios are what to compare, in one run on a quiet machine. What is asked for: 2 jobs at least 1.7 times as fast as 1, a
report that is there told at least 30 times as fast as it was made, memory of the parent for ten times as many
documents (``--larger``) at most 1.2 times as much, and all bytes the same after a kill in the middle.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import _many

_DAY = "2026-01-31"
_SAMPLE = 0.2  # seconds between two looks at the memory of the parent
_SMALL = 1000  # documents; below, the limits of a report are lower
_STEPS = ("jobs", "again", "memory", "kill")
_COMMAND = """
import sys
from functools import partial
from torparse import cli, reporting
from torparse.many.parts import Sizes
reporting.run = partial(reporting.run, sizes=Sizes(*map(int, sys.argv[1].split(","))))
sys.exit(cli.main(sys.argv[2:]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds, and the most memory of the parent in MiB (not of its children)."""

    seconds: float
    memory: float


class Place:
    """The folders of one measurement."""

    def __init__(self, top: Path, documents: Path, sizes: str) -> None:
        self.top, self.documents, self.sizes = top, documents, sizes

    def started(self, name: str, jobs: int) -> subprocess.Popen[bytes]:
        """The command, into the folder ``name`` with the cache of that name."""
        out, cache = self.top / f"out-{name}", self.top / f"cache-{name}"
        arguments = ["report", str(self.documents), "-o", str(out), "--as-of", _DAY, "--jobs", str(jobs), "--quiet"]
        command = [sys.executable, "-c", _COMMAND, self.sizes, *arguments]
        return subprocess.Popen(
            command, env={**os.environ, "TORPARSE_CACHE": str(cache)}, stdout=subprocess.DEVNULL
        )  # fmt: skip

    def run(self, name: str, jobs: int) -> Run:
        """Run the command to its end; raises SystemExit where it fails."""
        begun = time.perf_counter()
        process = self.started(name, jobs)
        most = 0.0
        while process.poll() is None:
            most = max(most, peak(process.pid))
            time.sleep(_SAMPLE)
        if process.returncode:
            raise SystemExit(f"torparse report ended with {process.returncode}")
        return Run(time.perf_counter() - begun, most)

    def digests(self, name: str) -> Mapping[str, str]:
        """Every file of a report, hidden ones too, with the SHA-256 of its bytes."""
        out = self.top / f"out-{name}"
        files = (path for path in sorted(out.rglob("*")) if path.is_file())
        return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def clear(self, name: str) -> None:
        """Take a report and its cache away."""
        for kind in ("out", "cache"):
            shutil.rmtree(self.top / f"{kind}-{name}", ignore_errors=True)


def peak(pid: int) -> float:
    """The most memory that a process has had so far, in MiB; 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def say(text: str) -> None:
    """A line at once: a run of thousands of documents takes an hour."""
    print(text, flush=True)


def sizes_for(documents: int) -> str:
    """``together,part,page``: those of torparse, or such that a small set has some eight parts too."""
    if documents >= _SMALL:
        return "500,250,500"
    return f"{max(4, documents // 2)},{max(2, documents // 4)},{max(2, documents // 4)}"


def made(top: Path, documents: int) -> Path:
    """A folder with so many documents."""
    folder = top / f"documents-{documents}"
    folder.mkdir()
    begun = time.perf_counter()
    _many.make_mixed(folder, documents)
    say(f"{documents} documents made in {time.perf_counter() - begun:.0f} s")
    return folder


def jobs_and_again(place: Place, steps: frozenset[str]) -> Run:
    """One job, two jobs, and the report again; returns the run with two jobs."""
    two = place.run("two", 2)
    say(f"2 jobs: {two.seconds:.1f} s, memory of the parent {two.memory:.0f} MiB")
    if "again" in steps:
        again = place.run("two", 2)
        say(
            f"again: {again.seconds:.2f} s; first / again: {two.seconds / again.seconds:.1f} (at least 30 is asked for)"
        )
    if "jobs" in steps:
        one = place.run("one", 1)
        say(f"1 job: {one.seconds:.1f} s; 1 job / 2 jobs: {one.seconds / two.seconds:.2f} (at least 1.7 is asked for)")
        same = place.digests("one") == place.digests("two")
        say(f"1 job and 2 jobs: {'the same bytes' if same else 'DIFFERENT'}")
        place.clear("one")
    return two


def memory(top: Path, documents: int, before: Run) -> None:
    """The parent's memory for a larger set beside that for the smaller one."""
    folder = made(top, documents)
    place = Place(top, folder, sizes_for(documents) if documents < _SMALL else "500,250,500")
    larger = place.run("larger", 2)
    say(f"{documents} documents: {larger.seconds:.1f} s, memory of the parent {larger.memory:.0f} MiB")
    say(f"memory, larger / smaller: {larger.memory / before.memory:.2f} (at most 1.2 is asked for)")
    again = place.run("larger", 2)
    say(f"{documents} documents again: {again.seconds:.2f} s; first / again: {larger.seconds / again.seconds:.1f}")
    place.clear("larger")
    shutil.rmtree(folder)


def killed(place: Place, seconds: float) -> None:
    """A run that is killed in the middle of reading and one in the middle of writing, each resumed."""
    whole = place.digests("two")
    for share in (0.25, 0.75):
        name = f"killed-{share:g}"
        process = place.started(name, 2)
        time.sleep(seconds * share)
        ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = len(place.digests(name))
        resumed = place.run(name, 2)
        same = place.digests(name) == whole
        at = "had ended already" if ended else f"killed after {seconds * share:.0f} s with {left} files there"
        say(f"{at}, resumed in {resumed.seconds:.1f} s: {'the same bytes' if same else 'DIFFERENT'}")
        place.clear(name)


def main() -> None:
    """Make the documents, run the command and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", nargs="?", type=int, default=24)
    parser.add_argument("--larger", type=int, default=0, help="how many times as many for the memory (default: none)")
    parser.add_argument("--only", choices=_STEPS, nargs="+", default=_STEPS)
    options = parser.parse_args()
    steps = frozenset(options.only)
    with tempfile.TemporaryDirectory(prefix="torparse-bench-") as name:
        top = Path(name)
        place = Place(top, made(top, options.documents), sizes_for(options.documents))
        two = jobs_and_again(place, steps)
        if "kill" in steps:
            killed(place, two.seconds)
        if "memory" in steps and options.larger > 1:
            memory(top, options.documents * options.larger, two)


if __name__ == "__main__":
    main()
