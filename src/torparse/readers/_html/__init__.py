"""Web pages: which part is content (``page``), and its blocks (``blocks``)."""
