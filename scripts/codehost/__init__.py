"""Automation at the code host: answers to requests, merges, checks of evidence links, and setup."""
