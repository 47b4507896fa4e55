"""The output contract: JSON and back, its schema, and what is refused."""

from __future__ import annotations

import copy
import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gold_records import document as document_of
from perfect_records import record_of
from torparse import schema
from torparse.annotations import read_annotations
from torparse.clauses import types as clause_types
from torparse.contract import record_from_json, record_to_json, record_to_line, text_sha256, value_from_json
from torparse.errors import BadData, EvidenceMismatch, TorparseError
from torparse.model import (
    Basis,
    Body,
    Clause,
    Completeness,
    Evidence,
    Judged,
    Kind,
    Record,
    Review,
    Section,
    Source,
    Standing,
    Status,
    Verdict,
)

TEXT = "1 Quorum\n1.1 Four members. \u2028Papers: see Annex 2.\nThe Forum is to be set up.\n"


LOOKED = Review("Ada Fenn", "2026-11-29T10:00:00Z", "the minutes say four")


def record() -> Record:
    document = dataclasses.replace(document_of(TEXT, "terms.txt"), id="north/terms.txt", warnings=("read twice",))
    quorum = clause_types()["quorum"].value
    review = clause_types()["review_cycle"].value
    found = Clause(
        "quorum", Status.STATED, quorum.from_dict({"count": 5}), (Evidence(document, 9, 26),), "quorum.found"
    )
    again = Clause("review_cycle", Status.STATED, review(), (Evidence(document, 27, 47),), "x")
    return Record(
        document=document,
        kind=Kind.TERMS_OF_REFERENCE,
        bodies=(
            Body("Board", aliases=("the LSP",), main=True),
            Body("Forum", Standing.UNWRITTEN, pointer=Evidence(document, TEXT.index("The Forum"), len(TEXT) - 1)),
        ),
        sections=(Section("1", "Quorum", 1, 0, 8),),
        clauses=(
            Clause(
                "quorum",
                Status.STATED,
                quorum.from_dict({"count": 4, "composition": ["the chair"]}),
                (Evidence(document, 9, 26, "1.1", page=2, line=2),),
                rule="quorum.count-of",
                body="Board",
                completeness=Completeness.PARTIAL,
                basis=Basis.DERIVED,
                confidence=0.75,
                source=Source.CORRECTED,
                notes=("an ambiguity",),
                review=LOOKED,
                machine=found,
            ),
            Clause("review_cycle", Status.DEFERRED, review(), (Evidence(document, 27, 47),), "x", body="Panel"),
        ),
        warnings=("no date",),
        mentioned=("Panel",),
        judged=(Judged("Board", "P09", Verdict.NOT_NEEDED, Review("Bo Quill", "2026-11-28")),),
        rejected=(dataclasses.replace(again, source=Source.CORRECTED, review=LOOKED),),
        conflicts=("A sentence that was corrected is gone.",),
    )


def test_the_json_of_a_record() -> None:
    data = record_to_json(record())
    assert list(data)[:6] == ["document", "id", "sha256", "text_sha256", "kind", "bodies"]
    assert data["clauses"][0] == {
        "type": "quorum",
        "body": "Board",
        "status": "stated",
        "completeness": "partial",
        "value": {"count": 4, "composition": ["the chair"]},
        "basis": "derived",
        "confidence": 0.75,
        "source": "corrected",
        "evidence": [{"start": 9, "end": 26, "quote": "1.1 Four members.", "section": "1.1", "page": 2, "line": 2}],
        "rule": "quorum.count-of",
        "notes": ["an ambiguity"],
        "review": {"by": "Ada Fenn", "on": "2026-11-29T10:00:00Z", "note": "the minutes say four"},
        "machine": data["clauses"][0]["machine"],
    }
    assert {key: data["clauses"][0]["machine"][key] for key in ("value", "source", "rule")} == {
        "value": {"count": 5}, "source": "machine", "rule": "quorum.found",
    }  # fmt: skip
    # nothing known is null, never an empty text
    assert data["clauses"][1]["evidence"][0]["section"] is None
    assert data["standings"] == {"Board": "supplied", "Forum": "unwritten"}
    assert (data["bodies"], data["warnings"]) == (["Board", "Forum"], ["read twice", "no date"])
    assert (data["id"], data["text_sha256"]) == ("north/terms.txt", text_sha256(TEXT))


