"""torparse reads terms of reference of partnerships, proves what they lay down, compares them and finds gaps."""

__version__ = "0.1.0"
