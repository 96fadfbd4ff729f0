"""All rules of the registry, in the order of the fields."""

from registry.rule import Rule
from registry.rules import aliases, dates, identity, logos, name_content, name_form, shape, urls, values, whole_file
from registry.rules.answers_only import REQUEST_RULES
from source.problems.reading_rules import READING_RULES

_SHAPE = (
    shape.wrong_shape,
    shape.empty_value,
    shape.unknown_key,
    shape.duplicate_key,
    shape.missing_key,
    shape.missing_evidence,
    shape.missing_verified,
)
_IDENTITY = (
    identity.id_form,
    identity.id_reserved,
    identity.id_taken,
    identity.entry_order,
    identity.same_entry,
    aliases.alias_count,
    aliases.alias_published,
    aliases.alias_place,
)
_NAMES = (
    name_form.name_length,
    name_form.name_placeholder,
    name_form.name_html,
    name_form.name_letters,
    name_form.name_form,
    name_content.name_words,
    name_form.name_spaces,
    name_content.name_link,
    name_form.name_language,
    name_content.name_alone,
    name_content.name_several,
)
_CODES = (
    values.unknown_kind,
    values.unknown_province,
    values.kind_province,
    values.wikidata_form,
    values.unknown_edition,
    values.edition_twice,
    values.unknown_evidence_kind,
)
_URLS = (
    urls.url_length,
    urls.url_https,
    urls.url_form,
    urls.url_user,
    urls.url_host,
    urls.url_reserved,
)
_DATES = (
    dates.date_form,
    dates.date_future,
    dates.date_before_edition,
    dates.date_after_verified,
    dates.withdrawal_before_signature,
)
_LOGOS = (
    logos.logo_name,
    logos.logo_folder,
    logos.logo_missing,
    logos.logo_unused,
    logos.logo_bytes,
    logos.logo_content,
    logos.logo_pixels,
)
TEXT: tuple[Rule, ...] = (
    whole_file.hidden_character,
    whole_file.email,
    whole_file.phone,
    whole_file.identity_number,
)
_COMMENTS = (whole_file.comment_place,)

RULES: tuple[Rule, ...] = (*_SHAPE, *_IDENTITY, *_NAMES, *_CODES, *_URLS, *_DATES, *_LOGOS, *TEXT, *_COMMENTS)
CONTENT: tuple[Rule, ...] = (identity.same_entry, *_NAMES, *_URLS, *_LOGOS, *TEXT, *_COMMENTS)
FORM: tuple[Rule, ...] = tuple(rule for rule in RULES if rule not in CONTENT)
"""Entries that pass these can be read into the model; that takes about as long as the other rules."""

_COMMAND_RULES = {
    "layout": ("`format --check`: fields, entries and comments are in the standard layout.", "fields in another order"),
    "request-form": ("`intake`: a request is the filled-in form, with every heading once.", "a letter"),
    "file-exists": (
        "`sample`: a file that contains anything but a sample is not overwritten.",
        "data/signatories.yaml",
    ),
}
_OWN_RULES = {rule.name: (rule.sentence, rule.wrong) for rule in (*RULES, *REQUEST_RULES)}
DOCUMENTED_RULES = READING_RULES | _OWN_RULES | _COMMAND_RULES
"""Every rule a message can name → its sentence, and an example that breaks it."""
