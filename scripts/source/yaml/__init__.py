"""YAML as text with places: scalars stay as written, and every node knows its line and column."""
