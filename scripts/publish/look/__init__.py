"""The look of the site: typefaces and their subsets, colours, ornament, versioned assets."""
