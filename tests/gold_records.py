"""Records made from gold annotations, so that what comes after extraction is tested apart from extraction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from torparse.clauses import types
from torparse.model import (
    Block,
    Body,
    Clause,
    Completeness,
    Document,
    Evidence,
    Kind,
    Record,
    Standing,
    Status,
)

SEEDS = ("basingstoke", "daventry", "leicestershire", "ptp-induction", "worcestershire")

#: What the gold files do not say of the seeds: where each body's terms are, and the line (by a few words in it) that
#: says so. A group that is only mentioned has no standing.
_BODIES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "basingstoke": (("LSP Board", "supplied", ""),),
    "daventry": (
        ("LSP Executive", "supplied", ""),
        ("Health and Wellbeing Partnership Forum", "elsewhere", "refer separate"),
    ),
    "leicestershire": (
        ("Leicestershire Together Board", "not_supplied", "Appendix A"),
        ("Strategic Senior Officer Group (SSOG)", "not_supplied", "Appendix A"),
    ),
    "worcestershire": (
        ("Worcestershire Partnership", "supplied", ""),
        ("Worcestershire Partnership Board", "supplied", ""),
        ("Worcestershire Forum", "unwritten", "worked up by"),
        ("Theme Groups", "unwritten", "to be worked up *"),
        ("District Local Strategic Partnerships", "unwritten", "to be worked up *"),
    ),
}

#: Clauses of types that the gold files leave out: type, body, status, value, words in the line that proves it.
_ADDED: dict[str, tuple[tuple[str, str | None, str, dict[str, Any], str], ...]] = {
    "basingstoke": (
        ("document_facts", None, "stated", {"agreed": "2008-11-25"}, "25 November 2008"),
        ("subgroups", None, "placeholder", {}, "Annex 1 –"),
        ("role_descriptions", None, "deferred", {}, "(Annex 2)"),
    ),
    "daventry": (
        ("document_facts", None, "stated", {"date": "2016-06"}, "June 2016"),
        (
            "subgroups",
            None,
            "deferred",
            {"groups": ["Health and Wellbeing Partnership Forum"], "terms": "elsewhere"},
            "refer separate",
        ),
        ("role_descriptions", None, "stated", {"roles": ["member"]}, "appropriate authority"),
    ),
    "leicestershire": (
        ("document_facts", None, "stated", {"date": "2007-09-03", "draft": True}, "September 2007"),
    ),
    "worcestershire": (
        (
            "subgroups",
            None,
            "placeholder",
            {"groups": ["Worcestershire Forum", "Theme Groups"], "terms": "unwritten"},
            "to be worked up *",
        ),
        ("role_descriptions", "Worcestershire Partnership", "stated", {"roles": ["member"]}, "act on what"),
        ("role_descriptions", "Worcestershire Partnership Board", "stated", {"roles": ["member"]}, "skills/comp"),
    ),
}  # fmt: skip


def document(text: str, name: str = "terms.txt", id: str = "") -> Document:
    """A document with one block a line that has text in it."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        kept = line.strip()
        if kept:
            at = start + line.index(kept)
            blocks.append(Block(at, at + len(kept), line=number))
        start += len(line) + 1
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, id or name, text, tuple(blocks), sha256, "txt")


def quote(doc: Document, start: int, end: int) -> Evidence:
    """Evidence with its line."""
    return Evidence(doc, start, end, line=doc.text.count("\n", 0, start) + 1)


def line_with(doc: Document, words: str) -> Evidence:
    """The whole line that holds ``words``, which must be there."""
    block = next(b for b in doc.blocks if words in doc.text[b.start : b.end])
    return quote(doc, block.start, block.end)


def clause(
    type: str,
    value: Mapping[str, Any],
    evidence: Evidence | Sequence[Evidence],
    status: str = "stated",
    body: str | None = None,
    completeness: Completeness | None = None,
) -> Clause:
    """A clause; one that lacks essential fields of its type is partial ("a|b": either is enough)."""
    kind = types()[type]
    partial = not all(any(name in value for name in either.split("|")) for either in kind.essential)
    return Clause(
        type,
        Status(status),
        kind.value.from_dict(value),
        (evidence,) if isinstance(evidence, Evidence) else tuple(evidence),
        f"{type}.gold",
        body,
        completeness or (Completeness.PARTIAL if partial else Completeness.FULL),
    )


def record(
    text: str,
    clauses: Sequence[tuple[Any, ...]] = (),
    *,
    bodies: Sequence[Body] = (Body("Board", main=True),),
    kind: Kind = Kind.TERMS_OF_REFERENCE,
    name: str = "terms.txt",
    mentioned: Sequence[str] = (),
    warnings: Sequence[str] = (),
    id: str = "",
) -> Record:
    """A record of a hand-made text; a clause is (type, value, words in its line) and may go on with status and body."""
    doc = document(text, name, id)
    made = tuple(clause(kind_, value, line_with(doc, words), *rest) for kind_, value, words, *rest in clauses)
    return Record(doc, kind, tuple(bodies), (), made, tuple(warnings), tuple(mentioned))


def seed(folder: Path, name: str) -> Record:
    """The record of one seed by the beginning of its name, from the gold annotations of ``folder`` (``../shared``)."""
    path = next(folder.glob(f"gold/seeds/{name}*.gold.json"))
    gold = json.loads(path.read_text("utf-8"))
    text = (folder / "corpus/seeds" / gold["document"]).read_bytes().decode("utf-8")
    doc = document(text, gold["document"])
    bodies = tuple(
        Body(body, Standing(standing), main=number == 0, pointer=line_with(doc, words) if words else None)
        for number, (body, standing, words) in enumerate(_BODIES.get(name, ()))
    )
    clauses = [
        clause(c["type"], c["value"], [quote(doc, *run) for run in c["evidence"]], c["status"], c["body"])
        for c in gold["clauses"]
    ]
    clauses += [
        clause(kind, value, line_with(doc, words), status, body)
        for kind, body, status, value, words in _ADDED.get(name, ())
    ]
    mentioned = tuple(n for n in gold["bodies"] if n not in {b.name for b in bodies})
    return Record(doc, Kind(gold["kind"]), bodies, (), tuple(clauses), (), mentioned)
