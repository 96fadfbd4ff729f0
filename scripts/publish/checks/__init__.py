"""Validation of the input of a build, and of the addresses that a built site must keep."""
