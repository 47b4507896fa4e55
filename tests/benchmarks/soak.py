"""A soak run of the real command: many small documents, one in a hundred damaged, whole, then killed and resumed.

    python tests/benchmarks/soak.py [N] [--jobs J] [--keep FOLDER]

Makes N documents (default 100; 10,000 for the real run) and runs ``torparse extract FOLDER --jobs J`` on them with its
own cache. All sound ones must be done, all damaged ones named with a reason, the exit code must be 3, and nothing
may hang. Then, with another empty cache, the command is killed (SIGKILL) when half is done, started again, and its
output must be the same bytes as that of the uninterrupted run; no process of the killed one may be left. A last run
takes everything from the cache. What does not hold is printed, and the exit code is 1. Times are printed, none is
asserted but a limit after which a run counts as hung.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from _soak_documents import DAMAGES, UNPACKED, Made, make

HUNG = 120.0, 2.0  # seconds, and for each document
_LOOK = 0.2  # seconds between two looks at a run


@dataclass
class Soak:
    """The documents, and what did not hold."""

    made: Sequence[Made]
    folder: Path
    jobs: int
    wrong: list[str] = field(default_factory=list)

    @property
    def limit(self) -> float:
        """Seconds after which a run counts as hung."""
        return HUNG[0] + HUNG[1] * len(self.made)

    def must(self, holds: bool, said: str) -> None:
        """Note and print what does not hold."""
        print(f"  {'holds' if holds else 'DOES NOT HOLD'}: {said}", flush=True)
        if not holds:
            self.wrong.append(said)


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that ended: its exit code, what it printed, its seconds and the most memory of its main process in MiB."""

    code: int
    out: bytes
    err: str
    seconds: float
    peak: float


@contextmanager
def running(soak: Soak, cache: Path, name: str) -> Iterator[tuple[subprocess.Popen[bytes], Path, Path]]:
    """The command, and the files with what it prints; in a group of processes of its own."""
    out, err = soak.folder.parent / f"{name}.jsonl", soak.folder.parent / f"{name}.err"
    command = [
        sys.executable, "-m", "torparse", "extract", "--quiet", "--format", "jsonl", "--jobs", str(soak.jobs),
        "--max-unpacked", str(UNPACKED), soak.folder.name,
    ]  # fmt: skip
    environment = {**os.environ, "TORPARSE_CACHE": str(cache)}
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            command, stdout=stdout, stderr=stderr, env=environment, cwd=soak.folder.parent, start_new_session=True
        )
        try:
            yield process, out, err
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def whole(soak: Soak, cache: Path, name: str) -> Ran:
    """The command from start to end; raises SystemExit where it hangs."""
    begun, peak = time.perf_counter(), 0.0
    with running(soak, cache, name) as (process, out, err):
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            if time.perf_counter() - begun > soak.limit:
                raise SystemExit(f"{name}: hangs, nothing ended within {soak.limit:.0f} s")
            time.sleep(_LOOK)
        took = time.perf_counter() - begun
        ran = Ran(process.returncode, out.read_bytes(), err.read_text("utf-8"), took, peak)
    rate = len(soak.made) / took
    print(f"{name}: {took:.1f} s, {rate:.1f} documents/s, parent at most {peak:.0f} MiB", flush=True)
    return ran


def killed(soak: Soak, cache: Path) -> None:
    """The command, killed when half of the documents are in the cache, and what is left of it."""
    half, begun = len(soak.made) // 2, time.perf_counter()
    with running(soak, cache, "killed") as (process, _, _):
        while (done := entries(cache)) < half and process.poll() is None:
            if time.perf_counter() - begun > soak.limit:
                raise SystemExit(f"killed: hangs with {done} of {half}")
            time.sleep(_LOOK)
        soak.must(process.poll() is None, "the run that is to be killed is still on at half")
        process.send_signal(signal.SIGKILL)
        process.wait()
    print(f"killed at {done:,} of {len(soak.made):,} after {time.perf_counter() - begun:.1f} s", flush=True)
    ended = time.perf_counter() + 60
    while (left := group(process.pid)) and time.perf_counter() < ended:
        time.sleep(_LOOK)
    soak.must(not left, "no process of the killed run is left")


