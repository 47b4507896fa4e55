"""The kinds of notes, one file each.

A file's docstring says what it finds, why that matters and where the idea is from. It declares ``TITLE`` (a few plain
words over its notes), ``ORDER`` (where they stand among the others, 1 first) and ``find`` (notes on a document). A new
kind is a new file and nothing else.
"""
