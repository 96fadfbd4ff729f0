"""Jinja environments, what is cached or rendered in advance for them, and their error messages."""
