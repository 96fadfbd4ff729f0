"""Problems in input files: their sentences in Turkish and English, and their reports."""
