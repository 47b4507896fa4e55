"""The shared wordings: single sentences with what a careful reader takes from each, and sentences that say nothing.

Their terms are richer than the guide's; ``wordings_map.toml`` says which field of the value model each one is. A
wording is right where one clause of its type has every key right. Each sentence is read as a small document.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from conftest import ROOT
from test_clauses import extracted
from torparse.clauses import types
from torparse.lexicon.durations import days
from torparse.model import Clause

MAP: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests" / "wordings_map.toml").read_text(encoding="utf-8")
)
_FORMS = {"field", "attribute", "values"}


def _wordings(shared: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (shared / "gold" / name).read_text(encoding="utf-8").splitlines()]


def _equal(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, str) and isinstance(got, str):
        length = days(wanted)
        return wanted.lower() == got.lower() or (length is not None and length == days(got))
    return bool(wanted == got and isinstance(wanted, bool) == isinstance(got, bool))


def _holds(wanted: Any, got: Any) -> bool:
    """Whether a field is as ``wanted``: "*" given, "" or None not given, a list any of these, else equal.

    A field that is itself a list must hold every text of ``wanted``.
    """
    if wanted in ("", None):
        return got is None
    if wanted == "*":
        return got is not None
    if isinstance(got, list):
        return all(any(_equal(text, one) for one in got) for text in (wanted if isinstance(wanted, list) else [wanted]))
    return any(_equal(one, got) for one in (wanted if isinstance(wanted, list) else [wanted]))


def _named(value: Any) -> str:
    return "null" if value is None else str(value)


def _fields_right(wanted: dict[str, Any], clause: Clause, others: list[Clause]) -> bool:
    given = clause.value.as_dict()
    plain = {key: value for key, value in wanted.items() if key != "another"}
    second = wanted.get("another")
    return all(_holds(value, given.get(key)) for key, value in plain.items()) and (
        second is None or any(_fields_right(second, other, []) for other in others)
    )


def _key_right(rule: dict[str, Any], value: Any, clause: Clause, others: list[Clause]) -> bool:
    """Whether one key of ``expect`` is right in ``clause``."""
    if isinstance(value, dict):
        value = [f"{key}={one}" for key, one in value.items()]
    if "values" in rule:
        return all(
            _fields_right(rule["values"][_named(one)], clause, others)
            for one in (value if isinstance(value, list) else [value])
        )
    if "attribute" in rule:
        return str(getattr(clause, rule["attribute"])) == value
    given = clause.value.as_dict()
    names = rule["field"] if isinstance(rule["field"], list) else [rule["field"]]
    if isinstance(value, list):
        return any(value == given.get(name) for name in names)
    wanted = rule["form"].format(value) if "form" in rule and value is not None else value
    if wanted is None:
        return all(given.get(name) is None for name in names)
    return any(_holds(wanted, given.get(name)) for name in names)


def _types_of(name: str) -> list[str]:
    """The clause types that hold what the wordings have under ``name``."""
    return [name, *MAP[name].get("types", {}).get("also", [])]


def wrong_keys(wording: dict[str, Any], clauses: list[Clause]) -> list[str]:
    """The keys of ``expect`` that the best clause has wrong; all of them where there is no clause of the type."""
    rules, expect = MAP[wording["clause_type"]], wording["expect"]
    of_type = [c for c in clauses if c.type in _types_of(wording["clause_type"])]
    tries = [
        [key for key in expect if not _key_right(rules[key], expect[key], c, [o for o in of_type if o is not c])]
        for c in of_type
    ]
    return min(tries, key=len, default=[*expect, "(no clause)"])


def test_nearly_all_wordings_are_right(shared: Path, tmp_path: Path) -> None:
    asked = _wordings(shared, "wordings.jsonl")
    wrong = [w["id"] for w in asked if wrong_keys(w, list(extracted(w["text"], tmp_path).clauses))]
    # "Terms reviewed: May 2013, June 2015, May 2017." is no clause by the guide: a past review alone is nothing
    assert len(asked) == 45
    assert wrong == ["R10"]


def test_a_sentence_that_lays_nothing_down_gives_nothing(shared: Path, tmp_path: Path) -> None:
    for wording in _wordings(shared, "wordings-negative.jsonl"):
        found = [c for c in extracted(wording["text"], tmp_path).clauses if c.type != "document_facts"]
        assert found == [], (wording["id"], [str(c) for c in found])


def test_every_key_and_value_of_the_wordings_is_translated(shared: Path) -> None:
    for wording in _wordings(shared, "wordings.jsonl"):
        if wording["clause_type"] not in MAP:
            continue
        rules = MAP[wording["clause_type"]]
        for key, value in wording["expect"].items():
            assert key in rules, (wording["id"], key)
            assert len(_FORMS & set(rules[key])) == 1, (wording["id"], key)
            listed = [f"{k}={v}" for k, v in value.items()] if isinstance(value, dict) else value
            for one in (listed if isinstance(listed, list) else [listed]) if "values" in rules[key] else []:
                assert _named(one) in rules[key]["values"], (wording["id"], key, one)


def test_the_fields_that_the_map_names_exist() -> None:
    for name, rules in MAP.items():
        known = {field.rstrip("_") for one in _types_of(name) for field in types()[one].value.__dataclass_fields__}
        for key, rule in rules.items():
            if key == "types":
                continue
            given = rule.get("field", [])
            named = set(given if isinstance(given, list) else [given])
            for fields in rule.get("values", {}).values():
                named |= (set(fields) | set(fields.get("another", {}))) - {"another"}
            assert named <= known, (name, named - known)
