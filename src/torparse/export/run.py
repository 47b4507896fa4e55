"""How an export was made: ``run.json``, and ``CITATION.cff`` to cite it by."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from torparse import __version__, plugins
from torparse.export.dataset import Dataset
from torparse.fingerprint import FINDING, JUDGING, READING, STANDS_ON, fingerprint

RUN, CITATION = "run.json", "CITATION.cff"


def run_json(
    dataset: Dataset, forms: Iterable[str], how: Mapping[str, Any], folder: Path, *,
    failed: Sequence[tuple[str, str]], skipped: Sequence[tuple[str, str]],
) -> str:  # fmt: skip
    """How it was made, without the time of day, so that the same input gives the same bytes. ``how`` are the options of
    reading. The files of ``folder`` are listed with their SHA-256: who has the list can tell whether one was changed.
    """
    choices = dataset.choices
    data = {
        "torparse": __version__,
        "rules": {name: fingerprint(*parts) for name, parts in
                  (("reading", READING), ("finding", FINDING), ("judging", JUDGING))},
        "python": platform.python_version(),
        "packages": {name: version(name) for name in STANDS_ON},
        "plugins": [dict(zip(("group", "name", "package", "sha256"), one, strict=True)) for one in plugins.installed()],
        "options": {
            "as_of": choices.as_of.isoformat(),
            "checklist": choices.checklist.name,
            "include_contacts": choices.include_contacts,
            "metadata": Path(choices.facts.label).name if choices.facts else None,
            "to": list(forms),
            **({"partition": choices.partition} if choices.partition else {}),
            **how,
        },
        "inputs": [{"id": name, "sha256": sha256} for name, sha256 in dataset.documents.inputs],
        "failed": [{"id": name, "reason": reason} for name, reason in failed],
        "skipped": [{"id": name, "reason": reason} for name, reason in skipped],
        "files": {name: _sha256(folder / name) for name in files_in(folder)},
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def files_in(folder: Path) -> list[str]:
    """The files below a folder by their paths from it, from A to Z."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def citation(dataset: Dataset) -> str:
    """How to cite the export, in the Citation File Format 1.2."""
    number = len(dataset.documents)
    return f"""\
cff-version: 1.2.0
message: If you use these tables, cite them with torparse, which made them, and name the documents that they come from.
title: Clauses of {number} terms of reference
type: dataset
authors:
  - name: Whoever made this export (write your name or organisation here)
date-released: "{dataset.choices.as_of.isoformat()}"
references:
  - type: software
    title: torparse
    version: "{__version__}"
    license: Apache-2.0
    authors:
      - name: The torparse developers
"""


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