def entries(cache: Path) -> int:
    """How many records a cache holds."""
    return sum(1 for _ in cache.rglob("*.record")) if cache.is_dir() else 0


def memory(pid: int) -> float:
    """The most memory that a process has taken so far in MiB, 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    high = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(high[1]) / 1024 if high else 0.0


def group(leader: int) -> list[int]:
    """The processes of a group that still run (Linux; elsewhere none is seen)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = stat.read_text("ascii", "replace").rpartition(")")[2].split()[:3]
        except OSError:  # it ended meanwhile
            continue
        if int(pgrp) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def judge(soak: Soak, ran: Ran) -> None:
    """Whether every sound document is there and every damaged one named with a reason."""
    sound = {one.path.relative_to(soak.folder).as_posix() for one in soak.made if not one.damage}
    done = {json.loads(line)["id"] for line in ran.out.split(b"\n") if line}
    told = {match[1]: match[2] for match in re.finditer(r"^torparse: (.+?): (.+)$", ran.err, re.MULTILINE)}
    base = soak.folder.name
    named = {one for one in soak.made if f"{base}/{one.path.relative_to(soak.folder).as_posix()}" in told}
    bad = [one for one in soak.made if one.damage]
    missing = sorted(sound - done)
    soak.must(not missing, f"all {len(sound):,} sound documents are done (missing: {', '.join(missing[:3]) or 'none'})")
    soak.must(done <= sound, "nothing else is")
    unnamed = [f"{one.path.name} ({one.damage})" for one in bad if one not in named]
    soak.must(not unnamed, f"all {len(bad)} damaged ones are named (not: {', '.join(unnamed[:3]) or 'none'})")
    soak.must(len(named) == len(bad), "and no sound one")
    soak.must(ran.code == 3, f"the exit code is 3 (it is {ran.code})")
    soak.must("Traceback" not in ran.err, "no traceback")
    for damage in sorted(DAMAGES):
        one = next((one for one in bad if one.damage == damage and one in named), None)
        if one:
            print(f"    {damage}: {told[f'{base}/{one.path.relative_to(soak.folder).as_posix()}'][:100]}")


def run(soak: Soak) -> None:
    """All runs, from first to last."""
    caches = soak.folder.parent
    first = whole(soak, caches / "cache-1", "uninterrupted")
    judge(soak, first)
    killed(soak, caches / "cache-2")
    again = whole(soak, caches / "cache-2", "resumed")
    soak.must(again.out == first.out and again.err == first.err, "output and errors are the same bytes")
    soak.must(again.code == first.code, "so is the exit code")
    kept = whole(soak, caches / "cache-2", "from the cache")
    soak.must(kept.out == first.out, "output from the cache is the same bytes")
    print(f"from the cache {first.seconds / kept.seconds:.1f} times faster")


def main() -> int:
    """Make the documents, run, and say what does not hold."""
    parser = argparse.ArgumentParser(description="Many documents, some damaged: whole, killed and resumed")
    parser.add_argument("count", nargs="?", type=int, default=100, help="documents (100)")
    parser.add_argument("--jobs", type=int, default=2, help="processes side by side (2)")
    parser.add_argument("--keep", type=Path, help="a folder for documents, caches and outputs that is kept")
    given = parser.parse_args()
    if given.count < 10 or given.jobs < 1:
        parser.error("at least 10 documents and 1 process")
    with tempfile.TemporaryDirectory(prefix="torparse-soak-") as name:
        base = given.keep or Path(name)
        begun = time.perf_counter()
        made = make(base / "papers", given.count)
        print(f"soak: {given.count:,} documents made in {time.perf_counter() - begun:.1f} s", flush=True)
        soak = Soak(made, base / "papers", given.jobs)
        run(soak)
    print(f"soak: {len(soak.wrong)} things do not hold" if soak.wrong else "soak: all holds")
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
