"""Old Word and Rich Text files into .docx by LibreOffice, where it is installed: many files in one process.

LibreOffice runs without a window, on a profile of its own that is thrown away, with macros off and with no way to the
network: by default it fetches the pictures that a .doc links to, and no setting for that holds, so every address goes
to a proxy on this machine that does not answer. It gets copies in a folder of its own under neutral names, so that no
link relative to the document leads anywhere, and a limit of time for each file. It ends with status 0 for damaged files
too, so only its output counts.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_START_SECONDS = 30.0  # a first start on a slow machine
_MEMORY_KIB = 4 * 1024 * 1024  # of address space; 0.5 GiB is enough for a document of usual size
_AT_ONCE = 200  # files on one command line
_NOWHERE, _PORT = "127.0.0.1", 9  # the discard port, on which nothing listens

_COMMON = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    (_COMMON, "MacroSecurityLevel", 3),
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "DisableActiveContent", "true"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", 0),
    (_INTERNET, "ooInetProxyType", 2),
    (_INTERNET, "ooInetHTTPProxyName", _NOWHERE),
    (_INTERNET, "ooInetHTTPProxyPort", _PORT),
    (_INTERNET, "ooInetHTTPSProxyName", _NOWHERE),
    (_INTERNET, "ooInetHTTPSProxyPort", _PORT),
    (_INTERNET, "ooInetNoProxy", ""),
)


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one file: the ``path`` of its .docx, or ``problem``, what is wrong with it."""

    path: Path | None = None
    problem: str = ""


def program() -> str:
    """The path of LibreOffice's program, or an empty string where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), "")


def convert(files: Sequence[Path], folder: Path, seconds: float) -> list[Converted]:
    """Convert ``files`` (copies in ``folder``, their stems all different) to .docx files in ``folder``/out.

    ``seconds`` is the limit of time for each file. A file that stops LibreOffice is given up, and the rest goes on.
    Raises OSError where LibreOffice cannot be started.
    """
    out = folder / "out"
    out.mkdir(exist_ok=True)
    _profile(folder / "profile")
    problems: dict[Path, str] = {}
    waiting = list(files)
    while waiting:
        now, later = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        ended = _run(now, folder, out, seconds)
        missing = [one for one in now if not _target(one, out).exists()]
        if not ended.clean and missing:
            # LibreOffice goes in the order given: the first file behind the last one that is done stopped it
            done = [i for i, one in enumerate(now) if one not in missing]
            stopped = next((one for one in now[(done[-1] + 1 if done else 0) :]), missing[0])
            problems[stopped] = f"takes more than {seconds:g} s to convert" if ended.late else "stops LibreOffice"
            later = [one for one in now[now.index(stopped) + 1 :] if one in missing] + later
        waiting = later
    return [_outcome(_target(one, out), problems.get(one, "")) for one in files]


def _target(file: Path, out: Path) -> Path:
    return out / f"{file.stem}.docx"


def _outcome(made: Path, problem: str) -> Converted:
    if problem:
        return Converted(problem=problem)
    return Converted(path=made) if made.is_file() else Converted(problem="is damaged: LibreOffice cannot open it")


@dataclass(frozen=True, slots=True)
class _End:
    """How a run ended: cleanly, or by the limit of time."""

    clean: bool
    late: bool = False


def _run(files: Sequence[Path], folder: Path, out: Path, seconds: float) -> _End:
    """One process over ``files``; ends it when no further file was done for ``seconds``."""
    command = [
        program(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
        "--nodefault", "--nolockcheck", "--convert-to", "docx", "--outdir", str(out), *map(str, files),
    ]  # fmt: skip
    if os.name == "posix":
        command = ["/bin/sh", "-c", f'ulimit -v {_MEMORY_KIB} 2>/dev/null; exec "$@"', "sh", *command]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        return _End(clean=_watched(process, out, seconds) == 0)
    except subprocess.TimeoutExpired:
        return _End(clean=False, late=True)
    finally:
        _end(process)


def _watched(process: subprocess.Popen[bytes], out: Path, seconds: float) -> int:
    """The process's exit code; raises TimeoutExpired where nothing is done for too long."""
    done = -1
    until = time.monotonic() + seconds + _START_SECONDS
    while True:
        try:
            return process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            count = sum(1 for _ in out.iterdir())
            if count > done:
                until = time.monotonic() + seconds + (0 if count else _START_SECONDS)
                done = count
            if time.monotonic() > until:
                raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with those that it has started, if it still runs."""
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """The environment for LibreOffice: a home of its own, no display, every address by way of the dead proxy."""
    proxy = f"http://{_NOWHERE}:{_PORT}"
    kept = {name: one for name, one in os.environ.items() if name.upper() not in ("DISPLAY", "NO_PROXY", "LD_PRELOAD")}
    own = {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    return kept | own | dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "ALL_PROXY", "all_proxy"), proxy)


def _profile(folder: Path) -> None:
    """Write the settings of a new profile."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{one}</value></prop></item>\n'
        for path, name, one in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    spaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {spaces}>\n{items}</oor:items>\n', encoding="utf-8"
    )
