"""Packs: what a country adds to the registry, each chosen by name in `data/registry.yaml`."""
