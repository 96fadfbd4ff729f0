"""The files of the words: Markdown into passages, and their comparison with the received source."""
