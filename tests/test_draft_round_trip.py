"""From answers to a file and back: extraction gives the answers' values, and the checklist finds its core items met.

A slice of the sets that ``tests/benchmarks/draft_round_trip.py`` runs whole.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from draft_differences import differences, unmet
from draft_samples import samples
from torparse.checklists import load
from torparse.drafting.answers import Answers
from torparse.drafting.answers_file import example
from torparse.drafting.compose import Draft, compose
from torparse.drafting.expected import expected
from torparse.drafting.markdown import to_markdown
from torparse.drafting.page import to_page
from torparse.drafting.provision import Open
from torparse.drafting.word import to_word
from torparse.model import Record
from torparse.pipeline import extract

FORMS: dict[str, Callable[[Draft], bytes]] = {
    "docx": to_word,
    "md": lambda draft: to_markdown(draft).encode("utf-8"),
    "html": lambda draft: to_page(draft).encode("utf-8"),
}


def _read(answers: Answers, form: str, folder: Path) -> Record:
    file = folder / f"draft.{form}"
    file.write_bytes(FORMS[form](compose(answers)))
    return extract(file)


@pytest.mark.parametrize(("form", "every"), [("docx", 80), ("md", 400), ("html", 400)])
def test_the_answers_come_back(form: str, every: int, tmp_path: Path) -> None:
    wrong: dict[int, list[str]] = {}
    for at, answers in enumerate(samples(2000)):
        if at % every == every - 1:
            record = _read(answers, form, tmp_path)
            found = [*differences(answers, record), *(() if answers.undecided else unmet(answers, record, load()))]
            wrong |= {at: found} if found else {}
    assert not wrong


def test_a_sample_is_the_same_twice_and_holds_what_it_should() -> None:
    first, second = list(samples(300)), list(samples(300))
    assert first == second
    assert {a.facts.register for a in first} == {"formal", "plain"}
    assert any(a.undecided for a in first)
    methods = {getattr(a.value("chair"), "method", None) for a in first}
    assert methods >= {"elected", "selected", "appointed", "nominated", "ex_officio", "rotating"}


def test_a_difference_is_seen(tmp_path: Path) -> None:
    answers = example()
    record = _read(answers, "md", tmp_path)
    other = Answers.of(answers.facts, {"quorum": Open.TO_BE_DECIDED, "risk": Open.NONE})
    assert not list(differences(answers, record))
    assert [line.split(":")[0] for line in differences(other, record)] == [
        "quorum", "nobody answered quorum (Northshire Partnership Board)",
    ]  # fmt: skip


def test_all_core_items_of_both_checklists_are_met_by_the_usual_answers(tmp_path: Path) -> None:
    record = _read(example(), "docx", tmp_path)
    for name in ("induction-guide-2009", "partnership-governance-today"):
        assert not list(unmet(example(), record, load(name)))


def test_expected_says_a_term_and_a_notice_twice_as_the_guide_does() -> None:
    found = [(one.type, one.value) for one in expected(example())]
    assert ("term_of_office", {"role": "chair", "term": "P2Y", "max_terms": 2}) in found
    assert ("notice", {"subject": "dissolution", "period": "P28D"}) in found
    assert ("notice", {"subject": "extraordinary_meeting", "period": "P7D"}) in found
