"""The codes that stand in the tables, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping

from torparse.consistency import note_kinds
from torparse.dated import State
from torparse.model import Completeness, Kind, Standing, Status
from torparse.report.words import JUDGEMENTS, KINDS, STATUSES
from torparse.report.workbook import codes as words

CELL_STATUS: Mapping[str, str] = {str(status): STATUSES[str(status)][1] for status in Status if str(status) in STATUSES}
CLAUSE_STATUS: Mapping[str, str] = {
    **{code: meaning for code, meaning in CELL_STATUS.items() if code not in (Status.ABSENT, Status.NOT_ASSESSABLE)},
    str(Status.RECOMMENDED): "A guide says that terms should hold this; it lays nothing down for a body of its own.",
}
COMPLETENESS: Mapping[str, str] = {
    str(Completeness.FULL): words.COMPLETENESS["In full"],
    str(Completeness.PARTIAL): words.COMPLETENESS["In part"],
}
BASIS: Mapping[str, str] = {str(code): meaning for code, meaning in words.BASIS.items()}
SOURCE: Mapping[str, str] = {str(code): meaning for code, meaning in words.SOURCE.items()}
KIND: Mapping[str, str] = {str(kind): words.KIND[KINDS[kind]] for kind in Kind}
STANDING: Mapping[str, str] = {
    str(standing): f"{said}. {meaning}"
    for standing, (said, meaning) in zip(Standing, words.STANDING.items(), strict=True)
}
JUDGEMENT: Mapping[str, str] = {code: meaning for code, (_, meaning) in JUDGEMENTS.items() if code != "promised"}
STATE: Mapping[str, str] = {
    str(state): meaning
    for state, meaning in zip((State.ALREADY, State.SINCE, State.UNDATED), words.REFERENCE_STATE.values(), strict=True)
}
IMPORTANCE, ASKED_BY, REFERENCE_KIND = words.IMPORTANCE, words.ASKED_BY, words.REFERENCE_KIND
SCOPE = {
    "body": "It governs one body, which body_id or body names.",
    "document": "It names no body: it holds for every body whose terms are in the document.",
}
TARGET_STATE = {
    "not_supplied": "The text says that the rule is somewhere else; that place was not among the documents.",
    "unwritten": "The text promises the rule; it is still to be written.",
}
WHAT_PEOPLE_DID = {
    "corrected": "A person put right what torparse had found.",
    "added": "torparse had missed it, and a person added it.",
    "confirmed": "A person looked at it and it was right.",
    "rejected": "torparse took these words for a clause, and a person says that they are none.",
    "not_needed": "A person says that the terms of this body need not have it.",
    "confirmed_absent": "A person looked for it and it is not there.",
    "conflict": "What a person said no longer fits the document; the note says how.",
}


def clause_types() -> Mapping[str, str]:
    """Every clause type with what it is about."""
    return words.clause_types()


def notes() -> Mapping[str, str]:
    """Every kind of consistency note with its title."""
    return {name: kind.title for name, kind in note_kinds().items()}
