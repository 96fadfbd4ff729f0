"""Error messages about input files, the catalogues that translate them, and how they are printed."""
