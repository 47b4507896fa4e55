"""What each command does. Imports are inside the functions: a command loads what it needs and no more."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.collect import CLEAN, FINDINGS, collect
from torparse.errors import TorparseError, faults_named
from torparse.outputs import emit

if TYPE_CHECKING:
    from torparse.checklists import Checklist
    from torparse.explain import Explained
    from torparse.model import Evidence, Finding, Record


def run(options: Namespace) -> int:
    """Run the command that ``options`` name; returns the exit code. Raises TorparseError."""
    table: dict[str, Callable[[Namespace], int]] = {
        "report": report, "extract": extract, "check": check, "suggest": suggest, "draft": draft,
        "checklist": checklist_from, "diff": diff, "examples": examples, "export": export, "evaluate": evaluate,
        "agreement": agreement, "promote": promote, "read": read, "review": review, "cache": cache, "list": list_,
    }  # fmt: skip
    with faults_named(options.command, "This is a defect of torparse; run with --debug to see the details"):
        for line in bad_plugins():
            print(f"torparse: {line}", file=sys.stderr)
        return table[options.command](options)


def bad_plugins() -> Sequence[str]:
    """A line for each plugin that cannot be used; without plugins nothing is loaded to know that there are none."""
    from torparse import plugins

    if not plugins.any_declared():
        return ()
    from torparse import checklists, clauses, readers

    return [line for part in (clauses, readers, checklists) for line in part.plugins().problems]


def day_of(given: str | None) -> date:
    """The date given, else SOURCE_DATE_EPOCH's (reproducible builds), else today. Raises TorparseError."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return date.fromisoformat(given)
        if epoch:
            from datetime import UTC, datetime

            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        where, todo = ("--as-of", "Write it as 2026-11-22") if given else ("SOURCE_DATE_EPOCH", "")
        raise TorparseError(f"{given or epoch!r} is not a date", where=where, todo=todo) from error
    return date.today()


def checklist_of(name: str | None) -> Checklist:
    """The checklist of that name, or of a TOML file where it ends so; the usual one for none. Raises BadData."""
    from torparse import checklists

    return checklists.named(name)


def report(options: Namespace) -> int:
    """``torparse report``: everything, for a folder."""
    from torparse import reporting

    return reporting.run(options, day_of(options.as_of), checklist_of(options.checklist))


def draft(options: Namespace) -> int:
    """``torparse draft``: terms of reference from answers."""
    from torparse import draft as drafting

    return drafting.run(options)


def extract(options: Namespace) -> int:
    """``torparse extract``: clauses with their evidence, one JSON object a document or as text."""
    from torparse.contract import record_to_line

    results = collect(options.paths, options)
    for record in results.records:
        if options.format == "jsonl":
            emit(record_to_line(record))
        else:
            emit(_as_text(record, _explained(record) if options.explain else None))
    return results.exit_code


def _explained(record: Record) -> Explained:
    from torparse.explain import explain

    return explain(record.document)


def _as_text(record: Record, explained: Explained | None = None) -> str:
    from torparse.compare import summary_of

    lines = [f"{record.document.id}  ({str(record.kind).replace('_', ' ')})"]
    for body in record.bodies:
        lines.append(f"  body: {body.name} ({str(body.standing).replace('_', ' ')})")
    for number, clause in enumerate(record.clauses):
        said = summary_of(clause)
        whose = f" [{clause.body}]" if clause.body else ""
        role = clause.value.as_dict().get("role") if clause.type == "chair_appointment" else None
        which = f" ({str(role).replace('_', '-')})" if role else ""
        lines.append(f"  {clause.type}{which}{whose}: {clause.status}{f', {said}' if said else ''}")
        if explained:
            lines += [f"      {line}" for line in explained.clauses[number].lines()]
        lines += [f"      {_place(run)}: “{' '.join(run.quote.split())}”" for run in clause.evidence]
    if explained:
        lines += ["  not taken:", *(f"    {one}" for one in explained.passed_over)] if explained.passed_over else []
    return "\n".join([*lines, *(f"  note: {warning}" for warning in record.warnings)])


