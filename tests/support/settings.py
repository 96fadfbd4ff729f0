"""The site's configuration, read without the site builder."""

import yaml


class _Loader(yaml.SafeLoader):
    """Takes the default of `!ENV [NAME, default]`."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


def mkdocs_extra(root):
    """Return the `extra` of mkdocs.yml, with the defaults of what the environment may set."""
    return yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)["extra"]  # noqa: S506 - a SafeLoader
