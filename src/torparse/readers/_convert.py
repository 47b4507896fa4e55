"""Files that are read by way of a conversion to .docx: what is converted, when, and what the reader then gets."""

from __future__ import annotations

import hashlib
import struct
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from torparse.errors import UnreadableInput
from torparse.model import Document
from torparse.readers import _archives
from torparse.readers._base import Limits, Source
from torparse.readers._libreoffice import Converted, convert, program
from torparse.readers._signatures import OLE, RTF

_GARBLED = 0.1  # of the characters: a text in which more of them are no characters is no text


@dataclass(frozen=True, slots=True)
class Prepared:
    """Files converted beforehand, by the SHA-256 of their bytes. Can be handed to other processes.

    Valid as long as the ``with readers.prepare(…)`` block that made it.
    """

    files: Mapping[str, Converted] = field(default_factory=dict)


def kind(data: bytes) -> str:
    """The suffix under which LibreOffice is to get a file ("doc", "rtf"), or "" for one that it is not given."""
    if data.startswith(RTF):
        return "rtf"
    return "doc" if word_header(data) is not None and not has_password(data) else ""


@contextmanager
def prepare(paths: Sequence[Path], limits: Limits) -> Iterator[Prepared]:
    """Convert every old Word and Rich Text file among ``paths`` in one go; see ``torparse.readers.prepare``."""
    if not program():
        yield Prepared()
        return
    with tempfile.TemporaryDirectory(prefix="torparse-", ignore_cleanup_errors=True) as name:
        yield Prepared(_converted(_contents(paths, limits), Path(name), limits))


def _contents(paths: Sequence[Path], limits: Limits) -> Iterator[bytes]:
    """The bytes of the files to convert; what cannot be opened is left to ``read``, which says why."""
    for path in paths:
        try:
            data = _content(path, limits)
        except (OSError, ValueError, UnreadableInput):
            continue
        if data:
            yield data


def _content(path: Path, limits: Limits) -> bytes:
    """The bytes of a file that may be converted, else nothing."""
    if not path.is_file():
        data = _archives.load(path, limits)
        return data if data.startswith((OLE, RTF)) and len(data) <= limits.max_input_bytes else b""
    with path.open("rb") as stream:
        head = stream.read(len(OLE))
        if not head.startswith((OLE, RTF)):
            return b""
        data = head + stream.read(limits.max_input_bytes)
    return data if len(data) <= limits.max_input_bytes else b""


def _converted(contents: Iterator[bytes], folder: Path, limits: Limits) -> dict[str, Converted]:
    copies: dict[str, Path] = {}
    for data in contents:
        suffix, digest = kind(data), hashlib.sha256(data).hexdigest()
        if suffix and digest not in copies:
            copies[digest] = folder / f"{len(copies):05d}.{suffix}"
            copies[digest].write_bytes(data)
    if not copies:
        return {}
    try:
        made = convert(list(copies.values()), folder, limits.max_seconds)
    except OSError as error:
        made = [Converted(problem=f"cannot be converted: LibreOffice does not start ({error.strerror})")] * len(copies)
    return dict(zip(copies, made, strict=True))


def read_converted(source: Source, media: str, otherwise: Callable[[Source], Document]) -> Document:
    """The Document of a file by way of LibreOffice; ``otherwise`` reads it where LibreOffice is not installed.

    Raises UnreadableInput for a file that LibreOffice cannot convert in time, or whose conversion is no text.
    """
    found = source.prepared.files.get(source.sha256) if source.prepared else None
    if found is not None:
        return _document(source, found, media)
    if not program():
        return otherwise(source)
    with tempfile.TemporaryDirectory(prefix="torparse-", ignore_cleanup_errors=True) as name:
        made = _converted(iter([source.data]), Path(name), source.limits)
        if not made:
            raise source.unreadable("is damaged", "Open it and save it as .docx")
        return _document(source, made[source.sha256], media)


def _document(source: Source, found: Converted, media: str) -> Document:
    """What the Word reader makes of a converted file, as a document of the original."""
    from torparse.readers import docx

    todo = "Open it and save it as .docx or .pdf"
    if found.path is None:
        raise source.unreadable(found.problem, todo)
    try:
        data = found.path.read_bytes()
        document = docx.read(replace(source, data=data))
    except (OSError, UnreadableInput) as error:
        raise source.unreadable("is damaged: what LibreOffice makes of it cannot be read", todo) from error
    odd = sum(1 for one in document.text if one == "\ufffd" or (one < " " and one not in "\t\n\r"))
    if odd > len(document.text) * _GARBLED:
        raise source.unreadable("is damaged: most of its characters have no meaning", todo)
    blocks = tuple(replace(one, paragraph=None) for one in document.blocks)  # they count in the converted file
    return replace(document, sha256=source.sha256, media=media, blocks=blocks)


def word_header(data: bytes) -> bytes | None:
    """The first bytes of an old Word file's main stream ([MS-DOC] 2.5.2); None where it cannot be in the file.

    Found by the directory entry's name in the compound file ([MS-CFB] 2.6.1). Empty for a stream of less than 4096
    bytes, which lies elsewhere and which Word never writes.
    """
    if not data.startswith(OLE) or len(data) < 512:
        return None
    at = data.find("WordDocument".encode("utf-16-le") + b"\x00\x00")
    shift = struct.unpack_from("<H", data, 0x1E)[0]
    if at < 0 or len(data) < at + 128 or shift not in (9, 12):
        return None
    sector, size = struct.unpack_from("<II", data, at + 116)
    if size < 4096:
        return b""
    return data[(sector + 1) << shift :][:32] or None


def has_password(data: bytes) -> bool:
    """Whether an old Word file is encrypted ([MS-DOC] 2.5.2: bit fEncrypted of the flags at 0x0A)."""
    header = word_header(data) or b""
    return len(header) >= 12 and bool(struct.unpack_from("<H", header, 0x0A)[0] & 0x0100)
