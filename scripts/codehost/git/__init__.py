"""Git as a subprocess: reading and writing commits without a checkout."""
