"""The text and what its provisions are called, in every language."""

from declaration.assemble import load_declaration
from declaration.editions import load_editions, present_edition
from source.layout import Layout
from support.built import LOCALES
from support.golden import load
from support.repository import ROOT, data

TEXT = load_declaration(Layout(ROOT), *present_edition(load_editions(Layout(ROOT))))
"""locale → Declaration"""

_BOOK = data("data/labels.yaml")
LABELS = {
    (provision["case"], locale): _BOOK[f"label.{provision['kind']}"][locale].format(number=provision["number"])
    for provision in load("declaration/provisions.yaml")
    for locale in LOCALES
}
"""(id, locale) → label"""
