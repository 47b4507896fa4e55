"""What membership clauses are read from: the list of members and the numbers."""
