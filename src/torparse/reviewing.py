"""``torparse review``: a page in the browser on which people check and correct what torparse found."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.errors import TorparseError

if TYPE_CHECKING:
    from torparse.checklists import Checklist

WHAT = "check and correct what was found, on a page in your browser that only this machine can reach"
_NOBODY = "reviewer"


def arguments(command: ArgumentParser) -> None:
    """The options of the command, besides how documents are read and judged."""
    command.add_argument("folder", metavar="DIR", type=Path, help="folder of the documents; corrections are kept in it")
    command.add_argument("--port", metavar="N", type=int, default=0, help="port to listen on (default: a free one)")
    command.add_argument(
        "--no-browser", action="store_true", help="print the address only, and do not open it in a browser"
    )
    command.add_argument(
        "--reviewer", metavar="NAME", help="whose name goes with what is said (default: your name on this computer)"
    )
    command.add_argument("--read-only", action="store_true", help="look only: nothing is written into the folder")


def run(options: Namespace, as_of: date, checklist: Checklist) -> int:
    """Serve the page until Ctrl-C or a request to end, which is the usual way out: the exit code is 0 then.

    Raises TorparseError before that, where the folder or an option does not do.
    """
    from torparse.collect import CLEAN
    from torparse.outputs import emit
    from torparse.review import files, server
    from torparse.review.app import make_app
    from torparse.review.background import Background
    from torparse.review.pages import clean_name
    from torparse.review.session import Session, new_token
    from torparse.review.workspace import Workspace

    folder = _folder(options.folder)
    options.reviewer = clean_name(options.reviewer or _user()) or _NOBODY
    if options.port and not 1024 <= options.port <= 65535:
        raise TorparseError("must be 1024 to 65535", where="--port", todo="Leave it out to have a free one")
    read_only = options.read_only or not files.may_write(folder)
    with server.listener(options.port) as socket:
        session = Session(socket.getsockname()[1], new_token())
        background = Background(debug=options.debug)
        try:
            workspace = Workspace(folder, options, background, read_only=read_only)
            app = make_app(workspace, session, background, options, as_of, checklist)
            workspace.begin()
            emit(f"The review page of {folder} is at\n  {session.address}\nIt ends with Ctrl-C.")
            if read_only and not options.quiet:
                print("torparse: nothing is written into this folder, so nothing can be corrected.", file=sys.stderr)
            if not options.no_browser:
                server.open_browser(session.address)
            server.serve(app, socket, debug=options.debug)
        except KeyboardInterrupt:
            if not options.quiet:
                print("\ntorparse: the review page has ended; everything that was saved is whole.", file=sys.stderr)
        finally:
            background.close()
    return CLEAN


def _folder(path: Path) -> Path:
    """The folder; raises TorparseError where it is none."""
    if not path.is_dir():
        what = "is not a folder" if path.exists() else "does not exist"
        raise TorparseError(what, where=str(path), todo="Give the folder that holds the documents")
    return path.resolve()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container whose user has no name
        return ""
