"""What applicants of Türkiye read and write: messages, headings of earlier forms, words beside dates."""

_LANGUAGES = {
    "name-tr": ("Buraya adın Türkçesi yazılır.", "Write the Turkish name here."),
    "name-en": (
        "Buraya adın İngilizcesi yazılır; boş da kalabilir.",
        "Write the English name here, or leave it blank.",
    ),
}
_WORDS = {
    "unknown-province": (
        "Bu, bir ilin adı ya da plaka kodu değil: yalnızca ilin adını yazın.",
        "This is neither the name nor the plate code of a province: write only the name of the province.",
    ),
    "name-placeholder": (
        "Bu bir ad değil: belediyenin ya da birliğin resmî adını yazın.",
        "This is not a name: write the official name of the municipality or union.",
    ),
    "same-entry": (
        "Bu belediye ya da birlik başka bir türle zaten listede: türü ve ili denetleyin.",
        "This municipality or union is already listed as another kind: check the kind and the province.",
    ),
    "id-taken": (
        "Bu adla türetilen kalıcı ad başka bir kaydın: adı, türü ve ili denetleyin.",
        "The permanent id derived from this name belongs to another entry: check the name, kind and province.",
    ),
}
HINTS = {
    "name-en": (
        "Boş bırakabilirsiniz: Türkçe adından türetilir; çevrilmesi gereken birlik adları sorulur.",
        (
            "May stay empty: it follows from the Turkish name; of unions whose name has to be translated"
            " you are asked for it."
        ),
    ),
    "kind": (
        "Büyükşehir, il, ilçe ya da belde belediyesi; belediye birliği.",
        "Metropolitan, provincial, district or town municipality; union of municipalities.",
    ),
    "name-tr": (
        "Belediyenin ya da birliğin resmî adı.",
        "The official name of the municipality or union.",
    ),
    "province": (
        "Adı ya da plaka kodu; birliklerde merkezin ili.",
        "Its name or plate code; for unions, the province of the seat.",
    ),
    "district": (
        "Yalnızca belde belediyeleri için.",
        "For town municipalities only.",
    ),
}
"""What the form says below a question, by its id."""
LAW = ("6698 sayılı Kanun, KVKK", "Turkish Law No. 6698")
"""The law on personal data."""
HEADINGS = {
    "name-tr": ("Belediyenin adı", "Belediye adı", "Belediye", "Adı", "Name"),
    "province": ("İlin plaka kodu", "Plate code of the province", "İl", "Province"),
    "district": ("İlçe", "District"),
}
"""Headings of earlier forms, and what people write in place of them. Add a heading here when it changes."""
BESIDE_DATES = frozenset(("belediye", "belediyesi", "belediyemiz", "belediyemizin", "belediyesinin"))
"""Words around a date that do not change its meaning, folded."""


def said(rule: str, question: str) -> tuple[str, str] | None:
    """Return the message for a rule and a question, None if the general one is suitable."""
    return _LANGUAGES.get(question) if rule == "name-language" else _WORDS.get(rule)
