"""Provisions that no rule has found: sentences of which the classifier is sure enough."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from torparse.model import Record
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.policy import is_title_of_course
from torparse.rules.reported import is_remit, without_bodies
from torparse.rules.runs import RIVALS
from torparse.statistics.model import trained
from torparse.statistics.values import read
from torparse.structure.units import VERB

FROM = Path(__file__).with_name("thresholds.toml")
RULE = "statistical"
"""What the rule ids of proposals end in ("quorum.statistical")."""
_SHORTEST = 4
_TRUST = 0.6
"""Share of its probability that a proposal is given as confidence: it rests on no rule."""


@cache
def thresholds() -> Mapping[str, float]:
    """From which probability each type is proposed."""
    with FROM.open("rb") as file:
        return tomllib.load(file)


def proposed(
    context: Context, found: Sequence[tuple[str, Hit]], types: Mapping[str, ClauseType]
) -> Iterator[tuple[str, Hit]]:
    """Hits by type, for those of ``types`` of which the rules have ``found`` none in the document.

    A type that the rules know in a document they know in its words; what they missed beside it is mostly said again.
    What a rule's veto keeps from being the provision is not proposed either: the rule has read it and said no. Nor is a
    sentence whose majority or number a rule has read as that of another provision.
    """
    known = {name for name, _ in found}
    taken = {
        name: {s.index for one, hit in found if one in owners for s in hit.sentences} for name, owners in RIVALS.items()
    }
    wanted = {name: least for name, least in thresholds().items() if name not in known}
    sentences = [one for one in context.sentences if _states(one)]
    classifier = trained()
    likely = classifier.probabilities((without_bodies(one.text), one.topic, one.lead_in) for one in sentences)
    for at, name in enumerate(classifier.types):
        if name not in wanted:
            continue
        for sentence, probability in zip(sentences, likely[:, at], strict=True):
            if sentence.index in taken.get(name, ()):
                continue
            if probability < wanted[name] or any(veto.search(sentence.text) for veto in types[name].vetoes.values()):
                continue
            value = read(name, context, sentence)
            if value is not None:
                sure = round(_TRUST * float(probability), 2)
                key = str(value.get("role") or value.get("subject") or "")
                yield name, Hit(value, (sentence,), f"{name}.{RULE}", confidence=sure, key=key)


def left_out(record: Record) -> Record:
    """``record`` as the rules alone would give it. Types are proposed only where no rule has found them."""
    return replace(record, clauses=tuple(one for one in record.clauses if not one.rule.endswith(f".{RULE}")))


def _states(sentence: Sentence) -> bool:
    """Whether a sentence can state a rule: no heading, history, question or task, and more than a few words."""
    if sentence.narrative or sentence.heading or sentence.text.rstrip().endswith("?") or is_title_of_course(sentence):
        return False
    if sentence.text.rstrip().endswith(":") and not VERB.search(sentence.text):
        return False  # a title over a list
    return len(sentence.text.split()) >= _SHORTEST and not is_remit(sentence.text, sentence.lead_in)
