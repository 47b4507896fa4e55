"""Patterns written the way a phrase is read.

``phrase("not less than {NUMBER} members")`` compiles to an expression in which a space matches any run of white
space (a space with ``?`` or ``*`` behind it also none), letters match in either case, and a name in braces stands for
one of the lexicon's patterns.
"""

from __future__ import annotations

import re
from functools import cache

from torparse.lexicon.patterns import Pattern, compiled

_NAME = re.compile(r"\{([A-Z_]+)\}")
_SPACE = re.compile(r" +([?*])?")


@cache
def phrase(pattern: str) -> Pattern:
    """Compile ``pattern``; raises KeyError where it names a part that the lexicon does not have."""
    return compiled(expand(pattern), re.IGNORECASE)


@cache
def expand(pattern: str) -> str:
    """``pattern`` with its named parts filled in and its spaces made tolerant."""
    from torparse.lexicon import parts  # the table imports the lexicon's modules, which import this one

    filled = _NAME.sub(lambda match: expand(parts.PARTS[match[1]]), pattern)
    return _SPACE.sub(lambda match: r"\s*" if match[1] else r"\s+", filled)
