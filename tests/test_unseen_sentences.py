"""Marked sentences that the classifier was not trained on (``unseen_sentences/*.txt``, form as in its training files).

They are for measuring it: training on them cost more precision on real documents than it gained.
"""

from __future__ import annotations

from conftest import ROOT
from torparse.clauses import types
from torparse.statistics.sentences import marked

UNSEEN = marked(ROOT / "tests" / "unseen_sentences")


def test_unseen_sentences_are_many_and_of_known_types() -> None:
    assert len(UNSEEN) > 1400
    assert {name for one in UNSEEN for name in one.types} <= set(types())


def test_none_of_them_was_trained_on() -> None:
    trained = {(one.topic, one.text) for one in marked()}
    again = [one.text for one in UNSEEN if (one.topic, one.text) in trained]
    assert len(again) <= 5, again
