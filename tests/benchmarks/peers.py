"""torparse beside what a user would pick instead, on the same texts, in one run: speed, memory, start, what is right.

    python tests/benchmarks/peers.py [--runs N] [--json FILE]

The others (``peers-requirements.txt``) live in an environment of their own, made by ``make peers``; without it one line
says so and nothing is measured. Texts are those of the annotated documents, read beforehand: the project's own, and the
seeds where they lie beside the checkout. Each program runs in a process of its own (``_peer_driver.py``) and goes over
all texts several times; the programs take turns, and the fastest pass of each counts. A cold start is a process that
takes one short text. What counts as right is in ``_peer_scoring.py``: torparse is scored strictly, the others as kindly
as can be. Not a test: no time is ever asserted.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import _peer_driver as driver
from _peer_scoring import Score, of_peer, of_torparse

from torparse.annotations import Gold, read_annotations
from torparse.contract import record_from_json

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = ((ROOT / "annotations", ROOT / "corpus"), (SHARED / "gold" / "seeds", SHARED / "corpus" / "seeds"))
OURS, BARE, PEERS = "torparse", "tokeniser", ("extract-cli", "lexnlp")
SHORT = [("short.txt", "Terms of reference\n\n1. Quorum\n\nThe quorum is five voting members.\n")]
STARTS = 5
_NEED = {"extract-cli": "extract_cli", "lexnlp": "lexnlp"}


def environment() -> Path | None:
    """The Python that has the other programs, None where there is none."""
    folder = ROOT / ".venv-peers"
    tried = (folder / "bin" / "python", folder / "Scripts" / "python.exe")
    return next((path for path in tried if path.is_file()), None)


def ask(python: Path, tool: str, texts: Sequence[tuple[str, str]], passes: int) -> dict[str, Any]:
    """What the driver says of one program; raises SystemExit with its last line where it fails."""
    command = [str(python), driver.__file__, tool, str(passes)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed: {(done.stderr.strip() or 'no message').splitlines()[-1]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def usable(python: Path, tool: str) -> bool:
    """Whether a program can be used in the environment; says so in a line where it cannot."""
    done = subprocess.run([str(python), "-c", f"import {_NEED[tool]}"], capture_output=True, text=True, check=False)
    if done.returncode:
        why = (done.stderr.strip() or "no message").splitlines()[-1]
        print(f"{tool}: left out, it cannot be used here ({why})", file=sys.stderr)
    return not done.returncode


def measure(tools: Mapping[str, Path], texts: Sequence[tuple[str, str]], runs: int) -> dict[str, dict[str, Any]]:
    """For each program its fastest pass in seconds, its peak in MiB and what it found; programs take turns."""
    made: dict[str, dict[str, Any]] = {}
    for _ in range(runs):
        for tool, python in tools.items():
            answer = ask(python, tool, texts, 2)
            before = made.get(tool, answer)
            fastest = min(*answer["seconds"], *before["seconds"])
            made[tool] = {**answer, "seconds": [fastest]}
    return made


def cold_starts(tools: Mapping[str, Path]) -> dict[str, float]:
    """The median seconds of a process that takes one short text; programs take turns."""
    times: dict[str, list[float]] = {tool: [] for tool in tools}
    for run in range(STARTS + 1):
        for tool, python in tools.items():
            begun = time.perf_counter()
            ask(python, tool, SHORT, 1)
            if run:  # the first finds no file in the system's cache
                times[tool].append(time.perf_counter() - begun)
    return {tool: statistics.median(taken) for tool, taken in times.items()}


def score(tool: str, golds: Sequence[Gold], found: Sequence[Sequence[Mapping[str, Any]]]) -> Score:
    """What a program gives of all that is annotated."""
    total = Score()
    for gold, things in zip(golds, found, strict=True):
        if tool == OURS:
            document = driver.document(Path(gold.document), gold.text)
            total += of_torparse(gold, record_from_json(document, things[0]))
        else:
            total += of_peer(gold, things)
    return total


def rows(golds: Sequence[Gold], tools: Mapping[str, Path], runs: int) -> list[dict[str, Any]]:
    """One row of the table for each program."""
    texts = [(gold.document, gold.text) for gold in golds]
    words = sum(len(text.split()) for _, text in texts)
    measured, starts = measure(tools, texts, runs), cold_starts(tools)
    ours = measured[OURS]["seconds"][0]
    made = []
    for tool, answer in measured.items():
        (took,) = answer["seconds"]
        row = {
            "program": tool, "documents/s": round(len(texts) / took, 2), "words/s": round(words / took),
            "torparse/it": round(ours / took, 2), "peak MiB": round(answer["peak"] or 0) or None,
            "start s": round(starts[tool], 2),
        }  # fmt: skip
        made.append(row if tool == BARE else row | asdict(score(tool, golds, answer["found"])))
    return made


def show(found: Sequence[Mapping[str, Any]]) -> None:
    """Print the table, then who is ahead by how much."""
    heads = ("documents/s", "words/s", "torparse/it", "peak MiB", "start s")
    ends = f"{'right values':>18}{'of these named':>16}{'provisions':>16}{'given':>8}"
    print(f"{'':14}{''.join(f'{head:>13}' for head in heads)}{ends}")
    for row in found:
        cells = "".join(f"{'-' if row[head] is None else format(row[head], ','):>13}" for head in heads)
        if "values" in row:
            cells += f"{row['values']:>10} of {row['values_all']}{row['named']:>16}"
            cells += f"{row['provisions']:>9} of {row['provisions_all']}{row['given']:>8}"
        print(f"{row['program']:14}{cells}")
    by_name = {row["program"]: row for row in found}
    ours = by_name[OURS]
    for tool in (name for name in PEERS if name in by_name):
        other = by_name[tool]
        faster = ours["documents/s"] / other["documents/s"]
        right, named = (times(ours[key], other[key]) for key in ("values", "named"))
        print(f"against {tool}: {faster:.2f} times its documents/s, {right} its right values, {named} the named ones")


def times(one: int, other: int) -> str:
    """How often one number is the other."""
    return f"{one / other:.1f} times" if other else f"{one} against none of"


def commands(golds: Sequence[Gold], extract: Path) -> dict[str, float]:
    """The seconds of the two commands that there are, as their users give them, on files of all texts: torparse a
    folder, with as many processes as the machine has; the other one file at a time, as it asks for."""
    with tempfile.TemporaryDirectory(prefix="torparse-") as name:
        folder = Path(name)
        for gold in golds:
            (folder / gold.document).write_bytes(gold.text.encode())
        todo = {
            "torparse extract FOLDER": [[sys.executable, "-m", "torparse", "extract", "-q", "--no-cache", name]],
            "extract FILE, each": [[str(extract), str(path)] for path in sorted(folder.iterdir())],
        }
        took = {}
        for title, each in todo.items():
            begun = time.perf_counter()
            for command in each:
                done = subprocess.run(command, capture_output=True, check=False)
                if done.returncode not in (0, 1):  # 1: extract found next to nothing
                    raise SystemExit(f"{title} failed: {done.stderr.decode(errors='replace').strip()}")
            took[title] = time.perf_counter() - begun
    return took


def main() -> None:
    """Measure, print the table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description="torparse beside other programs on the same texts")
    parser.add_argument("--runs", type=int, default=2, help="runs of each, of two passes over all texts (2)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs must be at least 1")
    python = environment()
    if python is None:
        print("peers: not measured, the other programs are not installed. To install them: make peers")
        return
    golds = [gold for folder, texts in SETS if folder.is_dir() for gold in read_annotations(folder, texts)]
    own = Path(sys.executable)
    tools = {OURS: own, BARE: own} | {tool: python for tool in PEERS if usable(python, tool)}
    words = sum(len(gold.text.split()) for gold in golds)
    print(f"peers, {len(golds)} documents of {words:,} words, fastest pass of {2 * given.runs}")
    found = rows(golds, tools, given.runs)
    show(found)
    took = commands(golds, python.with_name("extract")) if "extract-cli" in tools else {}
    for title, seconds in took.items():
        print(f"{title:26}{len(golds) / seconds:>8.1f} documents/s, start included")
    if given.json:
        figures = {"documents": len(golds), "words": words, "rows": found, "commands": took}
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
