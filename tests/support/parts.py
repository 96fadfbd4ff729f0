"""The parts of the published text, and provisions of them."""

from declaration.editions import load_editions, root_edition
from declaration.model import Passage, Provision
from declaration.structure.passage_ids import split_id
from source.layout import Layout
from support.repository import ROOT

PARTS = root_edition(load_editions(Layout(ROOT)))[1].parts


def provision(passage: Passage) -> Provision:
    """Return the provision with the words of a passage."""
    number = split_id(passage.id)[1]
    part = PARTS.part_of(passage.id)
    return Provision(passage.id, passage.locale, passage.runs, passage.place, part, int(number) if number else None)
