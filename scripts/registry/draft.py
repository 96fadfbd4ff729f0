"""A registry as written and not yet validated: the input of the rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from registry.fields import Field
from registry.reference import Reference
from source.lines import Lines
from source.yaml.nodes import Fields, Items, Node, Scalar


@dataclass(frozen=True)
class Draft:
    """The text of a file, its tree, and what it is validated against.

    `others` are entries of another file: they are not validated, but must not be repeated. `logos` is the folder of the
    logos, None if they are not validated. `published`: this is the registry that the site shows, not a sample.
    """

    text: str
    tree: Node
    reference: Reference
    others: tuple[Fields, ...] = ()
    logos: Path | None = None
    published: bool = False

    @property
    def recorded(self) -> frozenset[str]:
        """The ids in the lock of addresses; empty if the lock is about another file."""
        ours = self.published or self.reference.published is None
        return self.reference.recorded if ours else frozenset()

    @property
    def examples(self) -> Mapping[str, str]:
        """The examples of the fields of an entry and of its names, by key."""
        return self.reference.definition.examples

    @cached_property
    def entries(self) -> tuple[Fields, ...]:
        """The entries that the tree lists."""
        listed = self.tree.items("signatories") if isinstance(self.tree, Fields) else ()
        return tuple(entry for entry in listed if isinstance(entry, Fields))

    @cached_property
    def mappings(self) -> tuple[tuple[Fields, Field], ...]:
        """Every mapping in a valid place, with the field whose value it is."""
        return tuple(_mappings(self.tree, self.reference.definition.file)) if isinstance(self.tree, Fields) else ()

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def signatures(self) -> tuple[Fields, ...]:
        """Every signature."""
        return tuple(signature for entry in self.entries for signature in signatures_of(entry))

    @cached_property
    def evidence(self) -> tuple[Fields, ...]:
        """The evidence of every signature and withdrawal."""
        return tuple(evidence for claim in self._claims if (evidence := claim.fields("evidence")))

    @cached_property
    def names(self) -> tuple[tuple[str, Scalar], ...]:
        """Every name with its key, which is its language."""
        locales = self.reference.definition.locales
        return tuple(name for entry in self.entries for name in names_of(entry, *locales))

    @cached_property
    def urls(self) -> tuple[tuple[str, Scalar], ...]:
        """Every address with its key."""
        websites = (text for entry in self.entries for text in _texts(entry, "website"))
        return (*websites, *(text for evidence in self.evidence for text in _texts(evidence, "url", "archive")))

    @cached_property
    def dates(self) -> tuple[tuple[str, Scalar], ...]:
        """Every date with its key."""
        return tuple(date for claim in self._claims for date in _texts(claim, "date", "verified"))

    @cached_property
    def _claims(self) -> tuple[Fields, ...]:
        withdrawals = (entry.fields("withdrawn") for entry in self.entries)
        return (*self.signatures, *filter(None, withdrawals))


def signatures_of(entry: Fields) -> Iterator[Fields]:
    """Yield the signatures of one entry."""
    return (signature for signature in entry.items("signatures") if isinstance(signature, Fields))


def names_of(entry: Fields, *locales: str) -> Iterator[tuple[str, Scalar]]:
    """Yield the names of one entry in some languages, each with its language."""
    return _texts(entry.fields("name") or Fields({}), *locales)


def ids_of(entry: Fields) -> Iterator[tuple[str, Scalar]]:
    """Yield the id of one entry and its former ones, each with its key, "" for a former one."""
    for key, node in (("id", entry.text("id")), *(("", alias) for alias in entry.items("aliases"))):
        if isinstance(node, Scalar) and node.text.strip():
            yield key, node


def name_of(entry: Fields, locale: str) -> str:
    """Return the name of one entry in a language, or ""."""
    return (entry.fields("name") or Fields({})).texts().get(locale, "")


def _mappings(fields: Fields, field: Field) -> Iterator[tuple[Fields, Field]]:
    """Yield a mapping and those below it, as far as the shapes are valid."""
    yield fields, field
    for key, node in fields.nodes.items():
        if (child := field.known.get(key)) and child.fields:
            for value in (node.nodes if isinstance(node, Items) else ()) if child.many else (node,):
                if isinstance(value, Fields) and value.nodes:
                    yield from _mappings(value, child)


def _texts(fields: Fields, *keys: str) -> Iterator[tuple[str, Scalar]]:
    """Yield the texts under `keys`; blank ones have a rule of their own."""
    for key in keys:
        if (text := fields.text(key)) and text.text.strip():
            yield key, text
