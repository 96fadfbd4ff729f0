"""The columns of the directory as a table: the fields of an entry flattened, one signature a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publish.i18n.cldr import name_of
from registry.definition.model import Definition
from registry.fields import Field
from source.problems.message import Called, Message, message_languages

ROW = "signatures"
"""The field whose items become rows; its name is left out of the names of columns."""
_NAME = "name"
PAGE = "url"
"""The key of the addresses of an entry's page, which is not a field of the registry."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `path` is the keys that lead to its value in an entry; `words` name it by language."""

    path: tuple[str, ...]
    field: Field
    required: bool
    words: Called

    @property
    def name(self) -> str:
        """The name in the header row: "evidence_url"."""
        return "_".join(key for key in self.path if key != ROW)

    @property
    def label(self) -> str:
        """The name of the label that describes it; names and pages in all languages have one in common."""
        return self.path[0] if self.path[0] in (_NAME, PAGE) else self.name


def _columns(group: Column) -> Iterator[Column]:
    """Yield the columns of the fields of a group; descriptions begin with that of the group if it is optional."""
    for field in group.field.fields:
        words = field.label if group.required else Message("{group}: {field}", group=group.words, field=field.label)
        column = Column((*group.path, field.key), field, field.required and group.required, words)
        yield from _columns(column) if field.fields else (column,)


def columns(definition: Definition, locales: Iterable[str]) -> tuple[Column, ...]:
    """Return all columns: id, name_tr, name_en, … withdrawn_evidence_archive, url_tr, url_en."""
    entry = Field("", {}, fields=(*definition.signatory, _address(locales)))
    return tuple(_columns(Column((), entry, required=True, words=entry.label)))


def _address(locales: Iterable[str]) -> Field:
    """Return the field of the addresses of the page, which the registry does not have."""
    names = {each: {reader: name_of(each, reader) for reader in message_languages()} for each in locales}
    pages = (Field(each, Message("address of the page in {language}", language=names[each])) for each in names)
    return Field(PAGE, Message("address of the page"), fields=tuple(pages))
