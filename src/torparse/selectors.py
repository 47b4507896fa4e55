"""Selectors of W3C Web Annotations: where a run of a text stands, and its words with those around it.

Source: W3C Recommendation "Web Annotation Data Model", 23 February 2017, sections 4.2.4 and 4.2.5. Positions count code
points, end exclusive, as everywhere in torparse.
"""

from __future__ import annotations

from typing import Any

AROUND = 32
"""Characters kept before and behind a quote, to tell it from its like."""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind ``text[start:end]``, up to ``AROUND`` code points each."""
    return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def selectors(start: int, end: int, exact: str, prefix: str, suffix: str) -> list[dict[str, Any]]:
    """A TextPositionSelector and a TextQuoteSelector, which select the same words."""
    words = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    return [{"type": "TextPositionSelector", "start": start, "end": end}, words]
