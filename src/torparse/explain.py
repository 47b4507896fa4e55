"""Why a clause is there and a sentence is not: rules, cues, bodies, confidence and vetoes (``extract --explain``).

The document is gone through once more, so that extraction itself carries no record of what it passed over. What keeps a
sentence from being a clause is told by the patterns of its type's module that are called a veto there (see
``torparse.clauses``); where none holds, the sentence has the cue and no rule took it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse import clauses, pipeline
from torparse.confidence import body_reason, features, rating
from torparse.model import Clause, Document, Kind
from torparse.rules.base import ClauseType
from torparse.rules.context import Sentence
from torparse.rules.setting import Provision, Setting
from torparse.structure import analyse

_READ = frozenset([Kind.TERMS_OF_REFERENCE, Kind.CONSTITUTION, Kind.OTHER])
_LONGEST = 120
_NO_CUE = "no fixed word (its heading, or the shape of the sentence)"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a clause is there. ``cues`` are the words of its sentences that made them worth reading.

    ``parts`` are the weights, in log odds, that the confidence is made of; ``rated`` is what they come to, which a page
    that was recognised, or the rule itself, may lower.
    """

    clause: Clause
    cues: tuple[str, ...]
    body: str
    parts: tuple[tuple[str, float], ...]
    rated: float

    def lines(self) -> list[str]:
        """For a reader: rule and confidence, cues, body, then what weighs, the heaviest first."""
        clause = self.clause
        start, *others = self.parts
        weighed = sorted(others, key=lambda part: (-abs(part[1]), part[0]))
        sums = ", ".join(f"{name} {weight:+.2f}" for name, weight in weighed)
        lowered = "" if clause.confidence >= self.rated else f"; lowered from {self.rated:.2f}"
        return [
            f"rule {clause.rule} ({clause.basis}, confidence {clause.confidence:.2f})",
            f"cue: {', '.join(f'“{cue}”' for cue in self.cues) or _NO_CUE}",
            f"body: {clause.body or 'none'} ({self.body})",
            f"confidence from {start[1]:+.2f}{': ' if sums else ''}{sums}{lowered}",
        ]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence with the cue of a type that is in no clause of that type, and why; ``line`` counts from 1."""

    type: str
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        text = self.text if len(self.text) <= _LONGEST else f"{self.text[:_LONGEST].rstrip()} …"
        return f"{self.type}, line {self.line}: {self.reason}: “{text}”"


@dataclass(frozen=True, slots=True)
class Explained:
    """A document explained: ``clauses`` in the order of its record, and what was passed over in that of the text."""

    clauses: tuple[Why, ...]
    passed_over: tuple[PassedOver, ...]


def explain(document: Document) -> Explained:
    """Explain the clauses of a document that has been read, and what gave none."""
    setting = pipeline.provisions(analyse(document))
    whys = tuple(_why(provision, clause, setting) for provision, clause in pipeline.clauses_of(setting))
    passed = sorted(_passed_over(setting), key=lambda found: (found[0], found[1].type))
    return Explained(whys, tuple(one for _, one in passed))


def _why(provision: Provision, clause: Clause, setting: Setting) -> Why:
    cue = provision.type.cue
    words = [m[0] for s in provision.hit.sentences for m in cue.finditer(s.text)] if cue is not None else []
    cues = tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
    rated = rating(features(provision, setting, clause.status, clause.completeness))
    return Why(clause, cues, body_reason(provision, setting), rated.parts, rated.confidence)


def _passed_over(setting: Setting) -> Iterator[tuple[int, PassedOver]]:
    """With its place in the text. Guides and covering reports are not read for clauses sentence by sentence."""
    if setting.context.structure.kind not in _READ:
        return
    taken = {(one.type.name, s.index) for one in setting.provisions for s in one.hit.sentences}
    text = setting.context.structure.document.text
    for name, type_ in clauses.types().items():
        for sentence in setting.context.sentences:
            if type_.cue is None or (name, sentence.index) in taken or not type_.cue.search(sentence.text):
                continue
            line = text.count("\n", 0, sentence.start) + 1
            said = " ".join(sentence.text.split())
            yield sentence.start, PassedOver(name, line, said, _reason(type_, sentence))


def _reason(type_: ClauseType, sentence: Sentence) -> str:
    if sentence.narrative:
        return "history, a drafter's remark or another body's rule"
    for name, pattern in type_.vetoes.items():
        match: re.Match[str] | None = pattern.search(sentence.text)
        if match and match[0].strip():
            return f"veto{'' if name == 'veto' else f' ({name})'} by “{' '.join(match[0].split())}”"
    return "cue, no rule"
