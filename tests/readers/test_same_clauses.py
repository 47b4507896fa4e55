"""The same terms of reference give the same clauses whatever the format of the file."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from conftest import require
from torparse.pipeline import extract
from torparse.readers import _libreoffice

# File, and how many clauses a look at the text showed at least: a reader that finds nothing agrees with nothing.
FILES = [
    ("calderstoke-lsp-constitution-2005.docx", 40),
    ("harrowmere-hwb-procedure-rules-2022.docx", 30),
    ("kelderwick-csp-terms-version5-2011.odt", 25),
    ("lindmarsh-enterprise-partnership-standing-orders-2019.doc", 30),
    ("lindmarsh-enterprise-partnership-standing-orders-2019.rtf", 30),
    ("nether-hallowby-neighbourhood-forum-page-2023.html", 25),
    ("tolby-vale-vcs-forum-2010.pdf", 25),
]


def clauses(path: Path) -> Counter[tuple[str, str, str]]:
    """Type, status and value of every clause; which body's they are is the business of other tests."""
    found = extract(path).clauses
    return Counter((one.type, str(one.status), json.dumps(one.value.as_dict(), sort_keys=True)) for one in found)


@pytest.mark.parametrize(("name", "least"), FILES, ids=[name.rsplit(".", 1)[1] + f"-{name[:8]}" for name, _ in FILES])
def test_the_same_clauses_as_the_text_beside_it(shared: Path, name: str, least: int) -> None:
    path = shared / "corpus" / "written" / name
    if path.suffix == ".doc":
        require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")
    found = clauses(path)
    assert found == clauses(path.with_suffix(".txt"))
    assert found.total() >= least
