"""``torparse check --comments``: the same Word file with the gaps of its checklist as comments in the margin.

``remarks`` decides what is said and where (``headings``: where, of what is missing),
``marks`` and ``runs`` put it on the words, ``package`` writes the file. The text, its styles, comments that are there
already and tracked changes stay as they are; a run in which a comment begins or ends is cut into two alike.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from torparse import __version__, readers
from torparse.checklists import Checklist
from torparse.commenting.marks import Anchor
from torparse.commenting.package import AUTHOR, Remark, commented, suffix_of
from torparse.commenting.remarks import remarks
from torparse.errors import TorparseError
from torparse.model import Document, Finding, Record
from torparse.plain_words import joined, many
from torparse.tasks import Task, apart, choices_of, limits_of

_ON = {
    Anchor.WORDS: "on the words themselves", Anchor.HEADING: "on a heading", Anchor.PARAGRAPH: "on a paragraph",
    Anchor.TITLE: "on the title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commented:
    """The Word file with its comments, and a line that says how many there are and on what."""

    data: bytes
    said: str


def word_only(document: Document) -> None:
    """Raise TorparseError for a document that is no Word file of today's form."""
    if document.media != "docx":
        raise TorparseError(
            f"is {document.media}, and comments need a Word file (.docx)", where=document.name,
            todo="Save it as .docx in Word first, or leave out --comments and take the checklist (--docx -o FILE.docx)",
        )  # fmt: skip


def made(
    record: Record, checklist: Checklist, findings: Sequence[Finding], as_of: date, options: Namespace
) -> Commented:  # fmt: skip
    """The commented file of the draft that the options name; raises TorparseError."""
    document = record.document
    found = remarks(
        record, checklist, findings, as_of, praise=options.praise, core_only=options.core_only
    )  # fmt: skip
    task = Task(options.draft, document.id, limits_of(options), choices_of(options))
    job = partial(_commented, document=document, found=found, as_of=as_of, suffix=options.comments.suffix.lower())
    data, anchors = apart(job, task, options)
    counts = [(words, sum(anchor is one for one in anchors)) for anchor, words in _ON.items()]
    where = joined(f"{number} {words}" for words, number in counts if number)
    before = sum(one.author == AUTHOR for one in document.comments)
    again = f" {many(before, 'comment')} that torparse made before stayed." if before else ""
    return Commented(data, f"{many(len(anchors), 'comment')} in {options.comments}: {where}.{again}")


def _commented(
    task: Task, document: Document, found: Sequence[Remark], as_of: date, suffix: str
) -> tuple[bytes, tuple[Anchor, ...]]:
    """For the process apart: nothing of a document is opened beside the user's own files."""
    source = readers.source(task.path, id=task.id, limits=task.limits, choices=task.choices)
    usual = suffix_of(source)
    if suffix != usual:
        raise TorparseError(
            f"must end in {usual}, as {source.name} is a file of that kind",
            where="--comments",
            todo="Rename the output",
        )
    return commented(source, document, found, as_of, f"\nMade by torparse {__version__}.")
