"""The form of a clause: every field has words, every value goes there and back, what cannot be read is told."""

from __future__ import annotations

import ast
import datetime
import json
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from form_samples import quorum_clause, record
from torparse.annotations import FORMS
from torparse.clauses import types
from torparse.contract import value_fields, value_from_json
from torparse.fields import descriptions
from torparse.model import Completeness, Kind, Review, Source, Status, Value
from torparse.provisions import PROVISIONS
from torparse.review.forms import (
    Entered,
    FieldSpec,
    Problems,
    Widget,
    clause_filled,
    clause_parsed,
    common_of,
    completeness_of,
    fields_of,
    filled,
    parsed,
    type_groups,
)
from torparse.review.forms import reading as forms_reading

FIELDS_FOLDER = ROOT / "src" / "torparse" / "fields"
ALL_FIELDS = [(name, spec) for name in types() for spec in fields_of(name)]
BY_NAME = {(name, spec.name): spec for name, spec in ALL_FIELDS}


def field_id(pair: Any) -> str:
    return f"{pair[0]}.{pair[1].name}" if isinstance(pair, tuple) else str(pair)


# ------------------------------------------------------------------------------------------------ words for all fields


@pytest.mark.parametrize("pair", ALL_FIELDS, ids=field_id)
def test_every_field_has_words_of_its_own(pair: tuple[str, FieldSpec]) -> None:
    _, spec = pair
    assert spec.label.strip(), "a label"
    assert spec.hint.strip(), "a hint"
    assert "\n" not in spec.label + spec.hint
    assert spec.label[:1].isupper()
    assert "_" not in spec.label
    if spec.name not in ("version",):  # the one name that people use as it is
        assert spec.label.lower() != spec.name.replace("_", " "), "no label made from the field's name"
    for choice in spec.choices:
        assert choice.words.strip()
        assert "_" not in choice.words


@pytest.mark.parametrize("type_name", list(types()))
def test_no_two_questions_of_a_type_read_alike(type_name: str) -> None:
    labels = [spec.label for spec in fields_of(type_name)]
    assert len(set(labels)) == len(labels)
    assert {spec.name for spec in fields_of(type_name)} == set(value_fields(type_name))


def test_the_file_of_words_has_nothing_that_no_field_uses() -> None:
    file = tomllib.loads((FIELDS_FOLDER / "labels.toml").read_text(encoding="utf-8"))
    everywhere = file.pop("any")
    assert set(file) == set(types())
    used = set()
    for type_name, table in file.items():
        own = {name for name, entry in table.items() if isinstance(entry, dict)}
        assert own <= set(value_fields(type_name)), type_name
        assert set(table) - own <= {"title", "group"}
        used |= set(value_fields(type_name)) - own
    assert set(everywhere) <= used


# -------------------------------------------------------------------------------------- inputs follow the value models


DOCSTRINGS = {name: descriptions(name) for name in types()}


@pytest.mark.parametrize("pair", ALL_FIELDS, ids=field_id)
def test_the_input_is_what_the_docstring_says(pair: tuple[str, FieldSpec]) -> None:
    type_name, spec = pair
    said = DOCSTRINGS[type_name][spec.name]
    if "ISO 8601 duration" in said:
        assert spec.widget is Widget.DURATION
    elif "ISO 8601" in said:
        assert spec.widget is Widget.DATE
    else:
        assert spec.widget not in (Widget.DURATION, Widget.DATE)
    assert spec.lower == ("lower-cased" in said)


@pytest.mark.parametrize(
    "pair",
    [
        p
        for p in ALL_FIELDS
        if (p[0], p[1].name) not in FORMS and value_fields(p[0])[p[1].name] not in (bool, int, float)
    ],
    ids=field_id,
)
def test_codes_beyond_the_guide_are_those_of_the_docstring(pair: tuple[str, FieldSpec]) -> None:
    type_name, spec = pair
    said = re.sub(r"\([^)]*\)", "", DOCSTRINGS[type_name][spec.name])
    codes = {one for one in re.findall(r'"([^"]+)"', said) if re.fullmatch("[a-z_ ]+", one)}
    is_open = bool(codes) and re.search(r"…|and the like|the document's(?: own)? words?|a count or a fraction", said)
    assert codes <= set(spec.codes)
    if not is_open:
        assert codes == set(spec.codes)
    assert bool(spec.other) == bool(is_open)


