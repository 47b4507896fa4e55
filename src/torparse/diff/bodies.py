"""The bodies of two versions of a document, paired: by name, then as the main body, then by what their clauses say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from torparse.diff.wording import overlap
from torparse.model import Body, Clause, Kind, Record, Standing
from torparse.structure.names import same_body, words_of

_ALIKE = 0.4  # share of three-word runs that the clauses of one body under two names have in common


@dataclass(frozen=True, slots=True)
class Unit:
    """A body with its clauses, or (``name`` None) the clauses without a body.

    ``is_body`` is false of groups that are only mentioned, and of the clauses without a body.
    """

    name: str | None
    names: tuple[str, ...]
    main: bool
    is_body: bool
    standing: Standing
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """All that the clauses quote."""
        return "\n".join(run.quote for clause in self.clauses for run in clause.evidence)


@dataclass(frozen=True, slots=True)
class Pair:
    """A body of the old version and one of the new, or one of them alone."""

    old: Unit | None
    new: Unit | None

    @property
    def renamed(self) -> bool:
        """Whether one body goes by two names that are not two ways of writing one."""
        if self.old is None or self.new is None or self.old.name is None or self.new.name is None:
            return False
        return not _shares_a_name(self.old, self.new) and not same_body(self.old.name, self.new.name)


def units_of(record: Record) -> tuple[Unit, ...]:
    """The bodies of a record with their clauses, the main one first, and last the clauses without a body, if any."""
    bodies = {body.name: body for body in sorted(record.bodies, key=lambda b: not b.main)}
    by_name = {name: body.name for body in reversed(bodies.values()) for name in (*body.aliases, body.name)}
    clauses: dict[str | None, list[Clause]] = {name: [] for name in bodies}
    for clause in record.clauses:
        name = None if clause.body is None else by_name.get(clause.body, clause.body)
        clauses.setdefault(name, []).append(clause)
    whole = clauses.pop(None, [])
    units = []
    for name, some in clauses.items():
        body = bodies.get(name or "", Body(name or ""))
        names, is_body = (body.name, *body.aliases), body.name in bodies
        units.append(Unit(body.name, names, body.main, is_body, body.standing, tuple(some)))
    if whole or not units:
        standing = Standing.NOT_SUPPLIED if not_assessed(record) else Standing.SUPPLIED
        units.append(Unit(None, (), False, False, standing, tuple(whole)))
    return tuple(units)


def not_assessed(record: Record) -> bool:
    """Whether the record is of a document without terms: a covering report, or one of which nothing was assessed."""
    if record.kind is Kind.COMMITTEE_REPORT:
        return all(body.standing is Standing.NOT_SUPPLIED for body in record.bodies)
    return record.kind is Kind.OTHER and not record.clauses


def paired(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """Every body of either version once, those of the new version in its order, then those that are gone.

    Clauses without a body are the main body's (the guide: null and its name agree) where both versions have the same
    main body, or one of them names none; otherwise they are held against each other.
    """
    named_old, named_new = ([unit for unit in some if unit.name is not None] for some in (old, new))
    whole_old, whole_new = (next((unit for unit in some if unit.name is None), None) for some in (old, new))
    pairs = _by_name_and_likeness(named_old, named_new)
    wholes = Pair(whole_old, whole_new)
    for number, pair in enumerate(pairs):
        if pair.old and pair.new and pair.old.main and pair.new.main:
            pairs[number] = Pair(_joined(pair.old, whole_old), _joined(pair.new, whole_new))
            return tuple(pairs)
        if not named_old and pair.new and pair.new.main:
            pairs[number] = Pair(whole_old, _joined(pair.new, whole_new))
            return tuple(pairs)
        if not named_new and pair.old and pair.old.main:
            pairs[number] = Pair(_joined(pair.old, whole_old), whole_new)
            return tuple(pairs)
    return (*pairs, *((wholes,) if whole_old or whole_new else ()))


def renamings(pairs: Sequence[Pair]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Of every renamed body its names in the old version and in the new one, short forms included."""
    olds, news = ([unit for unit in some if unit] for some in ([p.old for p in pairs], [p.new for p in pairs]))
    return [(_called(p.old, olds), _called(p.new, news)) for p in pairs if p.renamed and p.old and p.new]


def _called(body: Unit, others: Sequence[Unit]) -> tuple[str, ...]:
    """The names of a body; "the Forum" is one of them where no other body of the version is a forum."""
    last = _last_word(body)
    alone = all(unit is body or _last_word(unit).casefold() != last.casefold() for unit in others)
    return (*body.names, last) if alone and last else body.names


def _last_word(body: Unit) -> str:
    return (body.name or "").rpartition(" ")[2]


def _joined(body: Unit, whole: Unit | None) -> Unit:
    """A body with the clauses without a body, in the order of the text."""
    both = (*body.clauses, *(whole.clauses if whole else ()))
    return replace(body, clauses=tuple(sorted(both, key=lambda c: (c.evidence[0].start, c.type))))


def _by_name_and_likeness(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    free_old, free_new = list(old), list(new)
    found: dict[int, Unit] = {}
    for alike in (_shares_a_name, _written_alike, _both_main, _says_the_same):
        for one in list(free_new):
            other = next((unit for unit in free_old if alike(unit, one)), None)
            if other is not None:
                free_old.remove(other)
                free_new.remove(one)
                found[id(one)] = other
    return [*(Pair(found.get(id(one)), one) for one in new), *(Pair(one, None) for one in free_old)]


def _shares_a_name(old: Unit, new: Unit) -> bool:
    def known(unit: Unit) -> set[tuple[str, ...]]:
        return {tuple(words_of(name)) for name in unit.names} - {()}

    return bool(known(old) & known(new))


def _written_alike(old: Unit, new: Unit) -> bool:
    return bool(old.name and new.name and same_body(old.name, new.name))


def _both_main(old: Unit, new: Unit) -> bool:
    return old.main and new.main


def _says_the_same(old: Unit, new: Unit) -> bool:
    return overlap(old.text, new.text) >= _ALIKE
