"""How far two annotators agree who have marked the same documents independently.

Whether a type is there is judged sentence by sentence: the unit is a sentence of the reference text and a clause type,
the label is whether one of the annotator's clauses of that type has evidence in it. Cohen's kappa and Krippendorff's
alpha correct for the agreement that chance would give (``coefficients``). What the annotators say of a provision is
compared on clauses that both have: matched one to one as in scoring, then status, body and each value field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from torparse.annotations import SCORED, Annotation, Gold
from torparse.errors import BadData
from torparse.evaluate.coefficients import cohen_kappa, krippendorff_alpha
from torparse.evaluate.matching import Claim, Pair, match, pair_of, shared_words
from torparse.evaluate.scores import rounded, shown
from torparse.readers.text import blocks_of
from torparse.structure.sentences import split


@dataclass(frozen=True, slots=True)
class TypeAgreement:
    """One clause type: sentences marked by either annotator and by both, kappa and alpha over all sentences.

    ``clauses`` is how many each has; ``pairs`` are those that both have.
    """

    marked: tuple[int, int]
    both: int
    kappa: float | None
    alpha: float | None
    clauses: tuple[int, int]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two annotators over the documents that both have marked.

    ``alpha`` is over all units (sentence and type); ``alone`` are the documents that only one of them has marked.
    """

    documents: int
    sentences: int
    types: dict[str, TypeAgreement]
    kappa: float | None
    alpha: float | None
    alone: tuple[str, ...] = ()

    @property
    def pairs(self) -> list[Pair]:
        """The clauses that both annotators have."""
        return [pair for one in self.types.values() for pair in one.pairs]


def agree(ones: Iterable[Gold], others: Iterable[Gold]) -> Agreement:
    """Compare two folders of annotations; raises BadData where they have no text in common."""
    second = {gold.document: gold for gold in others}
    first = {gold.document: gold for gold in ones}
    shared = [name for name in first if name in second and first[name].sha256 == second[name].sha256]
    if not shared:
        raise BadData("the two folders annotate no text in common", todo="Give the folders of two annotators")
    sentences = {name: sentences_of(first[name].text) for name in shared}
    labels = {
        type_name: [
            label
            for name in shared
            for label in zip(
                *(_marked(gold, sentences[name], type_name) for gold in (first[name], second[name])), strict=True
            )
        ]
        for type_name in SCORED
    }
    pairs = [pair for name in shared for pair in _pairs(first[name], second[name])]
    types = {}
    for type_name in sorted(SCORED):
        counts = tuple(sum(c.type == type_name for n in shared for c in who[n].clauses) for who in (first, second))
        if any(counts):
            types[type_name] = _of_type(labels[type_name], (counts[0], counts[1]), pairs, type_name)
    pooled = [label for type_name in types for label in labels[type_name]]
    return Agreement(
        documents=len(shared),
        sentences=sum(map(len, sentences.values())),
        types=types,
        kappa=cohen_kappa(pooled),
        alpha=krippendorff_alpha(pooled),
        alone=tuple(sorted({*first, *second} - set(shared))),
    )


def sentences_of(text: str) -> list[tuple[int, int]]:
    """The sentences of a reference text, as ranges in it: paragraphs, list items and headings are never joined."""
    return [
        (block.start + start, block.start + end)
        for block in blocks_of(text)
        for start, end in split(text[block.start : block.end])
    ]


def _of_type(
    labels: Sequence[tuple[bool, bool]], clauses: tuple[int, int], pairs: Iterable[Pair], type_name: str
) -> TypeAgreement:
    return TypeAgreement(
        marked=(sum(a for a, _ in labels), sum(b for _, b in labels)),
        both=sum(a and b for a, b in labels),
        kappa=cohen_kappa(labels),
        alpha=krippendorff_alpha(labels),
        clauses=clauses,
        pairs=tuple(pair for pair in pairs if pair.wanted.type == type_name),
    )


