"""The text and the labels of its provisions, in every language."""

from collections.abc import Mapping
from pathlib import Path

from declaration.assemble import Words, load_declaration
from declaration.editions import load_editions, root_edition
from declaration.model import Declaration
from source.layout import Layout
from support.built import LOCALES
from support.golden import load
from support.repository import ROOT, data


def declarations_of(root: Path) -> Mapping[str, Declaration]:
    """Return the text of a repository, locale → Declaration."""
    return load_declaration(Layout(root), *root_edition(load_editions(Layout(root))))


def words_of(root: Path) -> tuple[Words, ...]:
    """Return the texts of a repository whose only one is the root."""
    edition, text = root_edition(load_editions(Layout(root)))
    return (Words(edition, text, load_declaration(Layout(root), edition, text)),)


TEXT = declarations_of(ROOT)
"""locale → Declaration"""

_LABELS = {part["kind"]: part["label"] for part in data("data/editions.yaml")["editions"][-1]["text"]["parts"]}
LABELS = {
    (provision["case"], locale): _LABELS[provision["kind"]][locale].format(number=provision["number"])
    for provision in load("declaration/provisions.yaml")
    for locale in LOCALES
}
"""(id, locale) → label"""
