"""The pack: all that the registry asks of it."""

import re

from registry.pack import Pack
from registry.packs.turkiye import names, rules
from registry.packs.turkiye.messages import BESIDE_DATES, HEADINGS, HINTS, LAW, said
from registry.packs.turkiye.name_answers import ANSWERS_AGREE, DISTRICT, FULL_NAME, keep_names
from registry.packs.turkiye.personal_data import phones
from registry.packs.turkiye.same_body import Index

_NO_NAME = "(.*\\b)?(belediye(nin)? adi|name of (the )?municipality|municipality name)(\\b.*)?|belediyesi?|municipality"

PACK = Pack(
    rules=(rules.kind_province, rules.alias_place),
    content=(rules.name_language, rules.name_alone, rules.name_several),
    personal=(rules.identity_number,),
    of_answers=(ANSWERS_AGREE, FULL_NAME),
    phones=phones,
    placeholder=_NO_NAME,
    index=Index,
    advice=rules.advice,
    derived=names.derived,
    sampled=names.sampled,
    asked=(DISTRICT,),
    derivable=frozenset(("en",)),
    headings=HEADINGS,
    hints=HINTS,
    law=LAW,
    beside_dates=BESIDE_DATES,
    keep_names=keep_names,
    identifier=names.identifier,
    same_name=names.same_name,
    is_name=names.is_name,
    said=said,
    in_letter=re.compile("(?<![\\w-])[A-ZÇĞİÖŞÜ][\\w-]{0,60}\\s(?:Büyükşehir\\s)?Belediyesi"),
    official=re.compile("(?:.+\\.)?([a-z0-9-]+\\.(?:bel|gov)\\.tr)"),
)
