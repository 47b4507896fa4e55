"""``torparse read``: what it shows in a terminal, as JSON and as a page."""

from __future__ import annotations

import base64
import json
import re
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

sys.path.append(str(Path(__file__).parent / "readers"))
from make_files import levels, numbering, p, pdf, word

from conftest import ROOT
from torparse import left_out, reading, workers
from torparse.cli import main
from torparse.readers import read
from torparse.reading_forms import KINDS, MARK, ROLES, WIDTH
from torparse.reading_view import SIGNS

CORPUS = ROOT / "corpus"
SALTMERE = CORPUS / "saltmere-bay-lsp-governance-2007.pdf"
ATTACK = "<script>alert(1)</script> & <b>bold</b>"

HEADING_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>'
    "</w:pPr></w:style>"
)
TABLE = (
    "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
).format(p("Meetings"), p("Four a year"), p("Quorum"), p("Three members"))
LIST = numbering(levels(("decimal", "%1."), ("lowerLetter", "(%2)")), "")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A Word file with a heading, a numbered list in two levels, a bulletless paragraph and a table."""
    return word(
        tmp_path / "mixed.docx",
        p("Terms of Reference", style="Heading2")
        + p("The Board advises the Council on the matters that follow, and on no others.")
        + p("The members are:", num=(1, 0))
        + p("two councillors;", num=(1, 1))
        + TABLE,
        parts={"numbering": LIST, "styles": HEADING_STYLE},
    )


def shown(capsys: Any, *arguments: str | Path, code: int = 0) -> str:
    """What ``torparse read`` prints on standard output."""
    assert main(["read", *map(str, arguments)]) == code
    return str(capsys.readouterr().out)


# ---- in a terminal


def test_blocks_are_named_with_level_label_and_place(mixed: Path, capsys: Any) -> None:
    lines = shown(capsys, mixed).splitlines()
    assert lines[0].startswith("mixed.docx: docx, terms of reference, ")
    assert lines[0].endswith("8 blocks, 0 tracked changes, 0 comments")
    rows = [" ".join(line.split()) for line in lines]
    assert "¶0 heading 2 Terms of Reference" in rows
    assert "¶2 paragraph (list item) 1 The members are:" in rows
    # nesting and how an officer cites it
    assert "¶3 list item 2 (a) two councillors; [1(a)]" in rows
    assert any(re.search(r"item 2 {15}\(a\)", line) for line in lines)


def test_tables_are_shown_by_row_and_column(mixed: Path, capsys: Any) -> None:
    rows = [
        line.split(maxsplit=1)[1] for line in shown(capsys, mixed).splitlines() if " t0 " in line or "table" in line
    ]
    assert [" ".join(row.split()) for row in rows] == [
        "table 0: 2 rows, 2 columns",
        "cell t0 r0 c0 Meetings", "cell t0 r0 c1 Four a year", "cell t0 r1 c0 Quorum", "cell t0 r1 c1 Three members",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", [SALTMERE.name, "calderstoke-lsp-constitution-2005.docx", "pennow-valley-lifts-and-buses-2023.txt"]
)
def test_a_terminal_of_100_columns_is_enough(name: str, capsys: Any) -> None:
    lines = shown(capsys, CORPUS / name).splitlines()
    assert max(map(len, lines)) <= WIDTH
    # no word is lost
    document = read(CORPUS / name)
    words = re.findall(r"[^\W\d_]{4,}", document.text)
    assert not set(words) - set(re.findall(r"[^\W\d_]{4,}", "\n".join(lines)))


def test_pages_and_lines_are_shown(tmp_path: Path, capsys: Any) -> None:
    assert re.search(r"(?m)^   p2 paragraph +B7 ", shown(capsys, SALTMERE))
    assert ", 4 pages, " in shown(capsys, SALTMERE)
    (tmp_path / "a.txt").write_text("Terms of Reference\n\nThe quorum is three members.\n", encoding="utf-8")
    out = shown(capsys, tmp_path / "a.txt")
    assert re.search(r"(?m)^   l3 paragraph +The quorum", out)
    assert "tracked" not in out


def test_a_document_cannot_move_the_cursor(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.txt").write_text("Terms of Reference\n\nThe quorum \x1b[2J\x9bis three.\n", encoding="utf-8")
    out = shown(capsys, tmp_path / "a.txt")
    assert "\ufffd[2J\ufffdis three" in out
    assert "\x1b" not in out


def test_what_stands_beside_the_text_is_shown_apart(tmp_path: Path, capsys: Any) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The quorum is three members of the Board.")
    made.add_comment(paragraph.runs[0], text=f"Too low? {ATTACK}", author="A. Officer")
    made.sections[0].header.paragraphs[0].text = "Draft for the Board"
    made.save(str(tmp_path / "a.docx"))
    lines = shown(capsys, tmp_path / "a.docx").splitlines()
    assert "1 comment" in lines[0]
    at = lines.index("Beside the text, not read as part of it:")
    assert re.match(r"  comment \(A\. Officer, 20\d\d-.*\): Too low\? <script>", lines[at + 1])
    assert lines[-1] == "  header or footer: Draft for the Board"
    told = json.loads(shown(capsys, tmp_path / "a.docx", "--json"))
    assert [(one["text"], one["author"]) for one in told["comments"]] == [(f"Too low? {ATTACK}", "A. Officer")]
    assert told["running"] == ["Draft for the Board"]
    page = html.fromstring(shown(capsys, tmp_path / "a.docx", "--html"))
    items = [item.text_content() for item in page.xpath("//h2[text()='Beside the text']/following-sibling::ul/li")]
    assert items[0].endswith(f": Too low? {ATTACK}")
    assert items[1] == "Header or footer: Draft for the Board"


def test_warnings_are_on_stderr(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.pdf").write_text("Terms of Reference\n\nThe quorum is three members.\n", encoding="utf-8")
    for form in ([], ["--json"], ["--html"]):
        assert main(["read", *form, str(tmp_path / "a.pdf")]) == 0
        assert "torparse: a.pdf: The name ends in .pdf" in capsys.readouterr().err


# ---- as JSON


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*-20*.*")), ids=lambda path: path.name)
def test_json_is_the_document(path: Path, capsys: Any) -> None:
    told, document = json.loads(shown(capsys, path, "--json")), read(path)
    assert told["document"] == document.name
    for name in ("sha256", "media", "pages", "changes"):
        assert told[name] == getattr(document, name)
    assert [one["text"] for one in told["comments"]] == [one.text for one in document.comments]
    assert told["running"] == list(document.running)
    assert told["characters"] == len(document.text)
    assert told["warnings"] == list(document.warnings)
    assert [row["number"] for row in told["blocks"]] == list(range(1, len(document.blocks) + 1))
    for row, block in zip(told["blocks"], document.blocks, strict=True):
        assert row["text"] == document.text[row["start"] : row["end"]]
        for name in ("start", "end", "level", "label", "page", "line", "paragraph", "table", "row", "column"):
            assert row[name] == getattr(block, name)
        assert row["kind"] == str(block.kind)
        assert row["boxes"] == [
            {name: getattr(box, name) for name in ("page", "x0", "top", "x1", "bottom")} for box in block.boxes
        ]
        if row["seen"]:
            assert row["start"] <= row["seen"]["start"] < row["seen"]["end"] <= row["end"]
    assert {row["seen"]["role"] for row in told["blocks"] if row["seen"]} <= {str(role) for role in ROLES}


def test_json_says_what_torparse_sees(mixed: Path, capsys: Any) -> None:
    rows = json.loads(shown(capsys, mixed, "--json"))["blocks"]
    assert (rows[3]["kind"], rows[3]["label"], rows[3]["level"]) == ("list_item", "(a)", 2)
    assert rows[3]["seen"] == {
        "role": "item", "level": 2, "label": "(a)", "citation": "1(a)",
        "start": rows[3]["start"], "end": rows[3]["end"],
    }  # fmt: skip


# ---- as a page


@pytest.fixture(scope="module")
def saltmere(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("read") / "page.html"
    assert main(["read", str(SALTMERE), "-o", str(out)]) == 0
    return out.read_text(encoding="utf-8")


def test_a_pdf_has_a_picture_of_each_page(saltmere: str) -> None:
    from io import BytesIO

    from PIL import Image

    page = html.fromstring(saltmere)
    images = page.xpath("//img")
    assert [image.get("alt").split(" of the")[0] for image in images] == [f"Page {n} of 4" for n in range(1, 5)]
    for image, overlay in zip(images, page.xpath("//div[@class='drawn']/svg"), strict=True):
        kind, data = re.fullmatch(r"data:image/(\w+);base64,([\w+/=]+)", image.get("src")).groups()  # type: ignore[union-attr]
        picture = Image.open(BytesIO(base64.b64decode(data)))
        assert picture.format == kind.upper()
        # the same shape as the overlay, at about 110 dots to the inch
        width, height = map(float, overlay.get("viewbox").split()[2:])
        assert (picture.width / width, picture.height / height) == pytest.approx((110 / 72, 110 / 72), rel=0.01)


def test_every_block_has_its_boxes_over_the_page(saltmere: str) -> None:
    page, document = html.fromstring(saltmere), read(SALTMERE)
    on_pages = [{box.page for box in block.boxes} for block in document.blocks]
    assert len(page.xpath("//svg/a")) == sum(map(len, on_pages))
    for number, block in enumerate(document.blocks, 1):
        for at in {box.page for box in block.boxes}:
            (mark,) = page.xpath(f"//a[@id='p{at}-{number}']")
            lines = [
                tuple(float(r.get(k)) for k in ("x", "y", "width", "height")) for r in mark.xpath("rect[@class='line']")
            ]
            boxes = [box for box in block.boxes if box.page == at]
            assert lines == [pytest.approx((b.x0, b.top, b.x1 - b.x0, b.bottom - b.top), abs=0.06) for b in boxes]
            assert mark.xpath("string(title)").startswith(mark.xpath("string(text)") + ": ")
            assert mark.get("href") == f"#b{number}"


def test_a_block_over_two_pages_has_boxes_on_both(tmp_path: Path, capsys: Any) -> None:
    first = [(72, 90, "Terms of Reference"), (72, 700, "The Board consists of six members who are appointed by")]
    (tmp_path / "a.pdf").write_bytes(pdf([first, [(72, 150, "the council in May of every year.")]]))
    page = html.fromstring(shown(capsys, tmp_path / "a.pdf", "--html"))
    assert page.xpath("//svg/a/@id") == ["p1-1", "p1-2", "p2-2"]
    assert page.xpath("//svg/a/@href") == ["#b1", "#b2", "#b2"]
    assert page.xpath("//*[@id='b2']//a/@href") == ["#p1-2"]


@pytest.mark.parametrize("turn", ["", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 200 500 842]"])
def test_boxes_cover_dark_pixels(tmp_path: Path, capsys: Any, turn: str) -> None:
    # what is drawn and what is boxed are measured in the same way: no ink outside the boxes, ink in each
    from io import BytesIO

    from PIL import Image

    path = tmp_path / "a.pdf"
    lines = [(72, 90, "Terms of Reference"), (72, 300, "The quorum is three members of the Board")]
    path.write_bytes(pdf([lines]).replace(b"/MediaBox", f"{turn} /MediaBox".encode()))
    page = html.fromstring(shown(capsys, path, "--html"))
    picture = Image.open(BytesIO(base64.b64decode(page.xpath("//img/@src")[0].split(",")[1]))).convert("L")
    scale = picture.width / float(page.xpath("//div[@class='drawn']/svg/@viewbox")[0].split()[2])
    for box in page.xpath("//svg/a/rect[@class='line']"):
        x, y, width, height = (float(box.get(k)) * scale for k in ("x", "y", "width", "height"))
        area = (int(x) - 1, int(y) - 1, int(x + width) + 2, int(y + height) + 2)
        assert picture.crop(area).getextrema()[0] < 100
        picture.paste(255, area)
    assert picture.getextrema() == (255, 255)


def test_anchors_lead_to_and_fro(saltmere: str) -> None:
    page = html.fromstring(saltmere)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in page.xpath("//a/@href")]
    assert set(targets) <= set(ids)
    # from each block to its box and back
    for number in range(1, len(read(SALTMERE).blocks) + 1):
        (there,) = page.xpath(f"//*[@id='b{number}']//a[contains(@class, 'sign')]/@href")
        assert page.xpath(f"//*[@id='{there[1:]}']/@href") == [f"#b{number}"]


def test_the_page_needs_nothing_and_is_accessible(saltmere: str, mixed: Path, capsys: Any) -> None:
    for text in (saltmere, shown(capsys, mixed, "--html")):
        page = html.fromstring(text)
        assert page.get("lang") == "en-GB"
        assert not page.xpath("//script | //link | //iframe | //@onclick | //@srcset")
        assert all(source.startswith("data:image/") for source in page.xpath("//@src"))
        assert not re.findall(r"(?:src|href|url)\W{1,3}https?:", text)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
        assert policy == f"{nothing}; style-src 'unsafe-inline'; img-src data:"
        assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
        assert not page.xpath("//table[not(caption)] | //th[not(@scope)] | //img[not(@alt)]")
        for region in page.xpath("//*[@role='region']"):
            assert region.get("tabindex") == "0"
            assert region.get("aria-label") or page.xpath(f"//*[@id='{region.get('aria-labelledby')}']")
        steps = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(below - above <= 1 for above, below in pairwise(steps))
        # torparse knows the page as its own, where a folder of documents is read
        assert '<meta name="generator" content="torparse ' in text[:600]


def test_structure_is_html(mixed: Path, capsys: Any) -> None:
    page = html.fromstring(shown(capsys, mixed, "--html"))
    assert not page.xpath("//img")
    assert page.xpath("string(//h3)") == "Terms of Reference"
    assert page.xpath("normalize-space(//div[@class='text']//ul//p[2])") == "(a) two councillors;"
    assert [cell.xpath("string(.//span[@class='words'])") for cell in page.xpath("//table//td")] == [
        "Meetings", "Four a year", "Quorum", "Three members",
    ]  # fmt: skip
    assert page.xpath("string(//caption)") == "Table 0: 2 rows, 2 columns"


def test_list_items_are_nested(tmp_path: Path, capsys: Any) -> None:
    bullets = [(72, "One thing that the members do"), (100, "a part of it"), (72, "Another thing")]
    lines = [(x, 100 + 14 * i, f"• {text}") for i, (x, text) in enumerate(bullets)]
    (tmp_path / "a.pdf").write_bytes(pdf([[(72, 72, "Terms of Reference of the Board."), *lines]]))
    page = html.fromstring(shown(capsys, tmp_path / "a.pdf", "--html"))
    (top,) = page.xpath("//div[@class='text']/ul")
    assert [item.xpath("string(div/p[2])").strip() for item in top.xpath("li")] == [bullets[0][1], bullets[2][1]]
    assert [item.xpath("string(div/p[2])").strip() for item in top.xpath("li/ul/li")] == [bullets[1][1]]


def test_text_is_shown_as_text(tmp_path: Path, capsys: Any) -> None:
    name = tmp_path / "<i>a.pdf"
    name.write_bytes(pdf([[(72, 72, "Terms of Reference"), (72, 120, f"The quorum is three {ATTACK} members.")]]))
    out = shown(capsys, name, "--html")
    page = html.fromstring(out)
    assert not page.xpath("//script") + page.xpath("//main//b[text()='bold']") + page.xpath("//i")
    assert ATTACK in page.xpath("string(//*[@id='b2'])")
    assert ATTACK in page.xpath("string(//svg/a[2]/title)")
    assert "<i>a.pdf" in page.xpath("string(//h1)")
    assert "<script" not in out


def test_contacts_are_shown_as_they_stand(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.txt").write_text("Terms of Reference\n\nContact: Jo Bloggs, jo@example.org\n", encoding="utf-8")
    for form in ("--html", "--json", "--text"):
        assert "Jo Bloggs, jo@example.org" in shown(capsys, tmp_path / "a.txt", form)
    assert "as they stand" in shown(capsys, tmp_path / "a.txt", "--html")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf([[(72, 100, f"Paragraph number {n} of these terms of reference.")] for n in range(1, 71)]))
    return path


@pytest.mark.parametrize(
    ("pages", "first", "last", "said"),
    [
        ([], 1, 60, "pages 1 to 60 are shown"),
        (["--pages", "65-70"], 65, 70, "pages 65 to 70 are shown"),
        (["--pages", "3"], 3, 3, "page 3 is shown"),
        # beyond the end, and more than the usual number where asked for
        (["--pages", "1-999"], 1, 70, ""),
    ],
)  # fmt: skip
def test_not_every_page_is_pictured(
    long: Path, capsys: Any, pages: list[str], first: int, last: int, said: str
) -> None:
    page = html.fromstring(shown(capsys, long, "--html", *pages))
    alts = [alt.split()[1] for alt in page.xpath("//img/@alt")]
    assert alts == [str(n) for n in range(first, last + 1)]
    text = page.xpath("normalize-space(//main)")
    assert (said in text) if said else ("shown as a picture" not in text)
    # the text is that of all pages, and no link leads to a box that is not there
    assert len(page.xpath("//*[starts-with(@id, 'b')]")) == 70
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(page.xpath("//@id"))


@pytest.mark.parametrize("pages", ["0", "5-3", "a", "1-", "-3", "1,2"])
def test_pages_that_are_none(long: Path, capsys: Any, pages: str) -> None:
    assert main(["read", str(long), "--html", f"--pages={pages}"]) == 2
    assert capsys.readouterr().err == f"torparse: --pages: {pages!r} are no pages. Write them as 3 or 1-20.\n"


def test_pages_that_the_document_does_not_have(long: Path, capsys: Any) -> None:
    assert main(["read", str(long), "--html", "--pages", "71-80"]) == 2
    assert capsys.readouterr().err == "torparse: --pages: long.pdf ends at page 70.\n"
    assert main(["read", str(long), "--pages", "1"]) == 2
    assert "--pages: is for --html" in capsys.readouterr().err


def test_every_role_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == {*ROLES.values(), MARK}
    assert set(KINDS.values()) <= set(SIGNS)
    assert len({letter for letter, _ in SIGNS.values()}) == len(SIGNS)
    style = (ROOT / "src" / "torparse" / "templates" / "read.css").read_text(encoding="utf-8")
    for role in SIGNS:
        (colour,) = re.findall(rf"\.is-{role.replace(' ', '-')} {{ --role: #(\w{{6}}); }}", style)
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
        assert 1.05 / (luminance + 0.05) >= 4.5  # white on it (WCAG 2.2, 1.4.3)


# ---- into a file


@pytest.mark.parametrize(
    ("name", "option", "starts"),
    [
        ("a.html", [], "<!DOCTYPE html>"), ("a.htm", [], "<!DOCTYPE html>"), ("a.json", [], "{\n"),
        ("a.txt", [], "mixed.docx: docx"), ("a.txt", ["--html"], "<!DOCTYPE html>"),
        ("a.md", ["--text"], "Terms of Ref"),
    ],
)  # fmt: skip
def test_into_a_file(mixed: Path, tmp_path: Path, capsys: Any, name: str, option: list[str], starts: str) -> None:
    printed = shown(capsys, mixed, *option) if option else ""
    assert shown(capsys, mixed, *option, "-o", tmp_path / name) == ""
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(starts)
    assert not option or text == printed
    # whole, with nothing left beside it
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "mixed.docx"])


def test_a_file_of_ours_is_no_document(mixed: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "a.html"):
        assert main(["read", str(mixed), "-o", str(tmp_path / name)]) == 0
        assert left_out._ours(tmp_path / name)


def test_the_document_is_not_overwritten(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Terms of Reference\n\nThe quorum is three.\n", encoding="utf-8")
    before = path.read_bytes()
    for output in (path, tmp_path / "." / "a.txt"):
        assert main(["read", str(path), "--html", "-o", str(output)]) == 2
        assert f"{path}: is the document itself. Choose another file with -o." in capsys.readouterr().err
    assert path.read_bytes() == before


def test_what_stood_there_stays_where_nothing_can_be_written(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\n" + b"x" * 400)
    out = tmp_path / "out.html"
    out.write_text("before", encoding="utf-8")
    assert main(["read", str(tmp_path / "bad.pdf"), "-o", str(out)]) == 3
    assert out.read_text(encoding="utf-8") == "before"
    assert main(["read", str(SALTMERE), "-o", str(tmp_path / "missing" / "a.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err


# ---- damaged files


@pytest.mark.parametrize("form", ["--html", "--json", "--text"])
@pytest.mark.parametrize(
    ("name", "content"), [("bad.pdf", b"%PDF-1.4\n" + b"x" * 400), ("bad.docx", b"PK\x03\x04" + b"\x00" * 50)]
)
def test_a_damaged_file_is_one_line(tmp_path: Path, capsys: Any, form: str, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["read", str(tmp_path / name), form]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert name in said.err


def test_a_page_that_cannot_be_drawn_is_said(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    from torparse.readers import PageImage

    real = reading.readers.page_images

    def broken(*arguments: Any) -> Any:
        return tuple(PageImage(2, 0, 0, "", b"") if one.number == 2 else one for one in real(*arguments))

    monkeypatch.setattr(reading.readers, "page_images", broken)
    monkeypatch.setattr(workers, "run", lambda job, task, *_, **__: job(task))
    page = html.fromstring(shown(capsys, SALTMERE, "--html"))
    assert len(page.xpath("//img")) == 3
    assert "Page 2 of 4: no picture of it can be made" in page.xpath("normalize-space(//main)")
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(page.xpath("//@id"))


def test_pictures_are_made_in_the_process_apart(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    jobs = []
    real = workers.run

    def seen(job: Any, task: Any, *rest: Any, **named: Any) -> Any:
        jobs.append(job.func if isinstance(job, partial) else job)
        return real(job, task, *rest, **named)

    monkeypatch.setattr(workers, "run", seen)
    monkeypatch.setattr(reading.readers, "page_images", lambda *_: pytest.fail("drawn in this process"))
    assert "<img " in shown(capsys, SALTMERE, "--html")
    assert jobs == [reading.pictured]


def test_the_same_document_gives_the_same_page(saltmere: str, capsys: Any) -> None:
    assert shown(capsys, SALTMERE, "--html") == saltmere
