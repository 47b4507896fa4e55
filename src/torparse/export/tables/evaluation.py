"""How well torparse was found to work: what to expect of the tables, by set of documents and by clause type."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.export.model import Column, Kind, Row, Table
from torparse.report.pages import measured

ALL = "all"


def rows() -> Iterator[Row]:
    for one in measured():
        yield (one["title"], ALL, one["documents"], *_figures(one))
        for name, of in one.get("types", {}).items():
            yield (one["title"], name, one["documents"], *_figures(of))


def _figures(of: dict[str, float]) -> Row:
    return (of["clauses"], of["precision"], of["recall"], of["values_right"])


def _share(name: str, about: str) -> Column:
    return Column(name, about, Kind.NUMBER, "share of 1", least=0, most=1)


TABLE = Table(
    "evaluation",
    "How well torparse's own clauses were found to agree with those of careful readers, by set of documents and clause "
    "type. The last set is the honest one: nobody who wrote rules had read its documents. It says nothing of the "
    "documents of this export.",
    (
        Column("documents", "The set of documents.", needed=True),
        Column("type", f"The clause type; {ALL} for all together.", needed=True),
        Column("documents_number", "Documents in the set.", Kind.WHOLE_NUMBER, "documents", needed=True, least=1),
        Column("clauses", "Clauses that readers found.", Kind.WHOLE_NUMBER, "clauses", needed=True, least=0),
        _share("precision", "Of the clauses that torparse found, the share that readers found too."),
        _share("recall", "Of the clauses that readers found, the share that torparse found too."),
        _share("values_right", "Of the value fields in clauses that both found, the share that torparse had right."),
    ),
    ("documents", "type"),
    fixed=rows,
)
