"""The client of the code host: REST API, retries, errors, comments, and what is specific to GitHub."""
