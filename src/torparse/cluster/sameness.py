"""Whether a worker would find what this program would: the same rules, packages, plugins and programs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from importlib.metadata import version

from torparse import __version__, plugins
from torparse.cache import PROGRAMS
from torparse.errors import TorparseError
from torparse.fingerprint import FINDING, READING, STANDS_ON, fingerprint

Marks = Mapping[str, str]
"""What the records of documents depend on, by what it is."""
_SHORT = 12  # characters of a fingerprint that tell it from another


def marks() -> Marks:
    """Those of this process. A program counts by whether it is there: its folder may be another on each machine."""
    made = {
        "torparse": __version__,
        "its rules of reading": fingerprint(*READING)[:_SHORT],
        "its rules of finding": fingerprint(*FINDING)[:_SHORT],
        "Python": ".".join(map(str, sys.version_info[:2])),
        **{name: version(name) for name in STANDS_ON},
        "the plugins": "; ".join(" ".join(one) for one in plugins.installed()) or "none",
    }
    return made | {f"the program {name}": "installed" if shutil.which(name) else "missing" for name in PROGRAMS}


def refuse(theirs: Marks, ours: Marks, worker: str) -> None:
    """Raise TorparseError where the marks of a worker are not those of the program that it works for."""
    differing = [name for name in ours if theirs.get(name) != ours[name]]
    if differing:
        name = differing[0]
        raise TorparseError(
            f"the worker {worker} would not find the same: {name} is {theirs.get(name, 'unknown')} there and "
            f"{ours[name]} here",
            where="--scheduler",
            todo="Install there what is installed here, and start the worker anew",
        )
