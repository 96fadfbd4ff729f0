"""Normalisation of names, dates and codes as people write them."""
