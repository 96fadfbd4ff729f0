"""The preview of the site: served on this machine, and rebuilt after every change."""
