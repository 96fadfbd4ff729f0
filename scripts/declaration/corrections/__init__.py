"""The public record of corrections: its fields, its lock, and its check against the words."""
