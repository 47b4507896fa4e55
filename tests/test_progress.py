"""The progress bar: what is on the terminal when it has ended."""

from __future__ import annotations

import io
import sys

import pytest

from torparse import collect


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _screen(written: str) -> list[str]:
    """The lines that a terminal shows: a carriage return goes back to the beginning, what follows is written over."""
    lines = []
    for line in written.split("\n"):
        shown: list[str] = []
        for piece in line.split("\r"):
            shown[: len(piece)] = piece
        lines.append("".join(shown).rstrip())
    return lines


@pytest.mark.parametrize("message", [(), ("torparse: one file could not be read",)])
def test_nothing_of_the_bar_is_left_before_the_next_line(
    message: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(collect, "_WAIT", 0.0)
    monkeypatch.setenv("COLUMNS", "60")
    with collect.progress("Reading", quiet=False) as bar:
        for done in range(1, 4):
            bar.at(done, 3)
            for line in message:
                bar.say(line)
    print("1 of 12.", file=terminal)
    assert "Reading" in terminal.getvalue()
    assert [line for line in _screen(terminal.getvalue()) if line] == [*message * 3, "1 of 12."]
