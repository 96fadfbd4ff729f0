"""The client of the code host: REST API, retries, refusals, comments, and what is GitHub's own."""
