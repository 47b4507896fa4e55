"""From a file to a Record: read, structure, clauses, bodies. The only place that knows the order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torparse import clauses
from torparse.assembly import clause_of, settled
from torparse.model import (
    Body,
    Clause,
    Document,
    Evidence,
    Kind,
    Record,
    Standing,
    Status,
)
from torparse.rules import scope, status, subjects
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context, build
from torparse.rules.setting import Provision, Setting
from torparse.structure import Structure, analyse
from torparse.structure.bodies import Group
from torparse.structure.kind import narrates, of_one_body
from torparse.structure.names import may_mean, words_of

if TYPE_CHECKING:
    from torparse.readers import Limits

_Found = list[tuple[ClauseType, Hit, str | None]]
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
_SETS_OUT = frozenset(
    [
        "quorum",
        "chair_appointment",
        "meeting_frequency",
        "voting",
        "term_of_office",
        "notice",
        "minutes",
        "public_access",
    ]
)
_LOOSE = frozenset(
    [
        "by",
        "from",
        "of",
        "composition",
        "casting_vote_by",
        "escalates_to",
        "consequence",
        "assets",
        "method",
        "roles",
        "groups",
        "agreed",
        "when",
        "instrument",
        "responsible",
        "statement",
        "called_by",
        "seniority",
    ]
)
"""Fields in the document's words, or that one provision may fill twice: they do not keep two hits apart."""
_OF_ALL = ("dissolution", "amendment", "resignation")
_ORGAN = re.compile(r"\b(?:board|executive|committee)$", re.IGNORECASE)
_LESSER = re.compile(
    r"\b(?:sub|task|working|theme|thematic|delivery|advisory|project)[\s-]?(?:and finish )?(?:groups?"
    r"|committees?|partnerships?|panels?)|^groups?$",
    re.IGNORECASE,
)
_MAKES_A_BODY = frozenset(["dissolution", "quorum", "chair_appointment", "meeting_frequency", "voting"])


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
    sections = structure.outline.sections
    return Record(document, structure.kind, found.bodies, sections, made, document.warnings, found.mentioned)


def clauses_of(found: Setting) -> list[tuple[Provision, Clause]]:
    """The clauses in the order of the record, each with the provision that it was made of."""
    made = [(one, clause_of(one, found)) for one in found.provisions]
    return sorted(made, key=lambda m: (m[1].evidence[0].start, m[1].type, str(m[1].value.as_dict())))


def provisions(structure: Structure) -> Setting:
    """Find the provisions of a document that has been analysed, and the bodies that they are for."""
    types = clauses.types()
    context = build(structure)
    hits = list(_hits(context, types))
    context = _kind_by_content(context, hits)
    found = [(types[name], hit, scope.body_of(hit, context, types[name].scoped)) for name, hit in hits]
    telling = [one for one in found if one[0].tells_bodies]
    bodies, mentioned = _bodies(context, telling)
    named = [*bodies, *(Body(name) for name in mentioned)]
    merged = _terms_of_chairs(_merge(_annexes(found), named, context), types)
    bodies = _without_umbrella(bodies, [one for one in merged if one[0].tells_bodies])
    known = {*mentioned, *(b.name for b in bodies)}
    made = [Provision(type_, hit, body if body in known else None) for type_, hit, body in merged]
    by_content = context.structure.kind is not structure.kind
    return Setting(context, tuple(bodies), mentioned, tuple(made), by_content)


def _hits(context: Context, types: Mapping[str, ClauseType]) -> Iterable[tuple[str, Hit]]:
    """Hits by type. A guide to many recommends and a covering report points; neither lays anything down itself."""
    kind = context.structure.kind
    if kind is Kind.INDUCTION_GUIDE and not of_one_body(context.units, context.structure.clean):
        yield from subjects.recommended(context)
    elif kind is Kind.COMMITTEE_REPORT:
        yield from ((_FACTS, hit) for hit in types[_FACTS].find(context))
        yield from subjects.covered(context)
    elif not narrates(context.units, context.structure.clean):
        for name, type_ in types.items():
            yield from ((name, hit) for hit in type_.find(context))


def _kind_by_content(context: Context, hits: Iterable[tuple[str, Hit]]) -> Context:
    """A document without a telling title is terms of reference where it lays down several of their usual provisions."""
    usual = {name for name, hit in hits if name in _USUAL and hit.value}
    if context.structure.kind is not Kind.OTHER or len(usual) < 2:
        return context
    return replace(context, structure=replace(context.structure, kind=Kind.TERMS_OF_REFERENCE))


