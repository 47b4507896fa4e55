"""Typed values and the words for them: numbers, fractions, durations, dates, frequencies. No knowledge of clauses."""
