"""Jinja environments, their caches and prerendering, and their errors as problems."""
