"""The settings of the repository at the code host, and the files generated for it."""
