"""The report on a set of documents: comparison, tables, a checklist for each body, and how it was made.

Every file is self-contained, works without a network and without a script, and depends on the records, the date given
and torparse's version only: two runs write the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from torparse import __version__
from torparse.checklists import Checklist, load
from torparse.compare import compare
from torparse.following import Others
from torparse.metadata import Facts
from torparse.model import Record
from torparse.outputs import prepare_folder, write_bytes
from torparse.plain_words import day
from torparse.readers import PageImage
from torparse.report.benchmark_views import BenchmarkViews
from torparse.report.checklist_views import ASKED, ChecklistView
from torparse.report.comparison import comparison_page, document_page
from torparse.report.dated import DatedGroup, dated_groups
from torparse.report.page_pictures import pages_with_clauses
from torparse.report.pages import environment
from torparse.report.people import is_reviewed
from torparse.report.tables import clauses_csv, corrections_csv, matrix_csv
from torparse.report.views import Views, warnings_of
from torparse.report.words import STATUSES

CORRECTIONS = "corrections.csv"
"""Written only where people said something: a report that nobody looked at stays what it was."""
Progress = Callable[[int, int], None]
Pictures = Callable[[Record, Collection[int]], Iterable[PageImage]]
"""Draws pages (from 1) of the document of a record."""


def write_report(
    records: Sequence[Record],
    out: Path,
    *,
    skipped: Sequence[tuple[str, str]] = (),
    failed: Sequence[tuple[str, str]] = (),
    as_of: date,
    progress: Progress | None = None,
    include_contacts: bool = False,
    checklist: Checklist | None = None,
    pictures: Pictures | None = None,
    facts: Facts | None = None,
) -> list[Path]:
    """Write the report into the folder ``out`` and return the files in the order of writing.

    They are ``comparison.html`` and ``.xlsx``, ``clauses.csv``, ``matrix.csv``, ``checklist-<body>.html``, ``.md`` and
    ``.docx`` for each body whose terms were supplied (or stand in a covering report), and ``run.json``; where people
    have corrected something, ``corrections.csv`` too. ``skipped``
    and ``failed`` are pairs of a file and the reason in a plain sentence. ``as_of`` is the date against which review
    dates are held; no clock is read. ``progress`` is called with the number of files written and of all files.
    ``checklist`` is the one that comes with torparse unless another is given. ``facts`` are the user's own on the
    documents. ``pictures`` draws pages of a PDF among them, which are then shown in a page for each document, with its
    text. E-mail addresses, telephone numbers and names of contacts are masked unless ``include_contacts``. Raises
    OutputError where a file cannot be written; each is written whole or not at all.
    """
    how = Run(as_of, include_contacts, checklist or load(), skipped, failed, pictures, facts)
    return write(records, out, how, progress=progress).files


@dataclass(frozen=True, slots=True)
class Run:
    """What a report was asked for, and the inputs that did not come into it, each with its reason."""

    as_of: date
    include_contacts: bool
    checklist: Checklist
    skipped: Sequence[tuple[str, str]] = ()
    failed: Sequence[tuple[str, str]] = ()
    pictures: Pictures | None = None
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written: its ``files`` in the order of writing, and what they show."""

    files: list[Path]
    views: Views
    compared: BenchmarkViews


def write(
    records: Sequence[Record],
    out: Path,
    how: Run,
    *,
    progress: Progress | None = None,
    names: Sequence[str] | None = None,
    others: Others | None = None,
) -> Written:
    """As ``write_report``, of documents that may be some of many: ``names`` are the ids of their columns, ``others``
    all documents that they may point to."""
    pictured = (
        {r.document.id: pages_with_clauses(r) for r in records if r.document.media == "pdf"} if how.pictures else None
    )
    views = Views(
        records, compare(records, names), include_contacts=how.include_contacts, as_of=how.as_of, pictured=pictured,
        others=others,
    )  # fmt: skip
    lists = tuple(views.checklists(how.checklist))
    compared = BenchmarkViews(views, how.facts)
    files = _files(views, lists, compared, how)
    prepare_folder(out)
    if CORRECTIONS not in files:
        (out / CORRECTIONS).unlink(missing_ok=True)  # of an earlier run, whose corrections have been undone
    written = []
    for done, (name, make) in enumerate(files.items(), 1):
        data = make()
        written.append(write_bytes(out / name, data if isinstance(data, bytes) else data.encode("utf-8")))
        if progress is not None:
            progress(done, len(files))
    return Written(written, views, compared)


def checklist_texts(
    record: Record,
    suffix: str,
    *,
    as_of: date,
    include_contacts: bool = False,
    checklist: Checklist | None = None,
    beside: Sequence[Record] = (),
) -> tuple[tuple[str, str], ...]:
    """The checklist of each body of one document with the body's name: a page (``html``) or Markdown (``md``).

    Empty where the document has nothing to check. ``beside`` are documents that it may point to. The other arguments
    are those of ``write_report``.
    """
    checklist = checklist or load()
    template = environment().get_template(f"checklist.{suffix}")
    common = _common(checklist, as_of, include_contacts, alone=True)
    lists, dated = _alone(record, checklist, as_of, include_contacts, beside)
    return tuple((view.body, template.render(**common, view=view, dated=dated, standing=None)) for view in lists)


