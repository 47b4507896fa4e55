"""A comparison on the terminal: the counts first, then every change with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from torparse.diff.model import Change, Comparison
from torparse.diff.views import BodyView, DocumentView, PassageView, RowView, document_views, lone_views
from torparse.diff.wording import Mark, Run
from torparse.diff.words import summary
from torparse.plain_words import many, wrapped

_WIDTH = 100
_AROUND = 12  # words that stay of a long stretch without a change, at either end
_LONGEST = 50  # words of a long stretch that went or came
_PASSAGES = 10  # of a document, on a terminal
_BRACKETS = {Mark.SAME: ("", ""), Mark.DELETED: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}
_KEY = "[-words-] went, {+words+} came."


def diff_text(comparison: Comparison, title: str, *, include_contacts: bool, width: int = _WIDTH) -> str:
    """The comparison in lines of ``width`` columns."""
    documents = document_views(comparison, include_contacts=include_contacts)
    lines = [title, *(line for said in summary(comparison) for line in wrapped(said, width))]
    for one in documents:
        lines += _document(one, width, single=len(documents) == 1)
    for what, some in (("Added", comparison.added), ("Removed", comparison.removed)):
        for lone in lone_views(some):
            lines += ["", f"{what}: {lone.name} ({lone.kind.lower()}, {many(lone.clauses, 'clause')})"]
    lines += [line for name in comparison.unread for line in ("", f"Not compared: {name}")]
    if any(body.rows for one in documents for body in one.bodies) or any(one.passages for one in documents):
        lines += ["", _KEY]
    return "\n".join(lines)


def _document(one: DocumentView, width: int, *, single: bool) -> Iterator[str]:
    if one.same:
        return
    if not single:
        yield from ("", one.title, "=" * min(len(one.title), width))
        yield from wrapped(one.counted, width)
    if one.by_likeness:
        yield "Taken for versions of one document by their likeness."
    for note in one.notes:
        yield from wrapped(f"Note: {note}", width, "  ")
    for body in one.bodies:
        yield from _body(body, width)
    if one.passages:
        yield from ("", "Other passages that differ (no provision for torparse)")
    for passage in one.passages[:_PASSAGES]:
        yield from _passage(passage, width)
    if len(one.passages) > _PASSAGES:
        yield f"  and {len(one.passages) - _PASSAGES} more (--html, --md and --json show all)"


def _body(body: BodyView, width: int) -> Iterator[str]:
    if not body.rows and not body.lines:
        return
    yield from ("", body.name)
    for line in body.lines:
        yield from wrapped(f"  {line}", width, "  ")
    for row in body.rows:
        yield from _row(row, width)


def _row(row: RowView, width: int) -> Iterator[str]:
    yield from wrapped(f"  {row.word}: {row.title} ({row.where})", width, "      ")
    if row.change == Change.STATUS:
        yield from wrapped(f"      {row.before} → {row.now}", width, "        ")
    for field in row.fields:
        yield from wrapped(f"      {field.label}: {field.old} → {field.new}", width, "        ")
    if row.change in (Change.ADDED, Change.REMOVED) and (row.now or row.before):
        yield from wrapped(f"      {row.now or row.before}", width, "        ")
    if row.moved and row.change != Change.MOVED:
        yield "      It has moved as well."
    yield from wrapped(f"      “{_line(row.marks)}”", width, "        ")
    for note in row.notes:
        yield from wrapped(f"      Note: {note}", width, "        ")


def _passage(passage: PassageView, width: int) -> Iterator[str]:
    yield from wrapped(f"  {passage.where}: “{_line(passage.marks)}”", width, "      ")


def _line(marks: Sequence[Run]) -> str:
    """The words with brackets around what went and came; long stretches without a change are cut."""
    parts = []
    for number, run in enumerate(marks):
        before, behind = _BRACKETS[run.mark]
        if run.mark is Mark.SAME and len(marks) > 1:
            text = _shortened(run.text, _AROUND, head=number > 0, tail=number < len(marks) - 1)
        else:
            text = _shortened(run.text, _LONGEST // 2)
        parts.append(f"{before}{text}{behind}")
    return " ".join(parts)


def _shortened(text: str, ends: int, *, head: bool = True, tail: bool = True) -> str:
    """``text`` without its middle where it is long; ``ends`` words stay at the head and at the tail."""
    words = text.split()
    if len(words) <= 2 * ends + 1:
        return text
    kept = [*(words[:ends] if head else ()), "…", *(words[-ends:] if tail else ())]
    return " ".join(kept)
