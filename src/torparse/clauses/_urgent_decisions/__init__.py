"""The longer parts of ``urgent_decisions``."""
