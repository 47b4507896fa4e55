"""The same documents read by two processes of this machine and by two workers of a Dask cluster on it; one is killed.

    python tests/benchmarks/cluster.py [--documents 40]

The cluster is started for this and listens on this machine only. Nothing is taken from the cache. What a row says of
documents a second includes the start of torparse; the ratio of two rows of one run tells more. Not a test: no time is
ever asserted.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _many import make


def read(folder: Path, *options: str, midway: tuple[int, Callable[[], Any]] | None = None) -> tuple[float, bytes]:
    """Seconds and output of ``torparse extract``; ``midway`` is done once so many documents are there."""
    asked = ["extract", str(folder), "--format", "jsonl", "--no-cache", "--max-seconds", "600", *options]
    command = [sys.executable, "-m", "torparse", *asked]
    begun, lines = time.monotonic(), []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if midway and len(lines) == midway[0]:
                midway[1]()
    if process.returncode:
        raise SystemExit(f"torparse ended with {process.returncode}")
    return time.monotonic() - begun, b"".join(lines)


def main() -> None:
    """Measure the three ways, one after another."""
    from distributed import LocalCluster

    parser = argparse.ArgumentParser(description="Two processes against two workers of a cluster")
    parser.add_argument("--documents", type=int, default=40)
    number = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, number)
        rows = [("two processes", *read(folder, "--jobs", "2"))]
        with LocalCluster(
            n_workers=2, processes=True, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
        ) as cluster:
            scheduler = cluster.scheduler_address.replace("tcp", "dask", 1)

            def kill() -> None:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

            rows.append(("two workers", *read(folder, "--scheduler", scheduler)))
            midway = (max(1, number // 4), kill)
            rows.append(("two workers, one killed", *read(folder, "--scheduler", scheduler, midway=midway)))
    print(f"{number} documents           seconds  documents/s  ratio  same bytes")
    for title, seconds, output in rows:
        same = "yes" if output == rows[0][2] else "NO"
        print(f"{title:25} {seconds:9.1f}  {number / seconds:11.2f}  {seconds / rows[0][1]:5.2f}  {same}")


if __name__ == "__main__":
    main()
