"""The proof of who asks, from recorded answers of a resolver."""

from typing import Any

from registry.proof import proves, record_name
from support.golden import cases


@cases("registry/proof.yaml")
def test_reads_an_answer(case: dict[str, Any]) -> None:
    name = record_name("_deneme", "https://www.ornek.example/tr/")
    assert proves(case["answer"], name, "https://kod.example/deneme/issues/12") is case["proves"]


def test_names_the_record_below_the_domain_of_the_website() -> None:
    assert record_name("_deneme", "https://www.ornek.example/") == "_deneme.ornek.example"
    assert record_name("_deneme", "https://ORNEK.bel.example") == "_deneme.ornek.bel.example"
