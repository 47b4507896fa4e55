"""Text recognition: the program (``tesseract``), pictures to pages of words (``recognition``), and putting right."""
