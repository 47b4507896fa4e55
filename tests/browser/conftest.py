"""The browser, and the pages that are looked at in it: made once a run, whichever worker asks first."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.checks import Windows
from conftest import ROOT, require
from torparse.cli import main
from torparse.collect import CLEAN, FINDINGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CORPUS = ROOT / "corpus"
#: A draft, a covering report, and two documents with several bodies: more bodies than fit on one sheet.
COMPARED = (
    "askerdale-district-partnership-2015.md",
    "calderstoke-lsp-constitution-2005.docx",
    "isterby-together-cabinet-report-2012.pdf",
    "saltmere-bay-lsp-governance-2007.pdf",
)
_AS_OF = ("--as-of", "2026-01-31")
#: The file or folder that is written, and the command that writes it.
_COMMANDS: Mapping[str, Sequence[str]] = {
    "report": ["report", *(str(CORPUS / name) for name in COMPARED), *_AS_OF],
    "check.html": ["check", str(CORPUS / COMPARED[0]), "--html", *_AS_OF],
    "examples.html": ["examples", "notice", *(str(CORPUS / name) for name in COMPARED), "--near", "Ten days' notice."],
    "read-word.html": ["read", str(CORPUS / COMPARED[1]), "--html"],
    "read-pdf.html": ["read", str(CORPUS / COMPARED[3]), "--html"],
}
#: Pages that are looked at from all sides, by a short name.
PAGES = {
    "comparison": "report/comparison.html",
    "checklist": "report/checklist-saltmere-bay-lsp-governance-2007-pdf--partnership-board.html",
    "covering report": "report/checklist-isterby-together-cabinet-report-2012-pdf--isterby-together.html",
    "check": "check.html",
    "examples": "examples.html",
    "read PDF": "read-pdf.html",
    "read Word": "read-word.html",
}


@pytest.fixture(scope="session")
def folder(common: Path) -> Path:
    """The pages of ``PAGES``, with everything that is written beside them."""
    return _made(common / "browser-corpus", _COMMANDS)


@pytest.fixture(scope="session")
def seeds_report(common: Path, shared: Path) -> Path:
    """The report on the seeds."""
    return _made(common / "browser-seeds", {"report": ["report", str(shared / "corpus" / "seeds"), *_AS_OF]}) / "report"


def _made(folder: Path, commands: Mapping[str, Sequence[str]]) -> Path:
    """``folder`` with what ``commands`` write into it. One worker makes it, while the others wait."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            folder.mkdir(exist_ok=True)
            for name, command in commands.items():
                # 1 says that a draft has gaps, as it has
                assert main([*command, "-q", "-o", str(folder / name)]) in (CLEAN, FINDINGS)
            (folder / "made").touch()
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a screen."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    require("chromium", program is not None, "chromium is not installed")
    require("chromium", find_spec("playwright") is not None, "playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """Windows of the browser, without a network."""
    return Windows(browser)


@pytest.fixture(scope="session")
def axe_script() -> Path:
    """axe-core as the package from PyPI brings it."""
    found = find_spec("axe_playwright_python")
    require("chromium", found is not None, "axe-playwright-python is not installed")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "axe.min.js"
