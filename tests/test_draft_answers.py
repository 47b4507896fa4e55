"""The answers file of ``torparse draft``: what it may hold, its defaults, and mistakes named with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from torparse.check import check
from torparse.checklists import load as load_checklist
from torparse.drafting.answers import Answers, parse
from torparse.drafting.answers_file import example, to_toml
from torparse.drafting.compose import compose
from torparse.drafting.facts import Facts, Member
from torparse.drafting.markdown import to_markdown
from torparse.drafting.provision import Open
from torparse.drafting.provisions import KEYS, PROVISIONS
from torparse.errors import BadData
from torparse.model import Value
from torparse.pipeline import extract


def _fields(answers: Answers, key: str) -> dict[str, object]:
    value = answers.value(key)
    assert value is not None
    return value.as_dict()


def test_a_name_is_enough() -> None:
    answers = parse('name = "Ambleford Forum"')
    assert list(answers.provisions) == [p.key for p in PROVISIONS]
    assert not answers.undecided
    assert _fields(answers, "quorum") == {"fraction": "1/2", "of": "members"}


def test_what_an_officer_writes_becomes_the_values_of_the_clause_types() -> None:
    answers = parse("""
name = "Ambleford Forum"
agreed = 2026-01-31
members = ["Ambleford Council", { organisation = "Ambleford Friends", sector = "voluntary", seats = 2 }]
quorum = { fraction = "one third", of = "members" }
papers = { period = "five clear days" }
chair = { method = "appointed", by = "Ambleford Council" }
chair_term = { term = "3 years", max_total = "six years" }
amendment = { by = "members", threshold = "two thirds" }
[review]
interval = "2 years"
next_review = "31 January 2028"
""")
    assert answers.facts.agreed == "2026-01-31"
    assert answers.facts.members == (Member("Ambleford Council"), Member("Ambleford Friends", "voluntary", 2))
    assert _fields(answers, "quorum")["fraction"] == "1/3"
    assert _fields(answers, "papers") == {"subject": "papers", "period": "P5D", "day_kind": "clear"}
    assert _fields(answers, "chair") == {
        "role": "chair", "method": "appointed", "by": "Ambleford Council", "term": "P3Y",
    }  # fmt: skip
    assert _fields(answers, "chair_term") == {"role": "chair", "term": "P3Y", "max_total": "P6Y"}
    assert _fields(answers, "amendment")["threshold"] == "two_thirds"
    assert _fields(answers, "review")["next_review"] == "2028-01-31"


def test_a_provision_is_open_or_left_out_but_a_core_one_has_its_place() -> None:
    answers = parse('name = "Ambleford Forum"\nquorum = "none"\nrisk = "none"\nfinance = "to be decided"')
    assert answers.provisions["risk"] is Open.NONE
    assert [p.key for p in answers.undecided] == ["quorum", "finance"]


def test_the_chair_s_term_is_one_fact() -> None:
    answers = parse('name = "Ambleford Forum"\nchair = { method = "elected", by = "members", term = "1 year" }')
    assert _fields(answers, "chair_term") == {"role": "chair", "term": "P1Y"}
    held = parse('name = "Ambleford Forum"\nchair = { method = "ex_officio", from = "leader of the council" }')
    assert held.provisions["chair_term"] is Open.NONE


@pytest.mark.parametrize(
    ("text", "place", "names"),
    [
        ('qurum = "none"', "line 2: unknown answer 'qurum'", "dissolution"),
        ('quorum = { fractoin = "1/2" }', "line 2: unknown field 'fractoin'", "composition"),
        ("\n[quorum]\ncount = 0", "line 4: count is a whole number above 0", ""),
        ('quorum = "many"', "line 2: quorum is a rule with its fields in braces", "to be decided, none"),
        ("quorum = 5", "line 2: quorum is a rule with", 'For example: quorum = { fraction = "1/2", of = "members" }'),
        ("member_term = 3", "line 2: member_term is a rule", 'For example: member_term = { term = "3 years" }'),
        ("confidentiality = true", "line 2: confidentiality is a rule", "For example: confidentiality = {}"),
        ('members = "Elm Police"', "line 2: members is a list", 'Write members = ["Elm Police"]'),
        ('quorum = { composition = "chair" }', "line 2: composition is a list", 'Write composition = ["chair"]'),
        ('quorum = { count = "five" }', "line 2: count is a whole number", "count = 4"),
        ('public_access = { open = "yes" }', "line 2: open is true or false", "Write open = true"),
        ("chair_term = { term = 2 }", "line 2: term is no length of time: '2'", 'Write "2 years"'),
        ("quorum = { fraction = 50 }", "line 2: fraction is no share: '50'", "2/3"),
        ("version = 1.5", "line 2: version needs some words", 'Words stand in quotation marks: "1.5"'),
        ("agreed = 31", "line 2: agreed is no date: '31'", "Write 2026-01-31"),
        ('agreed = "2026-02-31"', "line 2: agreed is no date: '2026-02-31'", "Write 2026-01-31"),
        (
            'members = ["Elm Council",, "Elm Police"]',
            "line 2: there is a comma too many",
            'members = ["one", "another"]',
        ),
        ('quorum = { count = 5, of = "members", }', "line 2: there is a comma too many", "quorum = { count = 5"),
        ("purpose = mend the roads", "line 2: words stand in quotation marks", 'Write purpose = "mend the roads"'),
        ('papers = { period = "soon" }', "line 2: period is no length of time", "2 years"),
        ('voting = { method = "shouting" }', "line 2: unknown method", "consensus_then_vote"),
        ('roles = { roles = ["chair", "king"] }', "line 2: unknown roles 'king'", "vice_chair"),
        (
            'quorum = { count = 5, fraction = "1/3" }',
            "line 2: quorum: a count and a fraction need combine",
            "greater_of",
        ),
        (
            'voting = { method = "consensus", casting_vote = true }',
            "line 2: voting: consensus goes with no vote",
            "both",
        ),
        ('chair = { method = "ex_officio" }', "line 2: chair: ex_officio needs from", ""),
        ('meetings = { bound = "about" }', "line 2: meetings: bound needs per_year", ""),
        ('kind = "cabal"', "line 2: unknown kind", "forum"),
        ("members = [1]", "line 2: a member is a name", 'For example: "Elm Police", or {'),
        ('chair = { term = "1 year" }\nchair_term = { term = "2 years" }', "line 3: chair_term says P2Y", "once"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_names_there_are(text: str, place: str, names: str) -> None:
    with pytest.raises(BadData) as caught:
        parse(f'name = "Ambleford Forum"\n{text}', "answers.toml")
    assert place in str(caught.value)
    assert names in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_example_is_read_back_as_it_is() -> None:
    answers = example()
    assert parse(to_toml(answers)) == answers


def test_a_peer_s_clause_makes_an_answer() -> None:
    value: Value = KEYS["quorum"].value({"count": 5, "of": "members"})
    assert Answers.of(Facts(name="Ambleford Forum"), {"quorum": value}).value("quorum") is value
    with pytest.raises(BadData, match="unknown provision 'qurum'"):
        Answers.of(Facts(name="Ambleford Forum"), {"qurum": value})


def test_a_host_that_is_told_later_fills_the_rules_that_were_saved_without_one() -> None:
    saved = to_toml(parse('name = "Ambleford Forum"'))
    told = parse(saved.replace('# host = ""', 'host = "Ambleford Council"'))
    for key, name in (
        ("data_protection", "responsible"), ("freedom_of_information", "responsible"), ("secretariat", "by"),
        ("finance", "accountable_body"),
    ):  # fmt: skip
        assert name not in _fields(parse(saved), key)
        assert _fields(told, key)[name] == "Ambleford Council", key
    other = parse(saved.replace("data_protection = {", 'data_protection = { responsible = "Records Team",'))
    assert _fields(other, "data_protection")["responsible"] == "Records Team"


@pytest.mark.parametrize("sector", ["charity", "Registered charity", "voluntary", "VCSE", "third sector"])
def test_a_charity_is_seen_as_the_voluntary_sector(sector: str, tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    members = f'["Ambleford Council", {{ organisation = "Ambleford Care", sector = "{sector}" }}]'
    for register in ("formal", "plain"):
        answers = parse(f'name = "Ambleford Forum"\nkind = "forum"\nregister = "{register}"\nmembers = {members}')
        terms.write_text(to_markdown(compose(answers)), "utf-8")
        missing = {f.item: f.missing for f in check(extract(terms), load_checklist())}
        assert "that the voluntary sector has a seat" not in missing["G23"]
        assert "how the third sector is represented" not in missing["G24"]
    assert "voluntary sector" not in to_markdown(compose(parse('name = "A Forum"\nmembers = ["Ambleford Council"]')))
