"""The exports that the tests of a run share: made once, whichever test asks first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import ROOT
from reviewed_records import reviewed_forum
from torparse.checklists import load
from torparse.cli import main
from torparse.export import Choices, Dataset

AS_OF = date(2026, 1, 31)
COMPARED = (
    "askerdale-district-partnership-2015.md",
    "calderstoke-lsp-constitution-2005.docx",
    "isterby-together-cabinet-report-2012.pdf",
    "saltmere-bay-lsp-governance-2007.pdf",
)
"""A draft, terms of several bodies in Word and in PDF, and a covering report."""


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data package of four documents of the project's own, made with the command."""
    out = tmp_path_factory.mktemp("exported")
    documents = [str(ROOT / "corpus" / name) for name in COMPARED]
    assert main(["export", *documents, "-o", str(out), "--as-of", AS_OF.isoformat(), "-q"]) == 0
    return out


@pytest.fixture(scope="session")
def seeds_exported(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """The seeds in every form that holds texts, made with the command."""
    out = tmp_path_factory.mktemp("seeds")
    forms = ["--to", "datapackage,json,jsonl,jsonld,qdpx"]
    assert main(["export", str(seeds), "-o", str(out), "--as-of", AS_OF.isoformat(), "-q", *forms]) == 0
    return out


@pytest.fixture
def reviewed() -> Dataset:
    """A document of which people have said something of every sort."""
    return Dataset([reviewed_forum()], Choices(AS_OF, load()))
