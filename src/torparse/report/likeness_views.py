"""Peers' wording as shown: groups of clauses with what differs marked, provisions that differ most, nearest peers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from torparse.compare import Column
from torparse.likeness import Family, Group, Likeness, Peer, Relation, Said, Spread, Variant, Wording, likeness
from torparse.model import Clause
from torparse.plain_words import day, joined, many
from torparse.report.checklist_views import Quote
from torparse.report.marked import Piece, marked
from torparse.report.views import Views, place

GROUPS_SHOWN, GROUPS_MOST = 20, 200
SPREADS_SHOWN = 10
BODIES_SHOWN = 20
_SOURCES_SHOWN = 6
_NAMES_SHOWN = 3

RELATIONS: Mapping[Relation, str] = {
    Relation.SAME_BOTH: "Same value, wording alike",
    Relation.SAME_VALUE: "Same value, other wording",
    Relation.SAME_WORDING: "Other value, wording alike",
    Relation.OTHER_BOTH: "Other value, other wording",
    Relation.ALIKE: "No value of the same kind in both, wording alike",
    Relation.UNLIKE: "No value of the same kind in both, other wording",
    Relation.ONLY_ONE: "Only {one} has it",
    Relation.ONLY_OTHER: "Only {other} has it",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a wording stands: document, body or "", the link to the clause, and its place in the document."""

    document: str
    body: str
    link: str
    where: str


@dataclass(frozen=True, slots=True)
class VariantView:
    """A wording with the documents that have it. ``shown`` and ``more`` are its sources, the first few apart.

    ``text`` is the quote in pieces, marked against the group's first wording. ``value`` is what it lays down in words.
    """

    shown: tuple[Source, ...]
    more: tuple[Source, ...]
    value: str
    likeness: str
    other_value: bool
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A clause that several documents word nearly alike. ``first`` says who had it first, or why nobody can tell;
    ``anchor`` is the address of its table."""

    anchor: str
    title: str
    documents: int
    other_value: bool
    first: str
    variants: tuple[VariantView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One of two wordings that are far apart."""

    source: Source
    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SpreadView:
    """How far a provision differs: in words how many agree in value, and the mean likeness of the wordings."""

    title: str
    stating: int
    agreeing: str
    wording: str
    furthest: tuple[SideView, SideView]


@dataclass(frozen=True, slots=True)
class RelationView:
    """The provisions in which two bodies stand so to each other, with the points that they add, and of how many."""

    title: str
    provisions: str
    points: str
    count: int


@dataclass(frozen=True, slots=True)
class PeerView:
    """A peer: its name and address, its likeness, the sum that it is made of, what it rests on provision by provision,
    the same in one line, and what was left out."""

    name: str
    document: str
    anchor: str
    likeness: str
    sum: str
    count: int
    relations: tuple[RelationView, ...]
    line: str
    left_out: str


