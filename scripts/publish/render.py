"""How page templates are filled in: a matter of the site builder, which hands it over."""

from collections.abc import Callable, Mapping

Render = Callable[[str, Mapping[str, object]], str]
"""Fills in a page template: (name, values) → HTML."""
