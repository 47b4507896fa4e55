"""A vote that is one of the things that members do, and no rule on how they decide."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Sentence

_DUTIES = phrase(
    r"\b(?:dut(?:y|ies)|responsib\w+|tasks?|roles?|functions?|remit|expect(?:ed|ations?)|obligations?|commitments?"
    r"|job|activities|work|business of)\b"
)
"""Headings and lead-ins of what members or a body are to do; a vote there is one of their tasks."""
_A_DUTY = phrase(
    r"^\W*(?:\(?\w{1,3}[).] )?(?:to )?(?:attend|prepare|read|discuss|consider|review|contribute|participate|take "
    r"part|speak"
    r"|propose|help|support|debate|vote|ensure|exercise)(?:s|ing)?\b[^.;]*\bvot(?:e|es|ing)\b"
    r"|^\W*(?:\(?\w{1,3}[).] )?(?:to )?vot(?:e|es|ing) (?:on|for|about|in|at|upon|to)\b"
    r"|\b(?:participating|taking part) in[^.;]*\bvot(?:e|es|ing)\b"
    r"|\b(?:allow|enabl|entitl|permit|empower)\w*\b[^.;]*\b(?:cast (?:\w+ )?|to )vot(?:e|es|ing)\b"
    r"|\bdepend(?:s|ent|ing)? (?:up)?on\b[^.;]*\bvot(?:e|es|ing)\b"
    r"|\b(?:submitt|bring|putt|send|present|propos|tabl)ing\b[^.;]* (?:for|to) (?:a |the )?vot(?:e|ing)\b"
    r"|\bfor (?:\w+ ){0,2}?(?:discussion|debate|consideration)(?:,? (?:and|or) )(?:a |the )?(?:possible )?vot(?:e"
    r"|ing)\b"
)
"""Votes as something that members do or bring about, where nothing says what a vote decides."""
_MAKES_DECISIONS = phrase(
    r"\b(?:decisions?|resolutions?|motions?|questions?|matters?)\b[^.;]{0,40}\b(?:made|taken|decided|settled"
    r"|determined|reached|passed"
    r"|carried|resolved)\b|\b(?:make|take|reach|decide)\w*\b[^.;]{0,40}\b(?:by|through|on the basis of) (?:a "
    r")?(?:\w+ )?(?:consensus"
    r"|vot\w+|majority|agreement)\b"
)


def is_duty(sentence: Sentence, text: str, *, tried: bool = False) -> bool:
    """Whether a vote is one of the things that members do, and nothing says what it decides.

    ``tried`` is true where agreement is tried before the vote, which is a rule wherever it stands.
    """
    if _A_DUTY.search(text):
        return True
    listed = sentence.item and (_DUTIES.search(sentence.lead_in) or _DUTIES.search(sentence.topic))
    return bool(listed) and not tried and not _MAKES_DECISIONS.search(text)
