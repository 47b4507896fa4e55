"""Agreement of two annotators: the coefficients on published examples, and what is compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from made_gold import TEXT, entry, made_gold
from torparse.annotations import read_annotations
from torparse.cli import main
from torparse.errors import BadData
from torparse.evaluate.agreement import agree, as_json, sentences_of
from torparse.evaluate.coefficients import cohen_kappa, krippendorff_alpha


def pairs(*cells: tuple[str, str, int]) -> list[tuple[str, str]]:
    """Labels from the cells of a contingency table."""
    return [(a, b) for a, b, n in cells for _ in range(n)]


KAPPA = [
    # the usual worked examples of a fourfold table (Wikipedia, "Cohen's kappa", after Kilem Gwet)
    (pairs(("y", "y", 20), ("y", "n", 5), ("n", "y", 10), ("n", "n", 15)), 0.4),
    (pairs(("y", "y", 45), ("y", "n", 15), ("n", "y", 25), ("n", "n", 15)), 0.1304),
    (pairs(("y", "y", 25), ("y", "n", 35), ("n", "y", 5), ("n", "n", 35)), 0.2593),
    # full agreement, none at all, and nothing to agree on
    (pairs(("y", "y", 3), ("n", "n", 2)), 1.0),
    (pairs(("y", "n", 3), ("n", "y", 3)), -1.0),
    (pairs(("y", "y", 3)), None),
    ([], None),
]


@pytest.mark.parametrize(("labels", "kappa"), KAPPA)
def test_kappa(labels: list[tuple[str, str]], kappa: float | None) -> None:
    assert cohen_kappa(labels) == (None if kappa is None else pytest.approx(kappa, abs=5e-5))


def units(*rows: str) -> list[str]:
    """Units from one row of labels for each annotator; a dot is a label that was not given."""
    return ["".join(column).replace(".", "") for column in zip(*rows, strict=True)]


ALPHA = [
    # Krippendorff (2011), section A: two observers, two values
    (units("0100000010", "1110010000"), 0.095),
    # section B: two observers, nominal values
    (units("aabbdcccedda", "babbbccceddd"), 0.692),
    # section C: four observers, values missing
    (units("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    # one value only, and nobody whose labels could be held against another's
    (units("aaa", "aaa"), None),
    (["a", "b"], None),
]


@pytest.mark.parametrize(("given", "alpha"), ALPHA)
def test_alpha(given: list[str], alpha: float | None) -> None:
    assert krippendorff_alpha(given) == (None if alpha is None else pytest.approx(alpha, abs=5e-4))


# ---- what is compared

WRAPPED = """Quorum

The quorum of the Board is four of the voting
members. Papers go out early.

- one item
- another item
"""


def test_sentences_do_not_end_with_a_line_nor_go_beyond_a_block() -> None:
    found = [" ".join(WRAPPED[start:end].split()) for start, end in sentences_of(WRAPPED)]
    assert found[:3] == ["Quorum", "The quorum of the Board is four of the voting members.", "Papers go out early."]
    assert len(found) == 5


QUORUM, PAPERS, CHAIR, MINUTES = (f"{part.strip()}." for part in TEXT.split(".")[:4])


def annotators(tmp_path: Path, ones: list[dict[str, Any]], others: list[dict[str, Any]]) -> tuple[Path, Path]:
    return made_gold(tmp_path / "a", *ones), made_gold(tmp_path / "b", *others)


def test_presence_is_judged_by_sentence_and_the_rest_on_clauses_that_both_have(tmp_path: Path) -> None:
    folders = annotators(
        tmp_path,
        [
            entry("quorum", {"count": 4, "of": "members"}, QUORUM, body="Board"),
            entry("notice", {"subject": "papers"}, PAPERS),
            entry("minutes", {"published": True}, MINUTES, status="deferred"),
        ],
        [
            # other ends in the same sentence, another count and body
            entry("quorum", {"count": 5, "of": "members"}, "quorum is four", body="Executive"),
            # evidence that runs into the next sentence
            entry("notice", {"subject": "papers"}, f"{PAPERS} {CHAIR}"),
            entry("minutes", {"published": True}, MINUTES),
            entry("conduct", {}, CHAIR),
        ],
    )
    result = agree(*map(read_annotations, folders))
    assert (result.documents, result.sentences) == (1, 4)
    quorum, notice, conduct = (result.types[name] for name in ("quorum", "notice", "conduct"))
    assert (quorum.marked, quorum.both, quorum.kappa) == ((1, 1), 1, 1.0)
    # A marks one of four sentences, B that one and another: (3/4 - 1/2) / (1/2)
    assert (notice.marked, notice.both, notice.kappa) == ((1, 2), 1, 0.5)
    assert (conduct.marked, conduct.both, conduct.kappa, conduct.pairs) == ((0, 1), 0, 0.0, ())
    data = as_json(result)
    assert (data["types"]["quorum"]["body"], data["types"]["quorum"]["values"]) == (0.0, 0.5)
    assert (data["types"]["minutes"]["status"], data["types"]["notice"]["body"]) == (0.0, None)
    # over the sixteen units of four types: 3 marked by both, 2 by B alone, 11 by neither
    assert data["kappa"] == round((14 / 16 - (3 * 5 + 13 * 11) / 256) / (1 - (3 * 5 + 13 * 11) / 256), 3)


def test_only_the_same_text_is_compared(tmp_path: Path) -> None:
    one, _ = annotators(tmp_path, [entry("quorum", {}, QUORUM)], [])
    other = made_gold(tmp_path / "c", entry("quorum", {}, QUORUM), text=TEXT + "More.\n")
    with pytest.raises(BadData, match="no text in common"):
        agree(read_annotations(one), read_annotations(other))


def test_the_command(tmp_path: Path, capsys: Any) -> None:
    folders = annotators(tmp_path, [entry("quorum", {}, QUORUM)], [entry("quorum", {}, QUORUM)])
    assert main(["agreement", *map(str, folders), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["types"]["quorum"]["kappa"] == 1.0
    assert main(["agreement", *map(str, folders)]) == 0
    said = capsys.readouterr().out
    assert [line.split()[:6] for line in said.splitlines() if line.startswith("quorum")] == [
        ["quorum", "1", "1", "1", "1.000", "1.000"]
    ]
    assert main(["agreement", str(folders[0]), str(tmp_path / "none")]) == 2
