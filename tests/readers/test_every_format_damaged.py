"""The same document in every format, cut off, empty or under another name: a document or one clear line, never more."""

from __future__ import annotations

from pathlib import Path

import pytest

from torparse.errors import UnreadableInput
from torparse.readers import _convert, formats, read

FOLDER = Path(__file__).parent / "same_text"
FILES = sorted(path for path in FOLDER.iterdir() if path.name != "README.md" and "two-col" not in path.name)
SUFFIXES = sorted({one.suffixes[0] for one in formats()})


@pytest.fixture(autouse=True)
def light_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is tried elsewhere; here the light readers stand in for it."""
    monkeypatch.setattr(_convert, "program", lambda: "")


def outcome(path: Path) -> str:
    """The words of a file, or the one line that says why there are none."""
    try:
        document = read(path)
    except UnreadableInput as error:
        said = str(error)
        assert "\n" not in said
        assert said.startswith(str(path))
        return said
    assert document.text.strip()
    return document.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix[1:])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_cut_off(tmp_path: Path, path: Path, share: float) -> None:
    data = path.read_bytes()
    cut = tmp_path / f"terms{path.suffix}"
    cut.write_bytes(data[: int(len(data) * share)])
    outcome(cut)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_empty(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"terms{suffix}"
    path.touch()
    assert "is empty" in outcome(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix[1:])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_under_another_name(tmp_path: Path, path: Path, suffix: str) -> None:
    """The content counts: what is in the file is read whatever its name says."""
    renamed = tmp_path / f"terms{suffix}"
    renamed.write_bytes(path.read_bytes())
    found = outcome(renamed)
    if path.suffix != ".doc":  # without LibreOffice and the light converters
        assert "PROCEDURE RULES" in found.upper()
