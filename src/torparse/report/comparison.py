"""The page that compares a set of documents, and the pages of their texts where those do not fit into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from torparse.model import Record
from torparse.readers import PageImage
from torparse.report.benchmark_views import BenchmarkViews
from torparse.report.charts import chart_views
from torparse.report.corrections import TO_DO, conflicts, said
from torparse.report.dated import DatedGroup
from torparse.report.document_text import text_of
from torparse.report.likeness_views import likeness_view
from torparse.report.page_pictures import picture_views
from torparse.report.pages import environment, measured, script
from torparse.report.summary import gaps, summary
from torparse.report.views import BODIES_A_BLOCK, SIGNS_A_BLOCK, Views, in_order

_GAPS_SHOWN = 10


def comparison_page(
    views: Views,
    common: Mapping[str, Any],
    *,
    lists: Sequence[Any],
    dated: Mapping[str, Sequence[DatedGroup]],
    failed: Sequence[tuple[str, str]],
    skipped: Sequence[tuple[str, str]],
    as_of: date,
    compared: BenchmarkViews,
) -> str:
    """The HTML of ``comparison.html``. ``common`` is what every template needs, ``lists`` are the bodies' checklists,
    ``dated`` the dated references by document; ``failed`` and ``skipped`` as for ``write_report``; ``compared``
    are the benchmarks, by the user's own facts where there are some."""
    documents = views.documents()
    code, digest = script("comparison.js")
    within = views.records if views.text_in_file else ()
    return environment().get_template("comparison.html").render(
        **{**common, "statuses": views.statuses},
        reviewed=views.reviewed,
        said=said(views),
        conflicts=conflicts(views),
        to_do=TO_DO,
        summary=summary(views, lists, failed, as_of, dated=[name for name, groups in dated.items() if groups]),
        documents=documents,
        clause_titles=sorted({clause.title for document in documents for clause in document.clauses}),
        provisions=views.matrix.provisions,
        maps=views.blocks(SIGNS_A_BLOCK),
        blocks=views.blocks(BODIES_A_BLOCK),
        bodies=[views.body(column) for column in views.matrix.columns],
        facets=compared.filters(),
        facts=compared.values(),
        gaps=gaps(views.matrix)[:_GAPS_SHOWN],
        likeness=likeness_view(views),
        notes=views.notes(),
        chart_views=chart_views(views, as_of),
        benchmarks=compared.section(),
        dated=[entry for groups in dated.values() for group in groups for entry in group.entries],
        skipped=skipped,
        failed=failed,
        texts=[(shown, text_of(views, record)) for shown, record in zip(documents, within, strict=bool(within))],
        listed=views.list_in_file,
        measured=measured(),
        script=code,
        script_hash=digest,
    )  # fmt: skip


def document_page(views: Views, record: Record, common: Mapping[str, Any], images: Iterable[PageImage] = ()) -> str:
    """The HTML page of one document's text, beside the comparison, with pictures of its pages where there are some."""
    return environment().get_template("document.html").render(
        **common,
        reviewed=views.reviewed,
        name=record.document.id,
        anchor=views.document_anchor(record),
        flow=text_of(views, record),
        home="comparison.html" if views.list_in_file else "",
        clauses=() if views.list_in_file else [views.clause(record, clause) for clause in in_order(record.clauses)],
        pictures=picture_views(views, record, images) if record.document.id in views.pictured else (),
    )  # fmt: skip
