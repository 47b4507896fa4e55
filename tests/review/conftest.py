"""Review pages for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review.client import Idle, Page, page_of


@pytest.fixture
def still(tmp_path: Path) -> Iterator[Page]:
    """The page of an empty folder, on which nothing is read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    with page_of(folder, background=Idle()) as page:
        yield page