def checklist_words(
    record: Record,
    *,
    as_of: date,
    include_contacts: bool = False,
    checklist: Checklist | None = None,
    beside: Sequence[Record] = (),
) -> tuple[tuple[str, bytes], ...]:
    """The checklist of each body of one document with the body's name, as a Word file; else as ``checklist_texts``."""
    checklist = checklist or load()
    lists, dated = _alone(record, checklist, as_of, include_contacts, beside)
    return tuple((view.body, _word(view, checklist, as_of, include_contacts, dated)) for view in lists)


def _alone(
    record: Record, checklist: Checklist, as_of: date, include_contacts: bool, beside: Sequence[Record]
) -> tuple[Iterator[ChecklistView], tuple[DatedGroup, ...]]:
    """The checklists and the dated references of one document with no comparison beside it."""
    views = Views([record], compare([record]), include_contacts=include_contacts, as_of=as_of, beside=beside)
    return views.checklists(checklist), dated_groups(record, views.mask(record), as_of)


def _word(
    view: ChecklistView, checklist: Checklist, as_of: date, include_contacts: bool, dated: Sequence[DatedGroup]
) -> bytes:
    from torparse.report.word_checklist import word_checklist

    masked = not include_contacts
    return word_checklist(
        view, checklist.source, as_of=as_of, masked=masked, version=__version__, dated=dated
    )  # fmt: skip


def _workbook(
    views: Views, lists: Sequence[ChecklistView], dated: Mapping[str, Sequence[DatedGroup]], how: Run
) -> bytes:
    from torparse.report.workbook import Contents, workbook

    masked = not how.include_contacts
    return workbook(Contents(views, lists, dated, how.checklist, how.as_of, masked, how.skipped, how.failed))


def _common(checklist: Checklist, as_of: date, include_contacts: bool, *, alone: bool) -> dict[str, Any]:
    """What every template needs. ``alone``: there is no comparison beside the page."""
    return {
        "version": __version__,
        "as_of": day(as_of.isoformat()),
        "masked": not include_contacts,
        "statuses": STATUSES,
        "asked": ASKED,
        "checklist": checklist,
        "alone": alone,
    }


def _files(
    views: Views, lists: Sequence[Any], compared: BenchmarkViews, how: Run
) -> dict[str, Callable[[], str | bytes]]:
    """The name of each file and what makes its text; made when called, so that few are in memory at once."""
    templates = environment()
    common = _common(how.checklist, how.as_of, how.include_contacts, alone=False)
    dated = {r.document.id: dated_groups(r, views.mask(r), how.as_of) for r in views.records}
    files: dict[str, Callable[[], str | bytes]] = {
        "comparison.html": lambda: comparison_page(
            views,
            common,
            lists=lists,
            dated=dated,
            failed=how.failed,
            skipped=how.skipped,
            as_of=how.as_of,
            compared=compared,
        ),
        "comparison.xlsx": lambda: _workbook(views, lists, dated, how),
        "clauses.csv": partial(clauses_csv, views),
        "matrix.csv": partial(matrix_csv, views),
        **({CORRECTIONS: partial(corrections_csv, views)} if views.reviewed else {}),
    }
    for view in lists:
        for suffix in ("html", "md"):
            template = templates.get_template(f"checklist.{suffix}")
            files[f"{view.stem}.{suffix}"] = partial(
                template.render, **common, view=view, dated=dated[view.document],
                standing=compared.standing(view.stem.removeprefix("checklist-")),
            )  # fmt: skip
        files[f"{view.stem}.docx"] = partial(
            _word, view, how.checklist, how.as_of, how.include_contacts, dated[view.document]
        )  # fmt: skip
    for record in () if views.text_in_file else views.records:
        files[views.page(record)] = partial(_document_page, views, record, common, how.pictures)
    files["run.json"] = lambda: _run_json(views, how, list(files))
    return files


def _document_page(views: Views, record: Record, common: Mapping[str, Any], pictures: Pictures | None) -> str:
    pages = views.pictured.get(record.document.id, ())
    return document_page(views, record, common, pictures(record, pages) if pictures and pages else ())


def _run_json(views: Views, how: Run, names: list[str]) -> str:
    """How the report was made, without the time of day, so that the same input gives the same file."""
    data = {
        **made_with(how),
        "inputs": [
            {
                "id": r.document.id,
                "document": r.document.name,
                "sha256": r.document.sha256,
                "kind": str(r.kind),
                "bodies": {views.mask(r).text(b.name): str(b.standing) for b in r.bodies},
                "clauses": len(r.clauses),
                "warnings": [views.mask(r).text(w) for w in warnings_of(r)],
                **({"reviewed": True} if is_reviewed(r) else {}),
            }
            for r in views.records
        ],
        **left_out(how),
        "outputs": names,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def made_with(how: Run) -> dict[str, Any]:
    """What ``run.json`` begins with: the version and the options."""
    return {
        "torparse": __version__,
        "options": {
            "as_of": how.as_of.isoformat(),
            "include_contacts": how.include_contacts,
            "checklist": how.checklist.name,
            **({"metadata": Path(how.facts.label).name} if how.facts else {}),
        },
    }


def left_out(how: Run) -> dict[str, Any]:
    """What ``run.json`` says of files that did not come into the report."""
    return {
        "failed": [{"id": name, "reason": reason} for name, reason in how.failed],
        "skipped": [{"id": name, "reason": reason} for name, reason in how.skipped],
    }
