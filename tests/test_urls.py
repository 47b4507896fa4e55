"""Documents by URL: what lies there, in the order of a folder on the disk, and one line for whatever goes wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from conftest import ROOT
from torparse import readers
from torparse.cli import main
from torparse.corrections import folder_of
from torparse.errors import UnreadableInput
from torparse.stores import fetched, listed
from torparse.urls import place, shown, url_of

TEXT = "The Board shall meet four times a year. The quorum is five members.\n"
NAMES = ("b/Second.txt", "A-first.md", "b/.hidden/inside.txt", ".lock", "c/notes.csv", "c/papers.zip", "README.md",
         "b/copy.txt", "zeta.txt", "c/picture.png")  # fmt: skip


@pytest.fixture
def memory() -> Iterator[Any]:
    """A store in memory with some files below ``shelf``."""
    store = fsspec.filesystem("memory")
    for number, name in enumerate(NAMES):
        store.pipe(f"/shelf/{name}", (TEXT if "opy" in name or "Second" in name else TEXT * (number + 2)).encode())
    yield store
    store.rm("/shelf", recursive=True)


def test_a_url_goes_through_a_path_and_comes_back() -> None:
    for url in ("s3://bucket/some folder/Terms, v1.docx", "memory://shelf", "gs://a.b/c?d#e"):
        assert url_of(place(url)) == shown(place(url)) == url
        assert url_of(Path(url)) == url
    for path in ("C:/Terms/a.docx", "terms.docx", "/srv/s3/terms.docx", "a:b.docx", "./s3:/bucket/a"[0:2] + "a"):
        assert url_of(place(path)) == ""
        assert shown(place(path)) == str(Path(path))
    assert place("file:///srv/terms/a.docx") == Path("/srv/terms/a.docx")


def test_a_store_is_searched_as_a_folder_is(memory: Any, tmp_path: Path) -> None:
    memory.get("/shelf", str(tmp_path / "shelf"), recursive=True)
    there, here = readers.find([Path("memory://shelf")]), readers.find([tmp_path / "shelf"])
    assert [one.id for one in there.files] == [one.id for one in here.files]
    assert [one.id for one in there.files] == ["A-first.md", "b/copy.txt", "README.md", "zeta.txt"]
    # an archive is looked into on the disk only; its damage is said in another place
    told = [one for one in there.skipped if not one[0].endswith(".zip")]
    assert told == list(here.skipped)
    assert ("b/Second.txt", "same content as b/copy.txt") in told
    assert dict(there.skipped)["c/papers.zip"].startswith("an archive in a store")


def test_a_file_by_url_is_read_like_any_other(memory: Any, tmp_path: Path) -> None:
    found = readers.find([Path("memory://shelf/b/Second.txt")])
    assert [one.id for one in found.files] == ["Second.txt"]
    (tmp_path / "Second.txt").write_text(TEXT, "utf-8")
    assert readers.read(found.files[0].path, id="Second.txt") == readers.read(tmp_path / "Second.txt")
    assert fetched("memory://shelf/b/Second.txt", 9) == TEXT[:10].encode()


def test_what_is_too_large_or_not_there_is_one_line(memory: Any) -> None:
    with pytest.raises(UnreadableInput, match="is larger than the limit"):
        readers.read(Path("memory://shelf/zeta.txt"), limits=readers.Limits(max_input_bytes=20))
    with pytest.raises(UnreadableInput, match="does not exist") as raised:
        readers.read(Path("memory://shelf/gone.txt"))
    assert raised.value.where == "memory://shelf/gone.txt"
    assert [error.what for error in readers.find([Path("memory://elsewhere")]).missing] == [
        "does not exist, or holds nothing"
    ]


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("https://example.org/terms.docx", "is an address on the web"),
        ("nostore://bucket/terms.docx", "cannot be had (ValueError: Protocol not known: nostore"),
    ],
)
def test_what_is_no_store_is_one_line(url: str, what: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        listed(url)
    assert raised.value.where == url
    assert raised.value.what.startswith(what)
    assert raised.value.todo


def test_without_fsspec_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("torparse.stores.find_spec", lambda name: None)
    assert main(["extract", "s3://bucket/terms"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "s3://bucket/terms: is a URL" in said
    assert "pip install 'torparse[cluster]'" in said


def test_a_name_that_pathlib_would_change_is_left_out(memory: Any) -> None:
    memory.pipe("/shelf/d//double.txt", TEXT.encode())
    assert ("d//double.txt", "its URL has empty steps or dots between slashes") in readers.find(
        [Path("memory://shelf")]
    ).skipped


def test_nothing_is_written_to_a_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    document = str(ROOT / "corpus" / "askerdale-district-partnership-2015.md")
    assert main(["export", document, "-o", "s3://bucket/out", "-q"]) == 2
    assert "s3://bucket/out: is a URL" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_corrections_of_the_folder_one_stands_in_are_not_those_of_a_url(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corrections").mkdir()
    (tmp_path / "corrections" / "some.corrections.json").write_text("{}", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert folder_of(Path("terms.docx")) is not None
    assert folder_of(Path("s3://bucket/terms.docx")) is None


def test_extract_and_export_find_by_url_what_they_find_on_the_disk(tmp_path: Path, capsys: Any) -> None:
    """Also with the output in the folder that one stands in, below which a URL is not."""
    names = ("askerdale-district-partnership-2015.md", "glenarrach-tenant-scrutiny-panel-2024.txt")
    store = fsspec.filesystem("memory")
    for name in names:
        shutil.copy(ROOT / "corpus" / name, tmp_path / name)
        store.pipe(f"/corpus/terms/{name}", (tmp_path / name).read_bytes())
    for place_ in (str(tmp_path), "memory://corpus/terms"):
        assert main(["extract", place_, "--format", "jsonl", "--no-cache"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == lines[2:]
    assert [json.loads(line)["id"] for line in lines[:2]] == list(names)
    store.rm("/corpus", recursive=True)
