"""Tidy tables for researchers, with their codebook: ``torparse export``.

``tables`` says what the tables are and how each column is made, ``forms`` how they are written (CSV, a data package,
JSON, and others), ``codebook`` and ``run`` describe them and how they were made. A table, or a form, is one file.
"""

from torparse.export.dataset import Dataset
from torparse.export.documents import Documents
from torparse.export.forms import DEFAULT, Form, chosen, forms
from torparse.export.part import Choices
from torparse.export.writing import write_export

__all__ = ["DEFAULT", "Choices", "Dataset", "Documents", "Form", "chosen", "forms", "write_export"]
