"""The checklist of one document in the forms that ``torparse check`` writes: to read, Markdown, a page, JSON, Word."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from torparse import __version__
from torparse.errors import TorparseError

if TYPE_CHECKING:
    from torparse.checklists import Checklist
    from torparse.consistency import Note
    from torparse.masking import Mask
    from torparse.model import Finding, Record


def form_of(options: Namespace) -> str:
    """The form of the checklist asked for: by an option, else by the ending of the output file, else to read."""
    suffix = options.output.suffix.lower().lstrip(".") if options.output else ""
    return str(options.form or (suffix if suffix in ("docx", "md", "html", "json") else "text"))


def checklist_word(
    record: Record,
    beside: Sequence[Record],
    checklist: Checklist,
    findings: Sequence[Finding],
    as_of: date,
    options: Namespace,
) -> bytes:
    from torparse.masking import Mask, mask_for
    from torparse.report import checklist_words

    mask = Mask() if options.include_contacts else mask_for(record.document.text)
    wanted = {mask.text(f.body) for f in findings}
    made = checklist_words(
        record, as_of=as_of, include_contacts=options.include_contacts, checklist=checklist, beside=beside
    )  # fmt: skip
    files = [data for body, data in made if body in wanted]
    _one_body(len(files), findings, record, "a Word checklist")
    return files[0]


def _one_body(number: int, findings: Sequence[Finding], record: Record, what: str) -> None:
    if number > 1:
        names = "; ".join(dict.fromkeys(f.body for f in findings))
        raise TorparseError(
            f"this document has {number} bodies, and {what} is for one", where=record.document.name,
            todo=f"Name one with --body ({names}), or use torparse report",
        )  # fmt: skip


def checklist_text(
    record: Record,
    beside: Sequence[Record],
    checklist: Checklist,
    findings: Sequence[Finding],
    as_of: date,
    options: Namespace,
) -> str:
    """The checklist in the form asked for, where that is text."""
    from torparse.masking import Mask, mask_for
    from torparse.report.dated import dated_of, dated_rows, dated_text

    form = form_of(options)
    masks = {
        one.document.id: Mask() if options.include_contacts else mask_for(one.document.text)
        for one in (*beside, record)
    }  # fmt: skip
    mask = masks[record.document.id]
    if form == "json":
        rows = [_finding_row(f, mask, masks) for f in findings]
        consistency = [_note_row(note, mask) for note in _notes(record, findings, as_of)]
        data = {
            "document": record.document.name, "checklist": checklist.name, "findings": rows, "consistency": consistency,
            "dated": dated_rows(dated_of(record, as_of), mask),
        }  # fmt: skip
        return json.dumps(data, ensure_ascii=False, indent=1)
    if form == "text":
        made_by = f"\n\nMade by torparse {__version__}." if options.output else ""
        from torparse.check_text import check_text, notes_text, terminal_width

        width = {} if options.output else {"width": terminal_width()}
        text = check_text(record.document.name, checklist, findings, mask, masks=masks, **width)
        text += notes_text(_notes(record, findings, as_of), mask, **width)
        return text + dated_text(record, mask, as_of, **width) + made_by
    from torparse.report import checklist_texts

    wanted = {mask.text(f.body) for f in findings}
    made = checklist_texts(
        record, form, as_of=as_of, include_contacts=options.include_contacts, checklist=checklist, beside=beside
    )  # fmt: skip
    texts = [text for body, text in made if body in wanted]
    if form == "html":
        _one_body(len(texts), findings, record, "a page")
    return "\n".join(texts)


def _finding_row(finding: Finding, mask: Mask, masks: Mapping[str, Mask]) -> dict[str, Any]:
    return {
        "item": finding.item,
        "body": mask.text(finding.body),
        "judgement": str(finding.judgement),
        "promised": finding.promised,
        "reason": mask.text(finding.reason),
        "met_by": mask.text(finding.met_by),
        "evidence": mask.rows(finding.evidence),
        "elsewhere": [{"document": name, **masks[name].rows([run])[0]} for name, run in finding.elsewhere],
    }


def _notes(record: Record, findings: Iterable[Finding], as_of: date) -> tuple[Note, ...]:
    """The consistency notes that concern the bodies of the findings."""
    from torparse.consistency import notes

    bodies = {finding.body for finding in findings}
    return tuple(note for note in notes(record, as_of) if note.body is None or note.body in bodies)


def _note_row(note: Note, mask: Mask) -> dict[str, Any]:
    return {
        "kind": note.kind, "body": mask.text(note.body) if note.body else None, "text": mask.text(note.text),
        "evidence": mask.rows(note.evidence),
    }  # fmt: skip
