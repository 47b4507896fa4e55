"""The path of a decision, body by body: the usual way, what follows where members cannot agree, and who votes how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from torparse.compare import Column
from torparse.model import Clause, Status
from torparse.plain_words import joined, many
from torparse.report.charts.entries import ORDER
from torparse.report.charts.model import ChartView, TableCell, TableRow
from torparse.report.views import Views
from torparse.words import describe

_STEPS = (
    ("P14", "By default"),
    ("P15", "If they cannot agree"),
    ("P17", "Majority needed"),
    ("P18", "Casting vote"),
    ("P16", "Who votes"),
)
#: Ways of deciding from the most to the least common ground, each said of one body and of several.
_METHODS = {
    "consensus": ("decides by consensus alone", "decide by consensus alone"),
    "consensus_then_escalate": ("seeks consensus and refers on what stays open",
                                "seek consensus and refer on what stays open"),
    "consensus_then_vote": ("seeks consensus and then votes", "seek consensus and then vote"),
    "vote": ("decides by vote", "decide by vote"),
    "chair_decides": ("leaves it to the chair", "leave it to the chair"),
}  # fmt: skip
_SILENT = "does not say in its terms", "do not say in their terms"


def decision_path(views: Views) -> ChartView:
    """The table of how each body decides; those whose terms say nothing of it last."""
    columns = sorted(views.matrix.columns, key=lambda c: _order(views, c))
    rows = [
        TableRow(_name(views, c), c.document, tuple(_cell(views, c, provision) for provision, _ in _STEPS))
        for c in columns
    ]
    return ChartView(
        "decisions", "How do they decide?", tuple(_answer(views, columns)), (), (), (),
        "From the usual way to decide to what happens when members disagree, body by body",
        tuple(head for _, head in _STEPS), tuple(rows),
    )  # fmt: skip


def _name(views: Views, column: Column) -> str:
    return views.mask(column.record).text(column.body.name)


def _cell(views: Views, column: Column, provision: str) -> TableCell:
    """A step of the path: what the terms say, with a badge only where it is not the rule itself."""
    cell = views.matrix.cell(column.id, provision)
    shown = views.cell(column, cell)
    if cell.status is not Status.STATED:
        return TableCell("", shown.code, shown.word, shown.links)
    links = list(shown.links)
    for number, clause in enumerate(cell.clauses):
        words = _WORDS[provision](clause) if provision in _WORDS else ""
        if words:
            links[number] = replace(links[number], words=views.mask(column.record).text(words))
    return TableCell(links=tuple(links))


def _first(clause: Clause) -> str:
    """What comes first: a method that goes on to a second step without that step."""
    method = str(clause.value.as_dict().get("method", ""))
    return "Consensus" if method.startswith("consensus") else describe("voting", {"method": method}) if method else ""


def _second(clause: Clause) -> str:
    """What follows where there is no agreement."""
    value = clause.value.as_dict()
    if "escalates_to" in value:
        return describe("voting", {"escalates_to": value["escalates_to"]}, [e.quote for e in clause.evidence])
    return {"consensus_then_vote": "A vote", "consensus_then_escalate": "Referred on"}.get(value.get("method", ""), "")


_WORDS = {"P14": _first, "P15": _second}


def _method(views: Views, column: Column) -> str:
    """How the body decides by default, as a code of the guide; "" where its terms do not say."""
    cell = views.matrix.cell(column.id, "P14")
    if cell.status is not Status.STATED:
        return ""
    own = sorted(cell.clauses, key=lambda clause: clause.body is None)
    given = (clause.value.as_dict() for clause in own)
    return str(next((value["method"] for value in given if value.get("method") and "applies_to" not in value), ""))


def _order(views: Views, column: Column) -> tuple[int, int, str, str]:
    method = _method(views, column)
    place = list(_METHODS).index(method) if method in _METHODS else len(_METHODS)
    cells = [views.matrix.cell(column.id, provision) for provision, _ in _STEPS]
    says = min(ORDER.index(str(cell.status)) for cell in cells)
    return place, says, _name(views, column).casefold(), column.document


def _answer(views: Views, columns: Sequence[Column]) -> list[str]:
    counts = Counter(_method(views, column) for column in columns)
    ways = [(counts[m], _METHODS[m]) for m in _METHODS if counts[m]]
    ways.sort(key=lambda way: -way[0])
    told = [f"{count} {words[0 if count == 1 else 1]}" for count, words in ways]
    quiet = sum(count for method, count in counts.items() if method not in _METHODS)
    if not told:
        return [f"None of the {many(len(columns), 'body', 'bodies')} says in its terms how it decides."]
    told += [f"{quiet} {_SILENT[0 if quiet == 1 else 1]}"] if quiet else []
    lines = [f"Of {many(len(columns), 'body', 'bodies')}, {joined(told)}."]
    casting = Counter(_casting(views, column) for column in columns)
    if casting[True] or casting[False]:
        denied = f"; {casting[False]} {'rules' if casting[False] == 1 else 'rule'} it out" if casting[False] else ""
        gives = f"{casting[True]} of them give{'s' if casting[True] == 1 else ''}" if casting[True] else "None gives"
        lines.append(f"{gives} somebody a casting vote{denied}.")
    return lines


def _casting(views: Views, column: Column) -> bool | None:
    """Whether somebody has a casting vote; None where the terms do not say."""
    given = [clause.value.as_dict() for clause in views.matrix.cell(column.id, "P18").clauses]
    votes = [value["casting_vote"] for value in given if "casting_vote" in value]
    return any(votes) if votes else None
