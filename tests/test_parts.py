"""A report of more bodies than go on one page: an index with parts."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pytest

from parts_samples import SIZES, documents, files, report
from torparse import cache, pipeline, readers
from torparse.api import Corpus
from torparse.compare import compare
from torparse.many import parts
from torparse.many.parts import Sizes, dealt
from torparse.report import write_report
from torparse.report.counts import median
from torparse.report.parts_pages import LEFT_OUT_SHOWN

_ALL = Sizes(together=500)
_UNREADABLE = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents."""
    return documents(tmp_path_factory.mktemp("parts") / "documents")


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    """A patch for as long as the tests of this file run."""
    with pytest.MonkeyPatch.context() as context:
        yield context


@pytest.fixture(scope="module")
def out(folder: Path, patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in parts, by two processes."""
    made = tmp_path_factory.mktemp("parts-out")
    assert report(patched, folder, made, "--jobs", "2", "--no-cache") == _UNREADABLE
    return made


@pytest.fixture(scope="module")
def together(folder: Path, patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same documents on one page."""
    made = tmp_path_factory.mktemp("parts-together")
    assert report(patched, folder, made, "--jobs", "1", sizes=_ALL) == _UNREADABLE
    return made


def test_what_there_is(out: Path) -> None:
    assert sorted(path.name for path in out.iterdir()) == [
        "clauses.csv", "comparison.html", "documents-01.html", "documents-02.html", "matrix.csv", "part-01", "part-02",
        "run.json",
    ]  # fmt: skip
    assert {"comparison.html", "comparison.xlsx", "clauses.csv", "run.json"} <= {
        path.name for path in (out / "part-01").iterdir()
    }


def test_one_process_writes_the_same_bytes(
    folder: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report(monkeypatch, folder, tmp_path / "one", "--jobs", "1", "--no-cache") == _UNREADABLE
    assert files(tmp_path / "one") == files(out)


def test_a_part_is_a_whole_report(folder: Path, out: Path, tmp_path: Path) -> None:
    # the first part points to no document of another one
    names = [one["id"] for one in json.loads((out / "part-01" / "run.json").read_text("utf-8"))["inputs"]]
    records = [record for record in Corpus(folder) if record.document.id in names]
    write_report(records, tmp_path, as_of=date(2026, 1, 31))
    assert files(tmp_path) == files(out / "part-01")


def test_tables_over_all_parts_are_those_of_one_report(out: Path, together: Path) -> None:
    for name in ("clauses.csv", "matrix.csv"):
        assert (out / name).read_bytes() == (together / name).read_bytes()


def test_how_it_was_made_is_told_of_all(out: Path, together: Path) -> None:
    whole, single = (json.loads((one / "run.json").read_text("utf-8")) for one in (out, together))
    assert [whole.pop(key) for key in ("outputs", "parts")] == [
        ["comparison.html", "documents-01.html", "documents-02.html", "clauses.csv", "matrix.csv", "run.json"],
        ["part-01", "part-02"],
    ]
    del single["outputs"]
    assert whole == single
    assert [one["id"] for one in whole["failed"]] == ["empty.txt"]


def test_what_a_document_of_another_part_says_counts(out: Path, together: Path) -> None:
    part = {path.name: path.parent.name for path in out.glob("part-*/checklist-*.md")}
    name = next(name for name in part if "z-yarrowby" in name)
    text = (out / part[name] / name).read_text("utf-8")
    assert "annex-9.txt" not in {
        one["id"] for one in json.loads((out / part[name] / "run.json").read_text("utf-8"))["inputs"]
    }
    said = next(line for line in text.splitlines() if "point to Annex 9 (annex-9.txt)" in line)
    assert said in (together / name).read_text("utf-8")


def test_counts_are_over_all_parts(out: Path, together: Path) -> None:
    page = (out / "comparison.html").read_text("utf-8")
    assert "We read 7 documents and compared 7 bodies; the terms of 7 of them are in the documents." in page
    assert "1 file could not be read and is not part of the comparison." in page
    table = page[page.index('id="coverage-caption"') : page.index('id="numbers-caption"')]
    rows = dict(re.findall(r'<tr><th scope="row">([^<]+)</th>(<td.*?)</tr>', table))
    with (together / "matrix.csv").open(encoding="utf-8-sig", newline="") as cells_of_all:
        for row in csv.DictReader(cells_of_all):
            cells = [value.partition(":")[0] for value in list(row.values())[3:]]
            shown = [int(cell) for cell in re.findall(r">(\d+)</td>", rows[row["provision"]])]
            counts = Counter(cells)
            words = ("Stated", "Stated in part", "Deferred", "Placeholder", "Absent", "Not assessable")
            assert shown == [counts[word] for word in words], row["provision"]


def test_numbers_are_over_all_parts(out: Path) -> None:
    page = (out / "comparison.html").read_text("utf-8")
    table = page[page.index('id="numbers-caption"') :]
    meetings = re.search(r"<td>meetings a year</td>((?:<td class=\"number\">[^<]*</td>)+)", table)
    assert meetings is not None
    # three to eight times a year
    assert re.findall(r">([^<]*)</td>", meetings[1]) == ["6", "3", "5.5", "8"]


@pytest.mark.parametrize("values", [[1], [1, 2], [3, 1, 1], [5, 5, 2, 9], [1, 1, 1, 7, 7, 9, 10.5]])
def test_the_median_of_counted_numbers(values: list[float]) -> None:
    assert median(Counter(values)) == np.median(values)


def test_every_link_leads_to_something(out: Path) -> None:
    seen = 0
    for page in [out / "comparison.html", *out.glob("documents-*.html")]:
        for target in re.findall(r'href="([^"]+)"', page.read_text("utf-8")):
            file, _, anchor = unquote(target).partition("#")
            landed = (page.parent / file) if file else page
            assert landed.is_file(), target
            assert not anchor or f'id="{anchor}"' in landed.read_text("utf-8"), target
            seen += 1
    assert seen > 30


def test_every_document_and_body_is_listed_once_in_order(out: Path) -> None:
    pages = "".join(path.read_text("utf-8") for path in sorted(out.glob("documents-*.html")))
    listed = re.findall(r'<th scope="row"><a href="part-\d+/[^"]+#d\d+">([^<]+)</a>', pages)
    assert listed == sorted(listed)
    assert len(listed) == 7
    assert len(re.findall(r'href="part-\d+/checklist-[^"]+"', pages)) == 7
    assert len(re.findall(r"\(\d+ of \d+ provisions stated\)", pages)) == 7


def test_contacts_are_masked_in_every_part(out: Path) -> None:
    assert not any(b"960 1" in data for data in files(out).values())


@pytest.mark.parametrize(
    ("weights", "most", "expected"),
    [
        ([1] * 6, 3, [3, 3]),
        ([1] * 7, 3, [2, 3, 2]),
        ([2, 2, 2, 2], 3, [1, 1, 1, 1]),
        ([1] * 7, 4, [3, 4]),
        ([9, 1, 1], 3, [1, 2]),
        ([1], 3, [1]),
    ],
)
def test_documents_are_dealt_into_parts_about_equally_full(weights: list[int], most: int, expected: list[int]) -> None:
    ranges = dealt(weights, most)
    assert [len(one) for one in ranges] == expected
    assert [at for one in ranges for at in one] == list(range(len(weights)))


def test_ids_of_columns_differ_across_parts(tmp_path: Path) -> None:
    text = "Terms of Reference of the Ashcombe Forum\n\nThe quorum of the Forum is four members.\n"
    records = []
    for name in ("a b.txt", "a-b.txt"):
        (tmp_path / name).write_text(text, "utf-8")
        records.append(pipeline.extract_document(readers.read(tmp_path / name)))
    names = [column.id for column in compare(records).columns]
    assert names[1] == f"{names[0]}-2"
    assert [compare([one], [name]).columns[0].id for one, name in zip(records, names, strict=True)] == names


# ---- again


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache of a test's own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_there_is_not_written_again(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "out"
    said = []
    for _ in range(2):
        assert report(monkeypatch, folder, made, "--jobs", "1") == _UNREADABLE
        said.append(capsys.readouterr())
        before = {path: path.stat().st_mtime_ns for path in made.rglob("*")}
        monkeypatch.setattr(parts.Parts, "write", lambda *_: pytest.fail("it was written again"))
    assert said[0] == said[1]
    assert "empty.txt" in said[0].err
    assert {path: path.stat().st_mtime_ns for path in made.rglob("*")} == before


def test_one_that_goes_on_one_page_neither(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "out"
    assert report(monkeypatch, folder, made, "--jobs", "1", sizes=_ALL) == _UNREADABLE
    first = capsys.readouterr()
    monkeypatch.setattr("torparse.report.writing.write", lambda *_, **__: pytest.fail("it was written again"))
    assert report(monkeypatch, folder, made, "--jobs", "1", sizes=_ALL) == _UNREADABLE
    assert capsys.readouterr() == first


def test_another_day_and_no_cache_write_it_again(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "out"
    written = []
    real = parts.write_part
    monkeypatch.setattr(parts, "_apart", lambda task, run: written.append(task.folder.name) or real(task))
    for options in ((), (), ("--as-of", "2026-02-01"), ("--no-cache",), ("--include-contacts",)):
        assert report(monkeypatch, folder, made, "--jobs", "1", *options) == _UNREADABLE
        written.append("")
    assert written == [*("part-01", "part-02", ""), "", *("part-01", "part-02", "") * 3]


def test_what_was_changed_or_is_missing_is_made_whole(
    folder: Path, out: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "out"
    written = []
    real = parts.write_part
    monkeypatch.setattr(parts, "_apart", lambda task, run: written.append(task.folder.name) or real(task))
    assert report(monkeypatch, folder, made, "--jobs", "1") == _UNREADABLE
    (made / "part-02" / "run.json").write_text("{}", "utf-8")
    (made / "part-02" / ".comparison.html-0123abcd.part").write_text("half", "utf-8")
    (made / "matrix.csv").unlink()
    assert report(monkeypatch, folder, made, "--jobs", "1") == _UNREADABLE
    assert written == ["part-01", "part-02", "part-02"]
    assert files(made) == files(out)


def test_of_one_changed_document_its_part_is_written(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = documents(tmp_path / "documents")
    made, written = tmp_path / "out", []
    real = parts.write_part
    monkeypatch.setattr(parts, "_apart", lambda task, run: written.append(task.folder.name) or real(task))
    assert report(monkeypatch, mine, made, "--jobs", "1") == _UNREADABLE
    first = (made / "clauses.csv").read_bytes()
    path = mine / "terms" / "bramley.txt"
    path.write_text(path.read_text("utf-8").replace("4 times a year", "11 times a year"), "utf-8")
    assert report(monkeypatch, mine, made, "--jobs", "1") == _UNREADABLE
    assert written == ["part-01", "part-02", "part-01"]
    assert (made / "clauses.csv").read_bytes() != first
    # the annex is in the first part; the terms that point to it are in the second
    written.clear()
    annex = mine / "annex-9.txt"
    annex.write_text(annex.read_text("utf-8").replace("ten working days", "five working days"), "utf-8")
    assert report(monkeypatch, mine, made, "--jobs", "1") == _UNREADABLE
    assert written == ["part-01", "part-02"]


def test_a_document_that_can_be_read_now_is_read(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, made = documents(tmp_path / "documents"), tmp_path / "out"
    assert report(monkeypatch, mine, made, "--jobs", "1") == _UNREADABLE
    (mine / "empty.txt").write_text(
        "Terms of Reference of the Fenwick Forum\n\nIts quorum is three members.\n", "utf-8"
    )
    assert report(monkeypatch, mine, made, "--jobs", "1") == 0
    assert "Fenwick Forum" in "".join(path.read_text("utf-8") for path in made.glob("documents-*.html"))


def test_notes_are_counted_and_cleared_with_the_cache(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report(monkeypatch, folder, tmp_path / "out", "--jobs", "1") == _UNREADABLE
    own = cache.Cache(kept)
    notes = list(kept.glob("??/*.note"))
    assert len(notes) == 3
    assert own.size().entries == 7 + 3
    notes[0].write_bytes(notes[0].read_bytes()[:-1] + b"x")
    assert own.note(notes[0].stem) is None
    assert not notes[0].exists()
    own.clear()
    assert own.size().entries == 0


def test_sizes_have_their_meaning() -> None:
    assert (SIZES.together, SIZES.part, SIZES.page) == (4, 4, 4)
    assert Sizes().part <= Sizes().together <= LEFT_OUT_SHOWN
