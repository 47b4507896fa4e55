"""The screens Documents, Help, Draft check and Export, and the server itself, with documents that are really read."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from conftest import ROOT
from review.client import Idle, Page, page_of, text_of
from torparse import cli, collect, workers
from torparse.review import files
from torparse.review.background import Background, Urgency
from torparse.review.workspace import key_of

CORPUS = ROOT / "corpus"
TERMS = "Terms of Reference of the {} Board\n\n1 Quorum\nThe quorum of the Board is {} members.\n"


def write(folder: Path, name: str, number: str = "three") -> Path:
    """Short terms of reference, not the same in two files."""
    path = folder / name
    path.write_text(TERMS.format(path.stem.title(), number), encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A folder of two documents, one of them in a folder of its own, and one that cannot be read. All are done."""
    folder = tmp_path / "papers"
    (folder / "old").mkdir(parents=True)
    write(folder, "ash.txt")
    write(folder / "old", "elm.txt", "four")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    with page_of(folder) as made:
        assert made.background.wait()
        yield made


def names(page: Page) -> list[str]:
    """The documents as listed."""
    return [item.id for item in page.workspace.items()]


def rows(page: Page) -> dict[str, str]:
    """The words of each document's row, by its name."""
    listed = html.fromstring(page.browser.get("/documents").text).xpath("//section[@id='documents']//ul/li[@id]")
    return {row.xpath(".//h3")[0].text_content().strip(): " ".join(row.text_content().split()) for row in listed}


# ---- what is listed


def test_documents_are_listed_with_what_is_known(page: Page) -> None:
    found = rows(page)
    assert list(found) == ["ash.txt", "broken.docx", "elm.txt"]
    assert "Terms of reference. Ash Board" in found["ash.txt"]
    assert re.search(r"State\s*✓ Read To check\s*[1-9]\d* Checked\s*0", found["ash.txt"])
    assert "old/elm.txt" in found["elm.txt"]
    (broken,) = (item for item in page.workspace.items() if item.state == "failed")
    assert f"Not read: {broken.reason}" in found["broken.docx"]
    assert str(page.folder) not in page.browser.get("/documents").text  # a path says more than a reader needs there
    assert "2 of 3 documents read. 1 document could not be read." in text_of(page.browser.get("/documents"))


def test_what_people_said_counts_as_checked(page: Page) -> None:
    from torparse.corrections import Action, Say, Snapshot, now

    key = key_of("ash.txt")
    applied = page.workspace.applied(key)
    found = Snapshot.of(applied.entries[0].shown, applied.record.document)
    before = page.workspace.tally(key)
    said = Say(action=Action.CONFIRM, by="Alex Reader", on=now(), machine=found, clause=found)
    page.workspace.say(key, said, seen=0)
    after = page.workspace.tally(key)
    assert (after.to_check, after.checked) == (before.to_check - 1, before.checked + 1)


def test_an_empty_folder_says_what_to_do(still: Page) -> None:
    assert "There are no documents here yet. Add some below" in text_of(still.browser.get("/documents"))


def test_what_is_not_read_yet_says_so(tmp_path: Path) -> None:
    write(tmp_path, "ash.txt")
    with page_of(tmp_path, background=Idle()) as page:
        answer = page.browser.get("/documents")
        assert "0 of 1 document read so far." in text_of(answer)
        assert "Waiting" in rows(page)["ash.txt"]
        # without a script a reader may ask for a page that loads itself anew, and only then it does
        assert "http-equiv" not in answer.text
        assert (
            '<noscript><meta http-equiv="refresh" content="5"></noscript>'
            in page.browser.get("/documents?follow=1").text
        )


def test_the_folder_is_looked_through_in_the_background_first(tmp_path: Path) -> None:
    from argparse import Namespace

    from torparse.review.workspace import Workspace

    write(tmp_path, "ash.txt")
    options: Namespace = cli.parser().parse_args(["review", str(tmp_path)])
    idle = Idle()
    workspace = Workspace(tmp_path, options, idle)
    workspace.begin()
    assert (workspace.ready, workspace.busy, workspace.items()) == (False, True, ())
    idle.jobs.pop()()
    assert (workspace.ready, len(workspace.items()), len(idle.jobs)) == (True, 1, 1)


