"""Scoring: the same figures as the team's scorer, on predictions that are wrong in every way we could think of."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from made_gold import TEXT, entry, made_gold, predicted, scored
from perfect_records import record_of, with_clauses
from torparse.align import Aligner
from torparse.annotations import Gold, read_annotations
from torparse.clauses import types as clause_types
from torparse.contract import record_to_line
from torparse.errors import BadData
from torparse.evaluate import evaluate
from torparse.model import Clause, Evidence, Record, Status

STATUSES = (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER, Status.RECOMMENDED)
OTHER_VALUES: dict[str, object] = {
    "count": 97,
    "fraction": "1/5",
    "threshold": "two_thirds",
    "casting_vote": False,
    "by": "quite another group",
    "from": "the members of it",
    "term": "P24M",
    "period": "P2W",
    "interval": "P12M",
    "notice": "PT48H",
    "composition": ["the chair", "two others"],
    "per_year": 4.0,
    "strict": True,
    "nolan": True,
}


def widened(text: str) -> tuple[str, list[int]]:
    """The text as a PDF might give it: a running header, doubled spaces, blank lines; and where each offset goes."""
    made, places = ["Page 1 of 9  Terms\n\n"], []
    at = len(made[0])
    for character in text:
        places.append(at)
        piece = {" ": "  ", "\n": "\n\n", "-": "- "}.get(character, character)
        made.append(piece)
        at += len(piece)
    return "".join(made), [*places, at]


def dropped(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """A third of the clauses is missed."""
    return [clause for clause in clauses if chance.random() > 0.3]


def shifted(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Evidence begins and ends elsewhere, near or far."""

    def run(evidence: Evidence) -> Evidence:
        end = len(record.document.text)
        by = chance.choice((-400, -60, -9, 0, 7, 50, 300))
        start = min(max(0, evidence.start + by), end - 1)
        return Evidence(record.document, start, min(end, max(start + 1, evidence.end + by)))

    return [dataclasses.replace(clause, evidence=tuple(map(run, clause.evidence))) for clause in clauses]


