"""What each key of the output contract holds, for the JSON Schema. Value fields are described in their models."""

from __future__ import annotations

from collections.abc import Mapping

RECORD: Mapping[str, str] = {
    "document": "The file's name.",
    "id": "The file's path below the folder that was read.",
    "sha256": "SHA-256 of the file's bytes, hexadecimal.",
    "text_sha256": "SHA-256 of the text that offsets count in (UTF-8), hexadecimal.",
    "kind": "What kind of document it is.",
    "bodies": "The bodies whose terms the document gives, points to or promises.",
    "standings": "By body, where its terms are; it decides the status of what they do not say.",
    "main": "The body that is the partnership itself; null where none is told.",
    "aliases": "By body, its other names in the document.",
    "pointers": "By body, the words that point to its terms or promise them.",
    "mentioned": "Groups that the text names without giving, pointing to or promising their terms.",
    "clauses": "Every provision that was found, as corrected by people where they did.",
    "recognised": "The pages whose text was recognised in a picture and may be wrong in a letter.",
    "warnings": "What a reader of the results should know of the document, a sentence each.",
    "judged": "What people say of cells of the comparison without a clause.",
    "rejected": "Clauses that a person says are none.",
    "conflicts": "What people said once and no longer fits the document, a sentence each.",
}
EVIDENCE: Mapping[str, str] = {
    "start": "Where the run begins in the document's text, in code points from 0.",
    "end": "Where it ends; the code point there is not part of it.",
    "quote": "The document's text from start to end, character for character.",
    "section": "The section where it stands, as the document numbers or names it.",
    "page": "The page, from 1; null where the format has no pages.",
    "line": "The line, from 1; null but for plain text.",
}
CLAUSE: Mapping[str, str] = {
    "type": "What the clause is about.",
    "body": "The body that it governs; null where it names none and holds for the whole document.",
    "status": "What the document does with the provision.",
    "completeness": "Whether a stated clause gives all that is essential to its type.",
    "value": "What the clause lays down, field by field; a field that the document does not give is left out.",
    "basis": "How the value was had: from words that say it, by arithmetic on them, or by reading between them.",
    "confidence": "How sure it is, 0 to 1: the share of such clauses that were right in annotated documents.",
    "source": "Who says so: torparse, or a person who corrected or confirmed it.",
    "evidence": "The runs of text that prove it, in the order of the text.",
    "rule": "The id of the rule that found it.",
    "notes": "What a careful reader should know, a sentence each.",
    "review": "What a person said of it; left out where nobody did.",
    "machine": "The clause as torparse found it, where a person said something; left out where it had missed it.",
}
RECOGNISED: Mapping[str, str] = {
    "page": "The page, from 1.",
    "confidence": "How sure the recognition was of its words, 0 to 1 on average; null where it is not known.",
}
REVIEW: Mapping[str, str] = {
    "by": "Who: the name that the person gave.",
    "on": "When, in ISO 8601 and UTC.",
    "note": "A note by the person, which may be empty.",
}
JUDGED: Mapping[str, str] = {
    "body": "The body's name.",
    "provision": "The id of the row of the comparison.",
    "verdict": "What the person says: not needed, or looked for and absent.",
    "review": "Who said so.",
}
