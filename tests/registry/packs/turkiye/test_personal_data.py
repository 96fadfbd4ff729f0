"""What belongs to a person, and what does not."""

import html
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.packs.turkiye.personal_data import identity_numbers, phones
from registry.words.encoded import decodings
from registry.words.personal_data import emails, masked
from support.golden import cases

MARKS = st.sampled_from(["kisi@deneme.example", "0555 000 00 00", "10000000146"])


@cases("registry/personal_data.yaml")
def test_finds_what_belongs_to_a_person(case: dict[str, Any]) -> None:
    find = {"emails": emails, "phones": phones, "identity_numbers": identity_numbers}[case["case"]]
    assert [text for text in case.get("alone", ()) if not list(find(text))] == []
    for around in ("{}", "# bkz. {} son", '"{}"'):
        assert [text for text in case["found"] if not list(find(around.format(text)))] == []
        assert [text for text in case["passed"] if list(find(around.format(text)))] == []


@pytest.mark.parametrize("label", ["tel", "phone", "gsm", "cep", "mobil", "whatsapp", "faks", "fax"])
@pytest.mark.parametrize("form", ["?{}=02240000000", "?{}No=02240000000", "{}efon: 2240000", "{} : 2240000"])
def test_a_number_behind_a_label_is_one_of_a_phone(label: str, form: str) -> None:
    for written in (label, label.upper(), label.title()):
        assert len(list(phones(form.format(written)))) == 1
    assert list(phones(form.format("sayfa"))) == []


def test_what_is_found_as_it_is_written_is_not_found_again_decoded() -> None:
    text = "kisi@deneme.example &amp; 0555 000 00 00 &amp; 10000000146 &amp; &#64;"
    assert [len(list(find(text))) for find in (emails, phones)] == [1, 1]
    assert len(list(identity_numbers(text))) == 1


@pytest.mark.parametrize("dot", ["dot", "DOT", "Dot", "nokta", "NOKTA", "Nokta"])
def test_an_address_in_words_is_one(dot: str) -> None:
    text = f"kisi at deneme {dot} example"
    assert list(emails(text)) == [(0, len(text))]


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8), st.integers(1, 9))
def test_nine_digits_have_one_pair_of_check_digits(rest: list[int], first: int) -> None:
    """Of the hundred ways to complete nine digits exactly one is an identity number."""
    nine = "".join(map(str, [first, *rest]))
    found = [end for end in range(100) if list(identity_numbers(f"{nine}{end:02}"))]
    assert len(found) == 1


@given(st.text(), MARKS)
def test_is_found_behind_anything(text: str, mark: str) -> None:
    finders = (emails, phones, identity_numbers)
    assert any(list(find(f"{text}\n{mark}")) for find in finders)


@given(
    st.text(max_size=30),
    st.text(max_size=30),
    MARKS,
)
def test_a_mask_hides_all_and_nothing_else(before: str, after: str, mark: str) -> None:
    hidden = masked(f"{before} {mark} {after}")
    assert mark not in hidden
    assert masked(hidden) == hidden


ENCODINGS = (
    lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    lambda text: "".join(f"&#x{ord(letter):x};" for letter in text),
    lambda text: "".join(chr(ord(letter) + 0xFEE0) if " " < letter < "\x7f" else letter for letter in text),
    lambda text: text.replace("%", "%25"),
    lambda text: text.replace("&", "&amp;"),
    "\u200b".join,
)


@given(
    st.text("abç. 12%&;#", max_size=20),
    st.text("abç. 12%&;#", max_size=20),
    MARKS,
    st.lists(st.sampled_from(ENCODINGS), min_size=1, max_size=2),
)
def test_is_found_where_it_is_written_however_it_is_encoded(before: str, after: str, mark: str, encodings: Any) -> None:
    written = mark
    for encode in encodings:
        written = encode(written)
    text = f"{before}\n \n{written}\n \n{after}"
    spans = [span for find in (emails, phones, identity_numbers) for span in find(text)]
    at = len(before) + 3
    assert any(start < at + len(written) and at < end for start, end in spans)


def test_decoded_letters_are_the_browsers() -> None:
    """Percent-encoding and entities against the standard library, which follows RFC 3986 and HTML."""
    for text in ("%C3%A7%20x%41", "a%zz%4", "&eacute;&nbsp&#231;", "%", "&", "a&b;c"):
        assert [decoded.text for decoded in decodings(text)][:1] in ([html.unescape(unquote(text))], [])
