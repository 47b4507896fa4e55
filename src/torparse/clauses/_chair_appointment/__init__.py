"""The longer parts of how a chair is filled: choices, posts, turns."""
