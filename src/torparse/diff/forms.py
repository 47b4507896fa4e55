"""A comparison as JSON, as a web page and as Markdown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from torparse import __version__
from torparse.diff.model import Change, Comparison
from torparse.diff.views import BodyView, DocumentView, PassageView, RowView, document_views, lone_views
from torparse.diff.wording import Run
from torparse.diff.words import CHANGES, counts, summary, unchanged
from torparse.report.pages import environment


def diff_json(comparison: Comparison, *, include_contacts: bool) -> str:
    """The comparison as one JSON object; its keys are described in
    docs/guides/diff.md. The same input, the same bytes."""
    data = {
        "changed": comparison.weighty,
        "counts": {
            **{str(change): number for change, number in counts(comparison.documents).items()},
            "unchanged": unchanged(comparison.documents),
        },
        "documents": [_document(one) for one in document_views(comparison, include_contacts=include_contacts)],
        "added": [asdict(one) for one in lone_views(comparison.added)],
        "removed": [asdict(one) for one in lone_views(comparison.removed)],
        "not_compared": list(comparison.unread),
        "masked": not include_contacts,
        "torparse": __version__,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def diff_page(comparison: Comparison, title: str, suffix: str, *, include_contacts: bool) -> str:
    """The comparison as a page: ``suffix`` is "html" or "md"."""
    documents = document_views(comparison, include_contacts=include_contacts)
    return (
        environment()
        .get_template(f"diff.{suffix}")
        .render(
            version=__version__,
            masked=not include_contacts,
            subject=title,
            summary=summary(comparison),
            meanings=[(str(change), *said) for change, said in CHANGES.items()],
            documents=documents,
            several=len(documents) > 1 or bool(comparison.added or comparison.removed or comparison.unread),
            added=lone_views(comparison.added),
            removed=lone_views(comparison.removed),
            unread=comparison.unread,
            short=(str(Change.REWORDED), str(Change.MOVED)),
        )
    )


def _document(one: DocumentView) -> dict[str, Any]:
    return {
        "old": one.old,
        "new": one.new,
        "by_likeness": one.by_likeness,
        "notes": list(one.notes),
        "bodies": [_body(body) for body in one.bodies],
        "other_passages": [_passage(passage) for passage in one.passages],
    }


def _body(body: BodyView) -> dict[str, Any]:
    return {
        "old": body.name_old,
        "new": body.name_new,
        "change": body.change,
        "standing_old": body.standing_old,
        "standing_new": body.standing_new,
        "unchanged": body.unchanged,
        "changes": [_row(row) for row in body.rows],
    }


def _row(row: RowView) -> dict[str, Any]:
    return {
        "change": row.change,
        "title": row.title,
        "provisions": list(row.provisions),
        "types": list(row.types),
        "status_old": row.status_old,
        "status_new": row.status_new,
        "value_old": row.value_old,
        "value_new": row.value_new,
        "fields": [asdict(field) for field in row.fields],
        "moved": row.moved,
        "wording": _spans(row.marks),
        "evidence_old": list(row.old),
        "evidence_new": list(row.new),
        "notes": list(row.notes),
    }


def _passage(passage: PassageView) -> dict[str, Any]:
    return {
        "change": passage.change,
        "wording": _spans(passage.marks),
        "evidence_old": passage.old,
        "evidence_new": passage.new,
    }


def _spans(marks: tuple[Run, ...]) -> list[dict[str, str]]:
    return [{"mark": str(run.mark), "text": run.text} for run in marks]