@pytest.mark.parametrize("key", list(FORMS), ids=".".join)
def test_codes_of_the_guide_are_all_offered(key: tuple[str, str]) -> None:
    spec = BY_NAME[key]
    codes = [one for one in FORMS[key].split("|") if re.fullmatch("[a-z_]+", one)]
    assert list(spec.codes) == codes
    if codes:
        assert bool(spec.other) == (len(codes) < len(FORMS[key].split("|")))
    assert spec.form == FORMS[key]


def test_fields_that_are_not_scored_come_last() -> None:
    names = [spec.name for spec in fields_of("quorum")]
    assert names[:6] == ["count", "fraction", "strict", "combine", "of", "composition"]
    assert [spec.beyond for spec in fields_of("quorum")] == [False] * 6 + [True] * (len(names) - 6)
    assert not any(spec.beyond for spec in fields_of("finance")), "the guide scores none of these"
    assert not any(spec.beyond for spec in fields_of("equalities"))


# ------------------------------------------------------------------------------------------------------ there and back


def comes_back(type_name: str, value: Value) -> None:
    form = filled(type_name, value)
    assert all(isinstance(text, str) for text in form.values())
    assert parsed(type_name, form) == value, form


def gold_values(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for file in sorted(folder.rglob("*.gold.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        for key in ("clauses", "arguable", "traps", "extra"):
            yield from ((one["type"], one.get("value", {})) for one in data.get(key, ()))


@pytest.mark.parametrize("where", ["gold", "annotations"])
def test_annotated_values_go_through_the_form(where: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue("shared") / "gold" if where == "gold" else ROOT / "annotations"
    values = list(gold_values(folder))
    assert len(values) > 200
    for type_name, content in values:
        comes_back(type_name, value_from_json(type_name, content, where))


def test_what_torparse_finds_goes_through_the_form() -> None:
    hits = [(name, one.value) for name, type_ in types().items() for one in type_.examples if one.value]
    assert len(hits) > 150
    for type_name, value in hits:
        comes_back(type_name, types()[type_name].value.from_dict(value))


LETTERS = string.ascii_letters + string.digits + "éŵ’'-&/,.;:()£%"
COUNTS = st.integers(1, 9999)
DATES = st.dates(datetime.date(1000, 1, 1)).map(str)


def own_words(spec: FieldSpec) -> st.SearchStrategy[str]:
    """Some words of a document that are none of the field's codes."""
    made = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=6).map(" ".join)
    made = made.map(str.lower) if spec.lower else made
    known = [(choice.code, choice.words) for choice in spec.choices if choice.code]
    return made.filter(lambda text: forms_reading.code(text, known) is None)


def shares(spec: FieldSpec) -> st.SearchStrategy[str]:
    parts = st.integers(1, 99).flatmap(lambda top: st.integers(top, 100).map(lambda bottom: f"{top}/{bottom}"))
    if "two_thirds" in spec.codes:  # the guide has words for these
        parts = parts.filter(lambda text: text not in ("2/3", "3/4"))
    return parts | COUNTS.map(str) if spec.counted else parts


def lengths(spec: FieldSpec) -> st.SearchStrategy[str]:
    forms = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}
    plain = st.sampled_from(spec.units).flatmap(lambda unit: COUNTS.map(forms[unit.code].format))
    return plain | st.builds("P{}Y{}M".format, st.integers(1, 20), st.integers(1, 30))


def contents(type_name: str, spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Whatever the value model holds in a field, as the guide writes it."""
    match spec.widget:
        case Widget.YES_NO_UNSAID:
            return st.booleans()
        case Widget.NUMBER:
            whole = st.integers(0, 10**6) if spec.whole else st.integers(1, 366)
            return whole if spec.whole else whole | st.floats(0.01, 366, allow_nan=False)
        case Widget.LINES:
            items = own_words(spec) if spec.other or not spec.choices else st.nothing()
            items = items | st.sampled_from(spec.codes) if spec.choices else items
            return st.lists(items, min_size=1, max_size=5).map(tuple)
        case Widget.DURATION:
            return lengths(spec)
        case Widget.FRACTION:
            return shares(spec)
        case Widget.DATE:
            return DATES | DATES.map(lambda day: day[:7]) | DATES.map(lambda day: day[:4])
        case Widget.CHOICE:
            other = shares(spec) if spec.instead is Widget.FRACTION else own_words(spec)
            return st.sampled_from(spec.codes) | (other if spec.other else st.nothing())
    return own_words(spec)


@pytest.mark.parametrize("type_name", list(types()))
def test_every_value_of_a_type_goes_through_the_form(type_name: str) -> None:
    made = st.fixed_dictionaries({}, optional={s.name: contents(type_name, s) for s in fields_of(type_name)})

    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(made)
    def through(content: dict[str, Any]) -> None:
        comes_back(type_name, types()[type_name].value.from_dict(content))

    through()


# -------------------------------------------------------------------------------------------- what people may write

READ: list[tuple[str, dict[str, str], dict[str, Any]]] = [
    # numbers in figures, in words, both
    ("quorum", {"count": " 5 "}, {"count": 5}),
    ("quorum", {"count": "twenty-one"}, {"count": 21}),
    ("quorum", {"count": "three (3)"}, {"count": 3}),
    ("membership", {"number": "1,200"}, {"number": 1200}),
    # shares
    ("quorum", {"fraction": "one third"}, {"fraction": "1/3"}),
    ("quorum", {"fraction": "Half"}, {"fraction": "1/2"}),
    ("quorum", {"fraction": "33 %"}, {"fraction": "1/3"}),
    ("quorum", {"fraction": "40 per cent"}, {"fraction": "2/5"}),
    ("quorum", {"fraction": "2 / 5"}, {"fraction": "2/5"}),
    ("quorum", {"fraction": "⅔"}, {"fraction": "2/3"}),
    ("voting", {"response_quorum": "two thirds"}, {"response_quorum": "2/3"}),
    ("voting", {"response_quorum": "five"}, {"response_quorum": "5"}),
    ("quorum", {"adjourned_quorum": "other_words", "adjourned_quorum.other": "three"}, {"adjourned_quorum": "3"}),
    ("quorum", {"adjourned_quorum": "those_present"}, {"adjourned_quorum": "those_present"}),
    # a majority under "another share" is the guide's word for it; the text counts without the button before it too
    ("voting", {"threshold": "other_words", "threshold.other": "60%"}, {"threshold": "3/5"}),
    ("voting", {"threshold": "", "threshold.other": "2/3"}, {"threshold": "two_thirds"}),
    ("voting", {"threshold": "", "threshold.other": "more than half"}, {"threshold": "simple_majority"}),
    ("voting", {"threshold": "", "threshold.other": "a simple majority"}, {"threshold": "simple_majority"}),
    ("amendment", {"threshold": "unanimous"}, {"threshold": "unanimous"}),
    # lengths of time
    ("notice", {"period.number": "5", "period.unit": "day"}, {"period": "P5D"}),
    ("notice", {"period.number": "fourteen", "period.unit": "day"}, {"period": "P14D"}),
    ("notice", {"period.number": "a fortnight"}, {"period": "P2W"}),
    ("notice", {"period.number": "48 hours", "period.unit": "hour"}, {"period": "PT48H"}),
    ("notice", {"period.number": "P21D"}, {"period": "P21D"}),
    ("term_of_office", {"term.number": "one year and six months"}, {"term": "P1Y6M"}),
    ("quorum", {"wait.number": "thirty minutes"}, {"wait": "PT30M"}),
    ("quorum", {"wait.number": "30", "wait.unit": "minute"}, {"wait": "PT30M"}),
    ("late_papers", {"until.number": "an hour"}, {"until": "PT1H"}),
    # dates, day before month
    ("document_facts", {"date": "25 November 2008"}, {"date": "2008-11-25"}),
    ("document_facts", {"date": "Monday 3rd September 2007"}, {"date": "2007-09-03"}),
    ("document_facts", {"date": "05/06/2016"}, {"date": "2016-06-05"}),
    ("document_facts", {"date": "5-6-2016"}, {"date": "2016-06-05"}),
    ("document_facts", {"date": "12.06.08"}, {"date": "2008-06-12"}),
    ("document_facts", {"date": "June 2016"}, {"date": "2016-06"}),
    ("document_facts", {"date": "06/2016"}, {"date": "2016-06"}),
    ("document_facts", {"date": "2016"}, {"date": "2016"}),
    ("document_facts", {"date": "2016-06-05"}, {"date": "2016-06-05"}),
    # how often
    ("meeting_frequency", {"per_year": "quarterly"}, {"per_year": 4}),
    ("meeting_frequency", {"per_year": "every two months"}, {"per_year": 6}),
    ("meeting_frequency", {"per_year": "six"}, {"per_year": 6}),
    ("meeting_frequency", {"per_year": "6.5"}, {"per_year": 6.5}),
    # words: one line, small letters where the guide says so
    ("quorum", {"of": "  Voting \n Members "}, {"of": "voting members"}),
    ("compact", {"instrument": "Elmshire Compact"}, {"instrument": "Elmshire Compact"}),
    ("quorum", {"composition": "The Chair\r\n\r\n two Traders\r\n"}, {"composition": ("the chair", "two traders")}),
    # yes, no, not said
    ("deputies", {"allowed": "yes", "voting": "no"}, {"allowed": True, "voting": False}),
    ("deputies", {"allowed": "", "voting": ""}, {}),
    # codes by their words, in lists too
    ("member_authority", {"authority": "Commit it\nspeak"}, {"authority": ("commit", "speak")}),
    ("role_descriptions", {"roles": "Vice chair\ntimekeeper"}, {"roles": ("vice_chair", "timekeeper")}),
    ("membership", {"kinds": "co-opted\nEx officio"}, {"kinds": ("co_opted", "ex_officio")}),
    ("dissolution", {"assets": "other"}, {"assets": "other"}),
    ("term_of_office", {"role": "other_words", "role.other": "vice-chair"}, {"role": "vice_chair"}),
    ("term_of_office", {"role": "other_words", "role.other": "trustee"}, {"role": "trustee"}),
]  # fmt: skip


def typed(fields: Mapping[str, str]) -> dict[str, str]:
    return {f"value.{name}": text for name, text in fields.items()}


@pytest.mark.parametrize(("type_name", "fields", "value"), READ, ids=lambda part: str(part)[:40])
def test_reads_what_people_write(type_name: str, fields: Mapping[str, str], value: Mapping[str, Any]) -> None:
    found = parsed(type_name, typed(fields))
    assert found == types()[type_name].value.from_dict(value)


REFUSED: list[tuple[str, dict[str, str], str, str]] = [
    ("quorum", {"count": "a few"}, "count", "“a few” is not a whole number. Write only the number, for example 3."),
    ("quorum", {"count": "3 or 4"}, "count", "not a whole number"),
    ("quorum", {"count": "3.5"}, "count", "not a whole number"),
    ("quorum", {"count": "-2"}, "count", "not a whole number"),
    ("quorum", {"count": "three (4)"}, "count", "not a whole number"),
    ("quorum", {"count": "9" * 40}, "count", "not a whole number"),
    # more than a share is another field: nothing is taken in part
    ("quorum", {"fraction": "more than half"}, "fraction", "Write only the share"),
    ("quorum", {"fraction": "a majority"}, "fraction", "Write only the share"),
    ("quorum", {"fraction": "half the members"}, "fraction", "not a share"),
    ("quorum", {"fraction": "5/3"}, "fraction", "not a part of the whole"),
    ("quorum", {"fraction": "1/0"}, "fraction", "not a part of the whole"),
    ("quorum", {"fraction": "0%"}, "fraction", "not a part of the whole"),
    ("voting", {"response_quorum": "most"}, "response_quorum", "neither a number nor a share"),
    ("voting", {"threshold": "other_words"}, "threshold", "Write it under"),
    ("voting", {"threshold": "unanimous", "threshold.other": "3/5"}, "threshold", "not both"),
    ("voting", {"threshold.other": "more than two thirds"}, "threshold", "Write only the share"),
    # a length of time needs its unit, and the kind of days has a field of its own
    ("notice", {"period.number": "5"}, "period", "Choose years, months, weeks, days or hours beside the number 5."),
    ("notice", {"period.unit": "week"}, "period", "Write how many weeks"),
    ("notice", {"period.number": "0", "period.unit": "day"}, "period", "above 0"),
    ("notice", {"period.number": "5 clear days"}, "period", "what kind of days"),
    ("notice", {"period.number": "soon", "period.unit": "day"}, "period", "not a length of time"),
    ("notice", {"period.number": "5 weeks", "period.unit": "day"}, "period", "do not agree"),
    ("notice", {"period.number": "30 minutes"}, "period", "Minutes cannot be used here"),
    ("notice", {"period.number": "30", "period.unit": "minute"}, "period", "Choose years"),
    ("notice", {"period.number": "P1M2D"}, "period", "cannot be used here"),
    ("notice", {"period.number": "two weeks or so"}, "period", "not a length of time"),
    # dates that there are not
    ("document_facts", {"date": "31 February 2008"}, "date", "There is no 31 February 2008"),
    ("document_facts", {"date": "2008-13"}, "date", "There is no such month"),
    ("document_facts", {"date": "next spring"}, "date", "Write 25 November 2008, June 2016 or 2016."),
    ("document_facts", {"date": "June 2016 or May 2017"}, "date", "not a date"),
    # a bound has a field of its own
    ("meeting_frequency", {"per_year": "at least four times a year"}, "per_year", "Write only the number"),
    ("meeting_frequency", {"per_year": "three or more times a year"}, "per_year", "Write only the number"),
    ("meeting_frequency", {"per_year": "every six to eight weeks"}, "per_year", "Write only the number"),
    ("meeting_frequency", {"per_year": "now and then"}, "per_year", "how many times a year"),
    ("meeting_frequency", {"per_year": "0"}, "per_year", "above 0"),
    ("meeting_frequency", {"per_year": "4000"}, "per_year", "more than one a day"),
    # codes that nobody knows
    ("notice", {"day_kind": "lunar"}, "day_kind", "“lunar” is not one of the answers. Choose “Clear days"),
    ("notice", {"subject": "tea"}, "subject", "Choose one of the 8, from “Ordinary meetings” to “Minutes”."),
    ("notice", {"day_kind": "other_words"}, "day_kind", "Choose one of the answers."),
    ("deputies", {"allowed": "perhaps"}, "allowed", "Choose Yes, No or Not said."),
    ("member_authority", {"authority": "speak for it\nveto it"}, "authority", "“veto it” is not one of the answers"),
    ("quorum", {"of": "x" * 1001}, "of", "1,001 characters"),
    ("quorum", {"composition": "chair\n" + "x" * 1001}, "composition", "1,001 characters"),
    ("quorum", {"count": "9 " * 900}, "count", "too long"),
]  # fmt: skip


@pytest.mark.parametrize(("type_name", "fields", "field", "message"), REFUSED, ids=lambda part: str(part)[:40])
def test_says_what_to_write(type_name: str, fields: Mapping[str, str], field: str, message: str) -> None:
    found = parsed(type_name, typed(fields))
    assert isinstance(found, Problems)
    (problem,) = found.found
    assert problem.field == f"value.{field}"
    assert problem.label == BY_NAME[type_name, field].label
    assert message in problem.message
    assert found.of(f"value.{field}") == problem.message


def test_all_problems_come_at_once_and_what_was_typed_is_kept() -> None:
    form = typed({"count": "many", "fraction": "1/3", "wait.number": "a while", "rounding": "sideways"}) | {"csrf": "x"}
    found = parsed("quorum", form)
    assert isinstance(found, Problems)
    assert [problem.field for problem in found.found] == ["value.count", "value.rounding", "value.wait"]
    assert found.typed == form


def test_a_code_that_the_form_does_not_know_is_shown_and_told() -> None:
    value = types()["notice"].value.from_dict({"subject": "meeting", "day_kind": "lunar", "period": "P1M2D"})
    form = filled("notice", value)
    assert form["value.day_kind"] == "lunar"
    assert (form["value.period.number"], form["value.period.unit"]) == ("P1M2D", "")
    found = parsed("notice", form)
    assert isinstance(found, Problems)
    assert [problem.field for problem in found.found] == ["value.period", "value.day_kind"]


def test_values_are_shown_in_plain_words() -> None:
    value = types()["review_cycle"].value.from_dict(
        {"interval": "P1Y6M", "agreed": "2008-11-25", "next_review": "2016-06"}
    )
    form = filled("review_cycle", value)
    assert form["value.interval.number"] == "1 year and 6 months"
    assert form["value.agreed"] == "25 November 2008"
    assert form["value.next_review"] == "June 2016"
    assert form["value.ad_hoc"] == ""
    assert (
        filled("membership", types()["membership"].value.from_dict({"kinds": ("co_opted",)}))["value.kinds"]
        == "co-opted"
    )
    assert filled("performance", types()["performance"].value.from_dict({"per_year": 4.0}))["value.per_year"] == "4"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(list(types())), st.data())
def test_nothing_that_is_typed_raises(type_name: str, data: st.DataObject) -> None:
    """Whatever comes in, the answer is a value of the contract or a message."""
    bits = st.sampled_from(
        [
            "1/0",
            "P",
            "PT",
            "half",
            "31/02/2008",
            "0",
            "5",
            "day",
            "other_words",
            "yes",
            "three",
            "( )",
            "%",
            "…",
            "\x00",
        ]
    )
    text = st.text(max_size=30) | st.lists(bits, max_size=4).map(" ".join) | bits
    names = [name for spec in fields_of(type_name) for name in spec.inputs]
    form = data.draw(st.dictionaries(st.sampled_from(names), text) if names else st.just({}))
    found = parsed(type_name, form)
    if isinstance(found, Problems):
        assert all(problem.message.endswith(".") for problem in found.found)
    else:
        content = found.as_dict()
        assert value_from_json(type_name, content, "form") == found
        for name, one in content.items():
            if (type_name, name) in FORMS and isinstance(one, str):
                assert re.fullmatch(FORMS[type_name, name], one)


# ----------------------------------------------------------------------------------------------- parts of every clause


def test_types_stand_under_the_groups_of_their_provisions() -> None:
    groups = type_groups()
    assert [group.title for group in groups] == list(dict.fromkeys(provision.group for provision in PROVISIONS))
    listed = [choice.code for group in groups for choice in group.choices]
    assert sorted(listed) == sorted(types())
    by_title = {group.title: [choice.code for choice in group.choices] for group in groups}
    assert by_title["Decisions"] == ["quorum", "voting", "urgent_decisions", "dispute_resolution"]
    assert "late_papers" in by_title["Meetings"]
    assert by_title["Rights"][-1] == "confidentiality"
    words = [choice.words for group in groups for choice in group.choices]
    assert len(set(words)) == len(words)


def test_bodies_and_statuses_are_those_of_the_document() -> None:
    common = common_of(record())
    assert [choice.code for choice in common.bodies] == ["", "Board", "Forum", "Panel"]
    assert common.bodies[0].words == "The whole partnership"
    assert [choice.code for choice in common.statuses] == ["stated", "deferred", "placeholder"]
    assert common.statuses[0].words.startswith("Stated")
    guide = common_of(record(Kind.INDUCTION_GUIDE))
    assert [choice.code for choice in guide.statuses] == ["stated", "deferred", "placeholder", "recommended"]


@pytest.mark.parametrize("body", [None, "Forum", "Panel"])
def test_a_clause_goes_through_its_form(body: str | None) -> None:
    review = Review("Ann", "2026-01-02T03:04:05Z", "Read again")
    clause = quorum_clause(body=body, source=Source.CORRECTED, review=review)
    found = clause_parsed(record(), clause_filled(clause))
    assert found == Entered("quorum", body, Status.STATED, clause.value, "Read again")
    assert isinstance(found, Entered)
    assert found.completeness is Completeness.FULL


def test_what_is_wrong_with_the_common_parts_is_told_with_the_rest() -> None:
    form = clause_filled(quorum_clause()) | {
        "body": "Cabinet", "status": "recommended", "note": "x" * 2001, "value.count": "lots",
    }  # fmt: skip
    found = clause_parsed(record(), form)
    assert isinstance(found, Problems)
    assert [problem.field for problem in found.found] == ["body", "status", "note", "value.count"]
    assert found.found[1].message == "Choose Stated, Deferred or Placeholder."
    assert found.typed == form
    in_guide = clause_parsed(record(Kind.INDUCTION_GUIDE), form | {"body": "", "note": "", "value.count": "5"})
    assert isinstance(in_guide, Entered)
    assert in_guide.status is Status.RECOMMENDED


def test_a_note_of_the_full_length_is_kept_with_its_lines() -> None:
    note = "a\r\n" + "x" * 998
    found = clause_parsed(record(), clause_filled(quorum_clause()) | {"note": note})
    assert isinstance(found, Entered)
    assert found.note == "a\n" + "x" * 998


def test_another_type_is_not_saved_before_its_own_questions_were_shown() -> None:
    form = clause_filled(quorum_clause()) | {"type": "voting"}
    found = clause_parsed(record(), form)
    assert isinstance(found, Problems)
    assert [problem.field for problem in found.found] == ["type"]
    assert "How decisions are made" in found.found[0].message
    shown = clause_parsed(record(), form | {"shown_type": "voting", "value.method": "consensus"})
    assert isinstance(shown, Entered)
    assert shown.value.as_dict() == {"method": "consensus"}


@pytest.mark.parametrize("type_name", ["", "quorums", "__init__"])
def test_an_unknown_type_is_told(type_name: str) -> None:
    found = clause_parsed(record(), clause_filled(quorum_clause()) | {"type": type_name})
    assert isinstance(found, Problems)
    assert found.found[0].field == "type"


@pytest.mark.parametrize(
    ("type_name", "value", "complete"),
    [
        ("quorum", {"of": "members"}, Completeness.PARTIAL),
        ("quorum", {"fraction": "1/3"}, Completeness.FULL),
        ("chair_appointment", {"role": "chair", "method": "ex_officio", "from": "leader"}, Completeness.FULL),
        ("chair_appointment", {"role": "chair", "method": "elected"}, Completeness.PARTIAL),
        ("deputies", {"allowed": False, "voting": False}, Completeness.FULL),
        ("conduct", {}, Completeness.FULL),
    ],
)
def test_completeness_is_worked_out(type_name: str, value: Mapping[str, Any], complete: Completeness) -> None:
    assert completeness_of(type_name, types()[type_name].value.from_dict(value)) is complete


def test_forms_know_nothing_of_the_web() -> None:
    foreign = {"starlette", "uvicorn", "jinja2", "markupsafe", "multipart"}
    forms = ROOT / "src" / "torparse" / "review" / "forms"
    for file in sorted([*forms.glob("*.py"), *FIELDS_FOLDER.glob("*.py")]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & foreign, file.name