def restated(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Some statuses are wrong."""
    return [dataclasses.replace(c, status=chance.choice(STATUSES)) if chance.random() < 0.4 else c for c in clauses]


def rebodied(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Some bodies are wrong, left out, or named otherwise."""

    def body(clause: Clause) -> str | None:
        names = [None, "Board of the Trust", "the executive", *(b.name for b in record.bodies)]
        return chance.choice(names) if chance.random() < 0.5 else clause.body

    return [dataclasses.replace(clause, body=body(clause)) for clause in clauses]


def revalued(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Some fields are wrong, too many, left out, or written in another way."""

    def value(clause: Clause) -> Clause:
        given = {k: v for k, v in clause.value.as_dict().items() if chance.random() > 0.15}
        for name, other in OTHER_VALUES.items():
            if name in {n.rstrip("_") for n in type(clause.value).__dataclass_fields__} and chance.random() < 0.3:
                given[name] = other
        return dataclasses.replace(clause, value=clause_types()[clause.type].value.from_dict(given))

    return [value(clause) for clause in clauses]


def doubled(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Some clauses come twice, in any order."""
    more = [*clauses, *(clause for clause in clauses if chance.random() < 0.4)]
    chance.shuffle(more)
    return more


def invented(record: Record, clauses: list[Clause], chance: random.Random) -> list[Clause]:
    """Some clauses are of another type, one of a type that the guide does not list."""

    def other(clause: Clause) -> Clause:
        name = chance.choice(["complaints", "equalities", "voting", "subgroups"])
        return dataclasses.replace(clause, type=name, value=clause_types()[name].value())

    return [*clauses, *(other(clause) for clause in clauses if chance.random() < 0.3)]


def arguable(gold: Gold, record: Record, clauses: list[Clause]) -> list[Clause]:
    """The readings that annotators found arguable are all predicted."""
    if record.document.text != gold.text:
        return clauses
    made = [
        Clause(e.type, e.status, e.value, tuple(Evidence(record.document, *run) for run in e.runs), rule="arguable")
        for e in gold.arguable
    ]
    return [*clauses, *made]


Perturbation = Callable[[Record, list[Clause], random.Random], list[Clause]]
PERTURBATIONS: dict[str, tuple[Perturbation, ...]] = {
    "perfect": (),
    "dropped": (dropped,),
    "shifted": (shifted,),
    "status": (restated,),
    "body": (rebodied,),
    "value": (revalued,),
    "doubled": (doubled,),
    "invented": (invented,),
    "everything": (dropped, invented, doubled, shifted, restated, rebodied, revalued),
}


def predictions(golds: tuple[Gold, ...], how: str, seed: int, *, other_text: bool) -> list[Record]:
    chance = random.Random(f"{how} {seed}")
    records = []
    for gold in golds:
        if how == "everything" and chance.random() < 0.1:
            continue  # a document without a prediction
        record = record_of(gold, widened if other_text else None)
        clauses = list(record.clauses)
        for change in PERTURBATIONS[how]:
            clauses = change(record, clauses, chance)
        if how in ("invented", "everything"):
            clauses = arguable(gold, record, clauses)
        records.append(with_clauses(record, clauses))
    return records


def scorer(shared: Path, folder: str, records: list[Record], tmp_path: Path, *options: str) -> dict[str, object]:
    """What the team's scorer prints for these records."""
    file = tmp_path / "predictions.jsonl"
    file.write_text("".join(record_to_line(record) + "\n" for record in records), encoding="utf-8")
    command = [sys.executable, str(shared / "tools" / "score.py"), str(shared / "gold" / folder)]
    command += [str(shared / "corpus" / folder), str(file), "--json", *options]
    # The scorer breaks ties between equally frequent bodies by Python's hash order.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("folder", ["seeds", "real", "written"])
@pytest.mark.parametrize("how", list(PERTURBATIONS))
def test_same_figures_as_the_team_s_scorer(shared: Path, tmp_path: Path, folder: str, how: str) -> None:
    gold, texts = shared / "gold" / folder, shared / "corpus" / folder
    golds = read_annotations(gold, texts)
    for seed in range(2):
        same = predictions(golds, how, seed, other_text=False)
        other = predictions(golds, how, seed, other_text=True)
        assert evaluate(gold, same, texts).as_dict() == scorer(shared, folder, same, tmp_path)
        assert evaluate(gold, same, texts, align=True).as_dict() == scorer(shared, folder, same, tmp_path, "--align")
        # another rendering is seen as such without being told
        assert evaluate(gold, other, texts).as_dict() == scorer(shared, folder, other, tmp_path, "--align")
        # and unaligned, each quote that is out of place is counted
        assert evaluate(gold, other, texts, align=False).as_dict() == scorer(shared, folder, other, tmp_path)


SAME = [
    # lengths of time compare by length
    ("notice", "period", "P12M", "P1Y", True),
    ("notice", "period", "P2W", "P14D", True),
    ("notice", "period", "PT48H", "P2D", True),
    # a month has no fixed number of days, and 36 hours are no whole days
    ("notice", "period", "P1M", "P30D", False),
    ("notice", "period", "PT36H", "P1D", False),
    # named and written fractions
    ("voting", "threshold", "two_thirds", "2/3", True),
    ("voting", "threshold", "three_quarters", "6/8", True),
    ("voting", "threshold", "simple_majority", "1/2", False),
    # kinds of days are never converted into each other
    ("notice", "day_kind", "clear", "working", False),
    # free text: half of the shorter side's words, leaving out the, a, of
    ("amendment", "by", "the board of trustees", "board", True),
    ("amendment", "by", "partnership board", "steering board", True),
    ("amendment", "by", "the members", "the board", False),
    ("quorum", "composition", ["the chair", "two councillors"], ["chair of the board"], True),
    # numbers
    ("meeting_frequency", "per_year", 4, 4.0, True),
    ("quorum", "count", 4, 5, False),
    ("deputies", "allowed", True, False, False),
    # what only one side gives is wrong
    ("quorum", "count", 4, None, False),
    ("quorum", "count", None, 4, False),
]


@pytest.mark.parametrize(("type_name", "field", "wanted", "got", "same"), SAME)
def test_values_are_compared_as_the_guide_says(
    tmp_path: Path, type_name: str, field: str, wanted: object, got: object, same: bool
) -> None:
    gold = [entry(type_name, {} if wanted is None else {field: wanted}, "The quorum")]
    claim = predicted(type_name, {} if got is None else {field: got}, "The quorum")
    tally = scored(tmp_path, gold, claim).types[type_name]
    assert (tally.fields, tally.exact, tally.f1) == (float(same), float(same), 1.0)


def test_two_candidates_the_right_body_then_the_better_value_then_the_larger_overlap(tmp_path: Path) -> None:
    gold = [entry("quorum", {"count": 4}, "The quorum is four members.", body="Board")]
    right_body = predicted("quorum", {"count": 9}, "members.", body="Board")
    better_value = predicted("quorum", {"count": 4}, "The quorum is", body="Executive")
    scores = scored(tmp_path, gold, better_value, right_body)
    assert (scores.body, scores.types["quorum"].fields, scores.types["quorum"].spurious) == (1.0, 0.0, 1)
    scores = scored(tmp_path / "2", gold, dataclasses.replace(right_body, body="Executive"), better_value)
    assert (scores.body, scores.types["quorum"].fields) == (0.0, 1.0)


def test_a_wrong_field_weighs_half_of_a_right_one(tmp_path: Path) -> None:
    gold = [entry("quorum", {"count": 4, "fraction": "1/3", "of": "members"}, "The quorum is four members.")]
    talkative = {"count": 4, "fraction": "1/3", "of": "members", "strict": True, "combine": "and"}  # 3 right, 2 wrong
    brief = {"count": 4, "fraction": "1/3"}  # 2 right, 1 missing
    claims = (predicted("quorum", brief, "The quorum is four members."), predicted("quorum", talkative, "four"))
    assert scored(tmp_path, gold, *claims).types["quorum"].fields == 3 / 5


def test_a_wrong_status_is_one_false_positive_and_one_miss(tmp_path: Path) -> None:
    gold = [entry("quorum", {"count": 4}, "The quorum is four members.", status="deferred")]
    tally = scored(tmp_path, gold, predicted("quorum", {"count": 4}, "four")).types["quorum"]
    # the value of the matched clause is looked at all the same
    assert (tally.right, tally.spurious, tally.missed, tally.fields) == (0, 1, 1, 1.0)


def test_an_arguable_reading_and_a_type_of_our_own_count_neither_way(tmp_path: Path) -> None:
    extra = [entry("minutes", {"published": True}, "Minutes are on the web.")]
    claims = (predicted("minutes", {}, "on the web"), predicted("subgroups", {}, "on the web"))
    assert scored(tmp_path, [], *claims, arguable=extra).types == {}
    # a trap is a wrong reading: it counts
    assert scored(tmp_path / "2", [], *claims, traps=extra).types["minutes"].spurious == 1


def test_mistakes_say_what_went_wrong_where(tmp_path: Path) -> None:
    gold = [
        entry("quorum", {"count": 4}, "The quorum is four members.", body="Board"),
        entry("minutes", {"published": True}, "Minutes are on the web."),
        entry("chair_appointment", {"role": "chair"}, "The Chair is elected yearly.", status="placeholder"),
    ]
    claims = (
        predicted("quorum", {"count": 5}, "four members", body="Executive"),
        predicted("notice", {"subject": "papers"}, "Papers go out a week before."),
        predicted("chair_appointment", {"role": "chair"}, "The Chair"),
    )
    scores = scored(tmp_path, gold, *claims)
    said = {(mistake.type, mistake.what, mistake.quote) for mistake in scores.mistakes}
    assert said == {
        ("quorum", "body", "The quorum is four members."),
        ("quorum", "value", "The quorum is four members."),
        ("chair_appointment", "status", "The Chair is elected yearly."),
        ("minutes", "missed", "Minutes are on the web."),
        ("notice", "spurious", "Papers go out a week before."),
    }
    text = scores.as_text(errors=2)
    assert "quorum" in text
    assert len([line for line in text.splitlines() if " | " in line]) == 2
    assert "terms.txt | quorum | body | gold Board, got Executive | The quorum is four members." in text
    assert " | " not in scores.as_text()


def test_nothing_to_score_is_said_and_never_a_division(tmp_path: Path) -> None:
    scores = scored(tmp_path, [])
    assert scores.as_dict()["all"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0, "fields": None, "exact": None}
    assert "bodies right: -" in scores.as_text()


def test_a_gold_file_without_a_record_is_missing_and_all_its_clauses_are_missed(tmp_path: Path) -> None:
    folder = made_gold(tmp_path, entry("quorum", {"count": 4}, "The quorum is four members."))
    scores = evaluate(folder, [])
    assert (scores.documents, scores.missing, scores.types["quorum"].missed) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("terms.txt", True),  # the file that was annotated
        ("terms.docx", True),  # its original, by the name but for the suffix
        ("terms-2.txt", False),  # another file
    ],
)
def test_a_record_belongs_to_the_gold_file_of_its_name(tmp_path: Path, name: str, found: bool) -> None:
    folder = made_gold(tmp_path, entry("quorum", {"count": 4}, "The quorum is four members."))
    record = record_of(read_annotations(folder)[0], widened)
    renamed = dataclasses.replace(record, document=dataclasses.replace(record.document, name=name))
    scores = evaluate(folder, [renamed])
    assert (scores.missing, scores.types["quorum"].f1) == (int(not found), float(found))


