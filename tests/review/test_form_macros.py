"""The form in a page: every control has its name, hint and message, and nothing in it needs a script or a style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from jinja2.environment import TemplateModule
from lxml import html

from form_samples import quorum_clause, record
from torparse.clauses import types
from torparse.model import Kind
from torparse.report.pages import environment
from torparse.review.forms import Problems, clause_filled, clause_parsed, common_of, fields_of, filled, parsed
from torparse.review.forms.fields import Widget

NASTY = '"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def macros() -> TemplateModule:
    return environment().get_template("review/_form.html").module


def page(text: str) -> Any:
    return html.fromstring(f"<main>{text}</main>")


def whole(macros: Any, type_name: str, form: Mapping[str, str], problems: Problems | None = None) -> Any:
    common = common_of(record())
    return page(macros.error_summary(problems) + macros.clause_parts(common, fields_of(type_name), form, problems))


def controls(tree: Any) -> list[Any]:
    return [one for one in tree.xpath("//input|//select|//textarea") if one.get("type") != "hidden"]


def wrong(type_name: str) -> dict[str, str]:
    """A form in which every field that can be wrong is."""
    form = {"type": type_name, "shown_type": type_name, "body": "Nobody", "status": "", "note": "x" * 2001}
    for spec in fields_of(type_name):
        form |= dict.fromkeys(spec.inputs, NASTY * (40 if spec.widget in (Widget.TEXT, Widget.LINES) else 1))
    return form


@pytest.mark.parametrize("state", ["empty", "wrong"])
@pytest.mark.parametrize("type_name", list(types()))
def test_every_control_is_named_and_every_reference_leads_somewhere(
    macros: TemplateModule, type_name: str, state: str
) -> None:
    form = (
        wrong(type_name) if state == "wrong" else {"type": type_name, **filled(type_name, types()[type_name].value())}
    )
    problems = clause_parsed(record(), form) if state == "wrong" else None
    assert problems is None or isinstance(problems, Problems)
    tree = whole(macros, type_name, form, problems)
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)
    for control in controls(tree):
        (label,) = tree.xpath("//label[@for=$id]", id=control.get("id"))
        assert label.text_content().strip()
        assert control.get("type") == "radio" or control.get("autocomplete") == "off"
    for told in tree.xpath("//@aria-describedby"):
        assert set(told.split()) <= set(ids)
    for group in tree.xpath("//fieldset"):
        assert group[0].tag == "legend"
        assert group[0].text_content().strip()
    assert not tree.xpath("//script|//style|//@style|//@*[starts-with(name(), 'on')]")
    names = {control.get("name") for control in controls(tree)}
    assert names == {"type", "body", "status", "note"} | {n for spec in fields_of(type_name) for n in spec.inputs}
    assert tree.xpath("//input[@type='hidden']/@name") == ["shown_type"]


@pytest.mark.parametrize("type_name", list(types()))
def test_every_problem_is_listed_linked_and_told_at_its_field(macros: TemplateModule, type_name: str) -> None:
    form = wrong(type_name)
    problems = clause_parsed(record(), form)
    assert isinstance(problems, Problems)
    assert len(problems.found) == 3 + len(fields_of(type_name))
    tree = whole(macros, type_name, form, problems)
    (summary,) = tree.xpath("//div[@role='alert']")
    assert summary.get("tabindex") == "-1"
    assert tree.xpath("//*[@id=$id]", id=summary.get("aria-labelledby"))[0].text == "There is a problem"
    links = summary.xpath(".//a")
    assert [link.text for link in links] == list(map(str, problems.found))
    for link, problem in zip(links, problems.found, strict=True):
        assert link.text.startswith(problem.label)
        assert link.text.endswith(problem.message)
    for link, problem in zip(links, problems.found, strict=True):
        (control,) = tree.xpath("//*[@id=$id]", id=link.get("href").removeprefix("#"))
        assert control.tag in ("input", "select", "textarea")
        (message,) = tree.xpath("//*[@id=$id]", id=f"{problem.id}-error")
        assert message.text_content() == f"Error: {problem.message}"
        marked = control if control.get("aria-invalid") else control.xpath("ancestor::fieldset")[0]
        assert marked.get("aria-invalid") == "true"
        assert f"{problem.id}-error" in marked.get("aria-describedby").split()


def test_nothing_is_marked_where_nothing_is_wrong(macros: TemplateModule) -> None:
    tree = whole(macros, "quorum", clause_filled(quorum_clause()))
    assert not tree.xpath("//@aria-invalid|//*[@class='wrong']|//*[@role='alert']")


def test_what_was_typed_stands_in_the_form_again_and_is_escaped(macros: TemplateModule) -> None:
    form = {"value.count": NASTY, "value.composition": NASTY, "value.rounding": NASTY, "value.wait.number": NASTY}
    form |= {"value.adjourned_quorum.other": NASTY}
    problems = parsed("quorum", form)
    assert isinstance(problems, Problems)
    text = macros.fields(fields_of("quorum"), form, problems)  # type: ignore[attr-defined]
    assert "<script" not in text
    tree = page(text)
    for name in ("value.count", "value.wait.number", "value.adjourned_quorum.other"):
        assert tree.xpath("//input[@name=$name]/@value", name=name) == [NASTY]
    assert tree.xpath("//textarea[@name='value.composition']")[0].text.strip() == NASTY
    # an answer that is none of the usual ones stays chosen until a person chooses another
    assert tree.xpath("//input[@name='value.rounding'][@checked]/@value") == [NASTY]


def posted(tree: Any) -> dict[str, str]:
    """What a browser would send."""
    sent = {}
    for one in tree.xpath("//input|//select|//textarea"):
        if one.tag == "select":
            sent[one.get("name")] = (one.xpath(".//option[@selected]/@value") or one.xpath(".//option/@value"))[0]
        elif one.tag == "textarea":
            sent[one.get("name")] = re.sub("^\n", "", one.text or "")
        elif one.get("type") != "radio" or one.get("checked") is not None:
            sent[one.get("name")] = one.get("value", "")
    return sent


@pytest.mark.parametrize(
    ("type_name", "value"),
    [
        ("quorum", {"count": 5, "strict": False, "composition": ("the chair", "a <trader> & a \"tenant\"")}),
        ("quorum", {"adjourned_quorum": "1/4", "wait": "PT30M", "rounding": "up"}),
        ("voting", {"method": "vote", "threshold": "3/5", "casting_vote": True, "tie": "the oldest decides"}),
        ("notice", {"subject": "papers", "period": "P5D", "day_kind": "clear"}),
        ("term_of_office", {"role": "trustee", "term": "P1Y6M", "max_terms": 2}),
        ("review_cycle", {"subject": "procedures", "agreed": "2008-11-25", "next_review": "2016-06", "ad_hoc": True}),
        ("member_authority", {"authority": ("speak", "commit")}),
    ],
)  # fmt: skip
def test_a_form_sent_as_it_came_gives_the_same_value(
    macros: TemplateModule, type_name: str, value: Mapping[str, Any]
) -> None:
    made = types()[type_name].value.from_dict(value)
    form = {"type": type_name, "body": "Forum", "status": "deferred", "note": "two\nlines", **filled(type_name, made)}
    found = clause_parsed(record(), posted(whole(macros, type_name, form)))
    assert not isinstance(found, Problems)
    assert found.value == made
    assert (found.type, found.body, found.status, found.note) == (type_name, "Forum", "deferred", "two\nlines")


def test_what_the_guide_does_not_score_is_folded_unless_it_says_something(macros: TemplateModule) -> None:
    def folded(form: Mapping[str, str], problems: Problems | None = None) -> Any:
        (details,) = page(macros.fields(fields_of("quorum"), form, problems)).xpath("//details")  # type: ignore[attr-defined]
        assert details[0].tag == "summary"
        return details

    assert folded({"value.count": "5"}).get("open") is None
    assert folded({"value.rounding": "up"}).get("open") is not None
    refused = parsed("quorum", {"value.wait.unit": "hour"})
    assert isinstance(refused, Problems)
    assert folded({}, refused).get("open") is not None
    text = macros.fields(fields_of("finance"), {})  # type: ignore[attr-defined]
    assert "<details" not in text


def test_a_number_asks_for_a_numeric_keyboard(macros: TemplateModule) -> None:
    tree = whole(macros, "quorum", {})
    assert set(tree.xpath("//input[@inputmode='numeric']/@name")) == {
        "value.count", "value.derived_count", "value.wait.number", "value.adjourned_for.number",
    }  # fmt: skip


def test_types_are_grouped_and_only_a_guide_recommends(macros: TemplateModule) -> None:
    tree = whole(macros, "quorum", clause_filled(quorum_clause(body="Forum")))
    assert tree.xpath("//optgroup[@label='Decisions']/option[@selected]/@value") == ["quorum"]
    assert tree.xpath("//select[@name='body']/option[@selected]/@value") == ["Forum"]
    assert tree.xpath("//input[@name='status']/@value") == ["stated", "deferred", "placeholder"]
    guide = common_of(record(Kind.INDUCTION_GUIDE))
    text = macros.status_part(guide, {"status": "recommended"})  # type: ignore[attr-defined]
    assert page(text).xpath("//input[@checked]/@value") == ["recommended"]
