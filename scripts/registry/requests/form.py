"""The questions of a request, for the form at the code host, the form on the site, and the parser of answers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from registry.fields import Field
from registry.pack import pack_of
from registry.reference import Reference
from registry.words.folding import slug
from source.problems.message import Called, in_language

_ASKED = tuple(f"signatures.{key}" for key in ("edition", "date", "evidence.url", "evidence.kind", "evidence.archive"))
_ALSO = {
    "website": ("Web sitesi", "Site"),
    "edition": ("Metin", "Edition"),
    "date": ("Tarih", "Date"),
    "evidence-url": ("Dayanağın adresi", "Kanıt", "Evidence"),
    "evidence-kind": ("Dayanağın türü",),
    "evidence-archive": ("Saklanan kopyanın adresi", "Arşiv kopyası"),
}
"""Headings of earlier forms, and what people write in place of them. Add a heading here when it changes."""
_LONGEST_QUERY = 6000
"""Characters of an address that fills in the form; the code host accepts about 8,000."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One field of the form. `id` is its name in addresses that fill it in: "name-tr", "evidence-url".

    `path` is its keys in an entry; `options` is the label of an option → its value. `headings` are what it is called in
    the languages of names, each once. `is_needed`: an entry needs the answer, given or derived. `is_extra`: it is no
    field of an entry. `earlier` are headings of earlier forms, and what people write in place of them.
    """

    id: str
    path: tuple[str, ...]
    field: Field
    headings: tuple[str, ...]
    options: Mapping[str, str]
    is_needed: bool
    is_extra: bool
    earlier: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The heading above the field, and above its answer in the body of a request."""
        return " / ".join(self.headings)

    @property
    def marks(self) -> frozenset[str]:
        """The slugs of its heading, of each part of it, and of its earlier headings."""
        return self.titles | frozenset(map(slug, self.earlier))

    @property
    def titles(self) -> frozenset[str]:
        """The slugs of its present heading, and of each part of it."""
        return frozenset(map(slug, (self.heading, *self.headings)))

    @property
    def example(self) -> str:
        """A valid answer, as the form shows it."""
        usual = max(self.options.values(), default="") if self.field.key == "edition" else ""
        return self.label(usual or self.field.example)

    @property
    def is_free(self) -> bool:
        """Whether the answer is free text, which may name a person."""
        return self.is_extra or self.path[0] == "name"

    def admits(self, value: str) -> bool:
        """Return whether a value is one of the options, if there are any, and has the form of the field."""
        fits = not self.field.pattern or re.fullmatch(self.field.pattern, value) is not None
        return fits and (not self.options or value in self.options.values())

    def label(self, value: str) -> str:
        """Return a value as the form shows it: the label of its option, or the value itself."""
        return next((label for label, chosen in self.options.items() if chosen == value), value)


def questions(reference: Reference) -> tuple[Question, ...]:
    """Return the fields of the form in order."""
    definition, extra = reference.definition, pack_of(reference).asked
    own = [*(f"name.{locale}" for locale in definition.locales), "kind", *filter(None, [definition.place_key])]
    rest = [*(["website"] if "website" in definition.examples else []), *_ASKED]
    fields = [*definition.signatory, *extra]
    return tuple(_question(path, fields, reference) for path in (*own, *(field.key for field in extra), *rest))


def filled_in(answers: Mapping[str, str]) -> str:
    """Return the query of an address that opens the form with answers, given by the ids of their questions."""
    given = dict(answers)
    while given and len(query := urlencode(given, quote_via=quote, safe="")) > _LONGEST_QUERY:
        del given[max(given, key=lambda key: len(given[key]))]
    return query if given else ""


def _question(dotted: str, fields: Iterable[Field], reference: Reference) -> Question:
    """Return the question about a field; an answer that can mostly be derived from others may be left blank."""
    pack, path = pack_of(reference), tuple(dotted.split("."))
    for key in path:
        field = next(each for each in fields if each.key == key)
        fields = field.fields
    derivable, is_extra = path[0] == "name" and path[-1] in pack.derivable, field in pack.asked
    identifier = "-".join(key for key in path if key != "signatures")
    earlier = (*_ALSO.get(identifier, ()), *pack.headings.get(identifier, ()))
    asked = replace(field, required=False) if derivable else field
    called = _called(field.label, reference)
    return Question(identifier, path, asked, called, _options(field, reference), field.required, is_extra, earlier)


def _options(field: Field, reference: Reference) -> dict[str, str]:
    """Return the label of each option of a field → its value; empty for a text field."""
    if field.is_place:
        first = reference.definition.locales[0]
        return {f"{code} {place.name[first]}": code for code, place in reference.places.items()}
    if field.key == "edition":
        return {key: key for key in reference.editions}
    return {" / ".join(_called(choice.words, reference)): choice.value for choice in field.choices}


def _called(words: Called, reference: Reference) -> tuple[str, ...]:
    """Return words in the languages of names, each once."""
    return tuple(dict.fromkeys(_capital(words, locale) for locale in reference.definition.locales))


def _capital(words: Called, locale: str) -> str:
    """Return words with a capital; only in Turkish that of "i" has a dot."""
    text, is_turkish = in_language(words, locale), locale == "tr" and (not isinstance(words, Mapping) or "tr" in words)
    return ("İ" if is_turkish and text.startswith("i") else text[0].upper()) + text[1:]
