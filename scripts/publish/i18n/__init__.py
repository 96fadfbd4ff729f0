"""What depends on the language of a page: labels, dates, numbers, collation, line breaks."""
