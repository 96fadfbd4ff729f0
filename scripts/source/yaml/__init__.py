"""A YAML reader that keeps every value as text and records its line and column."""
