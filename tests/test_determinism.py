"""The same documents give the same bytes: in any order, in one process or many, whatever Python's hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import ROOT

FILES = [
    # several bodies, a page of prose, a Word file with a table, a covering report
    "saltmere-bay-lsp-governance-2007.pdf",
    "askerdale-district-partnership-2015.md",
    "thornshire-county-partnership-terms-2010.docx",
    "isterby-together-cabinet-report-2012.pdf",
]


def _fresh(seed: str) -> dict[str, str]:
    """The environment of a run that takes nothing from an earlier one."""
    return {**os.environ, "PYTHONHASHSEED": seed, "TORPARSE_CACHE": ""}


def lines(files: list[str], seed: str) -> dict[str, bytes]:
    """What ``extract`` prints of each file, in a process of its own."""
    command = [sys.executable, "-m", "torparse", "extract", "--format", "jsonl", "-q"]
    done = subprocess.run(
        [*command, *(str(ROOT / "corpus" / file) for file in files)],
        capture_output=True, check=True, env=_fresh(seed),
    )  # fmt: skip
    printed = done.stdout.splitlines(keepends=True)
    assert len(printed) == len(files)
    # each document's line says which it is
    return {file: next(line for line in printed if f'"document":"{file}"'.encode() in line) for file in files}


def test_order_of_files_number_of_processes_and_hash_seed_change_nothing() -> None:
    together = lines(FILES, "0")
    assert all(b'"confidence":0.' in line for line in together.values())
    assert lines(FILES[::-1], "1") == together
    with ThreadPoolExecutor(2) as pool:
        apart = pool.map(lines, [[file] for file in FILES], ["2", "3", "4", "random"])
    assert {file: line for part in apart for file, line in part.items()} == together


def test_a_report_has_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    made = []
    for seed, files in (("5", FILES[1:3]), ("6", FILES[2:0:-1])):
        out = tmp_path / seed
        command = [sys.executable, "-m", "torparse", "report", "--as-of", "2026-01-31", "-o", str(out), "-q"]
        subprocess.run(
            [*command, *(str(ROOT / "corpus" / file) for file in files)],
            capture_output=True, check=True, env=_fresh(seed),
        )  # fmt: skip
        made.append({path.name: path.read_bytes() for path in out.iterdir() if path.name == "clauses.csv"})
    assert made[0] == made[1] != {}
