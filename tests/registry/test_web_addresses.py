"""Web addresses among other words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.web_addresses import addresses_in, is_public, is_reserved, is_torn, parts_of, repaired
from source.links import bare_host
from support.golden import cases


@cases("registry/addresses.yaml")
def test_finds_the_addresses_of_a_text(case: dict[str, Any]) -> None:
    found = addresses_in(case["text"])
    assert [("http: " if address.secured else "") + address.url for address in found] == case["found"]
    assert is_torn(case["text"]) is case.get("torn", False)


@pytest.mark.parametrize(
    "host",
    [
        "example",
        "deneme.example",
        "www.deneme.EXAMPLE",
        "deneme.test",
        "deneme.invalid",
        "localhost",
        "a.localhost",
        "example.com",
        "www.example.net",
        "example.org",
    ],
)
def test_reserved_names(host: str) -> None:
    """RFC 2606 and RFC 6761."""
    assert is_reserved(host)


@pytest.mark.parametrize(
    "host", ["ornek.bel.tr", "example.edu.tr", "myexample.com", "example.com.tr", "test.bel.tr", ""]
)
def test_names_that_somebody_may_own(host: str) -> None:
    assert not is_reserved(host)


@given(st.text(max_size=200))
def test_what_is_found_passes(text: str) -> None:
    for address in addresses_in(text):
        parts = parts_of(address.url)
        assert parts
        assert (parts["user"], parts["port"]) == (None, None)
        assert is_public(parts["host"])
        assert repaired(address.url) == address.url
        assert bare_host(address.url) == parts["host"].lower().removeprefix("www.")


@pytest.mark.parametrize("host", ["sunucu.LOCAL", "belediye.Intranet", "a.lan", "deneme", "-a.example", "127.0.0.1"])
def test_names_that_lead_nowhere_on_the_public_web(host: str) -> None:
    assert not is_public(host)


PRIVATE = ["local", "localhost", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "test"]


@pytest.mark.parametrize("top", [*PRIVATE, "invalid", "onion", "arpa"])
def test_names_below_private_and_reserved_ones_are_not_public(top: str) -> None:
    """RFC 6761, 6762, 7686 and 8375, and what ICANN does not delegate."""
    assert not is_public(f"deneme.{top}")
    assert is_public(f"deneme.{top}.tr")


def test_a_name_has_at_most_253_characters() -> None:
    longest = f"{'a' * 61}." * 3 + f"{'b' * 59}.example"
    assert (len(longest), is_public(longest), is_public(f"c{longest}")) == (253, True, False)


def test_hosts_are_the_same_in_capitals_and_with_www() -> None:
    assert bare_host("https://WWW.Deneme.EXAMPLE/Karar") == "deneme.example"
