"""The secrets of one run of the review page, and what is made of them."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")  # what a browser on this machine may call it


def new_token() -> str:
    """A token that nobody guesses: 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Session:
    """One run: the ``port`` that it listens on and the ``token`` that lets people in."""

    port: int
    token: str = field(repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every value that the Host header of a request to this page may have."""
        return tuple(f"{name}:{self.port}" for name in _NAMES)

    @property
    def address(self) -> str:
        """What is opened in the browser; whoever has it is let in."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    @property
    def cookie(self) -> str:
        """The cookie's name. Browsers keep cookies by host and not by port, so the port is in it."""
        return f"torparse_{self.port}"

    @property
    def pass_(self) -> str:
        """What the cookie holds: not the token, so that it opens this run only from where it was set."""
        return self._made("session")

    @property
    def csrf(self) -> str:
        """What every form carries, and no other site can know."""
        return self._made("csrf")

    def admits(self, token: str) -> bool:
        """Whether this is the token."""
        return same(token, self.token)

    def _made(self, use: str) -> str:
        return hmac.new(self.token.encode(), use.encode(), hashlib.sha256).hexdigest()


def same(given: str, secret: str) -> bool:
    """Whether two texts are alike, in a time that does not tell how far."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
