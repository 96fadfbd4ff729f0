"""Writes a text as one YAML scalar on one line."""

import re

import yaml

_PLAIN = re.compile("[^\\W_](?:[\\w .,;/()’'&%+=~?!*$@-]++|:(?! |$)|(?<! )#)*+(?<! )")
"""What reads the same without quotes wherever a block style scalar may stand. Begins with a letter or a digit."""
_RESERVED = re.compile("y|n|yes|no|on|off|true|false|null|[0-9]+(_|:|e|\\.).*|0[xob]?[0-9a-f]+", re.IGNORECASE)
"""Texts which readers that know types would take for a truth value, for nothing, or for an unusual number."""


def written(text: str) -> str:
    """Return `text` as YAML: plain where every reader understands that, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text):
        return text
    return str(yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=10**9)).rstrip("\n")
