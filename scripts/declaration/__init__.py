"""The text: its provisions in every language, its editions and its lock; independent of how it is published."""
