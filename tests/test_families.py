"""The families of wording that each clause type covers, with own examples: ``tests/families/TYPE.toml``.

A family is a way in which officers put a provision ("no business unless so many are present"). Each has two or more
examples of different construction; none stands in a document that the rules were written beside. A file looks so::

    [[family]]
    name = "no business unless so many are present"
    hits = [
        { text = "…", value = { count = 5, of = "members" } },
        { text = "…", value = { fraction = "1/2" }, status = "stated" },
    ]
    misses = ["a text with the family's cue words that lays nothing of this type down"]

``value`` holds every scored field that must come out and no other is allowed; with ``at_least = true`` others may
come. Free-text fields are compared as the guide scores them, by the words they share.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from test_clauses import extracted
from torparse.annotations import SCORED
from torparse.clauses import types
from torparse.evaluate import FREE_TEXT
from torparse.evaluate.values import same

FOLDER = ROOT / "tests" / "families"
TABLES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["family"] for path in FOLDER.glob("*.toml")}
HITS = [
    pytest.param(name, hit, id=f"{name}-{number}-{n}")
    for name, families in sorted(TABLES.items())
    for number, family in enumerate(families)
    for n, hit in enumerate(family["hits"])
]
MISSES = [
    pytest.param(name, text, id=f"{name}-{number}-{n}")
    for name, families in sorted(TABLES.items())
    for number, family in enumerate(families)
    for n, text in enumerate(family.get("misses", []))
]


def _same(field: str, wanted: Any, got: Any) -> bool:
    """Free text by the words it shares, as the guide scores it; everything else to the letter."""
    return same(field, wanted, got) if field in FREE_TEXT else bool(wanted == got)


def _agrees(name: str, hit: dict[str, Any], got: dict[str, Any]) -> bool:
    wanted, scored = hit.get("value", {}), SCORED.get(name)
    fields = {key for key in got if scored is None or key in scored}
    if not hit.get("at_least") and fields - set(wanted):
        return False
    return all(key in got and _same(key, value, got[key]) for key, value in wanted.items())


@pytest.mark.parametrize(("name", "hit"), HITS)
def test_a_wording_of_the_family_is_found(name: str, hit: dict[str, Any], tmp_path: Path) -> None:
    found = [c for c in extracted(hit["text"], tmp_path).clauses if c.type == name]
    status = hit.get("status", "stated")
    assert any(c.status == status and _agrees(name, hit, c.value.as_dict()) for c in found), [str(c) for c in found]


@pytest.mark.parametrize(("name", "text"), MISSES)
def test_a_near_miss_of_the_family_is_not(name: str, text: str, tmp_path: Path) -> None:
    assert [str(c) for c in extracted(text, tmp_path).clauses if c.type == name] == []


@pytest.mark.parametrize("name", sorted(TABLES))
def test_each_family_has_two_examples_of_different_construction(name: str) -> None:
    assert name in types()
    for family in TABLES[name]:
        assert len(family["hits"]) >= 2, family["name"]
        masked = {re.sub(r"\W+|\d+", " ", hit["text"].lower()) for hit in family["hits"]}
        assert len(masked) == len(family["hits"]), family["name"]


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]{4,}", text.lower())}


def test_near_misses_hold_the_words_of_their_type() -> None:
    """A near-miss is near: it has a word of its type's hits that is not one of most types ("meeting", "members")."""
    told = {
        name: {stem for family in families for hit in family["hits"] for stem in _stems(hit["text"])}
        for name, families in TABLES.items()
    }
    spread = Counter(stem for stems in told.values() for stem in stems)
    misses = [(name, text) for name, families in TABLES.items() for f in families for text in f.get("misses", [])]
    far = [one for one in misses if not {s for s in _stems(one[1]) & told[one[0]] if spread[s] <= 0.6 * len(TABLES)}]
    assert len(misses) > 500
    assert len(far) <= 0.05 * len(misses), far
