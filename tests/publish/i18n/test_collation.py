from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.i18n.collation import collation_key, has_order, initial, lower
from support.node import node
from support.repository import data

COMPARE = """(locale, pairs) => {
  const collator = new Intl.Collator(locale, { sensitivity: "base" });
  return pairs.map(([a, b]) => Math.sign(collator.compare(a, b)));
}"""
LETTERS = "abcçdefgğhıijklmnoöpqrsştuüvwxyzABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZâîûÂÛ "
"""Without Î: ICU files it under I, into which Unicode takes it apart; in Turkish it is the capital of î."""
WORD = st.text(LETTERS, max_size=12)
PAIR = st.tuples(WORD, WORD) | st.builds(
    lambda start, a, b: (start + a, start + b), WORD, st.text(LETTERS, max_size=2), st.text(LETTERS, max_size=2)
)


@pytest.fixture(scope="module")
def icu():
    with node(COMPARE) as process:
        yield process


@pytest.fixture(scope="module")
def icu_marks():
    with node(COMPARE.replace("base", "accent")) as process:
        yield process


@pytest.mark.parametrize("locale", ["tr", "en"])
def test_provinces_stand_in_the_order_of_icu(icu, locale):
    names = [province[locale] for province in data("data/provinces.yaml")["provinces"]]
    ordered = sorted(names, key=collation_key(locale))
    assert set(icu.ask(locale, list(pairwise(ordered)))) == {-1}


OTHERS = {
    "sv": ["Alm", "Åre", "Älv", "Zon", "Östersund", "Alv"],
    "cs": ["Cheb", "Chrudim", "Hradec", "Čáslav", "Cyan", "Ženeva", "Zlín"],
    "es": ["Ñuñoa", "Oviedo", "Nájera", "Navia"],
    "de": ["Ärzte", "Arzt", "Zoll", "Öl", "Straße", "Strasse"],
    "el": ["Άργος", "Αθήνα", "Βόλος", "Rome"],
    "ar": ["الأردن", "بيروت", "İzmir", "North"],
    "hy": ["Երևան", "Գյումրի", "Արարատ"],
}
"""Languages whose order is not ours to know."""


@pytest.mark.parametrize("locale", OTHERS)
def test_other_languages_are_in_the_order_of_icu(icu_marks, locale):
    ordered = sorted(OTHERS[locale], key=collation_key(locale))
    assert 1 not in icu_marks.ask(locale, list(pairwise(ordered)))
    assert has_order(locale)


@pytest.mark.parametrize(("locale", "known"), [("pt-BR", True), ("zh_TW", True), ("rw", False), ("tr", True)])
def test_a_language_without_an_order_of_its_own_is_known_as_such(locale, known):
    assert has_order(locale) == known


@pytest.mark.parametrize("locale", ["tr", "en"])
@settings(max_examples=500)
@given(pair=PAIR)
def test_words_compare_as_in_icu(icu, locale, pair):
    a, b = pair
    key = collation_key(locale)
    (expected,) = icu.ask(locale, [[a, b]])
    ours = (key(a)[0] > key(b)[0]) - (key(a)[0] < key(b)[0])
    assert ours == expected


@pytest.mark.parametrize("locale", ["tr", "en"])
@given(word=st.text("aiusknâîû", min_size=1, max_size=8))
def test_marks_decide_only_where_letters_are_equal(icu_marks, locale, word):
    bare = word.translate(str.maketrans("âîû", "aiu"))
    key = collation_key(locale)
    (expected,) = icu_marks.ask(locale, [[bare, word]])
    assert (key(bare) > key(word)) - (key(bare) < key(word)) == expected
    assert key(bare + "z") > key(word)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("ISPARTA", "tr", "ısparta"),
        ("İZMİR", "tr", "izmir"),
        ("ŞIRNAK", "tr", "şırnak"),
        ("MÜLTECİLERİN", "tr", "mültecilerin"),
        ("ISTANBUL", "en", "istanbul"),
        ("Iğdır", "tr", "ığdır"),
    ],
)
def test_lower(text, locale, expected):
    assert lower(text, locale) == expected


@given(WORD)
def test_lower_agrees_with_icu(lower_case, text):
    assert lower(text, "tr") == lower_case.ask("tr", text)


@pytest.fixture(scope="module")
def lower_case():
    with node("(locale, text) => text.toLocaleLowerCase(locale).normalize('NFC')") as process:
        yield process


@pytest.mark.parametrize(
    ("locale", "names", "letters"),
    [
        ("tr", ["Ilgaz", "ızgara", "İzmir", "izmir", "Çamlı", "Şirin", "Âlâ", "Ölü", "Quito"], "IIİİÇŞAÖQ"),
        ("en", ["Ilgaz", "İzmir", "Çamlı", "Şirin", "Âlâ", "Ölü", "Quito"], "IICSAOQ"),
        ("ar", ["Ilgaz", "İzmir", "Çamlı", "الأردن"], "IICا"),
        ("sv", ["Åre", "Älv", "Östersund", "Éva"], "ÅÄÖE"),
        ("el", ["Άργος", "Rome"], "ΑR"),
    ],
)
def test_initial_is_the_letter_under_which_readers_look(locale, names, letters):
    assert "".join(initial(name, locale) for name in names) == letters
