"""The program tesseract, which recognises the text of a picture: where it is, running it, and what it says.

It runs on one thread of its own (several pages go at once instead, which is faster), gets its picture on standard input
and writes no file. Its hOCR output is read: words with their boxes, and for each line the baseline and the height of
its letters, which its table of words does not have.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

INSTALL = (
    "Install tesseract with its English data (Debian, Ubuntu: tesseract-ocr; macOS: brew install tesseract; Windows: "
    "winget install UB-Mannheim.TesseractOCR)"
)
_PLACES = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
)
_LANGUAGE = "eng"
ONE_COLUMN, COLUMNS = "4", "3"
"""Two ways to divide a page: the first keeps a number set apart on the line of its text, of which the second, the usual
one, makes a column and reads it worse; the second keeps the lines of two columns apart, which the first mixes up."""
_START_SECONDS = 10.0
_NUMBER = r"-?\d+(?:\.\d+)?"


class Failed(Exception):
    """The program did not do its work; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in pixels from the top left corner; ``sure`` is 0 to 1."""

    text: str
    x0: float
    x1: float
    sure: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line. The baseline is at ``base`` pixels from the top where the line begins (``x0``) and goes down
    by ``slope`` pixels for each to the right. ``height`` is that from the descents to the ascents of its letters,
    ``descent`` what of it is below the baseline, in pixels.
    """

    words: tuple[Word, ...]
    x0: float
    base: float
    slope: float
    height: float
    descent: float


def program() -> str:
    """The path of the program, or an empty string where it is not installed."""
    return shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), "")


def lacking() -> str:
    """What must be done before text can be recognised, or an empty string where all is there."""
    if not program():
        return INSTALL
    try:
        found = _run("--list-langs", data=b"", seconds=_START_SECONDS).decode("utf-8", "replace").split()
    except Failed as error:
        return f"tesseract {error}; install it again"
    if _LANGUAGE not in found:
        return "Install the English data of tesseract (eng.traineddata; Debian, Ubuntu: tesseract-ocr-eng)"
    return ""


def recognise(picture: Image.Image, dpi: float, seconds: float, division: str = ONE_COLUMN) -> list[Line]:
    """The lines of an upright grey picture in the program's order; raises Failed."""
    said = _run(
        "-", "-", "--psm", division, "--dpi", str(max(70, round(dpi))), "-l", _LANGUAGE,
        "-c", "tessedit_create_hocr=1", data=_pixels(picture), seconds=seconds,
    )  # fmt: skip
    return lines_of(said)


def turned(picture: Image.Image, seconds: float) -> int:
    """By how many degrees (0, 90, 180, 270) a picture must be turned clockwise to stand upright; 0 where unknown."""
    try:
        said = _run("-", "-", "--psm", "0", data=_pixels(picture), seconds=seconds).decode("utf-8", "replace")
    except Failed:
        return 0  # too few letters, or the data for it (osd) is not installed
    found = re.search(r"^Rotate: (\d+)", said, re.MULTILINE)
    return int(found[1]) % 360 if found else 0


def lines_of(hocr: bytes) -> list[Line]:
    """The lines in hOCR (a web page with boxes in the titles of its elements)."""
    from lxml import html

    if not hocr.strip():
        return []
    found = []
    for element in html.document_fromstring(hocr).xpath("//*[*[@class='ocrx_word']]"):
        title = element.get("title", "")
        left, _, _, bottom = _numbers(title, "bbox", 4)
        slope, offset = _numbers(title, "baseline", 2)
        (height,), (descent,) = _numbers(title, "x_size", 1), _numbers(title, "x_descenders", 1)
        words = []
        for one in element.xpath("*[@class='ocrx_word']"):
            x0, _, x1, _ = _numbers(one.get("title", ""), "bbox", 4)
            sure = _numbers(one.get("title", ""), "x_wconf", 1)[0] / 100
            text = " ".join(one.text_content().split())
            if text and x1 > x0:
                words.append(Word(text, x0, x1, sure))
        if words and height > 0 and "textangle" not in title:
            found.append(Line(tuple(words), left, bottom + offset, slope, height, descent))
    return found


def _numbers(title: str, name: str, count: int) -> tuple[float, ...]:
    """The numbers behind a name in an hOCR title; zeros where it is not there."""
    found = re.search(rf"\b{name}((?:\s+{_NUMBER}){{{count}}})", title)
    return tuple(map(float, found[1].split())) if found else (0.0,) * count


def _pixels(picture: Image.Image) -> bytes:
    """The picture as a portable grey map, the simplest format that tesseract reads."""
    out = io.BytesIO()
    picture.save(out, "PPM")
    return out.getvalue()


def _run(*arguments: str, data: bytes, seconds: float) -> bytes:
    """What the program writes on standard output; raises Failed."""
    try:
        done = subprocess.run(
            [program(), *arguments], input=data, capture_output=True, check=False, timeout=seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Failed(f"takes more than {seconds:g} s") from error
    except OSError as error:
        raise Failed(f"cannot be started ({error.strerror})") from error
    if done.returncode != 0:
        raise Failed("stops with an error")
    return done.stdout
