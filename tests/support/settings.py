"""The site's configuration, read without the site builder."""

import yaml


def mkdocs_extra(root):
    """Return the `extra` of mkdocs.yml."""
    return yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
