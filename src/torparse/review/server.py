"""Running the review page: a socket that this machine alone can reach, until Ctrl-C or a request to end."""

from __future__ import annotations

import logging
import socket
import threading
import webbrowser

import uvicorn

from torparse.errors import TorparseError
from torparse.review.guard import Guard
from torparse.review.session import HOST

_LAST_ANSWERS = 3  # seconds for answers that are under way when the server is to end


def listener(port: int) -> socket.socket:
    """A socket on 127.0.0.1 that listens on ``port``, on a free one for 0. Raises TorparseError where it is taken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        raise TorparseError(
            f"port {port} cannot be used ({error.strerror})", where="--port", todo="Leave it out to have a free one"
        ) from error
    made.listen(128)  # so that a browser that is quicker than the server waits
    return made


def serve(guard: Guard, on: socket.socket, *, debug: bool) -> None:
    """Answer requests until the process is told to end. Raises KeyboardInterrupt then, with every answer given."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING if debug else logging.CRITICAL + 1)
    config = uvicorn.Config(
        guard,
        log_config=None,
        access_log=False,  # addresses hold the token once
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=_LAST_ANSWERS,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[on])


def open_browser(address: str) -> None:
    """Show the page. In a thread: a browser in the terminal does not come back until it is closed."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
