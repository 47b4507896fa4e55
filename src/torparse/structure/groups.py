"""Which groups a document is about, found in its titles, headings and pointers; and which section is whose."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import compiled
from torparse.model import Kind, Standing
from torparse.structure import bodies
from torparse.structure.bodies import Group
from torparse.structure.names import is_outsider, names_in, same_body, title_case
from torparse.structure.outline import Outline
from torparse.structure.sentences import split
from torparse.structure.units import Role, Unit

_ENTRY = compiled(
    r"\s=\s|^(?!(?:title|name|group)\b)[A-Za-z][\w-]{1,20}( [\w-]{1,12})?\s?:\s*"
    r"(?!.*\b(?i:terms of reference|constitution|charter|rules)\b)\S.{0,80}(?<![.])$"
)
"""A line of front matter or of abbreviations ("owner: Platform Committee", "SC = Steering Committee"): no title."""

_NO_TITLE = compiled(
    r"^\W*(?:purposes?|roles?|aims?|objectives?|background|context|scope|introduction|membership|overview|summary"
    r"|contents|meetings?|responsibilities|accountability)\b"
    r"|^\W*(?:these|this|the) [\w ]*\b(?:appl(?:y|ies)|sets? out|describes?|is|are|was)\b"
    r"|^\W*(?:these|this|the) (?:[\w-]+ )?(?:constitution|charter|by-?laws|rules|standing orders|terms of reference) "
    r"(?:shall|will|must|may|governs?|covers?|regulates?|binds?)\b"
    r"|\b(?:shall|must|will) (?:also |only )?(?:be|mean|have|govern|consist|comprise|meet|hold|include|act)\b",
    re.IGNORECASE,
)
"""A heading on the matter, or a sentence: no title."""
_CALLED_SO = (
    r"[\s*\"']*(?:the )?(?P<{}>(?-i:[A-Z])[\w&'/-]*(?: (?:of|and|for|the|in|&|(?-i:[A-Z0-9])[\w&'/-]*)){{0,9}}"
    r"(?:\s+(?:chapter|branch|section|group|network|committee|partnership|forum|society|association)\b)?)"
)
_CALLED = compiled(
    r"\b(?:the )?(?:(?:legal|full|official) )?name of (?:the|this) [\w ]{3,40}? (?:is|shall be|will be)"
    rf"(?: called| known as)? ?:?{_CALLED_SO.format('name')}"
    r"|\bthe (?:group|association|society|organi[sz]ation|partnership|forum|committee) shall be (?:called|known as)"
    rf"{_CALLED_SO.format('other')}",
    re.IGNORECASE,
)
"""The clause of a constitution that gives the name."""
_SENTENCE = compiled(r"\S+(?:\s+\S+){6,}\.", re.DOTALL)
"""A line of seven or more words with a full stop: no title."""
_LONGEST_TITLE = 110  # characters
_BEGINNING = 4000  # characters within which that clause stands

_ATTACHED = compiled(r"(?:schedule|annexe?|appendix)\b", re.IGNORECASE)


def main_group(units: tuple[Unit, ...], copy: str, name: str) -> str:
    """The group that the document is for: named in the title, or the one it speaks of most."""
    lines = [copy[u.start : u.end] for u in units[:14] if u.role not in (Role.CONTENTS, Role.ITEM)]
    front = [part for line in lines[:2] for part in _parts(line)] + lines[2:]
    front = [text for text in front if len(text) < _LONGEST_TITLE]
    front = [re.sub(r"^Title:\s+", "", text) for text in front if not _ENTRY.search(text)]
    front = [text for text in front if not _NO_TITLE.search(text)]
    for i, text in enumerate(front):
        if re.search(
            r"terms of reference|constitution|charter|by-?laws|standing orders|\bremit\b|procedure rules", text, re.I
        ):
            near = (text, *reversed(front[max(0, i - 3) : i]), *front[i + 1 : i + 3])
            titles = [line for line in near if line is text or not _SENTENCE.fullmatch(line.strip())]
            found = (
                next(filter(None, map(bodies.name_in_title, titles)), "")
                or next(filter(None, map(bodies.name_beside_terms, titles)), "")
                or bodies.name_before_colon(text)
            )
            if found:
                return _as_headed(title_case(found), units, copy)
    for text in front[:6]:
        if len(text.split()) <= 12 and (found := bodies.name_in_title(text)):
            return title_case(found)
    called = _CALLED.search(copy[:_BEGINNING])
    if called:
        return " ".join((called["name"] or called["other"]).split())
    title = next((t for t in front[:2] if 2 <= len(t.split()) <= 8 and not t.rstrip().endswith((".", "?", ":"))), "")
    if title and (title.isupper() or title.istitle()):
        return title_case(" ".join(title.split()))
    counts: dict[str, int] = {}
    for mention in names_in(copy):
        counts[mention.name] = counts.get(mention.name, 0) + 1
    if counts:
        return max(sorted(counts), key=lambda key: counts[key])
    return re.sub(r"[-_]+", " ", name.rsplit(".", 1)[0])


def _parts(line: str) -> list[str]:
    """A title line without "DRAFT" and long brackets; columns set apart by white space are lines of their own."""
    if re.search(r"[.;,:]\W*$|\b(?:for|of|and|the)\s{6,}", line):
        return [line]  # part of a sentence, or a title broken over two lines
    bare = re.sub(r"\s*\([^()]{16,}\)", "", line)
    parts = [re.sub(r"^(?:draft\b[\s:-]*)+(?=\S)", "", part, flags=re.I) for part in re.split(r"\s{6,}", bare)]
    return [part.strip() for part in parts if re.search(r"\w", part)]


def _as_headed(name: str, units: tuple[Unit, ...], copy: str) -> str:
    """The shorter name that a heading gives the same group ("LSP Executive"), where it is more than its last word."""
    for unit in units:
        title = copy[unit.start : unit.end].strip()
        if unit.role is Role.HEADING and len(title.split()) > 1 and bodies.is_name(title) and same_body(title, name):
            return title_case(title)
    return name


def groups_of(
    units: tuple[Unit, ...], sections: Outline, copy: str, main: str, what: Kind, named: bool
) -> tuple[tuple[Group, ...], tuple[Group, ...], tuple[str | None, ...]]:
    """Main group first, then those with a section of their own; those whose matter a heading is about ("Quorum of the
    Board"); and which group each section is about. ``named`` is false for a guide to many, whose headings name no body.
    """
    if what is Kind.COMMITTEE_REPORT:
        return (Group(main, Standing.NOT_SUPPLIED, True),), (), (None,) * len(sections.sections)
    found = [Group(main, main=True)]
    touched: list[Group] = []
    scopes: list[str | None] = []
    for section in sections.sections:
        name = re.sub(r"^(?:(?-i:[B-H])\s+)?(?:the\s+)?", "", section.title, flags=re.I)
        inherited = scopes[section.parent] if section.parent is not None else None
        if inherited == main and section.parent is not None and sections.sections[section.parent].end >= len(copy):
            inherited = None  # a title over the whole document does not say which body a section is about
        if _ATTACHED.match(section.number):
            inherited = None  # a schedule is behind the last section, whatever its heading's level, not in it
        known = next((g for g in found if bodies.is_name(section.title) and same_body(name, g.name)), None)
        if known:
            scopes.append(known.name)
        elif bodies.is_name(section.title) and named and section.end - section.start > len(section.title) + 12:
            group = _own_section(name, section.start, section.end, copy, units, sections)
            found.append(group)
            scopes.append(group.name)
        else:
            scopes.append(
                _mentioned(section.title, [*found, *touched])
                or _touched(section.title, touched, named)
                or inherited
                or (scopes[-1] if scopes and _goes_on(section.title, scopes[-1], sections) else None)
            )
    if named and what is not Kind.OTHER:
        found += _told_in_prose(found, units, copy)
    return tuple(found), tuple(g for g in touched if not any(same_body(g.name, f.name) for f in found)), tuple(scopes)


_PROCEEDINGS = compiled(
    r"(?:notice|quorum|chair(?:ing|man|person)?|the chair|adjournments?|votes?|voting|polls?|resolutions?"
    r"|conduct of business"
    r"|representatives of other bodies|proxies|agenda)(?: and (?:notice|quorum|chair|voting|votes|adjournments?))?\W*",
    re.IGNORECASE,
)
_THOSE_WHO_RUN_IT = compiled(r"\b(?:trustees|committee|officers|directors|board|executive|council)\b", re.IGNORECASE)


def _goes_on(title: str, before: str | None, sections: Outline) -> bool:
    """Whether a bare heading ("Quorum", "Votes") goes on with the general meetings of the section before it.

    So charities' constitutions are set out; the trustees' proceedings have a heading of their own. An annual meeting's
    section holds for that meeting only.
    """
    if not before or not re.fullmatch(r"(?:members['’]? )?general meetings?", before, re.IGNORECASE):
        return False
    others = any(_THOSE_WHO_RUN_IT.search(section.title) for section in sections.sections)
    return others and bool(_PROCEEDINGS.fullmatch(title.strip()))


def _told_in_prose(known: list[Group], units: tuple[Unit, ...], copy: str) -> list[Group]:
    """Groups of which a sentence says that their terms are elsewhere or still to be written."""
    found: list[Group] = []
    for unit in units:
        if unit.role in (Role.HEADING, Role.CONTENTS):
            continue
        sentences = [(unit.start + a, unit.start + b) for a, b in split(copy[unit.start : unit.end])]
        for i, (start, end) in enumerate(sentences):
            standing = bodies.standing_told(copy[start:end])
            if standing is None:
                continue
            named = names_in(copy[start:end])
            # "It works to terms of reference of its own": the group of the sentence before
            if i and (not named or re.match(r"\W*(?:it|they|these|both)\b", copy[start:end], re.IGNORECASE)):
                named = names_in(copy[slice(*sentences[i - 1])])
            group = next((m.name for m in named if not is_outsider(m.name)), None)
            if group and not any(same_body(group, g.name) for g in (*known, *found)):
                found.append(Group(title_case(group), standing, pointer=(start, end)))
    return found


def _own_section(name: str, start: int, end: int, copy: str, units: tuple[Unit, ...], sections: Outline) -> Group:
    """A group with a section of its own, and where that section says its terms are."""
    inside = [u for u in units if start <= u.start < end and u.role is not Role.HEADING]
    title = title_case(name)
    for unit in inside:
        text = copy[unit.start : unit.end]
        if len(inside) <= 2 and bodies.promised(text):
            return Group(title, Standing.UNWRITTEN, pointer=(unit.start, unit.end))
        if bodies.pointed_elsewhere(text):
            return Group(title, Standing.ELSEWHERE, pointer=(unit.start, unit.end))
    return Group(title)


def _touched(title: str, groups: list[Group], named: bool) -> str | None:
    """The group, not met before, whose matter a heading such as "Quorum of the Members' Assembly" is about."""
    name = "" if not named else bodies.group_in_heading(title)
    if (
        not name
        or (is_outsider(name) and not name.lower().endswith("council"))
        or name.lower() in ("partnership", "group", "network", "forum")
    ):
        return None
    groups.append(Group(title_case(name)))
    return groups[-1].name


def _mentioned(title: str, groups: list[Group]) -> str | None:
    """The group that a heading such as "Proceedings of the Board" is about."""
    for mention in names_in(title.title() if title.isupper() else title):
        for group in sorted(groups, key=lambda g: g.main):
            if same_body(mention.name, group.name):
                return group.name
    return None
