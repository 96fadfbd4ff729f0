"""The proof of who asks, from recorded answers of a resolver."""

from typing import Any

import pytest

from registry.requests.dns_proof import is_official, proves, record_name
from support.golden import cases
from support.registry import REFERENCE


@cases("registry/proof.yaml")
def test_reads_an_answer(case: dict[str, Any]) -> None:
    name = record_name("_deneme", "https://www.ornek.example/tr/", REFERENCE)
    assert proves(case["answer"], name, "https://kod.example/deneme/issues/12") is case["proves"]


def test_names_of_records_are_the_same_in_capitals() -> None:
    """RFC 4343."""
    answer = '_deneme.ornek.example. 300 IN TXT "https://kod.example/deneme/issues/12"'
    assert proves(answer, "_DENEME.ornek.example", "https://kod.example/deneme/issues/12")


def test_names_the_record_below_the_domain_of_the_website() -> None:
    assert record_name("_deneme", "https://www.ornek.example/", REFERENCE) == "_deneme.ornek.example"
    assert record_name("_deneme", "https://ORNEK.bel.example", REFERENCE) == "_deneme.ornek.bel.example"


def test_the_record_of_a_public_authority_is_below_its_domain() -> None:
    for website in ("https://ornek.bel.tr", "https://www.ornek.bel.tr/tr", "https://kultur.ornek.bel.tr/12"):
        assert record_name("_deneme", website, REFERENCE) == "_deneme.ornek.bel.tr"


@pytest.mark.parametrize("website", ["https://www.ornek.bel.tr/", "https://ornek.gov.tr", "https://kent.ORNEK.bel.tr"])
def test_domains_that_only_public_authorities_have(website: str) -> None:
    assert is_official(website, REFERENCE)


@pytest.mark.parametrize(
    "website",
    [
        "https://ornek.example",
        "https://ornekbel.tr",
        "https://bel.tr",
        "https://ornek.bel.tr.example",
        "https://x.org.tr",
        "",
    ],
)
def test_domains_that_anybody_may_have(website: str) -> None:
    assert not is_official(website, REFERENCE)