def test_what_people_said_is_in_the_json() -> None:
    data = record_to_json(record())
    bo = {"by": "Bo Quill", "on": "2026-11-28", "note": ""}
    assert data["judged"] == [{"body": "Board", "provision": "P09", "verdict": "not_needed", "review": bo}]
    assert [(one["type"], one["review"]["by"]) for one in data["rejected"]] == [("review_cycle", "Ada Fenn")]
    assert data["conflicts"] == ["A sentence that was corrected is gone."]
    # a clause that nobody looked at has neither key, and a record that nobody looked at empty lists
    assert not {"review", "machine"} & data["clauses"][1].keys()
    alone = record_to_json(dataclasses.replace(record(), judged=(), rejected=(), conflicts=()))
    assert (alone["judged"], alone["rejected"], alone["conflicts"]) == ([], [], [])


def test_a_record_is_one_line_of_plain_ascii_and_always_the_same() -> None:
    line = record_to_line(record())
    assert line.isascii()
    # U+2028 in a quote must not break the line for readers that split at it
    assert len(line.splitlines()) == 1
    assert line == record_to_line(record())
    assert '": ' not in line.replace("Papers: ", "")
    assert json.loads(line) == record_to_json(record())


def test_there_and_back() -> None:
    made = record()
    again = record_from_json(made.document, json.loads(record_to_line(made)))
    assert again == dataclasses.replace(made, sections=())


def test_the_shortest_json_that_the_contract_knows_is_read() -> None:
    data = {"kind": "other", "bodies": ["Board"], "clauses": [], "warnings": []}
    made = record_from_json(record().document, data)
    assert (made.bodies, made.clauses, made.warnings) == ((Body("Board"),), (), ())


def changed(path: str, content: object) -> dict[str, Any]:
    """The record's JSON with another content at ``path``; None takes the key away."""
    data = copy.deepcopy(record_to_json(record()))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place: Any = data
    for step in way:
        place = place[step]
    if content is None:
        del place[last]
    else:
        place[last] = content
    return data


REFUSED = [
    # (what was changed, to what, what is said)
    ("text_sha256", "0" * 64, "the text has changed"),
    ("clauses/0/evidence/0/quote", "Five members", "the quote at 9..26 differs"),
    ("clauses/0/evidence/0/end", 4000, "9..4000 is not in the text"),
    ("clauses/0/evidence/0/start", "9", "clause 1: 'start' cannot be '9'"),
    ("clauses/0/evidence/0/start", None, "clause 1: 'start' is missing"),
    ("clauses/0/evidence/0", 9, "clause 1: an object is needed"),
    ("clauses/1/evidence", [], "clause 2: a review_cycle clause without evidence"),
    ("clauses/1/type", "revue", "clause 2: unknown clause type 'revue'"),
    ("clauses/1/status", "absent", "absent is a cell's status"),
    ("clauses/1/status", "lost", "unknown status 'lost'. It is one of: stated,"),
    ("clauses/1/body", "Forum of Youth", "'Forum of Youth' is not among the bodies"),
    ("clauses/1/body", 7, "body is a name or null"),
    ("clauses/1/value", {"interval": 7}, "review_cycle.interval cannot be 7. Give text"),
    ("clauses/1/confidence", 2, "confidence is 0 to 1"),
    ("clauses/1/notes", "one", "'notes' cannot be 'one'"),
    ("clauses/1", [], "clause 2: an object is needed"),
    ("clauses/1/source", "corrected", "clause 2: the source 'corrected' and the review do not go together"),
    ("clauses/0/review/by", None, "clause 1, review: 'by' is missing"),
    ("judged/0/verdict", "fine", "verdict 1: unknown verdict 'fine'"),
    ("judged/0/review", None, "verdict 1: an object is needed"),
    ("rejected", {}, "'rejected' cannot be"),
    ("conflicts", [3], "'conflicts' is a list of texts"),
    ("clauses", None, "terms.txt: 'clauses' is missing"),
    ("kind", "poem", "unknown kind 'poem'"),
    ("bodies", [1], "'bodies' is a list of texts"),
    ("standings/Board", "gone", "body 'Board': unknown standing 'gone'"),
    ("pointers/Forum/quote", "Forum", "the quote at"),
]


