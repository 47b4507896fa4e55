"""A checklist drafted from a guide: what an induction guide or a partnership toolkit asks of terms of reference.

``asks`` finds what the guide asks for, item by item and in its own words; ``names`` knows which clause type a
provision's name belongs to; ``drafting`` makes checklist items of both, and ``writing`` writes the TOML file that a
person finishes.
"""

from torparse.guides.asks import Ask, asks
from torparse.guides.drafting import Draft, DraftItem, draft
from torparse.guides.writing import to_toml

__all__ = ["Ask", "Draft", "DraftItem", "asks", "draft", "to_toml"]
