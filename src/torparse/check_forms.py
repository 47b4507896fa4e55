"""The checklist of one document in the forms that ``torparse check`` writes: to read, Markdown, a page, JSON, Word."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from torparse import __version__
from torparse.errors import TorparseError

if TYPE_CHECKING:
    from torparse.checklists import Checklist
    from torparse.consistency import Note
    from torparse.masking import Mask
    from torparse.model import Finding, Record, Review

T = TypeVar("T")


def form_of(options: Namespace) -> str:
    """The form of the checklist asked for: by an option, else by the ending of the output file, else to read."""
    suffix = options.output.suffix.lower().lstrip(".") if options.output else ""
    return str(options.form or (suffix if suffix in ("docx", "md", "html", "json") else "text"))


def load() -> None:
    """Load what judging and showing a checklist on the terminal needs, while the document is read elsewhere."""
    from importlib import import_module

    for name in ("check", "check_text", "corrections", "pipeline", "consistency"):
        import_module(f"torparse.{name}")
    import_module("torparse.consistency").note_kinds()
    import_module("torparse.lexicon.patterns").settle()
    import_module("torparse.structure.sentences").pipeline()  # notes on consistency read the sentences once more


def refuse_comments(options: Namespace) -> None:
    """Raise TorparseError where the options do not fit together, or the output would overwrite an input or another
    output."""
    out: Path | None = options.comments
    if out is None:
        for name in ("praise", "core_only"):
            if getattr(options, name):
                raise TorparseError(
                    "is for --comments", where=f"--{name.replace('_', '-')}", todo="Add --comments OUT.docx"
                )
        return
    for path in (options.draft, *options.beside):
        if out.exists() and path.exists() and out.samefile(path):
            raise TorparseError("is one of the documents", where=str(out), todo="Choose another file for --comments")
    if options.output is not None and _same(out, options.output):
        raise TorparseError("is the file for -o too", where=str(out), todo="Choose another file for --comments")


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def nothing_to_check(record: Record, *, covering: bool) -> str:
    """Why nothing of a document can be judged; ``covering``: its terms are in another paper."""
    if covering:
        return "a covering report; the terms are in another paper. Give the terms themselves."
    what = "guidance" if record.kind == "induction_guide" else "something else"
    return f"this looks like {what}, not terms of reference. Give the terms themselves."


def checklist_word(
    record: Record,
    beside: Sequence[Record],
    checklist: Checklist,
    findings: Sequence[Finding],
    as_of: date,
    options: Namespace,
) -> bytes:
    """The checklist as a Word file; raises TorparseError where it would be one for several bodies."""
    from torparse.report import checklist_words

    made = checklist_words(
        record, as_of=as_of, include_contacts=options.include_contacts, checklist=checklist, beside=beside
    )  # fmt: skip
    files = _of_bodies(made, findings, _masks([record], options)[record.document.id])
    _one_body(len(files), findings, record, "a Word checklist")
    return files[0]


def _of_bodies(made: Iterable[tuple[str, T]], findings: Sequence[Finding], mask: Mask) -> list[T]:
    """What was made for the bodies of the findings; ``made`` goes by their masked names."""
    wanted = {mask.text(f.body) for f in findings}
    return [one for body, one in made if body in wanted]


def _masks(records: Iterable[Record], options: Namespace) -> dict[str, Mask]:
    """The masks of documents by their ids."""
    from torparse.masking import Mask, mask_for

    return {one.document.id: Mask() if options.include_contacts else mask_for(one.document.text) for one in records}


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
    form = form_of(options)
    masks = _masks((*beside, record), options)
    mask = masks[record.document.id]
    if form == "json":
        return _as_json(record, checklist, findings, masks, as_of)
    if form == "text":
        return _as_text(record, checklist, findings, masks, as_of, options)
    from torparse.report import checklist_texts

    made = checklist_texts(
        record, form, as_of=as_of, include_contacts=options.include_contacts, checklist=checklist, beside=beside
    )  # fmt: skip
    texts = _of_bodies(made, findings, mask)
    if form == "html":
        _one_body(len(texts), findings, record, "a page")
    return "\n".join(texts)


def overview(
    record: Record,
    checklist: Checklist,
    findings: Sequence[Finding],
    as_of: date,
    options: Namespace,
    noted: Sequence[Note] | None = None,
) -> str:
    """The first screen of the checklist that is to be read. ``noted`` are the notes, where they are known already."""
    from torparse.check_text import overview_text, terminal_width
    from torparse.report.dated import dated_groups
    from torparse.reviews import unsettled

    mask = _masks([record], options)[record.document.id]
    width = {} if options.output else {"width": terminal_width()}
    noted = _notes(record, findings, as_of) if noted is None else noted
    gone = dated_groups(record, mask, as_of)
    left = unsettled(record, mask.text)
    next_ = [] if options.output or options.comments else _next(record, options)
    return overview_text(
        record.document.name, checklist, findings, noted, gone, mask, next_=next_, unsettled=left, **width
    )


def _next(record: Record, options: Namespace) -> list[str]:
    """What can be done with a draft that was checked, for the terminal."""
    comments = "--comments OUT.docx for these remarks in the margin of your own file, " * (
        record.document.media == "docx"
    )
    return [f"Next: each gap is explained below. Add {comments}--docx -o FILE.docx for a checklist to fill in."]


def _as_text(
    record: Record, checklist: Checklist, findings: Sequence[Finding], masks: Mapping[str, Mask], as_of: date,
    options: Namespace,
) -> str:  # fmt: skip
    """To read: one screen that says how things stand, then the details."""
    from torparse.check_text import details_text, notes_text, terminal_width
    from torparse.report.dated import dated_text

    mask = masks[record.document.id]
    width = {} if options.output else {"width": terminal_width()}
    noted = _notes(record, findings, as_of)
    text = overview(record, checklist, findings, as_of, options, noted) + "\n"
    text += details_text(checklist, findings, mask, masks=masks, **width)
    text += notes_text(noted, mask, **width)
    made_by = f"\n\nMade by torparse {__version__}." if options.output else ""
    return text + dated_text(record, mask, as_of, **width) + made_by


def _as_json(
    record: Record, checklist: Checklist, findings: Sequence[Finding], masks: Mapping[str, Mask], as_of: date
) -> str:  # fmt: skip
    from torparse.report.dated import dated_of, dated_rows

    mask = masks[record.document.id]
    data = {
        "document": record.document.name,
        "checklist": checklist.name,
        "findings": [_finding_row(f, mask, masks) for f in findings],
        "consistency": [_note_row(note, mask) for note in _notes(record, findings, as_of)],
        "dated": dated_rows(dated_of(record, as_of), mask),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


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
        "not_needed": _review_row(finding.not_needed, mask) if finding.not_needed else None,
        "parts_not_needed": [{"part": part, **_review_row(said, mask)} for part, said in finding.spared],
        "reviewed": list(finding.reviewed),
    }


def _review_row(review: Review, mask: Mask) -> dict[str, str]:
    """Who, when, why. The reviewer's name is theirs to give and is shown."""
    return {"by": review.by, "on": review.on, "note": mask.text(review.note)}


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