def test_keys_are_short_and_stay() -> None:
    assert key_of("old/elm.txt") == key_of("old/elm.txt") != key_of("elm.txt")
    assert re.fullmatch("[0-9a-f]{16}", key_of("a name with ü and /.txt"))


# ---- adding


def test_adding_several_documents(page: Page) -> None:
    sent = [("oak.txt", TERMS.format("Oak", "five").encode()), ("fir.md", TERMS.format("Fir", "six").encode())]
    answer = page.browser.upload("/documents/add", "files", sent)
    assert answer.headers["location"].endswith("#notice")
    assert "2 documents added." in text_of(page.browser.follow(answer))
    assert page.background.wait()
    assert names(page) == ["ash.txt", "broken.docx", "fir.md", "oak.txt", "old/elm.txt"]
    assert "✓ Read" in rows(page)["oak.txt"]
    assert not [path for path in page.folder.iterdir() if path.name.startswith(".torparse")]


def test_a_notice_is_shown_once(still: Page) -> None:
    address = still.browser.post("/documents/look").headers["location"]
    assert "Nothing is new." in text_of(still.browser.get(address))
    assert "Nothing is new." not in text_of(still.browser.get(address))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("photo.png", "photo.png was not added: a picture; save it as PDF or TIFF to have its text recognised."),
        ("table.xlsx", "table.xlsx was not added: a spreadsheet, not a document."),
        ("run.exe", "run.exe was not added: a program or a web page's part, not a document."),
        ("letters", "letters was not added: not a kind of file that torparse reads."),
    ],
)
def test_what_is_no_document_is_not_added(still: Page, name: str, said: str) -> None:
    answer = still.browser.upload("/documents/add", "files", [(name, b"x")])
    text = text_of(still.browser.follow(answer))
    assert "Nothing was added." in text
    assert said in text
    assert list(still.folder.iterdir()) == []


def test_a_copy_is_named(page: Page) -> None:
    again = (page.folder / "ash.txt").read_bytes()
    answer = page.browser.upload("/documents/add", "files", [("birch.txt", again)])
    assert "birch.txt is not read: same content as ash.txt." in text_of(page.browser.follow(answer))


def test_a_form_without_a_file_says_so(still: Page) -> None:
    for sent in ([], [("files", ("", b"", "application/octet-stream"))]):
        answer = still.browser.post("/documents/add", files=sent) if sent else still.browser.post("/documents/add")
        assert answer.status_code == 422
        page = html.fromstring(answer.text)
        (link,) = page.xpath("//div[@id='errors']//a")
        assert (link.get("href"), link.text) == ("#files", "Choose at least one document first.")
        (field,) = page.xpath("//input[@id='files']")
        assert field.get("aria-invalid") == "true"
        described = [page.xpath(f"//*[@id='{one}']") for one in field.get("aria-describedby").split()]
        assert all(described)
        assert page.xpath("//title")[0].text.startswith("Documents – something needs your attention")


