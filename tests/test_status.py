"""Whether words are an unfilled prompt, and whether a drafter's or another body's rule is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_bodies import record_of
from torparse.rules.status import is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "Papers go to members (00) days before each meeting.",
        "The chair serves for [2? 4?] years.",
        "Members stay for (3?) years.",
        "A quorum is (?) members.",
        "How long the chair serves is to be settled at the first meeting.",
        "Length of office: to be settled",
    ],
)
def test_an_unfilled_prompt(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Any dispute is to be settled by the chair.",
        "Twenty members (10 from the villages) serve for two years.",
        "Are two deputies allowed (yes)?",
        "Accounts are to be settled within thirty days.",
    ],
)
def test_words_that_are_written(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    "aside",
    [
        "[Note from Pat: taken over from the market trust. They have a quorum of nine directors.]",
        "[Query by the clerk: the county says that nine members are a quorum.]",
        "(The scheme says that nine members are a quorum. It isn't for us.)",
        "The county's committee has a quorum of nine members; ours does not follow it.",
    ],
)
def test_the_rule_of_another_body_in_an_aside(aside: str, tmp_path: Path) -> None:
    text = f"Terms of reference of the Foss Lane Forum\n\nMeetings\n\nThe Forum meets monthly.\n\n{aside}\n"
    assert [c.type for c in record_of(text, tmp_path).clauses if c.type == "quorum"] == []


@pytest.mark.parametrize("rule", ["(Nine members are a quorum.)", "[Note: nine members are a quorum.]"])
def test_a_bracket_that_states_the_rule(rule: str, tmp_path: Path) -> None:
    text = f"Terms of reference of the Foss Lane Forum\n\nMeetings\n\nThe Forum meets monthly.\n\n{rule}\n"
    assert [c.value.as_dict()["count"] for c in record_of(text, tmp_path).clauses if c.type == "quorum"] == [9]
