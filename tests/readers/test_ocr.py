"""Text recognition: scans and pictures are read like the text they show, are marked, or say why they cannot be."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from make_files import Words, pdf
from PIL import Image

from conftest import ROOT, require
from torparse.contract import record_to_json
from torparse.errors import UnreadableInput
from torparse.model import Document
from torparse.pipeline import extract_document
from torparse.readers import Choices, Limits, find, read
from torparse.readers._ocr.gaps import closed, misled, moved_back
from torparse.readers._ocr.lines import runs_of
from torparse.readers._ocr.recognition import MAX_PIXELS, scale_of
from torparse.readers._ocr.tesseract import Line, Word, lines_of
from torparse.readers._ocr.upright import straightened
from torparse.readers._ocr.words import named

TERMS = (
    "Terms of Reference of the Merrow Partnership",
    "1. Quorum",
    "A quorum of the Board is five voting members, of whom two must be councillors.",
    "2. Meetings",
    "The Board meets six times a year and its meetings are held in the Town Hall.",
    "3. Notice",
    "Members must be given notice of each meeting at least ten working days before it.",
)
ALL_WORDS = " ".join(TERMS).split()
DOTS = 200  # an inch
HEIGHT = 300  # of the picture, in points
NEVER, FORCE = Choices(ocr="never"), Choices(ocr="force")


def lines(*texts: str, x: float = 72, y: float = 100, pitch: float = 24) -> list[Words]:
    return [(x, y + i * pitch, text) for i, text in enumerate(texts)]


def drawn(data: bytes, dots: float = DOTS) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    document = pdfium.PdfDocument(data)
    try:
        return [page.render(scale=dots / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


@cache
def terms() -> Image.Image:
    """The terms as a picture, of the upper part of the page."""
    whole = drawn(pdf([lines(*TERMS)]))[0]
    return whole.crop((0, 0, whole.width, HEIGHT * DOTS // 72))


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The terms as a picture, for tests that have it recognised."""
    require("tesseract", shutil.which("tesseract") is not None, "tesseract is not installed")
    return terms()


