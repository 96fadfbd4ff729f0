"""A strict YAML reader: every scalar stays text as written, in nothing but lists and mappings.

The input may be hostile: anchors, aliases, tags, a second document and excessive nesting are refused at once.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import yaml

from source.lines import Lines
from source.problems import MOST, Message, Problem, SourceError, excerpt, refuse
from source.yaml.nodes import Fields, Items, Node, Scalar, mappings

MAX_DEPTH = 12
"""Levels of nesting; the deepest file of the repository has 6."""
MAX_NODES = 800_000
"""Lists, mappings and texts in one file, including keys; 12,000 entries with every field have 600,000."""
MAX_KEY = 100
"""Characters in the name of a field."""

_UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML 1.1 (5.1) does not allow."""
_OTHER_ENDS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
"""Line ends of YAML 1.1 (5.4) that editors do not count, so that line numbers of the parser differ."""
_CONFLICT = re.compile("^(<<<<<<<|>>>>>>>)( .*)?$", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Event = Any  # PyYAML's types lack the anchors of events, and make their marks optional


def parse(text: str, path: str) -> Node:
    """Return the one document of the file `path`; SourceError with one problem, or with one for each repeated key."""
    tree = compose(text, path)
    repeated = (key for fields in mappings(tree) for key in fields.repeated())
    refuse(_duplicate(key, path) for key in islice(repeated, MOST + 1))
    return tree


def compose(text: str, path: str) -> Node:
    """Return the one document of `text` as `parse` does, but leave repeated keys to the caller."""
    if bad := _UNREADABLE.search(text):
        code, place = f"U+{ord(bad[0]):04X}", Lines(text).place(bad.start())
        message = Message("An invisible control character ({code}): delete it.", code=code)
        raise SourceError([Problem(path, *place, "control-character", "", message)])
    if conflict := _CONFLICT.search(text):
        place = Lines(text).place(conflict.start())
        message = Message("An unresolved merge conflict: keep the correct side and delete the marker lines.")
        raise SourceError([Problem(path, *place, "merge-conflict", "", message)])
    return _Composer(text, path).document()


class _Composer:
    """A builder of nodes from parser events, which cost a fraction of libyaml's own node tree."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.count = 0
        self.texts: dict[str, str] = {}  # interned, which halves their memory
        self.lines = Lines(text) if _OTHER_ENDS.search(text) else None
        self.events: Iterator[_Event] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Node:
        """Return the only document; an error of the parser becomes a problem."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message = Message(
                "This cannot be read as YAML ({problem}): look at the indentation, the quotes and the colons.",
                problem=error.problem,
            )
            raise SourceError([Problem(self.path, *self._place(mark), "yaml-syntax", "", message)]) from None

    def _document(self) -> Node:
        next(self.events)  # the start of the stream
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            self._refuse(start, "file-empty", Message("The file contains no data."))
        if start.tags:
            self._refuse(start, "yaml-tag", Message("%TAG is not used here; delete the line."))
        tree = self._node(next(self.events), 0)
        if isinstance(tree, Scalar) and not tree.text:
            self._refuse(start, "file-empty", Message("The file contains no data."))
        next(self.events)  # the end of the document
        if not isinstance(second := next(self.events), yaml.StreamEndEvent):
            message = Message("The file is one document: delete the “---” that starts another.")
            self._refuse(second, "yaml-document", message)
        return tree

    def _node(self, event: _Event, depth: int) -> Node:
        self.count += 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self.count > MAX_NODES:
            self._refuse_node(event)
        line, column = self._place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(self.texts.setdefault(event.value, event.value), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth + 1)), line, column)
        keys: list[Scalar] = []
        nodes: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(self._node(event, depth + 1))
            keys.append(key)
            nodes.setdefault(key.text, self._node(next(self.events), depth + 1))
        return Fields(nodes, tuple(keys), line, column)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and len(node.text) <= MAX_KEY:
            return node
        message = Message("The name of a field is a short plain text.")
        raise SourceError([Problem(self.path, node.line, node.column, "yaml-key", "", message)])

    def _refuse_node(self, event: _Event) -> NoReturn:
        """Refuse an alias, an anchor, a tag, or a tree that is too deep or too large."""
        if isinstance(event, yaml.AliasEvent):
            message = Message("Write the value instead of “*{anchor}”.", anchor=excerpt(str(event.anchor)))
            self._refuse(event, "yaml-alias", message)
        if event.anchor:
            self._refuse(event, "yaml-anchor", Message("Delete the mark “&{anchor}”.", anchor=excerpt(event.anchor)))
        if event.tag:
            self._refuse(event, "yaml-tag", Message("Delete the tag “{tag}”.", tag=excerpt(event.tag)))
        self._refuse(event, "yaml-size", Message("The file is too deep or too large to be a data file."))

    def _refuse(self, event: _Event, rule: str, message: Message) -> NoReturn:
        raise SourceError([Problem(self.path, *self._place(event.start_mark), rule, "", message)])

    def _place(self, mark: _Event) -> tuple[int, int]:
        """Return the line and column of a mark as an editor counts them."""
        return self.lines.place(mark.index) if self.lines else (mark.line + 1, mark.column + 1)


def _duplicate(key: Scalar, path: str) -> Problem:
    message = Message("The field “{key}” appears a second time.", key=key.text)
    return Problem(path, key.line, key.column, "duplicate-key", "", message)