@pytest.mark.parametrize(("path", "content", "said"), REFUSED, ids=[f"{row[0]}={row[1]}" for row in REFUSED])
def test_what_breaks_the_contract_is_refused_in_one_line(path: str, content: object, said: str) -> None:
    with pytest.raises(TorparseError) as caught:
        record_from_json(record().document, changed(path, content))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    # a quote or a text that is not the document's is a matter of its own
    mismatch = path == "text_sha256" or path.endswith("/quote") or "is not in the text" in said
    assert type(caught.value) is (EvidenceMismatch if mismatch else BadData)


@pytest.mark.parametrize(
    ("type_name", "given", "ok"),
    [
        ("quorum", {"count": 3, "fraction": "1/2", "strict": False}, True),
        ("meeting_frequency", {"per_year": 4}, True),  # a whole number will do for a number
        ("meeting_frequency", {"per_year": True}, False),
        ("quorum", {"count": True}, False),
        ("quorum", {"count": 3.5}, False),
        ("quorum", {"composition": ["a", 2]}, False),
        ("quorum", {"composition": "a"}, False),
        ("chair_appointment", {"from": "members"}, True),  # a field named like a Python keyword
        ("chair_appointment", {"from_": "members"}, False),
        ("quorum", {"count": None}, False),  # what is not given is left out
    ],
)
def test_values_are_of_their_field_s_kind(type_name: str, given: dict[str, object], ok: bool) -> None:
    if ok:
        assert value_from_json(type_name, given, "here").as_dict() == given
    else:
        with pytest.raises(BadData, match=f"here: {type_name}"):
            value_from_json(type_name, given, "here")


def test_the_committed_schema_is_what_the_models_give() -> None:
    assert schema.committed() == schema.generated(), "run: make schema"


def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema, one of the dev extras, is not installed")
    jsonschema.Draft202012Validator.check_schema(schema.load())
    return jsonschema.Draft202012Validator(schema.load())


@pytest.mark.parametrize("folder", ["seeds", "real", "written"])
def test_records_of_the_gold_keep_to_the_schema(shared: Path, folder: str) -> None:
    check = validator()
    golds = read_annotations(shared / "gold" / folder, shared / "corpus" / folder)
    for gold in golds:
        made = record_of(gold)
        check.validate(json.loads(record_to_line(made)))
        assert record_from_json(made.document, record_to_json(made)) == made


def test_our_record_keeps_to_the_schema() -> None:
    validator().validate(record_to_json(record()))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("clauses/0/status", "absent"),  # a cell's status
        ("clauses/0/value/count", "four"),
        ("clauses/0/value/cuont", 4),
        ("clauses/0/type", "quorm"),
        ("clauses/0/evidence", []),
        ("clauses/0/confidence", 1.5),
        ("clauses/0/evidence/0/page", 0),  # pages count from 1
        ("sha256", "abc"),
        ("warnings", None),
        ("standings/Board", "somewhere"),
        ("judged/0/verdict", "absent"),
        ("clauses/0/machine/evidence", []),
        ("clauses/0/review/by", 3),
        ("rejected", None),
    ],
)
def test_the_schema_refuses(path: str, content: object) -> None:
    assert not validator().is_valid(changed(path, content))


def test_keys_may_be_added() -> None:
    data = changed("clauses/0/later", "a key of a later version")
    validator().validate(data)
    assert record_from_json(record().document, data)


def test_reading_documents_never_loads_the_generator_of_the_schema() -> None:
    code = "import sys, torparse.contract, torparse.evaluate as e; print({*sys.modules} & {'pydantic', 'pandas'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
