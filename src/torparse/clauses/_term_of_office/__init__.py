"""The longer parts of the term of office: lengths and limits, and whose they are."""
