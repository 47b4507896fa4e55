"""What tests share: where the development set is, and how a test says that it needs something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

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
def common(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def site(common: Path) -> Path:
    """The documentation as built, warnings as errors. One worker builds it, while the others wait."""
    folder = common / "site"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            # the other half of what it would print is an advertisement for the theme's successor
            quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", f"{folder}.new"]
            built = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, encoding="utf-8", check=False)
            assert built.returncode == 0, built.stderr
            Path(f"{folder}.new").rename(folder)
    return folder


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
