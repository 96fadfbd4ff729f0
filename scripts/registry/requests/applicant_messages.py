"""Messages for requests: the rules of the registry in the words of the form, without the answers themselves.

An answer may name a person. So a message says which answer is wrong and does not quote it, unless it is a value in the
form of its field: a date, an address.
"""

from dataclasses import replace

from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.form import Question
from registry.rule import Finding, Rule, quoted
from registry.rules import dates, identity, name_content, name_form, shape, urls, values
from registry.words import date_words
from source.problems import Message
from source.yaml.nodes import Scalar

_DATE = Message(
    "Write only the date of the signature, without the number of a decision or a remark. If the day is not known, the"
    " month or year is enough: 2022-01-05, 2022-01, 2022. If the evidence shows no date, but the year follows from its"
    " wording, add a question mark: “2022?”."
)
_NO_DAY = Message("There is no such day in the calendar: write the correct one, or only the month or year.")
_EVIDENCE = Message(
    "There is no web address here: write the address of a public page or document that shows the signature. An"
    " attached file, the number of a decision or a file on your computer is not enough; a decision has to be published"
    " first."
)
_NO_ADDRESS = Message(
    "There is no web address here. If there is none, delete the answer: this question may be left blank."
)
_MESSAGES: dict[Rule, Message] = {
    values.unknown_place: Message("This is none of the places of the list: write only the name of the place."),
    values.edition_twice: Message(
        "The signature of this edition is already listed: write another edition, or close the request."
    ),
    name_form.name_placeholder: Message("This is not a name: write the official name of the signatory."),
    name_form.name_html: Message("The name contains HTML: write only the name."),
    name_form.name_form: Message("The name contains non-standard characters: type the letters again."),
    name_content.name_spaces: Message("The name has extra spaces or a line break."),
    urls.url_host: Message(
        "This address does not lead to a public site (internal network, IP address or port): write a public one."
    ),
    identity.same_entry: Message("This signatory is already listed as another kind: check the kind and the place."),
    identity.id_taken: Message(
        "The permanent id derived from this name belongs to another entry: check the name, kind and place."
    ),
    dates.withdrawal_before_signature: Message(
        "The list says that the signature was withdrawn before this date: correct it, or use the form for corrections."
    ),
}


def in_words_of_the_form(
    rule: Rule, finding: Finding, question: Question, reference: Reference, *, answered: bool
) -> Finding:
    """Return a finding with the message for the applicant; `answered`: the body has the heading of the question."""
    if message := _message(rule, finding, question, reference, answered=answered):
        value = "" if rule is urls.url_host else finding.value  # another port may be another site
        return replace(finding, message=message, value=value)
    if not question.is_free and question.field.pattern and question.admits(_answer(finding)):
        return finding
    shown = quoted(_answer(finding))
    return replace(finding, message=finding.message.replacing(shown, Message("Your answer")))


def _answer(finding: Finding) -> str:
    return finding.node.text if isinstance(finding.node, Scalar) else ""


def _message(
    rule: Rule, finding: Finding, question: Question, reference: Reference, *, answered: bool
) -> Message | None:
    """Return the message for a rule and a question, None if the rule's own is suitable."""
    if rule is shape.empty_value:
        return _empty(question, answered=answered)
    if rule in (values.unknown_kind, values.unknown_evidence_kind):
        choices = tuple(choice.words for choice in question.field.choices)
        return Message("Write only one of these: {choices}.", choices=choices)
    if rule is values.unknown_edition:
        return Message(
            "Write only the year of the edition signed: {editions}. Only signatures already made are listed here.",
            editions=", ".join(question.options.values()),
        )
    if rule is dates.date_form:
        return _NO_DAY if date_words.is_impossible(_answer(finding), reference.definition.locales) else _DATE
    if rule is urls.url_https:
        return _EVIDENCE if question.field.required else _NO_ADDRESS
    return pack_of(reference).said(rule.name, question.id) or _MESSAGES.get(rule)


def _empty(question: Question, *, answered: bool) -> Message:
    if not answered:
        return Message("There is no heading “### {heading}”: add it with its answer.", heading=question.heading)
    special = {"date": _DATE, "evidence-url": _EVIDENCE}
    return special.get(question.id, Message("This question has no answer: write one."))
