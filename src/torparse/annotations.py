"""Reading gold annotations: what careful readers found in a document (the annotation guide, GUIDE.md).

A gold file is ``NAME.gold.json``; its offsets count in a reference text, ``NAME.txt``, whose SHA-256 it records.
Everything is checked here, so that a slip of the annotator's pen is one clear line and never a wrong score.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torparse.clauses import types as clause_types
from torparse.contract import text_sha256, value_from_json
from torparse.errors import BadData
from torparse.model import Kind, Status, Value

SCORED: Mapping[str, tuple[str, ...]] = {
    "quorum": ("count", "fraction", "strict", "combine", "of", "composition"),
    "voting": (
        "method",
        "threshold",
        "threshold_basis",
        "votes_per_member",
        "casting_vote",
        "casting_vote_by",
        "escalates_to",
    ),
    "chair_appointment": ("role", "method", "by", "from", "term"),
    "term_of_office": ("role", "term", "max_terms", "max_total"),
    "meeting_frequency": ("per_year", "bound"),
    "notice": ("subject", "period", "day_kind"),
    "review_cycle": ("subject", "interval", "ad_hoc", "by", "agreed", "next_review"),
    "amendment": ("by", "threshold", "notice"),
    "dissolution": ("by", "threshold", "threshold_basis", "notice", "assets"),
    "deputies": ("allowed", "voting"),
    "urgent_decisions": ("by",),
    "minutes": ("published", "within"),
    "attendance": ("missed", "consequence"),
    "public_access": ("open",),
    "equalities": (),
    "complaints": (),
    "freedom_of_information": (),
    "data_protection": (),
    "confidentiality": (),
    "dispute_resolution": (),
    "interests": ("when", "withdraws"),
    "conduct": ("nolan",),
}
"""The clause types of the guide with the fields that are scored (GUIDE.md, Types and their value fields)."""

_THRESHOLD = r"simple_majority|two_thirds|three_quarters|unanimous|\d+/[1-9]\d*"
_BASIS = "present|present_and_voting|all_members"
_DURATION = r"P\d+[YMWD]|PT\d+H|P\d+Y\d+M"
_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
FORMS: Mapping[tuple[str, str], str] = {
    ("quorum", "fraction"): r"\d+/[1-9]\d*",
    ("quorum", "combine"): "greater_of|lesser_of|and",
    ("voting", "method"): "consensus|vote|consensus_then_vote|consensus_then_escalate|chair_decides",
    ("voting", "threshold"): _THRESHOLD,
    ("voting", "threshold_basis"): _BASIS,
    ("chair_appointment", "role"): "chair|vice_chair",
    ("chair_appointment", "method"): "elected|selected|appointed|nominated|ex_officio|rotating",
    ("chair_appointment", "term"): _DURATION,
    ("term_of_office", "term"): _DURATION,
    ("term_of_office", "max_total"): _DURATION,
    ("meeting_frequency", "bound"): "exact|at_least|at_most|about",
    (
        "notice",
        "subject",
    ): "meeting|extraordinary_meeting|papers|agenda_item|dissolution|amendment|resignation|minutes",
    ("notice", "period"): _DURATION,
    ("notice", "day_kind"): "clear|working|calendar",
    ("review_cycle", "subject"): "terms_of_reference|membership|procedures",
    ("review_cycle", "interval"): _DURATION,
    ("review_cycle", "agreed"): _DATE,
    ("review_cycle", "next_review"): _DATE,
    ("amendment", "threshold"): _THRESHOLD,
    ("amendment", "notice"): _DURATION,
    ("dissolution", "threshold"): _THRESHOLD,
    ("dissolution", "threshold_basis"): _BASIS,
    ("dissolution", "notice"): _DURATION,
    ("dissolution", "assets"): "returned_to_contributors|similar_body|host_organisation|other",
    ("minutes", "within"): _DURATION,
    ("interests", "when"): "at_meeting|register|both",
}
"""Fields whose words the guide lays down, as regular expressions for the whole of them."""

_TOP = {"document", "sha256", "kind", "bodies", "clauses", "arguable", "traps", "extra"}
_ENTRY = {"type", "body", "status", "value", "evidence", "note", "derived"}
_ENDING = ".gold.json"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated provision. ``runs`` are (start, end) in code points of the reference text, end exclusive."""

    type: str
    body: str | None
    status: Status
    value: Value
    runs: tuple[tuple[int, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotations of one document.

    ``text`` is the reference text, ``clauses`` what must be found, ``arguable`` what may be found, ``traps`` readings
    that are wrong, ``extra`` clauses of types that the guide does not list.
    """

    document: str
    sha256: str
    text: str
    kind: Kind
    bodies: tuple[str, ...]
    clauses: tuple[Annotation, ...]
    arguable: tuple[Annotation, ...] = ()
    traps: tuple[Annotation, ...] = ()
    extra: tuple[Annotation, ...] = ()


def read_annotations(folder: Path, documents: Path | None = None) -> tuple[Gold, ...]:
    """All gold files of a folder, by file name.

    The reference text of a file is sought in ``folder/texts``, then in ``documents``. Raises BadData where the folder
    holds no gold file, or as ``read_gold`` does.
    """
    files = sorted(folder.glob(f"*{_ENDING}"))
    if not files:
        raise BadData(
            f"there is no file *{_ENDING} in this folder", where=str(folder), todo="Give a folder of annotations"
        )
    return tuple(read_gold(file, documents) for file in files)


def read_gold(file: Path, documents: Path | None = None) -> Gold:
    """One gold file with its reference text.

    Raises BadData, naming the file and the entry, for a file that is not JSON, an unknown key, type, field, status or
    body, a value that the guide does not know, a range outside the text, a reference text that is missing or that has
    another SHA-256.
    """
    data = _load(file)
    where = file.name
    _only(data, _TOP, where)
    name = _text(data, "document", where)
    text = _reference(file, name, documents)
    found = text_sha256(text)
    if data.get("sha256") != found:
        raise BadData(
            f"the reference text {name} has SHA-256 {found[:12]}…, not {str(data.get('sha256'))[:12]}…",
            where=where,
            todo="Annotate that text again, or restore it",
        )
    kind = _text(data, "kind", where)
    if kind not in list(Kind):
        raise BadData(f"unknown kind {kind!r}", where=where, todo=f"It is one of: {', '.join(Kind)}")
    bodies = _list(data, "bodies", where)
    if not all(isinstance(body, str) and body for body in bodies):
        raise BadData("'bodies' is a list of names", where=where)
    lists = {key: tuple(_entries(data, key, text, where)) for key in ("clauses", "arguable", "traps", "extra")}
    for number, entry in enumerate(lists["clauses"], start=1):
        _check_clause(entry, Kind(kind), bodies, f"{where}, clauses {number}")
    return Gold(document=name, sha256=found, text=text, kind=Kind(kind), bodies=tuple(bodies), **lists)


def _check_clause(entry: Annotation, kind: Kind, bodies: list[Any], where: str) -> None:
    """What holds for the clauses alone; an arguable reading may name a body or use a type that is not there."""
    if entry.type not in SCORED:
        raise BadData(f"the guide has no type {entry.type!r}", where=where, todo="Put it under 'extra'")
    if entry.body is not None and entry.body not in bodies:
        raise BadData(f"the body {entry.body!r} is not among 'bodies'", where=where, todo="Add it, or correct the name")
    if entry.status is Status.RECOMMENDED and kind is not Kind.INDUCTION_GUIDE:
        raise BadData(f"'recommended' is only for an {Kind.INDUCTION_GUIDE}", where=where)


def _load(file: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadData(f"cannot be read ({error.strerror or error})", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise BadData("is not UTF-8 text", where=str(file)) from error
    except json.JSONDecodeError as error:
        raise BadData(f"is not JSON (line {error.lineno}: {error.msg})", where=str(file)) from error
    except (ValueError, RecursionError) as error:  # Python's own limits
        raise BadData("has thousands of digits or of brackets in a row", where=str(file)) from error
    if not isinstance(data, dict):
        raise BadData("holds no JSON object", where=str(file))
    return data


def _reference(file: Path, name: str, documents: Path | None) -> str:
    """The text that offsets count in: bytes as stored but for a byte order mark, line ends untouched."""
    folders = [file.parent / "texts", *([documents] if documents else [])]
    names = dict.fromkeys((name, file.name.removesuffix(_ENDING) + ".txt"))
    for path in (folder / one for folder in folders for one in names):
        if not path.is_file():
            continue
        try:
            return path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        except OSError as error:
            raise BadData(f"cannot be read ({error.strerror or error})", where=str(path)) from error
        except UnicodeDecodeError as error:
            raise BadData("a reference text is UTF-8, this is not", where=str(path)) from error
    raise BadData(
        f"its reference text {name} is in none of: {', '.join(str(folder) for folder in folders)}", where=file.name
    )


def _entries(data: Mapping[str, Any], key: str, text: str, where: str) -> Iterator[Annotation]:
    """The annotations of one list; every list but 'clauses' may be missing."""
    if key not in data and key != "clauses":
        return
    for number, entry in enumerate(_list(data, key, where), start=1):
        place = f"{where}, {key} {number}"
        if not isinstance(entry, dict):
            raise BadData("an annotation is an object", where=place)
        _only(entry, _ENTRY, place)
        yield _annotation(entry, text, place)


def _annotation(entry: Mapping[str, Any], text: str, where: str) -> Annotation:
    type_name = _text(entry, "type", where)
    if type_name not in clause_types():
        raise BadData(f"unknown clause type {type_name!r}", where=where)
    status = _text(entry, "status", where)
    if status not in (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER, Status.RECOMMENDED):
        raise BadData(f"unknown status {status!r} of a clause", where=where)
    body, value, note = entry.get("body"), entry.get("value", {}), entry.get("note", "")
    if not isinstance(body, str | None) or not isinstance(value, dict) or not isinstance(note, str):
        raise BadData("'body' is a name or null, 'value' an object, 'note' text", where=where)
    for field, content in value.items():
        form = FORMS.get((type_name, field))
        if form and isinstance(content, str) and not re.fullmatch(form, content):
            raise BadData(f"{type_name}.{field} cannot be {content!r}", where=where, todo="See the guide's table")
    return Annotation(
        type=type_name,
        body=body,
        status=Status(status),
        value=value_from_json(type_name, value, where),
        runs=tuple(_run(run, text, where) for run in _list(entry, "evidence", where, empty=False)),
        note=note,
    )


def _run(run: Any, text: str, where: str) -> tuple[int, int]:
    if not isinstance(run, list) or len(run) != 2 or not all(type(offset) is int for offset in run):
        raise BadData(f"evidence is [start, end], not {run!r}", where=where)
    start, end = run
    if not 0 <= start < end <= len(text):
        raise BadData(f"the range {start}..{end} is not in the text (0..{len(text)})", where=where)
    return start, end


def _only(data: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(data) - known)
    if unknown:
        raise BadData(f"unknown key {unknown[0]!r}", where=where, todo=f"Known are: {', '.join(sorted(known))}")


def _text(data: Mapping[str, Any], key: str, where: str) -> str:
    content = data.get(key)
    if not isinstance(content, str) or not content:
        raise BadData(f"{key!r} must be given as text", where=where)
    return content


def _list(data: Mapping[str, Any], key: str, where: str, *, empty: bool = True) -> list[Any]:
    content = data.get(key)
    if not isinstance(content, list) or not (content or empty):
        raise BadData(f"{key!r} must be a list{'' if empty else ' with something in it'}", where=where)
    return content
