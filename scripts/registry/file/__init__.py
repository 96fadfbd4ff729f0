"""The registry's file: its document model, layout, JSON Schema and merging."""
