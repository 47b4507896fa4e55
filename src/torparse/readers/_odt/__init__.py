"""OpenDocument: the file's parts (``package``), tracked changes undone (``changes``), the text (``body``)."""
