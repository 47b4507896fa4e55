"""Which row of a table of facts is about which document and which of its bodies."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from torparse.metadata.tables import Row, Table
from torparse.plain_words import many

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """The user's facts by document. ``label`` is the file, ``columns`` the names of the facts in their order.

    ``remarks`` are what the user should know of the matching, a plain line each. ``matched`` documents have a row.
    """

    label: str
    columns: tuple[str, ...]
    matched: tuple[str, ...]
    remarks: tuple[str, ...]
    _rows: Mapping[str, Sequence[Row]] = field(repr=False)

    def of(self, document: str, names: Collection[str]) -> Mapping[str, str]:
        """The facts about a body of a document that has these ``names``; a fact that is not given is not there.

        A document with one row has it for all its bodies. Where it has several, a body has the row that names it, else
        the row that names no body.
        """
        rows = self._rows.get(document, ())
        if len(rows) == 1:
            return rows[0].facts
        known = {_plain(name) for name in names}
        own = [row for row in rows if row.body and _plain(row.body) in known]
        return next((row.facts for row in (*own, *(r for r in rows if not r.body))), {})

    def only(self, documents: Collection[str]) -> Facts:
        """The same facts of some of the documents."""
        rows = {name: some for name, some in self._rows.items() if name in documents}
        return Facts(self.label, self.columns, tuple(d for d in self.matched if d in documents), (), rows)


#: What is said of rows that do not fit, of one and of several.
_UNKNOWN = ("names a file that is not among the documents", "name files that are not among the documents")
_UNSURE = ("fits several documents; give the folder or the extension too",
           "fit several documents each; give the folder or the extension too")  # fmt: skip
_DIFFERING = ("repeats a document with other facts; the first row counts",
              "repeat documents with other facts; the first rows count")  # fmt: skip
_AGAIN = ("repeats an earlier one", "repeat earlier ones")
_STRANGER = ("names a body that its document does not have", "name bodies that their documents do not have")


def match(table: Table, bodies: Mapping[str, Collection[str]], others: Collection[str] = ()) -> Facts:
    """The facts of ``table`` for documents: ``bodies`` are their ids, each with every name of every body in it.

    ``others`` are files that the user gave and that are not compared: a row about one of them is no mistake. A row
    names its document by its path or the end of it, with or without the extension; case does not count.
    """
    found: dict[str, list[Row]] = {}
    odd: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    index = _index((*bodies, *others))
    for row in table.rows:
        documents = _documents(row.file, index)
        if len(documents) != 1:
            odd[_UNSURE if documents else _UNKNOWN].append(row)
        elif documents[0] in bodies:
            rows = found.setdefault(documents[0], [])
            earlier = next((one for one in rows if _plain(one.body) == _plain(row.body)), None)
            if earlier is None:
                rows.append(row)
            else:
                odd[_AGAIN if earlier.facts == row.facts else _DIFFERING].append(row)
    for document, rows in found.items():
        names = {_plain(name) for name in bodies[document]}
        odd[_STRANGER] += [row for row in rows if len(rows) > 1 and row.body and _plain(row.body) not in names]
    without = [document for document in bodies if document not in found]
    lines = [_of_rows(odd[kind], kind) for kind in (_UNKNOWN, _UNSURE, _DIFFERING, _AGAIN, _STRANGER)]
    remarks = tuple(line for line in (*lines, _of_documents(without, len(bodies))) if line)
    return Facts(table.label, table.columns, tuple(d for d in bodies if d in found), remarks, found)


_Index = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _index(documents: Collection[str]) -> _Index:
    """Each document's path in parts, by its last part with and without the extension."""
    index: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for document in documents:
        parts = _parts(document)
        for last in dict.fromkeys((parts[-1], _stem(parts[-1]))):
            index[last].append(((*parts[:-1], last), document))
    return index


def _documents(name: str, index: _Index) -> list[str]:
    """The documents that a row may mean: the one with exactly this path, else all whose path ends like it."""
    parts = _parts(name)
    known = index.get(parts[-1], ())
    exact = [document for path, document in known if path == parts]
    return exact if len(exact) == 1 else [document for path, document in known if _ends_alike(path, parts)]


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter of two paths is the end of the longer one."""
    common = min(len(one), len(other))
    return one[-common:] == other[-common:]


def _parts(path: str) -> tuple[str, ...]:
    parts = tuple(part for part in _plain(path).replace("\\", "/").split("/") if part not in ("", "."))
    return parts or ("",)


def _stem(name: str) -> str:
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _of_rows(rows: Sequence[Row], kind: tuple[str, str]) -> str:
    """A line about rows that do not fit, with the first of them, or ""."""
    names = [f"{row.body if kind is _STRANGER else row.file} (row {row.number})" for row in rows]
    return f"{many(len(rows), 'row')} {kind[len(rows) > 1]}: {_first(names)}" if rows else ""


def _of_documents(without: Sequence[str], total: int) -> str:
    """A line about documents that no row is about, or ""."""
    verbs = ("has", "stands") if len(without) == 1 else ("have", "stand")
    told = f'{len(without)} of {many(total, "document")} {verbs[0]} no row and {verbs[1]} under "not given"'
    return f"{told}: {_first(without)}" if without else ""


def _first(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
