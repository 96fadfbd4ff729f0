"""The generator of pages and files from the domain; independent of the site builder."""
