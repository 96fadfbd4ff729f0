"""What a request asks for: one list for the form at the code host, the form on the site, and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.fields import SIGNATORY, Field
from registry.reference import Reference

_ASKED = (
    "name.tr",
    "name.en",
    "kind",
    "province",
    "website",
    "signatures.edition",
    "signatures.date",
    "signatures.evidence.url",
    "signatures.evidence.kind",
    "signatures.evidence.archive",
)
DISTRICT = Field("district", "beldenin ilçesi", "district of the town", required=False, limit=80)
"""Asked of towns, whose id holds it; no field of an entry."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form. `path` leads to it in an entry; `options` is what can be chosen → its value."""

    path: tuple[str, ...]
    field: Field
    options: Mapping[str, str]

    @property
    def id(self) -> str:
        """The name of the field in addresses that fill it in: "name-tr", "evidence-url"."""
        return "-".join(key for key in self.path if key != "signatures")

    @property
    def heading(self) -> str:
        """What stands above the field, and above its answer in the body of a request."""
        return f"{_capital(self.field.tr, 'İ')} / {_capital(self.field.en, 'I')}"

    def value(self, answer: str) -> str:
        """Return the value an answer stands for: an option’s, or the answer itself."""
        return self.options.get(answer, answer)


def questions(reference: Reference) -> tuple[Question, ...]:
    """Return the fields of the form in their order."""
    asked = [(tuple(path.split(".")), _field(SIGNATORY, path.split("."))) for path in _ASKED]
    asked.insert(_ASKED.index("province") + 1, ((DISTRICT.key,), DISTRICT))
    return tuple(Question(path, field, _options(field, reference)) for path, field in asked)


def _field(fields: tuple[Field, ...], path: list[str]) -> Field:
    found = next(field for field in fields if field.key == path[0])
    return _field(found.fields, path[1:]) if path[1:] else found


def _options(field: Field, reference: Reference) -> dict[str, str]:
    """Return what can be chosen in a field → its value; nothing where one writes."""
    if field.key == "province":
        return {f"{code} {province.name['tr']}": str(code) for code, province in reference.provinces.items()}
    if field.key == "edition":
        return {key: key for key in reference.editions}
    return {f"{_capital(choice.tr, 'İ')} / {_capital(choice.en, 'I')}": str(choice.value) for choice in field.choices}


def _capital(text: str, capital_i: str) -> str:
    return (capital_i if text.startswith("i") else text[0].upper()) + text[1:]
