"""The views of the database: tables joined into what people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from torparse.export.dataset import Dataset
from torparse.export.model import Column, Kind

POSITION = "position"
"""The column of the view of quotes that the full-text index counts by."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, a sentence on it, its columns by their names, each with the table and the column that it comes
    from, and how the tables are joined."""

    name: str
    about: str
    columns: Mapping[str, tuple[str, str]]
    joined: str

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        columns = ",\n  ".join(f'"{table}"."{column}" AS "{name}"' for name, (table, column) in self.columns.items())
        return f'CREATE VIEW "{self.name}" AS\nSELECT\n  {columns}\nFROM {self.joined}'

    def described(self, dataset: Dataset) -> Iterator[tuple[str, Column]]:
        """Its columns by their names, as their tables describe them."""
        for name, (table, origin) in self.columns.items():
            if origin == "rowid":
                yield name, Column(name, "The place of the clause in the order of the documents and of their texts, "
                                   "from 1.", Kind.WHOLE_NUMBER, "rank", needed=True, least=1)  # fmt: skip
            else:
                yield name, next(column for column in dataset.table(table).columns if column.name == origin)


def _of(table: str, *names: str) -> dict[str, tuple[str, str]]:
    return {name: (table, name) for name in names}


_DOCUMENT = _of("documents", "document_id", "kind", "date")
_BODY = {"body": ("bodies", "name"), "standing": ("bodies", "standing")}
_BODIES = 'JOIN "bodies" USING ("body_id") JOIN "documents" USING ("document_id")'
_CLAUSE = (
    "type", "status", "completeness", "value_text", "quote", "section_ref", "page", "confidence", "source", "start",
    "end", "clause_id",
)  # fmt: skip
_CELL = ("status", "completeness", "value_text", "source", "verdict", "body_id", "provision_id")
_FINDING = ("judgement", "promised", "not_needed", "reason", "quote", "body_id", "item_id")

QUOTES = View(
    "quotes",
    "Every clause with the words that prove it, its body and its document, in the order of the text. Full-text search "
    "finds words of the quotes.",
    {
        POSITION: ("clauses", "rowid"),
        **_DOCUMENT,
        **_of("clauses", "body"),
        **_of("bodies", "standing"),
        **_of("clauses", *_CLAUSE),
    },
    '"clauses" JOIN "documents" USING ("document_id")\n'
    '  LEFT JOIN "bodies" ON "bodies"."body_id" = "clauses"."body_id"',
)
VIEWS = (
    QUOTES,
    View(
        "matrix_long",
        "The comparison, one cell a row: what each body lays down on each provision, with their names.",
        {
            **_DOCUMENT,
            **_BODY,
            **_of("provisions", "group"),
            "provision": ("provisions", "title"),
            **_of("cells", *_CELL),
        },
        f'"cells"\n  {_BODIES} JOIN "provisions" USING ("provision_id")',
    ),
    View(
        "checklist_long",
        "How each body's terms stand to each item of the checklist, with the names of the bodies and what is asked.",
        {
            **_DOCUMENT,
            **_BODY,
            **_of("checklist_items", "requirement", "importance", "asked_by"),
            **_of("checklist", *_FINDING),
        },
        f'"checklist"\n  {_BODIES} JOIN "checklist_items" USING ("item_id")',
    ),
)
