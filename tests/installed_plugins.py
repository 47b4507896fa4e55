"""Packages as pip installs them, without pip: a folder with the modules and their metadata, to be put on the path."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

from conftest import ROOT

EXAMPLE = ROOT / "tests" / "plugin_example"


def install_example(folder: Path) -> Path:
    """The example of docs/plugins.md, installed into ``folder``."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(EXAMPLE / "torparse_twinning", folder / "torparse_twinning")
    install(folder, project["name"], project["entry-points"], version=project["version"])
    return folder


def install(
    folder: Path,
    name: str,
    points: Mapping[str, Mapping[str, str]],
    files: Mapping[str, str] | None = None,
    version: str = "1.0",
) -> Path:
    """A package of that name with its entry points by group, and ``files`` by their paths."""
    metadata = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    lines = [
        line for group, named in points.items() for line in (f"[{group}]", *(f"{k} = {v}" for k, v in named.items()))
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path, text in (files or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
