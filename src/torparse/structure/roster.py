"""The groups a document speaks of under any of their names: full name, short form, initials, or the bare noun.

The document itself says what its short names mean ('the Flood Partnership ("the Partnership")', '"the Board" means
…', "SC = Steering Committee"), and which nouns that mean people or outsiders elsewhere name a group here ("the Council
shall meet …", "the quorum of the trustees").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from torparse.lexicon.patterns import compiled
from torparse.structure.bodies import Group
from torparse.structure.names import (
    LEARNED_NOUN,
    NOUN,
    Mention,
    may_mean,
    names_in,
    spelt_out,
    title_case,
    words_of,
)

_ANY_NOUN = rf"(?:{NOUN[3:-1]}|{LEARNED_NOUN[3:-1]}|council)"
_CALLED = (
    r"(?:(?:here(?:in)?after|hereinafter|also|henceforth)[ ,]*)?"
    r"(?:(?:referred to|known|called|abbreviated) ?(?:as|to)? )?"
)
_SHORT = compiled(
    r"(?P<long>(?:[A-Z][\w'&-]*|and|of|for|the|&)(?: (?:[A-Z][\w'&-]*|and|of|for|the|&|in)){0,9})"
    rf",? \(\s*(?:{_CALLED})(?P<quote>[\"'])?(?P<the>the |our )?[\"']?(?P<short>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){{0,3}})"
    r"[\"']?\s*\)"
)
_MEANS = compiled(
    rf"[\"'](?:the )?(?P<short>[A-Z][\w&' -]{{1,40}}?)[\"'] ?(?:shall )?(?:means?|refers? to|is|:|-)? "
    rf"(?:the |a )?(?P<long>[\w&' -]{{3,80}}?\b{_ANY_NOUN}\b)",
    re.IGNORECASE,
)
_ENTRY = compiled(r"^\W*(?P<short>[A-Z]{2,6})\s*(?:=|:|-|stands for|means)\s+(?P<long>[A-Za-z][\w&' -]{3,70}?)\W*$")
_RULED = compiled(
    r"(?:^|[\s(])(?:the|an?|each|every|our|this) (?P<name>(?:[\w'&-]+ ){0,4}?"
    rf"{_ANY_NOUN}s?)\s+(?:(?:shall|will|must|should|is to|are to|may|also|normally|usually|ordinarily) ){{0,2}}"
    r"(?:(?:meets?|convenes?|sits?)\b(?! (?:the|all|any|its|our|their|these|those|with|needs?|costs?|demands?"
    r"|expenses?|out|up to)\b)"
    r"|(?:be )?(?:quorate|composed of|comprised of|made up of)|consists? of|comprises?"
    r"|is the (?:governing|decision[- ]making|main|supreme) body)"
    r"|\bquorum (?:of|for|at) (?:(?:a |any |the |all )?meetings? of )?(?:the|an?|each|every) "
    rf"(?P<quorum>(?:[\w'&-]+ ){{0,4}}?{_ANY_NOUN})\b"
    r"|\b(?:meetings?|chair(?:man|person)?|convenor|convener) of (?:the|an?|each|every) "
    rf"(?P<of>(?:[\w'&-]+ ){{0,4}}?{_ANY_NOUN})\b(?= (?:shall|will|is|are|takes?|be))"
    rf"|\b(?:an?|the) (?P<vote>(?:[\w'&-]+ ){{0,2}}?{_ANY_NOUN}) vote\b",
    re.IGNORECASE,
)
_AUTHORITY = compiled(
    r"\b(?:city|county|borough|district|parish|town|metropolitan|unitary|shire) council\b|\bcouncillors?\b"
    r"|\blocal authorit",
    re.IGNORECASE,
)
_OUTSIDE = compiled(
    r"\b(?:authority|cabinet|nhs|lsps)\b|\b(?:city|county|borough|district|parish|town|metropolitan|shire|full"
    r"|legislative)"
    r" council\b|\bselect committee\b|\bscrutiny committee\b|\bcommission\b|\bstandards committee\b"
    r"|\bnominations? committee\b|\bwhich\b|\bthat\b|\bother\b|\bsuch\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(["meeting", "meetings", "partnership", "group", "groups", "lsp", "network", "members"])
_SEVERAL = compiled(r"(?:sub-?)?(?:committee|panel|group|board)s", re.IGNORECASE)
"""A heading over rules for each of several bodies, of which one is "a committee"."""
_ORGANS = compiled(r"(?:the )?(?:board|executive|forum|panel|committee|assembly|alliance|consortium)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Roster:
    """``groups`` have a title, a heading that is their name, or a pointer (the main one first); ``learned`` do not."""

    groups: tuple[Group, ...]
    learned: tuple[Group, ...] = ()
    short: re.Pattern[str] | None = None
    """The names that only this document makes names."""
    full: Mapping[str, str] = field(default_factory=dict)
    """The general meetings that the document calls by initials and spells out, by these initials."""

    def mentions(self, text: str) -> list[Mention]:
        """Every group named in ``text``, whoever it is, in reading order."""
        return names_in(text, self.short)

    def match(self, name: str) -> str | None:
        """The group with a title or heading that ``name`` means: the one of just that name, or else the main one."""
        fitting = [g.name for g in self.groups if is_called(g, name)]
        exact = [fit for fit in fitting if words_of(fit) == words_of(name)]
        return next(iter(exact or fitting), None)

    def known(self, name: str, scope: str | None = None) -> str | None:
        """The group that ``name`` means in the section of ``scope``; None for outsiders and for the whole."""
        words = words_of(name)
        if scope and len(words) == 1 and words_of(scope)[-1:] == words:
            return scope
        learned = self.learned if name.lower() not in _GENERIC else ()
        called = next((g.name for g in (*self.groups, *learned) if name in g.aliases), None)
        found = called or self.match(name)
        if found:
            return found
        low = name.lower()
        if low in _GENERIC:
            return None
        found = next((g.name for g in self.learned if is_called(g, name)), None)
        if found or _OUTSIDE.search(low):
            return found
        if _ORGANS.fullmatch(low) and self.groups:
            main = words_of(self.groups[0].name)
            return self.groups[0].name if words[-1] in main else name
        return None if re.search(r"\bcouncil$", low) else self.full.get(name, name)


_Found = tuple[tuple[Group, ...], tuple[Group, ...], tuple[str | None, ...]]


def called_in_full(found: _Found, copy: str) -> _Found:
    """Groups, touched groups and scopes with the names that the document spells out where they are initials only."""
    told = {short: long for long, short in _definitions(copy) if short.isupper()}

    def full(group: Group) -> Group:
        name = title_case(spelt_out(group.name, copy, told))
        return group if name == group.name else replace(group, name=name, aliases=(*group.aliases, group.name))

    groups, touched, scopes = found
    return (
        tuple(map(full, groups)),
        tuple(map(full, touched)),
        tuple(name and title_case(spelt_out(name, copy, told)) for name in scopes),
    )


def is_called(group: Group, name: str) -> bool:
    """Whether ``name`` is one of the group's names, or a form of its full name."""
    return may_mean(name, group.name) or any(words_of(name) == words_of(one) for one in group.aliases)


