"""What each command does. Imports are inside the functions: a command loads what it needs and no more."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torparse.errors import TorparseError, UnreadableInput

if TYPE_CHECKING:
    from torparse.check import Checklist
    from torparse.model import Evidence, Finding, Record
    from torparse.readers import Limits

CLEAN, FINDINGS, UNREADABLE, INTERNAL = 0, 1, 3, 4


@dataclass
class Results:
    """Records of the documents that could be read, and what became of the others."""

    records: list[Record] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    broken: bool = False

    @property
    def exit_code(self) -> int:
        """4 where torparse itself failed on a document, 3 where one was not readable, else 0."""
        return INTERNAL if self.broken else UNREADABLE if self.failed else CLEAN


def run(options: Namespace) -> int:
    """Run the command that ``options`` name; returns the exit code. Raises TorparseError."""
    table: dict[str, Callable[[Namespace], int]] = {
        "report": report, "extract": extract, "check": check, "evaluate": evaluate, "read": read, "list": list_,
    }  # fmt: skip
    return table[options.command](options)


def _limits(options: Namespace) -> Limits:
    from torparse.readers import Limits

    if options.max_input < 1:
        raise TorparseError("must be at least 1 MiB", where="--max-input")
    return Limits(max_input_bytes=options.max_input * 1024 * 1024)


@contextmanager
def _progress(total: int, what: str, quiet: bool) -> Iterator[Callable[[], object]]:
    """A bar on a terminal, nothing elsewhere; yields the function that moves it on by one."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from tqdm import tqdm

    with tqdm(total=total, desc=what, unit="file", leave=False, file=sys.stderr) as bar:
        yield bar.update


def _collect(paths: Iterable[Path], options: Namespace) -> Results:
    """Read and extract every document; one that cannot be read is one line on stderr, and the rest goes on."""
    from torparse import readers

    limits = _limits(options)
    found = readers.find(list(paths), limits)
    results = Results(skipped=list(found.skipped))
    for error in found.missing:
        _failed(results, error.where, error)
    with _progress(len(found.files), "Reading", options.quiet) as step:
        for file in found.files:
            _one(results, file.path, file.id, limits)
            step()
    if not found.files and not found.missing:
        raise UnreadableInput(
            "there is no document here that torparse reads", where=", ".join(map(str, paths)),
            todo="Give Word (.docx), PDF, text or Markdown files, or a folder with some",
        )  # fmt: skip
    return results


def _one(results: Results, path: Path, name: str, limits: Limits) -> None:
    from torparse import pipeline, readers

    try:
        results.records.append(pipeline.extract_document(readers.read(path, id=name, limits=limits)))
    except TorparseError as error:
        results.broken |= error.exit_code == INTERNAL
        _failed(results, name, error)


def _failed(results: Results, name: str, error: TorparseError) -> None:
    print(f"torparse: {error}", file=sys.stderr)
    results.failed.append((name, f"{error.what}. {error.todo}." if error.todo else f"{error.what}."))


def _as_of(options: Namespace) -> date:
    """The date given, else SOURCE_DATE_EPOCH's (reproducible builds), else today."""
    import os

    try:
        if options.as_of:
            return date.fromisoformat(options.as_of)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if epoch:
            from datetime import UTC, datetime

            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError) as error:
        raise TorparseError(f"is not a date ({error})", where="--as-of", todo="Write it as 2026-11-22") from error
    return date.today()


def _checklist(options: Namespace) -> Checklist:
    from torparse import checklists

    name = options.checklist
    if not name:
        return checklists.load()
    return checklists.load(Path(name) if name.endswith(".toml") else name)


def report(options: Namespace) -> int:
    """``torparse report``: everything, for a folder."""
    from torparse.outputs import prepare_folder
    from torparse.report import write_report

    as_of, checklist = _as_of(options), _checklist(options)
    prepare_folder(options.output)
    results = _collect(options.paths, options)
    written = write_report(
        results.records, options.output, skipped=results.skipped, failed=results.failed, as_of=as_of,
        include_contacts=options.include_contacts, checklist=checklist,
    )  # fmt: skip
    documents = len(results.records)
    unread = f", {len(results.failed)} could not be read" if results.failed else ""
    print(f"{documents} document{'' if documents == 1 else 's'} read{unread}; {len(written)} files in {options.output}")
    print(f"Open {(options.output / 'comparison.html').resolve().as_uri()}")
    return results.exit_code


def extract(options: Namespace) -> int:
    """``torparse extract``: clauses with their evidence, one JSON object a document or as text."""
    from torparse.contract import record_to_line

    results = _collect(options.paths, options)
    for record in results.records:
        print(record_to_line(record) if options.format == "jsonl" else _as_text(record))
    return results.exit_code


def _as_text(record: Record) -> str:
    from torparse.words import describe

    lines = [f"{record.document.id}  ({str(record.kind).replace('_', ' ')})"]
    for body in record.bodies:
        lines.append(f"  body: {body.name} ({str(body.standing).replace('_', ' ')})")
    for clause in record.clauses:
        said = describe(clause.type, clause.value.as_dict())
        lines.append(f"  {clause.type}{f' [{clause.body}]' if clause.body else ''}: {clause.status}{f', {said}' if said else ''}")
        lines += [f"      {_place(run)}: “{' '.join(run.quote.split())}”" for run in clause.evidence]
    return "\n".join([*lines, *(f"  note: {warning}" for warning in record.warnings)])


