"""The registry's file: its layout, comments, JSON Schema, and merging."""