def roster(groups: Iterable[Group], touched: Iterable[Group], copy: str) -> Roster:
    """The groups of a document whose reading copy is ``copy``, with what it calls them.

    ``touched`` are those whose matter a heading is about without being their name.
    """
    known, learned = [_with_initials(group) for group in groups], list(touched)
    for long, short in _definitions(copy):
        _add_alias(known, learned, long, short)
    main = known[0].name if known else ""
    for name in _ruled(copy, main):
        if not any(is_called(g, name) for g in (*known, *learned)):
            learned.append(Group(name))
    names = {name for g in (*known, *learned) for name in (g.name, *g.aliases)}
    meetings = {short: spelt_out(short, copy, {}) for short in ("AGM", "EGM", "SGM", "AGMs", "EGMs", "SGMs")}
    return Roster(tuple(known), tuple(learned), _finder(names), meetings)


def _with_initials(group: Group) -> Group:
    """ "Officer Group (OG)" is also called "OG"."""
    match = re.search(r"\(([A-Z][\w&-]{1,9})\)$", group.name)
    return replace(group, aliases=(*group.aliases, match[1])) if match else group


def _definitions(copy: str) -> Iterator[tuple[str, str]]:
    """(Long name, short name) as the document defines them."""
    for m in _SHORT.finditer(copy):
        long, short = _tail(m["long"]), m["short"]
        initials = short.isupper() and 2 <= len(short) <= 6
        if initials:
            long = _spelt(m["long"], short)
        if long and (initials or m["quote"] or m["the"]):
            yield long, short
    for m in _MEANS.finditer(copy):
        if re.fullmatch(rf"(?:[\w&'-]+ ){{0,4}}{_ANY_NOUN}", m["short"], re.IGNORECASE):
            yield " ".join(m["long"].split()), m["short"]
    for line in copy.splitlines():
        entry = _ENTRY.match(line)
        long = _spelt(entry["long"], entry["short"]) if entry else ""
        if entry and long:
            yield long, entry["short"]


