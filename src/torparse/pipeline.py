"""From a file to a Record: read, structure, clauses, bodies. The only place that knows the order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import clauses, columns, merging
from torparse.assembly import clause_of
from torparse.model import Body, Clause, Document, Kind, Record
from torparse.rules import runs, scope, subjects
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context, build
from torparse.rules.setting import Provision, Setting
from torparse.statistics.proposals import proposed
from torparse.structure import Structure, analyse
from torparse.structure.kind import of_one_body
from torparse.structure.sorts import rules_itself, speaks_of_people

if TYPE_CHECKING:
    from torparse.readers import Limits

_FACTS = "document_facts"
_USUAL = frozenset(
    [
        "quorum",
        "voting",
        "chair_appointment",
        "meeting_frequency",
        "term_of_office",
        "notice",
        "review_cycle",
        "deputies",
        "interests",
    ]
)
_CORE = frozenset(["quorum", "voting", "chair_appointment", "meeting_frequency", "term_of_office"])
"""What a policy or strategy does not lay down, though it may have a review and a notice period of its own."""


def extract(source: Path | Document, *, limits: Limits | None = None) -> Record:
    """Read ``source`` and find its clauses. Raises UnreadableInput where it is a file that cannot be read."""
    if isinstance(source, Document):
        return extract_document(source)
    from torparse import readers

    return extract_document(readers.read(source, limits=limits) if limits else readers.read(source))


def extract_document(document: Document) -> Record:
    """Find the clauses of a document that has been read."""
    return extract_structure(analyse(document))


def extract_structure(structure: Structure) -> Record:
    """Find the clauses of a document that has been analysed."""
    return record_of(provisions(structure))


def record_of(found: Setting) -> Record:
    """The record of a document whose provisions have been found."""
    structure, document = found.context.structure, found.context.structure.document
    made = tuple(clause for _, clause in clauses_of(found))
    sections, warnings = structure.outline.sections, (*document.warnings, *_not_assessable(structure, made))
    return Record(document, structure.kind, found.bodies, sections, made, warnings, found.mentioned)


def clauses_of(found: Setting) -> list[tuple[Provision, Clause]]:
    """The clauses in the order of the record, each with the provision that it was made of."""
    made = [(one, clause_of(one, found)) for one in found.provisions]
    return sorted(made, key=lambda m: (m[1].evidence[0].start, m[1].type, str(m[1].value.as_dict())))


def provisions(structure: Structure) -> Setting:
    """Find the provisions of a document that has been analysed, and the bodies that they are for."""
    types = clauses.types()
    context = build(structure)
    hits = _hits(context, types)
    context = _kind_by_content(context, hits)
    found = [(types[name], hit, scope.body_of(hit, context, types[name].scoped)) for name, hit in hits]
    found = merging.lent(found, context)
    bodies, mentioned = columns.bodies_of(context, [one for one in found if one[0].tells_bodies])
    named = [*bodies, *(Body(name) for name in mentioned)]
    merged = merging.merged(merging.with_annexes(found), named, context)
    merged = merging.with_terms_of_chairs(merged, types)
    bodies = columns.without_umbrella(bodies, [one for one in merged if one[0].tells_bodies])
    known = {*mentioned, *(b.name for b in bodies)}
    made = [Provision(type_, hit, body if body in known else None) for type_, hit, body in merged]
    by_content = context.structure.kind is not structure.kind
    return Setting(context, tuple(bodies), mentioned, tuple(made), by_content)


def _hits(context: Context, types: Mapping[str, ClauseType]) -> list[tuple[str, Hit]]:
    """Hits by type. A guide to many recommends and a covering report points; neither lays anything down itself."""
    structure = context.structure
    if structure.kind is Kind.COMMITTEE_REPORT:
        return [*((_FACTS, hit) for hit in types[_FACTS].find(context)), *subjects.covered(context)]
    if structure.kind is Kind.INDUCTION_GUIDE and not of_one_body(context.units, structure.clean):
        return list(subjects.recommended(context))
    if structure.sort and not structure.sort.unless_it_rules:
        return []
    found = [(name, hit) for name, type_ in types.items() for hit in type_.find(context)]
    found = runs.with_runs(context, types, found)
    if not _rules(structure, found):
        return []
    return [*found, *proposed(context, found, types)]


def _rules(structure: Structure, hits: Iterable[tuple[str, Hit]]) -> bool:
    """Whether a document of no telling kind is one that lays a body's rules down."""
    if structure.kind is not Kind.OTHER:
        return True
    if structure.sort:
        core = {name for name, hit in hits if name in _CORE and hit.value}
        return rules_itself(structure.sort, structure.clean, len(core))
    return speaks_of_people(structure.clean)


def _kind_by_content(context: Context, hits: Iterable[tuple[str, Hit]]) -> Context:
    """A document without a telling title is terms of reference where it lays down several of their usual provisions."""
    usual = {name for name, hit in hits if name in _USUAL and hit.value}
    if context.structure.kind is not Kind.OTHER or len(usual) < 2:
        return context
    return replace(context, structure=replace(context.structure, kind=Kind.TERMS_OF_REFERENCE))


def _not_assessable(structure: Structure, made: Sequence[Clause]) -> tuple[str, ...]:
    """What to say of a document in which nothing can be judged: what it looks like, and what to do."""
    if structure.kind is not Kind.OTHER or made:
        return ()
    sort = structure.sort
    looks = f"This looks like {sort.name}" if sort else "This does not look like terms of reference"
    said = f"{looks}; it lays down no rules of a body, so nothing in it was assessed"
    return (f"{said}. Give the terms of reference, constitution or standing orders themselves",)
