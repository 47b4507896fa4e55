"""Tests of the pages in a browser: what a reader sees, reaches with the keyboard, hears and prints."""