def _tail(long: str) -> str:
    """A name without the words before it: "The Upper Dale Partnership" of "By the Upper Dale Partnership"."""
    words = long.split()
    while words and not (words[0][:1].isupper() and words[0].lower() not in ("the", "a", "an", "this", "by", "of")):
        words = words[1:]
    return " ".join(words)


def _spelt(long: str, short: str) -> str:
    """The last words of ``long`` whose initials are ``short``, or ""."""
    words = long.split()
    for i in reversed(range(len(words))):
        tail = words[i:]
        telling = "".join(w[0] for w in tail if w.lower() not in ("and", "of", "for", "the", "&", "in"))
        all_of_them = "".join(w[0] for w in tail)
        if short.rstrip("s").upper() in (telling.upper(), all_of_them.upper()):
            return " ".join(tail)
    return ""


def _add_alias(known: list[Group], learned: list[Group], long: str, short: str) -> None:
    for groups in (known, learned):
        initials = [short.lower()] if short.isupper() else None  # "LSP" of "Ashby and District LSP"
        at = next((i for i, g in enumerate(groups) if is_called(g, long) or words_of(g.name)[-1:] == initials), None)
        if at is not None:
            group = groups[at]
            if short.lower() not in {group.name.lower(), *(a.lower() for a in group.aliases)}:
                groups[at] = replace(group, aliases=(*group.aliases, short))
            return
    if re.search(rf"\b{_ANY_NOUN}s?$", long, re.IGNORECASE) and not _OUTSIDE.search(long):
        learned.append(Group(long if not long.isupper() else long.title(), aliases=(short,)))


def _ruled(copy: str, main: str) -> Iterator[str]:
    """The names of groups of which sentences say that they meet, consist of members, or have a quorum."""
    outside = bool(_AUTHORITY.search(copy)) and words_of(main)[-1:] != ["council"]
    for m in _RULED.finditer(" ".join(copy.split())):
        name = re.sub(r"^(?:.*\b(?:the|an?|each|every|our|of|for|and)\s+)", "", m[m.lastgroup or 0], flags=re.I)
        last = words_of(name)[-1:]
        shapes = {word[:1].isupper() for word in name.split() if word not in ("of", "and", "for", "the", "&")}
        if len(shapes) > 1 and len(name.split()) > 2:
            continue  # "the Board six directors": two things
        if not last or _OUTSIDE.search(name) or name.lower() in _GENERIC or (outside and last == ["council"]):
            continue
        yield name


def _finder(names: Iterable[str]) -> re.Pattern[str] | None:
    found = sorted({re.escape(n) for n in names if len(n) > 1}, key=len, reverse=True)
    if not found:
        return None
    any_of = "|".join(found)
    several = "|".join(sorted({re.escape(n[:-1]) for n in names if _SEVERAL.fullmatch(n)})) or r"(?!)"
    return re.compile(
        rf"(?<![\w-])(?:{any_of})(?![\w-])|(?<=\bthe )(?i:{any_of})(?![\w-])|(?<=\beach )(?i:{any_of})(?![\w-])"
        rf"|(?<=\bof a )(?i:{several})(?![\w-])|(?<=\bof any )(?i:{several})(?![\w-])"
    )
