"""What a document is made of: reading copy, units, sections, sentences, groups, kind.

``analyse`` runs the steps in their order; each step is a module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.model import Document, Kind, Standing
from torparse.structure import bodies, kind
from torparse.structure.bodies import Group
from torparse.structure.citations import citations
from torparse.structure.clean import clean
from torparse.structure.layout import layout
from torparse.structure.outline import Outline, outline
from torparse.structure.sentences import split
from torparse.structure.units import Role, Unit

_ENTRY = re.compile(r"\s=\s|^\w+:\s*[\d.]+$")  # "SC = Steering Committee", "Version: 2.1": no title


@dataclass(frozen=True, slots=True)
class Structure:
    """A document analysed. ``clean`` is the reading copy (same length as the text); ``groups[0]`` is the main one."""

    document: Document
    clean: str
    units: tuple[Unit, ...]
    outline: Outline
    kind: Kind
    groups: tuple[Group, ...]
    scopes: tuple[str | None, ...]
    """For each section the group whose section it is, or None."""
    citations: tuple[str, ...]
    """For each unit how an officer cites it, or an empty string."""

    def text(self, unit: Unit) -> str:
        """The unit's words in the reading copy, without its label."""
        return self.clean[unit.start : unit.end]


def analyse(document: Document) -> Structure:
    """Find out what ``document`` is made of."""
    copy = clean(document.text, document.prompts)
    units = layout(document, copy)
    sections = outline(units, copy, len(document.text))
    what = kind.kind_of(units, copy)
    main = _main_group(units, copy, document.name)
    groups, scopes = _groups(units, sections, copy, main, what)
    return Structure(document, copy, units, sections, what, groups, scopes, citations(units, sections))


def _main_group(units: tuple[Unit, ...], copy: str, name: str) -> str:
    """The group that the document is for: named in the title, or the one it speaks of most."""
    front = [copy[u.start : u.end] for u in units[:14] if u.role is not Role.CONTENTS and u.end - u.start < 110]
    front = [re.sub(r"^Title:\s+", "", text) for text in front if not _ENTRY.search(text)]
    for i, text in enumerate(front):
        if re.search(
            r"terms of reference|constitution|charter|by-?laws|standing orders|\bremit\b|procedure rules", text, re.I
        ):
            near = (text, *reversed(front[max(0, i - 3) : i]), *front[i + 1 : i + 3])
            found = next(filter(None, map(bodies.name_in_title, near)), "") or bodies.name_before_colon(text)
            if found:
                return _as_headed(bodies.title_case(found), units, copy)
    for text in front[:6]:
        if len(text.split()) <= 12 and (found := bodies.name_in_title(text)):
            return bodies.title_case(found)
    title = next((t for t in front[:2] if 2 <= len(t.split()) <= 8 and not t.rstrip().endswith((".", "?", ":"))), "")
    if title and (title.isupper() or title.istitle()):
        return bodies.title_case(" ".join(title.split()))
    counts: dict[str, int] = {}
    for mention in bodies.names_in(copy):
        counts[mention.name] = counts.get(mention.name, 0) + 1
    if counts:
        return max(sorted(counts), key=lambda key: counts[key])
    return re.sub(r"[-_]+", " ", name.rsplit(".", 1)[0])


def _as_headed(name: str, units: tuple[Unit, ...], copy: str) -> str:
    """The shorter name that a heading gives the same group ("LSP Executive"), where it is more than its last word."""
    for unit in units:
        title = copy[unit.start : unit.end].strip()
        if (
            unit.role is Role.HEADING
            and len(title.split()) > 1
            and bodies.is_name(title)
            and bodies.same_body(title, name)
        ):
            return bodies.title_case(title)
    return name


def _groups(
    units: tuple[Unit, ...], sections: Outline, copy: str, main: str, what: Kind
) -> tuple[tuple[Group, ...], tuple[str | None, ...]]:
    """Main group first, then those with a section of their own; and which group each section is about."""
    if what is Kind.COMMITTEE_REPORT:
        return (Group(main, Standing.NOT_SUPPLIED, True),), (None,) * len(sections.sections)
    found = [Group(main, main=True)]
    scopes: list[str | None] = []
    for section in sections.sections:
        name = re.sub(r"^(?:(?-i:[B-H])\s+)?(?:the\s+)?", "", section.title, flags=re.I)
        inherited = scopes[section.parent] if section.parent is not None else None
        if inherited == main and section.parent is not None and sections.sections[section.parent].end >= len(copy):
            inherited = None  # a title over the whole document does not say which body a section is about
        known = next((g for g in found if bodies.is_name(section.title) and bodies.same_body(name, g.name)), None)
        if known:
            scopes.append(known.name)
        elif (
            bodies.is_name(section.title)
            and what is not Kind.INDUCTION_GUIDE
            and section.end - section.start > len(section.title) + 12
        ):
            group = _own_section(name, section.start, section.end, copy, units, sections)
            found.append(group)
            scopes.append(group.name)
        else:
            scopes.append(_mentioned(section.title, found) or inherited)
    if what not in (Kind.INDUCTION_GUIDE, Kind.OTHER):
        found += _told_in_prose(found, units, copy)
    return tuple(found), tuple(scopes)


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
            named = bodies.names_in(copy[start:end])
            # "It works to terms of reference of its own": the group of the sentence before
            if i and (not named or re.match(r"\W*(?:it|they|these|both)\b", copy[start:end], re.IGNORECASE)):
                named = bodies.names_in(copy[slice(*sentences[i - 1])])
            group = next((m.name for m in named if not bodies.is_outsider(m.name)), None)
            if group and not any(bodies.same_body(group, g.name) for g in (*known, *found)):
                found.append(Group(bodies.title_case(group), standing, pointer=(start, end)))
    return found


def _own_section(name: str, start: int, end: int, copy: str, units: tuple[Unit, ...], sections: Outline) -> Group:
    """A group with a section of its own, and where that section says its terms are."""
    inside = [u for u in units if start <= u.start < end and u.role is not Role.HEADING]
    title = bodies.title_case(name)
    for unit in inside:
        text = copy[unit.start : unit.end]
        if len(inside) <= 2 and bodies.promised(text):
            return Group(title, Standing.UNWRITTEN, pointer=(unit.start, unit.end))
        if bodies.pointed_elsewhere(text):
            return Group(title, Standing.ELSEWHERE, pointer=(unit.start, unit.end))
    return Group(title)


def _mentioned(title: str, groups: list[Group]) -> str | None:
    """The group that a heading such as "Proceedings of the Board" is about."""
    for mention in bodies.names_in(title.title() if title.isupper() else title):
        for group in sorted(groups, key=lambda g: g.main):
            if bodies.same_body(mention.name, group.name):
                return group.name
    return None
