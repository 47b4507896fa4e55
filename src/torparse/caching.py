"""``torparse cache``: how much is kept of what was read before, and how to be rid of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

WHAT = "say how much is kept of what was read before (info), or take it away (clear)"
_MEBIBYTE = 1024 * 1024


def arguments(command: ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument("what", choices=("info", "clear"), help="info: where it is and how much; clear: take it away")


def run(options: Namespace) -> int:
    """Print where and how much, or take it away; returns the exit code. Raises OutputError."""
    from torparse import cache
    from torparse.collect import CLEAN
    from torparse.outputs import emit
    from torparse.plain_words import many

    kept = cache.usual()
    if kept is None:
        emit(f"Nothing is kept: the environment variable {cache.VARIABLE} is empty.")
        return CLEAN
    size = kept.clear() if options.what == "clear" else kept.size()
    amount = f"{many(size.entries, 'document')}, {size.size / _MEBIBYTE:.1f} MiB"
    emit(f"{'Taken away' if options.what == 'clear' else 'Kept'} in {kept.folder}: {amount}.")
    if options.what == "info":
        emit(
            "These are texts and clauses of documents that were read, so that they need not be read again. They stay\n"
            f"on this machine. To keep nothing: --no-cache, or set {cache.VARIABLE} to nothing. To take it away: "
            "torparse cache clear."
        )
    return CLEAN
