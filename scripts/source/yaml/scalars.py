"""A writer of YAML scalars, on one line."""

import re

import yaml

_PLAIN = re.compile("[^\\W_](?:[\\w .,;/()’'&%+=~?!*$@-]++|:(?! |$)|(?<! )#)*+(?<! )")
"""Text that needs no quotes anywhere in block style. It begins with a letter or a digit."""
_RESERVED = re.compile("y|n|yes|no|on|off|true|false|null|[0-9]+(_|:|e|\\.).*|0[xob]?[0-9a-f]+", re.IGNORECASE)
"""Texts that a typed reader may take for a boolean, null, or a number in another notation."""


def written(text: str) -> str:
    """Return `text` as YAML: plain where every reader agrees, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text):
        return text
    return str(yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=10**9)).rstrip("\n")