def scan(pictures: Sequence[Image.Image], dots: float = DOTS) -> bytes:
    """A PDF of nothing but pictures."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dots)
    return out.getvalue()


def scan_with_text(picture: Image.Image, texts: Sequence[Words], mode: int) -> bytes:
    """A page of 595 × HEIGHT points that is a picture, with text over it: drawn (mode 0) or invisible (mode 3)."""
    out = io.BytesIO()
    picture.save(out, "JPEG")
    shown = "\n".join(f"BT /F1 11 Tf {mode} Tr {x} {HEIGHT - y} Td ({text}) Tj ET" for x, y, text in texts)
    content = f"q 595 0 0 {HEIGHT} 0 0 cm /Im Do Q\n{shown}".encode()
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 8 /Filter /DCTDecode /Length {len(out.getvalue())} >>\nstream\n"
    ).encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    resources = b"<< /Font << /F1 " + font + b" >> /XObject << /Im 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents 4 0 R /Resources ".encode()
        + resources
        + b" >>",
        f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
        image + out.getvalue() + b"\nendstream",
    ]
    whole = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF\n"
    return whole + end.encode()


def joined(*parts: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole = pdfium.PdfDocument.new()
    for part in parts:
        whole.import_pages(pdfium.PdfDocument(part))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def saved(folder: Path, data: bytes, name: str = "scan.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def picture_file(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def words(found: Document) -> list[str]:
    return found.text.split()


def test_a_scan_is_read_and_marked(tmp_path: Path, page: Image.Image) -> None:
    found = read(saved(tmp_path, scan([page, page])))
    assert words(found) == ALL_WORDS * 2
    assert found.warnings == (
        "Pages 1–2 have no text and were read by text recognition; check quotes against the pages",
    )
    assert [one.page for one in found.recognised] == [1, 2]
    assert all(one.confidence is not None and 0.8 < one.confidence < 1 for one in found.recognised)
    assert found.pages == 2


def test_confidence_falls_and_the_clause_says_why(tmp_path: Path, page: Image.Image) -> None:
    scanned = extract_document(read(saved(tmp_path, scan([page]))))
    typed = extract_document(read(saved(tmp_path, pdf([lines(*TERMS)]), "typed.pdf")))
    assert [(c.type, c.value) for c in scanned.clauses] == [(c.type, c.value) for c in typed.clauses]
    assert {"quorum", "meeting_frequency", "notice"} <= {c.type for c in scanned.clauses}
    for one, other in zip(scanned.clauses, typed.clauses, strict=True):
        assert one.confidence <= 0.9 * other.confidence
        assert "text recognition" in one.notes[-1]
        assert not other.notes
    data = record_to_json(scanned)
    assert data["recognised"] == [{"page": 1, "confidence": scanned.document.recognised[0].confidence}]
    assert record_to_json(typed)["recognised"] == []


def test_boxes_are_where_the_words_are(tmp_path: Path, page: Image.Image) -> None:
    typed = read(saved(tmp_path, pdf([lines(*TERMS)]), "typed.pdf"))
    found = read(saved(tmp_path, scan([page])))
    expected = [box for block in typed.blocks for box in block.boxes]
    boxes = [box for block in found.blocks for box in block.boxes]
    assert len(boxes) == len(expected) == len(TERMS)
    for one, other in zip(boxes, expected, strict=True):
        assert (one.x0, one.x1) == pytest.approx((other.x0, other.x1), abs=3)
        assert (one.top, one.bottom) == pytest.approx((other.top, other.bottom), abs=4)


@pytest.mark.parametrize("slant", [-2.0, 0.7])
def test_boxes_of_a_slanted_page_cover_its_words(tmp_path: Path, page: Image.Image, slant: float) -> None:
    picture = page.rotate(slant, fillcolor=255, resample=Image.Resampling.BICUBIC)
    found = read(saved(tmp_path, scan([picture])))
    assert words(found) == ALL_WORDS
    ink = picture.point(lambda grey: 255 if grey < 100 else 0)
    before = sum(ink.histogram()[1:])
    for block in found.blocks:
        for box in block.boxes:
            area = [round(edge * DOTS / 72) for edge in (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1)]
            assert (box.bottom - box.top) < 50, "a box is much higher than its line"
            ink.paste(0, (area[0], area[1], area[2], area[3]))
    assert sum(ink.histogram()[1:]) < 0.01 * before


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side(tmp_path: Path, page: Image.Image, turn: int) -> None:
    upright = read(saved(tmp_path, scan([page]))).blocks[0].boxes[0]
    found = read(saved(tmp_path, scan([page.rotate(turn, expand=True)]), "turned.pdf"))
    assert words(found) == ALL_WORDS
    width, height = page.width * 72 / DOTS, page.height * 72 / DOTS
    expected = {  # the title's box on the page as it is shown
        90: (upright.top, width - upright.x1, upright.bottom, width - upright.x0),
        180: (width - upright.x1, height - upright.bottom, width - upright.x0, height - upright.top),
        270: (height - upright.bottom, upright.x0, height - upright.top, upright.x1),
    }[turn]
    box = found.blocks[0].boxes[0]
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(expected, abs=3)


def test_only_the_pages_without_text_are_recognised(tmp_path: Path, page: Image.Image) -> None:
    path = saved(tmp_path, joined(pdf([lines("The Bcard has rules of its own.")]), scan([page])))
    found = read(path)
    assert words(found) == ["The", "Bcard", "has", "rules", "of", "its", "own.", *ALL_WORDS]  # spelt as the file has it
    assert [one.page for one in found.recognised] == [2]
    assert found.warnings == ("Page 2 has no text and was read by text recognition; check quotes against the page",)
    left = read(path, choices=NEVER)
    assert left.text == "The Bcard has rules of its own."
    assert left.warnings == ("Page 2 has no text, only pictures, and was not read: text recognition is off",)
    assert not left.recognised


def test_a_stamped_reference_is_not_a_pages_text(tmp_path: Path, page: Image.Image) -> None:
    data = scan_with_text(page, [(300, 30, "Agenda item 7, Appendix A, page 31")], mode=0)
    found = read(saved(tmp_path, data))
    assert words(found)[-len(ALL_WORDS) :] == ALL_WORDS
    assert found.recognised


def test_text_left_by_an_earlier_recognition_is_kept_and_marked(tmp_path: Path) -> None:
    found = read(saved(tmp_path, scan_with_text(terms(), lines(*TERMS), mode=3)))
    assert words(found) == ALL_WORDS
    assert [(one.page, one.confidence) for one in found.recognised] == [(1, None)]
    assert "earlier text recognition" in found.warnings[0]
    record = extract_document(found)
    assert record.clauses
    assert all("text recognition" in clause.notes[-1] for clause in record.clauses)
    drawn_over = read(saved(tmp_path, scan_with_text(terms(), lines(*TERMS, *TERMS, pitch=18), mode=0)), choices=NEVER)
    assert not drawn_over.recognised


def test_force_reads_what_the_page_shows(tmp_path: Path, page: Image.Image) -> None:
    data = scan_with_text(page, lines(*[text.replace("five", "nine") for text in TERMS]), mode=3)
    assert "nine voting members" in read(saved(tmp_path, data)).text
    found = read(saved(tmp_path, data), choices=FORCE)
    assert words(found) == ALL_WORDS
    assert "whatever text the file holds" in found.warnings[0]
    assert found.recognised[0].confidence is not None


def test_never_says_how_to_have_it_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="has no text in it, only pictures of pages") as told:
        read(saved(tmp_path, scan([terms()])), choices=NEVER)
    assert told.value.todo == "Leave out --ocr never, or give the original"
    with pytest.raises(UnreadableInput, match="is a picture, and text recognition is off"):
        read(saved(tmp_path, picture_file(terms(), "PNG"), "a.png"), choices=NEVER)


@pytest.fixture
def no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where tesseract is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("torparse.readers._ocr.tesseract._PLACES", ())


@pytest.mark.usefixtures("no_program")
def test_without_the_program_the_pages_and_what_to_install_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"has no text in it, only pictures of pages 1–2\. Install") as told:
        read(saved(tmp_path, scan([terms(), terms()])))
    assert "tesseract-ocr" in str(told.value)
    assert "\n" not in str(told.value)
    mixed = read(saved(tmp_path, joined(pdf([lines("Rules.")]), scan([terms()]))))
    assert mixed.text == "Rules."
    assert mixed.warnings[0].startswith(
        "Page 2 has no text, only pictures, and was not read: install tesseract with its English data (Debian"
    )
    with pytest.raises(UnreadableInput, match="tesseract is missing"):  # asked for, so no silence
        read(saved(tmp_path, pdf([lines("Rules.")])), choices=FORCE)
    with pytest.raises(UnreadableInput, match=r"is a picture, whose text must be recognised\. Install tesseract"):
        read(saved(tmp_path, picture_file(terms(), "PNG"), "a.png"))
    assert read(saved(tmp_path, pdf([lines("Rules.")]))).warnings == ()


DOUBTFUL = (
    "<span class='ocr_line' title='bbox 10 20 110 40; baseline 0 -4; x_size 20; x_descenders 4'>"
    "<span class='ocrx_word' title='bbox 10 20 50 40; x_wconf 20'>qwx</span></span>"
)
"""What tesseract makes of specks."""


def program_that(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called tesseract on the path that knows English and otherwise ``does`` something (shell)."""
    made = folder / "bin" / "tesseract"
    made.parent.mkdir(exist_ok=True)
    known = "" if does == "nothing" else "eng"
    made.write_text(f'#!/bin/sh\ncase "$1" in --list-langs) echo "{known}";; *) {does};; esac\n')
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{made.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for tesseract is a shell script")
@pytest.mark.parametrize(
    ("does", "message"),
    [
        ("exec sleep 30", "takes more than 1 s"),
        ("exit 1", "stops with an error"),
        ("cat >/dev/null", "finds no text"),  # what tesseract does with heavy noise: nothing, and no error
        (f'cat >/dev/null; echo "{DOUBTFUL}"', "finds no text"),
        ("nothing", "Install the English data of tesseract"),
    ],
)
def test_what_goes_wrong_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, message: str) -> None:
    program_that(tmp_path, does, monkeypatch)
    with pytest.raises(UnreadableInput, match=message) as told:
        read(saved(tmp_path, scan([terms()])), limits=Limits(max_seconds=1))
    assert "\n" not in str(told.value)
    mixed = read(saved(tmp_path, joined(pdf([lines("Rules.")]), scan([terms()]))), limits=Limits(max_seconds=1))
    assert mixed.text == "Rules."
    assert "page 2" in mixed.warnings[0].lower()
    assert message.lower() in mixed.warnings[0].lower()


