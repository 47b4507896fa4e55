"""What the templates of the benchmarks are given: plain immutable values, texts already masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A body with what its terms say; ``anchor`` is the address of the clause in the list, or "", ``page`` the file
    that has the list, "" for the comparison itself."""

    name: str
    document: str
    words: str
    anchor: str
    page: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of one lane (of one group) as text; an empty quartile means that there are too few numbers."""

    name: str
    bodies: int
    n: int
    minimum: str
    lower: str
    median: str
    upper: str
    maximum: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in the table of a measure: what it says, and where that stands."""

    link: BodyLink
    code: str
    word: str
    lane: str
    standing: str
    rank: str


@dataclass(frozen=True, slots=True)
class FacetTable:
    """A measure in the groups of one fact, with a sentence on the medians or ""."""

    title: str
    sentence: str
    rows: tuple[FiguresView, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure: the question, the answer (with a sentence a kind of days, and notes), figures, bodies, groups.

    ``rows`` are empty where one body alone gives a number. ``without`` counts the bodies without a number: those that
    speak of it, say nothing, leave it to another paper, have still to write it, cannot be assessed.
    """

    id: str
    title: str
    question: str
    answer: str
    lanes: tuple[str, ...]
    notes: tuple[str, ...]
    figures: tuple[FiguresView, ...]
    without: tuple[int, ...]
    rows: tuple[BodyRow, ...]
    facets: tuple[FacetTable, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Something unusual: what it is about, the bodies with their clauses, and the question."""

    title: str
    links: tuple[BodyLink, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer with its bodies and its share of those that answer ("7 of 23")."""

    words: str
    share: str
    links: tuple[BodyLink, ...]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice with its answers, the commonest first, and how many bodies give none."""

    question: str
    answers: tuple[AnswerView, ...]
    without: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A provision with the number of bodies in each state, of those that can be assessed."""

    title: str
    counts: Mapping[str, int]
    assessable: int


@dataclass(frozen=True, slots=True)
class GroupsView:
    """What the groups of a fact state and choose: a cell for each group, in the order of ``heads``."""

    title: str
    heads: tuple[str, ...]
    coverage: tuple[tuple[str, tuple[str, ...]], ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class BenchmarksView:
    """The section of the comparison. ``source`` is the file of facts or "", ``unused`` the facts that split nothing,
    ``spared`` whether some body need not have a provision, as a person says."""

    measures: tuple[MeasureView, ...]
    questions: tuple[QuestionView, ...]
    choices: tuple[ChoiceView, ...]
    coverage: tuple[CoverageRow, ...]
    groups: tuple[GroupsView, ...]
    source: str
    unused: tuple[str, ...]
    spared: bool = False


@dataclass(frozen=True, slots=True)
class FilterView:
    """A fact by which bodies can be chosen; ``name`` is its key in the values of each body."""

    title: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One measure of one body: what its terms say, the middle of all that give a number, and where it stands."""

    title: str
    link: BodyLink
    median: str
    n: int
    standing: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """Where one body stands; ``without`` are the measures of which its terms give no number and most others do."""

    rows: tuple[StandingRow, ...]
    without: tuple[str, ...]
