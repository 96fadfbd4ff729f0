"""What a text consists of: its parts, and the ids and numbers of its passages."""
