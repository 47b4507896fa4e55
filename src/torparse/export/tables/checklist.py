"""How each body's terms stand to the items of the checklist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from torparse.checklists import Checklist
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import bodies, people

ID = "item_id"


def rows(part: Part) -> Iterator[Row]:
    for column, finding in part.findings:
        yield (
            column.id,
            finding.item,
            str(finding.judgement),
            finding.promised,
            finding.not_needed is not None,
            part.hidden(finding.reason),
            part.hidden(finding.met_by) or None,
            finding.missing,
            part.quote(finding.evidence),
            tuple(dict.fromkeys(run.section for run in finding.evidence if run.section)),
            tuple(dict.fromkeys(document for document, _ in finding.elsewhere)),
            *people.cells(part, finding.not_needed),
        )


def _items(checklist: Checklist) -> Iterable[Row]:
    return (
        (item.id, item.requirement, item.importance, item.source, item.section, item.why, item.next_step)
        for item in checklist.items
    )


def items_table(checklist: Checklist) -> Table:
    """What the checklist asks."""
    return Table(
        "checklist_items",
        f"The items of the checklist {checklist.name} ({checklist.source}).",
        (
            Column(ID, "The item.", needed=True),
            Column("requirement", "What is asked.", needed=True),
            Column("importance", "How much terms need it.", codes=codes.IMPORTANCE, needed=True),
            Column("asked_by", "Who asks for it.", codes={code: said for code, (_, said) in codes.ASKED_BY.items()},
                   needed=True),
            Column("section", "The place in the guide, or the authority with its date."),
            Column("why", "Why it matters."),
            Column("next_step", "What to do where it is not in place."),
        ),
        (ID,),
        fixed=partial(_items, checklist),
    )  # fmt: skip


def table(checklist: Checklist) -> Table:
    """How the bodies stand to what the checklist asks."""
    return Table(
        "checklist",
        "How each body's terms stand to each item of the checklist, one pair a row. Only bodies whose terms are in a "
        "document, or in what a covering report covers, are checked.",
        (
            Column(bodies.ID, "The body.", needed=True, refers=("bodies", bodies.ID)),
            Column(ID, "The item.", needed=True, refers=("checklist_items", ID),
                   codes={item.id: item.requirement for item in checklist.items}),
            Column("judgement", "How the terms stand to it.", codes=codes.JUDGEMENT, needed=True),
            Column("promised", "Whether it is not there and set aside to be written later.", Kind.YES_NO, needed=True),
            Column("not_needed", "Whether a person says that these terms need not have it; it is no gap then.",
                   Kind.YES_NO, needed=True),
            Column("reason", "Why it was judged so, in a sentence or two.", needed=True),
            Column("met_by", "What would make it met."),
            Column("missing", "The parts of the item that are not there.", Kind.LIST),
            Column("quote", "The words that this rests on; empty where nothing was found."),
            Column("section_refs", "Where they stand, each place once.", Kind.LIST),
            Column("elsewhere", "Other documents in which it was found, by their ids.", Kind.LIST),
            *people.columns("Who says that it is not needed"),
        ),
        (bodies.ID, ID),
        rows,
    )  # fmt: skip
