"""Input files: reading and writing, YAML with positions, problems reported at their lines."""
