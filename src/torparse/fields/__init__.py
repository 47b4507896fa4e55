"""The fields of the clause types' value models: what each holds, of what kind it is, its codes and their words.

Everything that shows or writes a value field (forms of the review page, exports, codebooks) takes it from here.
"""

from torparse.fields.described import descriptions
from torparse.fields.kinds import Field, FieldKind, fields_of_type

__all__ = ["Field", "FieldKind", "descriptions", "fields_of_type"]
