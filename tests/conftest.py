"""What tests share: where the development set is, and how a test says that it needs something."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def require(name: str, condition: bool, reason: str) -> None:
    """Skip the test with ``reason`` unless ``condition``; fail instead where TORPARSE_REQUIRE lists ``name``.

    CI sets TORPARSE_REQUIRE (a comma list), so that a test is never skipped there for want of something that
    CI is meant to have.
    """
    if condition:
        return
    if name in os.environ.get("TORPARSE_REQUIRE", "").split(","):
        pytest.fail(f"{name} is required here: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development set of real documents beside the checkout."""
    require(
        "shared", (SHARED / "corpus" / "seeds").is_dir(), "the development set ../shared is not beside the checkout"
    )
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """The five seed documents."""
    return shared / "corpus" / "seeds"
