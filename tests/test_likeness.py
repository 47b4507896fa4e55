"""Peers' wording: which clauses count as alike, what is said of who had them first, and that the likeness adds up."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from conftest import ROOT
from made_documents import made_records, record_of
from torparse.compare import compare
from torparse.likeness import Group, Likeness, Relation, alike, likeness
from torparse.likeness.provisions import Table, relation, sayings
from torparse.likeness.values import WORDS, Agreement, agreement
from torparse.likeness.wordings import Reader
from torparse.likeness.words import FIGURE, NAME, Names, words_of
from torparse.masking import Mask
from torparse.model import Record, Status
from torparse.report import write_report
from torparse.report.marked import marked

AS_OF = date(2026, 1, 31)
Said = tuple[str, dict[str, Any], str]

QUORUM: Said = (
    "quorum",
    {"count": 3},
    "Business of the {body} may only begin once three people with a vote have taken their seats.",
)
QUORUM_OF_FIVE: Said = ("quorum", {"count": 5}, QUORUM[2].replace("three", "five"))
MINUTES: Said = (
    "minutes",
    {"published": True},
    "Whoever keeps the minutes of the {body} puts them on the noticeboard outside the library.",
)
FINANCE: Said = (
    "finance",
    {"budget": True},
    "The treasurer shows the {body} what was spent, bill by bill, before any cheque is signed.",
)
DEPUTIES: Said = (
    "deputies",
    {"allowed": True},
    "Anyone kept away by work or illness may send a colleague to sit and speak for them.",
)
CONDUCT: Said = (
    "conduct",
    {},
    "People on the {body} hear each other out and never repeat outside what was said in confidence.",
)
ALL = (QUORUM, MINUTES, FINANCE, DEPUTIES, CONDUCT)


def _agreed(on: str) -> Said:
    return ("document_facts", {"agreed": on}, f"These rules were agreed in {on[:4]} by everyone there.")


def _two(one: Sequence[Said], other: Sequence[Said]) -> list[Record]:
    return [record_of("arden.txt", "Arden Valley Board", one), record_of("corse.txt", "Corse Together Forum", other)]


def _found(records: Sequence[Record]) -> Likeness:
    found = likeness(compare(records))
    assert found is not None
    return found


def _groups(one: Sequence[Said], other: Sequence[Said]) -> tuple[Group, ...]:
    return _found(_two(one, other)).groups


def _page(records: Sequence[Record], folder: Path) -> str:
    write_report(records, folder, as_of=AS_OF)
    return (folder / "comparison.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("4.5 Three members of the Board will form a quorum.", [FIGURE, "members", NAME, "shall", "form", "quorum"]),
        # a number that is no label counts, so that "3 days" and "three days" are alike
        ("3 days before", [FIGURE, "time", "before"]),
        ("(b) the chairman must sign", ["chair", "shall", "sign"]),
        ("50 per cent or two-thirds", [FIGURE, "or", FIGURE]),
        ("on 3 April 2019", [FIGURE]),
        ("Dunlow and Elswick Partnership Board", [NAME]),
        # no name: a post with a noun for a body in it
        ("the Chief Executive", ["chief", "executive"]),
        # "may" is a month beside a year only by its capital, so it is always a word
        ("members may attend", ["members", "may", "attend"]),
    ],
)
def test_words_that_count(text: str, keys: list[str]) -> None:
    assert [word.key for word in words_of(text) if word.key] == keys


def test_a_documents_own_places_are_names() -> None:
    record = record_of("glaven.txt", "Glaven Joint Board", [("conduct", {}, "We meet in Glaven, near the joint mill.")])
    names = Names.of(record)
    assert names.own == {"glaven"}  # "joint" is a word of its own here
    assert [w.key for w in words_of("people of Glaven and of Hesper", names) if w.key] == ["people", NAME, "hesper"]


def test_a_copied_clause_with_other_names_is_one_group() -> None:
    (group,) = _groups([QUORUM], [QUORUM])
    assert (group.types, group.documents, group.other_value) == (("quorum",), ("arden.txt", "corse.txt"), False)
    (variant,) = group.variants
    assert variant.likeness == 1.0
    quotes = [w.runs[0].evidence.quote for w in variant.wordings]
    assert quotes == [QUORUM[2].replace("{body}", b) for b in ("Arden Valley Board", "Corse Together Forum")]


def test_the_same_wording_with_another_number_has_another_value() -> None:
    (group,) = _groups([QUORUM], [QUORUM_OF_FIVE])
    assert [(v.documents, v.other_value, v.likeness) for v in group.variants] == [
        (("arden.txt",), False, 1.0),
        (("corse.txt",), True, 1.0),
    ]


def test_where_no_value_was_read_another_number_tells() -> None:
    (group,) = _groups([("quorum", {}, QUORUM[2])], [("quorum", {}, QUORUM_OF_FIVE[2])])
    assert group.other_value
    (group,) = _groups([("quorum", {}, QUORUM[2])], [("quorum", {}, QUORUM[2].replace("three", "3"))])
    assert not group.other_value


def test_unrelated_clauses_of_one_type_make_no_group() -> None:
    other = "Where fewer than half of those invited turn up, the evening is given over to talk and nothing is settled."
    assert _groups([QUORUM], [("quorum", {"fraction": "1/2"}, other)]) == ()


@pytest.mark.parametrize(("changed", "groups"), [(4, 1), (5, 0)])
def test_four_words_in_five_are_enough(changed: int, groups: int) -> None:
    words = [f"{first}{second}oak" for first in "bcdfg" for second in "aeio"]
    other = [word.replace("oak", "elm") if at < changed else word for at, word in enumerate(words)]
    assert len(_groups([("conduct", {}, " ".join(words) + ".")], [("conduct", {}, " ".join(other) + ".")])) == groups


def test_the_same_words_in_clauses_of_two_types_make_no_group() -> None:
    assert _groups([CONDUCT], [("equalities", {}, CONDUCT[2])]) == ()


def test_short_sentences_are_alike_by_chance() -> None:
    short: Said = ("meeting_frequency", {"per_year": 4}, "The {body} shall meet quarterly.")
    assert _groups([short], [short]) == ()
    six: Said = ("minutes", {}, "Minutes hang beside kitchen door afterwards.")
    assert len(_groups([six], [six])) == 1
    assert _groups([six], [("minutes", {}, six[2].replace("kitchen", "cellar"))]) == ()


def test_two_bodies_of_one_document_copy_nobody() -> None:
    twice = record_of("arden.txt", "Arden Valley Board", [QUORUM, QUORUM], bodies=["Arden Youth Panel"])
    other = record_of("corse.txt", "Corse Together Forum", [MINUTES])
    found = _found([twice, other])
    assert found.groups == ()
    assert not [peer for peers in found.peers for peer in peers if peer.one.document == peer.other.document]


def test_nearly_the_same_twice_in_one_document_is_no_group() -> None:
    again: Said = ("quorum", {"count": 3}, QUORUM[2].replace("three people", "three householders"))
    assert _groups([QUORUM, again], [MINUTES]) == ()


def test_a_name_without_a_noun_for_a_body_is_a_name_too() -> None:
    one = record_of("ilmere.txt", "Ilmere Hands Joined", [QUORUM])
    other = record_of("kelso.txt", "All Of Kelso Pulling One Way Up Hill", [QUORUM])
    (group,) = _found([one, other]).groups
    assert len(group.variants) == 1


def test_a_chain_of_likenesses_is_cut_alike_in_any_order() -> None:
    """Each is near to the next and far from the one after it: two groups are possible, and one is always taken."""
    words = [f"{first}{second}oak" for first in "bcdfg" for second in "aeio"]
    texts = []
    for step in range(4):
        changed = [word.replace("oak", "elm") if at < 3 * step else word for at, word in enumerate(words)]
        texts.append(record_of(f"terms-{step}.txt", "Arden Valley Board", [("conduct", {}, " ".join(changed) + ".")]))
    taken = {tuple(group.documents for group in _found(some).groups) for some in itertools.permutations(texts)}
    assert len(taken) == 1
    renamed = [record_of(f"terms-{9 - i}.txt", "Arden Valley Board", [("conduct", {}, r.document.text)])
               for i, r in enumerate(texts)]  # fmt: skip
    back = {f"terms-{9 - i}.txt": f"terms-{i}.txt" for i in range(4)}
    groups = tuple(tuple(sorted(back[name] for name in group.documents)) for group in _found(renamed).groups)
    assert {groups} == taken


def test_sentences_of_two_types_are_one_group() -> None:
    both: list[Said] = [CONDUCT, ("equalities", {}, CONDUCT[2])]
    records = _two(both, both)
    one_place = [replace(r, clauses=(r.clauses[0], replace(r.clauses[1], evidence=r.clauses[0].evidence)))
                 for r in records]  # fmt: skip
    assert [group.types for group in _found(one_place).groups] == [("conduct", "equalities")]


@pytest.mark.parametrize(
    ("dates", "earliest", "said"),
    [
        (("2011-03-02", "2009-07"), "corse.txt", "The earliest dated document is corse.txt (July 2009)."),
        # the month of one is not known: either may be the older
        (("2009-03-02", "2009"), None, "Who had it first cannot be said: the documents' dates do not tell."),
        ((None, "2009"), None, "Who had it first cannot be said: 1 of 2 documents gives no date."),
    ],
)
def test_who_had_it_first(
    dates: tuple[str | None, str | None], earliest: str | None, said: str, tmp_path: Path
) -> None:
    records = _two(*([*([_agreed(d)] if d else []), QUORUM] for d in dates))
    (group,) = _found(records).groups
    assert group.earliest == earliest
    assert group.variants[0].wordings[0].document == (earliest or "arden.txt")
    page = html.fromstring(_page(records, tmp_path))
    assert said in [" ".join(p.text_content().split()) for p in page.xpath("//section[@class='alike']/p")]


def test_versions_of_one_document() -> None:
    same_names = [record_of(f"arden-{year}.txt", "Arden Valley Board", ALL) for year in (2009, 2011)]
    other = record_of("corse.txt", "Corse Together Forum", [*ALL[:2], ("voting", {"votes_per_member": 1}, "One each.")])
    found = _found([*same_names, other])
    (family,) = found.families
    assert (family.documents, family.versions) == (("arden-2009.txt", "arden-2011.txt"), True)
    assert (family.alike, family.clauses) == (5, 5)
    pairs = {(peer.one.document, peer.other.document) for peers in found.peers for peer in peers}
    assert pairs == {
        ("arden-2009.txt", "corse.txt"), ("arden-2011.txt", "corse.txt"),
        ("corse.txt", "arden-2009.txt"), ("corse.txt", "arden-2011.txt"),
    }  # fmt: skip


def test_one_model_with_other_names_is_no_version() -> None:
    found = _found(_two(ALL, ALL))
    (family,) = found.families
    assert not family.versions
    assert [peer.likeness for peers in found.peers for peer in peers] == [pytest.approx(1.0)] * 2


def test_half_of_the_wording_is_no_family() -> None:
    own: list[Said] = [
        ("finance", {}, "Money is kept in a tin that two of us count aloud at the end of every fair."),
        ("conduct", {}, "Shouting ends the evening, and whoever shouted brings the biscuits next time round."),
    ]
    assert _found(_two(ALL, [QUORUM, MINUTES, DEPUTIES, *own])).families == ()


def test_what_only_versions_share_is_counted_and_not_listed(tmp_path: Path) -> None:
    versions = [record_of(f"arden-{year}.txt", "Arden Valley Board", ALL) for year in (2009, 2011)]
    page = html.fromstring(_page(versions, tmp_path))
    assert page.xpath("//section[@class='alike']") == []
    text = " ".join(page.text_content().split())
    assert "arden-2009.txt and arden-2011.txt look like versions of one document" in text
    assert "Not listed: 5 clauses that only versions of one document have, word for word." in text


def test_the_likeness_adds_up() -> None:
    voting: Said = ("voting", {"method": "vote", "threshold": "simple_majority"}, "Most hands decide.")
    records = _two([QUORUM, MINUTES, FINANCE, CONDUCT], [QUORUM_OF_FIVE, MINUTES, CONDUCT, voting])
    (peer,), _ = _found(records).peers
    stands = {point.provision.title: (point.relation, pytest.approx(point.points)) for point in peer.points}
    assert stands == {
        "Quorum": (Relation.SAME_WORDING, 0.5),
        "Minutes": (Relation.SAME_BOTH, 1.0),
        "Conduct of members": (Relation.ALIKE, 1.0),
        "Finance": (Relation.ONLY_ONE, 0.0),
        "How decisions are made": (Relation.ONLY_OTHER, 0.0),
        "Majority needed": (Relation.ONLY_OTHER, 0.0),
    }
    assert peer.likeness == pytest.approx(2.5 / 6)
    assert sum(len(peer.of(one)) for one in Relation) == len(peer.points)


def _deferred(record: Record, number: int) -> Record:
    clauses = list(record.clauses)
    clauses[number] = replace(clauses[number], status=Status.DEFERRED)
    return replace(record, clauses=tuple(clauses))


def test_what_cannot_be_judged_is_left_out() -> None:
    more: list[Said] = [*ALL, ("risk", {}, "Dangers are written on a card that hangs over the desk.")]
    one, other = _two(more, more)
    (peer,), _ = _found([one, _deferred(other, 0)]).peers
    assert [provision.title for provision in peer.left_out] == ["Quorum"]
    assert "Quorum" not in [point.provision.title for point in peer.points]
    assert peer.likeness == pytest.approx(1.0)


def test_too_few_provisions_are_no_likeness() -> None:
    one, other = _two(ALL, ALL)
    assert [len(peers) for peers in _found([one, other]).peers] == [1, 1]
    assert _found([one, _deferred(other, 0)]).peers == ((), ())


def test_all_pairs_at_once_and_two_by_two_say_the_same() -> None:
    matrix = compare(made_records(8, 40))
    seen = 0
    for provision, said in sayings(matrix, Reader([c.record for c in matrix.columns])):
        points = Table.of(provision, said).points
        for (i, one), (j, other) in itertools.combinations(enumerate(s for s in said if s.stated), 2):
            found = relation(one, other)
            assert found is not None
            assert points[i, j] == pytest.approx(found[1], abs=1e-6)
            seen += 1
    assert seen > 100


def test_where_provisions_differ_most() -> None:
    few: Said = ("quorum", {"count": 3}, "A few friends round one table are plenty for Hesper.")
    third = record_of("hesper.txt", "Hesper Panel", [few, MINUTES])
    first, second = _found([*_two([QUORUM, MINUTES], [QUORUM_OF_FIVE, MINUTES]), third]).spreads
    assert (first.provision.title, first.stating, first.same, first.comparable) == ("Quorum", 3, 1, 3)
    assert {one.column.document for one in first.furthest} == {"corse.txt", "hesper.txt"}
    assert (second.provision.title, second.agreeing, second.wording) == ("Minutes", 1.0, pytest.approx(1.0))


def test_values_are_compared_where_both_give_them() -> None:
    three, year = {"count": ("3",)}, {"chair.term": ("('months', 12)",)}
    assert agreement(three, {**three, **year}) is Agreement.SAME
    assert agreement(three, {"count": ("4",), **year}) is Agreement.OTHER
    assert agreement(three, year) is Agreement.NONE


def test_periods_of_equal_length_are_one_value() -> None:
    terms = [
        ("term_of_office", {"role": "chair", "term": iso}, f"Whoever leads the {{body}} steps down after {said}.")
        for iso, said in (
            ("P12M", "12 months at the helm"),
            ("P1Y", "one year at the helm"),
            ("P2Y", "2 years at the helm"),
        )
    ]
    assert not _groups([terms[0]], [terms[1]])[0].other_value
    assert _groups([terms[0]], [terms[2]])[0].other_value


def test_words_of_the_document_are_no_values() -> None:
    """Every field of a clause type that holds the document's own words is left out of the comparison of values."""
    fields = set()
    for path in (ROOT / "src" / "torparse" / "clauses").glob("*.py"):
        for model in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(model, ast.ClassDef):
                for field, said in itertools.pairwise(model.body):
                    words = isinstance(said, ast.Expr) and "in the document's words" in ast.unparse(said)
                    if words and isinstance(field, ast.AnnAssign) and ast.unparse(field.annotation) == "str | None":
                        fields.add(ast.unparse(field.target).rstrip("_"))
    assert {"by", "from", "escalates_to"} <= fields
    assert fields <= WORDS


