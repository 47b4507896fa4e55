"""How many examples are tried: few and always the same in the suite, ``TORPARSE_FUZZ`` new ones in ``make fuzz``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings

MANY = int(os.environ.get("TORPARSE_FUZZ", "0"))
"""Examples of each test; 0 in the suite."""


def tries(few: int, *, shrink: bool = True) -> Callable[[Any], Any]:
    """The settings of a test that tries ``few`` examples in the suite. ``shrink`` is not set where an example is only
    the seed of what is tried: a smaller seed is no simpler example."""
    phases = [phase for phase in Phase if phase not in (Phase.explain, *([] if shrink else [Phase.shrink]))]
    return settings(
        max_examples=MANY or few,
        phases=phases,
        derandomize=not MANY,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=bool(MANY),
    )