def _bodies(context: Context, found: _Found) -> tuple[list[Body], tuple[str, ...]]:
    """The bodies that get a column, and the groups that are only mentioned.

    A body has a column if the document sets out, points to or promises its terms (GUIDE.md, From clauses to cells). A
    group below the partnership's own organs has its terms set out here where it has two kinds of rules of its own; one
    rule ("the Board appoints the chair of each working group") mentions it.
    """
    structure = context.structure
    if structure.kind is Kind.INDUCTION_GUIDE:
        names = dict.fromkeys(group.name for group in structure.groups)
        return [], tuple(dict.fromkeys((*names, *(name for _, _, name in found if name)))) if found else ()
    if structure.kind is Kind.OTHER and not found:
        return [], ()
    bodies = [_body_of(group, structure.document) for group in structure.groups]
    for type_, _, name in found:
        makes = type_.name in _MAKES_A_BODY or (name and name.lower().endswith("general meeting"))
        if name and makes and not any(may_mean(name, b.name) for b in bodies):
            bodies.append(Body(name, Standing.SUPPLIED))
    kept, mentioned = bodies[:1], []
    for body in bodies[1:]:
        own = [(t, h) for t, h, name in found if name and may_mean(name, body.name) and t.name in _SETS_OUT]
        away = [h for _, h in own if settled(h) is Status.DEFERRED]
        headed = any(g.name == body.name for g in structure.groups)
        enough = len({t.name for t, _ in own}) >= 2 or (headed and not _LESSER.search(body.name))
        if body.standing is not Standing.SUPPLIED or (enough and not (own and len(away) == len(own))):
            kept.append(body)
        elif away:
            pointer = Evidence(structure.document, *away[0].sentences[0].spans[-1])
            kept.append(replace(body, standing=Standing.ELSEWHERE, pointer=pointer))
        else:
            mentioned.append(body.name)
    return kept, tuple(mentioned)


def _without_umbrella(bodies: list[Body], found: _Found) -> list[Body]:
    """Leave out the partnership's own column where all its rules are those of its board.

    Where a board (or executive) has a section and no rule is the partnership's own, the partnership is no second body:
    what holds for all fills the columns of its organs (GUIDE.md, Body).
    """
    if len(bodies) < 2:
        return bodies
    main = bodies[0]
    own = any(name == main.name for _, _, name in found)
    organs = [i for i, b in enumerate(bodies[1:], 1) if _ORGAN.search(b.name) and b.standing is Standing.SUPPLIED]
    if own or not organs:
        return bodies
    return [replace(b, main=i == organs[0]) for i, b in enumerate(bodies) if i]


def _body_of(group: Group, document: Document) -> Body:
    pointer = Evidence(document, *group.pointer) if group.pointer else None
    return Body(group.name, group.standing, (), group.main, pointer)


def _merge(found: _Found, bodies: list[Body], context: Context) -> _Found:
    """One clause a provision: hits of one type, body and key that do not contradict each other become one."""
    main = bodies[0].name if bodies else None
    others = len(bodies) > 1
    default = _governing(found, bodies, context)
    out: _Found = []
    for type_, hit, name in found:
        body = _called(name, (*bodies[1:], *bodies[:1])) if name else None
        if body is None and type_.scoped and others and not hit.no_body and hit.key not in _OF_ALL:
            body = default
        if body == main and not (type_.scoped and others):
            body = None
        at = next(
            (i for i, (t, h, b) in enumerate(out) if t is type_ and b == body and _same_provision(type_.name, h, hit)),
            None,
        )
        if at is None:
            out.append((type_, hit, body))
        else:
            out[at] = (type_, _joined(out[at][1], hit), body)
    return out


def _called(name: str, bodies: Iterable[Body]) -> str | None:
    """The body of just that name, else the first whose name ends so."""
    fitting = [b.name for b in bodies if may_mean(name, b.name)]
    return next((fit for fit in fitting if words_of(fit) == words_of(name)), next(iter(fitting), None))


def _annexes(found: _Found) -> _Found:
    """Join the line of an annex list ("Annex 5 Complaints (to be developed)") to the provision that names the annex."""
    out: _Found = []
    for type_, hit, body in sorted(found, key=lambda f: _is_listing(f[1])):
        at = None
        if _is_listing(hit):
            names = _annexes_of(hit)
            at = next((i for i, (t, h, _) in enumerate(out) if t is type_ and names & _annexes_of(h)), None)
        if at is None:
            out.append((type_, hit, body))
            continue
        named = out[at][1]
        written = re.search(r"\bto follow\b", hit.sentences[0].text, re.IGNORECASE)
        st = settled(named) if written else settled(hit)
        out[at] = (type_, replace(_joined(named, hit), status=st), out[at][2])
    return out


