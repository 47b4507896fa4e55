"""The pages over a report in parts, in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import checks
from browser.checks import AXE, AXE_DARK, DARK, DESK, ENLARGED, FORCED, PHONE, Check, Setting, Windows
from parts_samples import documents, report

_CHECKS: tuple[tuple[Check, Setting], ...] = (
    (checks.outline, DESK),
    (checks.tables, DESK),
    (checks.references, DESK),
    (checks.neighbours, DESK),
    (checks.statuses, DESK),
    (checks.policy, DESK),
    (checks.fits, DESK),
    (checks.fits, PHONE),
    (checks.fits, ENLARGED),
    (checks.spaced, DESK),
    (checks.contrasts, DESK),
    (checks.contrasts, DARK),
    (checks.contrasts, FORCED),
    (checks.small, DESK),
    (checks.skips, DESK),
    (checks.tab_through, DESK),
    (checks.printed, DESK),
)


def test_the_index_and_a_page_of_documents(
    windows: Windows, axe_script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    report(monkeypatch, documents(tmp_path / "documents"), out, "--jobs", "1")
    for name in ("comparison.html", "documents-02.html"):
        for check, setting in _CHECKS:
            assert check(windows.open(out / name, setting).page) == [], (name, check.__name__)
        assert checks.axe(windows.open(out / name, AXE).page, axe_script) == [], name
        assert checks.axe_colours(windows.open(out / name, AXE_DARK).page, axe_script) == [], name
