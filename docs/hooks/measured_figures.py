"""How well torparse was found to work, as tables: the figures are those that come with torparse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markup import code, f1, plain, share, table
from torparse.clauses import types
from torparse.report.pages import measured

_HEAD = ("documents", "how many", "clauses", "precision", "recall", "F1", "values right")


def _figures(one: Mapping[str, Any]) -> tuple[str, ...]:
    found = one["precision"], one["recall"]
    return str(one["clauses"]), *map(share, (*found, f1(*found), one["values_right"]))


def sets() -> list[str]:
    """The sets of documents, the strictest last."""
    return table(_HEAD, ((plain(one["title"]), str(one["documents"]), *_figures(one)) for one in measured()))


def of_type(name: str) -> list[str]:
    """The same for a clause type, by the sets in which it was measured by type; nothing where it never was."""
    rows = [(plain(one["title"]), *_figures(one["types"][name])) for one in measured() if name in one.get("types", {})]
    return table((_HEAD[0], *_HEAD[2:]), rows) if rows else []


def by_type() -> list[str]:
    """Every clause type that was measured on real documents, the one that is found worst first."""
    real = max((one for one in measured() if one.get("types") and "real" in one["title"]), key=_clauses)
    figures = real["types"]
    order = sorted((name for name in types() if name in figures), key=lambda name: (_f1(figures[name]), name))
    return [
        f"Of the {plain(real['title'])} ({real['documents']} documents):\n",
        *table(
            ("clause type", *_HEAD[2:]),
            ((f"[{code(name)}](../reference/clause-types/{name}.md)", *_figures(figures[name])) for name in order),
        ),
    ]


def strictest() -> str:
    """The figures of the strictest set in one sentence."""
    one = measured()[-1]
    total = f1(one["precision"], one["recall"])
    return (
        f"The strictest set, {plain(one['title'])}, has {one['documents']} documents and {one['clauses']} clauses: "
        f"precision {share(one['precision'])}, recall {share(one['recall'])}, F1 {share(total)}, and of the clauses "
        f"found {share(one['values_right'])} with the right values."
    )


def _clauses(one: Mapping[str, Any]) -> int:
    return int(one["clauses"])


def _f1(figures: Mapping[str, Any]) -> float:
    return f1(figures["precision"], figures["recall"]) or 0.0


def blocks() -> Mapping[str, Iterable[str]]:
    """What a page may ask for with ``<!-- measured: NAME -->``, by that name."""
    return {"sets": sets(), "types": by_type(), "strictest": [strictest()]}
