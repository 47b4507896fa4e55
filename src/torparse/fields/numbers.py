"""The numbers in value fields whose text holds one: shares and periods."""

from __future__ import annotations

import re
from fractions import Fraction

MAJORITIES = {
    "simple_majority": Fraction(1, 2),
    "two_thirds": Fraction(2, 3),
    "three_quarters": Fraction(3, 4),
    "unanimous": Fraction(1),
}
"""The thresholds that have a name (GUIDE.md). A simple majority must be passed, the others must be reached."""
_DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?"
)


def fraction(text: str) -> Fraction | None:
    """The share that is written as "1/2"; None for every other text.

    >>> fraction("2/3"), fraction("12"), fraction("two_thirds")
    (Fraction(2, 3), None, None)
    """
    return Fraction(text) if re.fullmatch(r"\d+/[1-9]\d*", text) else None


def share(text: str) -> Fraction | None:
    """The same, and the shares of thresholds with a name.

    >>> share("two_thirds"), share("3/5"), share("those_present")
    (Fraction(2, 3), Fraction(3, 5), None)
    """
    return MAJORITIES.get(text) or fraction(text)


def counted(duration: str) -> tuple[float | None, float | None, float | None]:
    """An ISO 8601 duration in months, in days and in hours, each only where it is counted so: nothing is converted.

    >>> counted("P2W"), counted("P1Y6M"), counted("PT30M"), counted("")
    ((None, 14, None), (18, None, None), (None, None, 0.5), (None, None, None))
    """
    match = _DURATION.fullmatch(duration)
    if not match:
        return None, None, None
    years, months, weeks, days, hours, minutes = (int(part) if part else 0 for part in match.groups())
    return (
        12 * years + months if match["years"] or match["months"] else None,
        7 * weeks + days if match["weeks"] or match["days"] else None,
        hours + minutes / 60 if match["hours"] or match["minutes"] else None,
    )
