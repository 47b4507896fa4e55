"""The context, which says what each key stands for. It is written into the file, so that nothing is fetched to read it;
the keys of annotations are those of the W3C's own context."""

from __future__ import annotations

from typing import Any

OURS = "urn:torparse:"
"""What torparse's own properties and codes begin with."""


def _link(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


def _typed(name: str, type_: str) -> dict[str, str]:
    return {"@id": name, "@type": f"xsd:{type_}"}


_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "torparse": OURS,
}
_ANNOTATIONS: dict[str, Any] = {
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "body": _link("oa:hasBody"),
    "target": _link("oa:hasTarget"),
    "source": _link("oa:hasSource"),
    "selector": _link("oa:hasSelector"),
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "classifying": "oa:classifying",
    "start": _typed("oa:start", "nonNegativeInteger"),
    "end": _typed("oa:end", "nonNegativeInteger"),
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "creator": _link("dcterms:creator"),
    "created": _typed("dcterms:created", "dateTime"),
    "generator": _link("as:generator"),
    "generated": _typed("dcterms:issued", "dateTime"),
    "name": "foaf:name",
}
_DOCUMENTS: dict[str, Any] = {
    "Document": "foaf:Document",
    "identifier": "dcterms:identifier",
    "title": "dcterms:title",
    "date": "dcterms:date",
    "format": "dcterms:format",
    "sha256": "schema:sha256",
    "version": "schema:version",
    "kind": "torparse:kind",
    "textSha256": "torparse:textSha256",
    "redacted": "torparse:redacted",
}
_BODIES: dict[str, Any] = {
    # a body's name is its preferred label, as in Popolo; a person's is a name
    "Organization": {"@id": "org:Organization", "@context": {"name": "skos:prefLabel"}},
    "Post": "org:Post",
    "Role": "org:Role",
    "label": "skos:prefLabel",
    "otherName": "skos:altLabel",
    "definition": "skos:definition",
    "Concept": "skos:Concept",
    "hasMember": _link("org:hasMember"),
    "postIn": _link("org:postIn"),
    "role": _link("org:role"),
    "statedIn": _link("dcterms:source"),
    "describedIn": _link("foaf:isPrimaryTopicOf"),
    "standing": "torparse:standing",
    "main": "torparse:main",
}
_CLAUSES: dict[str, Any] = {
    "Clause": "torparse:Clause",
    "clauseType": _link("torparse:clauseType"),
    "status": _link("torparse:status"),
    "governs": _link("torparse:governs"),
    # a value's fields are torparse's own, whatever a key of the same name means outside
    "value": {"@id": "torparse:value", "@context": [None, {"@vocab": f"{OURS}field/"}]},
    "words": "torparse:words",
    "completeness": "torparse:completeness",
    "basis": "torparse:basis",
    "confidence": _typed("torparse:confidence", "double"),
    "assertedBy": "torparse:assertedBy",
    "note": "skos:note",
    "section": "torparse:section",
    "page": _typed("torparse:page", "positiveInteger"),
}
CONTEXT: dict[str, Any] = {
    "@version": 1.1, "id": "@id", "type": "@type", **_PREFIXES, **_ANNOTATIONS, **_DOCUMENTS, **_BODIES, **_CLAUSES,
}  # fmt: skip


def type_id(type_name: str) -> str:
    """The concept of a clause type."""
    return f"{OURS}type/{type_name}"


def status_id(status: str) -> str:
    """The concept of a status."""
    return f"{OURS}status/{status}"


def role_id(role: str) -> str:
    """The role that the holder of a post has."""
    return f"{OURS}role/{role}"
