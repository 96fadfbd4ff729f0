"""A Markdown extension that removes the passages of the text, which templates render from the model."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from declaration.blocks import is_passage_id

_AFTER_ANCHORS = 2  # the site builder collects anchors at 5 and wants to see the passages' too


class WithoutPassages(Extension):
    """Takes every passage out of rendered Markdown, and a list that holds nothing else with it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parser's name
        """Register at the place in the order where nothing else needs the passages any more."""
        md.treeprocessors.register(_RemovePassages(md), "without_passages", _AFTER_ANCHORS)


class _RemovePassages(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [c for c in parent if _is_passage(c) or _is_passage_list(c)]:
                parent.remove(child)


def _is_passage(element: Element) -> bool:
    return is_passage_id(element.get("id", ""))


def _is_passage_list(element: Element) -> bool:
    return element.tag == "ol" and all(_is_passage(item) or any(map(_is_passage, item)) for item in element)