def test_what_differs_is_marked() -> None:
    other: Said = ("quorum", {"count": 5}, QUORUM_OF_FIVE[2].replace("have taken their seats", "are in the room"))
    (group,) = _groups([QUORUM], [other])
    model, mine = (variant.wordings[0] for variant in group.variants)
    assert group.variants[1].likeness == pytest.approx(18 / 22)  # 12 and 10 words count, nine are in both
    pieces = marked(mine, Mask(), model, Mask())
    assert [(p.kind, p.text) for p in pieces if p.kind != "same"] == [
        ("missing", "three"), ("gap", " "), ("added", "five"),
        ("missing", "have taken their seats"), ("gap", " "), ("added", "are in the room"),
    ]  # fmt: skip
    assert "".join(p.text for p in pieces if p.kind in ("same", "added")) == mine.runs[0].evidence.quote
    assert {p.kind for p in marked(model, Mask(), model, Mask())} == {"same"}


def test_the_order_of_documents_does_not_matter(tmp_path: Path) -> None:
    records = made_records(9, 20)
    pages = [
        _page(some, tmp_path / str(n)) for n, some in enumerate((records, records[::-1], records[4:] + records[:4]))
    ]
    assert "Clauses worded nearly alike" in pages[0]
    assert pages[1:] == pages[:1] * 2