def _place(run: Evidence) -> str:
    parts = [run.section, f"page {run.page}" if run.page else "", f"line {run.line}" if run.line else ""]
    return ", ".join(part for part in parts if part) or "text"


def check(options: Namespace) -> int:
    """``torparse check``: the gap checklist of one document; exit code 1 where a core item is not met."""
    from torparse import check as checks
    from torparse.masking import mask_for

    options.paths = [options.draft]
    results = _collect([options.draft], options)
    if not results.records:
        return results.exit_code
    record, checklist = results.records[0], _checklist(options)
    findings = checks.check(record, checklist)
    if not findings:
        print(_nothing_to_check(record), file=sys.stderr)
        return FINDINGS
    mask = mask_for(record.document.text)
    if options.json:
        rows = [_finding_row(f, options.include_contacts, mask.quote) for f in findings]
        print(json.dumps({"document": record.document.name, "checklist": checklist.name, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        print(_findings_text(record, checklist, findings, options.include_contacts, mask.quote))
    return FINDINGS if any(f.judgement == "not_met" for f in findings) else CLEAN


def _nothing_to_check(record: Record) -> str:
    return (
        f"torparse: {record.document.name}: this looks like {str(record.kind).replace('_', ' ')}, not terms of reference. "
        "Nothing in it can be checked. Give the terms themselves."
    )


def _finding_row(finding: Finding, contacts: bool, quote: Callable[[Evidence], str]) -> dict[str, Any]:
    return {
        "item": finding.item, "body": finding.body, "judgement": str(finding.judgement), "promised": finding.promised,
        "reason": finding.reason,
        "evidence": [
            {"quote": run.quote if contacts else quote(run), "section": run.section, "page": run.page, "line": run.line,
             "start": run.start, "end": run.end}
            for run in finding.evidence
        ],
    }  # fmt: skip


_SHOWN = {"met": "In place", "partly": "Partly", "not_met": "Not in place", "cannot_be_judged": "Cannot be judged"}


def _findings_text(
    record: Record, checklist: Checklist, findings: Iterable[Finding], contacts: bool, quote: Callable[[Evidence], str]
) -> str:
    """One screen first (what stands how), then the details of what is missing."""
    items = {item.id: item for item in checklist.items}
    lines, details, body = [f"{record.document.name} against: {checklist.title}"], [], None
    for finding in findings:
        if finding.body != body:
            body = finding.body
            lines += ["", body]
            details += ["", f"{body}: what to do"]
        shown = "Promised" if finding.promised else _SHOWN[str(finding.judgement)]
        lines.append(f"  {shown:17} {finding.item}  {items[finding.item].requirement}")
        if finding.judgement != "met":
            details.append(f"  {finding.item} {finding.reason}")
            details += [f"      {_place(run)}: “{' '.join((run.quote if contacts else quote(run)).split())}”" for run in finding.evidence[:2]]
            if finding.judgement != "cannot_be_judged":
                details.append(f"      Next: {items[finding.item].next_step}")
    return "\n".join([*lines, *details])


def evaluate(options: Namespace) -> int:
    """``torparse evaluate``: precision, recall, F1 and field accuracy against annotations."""
    from torparse import evaluate as scoring
    from torparse.annotations import read_annotations

    golds = {Path(gold.document).stem for gold in read_annotations(options.annotations, options.documents)}
    if not options.documents.is_dir():
        raise UnreadableInput("is not a folder", where=str(options.documents), todo="Give the folder of the documents")
    files = [path for path in sorted(options.documents.rglob("*")) if path.is_file() and (path.stem in golds or path.name in golds)]
    results = _collect(files, options)
    scores = scoring.evaluate(options.annotations, results.records)
    print(json.dumps(scores.as_dict()) if options.json else scores.as_text())
    if options.errors:
        print(scores.as_text(errors=options.errors), file=sys.stderr)
    low = options.min_f1 is not None and scores.group("all").f1 < options.min_f1
    return results.exit_code or (FINDINGS if low else CLEAN)


def read(options: Namespace) -> int:
    """``torparse read``: the text that offsets count in, or the structure."""
    from torparse import readers
    from torparse.structure import analyse

    document = readers.read(options.file, limits=_limits(options))
    if options.text:
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
        sys.stdout.write(document.text)
        return CLEAN
    structure = analyse(document)
    print(f"{document.name}: {document.media}, {str(structure.kind).replace('_', ' ')}, {len(document.text):,} characters")
    for group in structure.groups:
        print(f"  body: {group.name} ({str(group.standing).replace('_', ' ')})")
    for unit in structure.units:
        place = f"p{unit.block.page}" if unit.block.page else f"l{unit.block.line}" if unit.block.line else ""
        label = unit.label.text if unit.label else ""
        print(f"{place:>5} {unit.role:8} {label:8} {' '.join(document.text[unit.start : unit.end].split())}")
    for warning in document.warnings:
        print(f"note: {warning}", file=sys.stderr)
    return CLEAN


def list_(options: Namespace) -> int:
    """``torparse list``: clause types, checklists or formats."""
    rows: dict[str, str]
    if options.what == "types":
        from torparse.clauses import types

        rows = {name: " ".join(type_.definition.split("\n\n")[0].split()) for name, type_ in types().items()}
    elif options.what == "checklists":
        from torparse import checklists

        rows = {name: checklists.load(name).title for name in checklists.available()}
    else:
        from torparse.readers import formats

        rows = {one.name: " ".join(one.suffixes) for one in formats()}
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        width = max(map(len, rows), default=0)
        print("\n".join(f"{name:{width}}  {text}" for name, text in rows.items()))
    return CLEAN
