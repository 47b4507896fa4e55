"""How many examples are tried: few and always the same in the suite, ``TORPARSE_FUZZ`` new ones in ``make fuzz``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

MANY = int(os.environ.get("TORPARSE_FUZZ", "0"))
"""Examples of each test; 0 in the suite."""


def tries(few: int, share: float = 1.0) -> Callable[[Any], Any]:
    """The settings of a test that tries ``few`` examples in the suite and ``share`` of those asked for in make fuzz."""
    return settings(
        max_examples=max(1, round(MANY * share)) if MANY else few,
        derandomize=not MANY,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=bool(MANY),
    )
