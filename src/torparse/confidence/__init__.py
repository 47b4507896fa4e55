"""How likely a clause is to be right: type, status, body and every field.

A logistic model over what is known of a clause when it is found (``features``). Its weights (``weights.toml``) come
from documents that were annotated by hand; ``make confidence`` fits them anew. A feature without a weight says nothing.
"""

from torparse.confidence.features import body_reason, features
from torparse.confidence.model import Rating, rating

__all__ = ["Rating", "body_reason", "features", "rating"]
