"""What the report on many documents takes: time beside that of reading them, memory, sizes, how quick its page is.

    python tests/benchmarks/comparison.py [DOCUMENTS]

The documents are those of ``corpus/`` with other names and numbers (``_many.py``), 60 unless another number is given;
the report is for up to 500. Seconds are this machine's: the ratios are what to compare. The page is opened in Chromium
where that and playwright are installed. Filtering under 200 ms and a page under 25 MB are what is asked for.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import _many

from torparse import pipeline, readers
from torparse.report import write_report

_FILTER = """async () => {
  const out = {};
  const time = async (name, id, value) => {
    const field = document.querySelector(id);
    const begun = performance.now();
    field.value = value;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    const handled = performance.now() - begun;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const shown = performance.now() - begun;
    while (document.querySelector("[aria-busy]")) await new Promise(done => setTimeout(done, 5));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    out[name] = [handled, shown, performance.now() - begun];
  };
  await time("provisions", "#choose-provision", "quorum");
  await time("all provisions", "#choose-provision", "");
  await time("bodies", "#choose-body", "board");
  await time("all bodies", "#choose-body", "");
  await time("order", "#choose-order", "stated");
  return out;
}"""


def _browsed(page: Path) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None or find_spec("playwright") is None:
        print("page: not opened, chromium or playwright is not installed")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 800})
        window.goto(page.as_uri(), timeout=300_000)
        painted = window.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        print(f"page: first paint after {painted:.0f} ms")
        for name, (handled, shown, whole) in window.evaluate(_FILTER).items():
            print(f"page: {name}: {handled:.0f} ms of script, shown after {shown:.0f} ms, all after {whole:.0f} ms")
        browser.close()


def _opened(workbook: Path) -> None:
    """Open the workbook in LibreOffice: what can be saved as a spreadsheet of another format was read."""
    program = shutil.which("soffice")
    if program is None:
        print("workbook: not opened, LibreOffice is not installed")
        return
    begun = time.perf_counter()
    profile = f"-env:UserInstallation={(workbook.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "ods", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=1800)
    size = workbook.with_suffix(".ods").stat().st_size / 1e6
    print(f"workbook: opened and saved by LibreOffice in {time.perf_counter() - begun:.0f} s ({size:.1f} MB)")


def main() -> None:
    """Make the documents, read them, write the report and open it; print what each took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        documents, out = Path(folder) / "documents", Path(folder) / "out"
        documents.mkdir()
        begun = time.perf_counter()
        records = [pipeline.extract_document(readers.read(path)) for path in _many.make(documents, count)]
        read = time.perf_counter() - begun
        begun = time.perf_counter()
        written = write_report(records, out, as_of=date(2026, 1, 31))
        spent = time.perf_counter() - begun
        clauses = sum(len(record.clauses) for record in records)
        print(f"{count} documents, {clauses} clauses: read in {read:.0f} s; {len(written)} files in {spent:.0f} s")
        print(f"report / reading: {spent / read:.2f}")
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
        for name in ("comparison.html", "comparison.xlsx"):
            print(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB")
        _browsed(out / "comparison.html")
        _opened(out / "comparison.xlsx")


if __name__ == "__main__":
    main()
