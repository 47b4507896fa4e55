"""Agreement of all that is tried first, and a vote for want of it."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase

SOUGHT = phrase(
    r"\b(?:unable|fail\w*|not able|impossible) to (?:all )?(?:agree|reach (?:an? )?(?:unanim\w+|agree\w+|common)|be "
    r"unanimous|find"
    r" agreement)|\b(?:cannot|can't|can not|could not|do not|don't) (?:all |unanimously )*(?:agree\b(?! (?:to|with"
    r"|that) )"
    r"|reach (?:an? )?(?:unanim\w+|agreement)|be unanimous)"
    r"|\bunanim\w+\b[^.;]{0,20}\b(?:where|wherever|when|whenever|if|so far as|as far as) (?:at all )?(?:possible"
    r"|practicable|feasible"
    r"|it can be)\b|\b(?:wherever|where|whenever) possible\b[^.;]{0,40}\bunanim\w+"
    r"|\b(?:no|without|lack of|failing|in the absence of) unanim\w+|\bunanim\w+ (?:cannot|can't|can not|is not|isn't"
    r"|proves?) "
    r"(?:be )?(?:reached|achieved|possible|obtained|found|attained|impossible)\b"
)
"""Agreement of all is tried first; what follows is for want of it."""
WORD = phrase(r"\bunanim\w+")
