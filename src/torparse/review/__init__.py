"""The review page: a local web page on which people check what torparse found, correct it, and make reports.

``server`` runs it and ``app`` puts it together. ``guard`` keeps everybody else out (``session``: the secrets of one
run; ``posted``: bodies of requests, within limits). ``workspace`` has the documents of the folder, which ``background``
reads one after the other; ``files`` is the only place that makes paths of what people send. ``screens`` has a module
for each screen, which ``pages`` helps to render; ``drafts`` and ``exporting`` do the longer work of two of them.

Everything but corrections and documents lives in memory and ends with the server.
"""
