"""Files for programs: JSON, CSV, feeds, JSON-LD, citations and the index of the filter."""
