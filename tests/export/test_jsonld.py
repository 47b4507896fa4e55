"""The JSON-LD form: it expands without a network, nothing in it is lost, and selectors lead to the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from export.awkward import QUOTES, TEXT, awkward, exported
from torparse.clauses import types
from torparse.export.codes import CLAUSE_STATUS
from torparse.export.linked.context import CONTEXT
from torparse.fields import fields_of_type

OA, ORG, SKOS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/org#", "http://www.w3.org/2004/02/skos/core#"
DCTERMS, OURS = "http://purl.org/dc/terms/", "urn:torparse:"
NAME = "some folder/awkward.txt"
Node = dict[str, Any]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("jsonld"), "jsonld")


@pytest.fixture(scope="module")
def data(out: Path) -> Node:
    made: Node = json.loads((out / "torparse.jsonld").read_text("utf-8"))
    return made


@pytest.fixture(scope="module")
def graph(data: Node) -> list[Node]:
    """The graph as a program for linked data reads it, which may fetch nothing."""

    def refuse(url: str, options: object) -> None:
        raise AssertionError(f"{url} was asked for")

    return list(jsonld.expand(data, {"documentLoader": refuse}))


def of_type(graph: list[Node], type_: str) -> list[Node]:
    return [node for node in graph if type_ in node.get("@type", ())]


def one(node: Node, key: str) -> Any:
    (found,) = node[key]
    return found.get("@value", found.get("@id", found))


def annotations(graph: list[Node], document: str = NAME) -> dict[str, Node]:
    """The annotations of a document by the id of their clause."""
    found = {one(node, f"{DCTERMS}identifier"): node for node in of_type(graph, f"{OA}Annotation")}
    return {name: node for name, node in found.items() if name.startswith(f"{document}#")}


# ---------------------------------------------------------------------------------------------------------- linked data


def test_no_key_is_lost_for_want_of_a_meaning(data: Node) -> None:
    fields = {field.name for name in types() for field in fields_of_type(name)}

    def check(node: Any, known: set[str]) -> None:
        for value in node if isinstance(node, list) else [node]:
            if isinstance(value, dict):
                assert set(value) <= known
                for key, below in value.items():
                    check(below, fields if key == "value" else known)

    check(data["@graph"], set(CONTEXT))


def test_no_context_is_elsewhere(data: Node) -> None:
    assert isinstance(data["@context"], dict)
    assert "ns/anno.jsonld" not in json.dumps(data["@context"])


def test_ids_are_given_once_and_lead_to_nodes(graph: list[Node]) -> None:
    ids = [node["@id"] for node in graph]
    assert len(set(ids)) == len(ids)
    referred = (f"{OA}hasSource", f"{ORG}postIn", f"{ORG}role", f"{ORG}hasMember", f"{OURS}governs",
                f"{OURS}clauseType", f"{OURS}status", "http://www.w3.org/ns/activitystreams#generator")  # fmt: skip
    seen = set()

    def check(node: Any) -> None:
        for key, values in node.items():
            for value in values if isinstance(values, list) else []:
                if isinstance(value, dict):
                    if key in referred:
                        assert value["@id"] in ids, key
                        seen.add(key)
                    check(value)

    for node in graph:
        check(node)
    assert seen == set(referred)


def test_types_and_statuses_are_concepts_with_their_definitions(graph: list[Node]) -> None:
    concepts = {node["@id"]: node for node in of_type(graph, f"{SKOS}Concept")}
    wanted = [*(f"{OURS}type/{name}" for name in types()), *(f"{OURS}status/{status}" for status in CLAUSE_STATUS)]
    assert sorted(concepts) == sorted(wanted)
    assert all(one(node, f"{SKOS}definition") for node in concepts.values())


# ---------------------------------------------------------------------------------------------------------- annotations


def test_both_selectors_lead_to_the_words(graph: list[Node]) -> None:
    hidden = "Jane Sparrowhill, 01632 960123, jane@fennwick.example"
    text = TEXT.replace(
        hidden, "".join(c if c in ", " and i in (16, 17, 30, 31) else "█" for i, c in enumerate(hidden))
    )
    text = text.replace("Jane Sparrowhill", "█" * 16)
    found = annotations(graph)
    assert len(found) == len(awkward().clauses)
    for node in found.values():
        for target in node[f"{OA}hasTarget"]:
            place, words = target[f"{OA}hasSelector"]
            start, end = one(place, f"{OA}start"), one(place, f"{OA}end")
            assert one(words, f"{OA}exact") == text[start:end]
            assert one(words, f"{OA}prefix") == text[max(start - 32, 0) : start]
            assert one(words, f"{OA}suffix") == text[end : end + 32]
            around = one(words, f"{OA}prefix") + one(words, f"{OA}exact") + one(words, f"{OA}suffix")
            assert text.count(around) == 1, "with what is around it, the quote can be found without its place"


def test_quotes_are_where_the_document_has_them(graph: list[Node]) -> None:
    start = TEXT.index(QUOTES["quorum"])
    node = annotations(graph)[f"{NAME}#quorum-{start}-{start + len(QUOTES['quorum'])}"]
    place, words = node[f"{OA}hasTarget"][0][f"{OA}hasSelector"]
    assert one(place, f"{OA}start") == start
    assert one(words, f"{OA}exact") == QUOTES["quorum"], "line ends and all"
    assert "🙂" not in one(words, f"{OA}prefix")
    assert "🏛️\r\n\r\n" in one(words, f"{OA}prefix")


def test_a_clause_of_two_runs_has_two_targets(graph: list[Node]) -> None:
    (node,) = (node for name, node in annotations(graph).items() if "#minutes-" in name)
    assert len(node[f"{OA}hasTarget"]) == 2
    assert [one(node, f"{OA}motivatedBy")] == [f"{OA}classifying"]


def test_the_body_says_type_status_and_value_field_by_field(graph: list[Node]) -> None:
    (node,) = (node for name, node in annotations(graph).items() if "#chair_appointment-" in name and name[-2:] != "-2")
    body = node[f"{OA}hasBody"][0]
    assert one(body, f"{OURS}clauseType") == f"{OURS}type/chair_appointment"
    assert one(body, f"{OURS}status") == f"{OURS}status/stated"
    assert one(body, f"{OURS}confidence") == 0.875
    value = body[f"{OURS}value"][0]
    assert one(value, f"{OURS}field/role") == "chair", "a value's field, not the role of W3C ORG"
    assert one(value, f"{OURS}field/method") == "elected"


def test_a_clause_that_lays_nothing_down_has_no_value(graph: list[Node]) -> None:
    (node,) = (node for name, node in annotations(graph).items() if "#voting-" in name)
    body = node[f"{OA}hasBody"][0]
    assert one(body, f"{OURS}status") == f"{OURS}status/deferred"
    assert f"{OURS}value" not in body


def test_a_person_who_looked_at_it_is_its_creator(graph: list[Node]) -> None:
    by = {name.partition("#")[2].partition("-")[0]: node for name, node in annotations(graph, "forum.txt").items()}
    creator = one(by["quorum"], f"{DCTERMS}creator")
    assert one(creator, "http://xmlns.com/foaf/0.1/name") == "Ada Fenn"
    assert one(by["quorum"], f"{DCTERMS}created") == "2026-11-29T17:05:00Z"
    assert f"{DCTERMS}creator" not in by["minutes"], "torparse's own"
    assert "risk" not in by, "a person said that it is none"


def test_names_are_hidden(out: Path) -> None:
    text = (out / "torparse.jsonld").read_text("utf-8")
    assert "█" * 16 in text
    for hidden in ("Sparrowhill", "01632", "fennwick.example"):
        assert hidden not in text


# ----------------------------------------------------------------------------------------------------- bodies and posts


def bodies(graph: list[Node]) -> dict[str, Node]:
    return {one(node, f"{SKOS}prefLabel"): node for node in of_type(graph, f"{ORG}Organization")}


def test_bodies_have_the_posts_that_their_terms_speak_of(graph: list[Node]) -> None:
    posts = {(one(node, f"{ORG}postIn"), one(node, f"{ORG}role")): node for node in of_type(graph, f"{ORG}Post")}
    panel, forum = bodies(graph)["Fennwick Panel"]["@id"], bodies(graph)["Ambleford Forum"]["@id"]
    chair, vice_chair = f"{OURS}role/chair", f"{OURS}role/vice_chair"
    assert sorted(posts) == sorted([(panel, chair), (panel, vice_chair), (forum, chair)])
    stated_in = one(posts[panel, vice_chair], f"{DCTERMS}source")
    (name,) = (name for name, node in annotations(graph).items() if node["@id"] == stated_in)
    assert "#chair_appointment-" in name
    assert {one(node, f"{SKOS}prefLabel") for node in posts.values()} == {"chair", "vice-chair"}


def test_members_are_those_that_the_terms_list_as_members(graph: list[Node]) -> None:
    names = {node["@id"]: name for name, node in bodies(graph).items()}
    panel = bodies(graph)["Fennwick Panel"]
    members = {names[member["@id"]] for member in panel[f"{ORG}hasMember"]}
    assert members == {"marram council", "fennwick college"}, "not the observer"
    assert f"{ORG}hasMember" not in bodies(graph)["Marram Group"]
    assert "dunlow trust" not in names.values()
    assert [value["@value"] for value in panel[f"{SKOS}altLabel"]] == ["Panel"]


def test_two_runs_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    assert (exported(tmp_path, "jsonld") / "torparse.jsonld").read_bytes() == (out / "torparse.jsonld").read_bytes()
