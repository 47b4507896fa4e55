"""Which bodies of a document get a column, and which are only mentioned (GUIDE.md, From clauses to cells)."""

from __future__ import annotations

import re
from dataclasses import replace

from torparse.assembly import settled
from torparse.lexicon.patterns import compiled
from torparse.merging import Found
from torparse.model import Body, Document, Evidence, Kind, Standing, Status
from torparse.rules.context import Context
from torparse.structure.bodies import Group
from torparse.structure.names import may_mean

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
_ORGAN = compiled(r"\b(?:board|executive|committee)$", re.IGNORECASE)
_LESSER = compiled(
    r"\b(?:sub|task|working|theme|thematic|delivery|advisory|project)[\s-]?(?:and finish )?(?:groups?"
    r"|committees?|partnerships?|panels?)|^groups?$",
    re.IGNORECASE,
)
_MAKES_A_BODY = frozenset(["dissolution", "quorum", "chair_appointment", "meeting_frequency", "voting"])


def bodies_of(context: Context, found: Found) -> tuple[list[Body], tuple[str, ...]]:
    """The bodies that get a column, and the groups that are only mentioned.

    A body has a column if the document sets out, points to or promises its terms (GUIDE.md, From clauses to cells). A
    group below the partnership's own organs has its terms set out here where it has two kinds of rules of its own; one
    rule ("the Board appoints the chair of each working group") mentions it.
    """
    structure = context.structure
    if structure.kind is Kind.INDUCTION_GUIDE:  # no column, but the rules in one body's own handbook are some body's
        named = [name for _, _, name in found if name]
        return [], tuple(dict.fromkeys((*(group.name for group in structure.groups), *named))) if named else ()
    if structure.kind is Kind.OTHER and not found:
        return [], ()
    bodies = [_body_of(group, structure.document) for group in structure.groups]
    aliases = {group.name: group.aliases for group in structure.roster.learned}
    for type_, _, name in found:
        makes = type_.name in _MAKES_A_BODY or (name and name.lower().endswith("general meeting"))
        if name and makes and not any(may_mean(name, b.name) for b in bodies):
            bodies.append(Body(name, Standing.SUPPLIED, aliases.get(name, ())))
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


def without_umbrella(bodies: list[Body], found: Found) -> list[Body]:
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
    return Body(group.name, group.standing, group.aliases, group.main, pointer)
