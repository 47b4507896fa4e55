"""A change in a real document changes just the clauses that it touches.

The annotations beside the development set say where a clause stands. From there a number, a period, a name or a whole
clause is changed, or sections are renumbered or change places, and the clauses of both texts are compared by type,
body, status and value. What is changed is drawn with a fixed seed, so that every run asks the same.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from torparse.annotations import SCORED
from torparse.lexicon.durations import durations
from torparse.lexicon.numbers import number
from torparse.model import Clause, Record
from torparse.pipeline import extract

Told = tuple[str, str, str, str]
"""A clause for comparing: type, body, status and value as JSON."""
Spans = list[tuple[int, int]]

SAMPLE = 2
"""Changes of a kind that are drawn of each document."""


@dataclass(frozen=True)
class Source:
    """A document with its annotated clauses and the record of it unchanged."""

    path: Path
    text: str
    gold: tuple[dict[str, Any], ...]
    record: Record

    def hits(self, spans: Spans) -> list[Clause]:
        """The clauses with evidence in ``spans``."""
        return [
            c
            for c in self.record.clauses
            if any(e.start < end and start < e.end for e in c.evidence for start, end in spans)
        ]

    def drawn(self, what: str, choices: Iterable[Any]) -> list[Any]:
        """The same few of ``choices`` on every run."""
        listed = list(choices)
        return random.Random(f"{self.path.stem} {what}").sample(listed, min(SAMPLE, len(listed)))


@cache
def sources(shared: Path) -> tuple[Source, ...]:
    """Terms of reference of the two sets; guides and covering reports lay nothing down themselves."""
    found = []
    for folder in ("seeds", "written"):
        for gold_path in sorted((shared / "gold" / folder).glob("*.gold.json")):
            gold = json.loads(gold_path.read_text(encoding="utf-8"))
            path = shared / "corpus" / folder / gold["document"]
            if gold["kind"] in ("terms_of_reference", "constitution"):
                text = path.read_bytes().decode("utf-8")
                found.append(Source(path, text, tuple(gold["clauses"]), extract(path)))
    return tuple(found)


@pytest.fixture(scope="session")
def documents(shared: Path) -> tuple[Source, ...]:
    return sources(shared)


def told(clause: Clause) -> Told:
    fields = SCORED.get(clause.type)
    value = {k: v for k, v in clause.value.as_dict().items() if fields is None or k in fields}
    return (clause.type, clause.body or "", str(clause.status), json.dumps(value, sort_keys=True))


def changed(source: Source, text: str, folder: Path) -> Counter[Told]:
    """The clauses of the changed text, which stands in a file of the same name."""
    path = folder / source.path.name
    path.write_bytes(text.encode("utf-8"))
    return Counter(told(c) for c in extract(path).clauses)


def assert_only(source: Source, text: str, folder: Path, affected: list[Clause], to: Callable[[Told], Told]) -> None:
    """The clauses of ``text`` are those of the source, but ``to`` has been done to the affected ones."""
    touched = {id(c) for c in affected}
    wanted = Counter(to(told(c)) if id(c) in touched else told(c) for c in source.record.clauses)
    found = changed(source, text, folder)
    assert (list((wanted - found).elements()), list((found - wanted).elements())) == ([], []), source.path.name


def spliced(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def doubles(clause: Clause, terms: list[Clause]) -> bool:
    """Whether the clause is a chair's appointment that repeats one of the terms (GUIDE.md, Conventions)."""
    value = clause.value.as_dict()
    return clause.type == "chair_appointment" and any(
        one.type == "term_of_office"
        and one.body == clause.body
        and (one.value.as_dict().get("role"), one.value.as_dict().get("term")) == (value["role"], value.get("term"))
        for one in terms
    )


_NUMBER = re.compile(r"\b(?:\d+|[a-z]+(?:-[a-z]+)?)\b", re.IGNORECASE)


