"""Dated references: bodies, laws, duties and programmes that a document names though they have gone.

The list is data (``references.toml``, ``councils.toml``), so that an officer can read and correct it. What is still in
force is never in it. ``find`` says where a document names something of it, and tells apart what ended after the
document was issued from what had ended before.
"""

from torparse.dated.data import KINDS, Reference, load
from torparse.dated.finding import DatedReference, State, find
from torparse.dated.issued import issued_of

__all__ = ["KINDS", "DatedReference", "Reference", "State", "find", "issued_of", "load"]
