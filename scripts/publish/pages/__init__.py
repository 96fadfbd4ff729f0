"""Pages for readers: the contexts of their templates, and the index in which a search finds them."""
