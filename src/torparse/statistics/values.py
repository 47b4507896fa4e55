"""What a proposed sentence says: the types' own readers of values, asked without their cues.

A reader returns None where a sentence is no clause without a value that can be read, or is of a kind that looks like
the provision and is none (who takes the chair for one meeting).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from torparse.clauses import deputies, interests
from torparse.clauses._dissolution import fields as dissolution
from torparse.clauses._notice import periods, subjects
from torparse.clauses._quorum import figures
from torparse.clauses._quorum.wordings import NOT_THE_RULE
from torparse.clauses._review_cycle import interval as rhythm
from torparse.clauses._review_cycle import subject as reviewed
from torparse.clauses._term_of_office import lengths, roles
from torparse.clauses._voting import fields as voting
from torparse.clauses._voting.duties import is_duty
from torparse.clauses._voting.wordings import ELSEWHERE, PLANS
from torparse.lexicon.durations import durations
from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.phrase import phrase
from torparse.rules import offices, status
from torparse.rules.context import Context, Sentence
from torparse.rules.thresholds import basis, threshold

Value = dict[str, Any]
_NO = phrase(
    r"\b(?:no|not|never|cannot|can't|isn't|aren't|won't|don't|nor|neither|private|closed|excluded?|confidential|without"
    r"|discouraged|in camera)\b"
)
_NO_QUORUM = phrase(
    r"\b(?:there (?:is|shall be|will be) no (?:fixed )?quorum|(?:no|not|n't) (?:need|require)\w* (?:a |any )?quorum"
    r"|no (?:quorum|minimum) (?:is|will be|shall be) (?:set|fixed|required|needed))\b"
)
_UNMET = phrase(r"\bquorum\b.{0,30}\b(?:not|n't|no longer|lost|lacking|fails?)\b|\bin the absence of a quorum\b")
"""What is done where too few have come says nothing of how many are needed."""
_APPOINTS = phrase(
    r"\b(?:elect\w*|appoint\w*|nominat\w*|select\w*|chosen|choose\w*|pick\w*|rotat\w*|in turn|takes? turns|voted|ballot"
    r"|designat\w*|named?)\b"
)
_OTHER_ACTS = phrase(r"\b(?:elect\w*|reports?|reported|reviews?|reviewed|writes?)\b")
"""What may be told as often as meetings are, and is no meeting."""
_BALLOT = phrase(r"\b(?:postal|ballots?|nominations?|polls?)\b")
_ELECTS = phrase(r"\belect(?:s|ed|ion|ions|ing)?\b")
"""Elections are no way of deciding (GUIDE.md, Voting)."""
_PAPERS = phrase(r"\b(?:agendas?|papers?|reports?|packs?|documents?|bundles?)\b")
_ITEM = phrase(r"\b(?:items?|motions?|something on the agenda|added to the agenda)\b")
_SPECIAL = phrase(r"\b(?:extraordinary|special|emergency|egm|sgm)\b")
_LEAVES = phrase(r"\b(?:resign\w*|stand(?:s|ing)? down|step(?:s|ping)? down|leave|withdraw\w*)\b")
_WITHDRAWS = phrase(
    r"\b(?:withdraws?|leaves?|step (?:aside|out|back)|recuse\w*|abstain\w*|not (?:to )?(?:vote|take part"
    r"|stay|participate|speak)|take no (?:further )?part|no part|out of the room)\b"
)
_NOLAN = phrase(r"\bnolan\b|\bprinciples of public life\b|\bselfless\w*")
_PUBLISHED = phrase(r"\b(?:publish\w*|public(?:ly)?|website|web page|web site|online|available to anyone)\b")
_COPY_SENT = phrase(r"\b(?:copy|copies) of (?:any|every|each|the)\b|\bretrospective\w*")
"""What is done with a change once it is made, or what it leaves alone."""
_OF_MEMBERS = phrase(
    r"^\W*(?:any |all |the )?(?:[\w-]+ ){0,3}?(?:members?|officers?|trustees?) (?:may|can|shall|will)\b"
)
_OTHERS = phrase(
    r"\b(?:public\w*|press|anyone|anybody|everyone|residents?|citizens?|visitors?|guests?|observers?|non-members"
    r"|private"
    r"|community|open|closed)\b"
)
"""What members of a kind may do at meetings is no access of others."""
_VOTES = phrase(r"\bvot(?:e|es|ing)\b")
"""Who may speak and not vote is a colleague or an adviser, where no word is of the public."""
_MEMBERSHIP = phrase(r"\b(?:membership|members|composition|make-?up|seats)\b")
_TERMS = phrase(r"\b(?:terms of reference|tor|terms|remit|charter|constitution|document|by-?laws|agreement|rules)\b")


def _nothing(context: Context, sentence: Sentence) -> Value | None:
    return {}


def _quorum(context: Context, sentence: Sentence) -> Value | None:
    if _UNMET.search(sentence.full) or NOT_THE_RULE.search(sentence.text):
        return None
    found = figures.values(sentence.full)
    if found or _NO_QUORUM.search(sentence.text) or status.is_deferred(sentence.text):
        return found
    return None


def _frequency(context: Context, sentence: Sentence) -> Value | None:
    if _OTHER_ACTS.search(f"{sentence.topic} {sentence.full}"):
        return None
    found = frequencies(sentence.full)
    return {"per_year": found[0].per_year, "bound": found[0].bound} if found else None


def _notice(context: Context, sentence: Sentence) -> Value | None:
    text = sentence.full
    if _BALLOT.search(text) or subjects.OTHER_NOTICES.search(text) or subjects.of_a_vote_or_thing(sentence):
        return None
    given = [one for one in durations(text) if periods.counts_back(text, one)]
    if len(given) != 1:
        return None
    about = subjects.subject(context, sentence) or _noticed(text)
    if about is None:
        return None
    value = {"subject": about, "period": given[0].iso, "day_kind": given[0].day_kind}
    return {key: one for key, one in value.items() if one}


def _noticed(text: str) -> str | None:
    for name, pattern in (("resignation", _LEAVES), ("agenda_item", _ITEM), ("papers", _PAPERS)):
        if pattern.search(text):
            return name
    if phrase(r"\bmeetings?\b").search(text):
        return "extraordinary_meeting" if _SPECIAL.search(text) else "meeting"
    return None


def _term(context: Context, sentence: Sentence) -> Value | None:
    found = lengths.values(sentence.full, sentence.topic)
    if not found:
        return None
    before = next(iter(context.before(sentence)), None)
    return {"role": roles.roles_of(sentence, before, None)[0], **found}


def _chair(context: Context, sentence: Sentence) -> Value | None:
    text = sentence.full
    held = offices.offices_in(text) or offices.offices_in(sentence.topic)
    if not held or offices.STAND_IN.search(text) or offices.DUTY.search(text):
        return None
    verb = _APPOINTS.search(text)
    value = {"role": held[0]}
    if verb:
        value |= {"method": offices.method_of(verb[0], text), "by": offices.chosen_by(text)}
        value["from"] = offices.pool_of(text)
    return {key: one for key, one in value.items() if one}


def _voting(context: Context, sentence: Sentence) -> Value | None:
    text = sentence.full
    if _ELECTS.search(text) or ELSEWHERE.search(sentence.full) or PLANS.search(text):
        return None
    found = voting.fields(text)
    flags = found.pop("flags")
    consensus, vote = "consensus" in flags, "vote" in flags or "threshold" in found
    if consensus:
        found["method"] = "consensus_then_vote" if vote else "consensus"
    elif vote:
        found["method"] = "vote"
    if len(found) == 1 and is_duty(sentence, sentence.text, tried=consensus and vote):
        return None
    return {key: one for key, one in found.items() if one not in (None, "")} or None


def _review(context: Context, sentence: Sentence) -> Value | None:
    text = sentence.full
    subject = reviewed.what(context, sentence)
    if subject is None:
        subject = "membership" if _MEMBERSHIP.search(text) else "terms_of_reference" if _TERMS.search(text) else None
    every = rhythm.interval(text)
    return {"subject": subject, "interval": every} if subject and every else None


def _amendment(context: Context, sentence: Sentence) -> Value | None:
    if _COPY_SENT.search(sentence.text):
        return None
    given = threshold(sentence.full)
    return {"threshold": given} if given else {}


def _dissolution(context: Context, sentence: Sentence) -> Value | None:
    given = threshold(sentence.full)
    value = {"threshold": given, "threshold_basis": basis(sentence.full)} if given else {}
    if assets := dissolution.assets([sentence.full]):
        value["assets"] = assets
    return {key: one for key, one in value.items() if one}


def _deputies(context: Context, sentence: Sentence) -> Value | None:
    allowed, votes = deputies.reading(sentence)
    if allowed is None:
        allowed = not _NO.search(sentence.text)
    return {"allowed": allowed} | ({"voting": votes} if allowed and votes is not None else {})


def _public(context: Context, sentence: Sentence) -> Value | None:
    if (_OF_MEMBERS.search(sentence.text) or _VOTES.search(sentence.text)) and not _OTHERS.search(sentence.text):
        return None
    return {"open": not _NO.search(sentence.text)}


def _minutes(context: Context, sentence: Sentence) -> Value | None:
    shown = _PUBLISHED.search(sentence.text) and not _NO.search(sentence.text)
    return {"published": True} if shown else {}


def _interests(context: Context, sentence: Sentence) -> Value | None:
    found = interests.value_of(sentence.full)
    return found | ({"withdraws": True} if _WITHDRAWS.search(sentence.full) else {})


def _conduct(context: Context, sentence: Sentence) -> Value | None:
    return {"nolan": True} if _NOLAN.search(sentence.full) else {}


_READERS: Mapping[str, Callable[[Context, Sentence], Value | None]] = {
    "amendment": _amendment,
    "chair_appointment": _chair,
    "conduct": _conduct,
    "deputies": _deputies,
    "dissolution": _dissolution,
    "interests": _interests,
    "meeting_frequency": _frequency,
    "minutes": _minutes,
    "notice": _notice,
    "public_access": _public,
    "quorum": _quorum,
    "review_cycle": _review,
    "term_of_office": _term,
    "voting": _voting,
}


def read(name: str, context: Context, sentence: Sentence) -> Value | None:
    """The value of a provision of type ``name`` that ``sentence`` states; None where it can be none."""
    return _READERS.get(name, _nothing)(context, sentence)
