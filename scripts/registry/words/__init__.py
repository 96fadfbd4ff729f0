"""Normalisation: what people write as names, dates and codes, and what the registry writes for it."""
