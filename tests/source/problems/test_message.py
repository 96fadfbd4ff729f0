"""Messages: English sentences that a catalogue translates, with what fills them in."""

import pickle

import pytest

from registry.fields import DATE_SIGNED
from source.problems import message as messages
from source.problems.message import Message, in_language, in_languages

SENTENCE = "“{name}” differs from {kind}."
WORDS = {"fr": "type", "en": "kind"}


@pytest.fixture
def catalog(tmp_path, monkeypatch):
    """Write a catalogue of a language, and read it in place of those of the repository."""
    monkeypatch.setattr(messages, "FOLDER", tmp_path)

    def write(language, text):
        (tmp_path / f"{language}.po").write_text(text, encoding="utf-8")
        for cached in (messages.message_languages, messages.catalog):
            cached.cache_clear()

    yield write
    for cached in (messages.message_languages, messages.catalog):
        cached.cache_clear()


def test_a_message_is_told_in_the_language_of_a_catalogue(catalog):
    catalog("fr", f'msgid "{SENTENCE}"\nmsgstr "« {{name}} » n’est pas {{kind}}."\n')
    message = Message(SENTENCE, name="a", kind={"fr": "un État", "en": "a state"})
    assert message.told("fr") == "« a » n’est pas un État."
    assert message.told("en") == str(message) == "“a” differs from a state."
    assert messages.message_languages() == ("fr", "en")


def test_values_that_are_messages_are_told_in_the_same_language(catalog):
    catalog("fr", 'msgid "a list"\nmsgstr "une liste"\n\nmsgid "It takes {all}."\nmsgstr "Il faut {all}."\n')
    message = Message("It takes {all}.", all=(Message("a list"), 2, {"en": "one", "fr": "un"}))
    assert message.told("fr") == "Il faut une liste, 2, un."
    assert message.told("en") == "It takes a list, 2, one."


@pytest.mark.parametrize(
    "text",
    [
        "",
        f'msgid "{SENTENCE}"\nmsgstr ""\n',
        f'#, fuzzy\nmsgid "{SENTENCE}"\nmsgstr "peut-être"\n',
        f'msgid "{SENTENCE}"\nmsgstr "{{nom}}"\n',
        f'msgid "{SENTENCE}"\nmsgstr "{{name"\n',
        "this is no catalogue\n",
    ],
    ids=["nothing", "untranslated", "not sure", "another value", "a brace", "no catalogue"],
)
def test_what_a_catalogue_lacks_is_told_in_english(catalog, text):
    catalog("fr", text)
    message = Message(SENTENCE, name="a", kind="b")
    assert message.told("fr") == "“a” differs from b."
    assert message.told_in(["fr", "en"]) == {"en": "“a” differs from b."}
    assert message.told_in(["fr"]) == {"fr": "“a” differs from b."}


def test_a_line_that_cannot_be_read_costs_no_other_message(catalog, capfd):
    catalog(
        "fr",
        f'msgid "a list"\nmsgstr "une liste"\n\nthis is no line\n\nmsgid "{SENTENCE}"\nmsgstr "{{name}} : {{kind}}"\n',
    )
    assert Message("a list").told("fr") == "une liste"
    assert Message(SENTENCE, name="a", kind="b").told("fr") == "a : b"
    assert capfd.readouterr() == ("", "")


def test_a_value_is_never_read_as_a_sentence():
    assert str(Message("{name}", name="{kind} %s {0}")) == "{kind} %s {0}"


def test_one_message_follows_another():
    first, second = Message("a list"), Message("one text")
    assert first.followed_by(second).told("tr") == "bir liste tek bir metin"
    assert first.followed_by(None) is first


def test_a_value_is_replaced_wherever_it_is_told():
    message = Message("{name}: {more}", name="a", more=Message("{name}, {kind}", name="a", kind="b"))
    assert str(message.replacing("a", Message("a list"))) == "a list: a list, b"
    assert str(message) == "a: a, b"


def test_messages_are_compared_by_what_they_say():
    one, same, other = Message("{a}", a="x"), Message("{a}", a="x"), Message("{a}", a="y")
    assert one == same != other
    assert hash(one) == hash(same)
    assert sorted([other, one]) == [one, other]
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own


def test_words_are_those_of_the_reader_or_of_the_last_language():
    assert [in_language(WORDS, each) for each in ("fr", "en", "tr")] == ["type", "kind", "kind"]
    assert in_languages(WORDS, ("fr", "en", "ar")) == "type / kind"


def test_a_label_of_every_registry_is_in_the_languages_of_messages(catalog):
    catalog("fr", 'msgid "date of signature"\nmsgstr "date de signature"\n')
    assert DATE_SIGNED.words("fr") == "date de signature"
    assert DATE_SIGNED.words("en") == "date of signature"
