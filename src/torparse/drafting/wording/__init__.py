"""The wording of every provision in both registers, from its value; one module a family of types.

``worded`` is the way in. Every scored field of a type (GUIDE.md, Types and their value fields) that an answer gives is
said; nothing that decides something is said that was not answered, but for the two time limits named in ``complaints``
and ``disputes``.
"""
