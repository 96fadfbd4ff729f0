"""YAML as text with positions: scalars stay as written, and every node has its line and column."""
