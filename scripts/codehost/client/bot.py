"""The account of the workflows at the code host, in comments and commits."""

NAME = "github-actions[bot]"
EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
