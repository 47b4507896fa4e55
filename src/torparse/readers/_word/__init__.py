"""Word: the file's parts (``package``), automatic numbers (``numbers``), the text (``body``)."""
