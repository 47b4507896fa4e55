"""The longer parts of ``amendment``: who decides on a change of the terms."""
