"""What people said of torparse's findings: kept as plain files beside the documents, and put upon every later run.

``events`` is what can be said and its form on the disk, ``anchoring`` finds a quote again in a text that has changed,
``store`` keeps the histories in ``DIR/corrections/``, ``applying`` puts a history upon a record, ``differing`` says
where two reviewers disagree.
"""

from torparse.corrections.applying import Applied, Conflict, Entry, apply, heeded, taken_back
from torparse.corrections.differing import Agreement, agreement
from torparse.corrections.events import Action, Event, Quote, Say, Snapshot
from torparse.corrections.store import Changed, Folder, Histories, History, folder_of, now

__all__ = [
    "Action",
    "Agreement",
    "Applied",
    "Changed",
    "Conflict",
    "Entry",
    "Event",
    "Folder",
    "Histories",
    "History",
    "Quote",
    "Say",
    "Snapshot",
    "agreement",
    "apply",
    "folder_of",
    "heeded",
    "now",
    "taken_back",
]
