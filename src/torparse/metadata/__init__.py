"""The user's own facts about documents (kind of body, region, year …), read from a table and matched with documents.

``tables`` reads CSV files and spreadsheets, ``matching`` says which row is about which document and body. The facts are
the user's: nothing here is taken from a document, and nothing of it changes what is found in one.
"""

from torparse.metadata.matching import Facts, match
from torparse.metadata.tables import MANIFEST, Table, hint, read

__all__ = ["MANIFEST", "Facts", "Table", "hint", "match", "read"]