def test_a_full_disk_is_one_line(still: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    answer = still.browser.upload("/documents/add", "files", [("oak.txt", b"Terms of Reference")])
    assert "oak.txt: cannot be written (No space left on device)." in text_of(still.browser.follow(answer))
    assert list(still.folder.iterdir()) == []


def test_new_files_in_the_folder_are_found(page: Page) -> None:
    write(page.folder, "oak.txt", "nine")
    answer = page.browser.post("/documents/look")
    assert "1 new document found." in text_of(page.browser.follow(answer))


# ---- taking out, putting back, reading again


def test_a_document_taken_out_is_moved_and_can_be_put_back(page: Page) -> None:
    data = (page.folder / "old" / "elm.txt").read_bytes()
    answer = page.browser.post(f"/documents/{key_of('old/elm.txt')}/remove")
    shown = page.browser.follow(answer)
    assert "elm.txt was moved into the folder “removed”. It was not deleted." in text_of(shown)
    assert names(page) == ["ash.txt", "broken.docx"]
    assert (page.folder / "removed" / "old" / "elm.txt").read_bytes() == data
    form = html.fromstring(shown.text).xpath("//div[@id='notice']//form")[0]
    fields = {one.get("name"): one.get("value") for one in form.xpath("./input")}
    assert "elm.txt is back." in text_of(page.browser.follow(page.browser.post(form.get("action"), fields)))
    assert (page.folder / "old" / "elm.txt").read_bytes() == data
    assert names(page) == ["ash.txt", "broken.docx", "old/elm.txt"]
    assert files.taken_out(page.folder) == ()


def test_what_was_taken_out_is_left_out_by_every_command(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    page.browser.post(f"/documents/{key_of('ash.txt')}/remove")
    options = cli.parser().parse_args(["extract", str(page.folder)])
    results = collect.collect([page.folder], options)
    assert [record.document.id for record in results.records] == ["old/elm.txt"]
    assert "removed/ash.txt (taken out on the review page)" in capsys.readouterr().err


def test_a_folder_of_that_name_is_read_where_torparse_did_not_make_it(tmp_path: Path) -> None:
    (tmp_path / "removed").mkdir()
    write(tmp_path / "removed", "ash.txt")
    options = cli.parser().parse_args(["extract", str(tmp_path), "-q"])
    assert [record.document.id for record in collect.collect([tmp_path], options).records] == ["removed/ash.txt"]


def test_two_of_a_name_can_be_taken_out_and_neither_is_written_over(page: Page) -> None:
    page.browser.post(f"/documents/{key_of('ash.txt')}/remove")
    write(page.folder, "ash.txt", "eleven")
    page.workspace.look()
    page.browser.post(f"/documents/{key_of('ash.txt')}/remove")
    assert files.taken_out(page.folder) == ("ash (2).txt", "ash.txt")
    write(page.folder, "ash.txt", "twelve")
    answer = page.browser.post("/documents/put-back", {"document": "ash.txt"})
    assert "ash (2).txt is back." in text_of(page.browser.follow(answer))
    assert "three" in (page.folder / "ash (2).txt").read_text()
    assert "twelve" in (page.folder / "ash.txt").read_text()


def test_a_document_in_an_archive_cannot_be_taken_out_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
        archive.writestr("ash.txt", TERMS.format("Ash", "three"))
    with page_of(tmp_path, background=Idle()) as page:
        assert "In an archive" in rows(page)["ash.txt"]
        answer = page.browser.post(f"/documents/{key_of('papers.zip/ash.txt')}/remove")
        assert answer.status_code == 409
        assert "Take the archive out of the folder instead." in text_of(answer)
        assert [path.name for path in tmp_path.iterdir()] == ["papers.zip"]


def test_a_changed_file_is_read_again_on_request(page: Page) -> None:
    key = key_of("ash.txt")
    before = page.workspace.item(key).record
    path = write(page.folder, "ash.txt", "seventeen")
    os.utime(path, (1, 1))
    page.workspace.look()
    assert "Changed: the file is not the one any more that was read." in rows(page)["ash.txt"]
    assert page.workspace.item(key).record is before  # whoever is at it goes on with what was read
    assert "ash.txt is being read again." in text_of(page.browser.follow(page.browser.post(f"/documents/{key}/again")))
    assert page.background.wait()
    item = page.workspace.item(key)
    assert (item.changed, item.state) == (False, "read")
    assert "seventeen" in item.record.document.text if item.record else False


def test_a_broken_file_that_was_mended_is_read(page: Page) -> None:
    (page.folder / "broken.docx").write_bytes((CORPUS / "harrowmere-hwb-procedure-rules-2022.docx").read_bytes())
    page.workspace.look()
    assert page.background.wait()
    assert "✓ Read" in rows(page)["broken.docx"]


def test_a_file_that_has_gone_is_forgotten(page: Page) -> None:
    (page.folder / "ash.txt").unlink()
    page.workspace.look()
    assert names(page) == ["broken.docx", "old/elm.txt"]
    for path in (f"/documents/{key_of('ash.txt')}/remove", f"/documents/{key_of('ash.txt')}/again"):
        assert page.browser.post(path).status_code == 404


def test_what_torparse_keeps_in_the_folder_is_no_document(page: Page) -> None:
    for folder in ("corrections", "reports"):
        (page.folder / folder).mkdir()
        write(page.folder / folder, "oak.txt", folder)
    page.workspace.look()
    assert names(page) == ["ash.txt", "broken.docx", "old/elm.txt"]
    assert "oak.txt" not in page.browser.get("/documents").text


# ---- the reader's name, and the shortcuts


def test_the_name_is_kept(still: Page) -> None:
    assert "You are Alex Reader" in still.browser.get("/help").text.replace("<strong>", "").replace("</strong>", "")
    answer = still.browser.post("/reviewer", {"name": "  Zoë \n Ó Briain "})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "You are Zoë Ó Briain." in text_of(still.browser.follow(answer))
    (field,) = html.fromstring(still.browser.get("/documents").text).xpath("//input[@id='name']")
    assert field.get("value") == "Zoë Ó Briain"


def test_an_empty_name_is_refused(still: Page) -> None:
    answer = still.browser.post("/reviewer", {"name": " \u200b\n"})
    assert answer.status_code == 422
    assert html.fromstring(answer.text).xpath("//div[@id='errors']//a/@href") == ["#name"]


def test_the_shortcuts_are_switched_off_and_on(still: Page) -> None:
    assert 'data-shortcuts="on"' in still.browser.get("/help").text
    still.browser.post("/help/shortcuts", {"shortcuts": "off"})
    assert 'data-shortcuts="off"' in still.browser.get("/documents").text
    assert "Switch the shortcuts on" in text_of(still.browser.get("/help"))
    still.browser.post("/help/shortcuts", {"shortcuts": "on"})
    assert 'data-shortcuts="on"' in still.browser.get("/help").text


@pytest.mark.parametrize("path", ["/documents", "/draft-check", "/export", "/help", "/nothing"])
def test_pages_are_whole(still: Page, path: str) -> None:
    page = html.fromstring(still.browser.get(path).text)
    (heading,) = page.xpath("//h1")
    assert page.xpath("//title")[0].text.startswith(heading.text)
    identifiers = page.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    for field in page.xpath("//input[not(@type='hidden')]"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")
    assert page.xpath("//form[@method='post'][not(./input[@name='csrf'])]") == []


def test_no_link_of_the_navigation_is_dead(still: Page) -> None:
    links = html.fromstring(still.browser.get("/help").text).xpath("//nav//a/@href | //main//a/@href")
    assert {"/documents", "/draft-check", "/export", "/help"} <= set(links)
    assert [still.browser.get(link).status_code for link in links] == [200] * len(links)


# ---- a draft


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str]]:
    """A page on which a Word draft has been checked, and the address of that."""
    folder, scratch = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("scratch")
    draft = (CORPUS / "harrowmere-hwb-procedure-rules-2022.docx").read_bytes()
    # a place of its own for what is only there for a moment: other tests check drafts at the same time
    with pytest.MonkeyPatch.context() as patched, page_of(folder) as page:
        patched.setattr(tempfile, "tempdir", str(scratch))
        answer = page.browser.upload("/draft-check", "draft", [("Our <b>draft.docx", draft)])
        address = answer.headers["location"]
        first = page.browser.get(address)
        assert "The draft is being read and checked." in text_of(first)
        assert page.background.wait()
        yield page, address


def test_a_draft_is_checked(checked: tuple[Page, str]) -> None:
    page, address = checked
    text = text_of(page.browser.get(address))
    assert "Health and Wellbeing Board" in text
    assert "core items in place or partly" in text
    assert "This is a count, not a score." in text
    assert "Suggested wording" in text
    assert ".." not in text.split("To take with you")[1].split("Checklist for")[0]


def test_a_draft_is_not_added(checked: tuple[Page, str]) -> None:
    page, _ = checked
    assert list(page.folder.iterdir()) == []
    assert page.workspace.items() == ()
    assert not list(Path(tempfile.gettempdir()).glob("torparse-draft-*"))


def test_the_draft_with_comments_and_the_checklists(checked: tuple[Page, str]) -> None:
    page, address = checked
    links = html.fromstring(page.browser.get(address).text).xpath("//ul[@class='files']//a/@href")
    assert links[0] == f"{address}/comments"
    answer = page.browser.get(links[0])
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert "Our _b_draft with comments.docx" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as word:
        assert b"torparse" in word.read("word/comments.xml")
    assert len(links) == 3  # a checklist for each of the two bodies
    for link in links[1:]:
        with zipfile.ZipFile(io.BytesIO(page.browser.get(link).content)) as word:
            assert b"Checklist for" in word.read("word/document.xml")
    assert page.browser.get(f"{address}/checklist/3").status_code == 404
    assert page.browser.get(f"{address}/checklist/0").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("broken.docx", b"PK\x03\x04" + b"\x00" * 50, "Not checked: "),
        ("photo.xyz", b"\x00\x01\x02" * 99, "Not checked: "),
        ("letter.txt", b"Dear all,\n\nthank you for the cake.\n", "Not checked: this looks like something else"),
        ("terms.txt", TERMS.format("Ash", "three").encode(), "save it as .docx in Word first"),
    ],
)
def test_drafts_that_cannot_be_checked_or_commented(still: Page, name: str, data: bytes, said: str) -> None:
    with page_of(still.folder) as page:
        address = page.browser.upload("/draft-check", "draft", [(name, data)]).headers["location"]
        assert page.background.wait()
        assert said in text_of(page.browser.get(address))
        assert page.browser.get(f"{address}/comments").status_code == 404


