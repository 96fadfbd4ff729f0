"""Requests for a listing: the form, its answers, and the entry or the problems that follow from them."""
