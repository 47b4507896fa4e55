"""The longer parts of ``dissolution``: its tables of wordings and the reading of its fields."""