def test_few_drafts_are_held_and_one_can_be_forgotten(still: Page) -> None:
    addresses = [
        still.browser.upload("/draft-check", "draft", [(f"{n}.txt", b"Terms")]).headers["location"] for n in range(7)
    ]
    assert [still.browser.get(one).status_code for one in addresses] == [404, 404, *[200] * 5]
    answer = still.browser.post(f"{addresses[-1]}/forget")
    assert "6.txt is forgotten." in text_of(still.browser.follow(answer))
    assert still.browser.get(addresses[-1]).status_code == 404


def test_no_draft_chosen(still: Page) -> None:
    answer = still.browser.post("/draft-check")
    assert answer.status_code == 422
    assert html.fromstring(answer.text).xpath("//div[@id='errors']//a/@href") == ["#draft"]


# ---- reports


def test_the_reports_are_made_and_taken_along(page: Page) -> None:
    assert "There are no reports yet." in text_of(page.browser.get("/export"))
    assert page.browser.get("/export/reports.zip").status_code == 404
    answer = page.browser.post("/export")
    assert "The reports are being made" in text_of(page.browser.follow(answer))
    assert page.background.wait()
    shown = page.browser.get("/export")
    links = html.fromstring(shown.text).xpath("//ul[@class='files']//a/@href")
    listed = {link.removeprefix("/export/files/") for link in links}
    assert listed == {path.name for path in (page.folder / "reports").iterdir()}
    assert {"comparison.html", "comparison.xlsx", "clauses.csv", "matrix.csv", "run.json"} < listed
    for link in links:
        answer = page.browser.get(link)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.content == (page.folder / "reports" / link.rpartition("/")[2]).read_bytes()
    made = json.loads((page.folder / "reports" / "run.json").read_text())
    assert [one["id"] for one in made["inputs"]] == ["ash.txt", "old/elm.txt"]
    assert [one["id"] for one in made["failed"]] == ["broken.docx"]
    first, second = (page.browser.get("/export/reports.zip").content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert set(archive.namelist()) == {f"reports/{name}" for name in listed}


def test_reports_of_an_earlier_run_are_there_still(page: Page) -> None:
    page.browser.post("/export")
    assert page.background.wait()
    with page_of(page.folder, background=Idle()) as later:
        assert "comparison.html" in text_of(later.browser.get("/export"))
        (page.folder / "reports" / "matrix.csv").unlink()
        assert later.browser.get("/export/files/matrix.csv").status_code == 404
        assert "Make them anew" in text_of(later.browser.get("/export/reports.zip"))


def test_reports_of_nothing_are_not_made(still: Page) -> None:
    with page_of(still.folder) as page:
        page.browser.post("/export")
        assert page.background.wait()
        assert "The reports could not be made: no document could be read." in text_of(page.browser.get("/export"))
        assert list(still.folder.iterdir()) == []


def test_reports_are_made_once_at_a_time(still: Page) -> None:
    still.browser.post("/export")
    answer = still.browser.post("/export")
    assert "The reports are being made already." in text_of(still.browser.follow(answer))


# ---- the thread


def test_the_most_urgent_goes_first(capsys: pytest.CaptureFixture[str]) -> None:
    background = Background()
    begun, go, done = threading.Event(), threading.Event(), list[str]()

    def fail() -> None:
        raise KeyError("words of a document")

    background.submit(Urgency.REPORTS, lambda: (begun.set(), go.wait(), None)[2])
    assert begun.wait(10)
    for urgency in (Urgency.REPORTS, Urgency.READING, Urgency.DRAFT, Urgency.READING):
        background.submit(urgency, lambda urgency=urgency: done.append(urgency.name))
    background.submit(Urgency.DRAFT, fail)  # a fault costs nothing but itself
    go.set()
    assert background.wait()
    background.close()
    assert done == ["DRAFT", "READING", "READING", "REPORTS"]
    said = capsys.readouterr().err
    assert "torparse failed here (KeyError)" in said
    assert "words of a document" not in said


def test_work_under_way_is_ended(capsys: pytest.CaptureFixture[str]) -> None:
    background = Background()
    begun = threading.Event()

    def slow() -> None:
        begun.set()
        background.worker.run(time.sleep, 60, workers.Bounds(seconds=90), where="a document")

    background.worker.run(len, "", workers.Bounds(), where="a document")  # the process is there
    background.submit(Urgency.READING, slow)
    assert begun.wait(10)
    time.sleep(0.2)
    before = time.monotonic()
    background.close()
    assert time.monotonic() < before + 3
    assert capsys.readouterr().err == ""


# ---- the server


def server(folder: Path, *words: str) -> tuple[subprocess.Popen[str], str]:
    """A server in a process of its own, and the address that it prints."""
    command = [sys.executable, "-m", "torparse", "review", str(folder), "--no-browser", *words]
    # whoever starts the tests in the background has Ctrl-C left out, and a process inherits that
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(3)]
    found = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", "".join(lines))
    assert found is not None, (lines, process.stderr.read() if process.stderr else "")
    return process, found[0]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_the_server_answers_and_ends(tmp_path: Path, end: signal.Signals) -> None:
    for number in ("three", "four", "five"):
        write(tmp_path, f"{number}.txt", number)
    process, address = server(tmp_path)
    try:
        with httpx.Client() as client:
            answer = client.get(address, follow_redirects=True)
            assert (answer.status_code, answer.url.path, answer.url.query) == (200, "/documents", b"")
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")
            assert "server" not in answer.headers
            port = answer.url.port
            # a body that never ends is not waited for
            with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
                plain.sendall(f"POST /reviewer HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                assert plain.recv(100).startswith(b"HTTP/1.1 403")
        assert httpx.get(address.partition("?")[0]).status_code == 403
        # only this machine can reach it
        listening = subprocess.run(["ss", "-ltn"], capture_output=True, text=True, check=False).stdout
        assert not listening or f"127.0.0.1:{port}" in listening
        process.send_signal(end)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0
    assert out == ""
    assert err == "\ntorparse: the review page has ended; everything that was saved is whole.\n"
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["five.txt", "four.txt", "three.txt"]


def test_the_process_apart_ends_with_the_server(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes((CORPUS / "saltmere-bay-lsp-governance-2007.pdf").read_bytes())
    process, _ = server(tmp_path)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        pytest.skip("the system does not tell a process's children")
    begun = time.monotonic()
    below: list[str] = []
    while not below and time.monotonic() < begun + 30:
        tasks = Path(f"/proc/{process.pid}/task").iterdir()
        below = [pid for task in tasks for pid in (task / "children").read_text().split()]
    assert below
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in err
    gone = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in below) and time.monotonic() < gone:
        time.sleep(0.05)
    assert not [pid for pid in below if Path(f"/proc/{pid}").exists()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "does not exist. Give the folder that holds the documents."),
        (["a.txt"], "is not a folder. Give the folder that holds the documents."),
        ([".", "--port", "80"], "torparse: --port: must be 1024 to 65535. Leave it out to have a free one."),
        ([".", "--max-input", "0"], "torparse: --max-input: must be at least 1 MiB."),
    ],
)
def test_wrong_use_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.txt")
    assert cli.main(["review", *words, "--no-browser"]) == 2
    assert capsys.readouterr().err.strip().endswith(said)


def test_a_port_that_is_taken_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli.main(["review", str(tmp_path), "--no-browser", "--port", str(port)]) == 2
    assert f"port {port} cannot be used" in capsys.readouterr().err
