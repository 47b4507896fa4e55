"""Pictures on the pages of a PDF: how much of a page one takes up, text hidden under it, and drawing a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

_SAMPLE = 50


def covered(page: Any) -> float:
    """The part of a page that its largest picture takes up, 0 to 1."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    largest = 0.0
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = one.get_bounds()
        largest = max(largest, float((right - left) * (top - bottom)))
    return min(largest / max(float(width * height), 1.0), 1.0)


def all_hidden(textpage: Any) -> bool:
    """Whether the text is drawn invisibly (PDF 1.7, 9.3.6, mode 3), as text recognition leaves it; by a sample."""
    import pypdfium2.raw as raw

    count = textpage.count_chars()
    modes = set()
    for i in range(0, count, max(1, count // _SAMPLE)):
        drawn = raw.FPDFText_GetTextObject(textpage.raw, i)
        if drawn:  # none for a line end that pdfium made up
            modes.add(raw.FPDFTextObj_GetTextRenderMode(drawn))
    return modes == {raw.FPDF_TEXTRENDERMODE_INVISIBLE}


class Drawer:
    """Draws pages of a PDF, by their index, one at a time. To be closed.

    Raises PdfiumError for a file or a page that cannot be opened or drawn.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2 as pdfium

        self._document = pdfium.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, at: int) -> tuple[float, float]:
        """Width and height of a page as it is shown, in points."""
        page = self._document[at]
        try:
            width, height = page.get_size()
            return width, height
        finally:
            page.close()

    def page(self, at: int, scale: float, *, grey: bool = True) -> Image.Image:
        """The picture of a page, grey or in colours, ``scale`` pixels a point."""
        page = self._document[at]
        try:
            bitmap = page.render(scale=scale, grayscale=grey)
            try:
                picture: Image.Image = bitmap.to_pil().convert("L" if grey else "RGB")
                return picture.copy()  # not the memory that closing gives back
            finally:
                bitmap.close()
        finally:
            page.close()

    def close(self) -> None:
        self._document.close()
