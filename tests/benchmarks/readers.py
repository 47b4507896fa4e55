"""How fast torparse reads each format, beside the bare engine that it builds on, in the same run.

    python tests/benchmarks/readers.py [--pages N] [--runs N] [--only FORMAT …] [--json FILE]

The documents are made on the fly. Reader and engines take turns, and the fastest run of each counts: what else runs on
the machine only makes a run slower. What counts is their ratio, not the milliseconds. The engines do much less: they
give characters with boxes, words or the text of all elements, but no paragraphs, headings, lists, tables, notes or
offsets. Peak memory is that of a process of its own (Python and the libraries included). Not a test: no time is ever
asserted.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import _documents as documents

from torparse import readers

OURS = "torparse"
SOME = 20  # pages that pdfplumber gets of a document: it takes seconds for a hundred
DOC_FILES = 20


@dataclass(frozen=True, slots=True)
class Case:
    """A document and what reads it. ``share`` is the part of the document that an engine goes through."""

    path: Path
    pages: int
    read: Mapping[str, Callable[[Path], object]]
    share: Mapping[str, float]


def pdf_boxes(path: Path) -> None:
    """The text of each page and the box of each of its characters, by pypdfium2."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for i in range(text.count_chars()):
            text.get_charbox(i)
        text.close()
        page.close()
    document.close()


def pdf_text(path: Path) -> None:
    """The text of each page, by pypdfium2: no boxes, so no lines, columns or tables either."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def pdf_words(path: Path) -> None:
    """The words of the first pages, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages[:SOME]:
            page.extract_words()
            page.close()


def pdf_tables(path: Path) -> None:
    """The tables of the first pages, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages[:SOME]:
            page.extract_tables()
            page.close()


def xml_walk(path: Path) -> str:
    """The characters of every element in the zip's XML parts, by lxml."""
    from lxml import etree

    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                for element in etree.fromstring(archive.read(name)).iter():
                    if element.text:
                        found.append(element.text)
    return "".join(found)


def docx_paragraphs(path: Path) -> list[str]:
    """The paragraphs of a Word file, by python-docx: without numbers, notes and tables."""
    import docx as python_docx

    return [paragraph.text for paragraph in python_docx.Document(str(path)).paragraphs]


def rtf_tokens(path: Path) -> int:
    """The control words, groups and characters, by one regular expression."""
    return sum(1 for _ in re.finditer(rb"\\[a-z]+-?\d* ?|\\'..|\\.|[{}]|[^\\{}\r\n]+", path.read_bytes(), re.DOTALL))


def html_parse(path: Path) -> str:
    """The page's text, by selectolax."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(path.read_bytes()).text()


def decoded(path: Path) -> list[str]:
    """The lines of a text."""
    return path.read_bytes().decode().splitlines()


def read_light(path: Path) -> object:
    """Rich Text by torparse's own reader, as on a machine without LibreOffice."""
    with mock.patch("torparse.readers._convert.program", return_value=""):
        return readers.read(path)


def case(name: str, folder: Path, pages: int) -> Case:
    """The document of a format and its engines, written into ``folder``."""
    path = folder / f"{name.replace(' ', '-')}.{name.split()[0]}"
    some = min(SOME, pages) / pages
    engines: dict[str, Callable[[Path], object]] = {}
    share: dict[str, float] = {}
    if name.startswith("pdf"):
        path.write_bytes(documents.pdf(pages, tables="tables" in name))
        engines = {"pypdfium2 text": pdf_text, "pypdfium2 character boxes": pdf_boxes, "pdfplumber words": pdf_words}
        engines |= {"pdfplumber tables": pdf_tables} if "tables" in name else {}
        share = {engine: some for engine in engines if engine.startswith("pdfplumber")}
    elif name in ("docx", "odt"):
        make = documents.docx if name == "docx" else documents.odt
        make(path, pages)
        engines = {"lxml walk": xml_walk}
    elif name == "docx plain":  # as python-docx writes it, which does not read the other one
        documents.old_word(path, pages)
        engines = {"python-docx paragraphs": docx_paragraphs, "lxml walk": xml_walk}
    else:
        maker, title, engine = {
            "rtf": (documents.rtf, "re tokens", rtf_tokens),
            "html": (documents.html, "selectolax text", html_parse),
            "md": (documents.markdown, "decode and split", decoded),
            "txt": (documents.txt, "decode and split", decoded),
        }[name]
        path.write_text(maker(pages), encoding="utf-8")
        engines = {title: engine}
    ours = read_light if name == "rtf" else readers.read
    return Case(path, pages, {OURS: ours} | engines, share)


