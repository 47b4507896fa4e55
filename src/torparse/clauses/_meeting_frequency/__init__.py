"""The longer parts of ``meeting_frequency``: its tables of wordings and the reading of what they say."""
