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


@pytest.fixture(scope="session", autouse=True)
def _kept_for_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one test reads, another need not: a cache of its own for each run, which all of its processes share."""
    base = tmp_path_factory.getbasetemp()
    os.environ["TORPARSE_CACHE"] = str((base.parent if base.name.startswith("popen-") else base) / "cache")


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