NAMES = ("pdf", "pdf tables", "docx", "docx plain", "odt", "rtf", "html", "md", "txt")


def measure(one: Case, runs: int) -> dict[str, float]:
    """The least seconds of each for the whole document, after one run that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in one.read}
    for run in range(runs + 1):
        for name, read in one.read.items():
            begun = time.perf_counter()
            read(one.path)
            took = time.perf_counter() - begun
            if run:
                times[name].append(took / one.share.get(name, 1.0))
    return {name: min(taken) for name, taken in times.items()}


def peak(name: str, engine: str, path: Path) -> float | None:
    """The most memory that a process of its own takes, in MiB; None where the system does not say."""
    command = [sys.executable, __file__, "--peak", name, engine, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 and done.stdout.strip() else None


def own_peak(name: str, engine: str, path: Path) -> None:
    """Read the document once and print the peak of this process in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        case(name, Path(folder), 1).read[engine](path)
    status = Path("/proc/self/status")  # what getrusage says there begins with what the parent took
    if status.is_file():
        high = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        print(int(high[1]) / 1024 if high else "")
        return
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(most / (1024 * 1024 if sys.platform == "darwin" else 1024))


def rows(name: str, one: Case, runs: int) -> list[dict[str, object]]:
    """One line of the table for each that read the document."""
    size = one.path.stat().st_size / 1e6
    seconds = measure(one, runs)
    return [
        {
            "format": name, "reader": reader, "ms": round(1000 * took, 1), "pages/s": round(one.pages / took, 1),
            "MB/s": round(size / took, 2), "torparse/it": round(seconds[OURS] / took, 2),
            "peak MiB": round(peak(name, reader, one.path) or 0) or None,
        }
        for reader, took in seconds.items()
    ]  # fmt: skip


def doc_files(folder: Path) -> list[dict[str, object]]:
    """Old Word files: all in one conversion against a process for each. Nothing without LibreOffice."""
    from torparse.readers import _libreoffice

    if not _libreoffice.program():
        print("doc: skipped, LibreOffice is not installed", file=sys.stderr)
        return []
    made = [documents.old_word(folder / f"{i}.docx", 2 + i % 4) for i in range(DOC_FILES)]
    profile = (folder / "profile").as_uri()
    command = [_libreoffice.program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, made)], check=True, capture_output=True)
    paths = [one.with_suffix(".doc") for one in made]
    begun = time.perf_counter()
    with readers.prepare(paths) as prepared:
        together = [readers.read(path, prepared=prepared) for path in paths]
    between = time.perf_counter()
    apart = [readers.read(path) for path in paths]
    ended = time.perf_counter()
    if [one.text for one in together] != [one.text for one in apart]:
        raise SystemExit("doc: the texts differ")
    took = {f"{OURS}, one conversion": between - begun, f"{OURS}, one a file": ended - between}
    size = sum(path.stat().st_size for path in paths) / 1e6
    return [
        {
            "format": f"doc × {DOC_FILES}", "reader": reader, "ms": round(1000 * one, 1), "pages/s": None,
            "MB/s": round(size / one, 2), "torparse/it": round((between - begun) / one, 3), "peak MiB": None,
        }
        for reader, one in took.items()
    ]  # fmt: skip


def show(found: list[dict[str, object]]) -> None:
    """Print lines of the table."""
    for row in found:
        cells = [f"{'-' if value is None else value:>12}" for value in list(row.values())[2:]]
        print(f"{row['format']:12}{row['reader']:28}{''.join(cells)}", flush=True)


def main() -> None:
    """Measure, print a table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description="Reading of each format against the bare engine")
    parser.add_argument("--pages", type=int, default=120, help="pages of each document (120)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (5)")
    parser.add_argument("--only", nargs="+", choices=(*NAMES, "doc"), default=(*NAMES, "doc"), help="these formats")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--peak", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak:
        own_peak(given.peak[0], given.peak[1], Path(given.peak[2]))
        return
    if min(given.runs, given.pages) < 1:
        parser.error("--runs and --pages must be at least 1")
    print(f"reading, {given.pages} pages, fastest of {given.runs} interleaved runs")
    heads = ("ms", "pages/s", "MB/s", "torparse/it", "peak MiB")
    print(f"{'format':12}{'reader':28}{''.join(f'{head:>12}' for head in heads)}")
    found: list[dict[str, object]] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="torparse-")))
        for name in given.only:
            new = doc_files(folder) if name == "doc" else rows(name, case(name, folder, given.pages), given.runs)
            show(new)
            found += new
    if given.json:
        figures = {"pages": given.pages, "runs": given.runs, "rows": found}
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
