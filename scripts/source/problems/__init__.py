"""Problems in input files: what they say in Turkish and English, and how they are reported."""
