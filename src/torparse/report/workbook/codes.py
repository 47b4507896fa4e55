"""The words that stand in the workbook's columns for codes, each with what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from torparse.clauses import types
from torparse.dated import State
from torparse.model import Basis, Source
from torparse.report.dated import STATES
from torparse.report.people import RECOMMENDED
from torparse.report.words import KINDS, SHOWN_JUDGEMENTS, SHOWN_STATUSES, STANDINGS, STATUSES

STATUS: Mapping[str, str] = dict(SHOWN_STATUSES.values())
CLAUSE_STATUS: Mapping[str, str] = {
    **{STATUSES[code][0]: STATUSES[code][1] for code in ("stated", "deferred", "placeholder")},
    RECOMMENDED: "A guide says that terms should hold this; it lays nothing down for a body of its own.",
}
STATUS_CODES: Mapping[str, str] = {word: code for code, (word, _) in SHOWN_STATUSES.items()}
"""The code of a status by its word."""
COMPLETENESS = {
    "In full": "It gives everything that is essential to its type.",
    "In part": "It leaves something essential open.",
}
BASIS: Mapping[str, str] = {
    Basis.EXPLICIT: "The words say it.",
    Basis.DERIVED: "It follows from the words by arithmetic.",
    Basis.INFERRED: "It was read between the words; look at the quote.",
}
SOURCE: Mapping[str, str] = {
    Source.MACHINE: "torparse found it; nobody has looked at it.",
    Source.CORRECTED: "A person put it right, or added it.",
    Source.CONFIRMED: "A person looked at it and it was right.",
}
DAY_KIND = {
    "clear": "The day of sending and the day of the meeting do not count.",
    "working": "Saturdays, Sundays and public holidays do not count.",
    "calendar": "Every day counts.",
}
JUDGEMENT: Mapping[str, str] = dict(SHOWN_JUDGEMENTS.values())
IMPORTANCE = {
    "core": "Terms should not be without it.",
    "recommended": "Good practice.",
    "context": "It depends on the place and the time.",
}
ASKED_BY: Mapping[str, tuple[str, str]] = {
    "guide": ("Guide", "The guide that the checklist follows asks for it."),
    "addition": ("Addition", "The guide does not ask for it; torparse adds it."),
    "authority": ("Authority", "A law or a code asks for it."),
}
YES_NO = {"Yes": "It is so.", "No": "It is not so."}
KIND: Mapping[str, str] = {
    words: {
        "terms_of_reference": "It lays down how a body works.",
        "constitution": "It does so under that name, or for a body with a legal form.",
        "induction_guide": "It says what terms should hold, and lays nothing down for a body of its own.",
        "committee_report": "It reports on terms to a committee; the terms may be in an appendix.",
        "other": "None of these.",
    }[kind]
    for kind, words in KINDS.items()
}
STATE_READ, STATE_FAILED, STATE_SKIPPED = "Read", "Could not be read", "Left out"
READING = {
    STATE_READ: "The document is part of the comparison, or was read for reference.",
    STATE_FAILED: "It is not part of the comparison; the remarks say why.",
    STATE_SKIPPED: "It was not tried; the remarks say why.",
}
STANDING: Mapping[str, str] = {
    words[:1].upper() + words[1:]: {
        "supplied": "What its terms do not say is absent.",
        "elsewhere": "What this document does not say of it counts as deferred.",
        "unwritten": "What this document does not say of it counts as a placeholder.",
        "not_supplied": "Nothing can be told of it but the document's own date.",
    }[standing]
    for standing, words in STANDINGS.items()
}
REFERENCE_KIND = {
    "body": "An organisation.",
    "law": "An act, an order or regulations.",
    "duty": "A duty in law.",
    "guidance": "Guidance or a code.",
    "programme": "A programme or a fund.",
    "plan": "A plan or an agreement.",
    "term": "A word for a thing that goes by another name now.",
}
REFERENCE_STATE: Mapping[str, str] = {
    STATES[State.ALREADY]: "It had gone when the document was issued: an error in the document.",
    STATES[State.SINCE]: "The document was right in its time.",
    STATES[State.UNDATED]: "It has gone; whether before or after the document cannot be told.",
}
PROMISE_CLAUSE, PROMISE_BODY = "A provision", "A body's terms"
PROMISE = {
    PROMISE_CLAUSE: "The text promises one provision.",
    PROMISE_BODY: "The text promises the terms of a whole body.",
}


def clause_types() -> dict[str, str]:
    """Every clause type with what it is about."""
    return {name: _sentence(kind.definition) for name, kind in types().items()}


def _sentence(definition: str) -> str:
    """The first line of a definition without the note where the type comes from."""
    line = definition.partition("\n")[0]
    return re.sub(r"\s*\([^()]*(?:GUIDE\.md|provision P)[^()]*\)", "", line)
