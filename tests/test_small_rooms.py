"""Modules and functions stay small enough to be read at once: 400 lines and 50 lines (the standards of the design)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from conftest import ROOT

MODULES = sorted(path for folder in ("src/torparse", "docs/hooks") for path in (ROOT / folder).rglob("*.py"))


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 100


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_and_its_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    functions = [one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in functions}
    assert {name: lines for name, lines in long.items() if lines > 50} == {}