@pytest.mark.parametrize(
    ("quote", "placed"),
    [
        # other spaces, line ends and a running title in between
        ("Papers  go out\na week  before.", "Papers go out a week before"),
        # fewer than three words: found as they stand
        ("the WEB", "the web"),
        # words that are nowhere
        ("a casting vote for the Mayor", ""),
        ("", ""),
    ],
)
def test_a_quote_is_placed_by_its_words(quote: str, placed: str) -> None:
    spans = Aligner(TEXT).place(quote)
    assert (TEXT[min(a for a, _ in spans) : max(b for _, b in spans)] if spans else "") == placed


BAD: list[tuple[str, dict[str, object], str]] = [
    # (what the gold file has, what is said)
    ("a wrong SHA-256", {"sha256": "0" * 64}, "has SHA-256"),
    ("a kind that is none", {"kind": "poem"}, "unknown kind 'poem'"),
    ("a misspelt list", {"arguble": []}, "unknown key 'arguble'"),
    ("bodies that are no names", {"bodies": [1]}, "'bodies' is a list of names"),
    ("no list of clauses", {"clauses": {}}, "'clauses' must be a list"),
    ("an unknown type", {"clauses": [entry("quorm", {}, "four")]}, "clauses 1: unknown clause type 'quorm'"),
    ("a type beyond the guide", {"clauses": [entry("subgroups", {}, "four")]}, "the guide has no type 'subgroups'"),
    ("an unknown field", {"clauses": [entry("quorum", {"cuont": 4}, "four")]}, "quorum has no field 'cuont'"),
    ("text for a number", {"clauses": [entry("quorum", {"count": "4"}, "four")]}, "quorum.count cannot be '4'"),
    ("true for a number", {"clauses": [entry("quorum", {"count": True}, "four")]}, "quorum.count cannot be True"),
    ("a word beyond the guide", {"clauses": [entry("interests", {"when": "ever"}, "four")]}, "cannot be 'ever'"),
    ("days in words", {"clauses": [entry("notice", {"period": "7 days"}, "four")]}, "cannot be '7 days'"),
    ("a cell's status", {"clauses": [entry("quorum", {}, "four", status="absent")]}, "unknown status 'absent'"),
    ("recommended by terms", {"clauses": [entry("quorum", {}, "four", status="recommended")]}, "only for an induction"),
    ("an unknown body", {"clauses": [entry("quorum", {}, "four", body="Forum")]}, "'Forum' is not among 'bodies'"),
    ("an unknown key", {"clauses": [entry("quorum", {}, "four", boddy="Board")]}, "unknown key 'boddy'"),
    ("no evidence", {"clauses": [entry("quorum", {}, "four", evidence=[])]}, "with something in it"),
    ("beyond the text", {"clauses": [entry("quorum", {}, "four", evidence=[[5, 999]])]}, "5..999 is not in the text"),
    ("an empty range", {"traps": [entry("quorum", {}, "four", evidence=[[5, 5]])]}, "traps 1: the range 5..5"),
    ("three offsets", {"arguable": [entry("quorum", {}, "four", evidence=[[1, 2, 3]])]}, "arguable 1: evidence is"),
    ("fractions of an offset", {"extra": [entry("subgroups", {}, "four", evidence=[[1, 2.5]])]}, "extra 1: evidence"),
    ("no document", {"document": ""}, "'document' must be given as text"),
    ("a text that is missing", {"document": "other.txt"}, "is in none of"),
]


