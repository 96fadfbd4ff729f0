"""A link checker for the pages given as evidence."""
