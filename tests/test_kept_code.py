"""Compiled expressions that are kept between runs match as those that ``re`` compiles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from torparse.lexicon import kept_code
from torparse.lexicon.kept_code import Kept

PATTERNS = [
    rf"\b(?P<who>chair|member){number}(?: of (?P<what>\w+))?|caf\u00e9\W*$" for number in range(kept_code._WORTH)
]
TEXT = "Each Member7 of boards meets in the CAF\u00c9."


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps its own compiled modules, whatever the environment of the tests says."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def _none() -> str:
    raise AssertionError("it is not kept")


def _filled(path: Path, patterns: list[str] = PATTERNS) -> Kept:
    made = Kept(path, "one")
    for pattern in patterns:
        made.compiled(pattern, re.IGNORECASE, -1, lambda pattern=pattern: pattern)
    made.save()
    return made


@pytest.mark.usefixtures("writes")
def test_an_expression_comes_back_as_it_was(tmp_path: Path) -> None:
    _filled(tmp_path / "folder" / "code")
    again = Kept(tmp_path / "folder" / "code", "one")
    for pattern in PATTERNS:
        kept, plain = again.compiled(pattern, re.IGNORECASE, -1, _none), re.compile(pattern, re.IGNORECASE)
        assert kept == plain
        assert (kept.pattern, kept.flags, kept.groups) == (plain.pattern, plain.flags, plain.groups)
        assert kept.groupindex == plain.groupindex
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in kept.finditer(TEXT)] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in plain.finditer(TEXT)
        ]


@pytest.mark.usefixtures("writes")
def test_alternatives_and_flags_are_told_apart(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "code", "one")
    assert kept.compiled("a|b", 0, -1, lambda: "a|b").pattern == "a|b"
    assert kept.compiled("a|b", 0, 1, lambda: "b").pattern == "b"
    assert kept.compiled("a|b", re.IGNORECASE, 1, lambda: "b").flags & re.IGNORECASE


@pytest.mark.usefixtures("writes")
@pytest.mark.parametrize("harm", ["cut", "changed", "other release", "text"])
def test_a_file_that_is_not_as_it_was_written_is_as_good_as_none(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "code"
    _filled(path)
    data = path.read_bytes()
    if harm == "cut":
        path.write_bytes(data[:-1])
    elif harm == "changed":
        path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    elif harm == "text":
        path.write_bytes(b"something else")
    again = Kept(path, "two" if harm == "other release" else "one")
    with pytest.raises(AssertionError, match="not kept"):
        again.compiled(PATTERNS[0], re.IGNORECASE, -1, _none)
    _filled(path)
    assert Kept(path, "one").compiled(PATTERNS[0], re.IGNORECASE, -1, _none)


@pytest.mark.usefixtures("writes")
def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "code"
    mine = Kept(path, "one")
    for pattern in PATTERNS:
        mine.compiled(f"{pattern}x", 0, -1, lambda pattern=pattern: f"{pattern}x")
    _filled(path)
    mine.save()
    again = Kept(path, "one")
    assert again.compiled(PATTERNS[3], re.IGNORECASE, -1, _none)
    assert again.compiled(f"{PATTERNS[3]}x", 0, -1, _none)


@pytest.mark.usefixtures("writes")
def test_little_that_is_new_is_not_worth_a_file(tmp_path: Path) -> None:
    _filled(tmp_path / "code", PATTERNS[1:])
    assert not (tmp_path / "code").exists()


def test_where_python_keeps_no_compiled_modules_none_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    _filled(tmp_path / "code")
    assert not (tmp_path / "code").exists()


@pytest.mark.usefixtures("writes")
def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = _filled(tmp_path / "file" / "code")
    assert made.compiled("quorum", 0, -1, lambda: "quorum").search("a quorum")


def test_no_expression_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Kept(tmp_path / "code", "one").compiled("(", 0, -1, lambda: "(")
