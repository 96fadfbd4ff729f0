"""What something is called, in the language of a reader."""

import pytest

from registry.fields import DATE_SIGNED
from source.problems import message as messages
from source.words import in_language, in_languages

WORDS = {"fr": "type", "en": "kind"}


@pytest.fixture
def french(monkeypatch):
    """A catalogue of French, in which labels of the form are translated."""
    monkeypatch.setattr(messages, "catalog", lambda language: {"date of signature": f"date de signature ({language})"})


def test_words_are_those_of_the_reader_or_of_the_last_language():
    assert [in_language(WORDS, each) for each in ("fr", "en", "tr")] == ["type", "kind", "kind"]
    assert in_languages(WORDS, ("fr", "en", "ar")) == "type / kind"


@pytest.mark.usefixtures("french")
def test_a_label_of_every_registry_is_in_the_languages_of_messages():
    assert DATE_SIGNED.words("fr") == "date de signature (fr)"
    assert DATE_SIGNED.words("en") == "date of signature"
