"""The REFI-QDA project and codebook: they keep the standard's rules, and another reader finds the same words."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.awkward import AS_OF, EMBEDDED, QUOTES, TEXT, awkward, exported
from export.refi_rules import CODEBOOK, PROJECT, check_project, check_tree, quotes
from reviewed_records import forum
from torparse.checklists import load
from torparse.clauses import types
from torparse.export import Choices, Dataset, chosen, write_export
from torparse.export.codes import CLAUSE_STATUS
from torparse.export.refi.xml import plain
from torparse.model import Kind

NAME = "some folder/awkward.txt"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("qdpx"), "qdpx")


def project(out: Path) -> ElementTree.Element:
    with zipfile.ZipFile(out / "torparse.qdpx") as archive:
        return ElementTree.fromstring(archive.read("project.qde"))


def named(root: ElementTree.Element, tag: str, name: str) -> ElementTree.Element:
    (found,) = (one for one in root.iter(PROJECT + tag) if one.get("name") == name)
    return found


# ------------------------------------------------------------------------------------------------- the standard's rules


def test_the_project_keeps_the_rules(out: Path) -> None:
    assert check_project(out / "torparse.qdpx") == []


def test_the_codebook_keeps_the_rules(out: Path) -> None:
    assert check_tree(ElementTree.parse(out / "torparse.qdc").getroot(), CODEBOOK) == []


def test_a_project_without_clauses_and_bodies_keeps_the_rules(tmp_path: Path) -> None:
    bare = replace(forum(), kind=Kind.INDUCTION_GUIDE, clauses=(), bodies=())
    write_export(Dataset([bare], Choices(AS_OF, load())), tmp_path, chosen(["qdpx"]))
    assert check_project(tmp_path / "torparse.qdpx") == []
    assert project(tmp_path).find(f"{PROJECT}Cases") is None


def _first(tag: str) -> Callable[[ElementTree.Element], ElementTree.Element]:
    return lambda root: next(root.iter(PROJECT + tag))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda root: root.insert(0, root[-1]), "out of order"),
        (lambda root: root.append(ElementTree.Element(f"{PROJECT}Users")), "0 User in Users"),
        (lambda root: _first("Code")(root).attrib.pop("isCodable"), "lacks isCodable"),
        (lambda root: _first("Case")(root).set("guid", "{1}"), "has guid"),
        (lambda root: _first("Coding")(root).set("creationDateTime", "yesterday"), "has creationDateTime"),
        (lambda root: _first("CodeRef")(root).set("targetGUID", _first("Code")(root).get("guid", "")), "not codable"),
        (lambda root: _first("SelectionRef")(root).set("targetGUID", _first("Code")(root).get("guid", "")), "is no"),
        (lambda root: setattr(_first("BooleanValue")(root), "text", "yes"), "which is Boolean"),
        (lambda root: _first("TextSource")(root).append(ElementTree.Element(f"{PROJECT}Code")), "Code in TextSource"),
        (lambda root: root.find(f"{PROJECT}Users").append(_first("User")(root)), "there twice"),
    ],
)  # fmt: skip
def test_the_checker_sees_what_is_wrong(out: Path, spoil: Callable[[ElementTree.Element], object], said: str) -> None:
    root = project(out)
    spoil(root)
    assert any(said in wrong for wrong in check_tree(root, PROJECT))


# -------------------------------------------------------------------------------------------- the same words and places


def test_another_reader_finds_the_same_words_at_the_same_places(out: Path) -> None:
    found = {(start, end, code.partition(":")[0]): words for source, code, start, end, words, _ in
             quotes(out / "torparse.qdpx") if source == NAME}  # fmt: skip
    for type_name, quote in QUOTES.items():
        start = TEXT.index(quote)
        assert found[start, start + len(quote), type_name] == EMBEDDED[type_name]
    runs = {(run.start, run.end, clause.type) for clause in awkward().clauses for run in clause.evidence}
    assert set(found) == runs


def test_no_program_can_count_line_ends_otherwise(out: Path) -> None:
    with zipfile.ZipFile(out / "torparse.qdpx") as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if name.startswith("sources/")}
    assert len(texts) == 2
    for data in texts.values():
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        assert io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=None).read() == data.decode()
    assert len(TEXT) in {len(data.decode()) for data in texts.values()}


@given(st.text(st.sampled_from("aé🙂█ \t\r\n\x00\x0b\x0c\x1f\x7f\x85\u2028\ufeff\ufffe\uffff&<")))
def test_a_text_stays_as_long_and_fit_for_xml(text: str) -> None:
    made = plain(text)
    assert len(made) == len(text)
    assert "\r" not in made
    ElementTree.fromstring(f"<a>{made.replace('&', '+').replace('<', '+')}</a>")
    kept = [(was, now) for was, now in zip(text, made, strict=True) if was != now]
    assert all(now in " \n" and (was in "\r\ufeff\ufffe\uffff" or ord(was) < 32) for was, now in kept)


def test_names_are_hidden_in_texts_and_in_what_is_said_of_them(out: Path) -> None:
    with zipfile.ZipFile(out / "torparse.qdpx") as archive:
        everything = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "████" in everything
    for hidden in ("Sparrowhill", "01632", "fennwick.example"):
        assert hidden not in everything


# -------------------------------------------------------------------------------------------------- codes and who coded


def test_every_type_has_a_code_in_a_group_and_one_for_each_status(out: Path) -> None:
    for root, namespace in (
        (project(out).find(f"{PROJECT}CodeBook"), PROJECT),
        (ElementTree.parse(out / "torparse.qdc").getroot(), CODEBOOK),
    ):
        assert root is not None
        groups = list(root[0])
        assert {group.get("isCodable") for group in groups} == {"false"}
        codes = {code.get("name", ""): code for group in groups for code in group.findall(f"{namespace}Code")}
        assert sorted(codes) == sorted(types())
        for name, code in codes.items():
            statuses = [one.get("name") for one in code.findall(f"{namespace}Code")]
            assert statuses == [f"{name}: {status}" for status in CLAUSE_STATUS]
            assert all(one.findtext(f"{namespace}Description") for one in code.iter(f"{namespace}Code"))


def test_a_code_says_what_belongs_to_it_and_not_where_that_was_written_down(out: Path) -> None:
    about = named(project(out), "Code", "quorum").findtext(f"{PROJECT}Description", "")
    assert "How many members must be present" in about
    assert "Not a quorum:" in about
    assert "count: " in about
    assert not re.search(r"\.md|``", (out / "torparse.qdc").read_text("utf-8"))


def test_people_are_users_of_their_own(out: Path) -> None:
    who = {(source, code): user for source, code, _, _, _, user in quotes(out / "torparse.qdpx")}
    assert who[NAME, "quorum: stated"] == "torparse"
    assert who["forum.txt", "quorum: stated"] == "Ada Fenn"
    assert who["forum.txt", "chair_appointment: stated"] == "Bo Quill"
    assert who["forum.txt", "minutes: stated"] == "torparse"
    assert ("forum.txt", "risk: stated") not in who, "a person said that it is none"
    assert project(out).find(f"{PROJECT}Users")[0].get("name") == "torparse"


def test_a_selection_says_the_value_in_words_and_which_clauses(out: Path) -> None:
    selections = {one.get("startPosition"): one for one in project(out).iter(f"{PROJECT}PlainTextSelection")
                  if "awkward" in one.findtext(f"{PROJECT}Description", "")}  # fmt: skip
    said = selections[str(TEXT.index(QUOTES["chair_appointment"]))].findtext(f"{PROJECT}Description", "")
    assert said.count("Clause some folder/awkward.txt#chair_appointment-") == 2, "both offices, in one selection"
    assert "Elected" in said
    assert "Body: Fennwick Panel" in said
    assert "Confidence 0.88" in said
    minutes = selections[str(TEXT.index(QUOTES["minutes"]))]
    assert "part 2 of 2" in minutes.findtext(f"{PROJECT}Description", "")
    assert minutes.get("name") == EMBEDDED["minutes"]


# ------------------------------------------------------------------------------------------------- documents and bodies


def values(root: ElementTree.Element, owner: ElementTree.Element) -> dict[str, str]:
    names = {one.get("guid"): one.get("name", "") for one in root.iter(f"{PROJECT}Variable")}
    return {names[one[0].get("targetGUID")]: one[1].text or "" for one in owner.findall(f"{PROJECT}VariableValue")}


def test_documents_and_bodies_have_variables(out: Path) -> None:
    root = project(out)
    document = values(root, named(root, "TextSource", NAME))
    assert document["document: kind"] == "terms_of_reference"
    assert document["document: body"] == "Fennwick Panel"
    assert "document: date" not in document, "it states none"
    case, other = (one for one in root.iter(f"{PROJECT}Case") if "awkward" in one.get("name", ""))
    body = values(root, case)
    assert body["body: main"] == "true"
    assert body["provision: Quorum"] == "stated"
    assert body["provision: Purpose"] == "absent"
    assert body["fact: Region"] == "North & <East>"
    assert "fact: Region" not in values(root, other)


def test_a_case_points_to_the_selections_of_its_body(out: Path) -> None:
    root = project(out)
    case, other = (one for one in root.iter(f"{PROJECT}Case") if "awkward" in one.get("name", ""))
    source = named(root, "TextSource", NAME)
    assert case.findtext(f"{PROJECT}Description") == "Fennwick Panel"
    assert [one.get("targetGUID") for one in case.iter(f"{PROJECT}SourceRef")] == [source.get("guid")]
    its = {one.get("targetGUID") for one in case.iter(f"{PROJECT}SelectionRef")}
    assert its == {one.get("guid") for one in source.iter(f"{PROJECT}PlainTextSelection")}
    assert not list(other.iter(f"{PROJECT}SelectionRef"))


def test_two_runs_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    again = exported(tmp_path, "qdpx")
    for name in ("torparse.qdpx", "torparse.qdc"):
        assert (again / name).read_bytes() == (out / name).read_bytes()
    with zipfile.ZipFile(out / "torparse.qdpx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
