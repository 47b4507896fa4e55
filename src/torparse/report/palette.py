"""The colours of statuses and judgements, as background and text. Colour never stands alone: the word is always there.

Every text has at least 4.5:1 on its background (WCAG 2.2, 1.4.3), and the backgrounds differ in lightness, so that they
survive printing in grey.
"""

from __future__ import annotations

from collections.abc import Mapping

_WHITE, _BLACK = "FFFFFF", "000000"

STATUS_COLOURS: Mapping[str, tuple[str, str]] = {
    "stated": ("0B4F8A", _WHITE),
    "part": ("8CBBE0", _BLACK),
    "deferred": ("F2C14E", _BLACK),
    "placeholder": ("FBE8B5", _BLACK),
    "absent": (_WHITE, _BLACK),
    "not_assessable": ("D0D0D0", _BLACK),
    "not_needed": ("DCCBEB", _BLACK),
}
"""By the code of a status, hexadecimal RGB."""
JUDGEMENT_COLOURS: Mapping[str, tuple[str, str]] = {
    "met": ("0B4F8A", _WHITE),
    "partly": ("F2C14E", _BLACK),
    "not_met": ("D55E00", _BLACK),
    "promised": ("FBE8B5", _BLACK),
    "cannot_be_judged": ("D0D0D0", _BLACK),
    "not_needed": ("DCCBEB", _BLACK),
}
"""By the code of a judgement, hexadecimal RGB."""