@pytest.mark.parametrize(("given", "said"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_gold_file_is_one_clear_line(tmp_path: Path, given: dict[str, object], said: str) -> None:
    folder = made_gold(tmp_path, **given)  # type: ignore[arg-type]
    if given.get("document"):
        (folder / "texts" / "terms.txt").unlink()
    with pytest.raises(BadData, match=said) as caught:
        read_annotations(folder)
    assert str(caught.value).startswith("terms.gold.json")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON"),  # cut off
        (b"[]", "holds no JSON object"),  # a list
        (b"\xff\xfe{", "is not UTF-8"),  # another encoding
    ],
)
def test_a_gold_file_that_is_no_json_is_one_clear_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.gold.json").write_bytes(content)
    with pytest.raises(BadData, match=said):
        read_annotations(tmp_path)


def test_a_folder_without_gold_files_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"there is no file \*\.gold\.json"):
        read_annotations(tmp_path)


def test_texts_beside_the_gold_come_before_the_documents(tmp_path: Path) -> None:
    folder = made_gold(tmp_path / "gold", text="Ours.\r\n\u2028End\n")
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "terms.txt").write_text("Theirs.\n", encoding="utf-8")
    # line ends are untouched: offsets count in the text as stored
    assert read_annotations(folder, documents)[0].text == "Ours.\r\n\u2028End\n"
    (folder / "texts" / "terms.txt").rename(documents / "terms.txt")
    assert read_annotations(folder, documents)[0].text == "Ours.\r\n\u2028End\n"
