"""Writes the committed schema anew from the models: ``python -m torparse.schema``."""

from __future__ import annotations

from pathlib import Path

from torparse.outputs import write_text
from torparse.schema import NAME, generated

if __name__ == "__main__":
    write_text(Path(__file__).with_name(NAME), generated())
