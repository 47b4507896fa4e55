"""Two versions of a document, or of a folder of documents, compared provision by provision.

``paired`` says which document of one folder is which of the other, ``compared`` what changed between the two versions
of one: bodies are paired (``bodies``), then their clauses (``matching``), whose values (``fields``), words
(``wording``) and places (``places``) are held against each other. What the forms show is worked out in ``views``.
"""

from torparse.diff.comparing import compared
from torparse.diff.forms import diff_json, diff_page
from torparse.diff.model import Comparison
from torparse.diff.pairing import paired
from torparse.diff.text import diff_text

__all__ = ["Comparison", "compared", "diff_json", "diff_page", "diff_text", "paired"]
