"""All rules of the registry, in the order of the fields."""

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType

from registry.pack import pack_of
from registry.reference import Reference
from registry.rule import Rule
from registry.rules import dates, identity, logos, name_content, name_form, shape, urls, values, whole_file

ONE_ANSWER = Rule(
    "one-answer", "`intake`: each question has one answer: one address, one date, one edition.", "two addresses"
)
_ELSEWHERE = (identity.same_entry, values.unknown_place)
"""Rules that are not in the order of their module."""


def _in(*modules: ModuleType) -> tuple[Rule, ...]:
    """Return the rules of some modules, in the order in which they stand there."""
    found = (each for module in modules for each in vars(module).values() if isinstance(each, Rule))
    return tuple(each for each in found if each not in _ELSEWHERE)


def personal_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about personal data."""
    return (whole_file.email, whole_file.phone, *pack_of(reference).personal)


def text_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about hidden characters and personal data, which hold for any text."""
    return (whole_file.hidden_character, *personal_rules(reference))


def content_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about what the values of an entry say."""
    return (identity.same_entry, *_in(name_form, name_content), *pack_of(reference).content, *_in(urls, logos))


def file_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the rules about the whole text of the file."""
    return (*text_rules(reference), whole_file.comment_place)


def form_rules(reference: Reference) -> tuple[Rule, ...]:
    """Return the other rules: entries that pass them can be read into the model.

    With `file_rules` and the reading, that takes about as long as `content_rules`.
    """
    places, of_pack = _place_rules(reference), pack_of(reference).rules
    return (*_in(shape, identity, values), *places, *of_pack, *_in(dates))


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


_READING_RULES = {
    "file-missing": ("There is a file in the given place, not a folder.", "check data/imzacilar.yaml"),
    "file-size": ("A file has at most 12 MB and 600,000 lines.", "a file of 100 MB"),
    "file-slow": ("A file in a pull request can be merged within a minute.", "a file that keeps the program busy"),
    "file-empty": ("A file is not empty.", "a file with nothing but comments"),
    "file-binary": ("A file is text.", "a PNG named signatories.yaml"),
    "file-encoding": ("A file is encoded in UTF-8.", "a file saved as Windows-1254"),
    "file-unwritable": ("A file that a command writes can be written.", "a file in a folder that does not exist"),
    "file-access": (
        "The system lets a command use its files, and the disk has space.",
        "a file that only others may read",
    ),
    "control-character": ("A file contains no control character.", "a name with U+0007"),
    "merge-conflict": ("No merge conflict is left unresolved.", "<<<<<<< ours"),
    "more-problems": ("If a file has very many problems, the first 200 are shown.", "10,000 entries without a name"),
    "yaml-syntax": ("A file is valid YAML.", 'tr: "Deneme Kurumu'),
    "yaml-anchor": ("No value is marked for reuse.", "tr: &ad Deneme Kurumu"),
    "yaml-alias": ("Every value is written where it belongs.", "tr: *ad"),
    "yaml-tag": ("No value declares its type.", "tr: !!str Deneme Kurumu"),
    "yaml-document": ("A file is one document.", "--- in the middle of the file"),
    "yaml-size": ("A file is neither deeper nor larger than a registry can be.", "[ ten thousand times in a row"),
    "yaml-key": ("The name of a field is a short plain text.", "? [signatories]"),
}
"""The rules about files and YAML, which the readers in `source` enforce."""
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
    return _READING_RULES | own | _COMMAND_RULES