def _place(run: Evidence) -> str:
    parts = [run.section, f"page {run.page}" if run.page else "", f"line {run.line}" if run.line else ""]
    return ", ".join(part for part in parts if part) or "text"


def check(options: Namespace) -> int:
    """``torparse check``: the gap checklist of one document.

    The exit code is 1 where a core item is not in place, or where nothing in the document can be judged.
    """
    from torparse import check_forms, tasks

    tasks.begin(options.draft, options, check_forms.load)
    as_of, checklist = day_of(options.as_of), checklist_of(options.checklist)
    _word_needs_a_file(options)
    check_forms.refuse_comments(options)
    record = _draft(options)
    if isinstance(record, int):
        return record
    if options.comments is not None:
        from torparse import commenting

        commenting.word_only(record.document)
    beside = _beside(record, options)
    findings = _findings(record, checklist, beside, options)
    if not findings:
        return FINDINGS
    _write_check(record, beside, checklist, findings, as_of, options)
    return _found(checklist, findings)


def _write_check(
    record: Record, beside: Sequence[Record], checklist: Checklist, findings: Sequence[Finding], as_of: date,
    options: Namespace,
) -> None:  # fmt: skip
    """The checklist in the form asked for, and the draft with comments; of comments alone the first screen is shown."""
    from torparse import check_forms
    from torparse.outputs import write_bytes

    margin = None
    if options.comments:
        from torparse import commenting

        margin = commenting.made(record, checklist, findings, as_of, options)
    if margin and not options.form and options.output is None:
        emit(check_forms.overview(record, checklist, findings, as_of, options))
        write_bytes(options.comments, margin.data)
        emit(f"\n  {margin.said}")
        return
    if check_forms.form_of(options) == "docx":
        write_bytes(options.output, check_forms.checklist_word(record, beside, checklist, findings, as_of, options))
    else:
        text = check_forms.checklist_text(record, beside, checklist, findings, as_of, options).removesuffix("\n")
        if options.output is None:
            emit(text)
        else:
            write_bytes(options.output, f"{text}\n".encode())
    if margin:
        write_bytes(options.comments, margin.data)
        print(f"torparse: {margin.said}", file=sys.stderr)


def _findings(record: Record, checklist: Checklist, beside: Sequence[Record], options: Namespace) -> Sequence[Finding]:
    """The findings of the body asked for, or of all; that nothing can be judged is said on stderr."""
    from torparse import check as checks
    from torparse.check_forms import nothing_to_check

    findings: Sequence[Finding] = checks.check(record, checklist, beside)
    if not findings or all(f.code == "cannot_be_judged" for f in findings):
        said = nothing_to_check(record, covering=bool(findings))
        print(f"torparse: {record.document.name}: {said}", file=sys.stderr)
    return _of_body(findings, options.body, record) if findings else ()


def _found(checklist: Checklist, findings: Sequence[Finding]) -> int:
    """The exit code: 1 where a core item is not in place, or where nothing can be judged."""
    core = {item.id for item in checklist.items if item.importance == "core"}
    gaps = any(f.code in ("not_met", "promised") and f.item in core for f in findings)
    return FINDINGS if gaps or all(f.code == "cannot_be_judged" for f in findings) else CLEAN


def suggest(options: Namespace) -> int:
    """``torparse suggest``: wording for each gap of one document. The exit code is that of ``check``."""
    from torparse import suggest as suggesting

    checklist = checklist_of(options.checklist)
    record = _draft(options)
    if isinstance(record, int):
        return record
    findings = _findings(record, checklist, _beside(record, options), options)
    if findings:
        suggesting.show(record, checklist, findings, options)
    return _found(checklist, findings)


