"""What a command loads before its first words: nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DRAFT = """Terms of reference of the Sample Board

1. Quorum
The quorum is five members.

2. Meetings
The Board meets four times a year.
"""
CHECK = """
import sys
from torparse import cli
code = cli.main(["check", sys.argv[1], "--no-cache", "--as-of", "2026-01-01"])
unwanted = ["pandas", "lxml", "torparse.report.writing", "torparse.commenting"]
print(code, [name for name in unwanted if name in sys.modules])
"""


def test_check_on_the_terminal_loads_no_library_of_tables_or_readers(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", CHECK, str(draft)], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "1 []", done.stderr
    assert "draft.txt against:" in done.stdout
