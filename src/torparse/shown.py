"""How the words of ``torparse.model`` look in an interactive session: a short line, and in a notebook a small table.

What is shown here is the document's own text, unmasked; it is for whoever has the document. ``Shown`` is mixed in by
the model, so that these lines do not stand between its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

LONGEST = 80
"""Characters of a text that a line shows."""
MOST = 50
"""Rows of a table in a notebook."""


def shortened(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, at most ``longest`` characters and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 2].rstrip()} …"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 clause", "1,200 clauses"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]], most: int = MOST) -> str:
    """An HTML table with a caption and headings of columns and rows (WCAG 2.2, technique H63); everything is escaped.

    The first cell of a row is its heading. Of more than ``most`` rows the first are shown, and how many are left.
    """
    all_ = list(rows)
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in all_[:most])
    left = f"<p>{counted(len(all_) - most, 'more row')} not shown.</p>" if len(all_) > most else ""
    top = f"<thead><tr>{columns}</tr></thead>" if head else ""
    return f"<table><caption>{escape(caption)}</caption>{top}<tbody>{body}</tbody></table>{left}"


def _row(row: Sequence[object]) -> str:
    first, *cells = (escape(str(cell)) for cell in row)
    return f'<th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}'


class Shown:
    """Gives a model class its short line and its form in a notebook."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {_LINES[type(self).__name__](self)}>"

    def _repr_html_(self) -> str:
        return _TABLES[type(self).__name__](self)


def value_text(value: Any) -> str:
    """A clause's fields: "count: 5; of: members"."""
    fields = value.as_dict().items()
    return "; ".join(f"{name}: {', '.join(map(str, v)) if isinstance(v, list) else v}" for name, v in fields)


def _document_line(one: Any) -> str:
    pages = f", {counted(one.pages, 'page')}" if one.pages else ""
    return (
        f"{one.name!r} ({one.media}{pages}): {counted(len(one.text), 'character')}, {counted(len(one.blocks), 'block')}"
    )


def _evidence_line(one: Any) -> str:
    return f"{one.start}..{one.end}{f', {one.section}' if one.section else ''}: {shortened(one.quote)!r}"


def _body_line(one: Any) -> str:
    return f"{one.name!r} ({str(one.standing).replace('_', ' ')}{', main' if one.main else ''})"


def _clause_line(one: Any) -> str:
    said = value_text(one.value)
    return f"{one.type}, {one.body or 'the whole document'}: {one.status}{f' ({shortened(said)})' if said else ''}"


def _record_line(one: Any) -> str:
    kind = str(one.kind).replace("_", " ")
    bodies, clauses = counted(len(one.bodies), "body", "bodies"), counted(len(one.clauses), "clause")
    return f"{one.document.id!r} ({kind}): {bodies}, {clauses}"


def _finding_line(one: Any) -> str:
    return f"{one.item}, {one.body}: {one.code.replace('_', ' ')}"


def _facts(caption: str, facts: Iterable[tuple[str, object]]) -> str:
    return table(caption, (), ((name, fact) for name, fact in facts if fact not in (None, "", ())))


def _document_table(one: Any) -> str:
    return _facts(
        f"Document {one.name}",
        (
            ("Format", one.media), ("Pages", one.pages), ("Characters", f"{len(one.text):,}"),
            ("Blocks", f"{len(one.blocks):,}"), ("Tracked changes", one.changes or None),
            ("Comments", len(one.comments) or None), ("Warnings", "; ".join(one.warnings)),
            ("Begins", shortened(one.text, 200)),
        ),
    )  # fmt: skip


def _places(evidence: Iterable[Any]) -> str:
    return "; ".join(run.section or f"{run.start}..{run.end}" for run in evidence)


def _evidence_table(one: Any) -> str:
    return _facts(
        "Evidence",
        (("Quote", one.quote), ("Characters", f"{one.start} to {one.end}"), ("Section", one.section),
         ("Page", one.page), ("Line", one.line)),
    )  # fmt: skip


def _body_table(one: Any) -> str:
    return _facts(
        f"Body {one.name}",
        (("Terms", str(one.standing).replace("_", " ")), ("Also called", ", ".join(one.aliases))),
    )


def _clause_table(one: Any) -> str:
    return _facts(
        f"Clause: {one.type}",
        (
            ("Body", one.body or "the whole document"), ("Status", one.status), ("Value", value_text(one.value)),
            ("Quote", " […] ".join(run.quote for run in one.evidence)), ("Where", _places(one.evidence)),
            ("Confidence", f"{one.confidence:.2f}"), ("Rule", one.rule), ("Notes", "; ".join(one.notes)),
        ),
    )  # fmt: skip


def _record_table(one: Any) -> str:
    rows = (
        (c.type, c.body or "", c.status, value_text(c.value), _places(c.evidence), shortened(c.evidence[0].quote, 160))
        for c in one.clauses
    )
    head = ("Type", "Body", "Status", "Value", "Where", "First quote")
    return table(f"Clauses of {_record_line(one)}", head, rows)


def _finding_table(one: Any) -> str:
    return _facts(
        f"Item {one.item}",
        (("Body", one.body), ("Judgement", one.code.replace("_", " ")), ("Reason", one.reason),
         ("Quotes", " […] ".join(run.quote for run in one.evidence)), ("What would make it met", one.met_by)),
    )  # fmt: skip


_LINES = {
    "Document": _document_line, "Evidence": _evidence_line, "Body": _body_line, "Clause": _clause_line,
    "Record": _record_line, "Finding": _finding_line,
}  # fmt: skip
_TABLES = {
    "Document": _document_table, "Evidence": _evidence_table, "Body": _body_table, "Clause": _clause_table,
    "Record": _record_table, "Finding": _finding_table,
}  # fmt: skip
