"""How long it takes to compare the wording of many documents, against making the matrix of the same documents.

    python tests/benchmarks/likeness.py [--documents 500] [--clauses 40]

The documents are made, and both steps run in one process by the processor's time: what counts is the ratio. Not a test:
no time is ever asserted.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from made_documents import made_records
from torparse.compare import compare
from torparse.likeness import likeness


def measure(documents: int, clauses: int) -> tuple[float, float, float, int]:
    """Seconds for the matrix and for the wording, the most memory that the latter takes in MiB, and groups found."""
    records = made_records(documents, clauses)
    begun = time.process_time()
    matrix = compare(records)
    between = time.process_time()
    found = likeness(matrix)
    done = time.process_time()
    tracemalloc.start()
    likeness(matrix)
    most = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return between - begun, done - between, most, len(found.groups) if found else 0


def main() -> None:
    """Measure a half and the whole, so that one sees how it grows."""
    parser = argparse.ArgumentParser(description="Wording of many documents compared")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--clauses", type=int, default=40)
    given = parser.parse_args()
    likeness(compare(made_records(4)))  # libraries loaded
    print("documents  clauses  matrix s  wording s  ratio  MiB  groups")
    for documents in (given.documents // 2, given.documents):
        matrix, wording, most, groups = measure(documents, given.clauses)
        print(
            f"{documents:9}  {documents * given.clauses:7}  {matrix:8.2f}  {wording:9.2f}  {wording / matrix:5.2f}"
            f"  {most:3.0f}  {groups:6}"
        )


if __name__ == "__main__":
    main()
