"""Error messages about input files, in Turkish and English, and how they are printed."""
