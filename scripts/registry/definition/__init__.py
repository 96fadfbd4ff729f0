"""The definition of the registry: what a signatory is here, as `data/registry.yaml` says."""
