"""A comparison as its forms show it: plain immutable values, texts already masked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from torparse.compare import summary_of
from torparse.diff.model import BodyChanges, Change, Comparison, DocumentChanges, Passage, Row
from torparse.diff.wording import Mark, Run, marked
from torparse.diff.words import CHANGES, counted, name_of
from torparse.masking import Mask, masks_for
from torparse.model import Clause, Evidence, Record, Status
from torparse.plain_words import many, role
from torparse.provisions import PROVISIONS, Provision
from torparse.report.views import place
from torparse.report.words import KINDS, STANDINGS, STATUSES

ONLY_COVERED = "Only what is covered with █ differs."
_TITLES = 2  # provisions that a row is named after


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field that changed, in words; ``name`` is its name in the value."""

    name: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A change as shown. ``before`` and ``now`` say it in short, ``where`` in which place of either version.

    ``old`` and ``new`` are the quotes with their places for JSON, ``marks`` the two wordings as one.
    """

    anchor: str
    change: str
    word: str
    sign: str
    title: str
    provisions: tuple[str, ...]
    types: tuple[str, ...]
    fields: tuple[FieldView, ...]
    status_old: str
    status_new: str
    value_old: str
    value_new: str
    before: str
    now: str
    moved: bool
    where: str
    marks: tuple[Run, ...]
    notes: tuple[str, ...]
    old: tuple[dict[str, Any], ...]
    new: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its changes. ``lines`` say what became of the body itself."""

    name: str
    name_old: str | None
    name_new: str | None
    change: str
    standing_old: str | None
    standing_new: str | None
    lines: tuple[str, ...]
    rows: tuple[RowView, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class PassageView:
    """A sentence that differs and is no provision: its words as one, and where it stands."""

    change: str
    where: str
    marks: tuple[Run, ...]
    old: dict[str, Any] | None
    new: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in two versions. ``title`` names it, and both names where they differ."""

    anchor: str
    title: str
    old: str
    new: str
    by_likeness: bool
    counted: str
    notes: tuple[str, ...]
    bodies: tuple[BodyView, ...]
    passages: tuple[PassageView, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class LoneView:
    """A document of one folder only."""

    name: str
    kind: str
    clauses: int


def document_views(comparison: Comparison, *, include_contacts: bool = False) -> tuple[DocumentView, ...]:
    """Every pair of documents as shown, masked unless contacts are wanted."""
    return tuple(
        _Masked(one, f"d{number}", include_contacts).view() for number, one in enumerate(comparison.documents, 1)
    )


def lone_views(records: Iterable[Record]) -> tuple[LoneView, ...]:
    """The documents of one folder only."""
    return tuple(LoneView(r.document.id, KINDS[r.kind], len(r.clauses)) for r in records)


class _Masked:
    """One document's changes with the masks of its two versions."""

    def __init__(self, changes: DocumentChanges, anchor: str, include_contacts: bool) -> None:
        self.changes, self.anchor = changes, anchor
        texts = [record.document.text for record in (changes.old, changes.new)]
        self.old, self.new = (Mask(), Mask()) if include_contacts else masks_for(*texts)

    def view(self) -> DocumentView:
        one = self.changes
        old, new = one.old.document.id, one.new.document.id
        return DocumentView(
            self.anchor, new if old == new else f"{old} → {new}", old, new, one.by_likeness, counted([one]),
            one.notes,
            tuple(self._body(n, body) for n, body in enumerate(one.bodies, 1)),
            tuple(map(self._passage, one.passages)), one.same,
        )  # fmt: skip

    def _body(self, number: int, body: BodyChanges) -> BodyView:
        change = "added" if not body.in_old else "removed" if not body.in_new else "renamed" if body.renamed else "same"
        rows = (self._row(row, f"{self.anchor}-b{number}-r{n}") for n, row in enumerate(body.rows, 1))
        return BodyView(
            self.new.text(name_of(body)), self._name(body.name_old), self._name(body.name_new), change,
            _code(body.standing_old), _code(body.standing_new),
            tuple(map(self.new.text, _lines(body))), tuple(rows), body.unchanged,
        )  # fmt: skip

    def _name(self, name: str | None) -> str | None:
        return self.new.text(name) if name else None

    def _row(self, row: Row, anchor: str) -> RowView:
        word, sign, _ = CHANGES[row.change]
        provisions = _provisions(row)
        fields = tuple(
            FieldView(f.name, f.label, self.old.text(f.old), self.new.text(f.new)) for f in row.fields
        )  # fmt: skip
        value_old, value_new = self._value(row.old, self.old), self._value(row.new, self.new)
        before, now = _in_short(row, fields, value_old, value_new)
        marks = marked(self._words(row.old, self.old), self._words(row.new, self.new))
        covered = row.change is Change.REWORDED and all(run.mark is Mark.SAME for run in marks)
        old, new = row.old.evidence if row.old else (), row.new.evidence if row.new else ()
        return RowView(
            anchor=anchor, change=str(row.change), word=word, sign=sign, title=_title(row, provisions),
            provisions=tuple(p.id for p in provisions), types=tuple(dict.fromkeys(c.type for c in row.clauses)),
            fields=fields, status_old=str(row.status_old), status_new=str(row.status_new),
            value_old=value_old, value_new=value_new, before=before, now=now, moved=row.moved,
            where=_where(old, new), marks=marks, notes=(*row.notes, *((ONLY_COVERED,) if covered else ())),
            old=tuple(self.old.rows(old)), new=tuple(self.new.rows(new)),
        )  # fmt: skip

    def _value(self, clause: Clause | None, mask: Mask) -> str:
        return mask.text(summary_of(clause)) if clause else ""

    def _words(self, clause: Clause | None, mask: Mask) -> str:
        return " … ".join(mask.quote(run) for run in clause.evidence) if clause else ""

    def _passage(self, passage: Passage) -> PassageView:
        old, new = passage.old, passage.new
        change = "reworded" if old and new else "added" if new else "removed"
        marks = marked(self.old.quote(old) if old else "", self.new.quote(new) if new else "")
        return PassageView(
            change, _where([old] if old else (), [new] if new else ()), marks,
            self.old.rows([old])[0] if old else None, self.new.rows([new])[0] if new else None,
        )  # fmt: skip


def _code(standing: object) -> str | None:
    return None if standing is None else str(standing)


def _lines(body: BodyChanges) -> list[str]:
    """What became of the body itself, in sentences."""
    if not body.known:
        which = "new" if body.standing_new is None else "old"
        return [f"The {which} version holds no terms in which this body could be looked for."]
    if body.named and body.in_old != body.in_new:
        which = "old" if body.in_new else "new"
        return [f"The {which} version names this body too, but torparse finds no rules of its own there."]
    if not body.in_old:
        return ["This body is new."]
    if not body.in_new:
        return ["The new version does not have this body any more."]
    lines = [f"Renamed: {body.name_old} → {body.name_new}."] if body.renamed else []
    if body.standing_old and body.standing_new and body.standing_old is not body.standing_new:
        lines.append(f"{STANDINGS[body.standing_old]} → {STANDINGS[body.standing_new]}.".capitalize())
    return lines


def _provisions(row: Row) -> tuple[Provision, ...]:
    """The provisions whose cells the row changes, those of its own clauses first.

    Of a changed value they are the ones that show a field which changed.
    """
    names = {field.name for field in row.fields} if row.change is Change.VALUE else set()
    own = _fed([row.old, row.new], names) or _fed([row.old, row.new], set())
    also = (provision for pair in row.also for provision in _fed(pair, set()))
    return tuple(dict.fromkeys((*own, *also)))


def _fed(clauses: Iterable[Clause | None], names: set[str]) -> list[Provision]:
    """The provisions that clauses fill; only those that show one of the fields ``names``, if there are any."""
    given = [clause for clause in clauses if clause is not None]
    return [
        p for p in PROVISIONS
        if any(f.accepts(c) and (not names or not f.fields or names & set(f.fields)) for f in p.feeds for c in given)
    ]  # fmt: skip


def _title(row: Row, provisions: Sequence[Provision]) -> str:
    names = [p.title for p in provisions[:_TITLES]]
    if len(provisions) > _TITLES:
        names.append(f"{len(provisions) - _TITLES} more")
    title = "; ".join(names)
    clause = row.new or row.old
    value = clause.value.as_dict() if clause else {}
    which = value.get("role") if clause and clause.type == "term_of_office" else None
    if clause and not provisions:
        title, which = clause.type.replace("_", " ").capitalize(), value.get("subject")
    return f"{title} ({role(str(which))})" if which else title


def _in_short(row: Row, fields: Sequence[FieldView], value_old: str, value_new: str) -> tuple[str, str]:
    """The change in short: what it was before, and what it is now."""
    if row.change is Change.VALUE:
        before, now = ("; ".join(f"{f.label}: {side}" for f, side in zip(fields, some, strict=True))
                       for some in ([f.old for f in fields], [f.new for f in fields]))  # fmt: skip
        return before, now
    if row.change is Change.STATUS:
        return _status(row.status_old, value_old), _status(row.status_new, value_new)
    return value_old, value_new


def _status(status: Status, value: str) -> str:
    word = STATUSES[str(status)][0] if str(status) in STATUSES else str(status).capitalize()
    return f"{word}: {value}" if value else word


def _where(old: Sequence[Evidence], new: Sequence[Evidence]) -> str:
    """The places of the first runs in either version; one of them where both are alike."""
    before, after = _places(old), _places(new)
    if not (old and new) or before == after:
        return before or after
    section = f"section {old[0].section}, "
    if old[0].section == new[0].section and before.startswith(section):
        after = after.removeprefix(section)
    return f"{before} → {after}"


def _places(runs: Sequence[Evidence]) -> str:
    if not runs:
        return ""
    more = f" and {many(len(runs) - 1, 'more place')}" if len(runs) > 1 else ""
    return f"{place(runs[0]) or 'text'}{more}"
