"""Identifiers that do not change from run to run: UUIDs made from names (RFC 9562, version 5)."""

from __future__ import annotations

import uuid

_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:torparse:")


def guid(what: str, *names: str) -> str:
    """The identifier of the ``what`` with these names, in lower case with hyphens: the same for the same names."""
    return str(uuid.uuid5(_OURS, "\0".join((what, *names))))
