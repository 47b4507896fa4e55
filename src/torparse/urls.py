"""Which paths stand for URLs (``s3://bucket/folder``).

A URL goes through torparse as the path that pathlib makes of it (``s3:/bucket/folder``), so that whatever takes paths
takes URLs too. Only this module knows how to tell them apart, and only ``shown`` how to print them. What lies there is
asked in ``torparse.stores``.
"""

from __future__ import annotations

import re
from pathlib import Path

# two letters at least: one is a drive of Windows
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/+(.+)")
_FILE = "file"


def place(text: str) -> Path:
    """What a user names as a path: a path or a URL. ``file://`` is the path that it stands for."""
    match = _URL.fullmatch(text)
    if match and match[1].lower() == _FILE:
        from urllib.request import url2pathname  # not for every --help

        return Path(url2pathname("/" + match[2]))
    return Path(text)


def url_of(path: Path) -> str:
    """The URL that a path stands for, or "" for a path of this machine."""
    match = _URL.fullmatch(path.as_posix())
    return f"{match[1].lower()}://{match[2]}" if match else ""


def shown(path: Path) -> str:
    """A path as the user wrote it."""
    return url_of(path) or str(path)
