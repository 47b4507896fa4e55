"""The longer parts of ``quorum``: its tables of wordings and the reading of what they say."""
