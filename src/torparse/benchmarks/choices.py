"""What the bodies choose where there is no number: who has a provision, and which answer is the usual one.

A body that gives several answers (one method for most decisions, another for some) counts once with each of them.
Bodies that cannot be assessed are in no denominator, nor are those that need not have it, as a person says: they
neither have it nor lack it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from torparse.compare import NOT_NEEDED, Matrix
from torparse.model import Clause, Status
from torparse.provisions import Provision
from torparse.words import describe

_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A question about a provision that a field of its clauses answers; ``fields`` are read and worded together."""

    provision: str
    question: str
    type: str
    fields: tuple[str, ...]


CHOICES: tuple[Choice, ...] = (
    Choice("P06", "Whether members may send a deputy", "deputies", ("allowed", "voting")),
    Choice("P08", "How the chair is chosen", "chair_appointment", ("method",)),
    Choice("P09", "How the vice-chair is chosen", "chair_appointment", ("method",)),
    Choice("P14", "How decisions are made", "voting", ("method",)),
    Choice("P16", "Votes for each member", "voting", ("votes_per_member",)),
    Choice("P18", "Casting vote", "voting", ("casting_vote",)),
    Choice("P22", "Whether minutes are made public", "minutes", ("published",)),
    Choice("P23", "Whether meetings are open to the public", "public_access", ("open",)),
    Choice("P24", "When interests are declared", "interests", ("when",)),
    Choice("P24", "Whether a member with an interest leaves", "interests", ("withdraws",)),
    Choice("P32", "What becomes of assets at the end", "dissolution", ("assets",)),
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many bodies have a provision in which state, by the status code as shown."""

    provision: Provision
    counts: Mapping[str, int]

    @property
    def assessable(self) -> int:
        """How many bodies can be assessed and may need it."""
        return sum(self.counts.values()) - self.counts.get("not_assessable", 0) - self.counts.get(NOT_NEEDED, 0)

    @property
    def stated(self) -> int:
        """How many say it, wholly or in part."""
        return self.counts.get("stated", 0) + self.counts.get("part", 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in words with the clauses that give it, by body id; the bodies in their order."""

    words: str
    clauses: Mapping[str, Clause]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to a choice, the commonest first; ``n`` bodies give one, of ``assessable``."""

    choice: Choice
    answers: tuple[Answer, ...]
    n: int
    assessable: int

    @property
    def rare(self) -> tuple[Answer, ...]:
        """Answers of a single body where at least five answer and half of them or more agree on another."""
        usual = bool(self.answers) and 2 * len(self.answers[0].clauses) >= self.n
        alone = tuple(answer for answer in self.answers if len(answer.clauses) == 1)
        return alone if usual and self.n >= _ENOUGH else ()


def coverage(matrix: Matrix, bodies: Collection[str] | None = None) -> tuple[Coverage, ...]:
    """Every provision over all bodies, or those whose ids are given."""
    some = [column.id for column in matrix.columns if bodies is None or column.id in bodies]
    rows = []
    for provision in matrix.provisions:
        cells = [matrix.cell(body, provision.id) for body in some]
        rows.append(Coverage(provision, Counter(cell.code for cell in cells)))
    return tuple(rows)


def answers(matrix: Matrix, bodies: Collection[str] | None = None) -> tuple[Answers, ...]:
    """Every choice with the answers of all bodies, or of those whose ids are given."""
    some = [column.id for column in matrix.columns if bodies is None or column.id in bodies]
    return tuple(_answers(matrix, choice, some) for choice in CHOICES)


def _answers(matrix: Matrix, choice: Choice, bodies: Sequence[str]) -> Answers:
    cells = {body: matrix.cell(body, choice.provision) for body in bodies}
    found: dict[str, dict[str, Clause]] = {}
    for body, cell in cells.items():
        for clause in cell.clauses:
            words = _words(choice, clause)
            if words:
                found.setdefault(words, {}).setdefault(body, clause)
    made = [Answer(words, clauses) for words, clauses in found.items()]
    made.sort(key=lambda answer: (-len(answer.clauses), answer.words))
    n = len({body for answer in made for body in answer.clauses})
    assessable = sum(cell.status is not Status.NOT_ASSESSABLE and not cell.not_needed for cell in cells.values())
    return Answers(choice, tuple(made), n, assessable)


def _words(choice: Choice, clause: Clause) -> str:
    """The answer of a stated clause in words, or "" where it gives none."""
    if clause.type != choice.type or clause.status is not Status.STATED:
        return ""
    given = {name: value for name, value in clause.value.as_dict().items() if name in choice.fields}
    return describe(choice.type, given) if choice.fields[0] in given else ""
