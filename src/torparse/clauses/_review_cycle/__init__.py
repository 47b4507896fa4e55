"""Parts of ``review_cycle.py``: what is reviewed, by whom, how often."""
