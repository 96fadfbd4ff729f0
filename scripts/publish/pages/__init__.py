"""Pages for readers: what each template is given."""
