"""Reads YAML as text with places: every scalar stays as written, and nothing but lists and mappings may hold it.

The text may be hostile: anchors, aliases, tags, a second document, deep or endless nesting end the reading at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from source.problem import Problem, SourceError

MAX_DEPTH = 12
"""Levels of nesting; the deepest file of the house has 6."""
MAX_NODES = 1_500_000
"""Lists, mappings and texts in one file, keys too; 12,000 full entries have 650,000."""

_UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 (5.1) does not let stand in a file."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, whatever it looks like: 01 is "01", `no` is "no". `line` and `column` count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the order of the file. A key that stands twice stands twice in `keys`; its first value counts."""

    nodes: dict[str, "Node"]
    keys: tuple[Scalar, ...]
    line: int
    column: int

    def text(self, key: str) -> Scalar | None:
        """Return the text under `key`; None where there is none, or no text."""
        node = self.nodes.get(key)
        return node if isinstance(node, Scalar) else None

    def texts(self) -> dict[str, str]:
        """Return the texts of the fields that are no lists or mappings."""
        return {key: node.text for key, node in self.nodes.items() if isinstance(node, Scalar)}

    def fields(self, key: str) -> "Fields | None":
        """Return the mapping under `key`; None where there is none, or no mapping."""
        node = self.nodes.get(key)
        return node if isinstance(node, Fields) else None

    def items(self, key: str) -> tuple["Node", ...]:
        """Return the items of the list under `key`; none where there is no list."""
        node = self.nodes.get(key)
        return node.nodes if isinstance(node, Items) else ()


Node = Scalar | Items | Fields


def parse(text: str, path: str) -> Node:
    """Return the one document of `text`, where no key stands twice; `path` is how problems name the file.

    SourceError with one problem where the text cannot be read, with one for each key that stands twice.
    """
    tree = compose(text, path)
    if problems := [_duplicate(key, path) for fields in mappings(tree) for key in repeated(fields)]:
        raise SourceError(problems)
    return tree


def compose(text: str, path: str) -> Node:
    """Return the one document of `text` as `parse` does, but leave keys that stand twice to the caller."""
    return _Composer(text, path).document()


def mappings(node: Node) -> Iterator[Fields]:
    """Yield every mapping of a tree, outer ones first."""
    if isinstance(node, Fields):
        yield node
    if not isinstance(node, Scalar):
        for child in node.nodes.values() if isinstance(node, Fields) else node.nodes:
            yield from mappings(child)


def repeated(fields: Fields) -> list[Scalar]:
    """Return the keys that stand in `fields` once more."""
    if len(fields.keys) == len(fields.nodes):
        return []
    return [key for index, key in enumerate(fields.keys) if key.text in {first.text for first in fields.keys[:index]}]


class _Composer:
    """Turns the parser's events into nodes. libyaml's events cost a tenth of what its own node tree costs."""

    def __init__(self, text: str, path: str) -> None:
        if bad := _UNREADABLE.search(text):
            raise SourceError([_control_character(bad, path)])
        self.path = path
        self.count = 0
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Node:
        """Compose the document; whatever the parser cannot read becomes a problem."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise SourceError([_syntax(error, self.path)]) from None

    def _document(self) -> Node:
        next(self.events)  # the start of the stream
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            self._refuse(start, "yaml-empty", "Dosyada hiç veri yok.", "The file holds no data.")
        if start.tags:
            self._refuse(start, "yaml-tag", "%TAG satırı kullanılmaz.", "A %TAG line may not be used.")
        tree = self._node(next(self.events), 0)
        next(self.events)  # the end of the document
        if not isinstance(second := next(self.events), yaml.StreamEndEvent):
            tr, en = (
                "Dosyada tek belge olur; “---” ile ikincisi başlatılmaz.",
                "The file holds one document; “---” starts no second one.",
            )
            self._refuse(second, "yaml-document", tr, en)
        return tree

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            tr, en = (
                f"“*{event.anchor}” takma adı kullanılmaz; değeri yazın.",
                f"The alias “*{event.anchor}” may not be used; write the value.",
            )
            self._refuse(event, "yaml-alias", tr, en)
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            tr, en = (
                "Dosya bir kayıt dosyası olamayacak kadar derin ya da kalabalık.",
                "The file is too deep or too crowded to be a data file.",
            )
            self._refuse(event, "yaml-size", tr, en)
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._children(yaml.SequenceEndEvent, depth)), mark.line + 1, mark.column + 1)
        return self._fields(event, depth)

    def _fields(self, event: Any, depth: int) -> Fields:
        children = self._children(yaml.MappingEndEvent, depth)
        keys: list[Scalar] = []
        nodes: dict[str, Node] = {}
        for key in children:
            value = next(children)
            if not isinstance(key, Scalar):
                tr, en = "Bir alanın adı düz metin olur.", "The name of a field is plain text."
                raise SourceError([Problem(self.path, key.line, key.column, "yaml-key", "", tr, en)])
            keys.append(key)
            nodes.setdefault(key.text, value)
        mark = event.start_mark
        return Fields(nodes, tuple(keys), mark.line + 1, mark.column + 1)

    def _children(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), end):
            yield self._node(event, depth + 1)

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor:
            tr, en = f"“&{event.anchor}” çıpası kullanılmaz.", f"The anchor “&{event.anchor}” may not be used."
            self._refuse(event, "yaml-anchor", tr, en)
        tr, en = f"“{event.tag}” etiketi kullanılmaz.", f"The tag “{event.tag}” may not be used."
        self._refuse(event, "yaml-tag", tr, en)

    def _refuse(self, event: Any, rule: str, tr: str, en: str) -> NoReturn:
        mark = event.start_mark
        raise SourceError([Problem(self.path, mark.line + 1, mark.column + 1, rule, "", tr, en)])


def _duplicate(key: Scalar, path: str) -> Problem:
    tr, en = f"“{key.text}” alanı iki kez yazılmış.", f"The field “{key.text}” stands twice."
    return Problem(path, key.line, key.column, "duplicate-key", "", tr, en)


def _control_character(bad: re.Match[str], path: str) -> Problem:
    line, column = bad.string.count("\n", 0, bad.start()) + 1, bad.start() - bad.string.rfind("\n", 0, bad.start())
    code = f"U+{ord(bad[0]):04X}"
    tr, en = (
        f"Görünmeyen bir denetim karakteri var ({code}); silin.",
        f"There is an invisible control character ({code}); delete it.",
    )
    return Problem(path, line, column, "control-character", "", tr, en)


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    tr = "Dosya burada YAML olarak okunamıyor: girintiye, tırnaklara ve iki nokta üst üste işaretine bakın."
    en = f"The file cannot be read as YAML here ({error.problem}): look at the indentation, the quotes and the colons."
    return Problem(path, line, column, "yaml-syntax", "", tr, en)
