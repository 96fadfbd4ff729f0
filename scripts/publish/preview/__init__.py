"""The site while somebody works on it: served from this machine, and built again after every change."""
