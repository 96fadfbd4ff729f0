"""Messages for requests: the rules of the registry in the words of the form, without the answers themselves.

An answer may name a person. So a message says which answer is wrong and does not quote it, unless it is a value in the
form of its field: a date, an address.
"""

from dataclasses import replace

from registry.fields import Choice
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.form import Question
from registry.rule import Finding, Rule, quoted
from registry.rules import dates, identity, name_form, shape, urls, values
from registry.words import date_words
from source.yaml.nodes import Scalar

_Words = tuple[str, str]
_DATE = (
    (
        "Yalnızca imza tarihini yazın; karar numarası, açıklama eklemeyin. Gün bilinmiyorsa ay ya da yıl yeter:"
        " 2022-01-05, 2022-01, 2022. Kanıtta tarih yoksa ama yıl içeriğinden anlaşılıyorsa sonuna soru işareti koyun:"
        " “2022?”."
    ),
    (
        "Write only the date of the signature, without the number of a decision or a remark. If the day is not"
        " known, the month or year is enough: 2022-01-05, 2022-01, 2022. If the evidence shows no date, but the year"
        " follows from its wording, add a question mark: “2022?”."
    ),
)
_NO_DAY = (
    "Takvimde böyle bir gün yok: doğrusunu, gün bilinmiyorsa ayı ya da yılı yazın.",
    "There is no such day in the calendar: write the correct one, or only the month or year.",
)
_EVIDENCE = (
    (
        "Burada bir web adresi yok: imzayı gösteren, herkese açık bir sayfanın ya da belgenin adresini yazın. Ek dosya,"
        " karar numarası ya da bilgisayarınızdaki bir dosya yetmez; karar yayımlanmadıysa önce yayımlanması gerekir."
    ),
    (
        "There is no web address here: write the address of a public page or document that shows the signature. An"
        " attached file, the number of a decision or a file on your computer is not enough; a decision has to be"
        " published first."
    ),
)
_NO_ADDRESS = (
    "Burada bir web adresi yok. Adres yoksa yanıtı silin: bu soru boş kalabilir.",
    "There is no web address here. If there is none, delete the answer: this question may be left blank.",
)
_WORDS: dict[Rule, _Words] = {
    values.unknown_place: (
        "Bu, listedeki yerlerden biri değil: yalnızca yerin adını yazın.",
        "This is none of the places of the list: write only the name of the place.",
    ),
    values.edition_twice: (
        "Bu metne atılan imza zaten listede: başka bir metni yazın ya da başvuruyu kapatın.",
        "The signature of this edition is already listed: write another edition, or close the request.",
    ),
    name_form.name_placeholder: (
        "Bu bir ad değil: imzacının resmî adını yazın.",
        "This is not a name: write the official name of the signatory.",
    ),
    name_form.name_html: ("Adda HTML var: yalnızca adı yazın.", "The name contains HTML: write only the name."),
    name_form.name_form: (
        "Adda standart dışı karakterler var: harfleri klavyeden yeniden yazın.",
        "The name contains non-standard characters: type the letters again.",
    ),
    name_form.name_spaces: (
        "Adda fazladan boşluk ya da satır sonu var.",
        "The name has extra spaces or a line break.",
    ),
    urls.url_host: (
        "Bu adres herkese açık bir siteye gitmiyor (kurum içi ağ, sayısal adres ya da port): herkese açık olanı yazın.",
        "This address does not lead to a public site (internal network, IP address or port): write a public one.",
    ),
    identity.same_entry: (
        "Bu imzacı başka bir türle zaten listede: türü ve yeri denetleyin.",
        "This signatory is already listed as another kind: check the kind and the place.",
    ),
    identity.id_taken: (
        "Bu adla türetilen kalıcı ad başka bir kaydın: adı, türü ve yeri denetleyin.",
        "The permanent id derived from this name belongs to another entry: check the name, kind and place.",
    ),
    dates.withdrawal_before_signature: (
        "Listeye göre imza bu tarihten önce geri çekildi. Tarih yanlışsa düzeltin; doğruysa düzeltme formunu kullanın.",
        "The list says that the signature was withdrawn before this date: correct it, or use the form for corrections.",
    ),
}


def in_words_of_the_form(
    rule: Rule, finding: Finding, question: Question, reference: Reference, *, answered: bool
) -> Finding:
    """Return a finding with the message for the applicant; `answered`: the body has the heading of the question."""
    if words := _words(rule, finding, question, reference, answered=answered):
        value = "" if rule is urls.url_host else finding.value  # another port may be another site
        return replace(finding, tr=words[0], en=words[1], value=value)
    if not question.is_free and question.field.pattern and question.admits(_answer(finding)):
        return finding
    shown = quoted(_answer(finding))
    return replace(finding, tr=finding.tr.replace(shown, "Yanıtınız"), en=finding.en.replace(shown, "Your answer"))


def _answer(finding: Finding) -> str:
    """Return the answer at the place of a finding."""
    return finding.node.text if isinstance(finding.node, Scalar) else ""


def _words(rule: Rule, finding: Finding, question: Question, reference: Reference, *, answered: bool) -> _Words | None:
    """Return the message for a rule and a question, None if the rule's own is suitable."""
    words = pack_of(reference).said(rule.name, question.id) or _said(rule)
    if rule is shape.empty_value:
        words = _empty(question, answered=answered)
    elif rule is values.unknown_kind:
        words = _one_of(reference.definition.kinds)
    elif rule is values.unknown_evidence_kind:
        words = _one_of(reference.definition.evidence_kinds)
    elif rule is values.unknown_edition:
        words = _one_edition(question)
    elif rule is dates.date_form:
        words = _NO_DAY if date_words.is_impossible(_answer(finding)) else _DATE
    elif rule is urls.url_https:
        words = _EVIDENCE if question.field.required else _NO_ADDRESS
    return words


def _said(rule: Rule) -> _Words | None:
    return next((words for other, words in _WORDS.items() if other.find is rule.find), None)


def _empty(question: Question, *, answered: bool) -> _Words:
    if not answered:
        tr = f"“### {question.heading}” başlığı yok: altına yanıtını yazarak ekleyin."
        return tr, f"There is no heading “### {question.heading}”: add it with its answer."
    special = {"date": _DATE, "evidence-url": _EVIDENCE}
    return special.get(question.id, ("Bu soru yanıtsız: yanıtını yazın.", "This question has no answer: write one."))


def _one_of(choices: tuple[Choice, ...]) -> _Words:
    tr, en = (", ".join(getattr(choice, locale) for choice in choices) for locale in ("tr", "en"))
    return f"Yalnızca şunlardan birini yazın: {tr}.", f"Write only one of these: {en}."


def _one_edition(question: Question) -> _Words:
    editions = ", ".join(question.options.values())
    tr = f"İmzalanan metni yalnızca yılıyla yazın: {editions}. Burada yalnızca atılmış imzalar listelenir."
    return (
        tr,
        f"Write only the year of the edition signed: {editions}. Only signatures already made are listed here.",
    )