@dataclass(frozen=True, slots=True)
class PeersView:
    """A body with its nearest peers, the nearest first."""

    name: str
    document: str
    anchor: str
    peers: tuple[PeerView, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Documents with nearly all their wording in common, in a sentence; ``more``: all, if it names the first only."""

    text: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikenessView:
    """The section on peers' wording. Each list comes in two parts: what is shown at once, and the rest.

    ``unlisted`` is the number of groups beyond ``GROUPS_MOST``. ``in_full``: whether the sum is shown provision by
    provision for the rest of the bodies too, which is left out where there are many documents.
    ``within`` is the number of clauses that only versions of one document share, word for word: they are not listed.
    """

    documents: int
    answer: str
    families: tuple[FamilyView, ...]
    groups: tuple[tuple[GroupView, ...], tuple[GroupView, ...]]
    within: int
    spreads: tuple[tuple[SpreadView, ...], tuple[SpreadView, ...]]
    peers: tuple[tuple[PeersView, ...], tuple[PeersView, ...]]
    unlisted: int
    in_full: bool


def likeness_view(views: Views) -> LikenessView | None:
    """The section on peers' wording, or None where fewer than two documents are compared."""
    found = likeness(views.matrix)
    if found is None:
        return None
    listed = [group for group in found.groups if not _of_one_document(group, found.families)]
    groups = tuple(_group(views, group, f"wording-{number}") for number, group in enumerate(listed, 1))
    spreads = tuple(_spread(views, spread) for spread in found.spreads)
    peers = tuple(_peers(views, some) for some in found.peers if some)
    return LikenessView(
        found.documents,
        _answer(views, found, listed),
        tuple(map(_family, found.families)),
        (groups[:GROUPS_SHOWN], groups[GROUPS_SHOWN:GROUPS_MOST]),
        len(found.groups) - len(listed),
        (spreads[:SPREADS_SHOWN], spreads[SPREADS_SHOWN:]),
        (peers[:BODIES_SHOWN], peers[BODIES_SHOWN:]),
        len(groups[GROUPS_MOST:]),
        views.list_in_file,
    )


def _of_one_document(group: Group, families: Iterable[Family]) -> bool:
    """Whether only versions of one document share the clause, and word for word."""
    return len(group.variants) == 1 and any(f.versions and group.dates.keys() <= set(f.documents) for f in families)


def _family(family: Family) -> FamilyView:
    names, number = family.documents, len(family.documents)
    long = number > _NAMES_SHOWN + 1
    shown = f"{', '.join(names[:_NAMES_SHOWN])} and {number - _NAMES_SHOWN} more" if long else joined(names)
    share = f"{family.alike} of {family.clauses} clauses" if number == 2 else "nearly all clauses of each"
    if family.versions:
        what = "versions of one document, or one form filled in"
        text = f"{shown} look like {what}: {share} are worded alike, with the same names."
    else:
        model = (
            "one may be drafted from the other, or both from one model" if number == 2 else "all may follow one model"
        )
        text = f"{shown} have {share} worded alike, with other names: {model}."
    return FamilyView(text, names if long else ())


def _answer(views: Views, found: Likeness, groups: Sequence[Group]) -> str:
    """The section in a few words: how many clauses are alike, and who is nearest to whom."""
    others = sum(group.other_value for group in groups)
    clauses = many(len(groups), "clause") if groups else "No clause"
    lines = [f"{clauses} {'is' if len(groups) < 2 else 'are'} worded nearly alike in two documents or more"]
    lines[0] += f", {others} of them with other values." if others else "."
    nearest = max((some[0] for some in found.peers if some), key=lambda peer: round(peer.likeness, 5), default=None)
    if nearest is not None:
        one, other = (f"{_name(views, c)} ({c.document})" for c in (nearest.one, nearest.other))
        lines.append(f"The two nearest bodies are {one} and {other}, with a likeness of {_rounded(nearest.likeness)}.")
    return " ".join(lines)


def _group(views: Views, group: Group, anchor: str) -> GroupView:
    titles = [name.replace("_", " ") for name in group.types]
    title = joined(titles)
    model = group.variants[0].wordings[0]
    variants = tuple(_variant(views, variant, model) for variant in group.variants)
    return GroupView(
        anchor, title[:1].upper() + title[1:], len(group.dates), group.other_value, _first(group), variants
    )


def _first(group: Group) -> str:
    """Who had the wording first, or why that cannot be said."""
    if group.earliest is not None:
        date = group.dates[group.earliest]
        return f"The earliest dated document is {group.earliest} ({day(date)})." if date else ""
    undated = sum(date is None for date in group.dates.values())
    if undated:
        gives = "gives" if undated == 1 else "give"
        return f"Who had it first cannot be said: {undated} of {len(group.dates)} documents {gives} no date."
    return "Who had it first cannot be said: the documents' dates do not tell."


def _variant(views: Views, variant: Variant, model: Wording) -> VariantView:
    sources = tuple(_source(views, wording) for wording in variant.wordings)
    wording = variant.wordings[0]
    value = "; ".join(dict.fromkeys(views.clause(wording.record, c).summary for c in wording.clauses))
    text = marked(wording, views.mask(wording.record), model, views.mask(model.record))
    return VariantView(
        sources[:_SOURCES_SHOWN],
        sources[_SOURCES_SHOWN:],
        value,
        _rounded(variant.likeness),
        variant.other_value,
        text,
    )


def _source(views: Views, wording: Wording) -> Source:
    hide = views.mask(wording.record).text
    bodies = joined(dict.fromkeys(hide(c.body) for c in wording.clauses if c.body))
    where = place(wording.runs[0].evidence)
    return Source(wording.document, bodies, views.entry(wording.record, wording.clauses[0]), where)


def _spread(views: Views, spread: Spread) -> SpreadView:
    one, other = spread.furthest
    agreeing = "no value of the same kind" if spread.agreeing is None else f"{spread.same} of {spread.comparable}"
    sides = _side(views, one), _side(views, other)
    return SpreadView(spread.provision.title, spread.stating, agreeing, _rounded(spread.wording), sides)


def _side(views: Views, said: Said) -> SideView:
    record = said.column.record
    hide = views.mask(record).text
    runs = [run.evidence for run in said.runs]
    clause: Clause = said.cell.clauses[0]
    source = Source(record.document.id, hide(said.column.body.name), views.entry(record, clause), place(runs[0]))
    return SideView(source, hide(said.cell.summary), views.quotes(record, runs))


def _peers(views: Views, peers: Sequence[Peer]) -> PeersView:
    one = peers[0].one
    return PeersView(_name(views, one), one.document, f"b-{one.id}", tuple(_peer(views, peer) for peer in peers))


def _peer(views: Views, peer: Peer) -> PeerView:
    names = {"one": _name(views, peer.one), "other": _name(views, peer.other)}
    if names["one"] == names["other"]:
        names = {"one": peer.one.document, "other": peer.other.document}
    relations = tuple(_relations(peer, names))
    points = sum(point.points for point in peer.points)
    left_out = joined([provision.title for provision in peer.left_out])
    return PeerView(
        _name(views, peer.other),
        peer.other.document,
        f"b-{peer.other.id}",
        _rounded(peer.likeness),
        _rounded(points),
        len(peer.points),
        relations,
        "; ".join(f"{one.title[:1].lower()}{one.title[1:]}: {one.count}" for one in relations),
        left_out,
    )


def _relations(peer: Peer, names: Mapping[str, str]) -> Iterator[RelationView]:
    for relation, title in RELATIONS.items():
        points = peer.of(relation)
        if points:
            provisions = joined([f"{p.provision.title} {_rounded(p.points)}" if p.points else p.provision.title
                                 for p in points])  # fmt: skip
            yield RelationView(title.format(**names), provisions, _rounded(sum(p.points for p in points)), len(points))


def _name(views: Views, column: Column) -> str:
    return views.mask(column.record).text(column.body.name)


def _rounded(number: float) -> str:
    return f"{number:.2f}"
