"""The ornament of a declaration: a star of interlaced bands, computed from its numbers."""
