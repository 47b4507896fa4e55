"""The report on a set of documents, and the checklist of one: everything that is made for people to read.

``writing`` says which files there are and writes them. ``views`` works out what the pages show; ``words``, ``dated``,
``checklist_views`` and ``summary`` are parts of that; ``pages`` loads the templates, ``tables`` makes the CSV files and
``word_checklist`` the Word files.
"""

from torparse.report.writing import checklist_texts, checklist_words, write_report

__all__ = ["checklist_texts", "checklist_words", "write_report"]
