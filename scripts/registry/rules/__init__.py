"""All rules of the registry, in the order a reader of an entry meets them."""

from registry.rules import codes, comments, dates, identity, logos, names, shape, text, urls
from registry.rules.rule import Rule
from source.rules import READING_RULES

RULES: tuple[Rule, ...] = (
    shape.wrong_shape,
    shape.empty_value,
    shape.unknown_key,
    shape.duplicate_key,
    shape.missing_key,
    shape.missing_evidence,
    shape.missing_verified,
    identity.id_form,
    identity.id_reserved,
    identity.id_taken,
    identity.entry_order,
    identity.same_entry,
    names.name_length,
    names.name_placeholder,
    names.name_html,
    names.name_letters,
    names.name_form,
    names.name_spaces,
    names.name_language,
    codes.unknown_kind,
    codes.unknown_province,
    codes.wikidata_form,
    codes.unknown_edition,
    codes.edition_twice,
    codes.unknown_evidence_kind,
    urls.url_length,
    urls.url_https,
    urls.url_form,
    urls.url_user,
    urls.url_host,
    dates.date_form,
    dates.date_future,
    dates.date_before_edition,
    dates.date_after_verified,
    dates.withdrawal_before_signature,
    logos.logo_name,
    logos.logo_missing,
    logos.logo_unused,
    logos.logo_bytes,
    logos.logo_content,
    logos.logo_pixels,
    text.hidden_character,
    text.email,
    text.phone,
    text.identity_number,
    comments.comment_place,
)

_COMMAND_RULES = {
    "layout": ("`format --check`: fields, entries and comments stand in the one layout.", "fields in another order"),
    "request-form": ("`intake`: a request is the filled-in form, with every heading once.", "a letter"),
    "file-exists": ("`sample`: a file that holds anything but a sample is not overwritten.", "data/signatories.yaml"),
}
DOCUMENTED_RULES = READING_RULES | {rule.name: (rule.sentence, rule.wrong) for rule in RULES} | _COMMAND_RULES
"""Every rule a message can name → its sentence, and an example that breaks it."""