def checklist_from(options: Namespace) -> int:
    """``torparse checklist from``: a checklist drafted from a guide, for a person to finish."""
    from torparse import guides
    from torparse.outputs import write_text

    record = _one(options.guide, options)
    if isinstance(record, int):
        return record
    made = guides.draft(record.document)
    out: Path | None = options.output
    text = guides.to_toml(made, out.name if out else "my.toml")
    if out is None:
        emit(text.removesuffix("\n"))
        return CLEAN
    write_text(out, text)
    by_person = sum(not item.type for item in made.items)
    left = f", {by_person} of them for a person to judge" if by_person else ""
    emit(f"{len(made.items)} items drafted{left}, in {out}. Look for TODO and finish them.")
    return CLEAN


def _draft(options: Namespace) -> Record | int:
    """The record of the one document to check, or the exit code where it cannot be read."""
    draft: Path = options.draft
    if draft.is_dir():
        raise TorparseError("is a folder", where=str(draft), todo="Give one document, or use torparse report")
    return _one(draft, options)


def _one(path: Path, options: Namespace) -> Record | int:
    """The record of the one document that a command is for, or the exit code where it cannot be read."""
    if path.is_dir():
        raise TorparseError("is a folder", where=str(path), todo="Give one document")
    if options.output is not None and options.output.exists() and path.exists() and options.output.samefile(path):
        raise TorparseError("is the document itself", where=str(path), todo="Choose another file with -o")
    results = collect([path], options)
    return results.records[0] if results.records else results.exit_code


def _beside(record: Record, options: Namespace) -> list[Record]:
    """The other documents that were given, the draft itself left out."""
    if not options.beside:
        return []
    found = collect(options.beside, options).records
    return [one for one in found if one.document.sha256 != record.document.sha256]


def _of_body(findings: Sequence[Finding], name: str | None, record: Record) -> list[Finding]:
    """The findings of the body of that name (case does not count), or all of them."""
    kept = [f for f in findings if name is None or f.body.casefold() == name.casefold()]
    if not kept:
        known = "; ".join(dict.fromkeys(f.body for f in findings))
        raise TorparseError(f"no body {name!r} in {record.document.name}", where="--body", todo=f"There is: {known}")
    return kept


def _word_needs_a_file(options: Namespace) -> None:
    if options.form == "docx" and options.output is None:
        raise TorparseError("a Word document needs a file", where="--docx", todo="Add -o checklist.docx")


def diff(options: Namespace) -> int:
    """``torparse diff``: what changed between two versions of a document or of a folder."""
    from torparse import diffing

    return diffing.run(options)


def examples(options: Namespace) -> int:
    """``torparse examples``: how documents word a provision, each wording with its source."""
    from torparse import exampling

    return exampling.run(options)


def evaluate(options: Namespace) -> int:
    """``torparse evaluate``: precision, recall, F1 and field accuracy against annotations."""
    from torparse import evaluating

    return evaluating.run(options)


def agreement(options: Namespace) -> int:
    """``torparse agreement``: how far two annotators agree."""
    from torparse import evaluating

    return evaluating.agree(options)


def export(options: Namespace) -> int:
    """``torparse export``: tidy tables with their codebook, for a folder."""
    from torparse import exporting

    return exporting.run(options, day_of(options.as_of), checklist_of(options.checklist))


def promote(options: Namespace) -> int:
    """``torparse promote``: gold annotations of the documents that people have checked."""
    from torparse import promoting

    return promoting.run(options)


def read(options: Namespace) -> int:
    """``torparse read``: the text that offsets count in, or the structure: to read, as JSON or as a page."""
    from torparse import reading

    return reading.run(options)


def review(options: Namespace) -> int:
    """``torparse review``: a page in the browser on which people check what was found."""
    from torparse import reviewing

    return reviewing.run(options, day_of(options.as_of), checklist_of(options.checklist))


def cache(options: Namespace) -> int:
    """``torparse cache``: what is kept of documents that were read."""
    from torparse import caching

    return caching.run(options)


def list_(options: Namespace) -> int:
    """``torparse list``: clause types, provisions, checklists or formats, and where each comes from."""
    from torparse import listing

    return listing.run(options)
