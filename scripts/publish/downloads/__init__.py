"""The whole text as files to take away: one model, one template for each kind of file."""
