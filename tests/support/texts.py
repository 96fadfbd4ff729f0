"""The text and the labels of its provisions, in every language."""

from collections.abc import Mapping
from pathlib import Path

from declaration.assemble import load_declaration
from declaration.editions import load_editions, present_edition
from declaration.model import Declaration
from source.layout import Layout
from support.built import LOCALES
from support.golden import load
from support.repository import ROOT, data


def declarations_of(root: Path) -> Mapping[str, Declaration]:
    """Return the text of a repository, locale → Declaration."""
    return load_declaration(Layout(root), *present_edition(load_editions(Layout(root))))


TEXT = declarations_of(ROOT)
"""locale → Declaration"""

_BOOK = data("data/labels.yaml")
LABELS = {
    (provision["case"], locale): _BOOK[f"label.{provision['kind']}"][locale].format(number=provision["number"])
    for provision in load("declaration/provisions.yaml")
    for locale in LOCALES
}
"""(id, locale) → label"""
