"""The longer parts of ``voting``: its tables of wordings and the reading of one sentence."""
