"""What is installed: every data file is packed, the command is there, versions and licence agree."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import torparse
from conftest import ROOT, require

PACKAGE = ROOT / "src" / "torparse"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DATA = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*")
    if path.is_file() and path.suffix != ".py" and path.parent.name != "__pycache__"
)


@pytest.mark.parametrize("name", DATA)
def test_every_data_file_is_packed(name: str) -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["torparse"]
    packed = {path.relative_to(PACKAGE).as_posix() for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert name in packed


def test_there_is_data_to_pack() -> None:
    assert {Path(name).suffix for name in DATA} >= {".html", ".md", ".css", ".toml", ".json"}
    assert "py.typed" in DATA


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").is_file()]


def test_the_citation_names_this_version_and_licence() -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {torparse.__version__}\n" in cited
    assert f"\nlicense: {PROJECT['project']['license']}\n" in cited


def test_the_command_is_installed() -> None:
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="torparse")
    assert command.load() is torparse.cli.main
    assert PROJECT["project"]["scripts"] == {"torparse": command.value}


def test_versions_agree() -> None:
    assert importlib.metadata.version("torparse") == torparse.__version__
    newest = re.search(r"^## \[([\d.]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == torparse.__version__


def test_the_licence_is_named_the_same_everywhere() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert f"SPDX-License-Identifier: {PROJECT['project']['license']}" in text
    assert PROJECT["project"]["license"] in (ROOT / "README.md").read_text(encoding="utf-8")
    assert PROJECT["project"]["license-files"] == ["LICENSE"]


def test_the_schema_is_packed_as_json() -> None:
    from torparse.schema import committed

    assert json.loads(committed())["$schema"].startswith("https://json-schema.org/")


def test_no_path_of_a_machine_is_in_the_repository() -> None:
    # written in pieces, so that this file does not hold them
    machine = re.compile("|".join(("/wo" + "rk/", "/ho" + "me/", "/tm" + "p/", "/ro" + "ot/")))
    folders = ("src", "tests", "docs", "corpus", "annotations", "reports/sample")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix != ".pyc"]
    files += [ROOT / name for name in ("README.md", "Makefile", "pyproject.toml", "reports/baseline.json")]
    for path in files:
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            assert not machine.search(text), path


@pytest.mark.parametrize(
    ("code", "programs", "succeeds"),
    [
        (0, (), True),
        (3, (), True),  # the old Word files could not be read, as is to be expected here
        (3, ("antiword",), False),  # they could be read, so that something else was not
        (3, ("soffice", "python3"), False),
        (2, (), False),  # wrong use
        (4, (), False),  # torparse failed
    ],
)
def test_make_report_forgives_only_what_the_machine_lacks(
    code: int, programs: tuple[str, ...], succeeds: bool, tmp_path: Path
) -> None:
    make = shutil.which("make")
    require("make", make is not None, "make is not installed")
    assert make is not None
    # an environment that is ready and whose torparse does nothing but end
    (tmp_path / "bin").mkdir()
    (tmp_path / ".ready").touch()
    for name, script in [("bin/torparse", f"#!/bin/sh\nexit {code}\n"), *((name, "") for name in programs)]:
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        [make, "report", f"VENV={tmp_path}"], cwd=ROOT, env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode == 0) is succeeds, done.stderr
    assert ("Old Word files (.doc) need LibreOffice" in done.stderr) is (code == 3 and succeeds)
