"""The public record of corrections: its fields, its lock, and its validation against the text."""
