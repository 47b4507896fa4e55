"""Large sets: records set aside on the disk, a report in parts, and what was written before and need not be again."""