def _annexes_of(hit: Hit) -> set[str]:
    return {" ".join(m[0].lower().split()) for s in hit.sentences for m in status.ANNEX.finditer(s.text)}


def _is_listing(hit: Hit) -> bool:
    """A heading or line that begins with an annex's number and has no sentence of its own."""
    text = hit.sentences[0].text
    return len(hit.sentences) == 1 and bool(status.ANNEX.match(text.strip())) and len(text.split()) <= 14


def _terms_of_chairs(found: _Found, types: Mapping[str, ClauseType]) -> _Found:
    """A chair's term is a clause of its own and a field of the appointment (GUIDE.md, Conventions)."""
    office, term = types["chair_appointment"], types["term_of_office"]
    clauses_of = {(h.value.get("role"), b): h for t, h, b in found if t is term}
    told = [((h.value.get("role"), b), h) for t, h, b in found if t is office and h.value.get("term")]
    first_told = dict(reversed(told))
    out: _Found = []
    for type_, hit, body in found:
        key = (hit.value.get("role"), body)
        held = clauses_of.get(key)
        if type_ is office and held and held.value.get("term") and "term" not in hit.value:
            hit = replace(hit, value={**hit.value, "term": held.value["term"]})
        elif hit is held and key in first_told and "term" not in hit.value:
            known = first_told[key]
            value = {**hit.value, "term": known.value["term"]}
            hit = replace(_joined(hit, replace(known, value={})), value=value)
        out.append((type_, hit, body))
    for (role, body), hit in told:
        if (role, body) not in clauses_of:
            value = {"role": role, "term": hit.value["term"]}
            out.append((term, replace(hit, value=value, rule="term_of_office.of_chair", key=str(role)), body))
    return out


def _governing(found: _Found, bodies: list[Body], context: Context) -> str | None:
    """The body that rules without a name are for: the main one, or its board where the board's section comes first.

    Standing orders of "the Partnership" that begin by setting up its Board are the Board's throughout.
    """
    if not bodies:
        return None
    main = bodies[0].name
    found = [one for one in found if one[0].tells_bodies]
    named = [name for type_, _, name in found if name and type_.scoped]
    unnamed = sorted(
        hit.sentences[0].start for type_, hit, name in found if type_.scoped and not name and not hit.no_body
    )
    for board in bodies[1:]:
        if not re.search(r"\b(?:board|executive)$", board.name, re.IGNORECASE) or named.count(
            board.name
        ) <= named.count(main):
            continue
        if main not in named:
            return board.name
        section = next((i for i, scope_ in enumerate(context.structure.scopes) if scope_ == board.name), None)
        start = context.structure.outline.sections[section].start if section is not None else None
        if start is not None and unnamed and start < unnamed[0]:
            return board.name
    return main


def _same_provision(name: str, one: Hit, other: Hit) -> bool:
    if one.key != other.key or settled(one) is not settled(other):
        return False
    if name == "voting" and one.key == "" and one.sentences[-1].section != other.sentences[0].section:
        return _compatible(one.value, other.value) and not ("threshold" in one.value and "threshold" in other.value)
    return _compatible(one.value, other.value)


def _compatible(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the measurable fields agree wherever both give them; the words for who may differ."""
    return all(
        other[key] == value or isinstance(value, tuple)
        for key, value in one.items()
        if key in other and key not in _LOOSE
    )


def _joined(one: Hit, other: Hit) -> Hit:
    value = {**other.value, **one.value}
    for key, given in one.value.items():
        if isinstance(given, tuple) and key in other.value:
            value[key] = tuple(dict.fromkeys((*given, *other.value[key])))
    methods = {one.value.get("method"), other.value.get("method")}
    if len(methods) == 2 and methods <= {"consensus", "vote", "consensus_then_vote"}:
        value["method"] = "consensus_then_vote"
    if "when" in one.value and "when" in other.value and one.value["when"] != other.value["when"]:
        value["when"] = "both"
    sentences = {s.index: s for s in (*one.sentences, *other.sentences)}
    return replace(
        one,
        value=value,
        sentences=tuple(sentences[i] for i in sorted(sentences)),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
    )
