"""What a browser posts, read within limits while it comes in, whatever its length is said to be."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect
from starlette.types import Receive

MEBIBYTE = 1024 * 1024
_FORM, _WITH_FILES = "application/x-www-form-urlencoded", "multipart/form-data"
_FIELDS = 1000
LONGEST_NOTE = 2000
"""Characters of a remark, on whichever screen it is made."""
_AT_ONCE = 10
"""All files of one upload together may be so many times as large as one."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the body of a request may be: at most ``files`` of ``size`` bytes each, and fields of 1 MiB together."""

    files: int = 0
    size: int = 0

    @property
    def most(self) -> int:
        """The largest body in bytes, with the wrapping of its parts."""
        return MEBIBYTE + min(self.files, _AT_ONCE) * self.size


class Unfit(Exception):
    """A body that is not taken: the HTTP ``status`` and a plain sentence."""

    def __init__(self, status: int, said: str) -> None:
        self.status, self.said = status, said
        super().__init__(said)


async def read(headers: Headers, receive: Receive, allowed: Allowed) -> FormData:
    """The form in a request's body; raises Unfit, ClientDisconnect.

    A file that is larger than allowed comes cut off one byte after the limit, so that its ``size`` tells; the others of
    the same upload are whole. To be closed by the caller.
    """
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_FORM, _WITH_FILES):
        raise Unfit(415, "A form was expected here.")
    body = _chunks(receive, allowed.most)
    try:
        if kind == _FORM:
            return await FormParser(headers, body, max_fields=_FIELDS).parse()
        return await _Parser(headers, body, allowed).parse()
    except MultiPartException as error:
        if error.message.startswith("Too many files"):
            raise Unfit(413, f"At most {allowed.files} files can be sent at once.") from error
        raise Unfit(400, "What was sent could not be understood.") from error
    except FormParserError as error:
        raise Unfit(400, "What was sent could not be understood.") from error


async def _chunks(receive: Receive, most: int) -> AsyncGenerator[bytes, None]:
    """The body piece by piece; raises Unfit where it goes beyond ``most`` bytes."""
    taken, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body, more = message.get("body", b""), message.get("more_body", False)
        taken += len(body)
        if taken > most:
            # a browser shows the answer only once it could send the rest, which is thrown away, but not for ever
            while more and taken < 2 * most:
                message = await receive()
                more = message["type"] == "http.request" and message.get("more_body", False)
                taken += len(message.get("body", b""))
            raise Unfit(413, f"This is more than can be sent at once ({most / MEBIBYTE:,.4g} MiB).")
        if body:
            yield body


class _Parser(MultiPartParser):
    """Starlette's, with a limit for each file that does not end the whole upload."""

    def __init__(self, headers: Headers, stream: AsyncGenerator[bytes, None], allowed: Allowed) -> None:
        super().__init__(headers, stream, max_files=allowed.files, max_fields=_FIELDS)
        self._room, self._size = 0, allowed.size

    def on_part_begin(self) -> None:
        super().on_part_begin()
        self._room = self._size + 1

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._current_part.file is not None:
            end = min(end, start + self._room)
            self._room -= end - start
        if end > start:
            super().on_part_data(data, start, end)


def files_of(form: FormData, name: str) -> list[UploadFile]:
    """The files that were chosen in a field; a browser sends an empty one without a name where none was."""
    return [one for one in form.getlist(name) if isinstance(one, UploadFile) and one.filename]


def text_of(form: FormData, name: str) -> str:
    """The text in a field, or "" where there is none."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
