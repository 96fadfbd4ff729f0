"""What applicants of Türkiye read and write: messages, headings of earlier forms, words beside dates."""

from source.problems import Message

_LANGUAGES = {
    "name-tr": Message("Write the Turkish name here."),
    "name-en": Message("Write the English name here, or leave it blank."),
}
_WORDS = {
    "unknown-province": Message(
        "This is neither the name nor the plate code of a province: write only the name of the province."
    ),
    "name-placeholder": Message("This is not a name: write the official name of the municipality or union."),
    "same-entry": Message(
        "This municipality or union is already listed as another kind: check the kind and the province."
    ),
    "id-taken": Message(
        "The permanent id derived from this name belongs to another entry: check the name, kind and province."
    ),
}
HINTS = {
    "name-en": Message(
        "May stay empty: it follows from the Turkish name; of unions whose name has to be translated you are asked for"
        " it."
    ),
    "kind": Message("Metropolitan, provincial, district or town municipality; union of municipalities."),
    "name-tr": Message("The official name of the municipality or union."),
    "province": Message("Its name or plate code; for unions, the province of the seat."),
    "district": Message("For town municipalities only."),
}
"""What the form says below a question, by its id."""
LAW = Message("Turkish Law No. 6698")
"""The law on personal data."""
HEADINGS = {
    "name-tr": ("Belediyenin adı", "Belediye adı", "Belediye", "Adı", "Name"),
    "province": ("İlin plaka kodu", "Plate code of the province", "İl", "Province"),
    "district": ("İlçe", "District"),
}
"""Headings of earlier forms, and what people write in place of them. Add a heading here when it changes."""
BESIDE_DATES = frozenset(("belediye", "belediyesi", "belediyemiz", "belediyemizin", "belediyesinin"))
"""Words around a date that do not change its meaning, folded."""


def said(rule: str, question: str) -> Message | None:
    """Return the message for a rule and a question, None if the general one is suitable."""
    return _LANGUAGES.get(question) if rule == "name-language" else _WORDS.get(rule)
