"""Checks whether the pages shown as evidence still answer."""
