"""Files for programs: JSON, CSV, feeds, JSON-LD, citations and the indexes of search and filter."""
