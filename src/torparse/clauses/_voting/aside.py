"""Votes that are no rule on how a body decides: elections, decisions told of the past, and who has which standing."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase

_SEAT = r"(?:posts?|positions?|offices?|seats?|places?|roles?|vacanc(?:y|ies)|elections?)"
_ELECTION = (
    rf"\b{_SEAT}\b[^.;]{{0,30}}? (?:is|are|be|were) (?:contested|disputed|oversubscribed)\b|\bcontested {_SEAT}\b"
    r"|\b(?:more than (?:one|two|{NUMBER})|two or more|several) (?:\w+ )?(?:persons?|people|members?|nominees?"
    r"|nominations?"
    r"|names?|individuals?) (?:(?:is|are|have been|has been) (?:nominated|proposed|put forward|received)|stand|offer"
    rf"|wish to (?:stand|serve))\b|\bmore (?:nominations|nominees|names"
    rf"|people) than (?:there are )?(?:vacant )?{_SEAT}\b"
    r"|\bwhich (?:of the )?(?:nominee|person|applicant|contender)s?\b|\b(?:people|persons|members) stand for the same\b"
    r"|\b(?:elects?|chooses?|selects?|picks?|appoints?) (?:an?|its|the|their|one|two|both|own)\b(?: own)?[^.;,]{0,30}?"
    r"(?:{CHAIR}|{VICE}|secretary|treasurer|officers)\b[^.;]{0,60}\b(?:majority|votes?|ballot)\b"
)
_ADOPTED = r"(?:ratified|adopted|approved|agreed|passed|endorsed|accepted|confirmed|resolved)"
_PAST = (
    rf"\b(?:was|were|has been|have been) (?:\w+ly )?{_ADOPTED}\b[^.;]*\b(?:unanim\w+|majority|votes?|consensus)\b"
    rf"(?![^.;]*\b(?:shall|must|will|is|are|may be) )|\b(?:was|were|has been|have been) unanimously {_ADOPTED}\b"
    rf"|^\W*(?:unanimously )?{_ADOPTED}\b[^.;]{{0,60}}\b(?:unanim\w+|majority|votes?)\b[^.;]{{0,60}}\b{{DATE}}"
    rf"|^\W*unanimously {_ADOPTED}\b[^.;]{{0,60}}\b{{DATE}}"
)
_STANDING = (
    r"\b(?:voting (?:position|status|membership|rights?|seat)|voting members?)\b[^.;]{0,60}?\b(?:downgraded|lost"
    r"|lapses?"
    r"|withdrawn|suspended|forfeited|revoked|reduced|converted|lose[sd]?)\b"
)
_OUTSIDERS = (
    r"^\W*(?:all |any |the |such )*(?:observers?|co-?opted (?:members|persons|people)|advis[eo]rs?|guests?|invitees?"
    r"|visitors|non-members|attendees|(?:associate|honorary|affiliate|junior|non-voting"
    r"|corresponding) members?)\b[^.;]{0,80}?"
    r"(?:\b(?:no|not|cannot|without|nor|never)\b|n['’]t)[^.;]{0,30}?\bvot(?:e|es|ing)\b"
)
NOT_DECIDING = phrase(f"{_ELECTION}|{_PAST}|{_STANDING}|{_OUTSIDERS}")
"""Nothing that the body's ordinary rule on deciding could be made of."""
