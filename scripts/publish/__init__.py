"""Turns the domain into pages and files. Knows templates and addresses, but not the site builder."""
