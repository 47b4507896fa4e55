"""What a provision is called where a text speaks of it without laying it down: guides and covering reports."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.structure.units import Role

NAMES: dict[str, str] = {
    "quorum": r"\bquor(?:um|ate|acy)\b|how many must be present",
    "voting": r"\btakes? a vote\b|\bvoting (?:procedures?|arrangements?|rights?|rules)\b"
    r"|\bdecision[ -]making(?: (?:process\w*|procedures?|arrangements?))?\b|\bhow decisions (?:are"
    r"|will be) (?:made|taken)\b",
    "chair_appointment": r"\belection (?:protocols?|procedures?|arrangements?|of (?:officers|the chair\w*))\b"
    r"|\b(?:appointment|election|selection|choice) of (?:a |the )?(?:{CHAIR}|office)\b|\bhow (?:the )?(?:{CHAIR}"
    r"|officers)[\w ]*(?:chosen|elected|appointed)|\b{CHAIR} is (?:to be )?(?:chosen|elected|appointed)",
    "term_of_office": r"\bterms? of office\b|\blength of (?:service|appointment|time)\b[\w ]*|\bhow long[\w ]*(?:serve"
    r"|hold)\w*",
    "meeting_frequency": r"\bmeeting schedules?\b|\bfrequency of meetings\b|\bhow often\b[\w ]*\bmeet(?:s|ings?)?\b"
    r"|\bschedule of meetings\b",
    "notice": r"\bnotice (?:of meetings|periods?)\b|\bcirculation of (?:papers|agendas)\b|\bbefore a meeting\b"
    r"|\bwhen papers (?:are|must be) sent",
    "review_cycle": r"\breview (?:and dissolution )?(?:procedures?|arrangements?|dates?|cycle)\b"
    r"|\barrangements for review\b|\bwhen (?:the terms(?: of reference)?|they) (?:will|are to"
    r"|should) (?:next )?be (?:next )?reviewed\b",
    "amendment": r"\b(?:amendment|alteration) (?:procedures?|of the terms)\b|\bhow (?:the terms(?: of reference)?"
    r"|they) (?:can|may|are to) be (?:changed|amended|altered)\b",
    "dissolution": r"\b(?:review and )?dissolution (?:procedures?|arrangements?)\b|\bdissolution\b|\bexit (?:strategy"
    r"|arrangements)\b|\bw(?:inding|ound)[ -]up\b",
    "deputies": r"\b(?:send a deputy|deputies|substitutes?|alternates?)\b",
    "equalities": r"\bequalit(?:y|ies)\b(?! of)|\bequal opportunit\w+|\bdiversity polic\w+",
    "interests": r"\b(?:declarations?|conflicts?|registers?) of interests?\b",
    "complaints": r"\bcomplaints? (?:procedures?|polic\w+|process)\b|\bcomplaints\b",
    "freedom_of_information": r"\bfreedom of information\b",
    "data_protection": r"\bdata protection\b|\bGDPR\b",
    "conduct": r"\bcodes? of conduct\b|\bnolan\b|\b(?:seven|7) (?:general )?principles\b",
    "confidentiality": r"\bconfidentiality (?:polic\w+|agreement|rules)\b",
    "dispute_resolution": r"\bdisputes? between\b|\bdisagreements?\b|\b(?:dispute|conflict) resolution\b"
    r"|\bdisputes procedures?\b",
    "urgent_decisions": r"\burgent (?:decisions|business)\b|\bno time to call a meeting\b"
    r"|\bdecisions? between meetings\b",
    "minutes": r"\bpublication of minutes\b|\bminutes should be\b",
    "public_access": r"\bpublic access to meetings\b",
    "attendance": r"\bnon-attendance\b|\bmissing meetings\b|\bmisses meetings\b",
}
_RECOMMENDS = phrase(
    r"\b(?:should|need to|must|ought to|good practice|best practice|recommend\w*|advis\w+|make sure|ensure"
    r"|expected to)\b"
)
_OF_TERMS = phrase(
    r"\bterms of reference\b|\bgovernance (?:arrangements|documents?)\b|\bconstitution\b|\bclear polic(?:y|ies)\b"
    r"|\bwritten (?:rules|procedures|polic\w+)\b|\bin writing\b|\b(?:laid|set|written) (?:out|down)\b|\bfollow the\b"
    r"|\badopt (?:a|the)\b|\bmade available\b|\b(?:should|ought to) (?:also )?say\b"
    r"|\bhave (?:agreed|clear|written)\b|\bhave an? (?:[\w-]+ ){0,3}(?:polic(?:y|ies)|procedures?|protocols?|process"
    r"|rules|codes?|schedule|register|quorum|constitution|route|statement|way)\b"
)
_LISTS = phrase(
    r"\b(?:sections?|includes?|covers?|sets? out|contains?|describes?|comprises?|chapters?|parts?"
    r"|deals? with|provides? for|makes? clear|explains?|not among the papers)\b"
)
_OF_WORK = phrase(r"\b(?:this report|officers|the council|implications|has been consulted|assessment)\b")


def recommended(context: Context) -> Iterator[tuple[str, Hit]]:
    """What a guide says terms of reference should hold: (type, hit), one for each type and sentence.

    A table or list after such a sentence ("something in writing on each of the following") is part of it.
    """
    opened: Sentence | None = None
    for sentence in context.sentences:
        whole = sentence.full
        advice = bool(_RECOMMENDS.search(whole) and _OF_TERMS.search(whole))
        if advice and phrase(r":\W*$|\bfollowing\b|\bbelow\b").search(sentence.text):
            opened = sentence
        listed = (
            opened is not None
            and opened.section == sentence.section
            and context.units[sentence.unit].role in (Role.CELL, Role.ITEM)
        )
        if sentence.narrative or not (advice or listed):
            continue
        for name in _named(sentence.text):
            runs = (opened, sentence) if listed and opened and not advice else (sentence,)
            yield name, Hit(_asked(name, sentence.text), runs, "guide.recommends", Status.RECOMMENDED, no_body=True)


def _asked(name: str, text: str) -> dict[str, object]:
    """The little that a recommendation says of the value."""
    if name == "conduct" and phrase(r"nolan|seven|7").search(text):
        return {"nolan": True}
    if name == "chair_appointment" and phrase(r"{CHAIR}").search(text):
        return {"role": "chair"}
    return {"subject": "papers"} if name == "notice" and phrase(r"papers|agenda").search(text) else {}


def covered(context: Context) -> Iterator[tuple[str, Hit]]:
    """What a covering report says is in the document it covers: (type, hit). The rules are not in the file."""
    for sentence in context.sentences:
        if (
            sentence.narrative
            or (not _LISTS.search(sentence.text) and not _LISTS.search(sentence.lead_in))
            or _OF_WORK.search(sentence.text)
        ):
            continue
        if not sentence.item and not phrase(r"\b(?:agreement|terms|constitution|document|appendix|annex)\b").search(
            sentence.text
        ):
            continue
        for name in _named(sentence.text):
            value = {"nolan": True} if name == "conduct" and phrase(r"nolan|seven").search(sentence.text) else {}
            yield name, Hit(value, (sentence,), "report.covers", Status.DEFERRED, no_body=True)


def _named(text: str) -> list[str]:
    """The provisions that ``text`` calls by name."""
    return [name for name, pattern in NAMES.items() if phrase(pattern).search(text)]
