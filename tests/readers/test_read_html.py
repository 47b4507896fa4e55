"""Web pages: what is content and what is not, headings, lists, tables, definitions, accordions, notes; bad pages."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from read_back import texts

from torparse.errors import UnreadableInput
from torparse.model import BlockKind, Document
from torparse.readers import read

H, P, F = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.FOOTNOTE,
)


def page(tmp_path: Path, body: str | bytes, *, head: str = "") -> Document:
    path = tmp_path / "a.html"
    data = body if isinstance(body, bytes) else f"<!DOCTYPE html><html><head>{head}</head><body>{body}".encode()
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a page's furniture
        ("<nav>Home</nav><header><a>Council</a></header><main><p>Quorum</p></main><aside>News</aside><footer>f</footer>",
         ["Quorum"]),
        # without a main part the furniture is left out by its elements, roles and names
        (('<header>Logo</header><div role="navigation">Home</div><ul class="breadcrumb"><li>Home</li></ul>'
          '<div id="cookie-banner">Accept</div><p>Five members.</p><div role="contentinfo">c</div>'),
         ["Five members."]),
        # a header that holds the page's heading is kept
        ("<header><h1>Terms</h1></header><p>Five.</p>", ["Terms", "Five."]),
        # the only article that holds most of the words is the content
        ("<p>Teaser</p><article><p>The quorum of the Board is five members.</p></article>",
         ["The quorum of the Board is five members."]),
        # several articles: none of them alone is the page
        ("<article><p>one two</p></article><article><p>three five</p></article>", ["one two", "three five"]),
        # scripts, styles, templates, forms, buttons, pictures
        (("<script>x()</script><style>p{}</style><template><p>t</p></template><select><option>o</select>"
          "<button>Go</button><svg><text>s</text></svg><p>Five.</p>"), ["Five."]),
        # hidden, unless a button opens it
        (('<p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no</p>'
          '<h2><button aria-controls="q">Quorum</button></h2><div id="q" hidden>Five.</div>'), ["Quorum", "Five."]),
        # a body whose class speaks of cookies is still the page
        ('<div class="has-cookies"><h1>Terms</h1><p>Five.</p></div>', ["Terms", "Five."]),
        # white space, entities, breaks
        ("<p>A  quorum\n of\tfive&nbsp;members &amp; the Chair&rsquo;s deputy<br>\n second line</p>",
         ["A quorum of five\xa0members & the Chair’s deputy\nsecond line"]),
        # two breaks end a paragraph, so does a label behind one; inline marks do not
        ("one<br><br>two<br>(a) three<br>4.5 Four <b>bo</b>ld<em> it</em>",
         ["one", "two", "(a) three", "4.5 Four bold it"]),
        # text beside blocks, and blocks in inline elements
        ("<div>before<p>in</p>after</div><a href='x'><h2>Linked</h2></a>", ["before", "in", "after", "Linked"]),
        # paragraphs that nobody closed
        ("<p>one<p>two<ul><li>three<li>four</ul>", ["one", "two", "three", "four"]),
        # deleted words are left out
        ("<p>Five <del>four </del><ins>three </ins>members</p>", ["Five three members"]),
        ("<pre>one\n two\n\nthree</pre>", ["one\ntwo", "three"]),
    ],
)  # fmt: skip
def test_what_is_content(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(page(tmp_path, body)) == expected


def test_deleted_words_are_said(tmp_path: Path) -> None:
    found = page(tmp_path, "<p>Five <del>four</del></p>")
    assert found.warnings == ("1 passages are marked as deleted and were left out",)


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        ("<h1>Terms</h1><p>x</p>", "<title>T</title>", [(H, 1, "Terms"), (P, 0, "x")]),
        # a page without a heading of its own has its title
        ("<p>x</p>", "<title>Terms of\n reference</title>", [(H, 1, "Terms of reference"), (P, 0, "x")]),
        # the heading stands outside the main part
        ("<h1>Terms</h1><main><h2>Quorum</h2><p>x</p></main>", "<title>T</title>",
         [(H, 1, "Terms"), (H, 2, "Quorum"), (P, 0, "x")]),
        # a summary without a heading is one, a level below the last
        (("<h1>T</h1><h2>A</h2><details><summary>Quorum</summary>Five.<details><summary>Deep</summary>x</details>"
          "</details><details><summary>Chair</summary><p>y</p></details>"), "",
         [(H, 1, "T"), (H, 2, "A"), (H, 3, "Quorum"), (P, 0, "Five."), (H, 4, "Deep"), (P, 0, "x"), (H, 3, "Chair"),
          (P, 0, "y")]),
        ("<h1>T</h1><details><summary><h3>Quorum</h3></summary>Five.</details>", "",
         [(H, 1, "T"), (H, 3, "Quorum"), (P, 0, "Five.")]),
        ('<h1>T</h1><button aria-expanded="false">Quorum</button><div>Five.</div>', "",
         [(H, 1, "T"), (H, 2, "Quorum"), (P, 0, "Five.")]),
    ],
)  # fmt: skip
def test_headings(tmp_path: Path, body: str, head: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    found = page(tmp_path, body, head=head)
    assert [(b.kind, b.level, t) for b, t in zip(found.blocks, texts(found), strict=True)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>x<li>y</ol>", [(1, "1.", "x"), (1, "2.", "y")]),
        ("<ul><li>x<ul><li>y</ul></ul>", [(1, "", "x"), (2, "", "y")]),
        ('<ol start="4" type="a"><li>x<li value="9">y<li>z</ol>', [(1, "d.", "x"), (1, "i.", "y"), (1, "j.", "z")]),
        ('<ol type="I" reversed><li>x<li>y</ol>', [(1, "II.", "x"), (1, "I.", "y")]),
        ('<ol style="list-style-type: lower-roman"><li>x<li>y</ol>', [(1, "i.", "x"), (1, "ii.", "y")]),
        ('<ol style="list-style: none"><li>4.5 x</ol>', [(1, "", "4.5 x")]),
        # what follows in the item is a paragraph; a nested list counts anew
        ("<ol><li><p>x</p><p>more</p><ol type='a'><li>y</ol><li>z</ol>",
         [(1, "1.", "x"), (0, "", "more"), (2, "a.", "y"), (1, "2.", "z")]),
        # the number of an item that is a heading is the heading's
        ("<ol><li><h2>Quorum</h2>x</ol>", [(2, "1.", "Quorum"), (0, "", "x")]),
        ('<ol><li hidden>x<li>y</ol>', [(1, "1.", "y")]),
    ],
)  # fmt: skip
def test_lists(tmp_path: Path, body: str, expected: list[tuple[int, str, str]]) -> None:
    found = page(tmp_path, body)
    assert [(b.level, b.label, t) for b, t in zip(found.blocks, texts(found), strict=True)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><caption>At a glance<tr><th>Body<th>Quorum<tr><td>Board<td>5</table>",
         [(None, None, None, "At a glance"),
          (0, 0, 0, "Body"), (0, 0, 1, "Quorum"), (0, 1, 0, "Board"), (0, 1, 1, "5")]),
        # cells over several columns and rows keep the others in their place
        ('<table><tr><td rowspan="2">tall<td colspan="2">wide<tr><td>a<td>b<tr><td>c<td>d<td>e</table>',
         [(0, 0, 0, "tall"), (0, 0, 1, "wide"), (0, 1, 1, "a"), (0, 1, 2, "b"),
          (0, 2, 0, "c"), (0, 2, 1, "d"), (0, 2, 2, "e")]),
        # a nested table stands behind its cell; lists in a cell keep their numbers
        ("<table><tr><td>a<table><tr><td>n1<td>n2</table><td>b<ol><li>x<li>y</ol></table>",
         [(0, 0, 0, "a"), (1, 0, 0, "n1"), (1, 0, 1, "n2"), (0, 0, 1, "b\n1. x\n2. y")]),
        # tables that only place things on the page
        ("<table><tr><td><p>one</p><p>two</p></table>", [(None, None, None, "one"), (None, None, None, "two")]),
        ('<table role="presentation"><tr><td>one<td>two</table>',
         [(None, None, None, "one"), (None, None, None, "two")]),
        ("<table><tr><td>menu<td><h1>Terms</h1>Five</table>",
         [(None, None, None, "menu"), (None, None, None, "Terms"), (None, None, None, "Five")]),
        # definitions: short ones are a table of two columns, long ones are headings with text
        ("<dl><dt>Quorum<dd>Five<dt>Chair<dt>Vice-Chair<dd>Elected<dd>Yearly</dl>",
         [(0, 0, 0, "Quorum"), (0, 0, 1, "Five"), (0, 1, 0, "Chair\nVice-Chair"), (0, 1, 1, "Elected\nYearly")]),
        ("<dl><div><dt>Quorum</dt><dd>Five</dd></div></dl>", [(0, 0, 0, "Quorum"), (0, 0, 1, "Five")]),
        ("<dl><dt>Quorum<dd><p>Five.</p><p>Three.</p></dl>",
         [(None, None, None, "Quorum"), (None, None, None, "Five."), (None, None, None, "Three.")]),
    ],
)  # fmt: skip
def test_tables(tmp_path: Path, body: str, expected: list[tuple[int | None, int | None, int | None, str]]) -> None:
    found = page(tmp_path, body)
    assert [(b.table, b.row, b.column, t) for b, t in zip(found.blocks, texts(found), strict=True)] == expected


def test_notes(tmp_path: Path) -> None:
    body = (
        '<p>Five<sup><a href="#fn1">1</a></sup> members in 10 m<sup>2</sup>.</p>'
        '<footer><ol><li id="fn1">By link. <a href="#ref1">↩</a></ol></footer>'
        '<aside id="fn2">no</aside>'
    )
    found = page(tmp_path, body.replace("footer>", "section>"))
    assert [(b.kind, b.label, t) for b, t in zip(found.blocks, texts(found), strict=True)] == [
        (P, "", "Five[1] members in 10 m2."), (F, "1", "By link."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><meta charset=utf-8><p>caf\xe9".encode(), "caf\xe9"),
        ("<html><meta charset='iso-8859-1'><p>\x93caf\xe9\x94".encode("latin-1"), "“caf\xe9”"),
        ("<html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\u0434\u0430".encode("koi8-r"),
         "\u0434\u0430"),
        # a declared encoding that does not fit, and one that nobody knows
        ("<html><meta charset=utf-8><p>caf\xe9".encode("cp1252"), "caf\xe9"),
        ("<html><meta charset=nonsense><p>caf\xe9".encode(), "caf\xe9"),
        ("<html><meta charset=base64><p>caf\xe9".encode(), "caf\xe9"),
        ("<html><p>caf\xe9".encode("utf-16"), "caf\xe9"),
        ("\ufeff<html><meta charset=iso-8859-1><p>caf\xe9".encode(), "caf\xe9"),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    assert page(tmp_path, data).text == text


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.htm", b"<p>The quorum is five.", "html"),  # a page without the usual beginning
        ("a.txt", b"\n<!-- saved --><HTML><p>x", "html"),
        ("a", b"<title>T</title><p>x", "html"),
        ("a.html", b"The quorum is five.", "txt"),  # no tags at all
        ("a.md", b"Some text <b>bold</b>", "md"),
    ],
)
def test_what_a_page_is_known_by(tmp_path: Path, name: str, data: bytes, media: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name).media == media


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200_000,  # the parser needs time by the square of the depth
        "<div></x>" * 200_000,
        "".join(f"<b id={i}>" for i in range(900)) + "<p>x" * 100_000,  # each paragraph repeats what is open
    ],
    ids=["depth", "closed by another", "formatting"],
)
def test_a_page_that_is_nested_beyond_reason(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableInput, match="nested too deeply"):
        page(tmp_path, body)


def test_a_deep_page_is_read(tmp_path: Path) -> None:
    assert texts(page(tmp_path, "<div>" * 800 + "Five" + "</div>" * 800)) == ["Five"]


@pytest.mark.parametrize("body", ["", "<nav>Home</nav>", "<script>render()</script>"])
def test_a_page_without_words(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableInput, match="has no text"):
        page(tmp_path, body)


def test_entities_of_a_document_type_are_not_read(tmp_path: Path) -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a&x;b</p>'
    assert "root:" not in page(tmp_path, data).text


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine: its address, and the requests that it was sent."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_nothing_is_fetched(tmp_path: Path) -> None:
    with listener() as (address, asked):
        found = page(
            tmp_path,
            f'<img src="{address}/a.png"><iframe src="{address}/b"></iframe><p>Five.</p>',
            head=f'<link rel="stylesheet" href="{address}/c.css"><script src="{address}/d.js"></script>',
        )
    assert texts(found) == ["Five."]
    assert asked == []
    assert found.warnings == ("1 frames show other pages, which were not read",)


def test_the_written_page_has_the_words_of_the_text_beside_it(shared: Path) -> None:
    folder = shared / "corpus" / "written"
    name = "nether-hallowby-neighbourhood-forum-page-2023"
    found = read(folder / f"{name}.html")
    beside = (folder / f"{name}.txt").read_text(encoding="utf-8").replace(" | ", " ").replace("\n- ", "\n")
    assert found.text.split() == beside.split()
