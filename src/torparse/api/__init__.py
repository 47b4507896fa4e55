"""torparse from Python: read a document, extract its clauses, or work with a whole set (docs/python.md).

``reading`` reads one document, ``corpus`` many, ``results`` is what comparing and checking give, ``frames`` makes data
frames. Nothing of this is needed by the command line, which stands beside it.
"""

from torparse.api.corpus import Corpus, Failure, Skipped
from torparse.api.reading import extract, read
from torparse.api.results import Checks, Comparison

__all__ = ["Checks", "Comparison", "Corpus", "Failure", "Skipped", "extract", "read"]
