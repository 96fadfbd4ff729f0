"""Everything that a build publishes, read once: settings, routes, pages of prose, the directory."""
