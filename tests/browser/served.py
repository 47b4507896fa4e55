"""A review page in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_FIRST = "{}\nimport sys\nfrom torparse.cli import main\nsys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True)
class Served:
    """A running review page. ``address`` is the one that it printed, which lets in whoever opens it."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def base(self) -> str:
        """What all addresses of the page begin with."""
        return self.address.partition("/?")[0]

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(30) == 0

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self.process.kill()
        self.process.wait(30)


@contextmanager
def served(folder: Path, *, reviewer: str, first: str = "", env: Mapping[str, str] | None = None) -> Iterator[Served]:
    """The review page of ``folder``, until it is stopped or the block ends.

    ``first`` is Python that its process runs before anything else, to bring it into a state that is hard to meet; it
    may have ``env`` in its environment.
    """
    start = ["-c", _FIRST.format(first)] if first else ["-m", "torparse"]
    command = [sys.executable, *start, "review", str(folder), "--no-browser", "--reviewer", reviewer]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **(env or {})}
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline() + process.stdout.readline())
            assert found is not None, "the review page printed no address"
            yield Served(folder, found[0], process)
        finally:
            process.kill()
