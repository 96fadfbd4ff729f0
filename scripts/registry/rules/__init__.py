"""All rules of the registry, in the order of the fields."""

from collections.abc import Mapping
from dataclasses import replace

from registry.pack import pack_of
from registry.reference import Reference
from registry.rule import Rule
from registry.rules import aliases, dates, identity, logos, name_content, name_form, shape, urls, values, whole_file
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
    aliases.alias_count,
    aliases.alias_published,
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
)
_CODES = (
    values.unknown_kind,
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
ONE_ANSWER = Rule(
    "one-answer", "`intake`: each question has one answer: one address, one date, one edition.", "two addresses"
)


def personal_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about personal data."""
    return (whole_file.email, whole_file.phone, *pack_of(reference).personal)


def text_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about hidden characters and personal data, which hold for any text."""
    return (whole_file.hidden_character, *personal_rules(reference))


def content_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about what the values of an entry say."""
    return (identity.same_entry, *_NAMES, *pack_of(reference).content, *_URLS, *_LOGOS)


def file_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about the whole text of the file."""
    return (*text_rules(reference), whole_file.comment_place)


def form_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the other rules: entries that pass them can be read into the model.

    With `file_rules` and the reading, that takes about as long as `content_rules`.
    """
    return (*_SHAPE, *_IDENTITY, *_CODES, *_place_rules(reference), *pack_of(reference).rules, *_DATES)


def all_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return all rules of a registry."""
    return (*form_rules(reference), *content_rules(reference), *file_rules(reference))


def _place_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rule about the place under the name of its field: unknown-region."""
    place, places = reference.definition.place, reference.places
    if place is None:
        return ()
    named = [each.name_in("en") for code, each in places.items() if code == place.field.example]
    wrong = f"{place.key}: {''.join(named) or '…'}"
    return (replace(values.unknown_place, name=f"unknown-{place.key}", wrong=wrong),)


_COMMAND_RULES = {
    "layout": ("`format --check`: fields, entries and comments are in the standard layout.", "fields in another order"),
    "request-form": ("`intake`: a request is the filled-in form, with every heading once.", "a letter"),
    "file-exists": (
        "`sample`: a file that contains anything but a sample is not overwritten.",
        "data/signatories.yaml",
    ),
}


def documented_rules(reference: Reference) -> Mapping[str, tuple[str, str]]:
    """Return every rule a message can name → its sentence, and an example that breaks it."""
    own = {
        rule.name: (rule.sentence, rule.wrong)
        for rule in (*all_rules(reference), ONE_ANSWER, *pack_of(reference).of_answers)
    }
    return READING_RULES | own | _COMMAND_RULES
