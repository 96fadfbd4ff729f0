"""What is said of a request where a rule speaks of a file: the words of the form, and nothing that was written there.

Whatever an applicant wrote may name a person. So a message says which answer is wrong, not what it was, except for a
value in the form of its field: a date, an address. That is one rule for all fields.
"""

from dataclasses import replace

from registry.fields import EVIDENCE_KINDS, KINDS, Choice
from registry.requests.form import DISTRICT, Question
from registry.rule import Finding, Rule, quoted
from registry.rules import codes, dates, identity, names, shape, urls
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
        "Write the date of the signature alone, without the number of a decision or a remark. Where the day is not"
        " known, the month or year will do: 2022-01-05, 2022-01, 2022. Where the evidence shows no date, but the year"
        " follows from its wording, add a question mark: “2022?”."
    ),
)
_NO_DAY = (
    "Takvimde böyle bir gün yok: doğrusunu, gün bilinmiyorsa ayı ya da yılı yazın.",
    "There is no such day in the calendar: write the right one, or the month or year alone.",
)
_EVIDENCE = (
    (
        "Burada bir web adresi yok: imzayı gösteren, herkese açık bir sayfanın ya da belgenin adresini yazın. Ek dosya,"
        " karar numarası ya da bilgisayarınızdaki bir dosya yetmez; karar yayımlanmadıysa önce yayımlanması gerekir."
    ),
    (
        "There is no web address here: write the address of a public page or document that shows the signature. An"
        " attached file, the number of a decision or a file on your computer will not do; a decision has to be"
        " published first."
    ),
)
_NO_ADDRESS = (
    "Burada bir web adresi yok. Adres yoksa yanıtı silin: bu soru boş kalabilir.",
    "There is no web address here. If there is none, delete the answer: this question may stay empty.",
)
_WORDS: dict[Rule, _Words] = {
    codes.unknown_province: (
        "Bu, bir ilin adı ya da plaka kodu değil: yalnızca ilin adını yazın.",
        "This is neither the name nor the plate code of a province: write the name of the province alone.",
    ),
    codes.edition_twice: (
        "Bu metne atılan imza zaten listede: başka bir metni yazın ya da başvuruyu kapatın.",
        "The signature of this edition is already listed: write another edition, or close the request.",
    ),
    names.name_placeholder: (
        "Bu bir ad değil: belediyenin ya da birliğin resmî adını yazın.",
        "This is no name: write the official name of the municipality or union.",
    ),
    names.name_html: ("Adda HTML var: yalnızca adı yazın.", "The name contains HTML: write the name alone."),
    names.name_form: (
        "Adda standart dışı karakterler var: harfleri klavyeden yeniden yazın.",
        "The name contains non-standard characters: type the letters again.",
    ),
    names.name_spaces: (
        "Adda fazladan boşluk ya da satır sonu var.",
        "The name has too many spaces or a line break.",
    ),
    urls.url_host: (
        "Bu adres herkese açık bir siteye gitmiyor (kurum içi ağ, sayısal adres ya da port): herkese açık olanı yazın.",
        "This address leads to no public site (an internal network, a number or a port): write one that is public.",
    ),
    identity.same_entry: (
        "Bu belediye ya da birlik başka bir türle zaten listede: türü ve ili denetleyin.",
        "This municipality or union is already listed as another kind: check the kind and the province.",
    ),
    identity.id_taken: (
        "Bu adla türetilen kalıcı ad başka bir kaydın: adı, türü ve ili denetleyin.",
        "The permanent id made of this name belongs to another entry: check name, kind and province.",
    ),
    dates.withdrawal_before_signature: (
        "Listeye göre imza bu tarihten önce geri çekildi. Tarih yanlışsa düzeltin; doğruysa düzeltme formunu kullanın.",
        "The list says that the signature was withdrawn before this date: correct it, or use the form for corrections.",
    ),
}
_FREE = {"name-tr", "name-en", DISTRICT.key}
"""Questions whose answer may be any words."""
_LISTS = {codes.unknown_kind: KINDS, codes.unknown_evidence_kind: EVIDENCE_KINDS}
_LANGUAGES = {
    "name-tr": ("Buraya adın Türkçesi yazılır.", "This is the place of the Turkish name."),
    "name-en": (
        "Buraya adın İngilizcesi yazılır; boş da kalabilir.",
        "This is the place of the English name; it may stay empty.",
    ),
}


def in_words_of_the_form(rule: Rule, finding: Finding, question: Question, *, answered: bool) -> Finding:
    """Return a finding as the applicant is told; `answered`: the heading of the question is there."""
    if words := _words(rule, finding, question, answered=answered):
        value = "" if rule is urls.url_host else finding.value  # at another port there may be another site
        return replace(finding, tr=words[0], en=words[1], value=value)
    if question.id not in _FREE and question.field.pattern and question.admits(_answer(finding)):
        return finding
    shown = quoted(_answer(finding))
    return replace(finding, tr=finding.tr.replace(shown, "Yanıtınız"), en=finding.en.replace(shown, "Your answer"))


def _answer(finding: Finding) -> str:
    """Return the answer that a finding is about."""
    return finding.node.text if isinstance(finding.node, Scalar) else ""


def _words(rule: Rule, finding: Finding, question: Question, *, answered: bool) -> _Words | None:
    """Return the words for a rule and a question, None where those of the rule will do."""
    words = _WORDS.get(rule)
    if rule is shape.empty_value:
        words = _empty(question, answered=answered)
    elif rule in _LISTS:
        words = _one_of(_LISTS[rule])
    elif rule is codes.unknown_edition:
        words = _one_edition(question)
    elif rule is dates.date_form:
        words = _NO_DAY if date_words.is_impossible(_answer(finding)) else _DATE
    elif rule is urls.url_https:
        words = _EVIDENCE if question.field.required else _NO_ADDRESS
    elif rule is names.name_language:
        words = _LANGUAGES.get(question.id)
    return words


def _empty(question: Question, *, answered: bool) -> _Words:
    if not answered:
        tr = f"“### {question.heading}” başlığı yok: altına yanıtını yazarak ekleyin."
        return tr, f"There is no heading “### {question.heading}”: add it with its answer."
    special = {"date": _DATE, "evidence-url": _EVIDENCE}
    return special.get(question.id, ("Bu soru yanıtsız: yanıtını yazın.", "This question has no answer: write one."))


def _one_of(choices: tuple[Choice, ...]) -> _Words:
    tr, en = (", ".join(getattr(choice, locale) for choice in choices) for locale in ("tr", "en"))
    return f"Yalnızca şunlardan birini yazın: {tr}.", f"Write one of these alone: {en}."


def _one_edition(question: Question) -> _Words:
    editions = ", ".join(question.options.values())
    tr = f"İmzalanan metni yalnızca yılıyla yazın: {editions}. Burada yalnızca atılmış imzalar listelenir."
    return (
        tr,
        f"Write the edition signed by its year alone: {editions}. Only signatures that were made are listed here.",
    )
