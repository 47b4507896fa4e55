"""How well torparse finds clauses, on every set of annotations that is at hand: figures and places only, no text.

    python tests/benchmarks/baseline.py [--write]

The project's own documents are always there; the development set is used where it lies beside the checkout
(``../shared``). ``--write`` puts the figures into ``reports/baseline.json`` and their summary into the README and the
report; a set that is not at hand keeps the figures that it had. ``make baseline`` does that.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FILE = ROOT / "reports" / "baseline.json"
SHOWN = ROOT / "src" / "torparse" / "report" / "measured.json"
README = ROOT / "README.md"
UNSEEN = {
    "title": "real documents that nobody had looked at before they were measured",
    "documents": 30, "clauses": 252, "precision": 0.76, "recall": 0.72, "values_right": 0.80,
}  # fmt: skip
"""Measured on 2026-11-29, once, with the rules of that morning: looked at, documents are no longer unseen. Their texts
are not ours to keep."""
START, END = "<!-- figures: written by make baseline -->", "<!-- end of figures -->"

SETS = {
    "annotations": (ROOT / "annotations", ROOT / "corpus"),
    "seeds": (SHARED / "gold" / "seeds", SHARED / "corpus" / "seeds"),
    "written": (SHARED / "gold" / "written", SHARED / "corpus" / "written"),
    "real": (SHARED / "gold" / "real", SHARED / "corpus" / "real"),
}
"""Name of a set: its annotations and its documents."""

TITLES = {
    "annotations": "the project's own example documents (`corpus/`)",
    "seeds": "five real documents used during development",
    "written": "eight documents written for the project",
    "real": "seventeen further real documents used during development",
}


def measure(gold: Path, documents: Path) -> dict[str, Any]:
    """The figures of ``torparse evaluate`` on one set."""
    command = [sys.executable, "-m", "torparse", "evaluate", str(gold), "--documents", str(documents), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"evaluating {gold.name} failed: {done.stderr.strip()}")
    figures: dict[str, Any] = json.loads(done.stdout)
    del figures["folders"]  # paths of this machine, and the same figures
    for row in figures["clauses"]:
        del row["document"]  # a text is known by its SHA-256
    return figures


def as_json(content: Any, depth: int = 0) -> str:
    """The file's text: a line for each figure of a set, and below them for each type, document or other part."""
    if depth == 3 or not isinstance(content, dict | list) or not content:
        return json.dumps(content)
    entries = content.items() if isinstance(content, dict) else ((None, one) for one in content)
    parts = [("" if key is None else f"{json.dumps(key)}: ") + as_json(one, depth + 1) for key, one in entries]
    inside = ",\n".join(f"{' ' * (depth + 1)}{part}" for part in parts)
    begin, end = "{}" if isinstance(content, dict) else "[]"
    return f"{begin}\n{inside}\n{' ' * depth}{end}"


def table(figures: Mapping[str, Mapping[str, Any]]) -> str:
    """The summary for the README, in Markdown."""
    lines = ["| documents | n | clauses | precision | recall | F1 | values right |", "| --- " * 7 + "|"]
    for name, one in figures.items():
        overall = one["all"]
        shares = " | ".join(f"{overall[key]:.2f}" for key in ("p", "r", "f1", "fields"))
        lines.append(f"| {TITLES[name]} | {one['documents']} | {overall['gold']} | {shares} |")
    return "\n".join(lines)


def with_table(text: str, figures: Mapping[str, Mapping[str, Any]]) -> str:
    """The README's ``text`` with the summary between its two marks."""
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    if not tail:
        raise SystemExit(f"{README.name} has no place for the figures ({START} … {END})")
    return f"{head}{START}\n{table(figures)}\n{END}{tail}"


def shown(figures: Mapping[str, Mapping[str, Any]]) -> str:
    """The figures for the report and the export, in JSON, with those on unseen documents last."""
    rows = [
        {
            "title": TITLES[name].replace("`", ""),
            "documents": one["documents"],
            "clauses": one["all"]["gold"],
            "precision": one["all"]["p"],
            "recall": one["all"]["r"],
            "values_right": one["all"]["fields"],
            "types": {
                kind: {"clauses": of["gold"], "precision": of["p"], "recall": of["r"], "values_right": of["fields"]}
                for kind, of in one["types"].items()
            },
        }
        for name, one in figures.items()
    ]
    return json.dumps([*rows, UNSEEN], indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Measure what is at hand; print the summary and, if asked, write it."""
    parser = argparse.ArgumentParser(description="Figures of torparse evaluate on every set of annotations at hand")
    parser.add_argument(
        "--write", action="store_true", help="write reports/baseline.json, and the tables of README and report"
    )
    write = parser.parse_args().write
    kept: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    figures = {}
    for name, (gold, documents) in SETS.items():
        if gold.is_dir() and documents.is_dir():
            figures[name] = measure(gold, documents)
        elif name in kept:
            print(f"{name}: not at hand; the figures are the earlier ones", file=sys.stderr)
            figures[name] = kept[name]
    print(table(figures))
    if write:
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(as_json(figures) + "\n", encoding="utf-8")
        SHOWN.write_text(shown(figures), encoding="utf-8")
        README.write_text(with_table(README.read_text(encoding="utf-8"), figures), encoding="utf-8")


if __name__ == "__main__":
    main()
