"""Who is let in, what a form must carry, how much is taken, and that names and texts of others do no harm."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import Headers

from readers.make_files import p, word
from review.client import ORIGIN, PORT, Browser, Idle, Page, awaited, page_of, pieces, text_of
from torparse.review import files, posted
from torparse.review.guard import HEADERS
from torparse.review.pages import READ_ONLY
from torparse.review.posted import Allowed
from torparse.review.session import Session, new_token

POSTS = (
    "/documents/add", "/documents/look", "/documents/put-back", "/documents/0123456789abcdef/remove",
    "/documents/0123456789abcdef/again", "/reviewer", "/draft-check", "/draft-check/x/forget", "/export",
    "/help/shortcuts", "/clause/0123456789abcdef/x", "/cell/0123456789abcdef", "/facts/0123456789abcdef",
    "/bodies/0123456789abcdef/rename", "/bodies/0123456789abcdef/merge", "/bodies/0123456789abcdef/split",
    "/history/undo",
)  # fmt: skip
SCREENS = ("/documents", "/queue", "/compare", "/checklists", "/draft-check", "/history", "/export", "/help")


def refused(page: Page, method: str, path: str, **options: Any) -> bool:
    """Whether a request is refused with one plain sentence and nothing else."""
    answer = page.browser.ask(method, path, **options)
    sentence = answer.headers["content-type"].startswith("text/plain") and answer.text.count("\n") == 1
    return answer.status_code == 403 and sentence and answer.text.endswith(".\n")


# ---- the token


def test_the_token_is_long_and_new_each_time() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert len(new_token()) >= 43  # 256 bits


def test_the_token_lets_in_and_leaves_the_address(still: Page) -> None:
    browser = Browser(still.app, still.session)
    assert browser.get("/documents").status_code == 403
    answer = browser.get(f"/documents?follow=1&token={still.session.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents?follow=1")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"torparse_{PORT}=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert still.session.token not in cookie
    assert browser.get("/documents").status_code == 200


def test_the_token_leads_to_no_other_site(still: Page) -> None:
    for path in ("//elsewhere.example/", "///elsewhere.example", "/\\elsewhere.example"):
        answer = still.browser.get(f"{ORIGIN}{path}?token={still.session.token}")
        assert answer.headers["location"].startswith("/")
        assert not answer.headers["location"].startswith(("//", "/\\"))


@pytest.mark.parametrize("token", ["", "wrong", "the-token-of-a-tes", "the-token-of-a-testt", "thé"])
def test_a_wrong_token_lets_nobody_in(still: Page, token: str) -> None:
    still.browser = Browser(still.app, still.session)
    assert refused(still, "GET", "/", params={"token": token})
    assert not still.browser.cookies


def test_a_cookie_of_an_earlier_run_lets_nobody_in(still: Page) -> None:
    earlier = Session(PORT, "another-token")
    still.browser.cookies.clear()
    for value in (earlier.pass_, still.session.token, still.session.csrf, ""):
        assert refused(still, "GET", "/documents", headers={"cookie": f"{still.session.cookie}={value}"})
    assert not refused(still, "GET", "/documents", headers={"cookie": f"{still.session.cookie}={still.session.pass_}"})


@pytest.mark.parametrize("path", [*SCREENS, "/", "/static/review.css", "/export/reports.zip", "/nothing"])
def test_nothing_is_shown_without_the_token(still: Page, path: str) -> None:
    still.browser = Browser(still.app, still.session)
    assert refused(still, "GET", path)


def test_secrets_are_told_apart_and_not_shown() -> None:
    session = Session(1, "secret")
    assert len({session.token, session.pass_, session.csrf}) == 3
    assert "secret" not in repr(session)


# ---- Host, Origin, CSRF


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.1.evil.example:{PORT}",
        f"localhost.:{PORT}", f"127.0.0.2:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}", "", f"127.0.0.1:{PORT}:1",
    ],
)  # fmt: skip
def test_another_host_is_refused(still: Page, host: str) -> None:
    assert refused(still, "GET", "/documents", headers={"host": host})
    assert refused(still, "GET", f"/?token={still.session.token}", headers={"host": host})


def test_both_names_of_this_machine_are_taken(still: Page) -> None:
    for host in (f"127.0.0.1:{PORT}", f"localhost:{PORT}"):
        assert still.browser.get("/documents", headers={"host": host}).status_code == 200


def test_two_hosts_are_refused(still: Page) -> None:
    headers = [("host", f"127.0.0.1:{PORT}"), ("host", "evil.example")]
    assert refused(still, "GET", "/documents", headers=headers)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        # the other name of this machine is another origin
        {"origin": f"http://localhost:{PORT}"},
        {"origin": f"{ORIGIN}.evil.example"},
        {"referer": "http://evil.example/"},
        {"referer": f"{ORIGIN}.evil.example/"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": ORIGIN, "sec-fetch-site": "same-site"},
        {},
    ],
    ids=str,
)
def test_a_form_from_elsewhere_is_refused(still: Page, path: str, headers: dict[str, str]) -> None:
    answer = still.browser.post(path, {"name": "Mallory"}, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/plain; charset=utf-8")
    assert "set-cookie" not in answer.headers


def test_a_form_of_ours_is_taken(still: Page) -> None:
    for headers in (
        {"origin": ORIGIN},
        {"referer": f"{ORIGIN}/documents"},
        {"origin": ORIGIN, "sec-fetch-site": "same-origin"},
    ):
        assert still.browser.post("/reviewer", {"name": "Sam"}, headers=headers).status_code == 303


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("csrf", ["", "0" * 64, "é"])
def test_a_form_without_the_field_is_refused(still: Page, path: str, csrf: str) -> None:
    assert still.browser.post(path, csrf=csrf).status_code == 403
    files_ = [("files", ("a.txt", b"Terms", "text/plain")), ("draft", ("a.txt", b"Terms", "text/plain"))]
    for sent in (files_[:1], files_[1:]):
        answer = still.browser.post(path, csrf=csrf, files=sent)
        assert answer.status_code in (403, 413)  # 413: no files at all are taken at that path
    assert list(still.folder.iterdir()) == []


def test_every_route_that_changes_something_is_tried_here(still: Page) -> None:
    from starlette.routing import Route

    from torparse.review.screens import screens

    posts = {
        route.path
        for screen in screens()
        for route in screen.routes
        if isinstance(route, Route) and "POST" in (route.methods or ())
    }
    tried = {
        path.replace("0123456789abcdef", "{key}").replace("/x/", "/{key}/").replace("}/x", "}/{entry}")
        for path in POSTS
    }
    assert tried == posts


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(still: Page, method: str) -> None:
    assert still.browser.ask(method, "/documents").status_code == 405


def test_every_answer_has_the_headers(still: Page) -> None:
    stranger = Browser(still.app, still.session)
    answers = [*map(still.browser.get, (*SCREENS, "/", "/nothing", "/static/review.js")), stranger.get("/")]
    answers += [still.browser.post("/reviewer"), stranger.post("/reviewer"), still.browser.ask("PUT", "/")]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)
        assert len(answer.headers.get_list("content-security-policy")) == 1


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    policy = HEADERS["Content-Security-Policy"]
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
        assert rule in policy
    assert not any(word in policy for word in ("unsafe", "http", "*", "blob"))


@pytest.mark.parametrize("path", SCREENS)
def test_no_page_has_anything_inline_or_from_elsewhere(still: Page, path: str) -> None:
    from lxml import html

    page = html.fromstring(still.browser.get(path).text)
    assert not page.xpath("//style | //script[not(@src)] | //*[@style]")
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]
    addresses = page.xpath("//@href | //@src | //@action")
    assert addresses
    assert all(address.startswith(("/", "#", "data:,")) and not address.startswith("//") for address in addresses)


# ---- how much is taken


def test_a_body_is_bounded_whatever_its_length_is_said_to_be(still: Page) -> None:
    headers = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
    field = f"csrf={still.session.csrf}&name=".encode()
    some = b"x" * 300_000
    answer = still.browser.ask("POST", "/reviewer", content=pieces(field, some), headers=headers)
    assert answer.status_code == 303
    answer = still.browser.ask("POST", "/reviewer", content=pieces(field, *[some] * 5), headers=headers)
    assert answer.status_code == 413
    assert "1 MiB" in answer.text


def test_an_endless_body_ends(still: Page) -> None:
    taken = 0

    async def endless() -> Any:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield b"x" * 100_000

    headers = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
    answer = still.browser.ask("POST", "/reviewer", content=endless(), headers=headers)
    assert answer.status_code == 413
    assert taken < 30


def test_one_file_that_is_too_large_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    with page_of(tmp_path, "--max-input", "1", background=Idle()) as page:
        large, small = b"Large " * 200_000, b"Terms of Reference\n\nThe quorum is three members.\n"
        answer = page.browser.upload("/documents/add", "files", [("large.txt", large), ("small.txt", small)])
        said = text_of(page.browser.follow(answer))
        assert "1 document added. large.txt was not added: it is larger than 1 MiB." in said
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"small.txt": small}


def test_a_file_that_is_too_large_is_not_kept_whole() -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
    parts = [head, *[b"y" * 1000] * 9, b"\r\n--x--\r\n"]
    messages = [{"type": "http.request", "body": part, "more_body": part is not parts[-1]} for part in parts]

    async def receive() -> Any:
        return messages.pop(0)

    async def kept() -> bytes:
        headers = Headers({"content-type": "multipart/form-data; boundary=x"})
        form = await posted.read(headers, receive, Allowed(1, 2500))
        (file,) = posted.files_of(form, "files")
        data = await file.read()
        assert file.size == len(data)
        await form.close()
        return data

    assert awaited(kept()) == b"y" * 2501


def test_files_together_are_bounded(tmp_path: Path) -> None:
    with page_of(tmp_path, "--max-input", "1", background=Idle()) as page:
        some = [(f"{n}.txt", b"x" * 900_000) for n in range(14)]
        assert page.browser.upload("/documents/add", "files", some).status_code == 413
        assert (
            page.browser.upload("/documents/add", "files", [(f"{n}.txt", b"x") for n in range(201)]).status_code == 413
        )
        assert list(tmp_path.iterdir()) == []


def test_a_draft_is_one_file(still: Page) -> None:
    assert still.browser.upload("/draft-check", "draft", [("a.txt", b"A"), ("b.txt", b"B")]).status_code == 413


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("", b"", 415),
        ("multipart/form-data", b"", 400),
        ("multipart/form-data; boundary=x", b"no boundary here", 400),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n", 400),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(1002)), 400),
        ("application/x-www-form-urlencoded", b"\xff\xfe%zz=%00", 403),
    ],
)
def test_a_body_that_is_no_form_is_refused(still: Page, kind: str, body: bytes, status: int) -> None:
    headers = {"origin": ORIGIN, "content-type": kind}
    assert still.browser.ask("POST", "/reviewer", content=body, headers=headers).status_code == status


# ---- names that people send


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Terms of Reference (v2) - 2009_final.docx", "Terms of Reference (v2) - 2009_final.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\Windows\\system.txt", "system.txt"),
        ("/absolute/terms.txt", "terms.txt"),
        ("C:\\papers\\terms.txt", "terms.txt"),
        ("C:terms.txt", "C_terms.txt"),
        (".hidden.txt", "hidden.txt"),
        ("...txt", "txt"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b\r\nc\t.txt", "abc.txt"),
        ("<script>alert(1)</script>.txt", "script_.txt"),
        ("a<img src=x onerror=alert(1)>.txt", "a_img src_x onerror_alert(1)_.txt"),
        ("\"quote\" & 'apostrophe'.txt", "_quote_ _ _apostrophe_.txt"),
        ("Böckstraße 会議 Ärzte.pdf", "Böckstraße 会議 Ärzte.pdf"),
        # letters with marks of their own stay one word; two ways to write a letter are one
        ("हिन्दी.txt", "हिन्दी.txt"),
        ("Cafe\u0301.txt", "Café.txt"),
        # a name that would read the other way round
        ("terms\u202etxt.exe", "termstxt.exe"),
        ("con.txt", "_con.txt"),
        ("LPT1.docx", "_LPT1.docx"),
        ("conduct.txt", "conduct.txt"),
        ("  spaces   within .txt", "spaces within.txt"),
        ("ends with dots....", "ends with dots"),
        ("%2e%2e%2fterms.txt", "_2e_2e_2fterms.txt"),
        ("~$terms.docx", "__terms.docx"),
        ("terms.txt:stream", "terms.txt_stream"),
    ],
)
def test_safe_names(given: str, name: str) -> None:
    assert files.safe_name(given) == name


@pytest.mark.parametrize(
    "given", ["a" * 500 + ".docx", "会" * 500 + ".docx", "a." * 300 + "docx", "." * 400, "x." + "y" * 400]
)
def test_long_names_are_cut_and_keep_their_ending(given: str) -> None:
    name = files.safe_name(given)
    assert 0 < len(name) <= 120
    assert len(name.encode()) <= 200
    assert name.endswith(".docx") == given.endswith(".docx")


@pytest.mark.parametrize(
    "given", ["../outside.txt", "..\\outside.txt", "/outside.txt", "a/../../outside.txt", "....//outside.txt"]
)
def test_an_upload_stays_in_the_folder(still: Page, given: str) -> None:
    answer = still.browser.upload("/documents/add", "files", [(given, b"Terms of Reference")])
    assert answer.status_code == 303
    assert [path.name for path in still.folder.iterdir()] == ["outside.txt"]
    assert [path.name for path in still.folder.parent.iterdir()] == ["papers"]


def test_nothing_is_written_over(still: Page) -> None:
    (still.folder / "terms.txt").write_text("mine")
    for text in (b"one", b"two"):
        still.browser.upload("/documents/add", "files", [("Terms.txt", text)])
    found = {path.name: path.read_text() for path in still.folder.iterdir()}
    assert found == {"terms.txt": "mine", "Terms (2).txt": "one", "Terms (3).txt": "two"}


def test_a_name_is_no_path_on_the_way_back_either(still: Page) -> None:
    outside = still.folder.parent / "outside.txt"
    outside.write_text("mine")
    for document in ("../outside.txt", "../../outside.txt", str(outside), "", ".", "README.txt", "removed"):
        assert still.browser.post("/documents/put-back", {"document": document}).status_code == 409
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    "path",
    [
        "/export/files/..%2f..%2fsecret.txt", "/export/files/../secret.txt", "/export/files/secret.txt",
        "/export/files/%2e%2e", "/static/..%2fpage.css", "/static/base.html", "/static/../pages.py", "/static/%2e%2e",
        "/documents/..%2f..%2fx", "/draft-check/none/comments",
    ],
)  # fmt: skip
def test_addresses_are_no_paths(still: Page, path: str) -> None:
    reports = still.folder / "reports"
    reports.mkdir()
    (reports / "secret.txt").write_text("not in the list of reports")
    assert still.browser.get(path).status_code == 404


def test_a_list_of_reports_with_paths_in_it_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "secret.txt").write_text("mine")
    (tmp_path / "reports" / "link.html").symlink_to(tmp_path / "secret.txt")
    names = '["../secret.txt", "/etc/hostname", "a\\\\b", ".hidden", 7, "link.html", "matrix.csv"]'
    (tmp_path / "reports" / "run.json").write_text(f'{{"outputs": {names}}}')
    (tmp_path / "reports" / "matrix.csv").write_text("a,b\n")
    with page_of(tmp_path, background=Idle()) as page:
        assert page.browser.get("/export/files/link.html").status_code == 404
        assert page.browser.get("/export/files/matrix.csv").text == "a,b\n"
        assert page.browser.get("/export/files/..%2fsecret.txt").status_code == 404
    (tmp_path / "reports" / "run.json").write_text(f'{{"outputs": {names.replace("link.html", "..")}}}')
    with page_of(tmp_path, background=Idle()) as page:
        answer = page.browser.get("/export/reports.zip")
        assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == ["reports/matrix.csv"]


# ---- words that people send


SCRIPT = "<script>document.title='x'</script>"


def test_names_are_escaped(tmp_path: Path) -> None:
    # a file that somebody else put into the folder has whatever name it likes
    (tmp_path / "<img src=x onerror=alert(1)>.txt").write_text("Terms of Reference\n\nThe quorum is three.\n")
    (tmp_path / '"><b>bold.xyz').write_text("no document")
    with page_of(tmp_path, background=Idle()) as page:
        text = page.browser.get("/documents").text
        assert "<img" not in text
        assert "<b>bold" not in text
        assert "&lt;img src=x onerror=alert(1)&gt;.txt" in text


def test_what_is_said_is_escaped(still: Page) -> None:
    answer = still.browser.post("/reviewer", {"name": SCRIPT})
    page = still.browser.follow(answer)
    assert SCRIPT not in page.text
    assert "&lt;script&gt;" in page.text
    assert SCRIPT not in still.browser.get("/help").text


def test_a_name_cannot_add_a_header(still: Page) -> None:
    answer = still.browser.post("/reviewer", {"name": "Sam\r\nSet-Cookie: x=1; Domain=example.org; \u202e"})
    cookie = answer.headers.get_list("set-cookie")
    assert len(cookie) == 1
    assert cookie[0].count(";") == 4  # its own attributes
    assert "You are Sam Set-Cookie: x=1; Domain=example.org;." in text_of(still.browser.follow(answer))


# ---- a folder that is open for reading only


@pytest.mark.parametrize("path", ["/documents/add", "/documents/put-back", "/export"])
def test_nothing_is_written_into_a_folder_to_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "removed").mkdir()
    (tmp_path / "removed" / "a.txt").write_text("mine")
    with page_of(tmp_path, background=Idle(), read_only=True) as page:
        before = sorted(tmp_path.rglob("*"))
        answer = page.browser.post(
            path, {"document": "a.txt"}, files=[("files", ("b.txt", b"B"))] if "add" in path else None
        )
        assert answer.status_code == 403
        assert READ_ONLY in text_of(answer)
        assert sorted(tmp_path.rglob("*")) == before
        assert "Read only." in text_of(page.browser.get("/documents"))


# ---- a bomb


def test_a_bomb_is_one_line_beside_its_name(tmp_path: Path) -> None:
    bomb = word(tmp_path / "made.docx", p("x" * 5_000_000)).read_bytes()
    folder = tmp_path / "papers"
    folder.mkdir()
    with page_of(folder, "--max-unpacked", "1") as page:
        page.browser.upload("/documents/add", "files", [("bomb.docx", bomb)])
        assert page.background.wait()
        (item,) = page.workspace.items()
        assert (item.name, item.state) == ("bomb.docx", "failed")
        assert item.reason.startswith("unpacks to more than the limit")
        assert f"bomb.docx Not read: {item.reason}" in text_of(page.browser.get("/documents"))


def test_a_bomb_of_an_archive_is_one_line_beside_its_name(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("terms.txt", b"x" * 5_000_000)
    with page_of(tmp_path, "--max-unpacked", "1", background=Idle()) as page:
        answer = page.browser.upload("/documents/add", "files", [("bomb.zip", made.getvalue())])
        assert "bomb.zip Not read: unpacks to more than the limit" in text_of(page.browser.follow(answer))


def test_a_session_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Session(1, "a").token = "b"  # type: ignore[misc]
