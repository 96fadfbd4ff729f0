"""Pages for readers: the contexts of their templates."""
