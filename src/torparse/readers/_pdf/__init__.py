"""PDF: characters to lines (``glyphs``, ``layout``), lines to blocks (``blocks``), what a page draws (``rules``)."""