def _marked(gold: Gold, sentences: Sequence[tuple[int, int]], type_name: str) -> list[bool]:
    runs = [run for clause in gold.clauses if clause.type == type_name for run in clause.runs]
    return [bool(shared_words(gold.text, [sentence], runs)) for sentence in sentences]


def _pairs(one: Gold, other: Gold) -> Iterator[Pair]:
    claims = [_as_claim(clause) for clause in other.clauses]
    for i, j in match(one, claims).items():
        yield pair_of(one.clauses[i], claims[j])


def _as_claim(clause: Annotation) -> Claim:
    return Claim(clause.type, clause.body, clause.status, clause.value.as_dict(), clause.runs)


def as_json(result: Agreement) -> dict[str, Any]:
    """The figures for machines, rounded to three places."""
    return {
        "documents": result.documents,
        "sentences": result.sentences,
        "only_one_annotator": list(result.alone),
        "kappa": rounded(result.kappa),
        "alpha": rounded(result.alpha),
        "types": {
            name: {
                "sentences_a": one.marked[0],
                "sentences_b": one.marked[1],
                "sentences_both": one.both,
                "kappa": rounded(one.kappa),
                "alpha": rounded(one.alpha),
                "clauses_a": one.clauses[0],
                "clauses_b": one.clauses[1],
                **_of_pairs(one.pairs),
            }
            for name, one in result.types.items()
        },
        "clauses": _of_pairs(result.pairs),
    }


def as_text(result: Agreement) -> str:
    """The figures as a table, with a word on what they mean; ends with a line end."""
    whole = (
        f"{result.documents} documents, {result.sentences} sentences; all types: kappa {shown(result.kappa)}, "
        f"alpha {shown(result.alpha)}"
    )
    columns = (
        f"{'type':24}{'A':>7}{'B':>7}{'both':>8}{'kappa':>8}{'alpha':>8}{'A':>7}{'B':>8}"
        f"{'both':>6}{'status':>8}{'body':>6}{'values':>8}"
    )
    lines = [
        whole,
        "",
        f"{'':24}{'sentences with it':>22}{'':16}{'clauses':>15}{'agreement on both':>26}",
        columns,
    ]
    for name, one in result.types.items():
        marked = f"{one.marked[0]:7}{one.marked[1]:7}{one.both:8}{shown(one.kappa):>8}{shown(one.alpha):>8}"
        lines.append(f"{name:24}{marked}{one.clauses[0]:7}{one.clauses[1]:8}{_shares(one.pairs)}")
    counts = (sum(one.clauses[i] for one in result.types.values()) for i in (0, 1))
    lines.append(f"{'all':62}{next(counts):7}{next(counts):8}{_shares(result.pairs)}")
    status = _of_pairs(result.pairs)
    lines.append(
        f"status of the clauses that both have: kappa {shown(status['status_kappa'])}, "
        f"alpha {shown(status['status_alpha'])}"
    )
    lines += [f"annotated by one only, or on another text: {name}" for name in result.alone]
    return "\n".join(lines) + "\n"


def _shares(pairs: Sequence[Pair]) -> str:
    figures = _of_pairs(pairs)
    two = ["-" if figures[key] is None else f"{figures[key]:.2f}" for key in ("status", "body", "values")]
    return f"{len(pairs):6}{two[0]:>8}{two[1]:>6}{two[2]:>8}"


def _of_pairs(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Shares of the clauses that both have: same status; same body, of those where both name one; same value fields."""
    statuses = [(str(pair.wanted.status), str(pair.claim.status)) for pair in pairs]
    named = [pair for pair in pairs if pair.wanted.body and pair.claim.body]
    asked = sum(len(pair.fields_asked) for pair in pairs)
    right = sum(len(pair.fields_right) for pair in pairs)
    return {
        "clauses_both": len(pairs),
        "status": rounded(sum(a == b for a, b in statuses) / len(statuses)) if statuses else None,
        "status_kappa": rounded(cohen_kappa(statuses)),
        "status_alpha": rounded(krippendorff_alpha(statuses)),
        "body": rounded(sum(pair.body_right for pair in named) / len(named)) if named else None,
        "values": rounded(right / asked) if asked else None,
    }
