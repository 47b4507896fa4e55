"""The documentation in the browser: axe-core objects to nothing in either palette, and nothing is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import checks
from browser.checks import AXE, AXE_DARK, Windows

PAGES = ("index", "reference/clause-types/quorum", "tutorials/regional-team")


@pytest.mark.parametrize("name", PAGES)
def test_axe_objects_to_nothing(windows: Windows, axe_script: Path, site: Path, name: str) -> None:
    page = site / f"{name}.html"
    light, dark = windows.open(page, AXE), windows.open(page, AXE_DARK)
    assert checks.axe(light.page, axe_script) == []
    assert checks.axe_colours(dark.page, axe_script) == []
    # a script of the site has run, and it is dark where the reader's system is
    schemes = [one.page.evaluate("document.body.dataset.mdColorScheme") for one in (light, dark)]
    assert schemes == ["default", "slate"]
    assert not [address for one in (light, dark) for address in one.requests if not address.startswith("file:")]