def test_noise_is_no_text(tmp_path: Path, page: Image.Image) -> None:
    noise = Image.effect_noise((page.width // 4, page.height // 4), 120)
    with pytest.raises(UnreadableInput, match="only pictures of page 1, and text recognition finds no text"):
        read(saved(tmp_path, scan([noise])))


@pytest.mark.parametrize(
    ("form", "name", "options"),
    [
        ("PNG", "a.png", {"dpi": (DOTS, DOTS)}),
        ("BMP", "a.bmp", {"dpi": (DOTS, DOTS)}),
        ("JPEG", "a.jpg", {}),  # says nothing of its size on paper, and is taken to be as long as A4
    ],
)
def test_pictures_are_read(tmp_path: Path, page: Image.Image, form: str, name: str, options: dict[str, object]) -> None:
    found = read(saved(tmp_path, picture_file(page, form, **options), name))
    assert words(found) == ALL_WORDS
    assert (found.media, found.pages, len(found.recognised)) == (form.lower(), 1, 1)
    box = found.blocks[0].boxes[0]
    larger = 1 if options else 842 / 595
    assert box.x0 == pytest.approx(72 * larger, abs=3)
    assert box.top < 100 * larger < box.bottom


def test_a_tiff_has_several_pages(tmp_path: Path, page: Image.Image) -> None:
    title = page.crop((0, 0, page.width, 108 * DOTS // 72))
    data = picture_file(page, "TIFF", save_all=True, append_images=[title], dpi=(DOTS, DOTS))
    found = read(saved(tmp_path, data, "a.tif"))
    assert words(found) == [*ALL_WORDS, *TERMS[0].split()]
    assert {block.page for block in found.blocks} == {1, 2}
    with pytest.raises(UnreadableInput, match="has 2 pages, more than the limit of 1"):
        read(tmp_path / "a.tif", limits=Limits(max_pages=1))


def test_a_damaged_page_does_not_cost_the_others(tmp_path: Path, page: Image.Image) -> None:
    data = bytearray(picture_file(page, "TIFF", save_all=True, append_images=[page], compression="tiff_lzw"))
    data[300:4000] = b"\x00" * 3700
    found = read(saved(tmp_path, bytes(data), "a.tif"))
    assert [one.page for one in found.recognised] == [2]
    assert "meets a damaged picture on page 1" in found.warnings[1]


def test_a_photograph_is_turned_by_what_the_camera_says_and_laid_on_white(tmp_path: Path, page: Image.Image) -> None:
    camera = Image.Exif()
    camera[0x0112] = 6  # shown after a quarter turn clockwise
    found = read(saved(tmp_path, picture_file(page.rotate(90, expand=True), "JPEG", exif=camera), "a.jpg"))
    assert words(found) == ALL_WORDS
    assert found.blocks[0].boxes[0].x0 == pytest.approx(72 * 842 / 595, abs=3)
    clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
    clear.putalpha(page.point(lambda grey: 255 - grey))  # black letters on nothing
    assert words(read(saved(tmp_path, picture_file(clear, "PNG"), "a.png"))) == ALL_WORDS


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (picture_file(Image.new("1", (20_000, 20_000)), "PNG"), "has 400 million pixels|is damaged"),
        (picture_file(Image.new("1", (11_000, 11_000)), "PNG"), "has 121 million pixels, more than the limit of 100"),
        (picture_file(terms(), "JPEG")[:9000], "is damaged: the picture in it cannot be opened"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "is damaged: the picture in it cannot be opened"),
        (b"II*\x00" + b"\xff" * 50, "is damaged: the picture in it cannot be opened"),
    ],
    ids=["bomb", "large", "cut", "empty", "tiff"],
)
def test_bad_pictures_give_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message) as told:
        read(saved(tmp_path, data, "a.png"))
    assert "\n" not in str(told.value)
    assert told.value.todo


def test_pictures_in_a_folder_are_left_out_unless_they_are_scans(tmp_path: Path) -> None:
    for name in ("logo.png", "photo.JPG", "fax.tif", "chart.svg"):
        saved(tmp_path, name.encode(), name)
    found = find([tmp_path])
    assert [one.id for one in found.files] == ["fax.tif"]
    assert dict(found.skipped)["logo.png"] == "a picture; name it itself to have its text recognised"
    assert dict(found.skipped)["chart.svg"] == "a picture, not a document"
    assert [one.id for one in find([tmp_path / "logo.png"]).files] == ["logo.png"]


@pytest.mark.parametrize(("width", "height"), [(595, 842), (14_400, 14_400), (10, 14_400), (1, 200_000)])
def test_the_picture_of_a_page_has_a_largest_size(width: float, height: float) -> None:
    scale = scale_of(width, height)
    assert width * height * scale**2 <= MAX_PIXELS * 1.01
    assert max(width, height) * scale < 32_767
    assert scale <= 300 / 72


def test_the_slant_of_a_page_is_measured() -> None:
    for slant in (-3.0, -0.4, 0.0, 0.4, 3.0):
        _, angle = straightened(terms().rotate(slant, fillcolor=255))
        assert angle == pytest.approx(slant, abs=0.15)
    assert straightened(Image.new("L", (600, 800), 255))[1] == 0.0


@pytest.mark.usefixtures("page")
def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = ROOT / "corpus" / "tolby-vale-vcs-forum-2010.pdf"
    original = [block for block in read(path).blocks if block.page == 1]
    found = read(saved(tmp_path, scan(drawn(path.read_bytes())[:1])))
    expected = read(path).text[: original[-1].end].split()
    assert SequenceMatcher(None, words(found), expected, autojunk=False).ratio() > 0.98
    assert "four of them are there." in " ".join(words(found))  # the last word of a paragraph, alone on its line


def test_numbers_set_apart_are_moved_up_to_their_text_and_back() -> None:
    picture = Image.new("L", (400, 60), 255)
    picture.paste(0, (10, 20, 30, 40))  # the number
    picture.paste(0, (130, 20, 300, 40))  # the text
    words_of = (Word("(2)", 10, 30, 0.9), Word("|", 60, 62, 0.5), Word("Ateach", 130, 300, 0.9))
    line = Line(words_of, 10, 38, 0.0, 20, 2)
    assert misled([line])
    assert not misled([Line((Word("(2)", 10, 30, 0.9), Word("At", 130, 300, 0.9)), 10, 38, 0.0, 20, 2)])
    made, moved = closed(picture, [line])
    assert made.point(lambda grey: 255 - grey).getbbox() == (102, 20, 300, 40)  # 8 pixels before the text
    again = Line((Word("(2)", 102, 122, 0.9), Word("At", 130, 160, 0.9)), 102, 38, 0.0, 20, 2)
    (back,) = moved_back([again], moved)
    assert [(word.text, word.x0) for word in back.words] == [("(2)", 10), ("At", 130)]
    bullet = Line((Word("e", 10, 18, 0.5), Word("how", 130, 160, 0.9)), 10, 38, 0.0, 20, 2)
    assert closed(picture, [bullet])[1] == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("e", 0, 8), ("the", 40, 60), ("quorum", 68, 120)], ["• the quorum"]),  # a bullet stands off
        ([("e", 0, 8), ("the", 14, 34)], ["e the"]),  # a letter does not
        ([("Will", 0, 30), ("|", 38, 40), ("be", 48, 60)], ["Will I be"]),
        ([("(2)", 0, 20), ("|", 60, 62), ("Notice", 70, 120)], ["(2) Notice"]),  # behind a number set apart
        ([("Board", 0, 50), ("|", 80, 82), ("five", 110, 130)], ["Board", "five"]),  # the line between two cells
        ([("4:5", 0, 30), ("Members", 80, 150)], ["4.5 Members"]),
        ([("4:30", 0, 30), ("pm", 38, 60)], ["4:30 pm"]),  # a time
        ([("4.5", 0, 30), ("Members", 80, 150)], ["4.5 Members"]),
        ([("Board", 0, 50), ("Members", 100, 180)], ["Board", "Members"]),
    ],
)
def test_marks_that_are_misread(given: list[tuple[str, int, int]], expected: list[str]) -> None:
    line = Line(tuple(Word(text, x0, x1, 0.9) for text, x0, x1 in given), 0, 100, 0.0, 20, 5)
    assert [run.text for run in runs_of(line, 2.0)] == expected


def test_hocr_gives_words_with_their_line() -> None:
    said = (
        b"<html><body><span class='ocr_line' title=\"bbox 10 20 110 40; baseline 0.01 -4; x_size 20; x_descenders 4\">"
        b"<span class='ocrx_word' title='bbox 10 20 50 40; x_wconf 91'><strong>No</strong></span>"
        b"<span class='ocrx_word' title='bbox 60 20 110 40; x_wconf 50'> </span></span></body></html>"
    )
    assert lines_of(said) == [Line((Word("No", 10, 50, 0.91),), 10, 36, 0.01, 20, 4)]
    assert lines_of(b"") == []


@pytest.mark.parametrize(
    ("pages", "expected"),
    [([3], "page 3"), ([1, 2, 3], "pages 1–3"), ([1, 3, 4, 9], "pages 1, 3–4 and 9"), ([5, 2], "pages 2 and 5")],
)
def test_pages_are_named(pages: list[int], expected: str) -> None:
    assert named(pages) == expected
    assert named(range(1, 60, 2)).endswith("17, 19 …")
