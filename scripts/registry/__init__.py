"""The signatories: who signed which edition, what shows it, and what may be written about it."""
