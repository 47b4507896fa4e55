"""``torparse evaluate`` and ``torparse agreement``: figures for those who annotate."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.annotations import read_annotations
from torparse.collect import CLEAN, FINDINGS, collect
from torparse.errors import BadData, TorparseError, UnreadableInput
from torparse.evaluate import Scores, agreement, evaluate, view
from torparse.evaluate.baseline import Change, compared, known_clauses
from torparse.outputs import emit
from torparse.statistics import proposals

if TYPE_CHECKING:
    from torparse.annotations import Gold


def run(options: Namespace) -> int:
    """Score the documents of every folder; exit 1 below ``--min-f1`` and where a clause of the baseline is lost."""
    known = _baseline(options.baseline) if options.baseline is not None else None
    folders: dict[str, Scores] = {}
    rules_only: list[Scores] = []
    exit_code = CLEAN
    for gold, documents in _pairs(options.annotations, options.documents):
        results = collect(documents_of(read_annotations(gold, documents), documents), options)
        exit_code = max(exit_code, results.exit_code)
        folders[str(gold)] = evaluate(gold, results.records, documents)
        rules_only.append(evaluate(gold, map(proposals.left_out, results.records), documents))
    scores = Scores.of(one for part in folders.values() for one in part.assessed)
    changes: Sequence[Change] | None = None if known is None else compared(scores.assessed, known)
    if options.json:
        emit(json.dumps(view.as_json(folders, changes)))
    else:
        emit(view.as_text(folders, changes), end="")
        if options.ablation:
            without = Scores.of(one for part in rules_only for one in part.assessed)
            emit("\n" + view.ablation_text(scores, without, "the statistical layer"), end="")
    for mistake in scores.mistakes[: max(options.errors, 0)]:
        print(mistake, file=sys.stderr)
    low = options.min_f1 is not None and scores.group("all").f1 < options.min_f1
    lost = any(change.lost for change in changes or ())
    return exit_code or (FINDINGS if low or lost else CLEAN)


def agree(options: Namespace) -> int:
    """Compare the folders of two annotators."""
    folders = (options.first, options.second)
    result = agreement.agree(*(read_annotations(folder, options.documents) for folder in folders))
    if options.json:
        emit(json.dumps(agreement.as_json(result)))
    else:
        emit(agreement.as_text(result), end="")
    return CLEAN


def _baseline(file: Path) -> dict[str, list[tuple[str, int, int]]]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror or error})", where=str(file)) from error
    except (ValueError, RecursionError) as error:
        raise BadData("is not JSON", where=str(file), todo="Write it anew: make baseline") from error
    return known_clauses(data, str(file))


def _pairs(golds: Sequence[Path], documents: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Each folder of annotations with that of its documents: in the order given, or one folder for all."""
    if len(documents) not in (1, len(golds)):
        raise TorparseError(
            f"{len(golds)} folders of annotations and {len(documents)} of documents",
            where="--documents",
            todo="Give one for each folder of annotations, in the same order, or one for all",
        )
    for folder in documents:
        if not folder.is_dir():
            raise UnreadableInput("is not a folder", where=str(folder), todo="Give the folder of the documents")
    repeated = next((gold for i, gold in enumerate(golds) if gold in golds[:i]), None)
    if repeated is not None:
        raise TorparseError("is given twice", where=str(repeated), todo="Give each folder of annotations once")
    all_ = documents if len(documents) > 1 else [documents[0]] * len(golds)
    return list(zip(golds, all_, strict=True))


def documents_of(golds: Iterable[Gold], folder: Path) -> list[Path]:
    """For each annotated document the file of its name, else one of the same name in a format that torparse reads."""
    from torparse.readers import formats, suffixes

    read = suffixes()
    pictures = {suffix for one in formats() if one.name == "image" for suffix in one.suffixes}
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = []
    for gold in golds:
        exact = [path for path in files if path.name == gold.document]
        stem = Path(gold.document).stem
        others = [path for path in files if path.stem == stem and path.suffix.lower() in read]
        others.sort(key=lambda path: path.suffix.lower() in pictures)  # a picture of a page comes last
        found += (exact or others)[:1]
    return found
