"""PDF documents with text in them: reading order, paragraphs and headings made out from where the characters stand."""

from __future__ import annotations

from pathlib import Path

from torparse.model import Document
from torparse.readers._base import BY_NAME, CERTAIN, NO, RECOGNISED, Source
from torparse.readers._signatures import PDF

SUFFIXES = (".pdf",)

_FEW_CHARACTERS = 20
_GARBLED = 0.1


def sniff(head: bytes, path: Path) -> int:
    """CERTAIN for the mark of a PDF at the start; it may stand in the first 1024 bytes too (PDF 1.7, annex H.3.4.1)."""
    if head.startswith(PDF):
        return CERTAIN
    if path.suffix.lower() == ".pdf":
        return CERTAIN if PDF in head[:1024] else BY_NAME
    return RECOGNISED if PDF in head[:1024] and b"\x00" in head else NO


def read(source: Source) -> Document:
    """The Document; raises UnreadableInput for a file that is damaged, protected, too long, or only pictures."""
    from torparse.readers._pdf_blocks import blocks
    from torparse.readers._pdf_glyphs import load

    pages = load(source)
    text, found = blocks(pages)
    if not found:
        raise source.unreadable(
            "has no text in it, only pictures of pages", "Run text recognition (OCR) on it, or give the original"
        )
    bare = [page.number for page in pages if page.has_images and page.characters < _FEW_CHARACTERS]
    warnings = []
    if b"%%EOF" not in source.data[-2048:]:
        warnings.append("The end of the file is missing; pages may be missing too")
    if bare:
        named = ", ".join(map(str, bare[:10])) + (" …" if len(bare) > 10 else "")
        warnings.append(f"Pages without text, only pictures, were not read: {named}")
    if text.count("\ufffd") > len(text) * _GARBLED:
        warnings.append("Many characters of this file have no meaning; check the text against the pages")
    return source.document(text, found, "pdf", pages=len(pages), warnings=tuple(warnings))