def test_two_hundred_documents_in_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many comparisons as pairs of clauses of one type (200 a type and twenty types, with forty for peers), in parts
    that do not grow with their square."""
    records = made_records(200, 20)
    cells: list[int] = []
    compare_all = alike.Wordings._part

    def counted(rows: list[str], columns: list[str], least: float | None = None) -> Any:
        cells.append(len(rows) * len(columns))
        return compare_all(rows, columns, least)

    monkeypatch.setattr(alike.Wordings, "_part", staticmethod(counted))
    found = _found(records)
    assert len(found.groups) > 100
    assert max(cells) <= 200 * 200
    assert sum(cells) < 200 * 200 * 20 * 3


def test_degrees_come_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = [tuple(f"{n}-{i}" for i in range(9)) for n in range(40)]
    wordings += [(*one[:-1], "other") for one in wordings[:10]]
    whole = alike.Wordings(wordings).degrees([1] * 50)
    assert whole == [2] * 10 + [1] * 30 + [2] * 10
    monkeypatch.setattr(alike, "_ROWS", 7)
    assert alike.Wordings(wordings).degrees([1] * 50) == whole


def test_one_document_has_no_peers(tmp_path: Path) -> None:
    records = [record_of("arden.txt", "Arden Valley Board", ALL)]
    assert likeness(compare(records)) is None
    assert "wording is alike" not in _page(records, tmp_path)


def test_the_page_says_it_in_words_and_leads_to_the_clauses(tmp_path: Path) -> None:
    mail = "Whoever keeps the minutes of the {body} sends them to clerk@example.org and to the noticeboard."
    minutes: Said = ("minutes", {"published": True}, mail)
    page = html.fromstring(_page(_two([QUORUM, minutes], [QUORUM_OF_FIVE, minutes]), tmp_path))
    assert page.xpath("string(//h2[@id='wording'])") == "Whose wording is alike?"
    assert "#wording" in page.xpath("//nav//a/@href")
    quorum, minutes_found = page.xpath("//section[@class='alike']")
    assert "≠ same wording, other value" in quorum.xpath("string(h4)")
    assert "other value" not in minutes_found.text_content()
    assert quorum.xpath("string(.//del)") == "missing: −three"
    assert quorum.xpath("string(.//ins)") == "added: +five"
    ids = set(page.xpath("//@id"))
    links = [href[1:] for href in page.xpath("//section[@class='alike']//a/@href")]
    assert len(links) == 4
    assert set(links) <= ids
    assert "clerk@example.org" not in html.tostring(page, encoding="unicode")
    for table in page.xpath("//section[@class='alike']//table"):
        assert table.xpath("caption")
        assert all(th.get("scope") for th in table.xpath(".//th"))


def test_long_lists_are_folded(tmp_path: Path) -> None:
    many: list[Said] = [
        ("conduct", {}, f"Rule {'abcdefghijklmnopqrstuvwxyz'[n] * 5} asks {' '.join(f'{w}{n}x' for w in 'pqrstuv')}.")
        for n in range(23)
    ]
    page = html.fromstring(_page(_two(many, [*many, QUORUM]), tmp_path))
    groups = page.xpath("//section[@class='alike']")
    assert len(groups) == 23
    assert len([g for g in groups if not g.xpath("ancestor::details")]) == 20
    assert page.xpath("//summary[normalize-space()='3 more clauses']")
