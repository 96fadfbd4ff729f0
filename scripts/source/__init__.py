"""How input files are read: where things stand in them, and how a mistake is shown where it stands."""