def test_another_number_changes_the_quorum_alone(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        for gold in source.gold:
            count = gold["value"].get("count") if gold["type"] == "quorum" else None
            spans: Spans = [tuple(span) for span in gold["evidence"]]
            same = [c for c in source.hits(spans) if c.type == "quorum" and c.value.as_dict().get("count") == count]
            if count is None or len(same) != 1:
                continue
            edits = [
                (start + m.start(), start + m.end(), "17" if m[0].isdigit() else "seventeen")
                for start, end in spans
                for m in _NUMBER.finditer(source.text[start:end])
                if number(m[0]) == count
            ]
            old, new = f'"count": {count}', '"count": 17'
            assert_only(
                source,
                spliced(source.text, edits),
                tmp_path,
                same,
                lambda t, o=old, n=new: (*t[:3], t[3].replace(o, n)),
            )
            asked += 1
    assert asked >= 8


def test_another_period_changes_notice_and_terms_alone(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        spots = []
        for gold in source.gold:
            period = gold["value"].get("period") or gold["value"].get("term")
            if gold["type"] not in ("notice", "term_of_office") or not period:
                continue
            numbers: Spans = []
            for start, end in gold["evidence"]:
                for one in durations(source.text[start:end]):
                    head = re.match(r"[\w-]+", source.text[start + one.start : start + one.end])
                    if one.iso == period and head and (number(head[0]) or 0) > 1:
                        numbers.append((start + one.start, start + one.start + head.end()))
            if numbers:
                spots.append((numbers, period))
        for numbers, period in source.drawn("period", spots):
            old = f'"{period}"'
            new = f'"P19{period[-1]}"'
            affected = [c for c in source.hits(numbers) if old in told(c)[3]]
            affected += [c for c in source.record.clauses if c not in affected and doubles(c, affected)]
            text = spliced(source.text, [(a, b, "19" if source.text[a].isdigit() else "nineteen") for a, b in numbers])
            assert affected, (source.path.name, period)
            assert_only(source, text, tmp_path, affected, lambda t, o=old, n=new: (*t[:3], t[3].replace(o, n)))
            asked += 1
    assert asked >= 15


def _with_marker(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the bullet before it and the end of its line, where nothing else stands on the line."""
    line = text.rfind("\n", 0, start) + 1
    close = re.match(r"[ \t]*\r?\n", text[end:])
    return (line, end + close.end()) if close and not re.search(r"\w", text[line:start]) else (start, end)


def test_a_deleted_clause_is_gone_alone(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        alone = []
        for gold in source.gold:
            spans: Spans = [tuple(span) for span in gold["evidence"]]
            hit = source.hits(spans)
            others = [
                other for other in source.gold
                if other is not gold and any(a < y and x < b for a, b in other["evidence"] for x, y in spans)
            ]  # fmt: skip
            inside = all(any(a <= e.start and e.end <= b for a, b in spans) for c in hit for e in c.evidence)
            # what stands behind it in its paragraph may hang on it
            ends = all(re.match(r"[ \t.]*(?:\r?\n|$)", source.text[end:]) for _, end in spans)
            # a careful reader could disagree on a clause with a note
            if not others and "note" not in gold and [c.type for c in hit] == [gold["type"]] and inside and ends:
                alone.append((hit, spans))
        for hit, spans in source.drawn("deleted", alone):
            text = spliced(source.text, [(*_with_marker(source.text, *span), "") for span in spans])
            found = changed(source, text, tmp_path)
            wanted = Counter(told(c) for c in source.record.clauses if c not in hit)
            lost, invented = list((wanted - found).elements()), list((found - wanted).elements())
            assert (lost, invented) == ([], []), (source.path.name, hit)
            asked += 1
    assert asked >= 15


def test_another_place_name_changes_no_clause(documents: tuple[Source, ...], tmp_path: Path) -> None:
    for source in documents:
        name = source.path.stem.split("-")[0]
        pattern = re.compile(rf"\b{name}\b", re.IGNORECASE)
        assert pattern.search(source.text), name

        def like(match: re.Match[str]) -> str:
            return "OTTERMOUTH" if match[0].isupper() else "Ottermouth" if match[0][0].isupper() else "ottermouth"

        def renamed(one: Told, pattern: re.Pattern[str] = pattern) -> Told:
            return (one[0], pattern.sub(like, one[1]), one[2], pattern.sub(like, one[3]))

        assert_only(source, pattern.sub(like, source.text), tmp_path, list(source.record.clauses), renamed)


_SORT_OF_GROUP = re.compile(
    r"(?:annual|general|steering|executive|management|full|open|theme|district|local|lsp)\b", re.IGNORECASE
)
"""First words of a name that say what sort of group it is, or stand for words that do: another word is another sort."""
_OF_ONE_SORT = {"board": "Executive", "executive": "Board", "forum": "Network", "panel": "Committee"}
"""Names of one word, each with another one for a group of the same sort."""


def _other_name(name: str, text: str) -> tuple[str, str] | None:
    """The word of a body's name to be replaced, and by what; None where another word would make it another group."""
    first, *rest = name.split()
    if rest:
        return None if _SORT_OF_GROUP.match(name) else (first, "Lanternside")
    other = _OF_ONE_SORT.get(name.lower())
    return None if other is None or re.search(rf"\b{other}", text, re.IGNORECASE) else (first, other)


def test_another_name_of_a_body_changes_no_clause(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        for body in source.record.bodies:
            words = _other_name(body.name, source.text)
            if words is None:
                continue
            old, new = words
            whole = re.compile(r"\b" + r"\s+".join(map(re.escape, body.name.split())) + r"\b", re.IGNORECASE)

            def like(match: re.Match[str], old: str = old, new: str = new) -> str:
                word = new.upper() if match[0].isupper() else new if match[0][0].isupper() else new.lower()
                return word + match[0][len(old) :]

            def renamed(one: Told, whole: re.Pattern[str] = whole, like: Any = like) -> Told:
                return (one[0], whole.sub(like, one[1]), one[2], whole.sub(like, one[3]))

            assert_only(source, whole.sub(like, source.text), tmp_path, list(source.record.clauses), renamed)
            asked += 1
    assert asked >= 12


_REFERENCE = re.compile(
    r"(?m)(^[ \t]*(?:S\.O\. )?|\b(?:clause|rule|section|paragraph|standing order)s? |\b(?:and|or|to) (?=\d+\.\d))"
    r"(\d{1,2})(?=[. )(,;]|$)",
    re.I,
)


def test_other_numbers_of_sections_change_no_clause(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        tops = {
            s.number for s in source.record.sections if s.level == 1 and re.fullmatch(r"(?:S\.O\. )?\d+\.?", s.number)
        }
        if len(tops) < 3:
            continue
        asked += 1
        known = {re.sub(r"\D", "", top) for top in tops}

        def raised(text: str, known: set[str] = known) -> str:
            return _REFERENCE.sub(lambda m: f"{m[1]}{int(m[2]) + 1}" if m[2] in known else m[0], text)

        assert raised(source.text) != source.text
        # a value in the document's words may name a clause
        assert_only(
            source, raised(source.text), tmp_path, list(source.record.clauses), lambda t: (*t[:3], raised(t[3]))
        )
    assert asked >= 5


def test_sections_in_another_order_change_no_clause(documents: tuple[Source, ...], tmp_path: Path) -> None:
    asked = 0
    for source in documents:
        tops = [s for s in source.record.sections if s.level == 1 and s.number]
        pairs = [(a, b) for a, b in pairwise(tops[1:]) if a.end <= b.start]
        for a, b in source.drawn("order", pairs):
            one, other = source.text[a.start : b.start], source.text[b.start : b.end]
            text = (
                source.text[: a.start] + other.rstrip("\n") + "\n\n" + one.rstrip("\n") + "\n\n" + source.text[b.end :]
            )
            assert_only(source, text, tmp_path, [], lambda t: t)
            asked += 1
    assert asked >= 8
