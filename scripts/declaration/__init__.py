"""The text: its provisions in every language, its editions, its lock. Knows nothing of how it is published."""
