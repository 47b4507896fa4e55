"""Parts of ``notice.py``: what notice is of, and which periods count back from it."""
