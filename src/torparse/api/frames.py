"""Tables of an export as data frames of pandas, with types that keep "nothing" apart from 0, False and ""."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from torparse.export.model import Column, Kind, Row

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {Kind.WHOLE_NUMBER: "Int64", Kind.NUMBER: "Float64", Kind.YES_NO: "boolean", Kind.LIST: "object"}
_TEXT = "string"


def frame(columns: Iterable[Column], rows: Iterable[Row]) -> pd.DataFrame:
    """A data frame. Whole numbers are Int64, numbers Float64, yes and no boolean, texts, dates and durations (ISO 8601)
    string, lists tuples of texts; nothing is <NA>, an empty list ``()``.
    """
    import pandas as pd

    all_ = list(rows)
    made = {
        column.name: pd.Series([row[at] for row in all_], dtype=_TYPES.get(column.kind, _TEXT))
        for at, column in enumerate(columns)
    }
    return pd.DataFrame(made)
