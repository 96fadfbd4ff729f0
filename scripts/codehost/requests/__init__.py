"""Answers to requests for a listing: comments and pull requests."""
