"""The pack: all that the registry asks of it, and what applicants of Türkiye read and write."""

import re

from registry.pack import Pack
from registry.packs.turkiye import names, rules
from registry.packs.turkiye.name_answers import ANSWERS_AGREE, DISTRICT, FULL_NAME, keep_names
from registry.packs.turkiye.personal_data import phones
from registry.packs.turkiye.same_body import Index
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


PACK = Pack(
    rules=(rules.kind_province, rules.alias_place),
    content=(rules.name_language, rules.name_alone, rules.name_several),
    personal=(rules.identity_number,),
    of_answers=(ANSWERS_AGREE, FULL_NAME),
    phones=phones,
    placeholder="(.*\\b)?(belediye(nin)? adi|name of (the )?municipality|municipality name)(\\b.*)?"
    "|belediyesi?|municipality",
    index=Index,
    advice=rules.advice,
    derived=names.derived,
    sampled=names.sampled,
    asked=(DISTRICT,),
    derivable=frozenset(("en",)),
    headings={  # Add a heading of the form here when it changes.
        "name-tr": ("Belediyenin adı", "Belediye adı", "Belediye", "Adı", "Name"),
        "province": ("İlin plaka kodu", "Plate code of the province", "İl", "Province"),
        "district": ("İlçe", "District"),
    },
    hints={
        "name-en": Message(
            "May stay empty: it follows from the Turkish name; of unions whose name has to be translated you are asked"
            " for it."
        ),
        "kind": Message("Metropolitan, provincial, district or town municipality; union of municipalities."),
        "name-tr": Message("The official name of the municipality or union."),
        "province": Message("Its name or plate code; for unions, the province of the seat."),
        "district": Message("For town municipalities only."),
    },
    law=Message("Turkish Law No. 6698"),
    beside_dates=frozenset(("belediye", "belediyesi", "belediyemiz", "belediyemizin", "belediyesinin")),
    keep_names=keep_names,
    identifier=names.identifier,
    same_name=names.same_name,
    is_name=names.is_name,
    said=lambda rule, question: _LANGUAGES.get(question) if rule == "name-language" else _WORDS.get(rule),
    in_letter=re.compile("(?<![\\w-])[A-ZÇĞİÖŞÜ][\\w-]{0,60}\\s(?:Büyükşehir\\s)?Belediyesi"),
    official=re.compile("(?:.+\\.)?([a-z0-9-]+\\.(?:bel|gov)\\.tr)"),
)
