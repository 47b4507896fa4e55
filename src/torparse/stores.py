"""Object stores and other places that fsspec knows: what lies at a URL, and the bytes of a file there.

fsspec is imported when the first URL is met. Who may read a store is settled by fsspec's own ways (environment,
profiles, its configuration files): torparse takes no passwords.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from torparse.errors import UnreadableInput

INSTALL = "Install it with: pip install 'torparse[cluster]'"
_PAGES = ("http", "https")
_LONGEST = 200  # characters of what a store says of a failure


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in a store: its ``url``, its name below the URL that was listed, its size in bytes (0: not known)."""

    url: str
    name: str
    size: int


def listed(url: str) -> list[Stored]:
    """The file that a URL names, or all below it in the order in which a folder on the disk would be searched.

    Raises UnreadableInput where there is nothing, or where the store cannot be asked.
    """
    with _store(url) as (store, root):
        store.invalidate_cache()
        if store.isfile(root):
            return [Stored(url, url.rsplit("/", 1)[-1], int(store.size(root) or 0))]
        found = store.find(root, detail=True)
    top = root.rstrip("/")
    names = {key.removeprefix(top).lstrip("/"): info for key, info in found.items()}
    if not names:
        raise UnreadableInput("does not exist, or holds nothing", where=url, todo="Check the URL")
    return [
        Stored(f"{url.rstrip('/')}/{name}", name, int(names[name].get("size") or 0))
        for name in sorted(names, key=_in_order)
    ]


def fetched(url: str, most: int) -> bytes:
    """The bytes of the file at a URL, at most one more than ``most``. Raises UnreadableInput."""
    with _store(url) as (store, path), store.open(path, "rb") as stream:
        data: bytes = stream.read(most + 1)
    return data


def _in_order(name: str) -> list[tuple[str, str]]:
    return [(part.casefold(), part) for part in name.split("/")]


@contextmanager
def _store(url: str) -> Iterator[tuple[Any, str]]:
    """The store of a URL and the path in it. Whatever it says of a failure becomes one line."""
    protocol = url.partition("://")[0]
    if protocol in _PAGES:
        raise UnreadableInput("is an address on the web", where=url, todo="Save the document first, and give the file")
    if find_spec("fsspec") is None:
        raise UnreadableInput("is a URL, which needs the package fsspec", where=url, todo=INSTALL)
    from fsspec.core import url_to_fs

    try:
        yield url_to_fs(url)
    except UnreadableInput:
        raise
    except FileNotFoundError as error:
        raise UnreadableInput("does not exist", where=url, todo="Check the URL") from error
    except IsADirectoryError as error:
        raise UnreadableInput("is a folder", where=url, todo="Give the files in it") from error
    except PermissionError as error:
        what = f"may not be read ({_said(error)})"
        raise UnreadableInput(what, where=url, todo="Check the credentials of the store") from error
    except ImportError as error:
        what = f"needs a package for {protocol}:// that is not installed ({_said(error)})"
        raise UnreadableInput(what, where=url, todo="Install it with pip") from error
    except Exception as error:  # each store has errors of its own (no credentials, no such host …)
        what = f"cannot be had ({type(error).__name__}: {_said(error)})"
        raise UnreadableInput(what, where=url, todo="Check the URL, the credentials and the connection") from error


def _said(error: Exception) -> str:
    """What an error says, on one line and not endlessly."""
    flat = " ".join(str(error).split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
