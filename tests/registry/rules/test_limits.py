"""Limits of texts and lists: the longest that is allowed passes, one character or item more does not."""

from pathlib import Path

import pytest

from support.registry import BASE, problems

ADDRESS, NAME = "https://deneme.example/", "Deneme Belediyesi"


def _name(length: int) -> str:
    """Return a name of words of two letters."""
    words = "Ab " * length
    return words[: length - len(NAME) - 1].rstrip().ljust(length - len(NAME) - 1, "b") + f" {NAME}"


LIMITS = {
    "an id": (
        80,
        "id: ornek-izmir",
        lambda length: f"id: ornek-izmir-{'x' * (length - len('ornek-izmir-'))}",
        "id-form",
    ),
    "a name": (160, f"tr: {NAME}", lambda length: f"tr: {_name(length)}", "name-length"),
    "a word of a name": (30, f"tr: {NAME}", lambda length: f"tr: D{'e' * (length - 1)} Belediyesi", "name-length"),
    "an address": (2000, f"{ADDRESS}karar/12", lambda length: ADDRESS + "a" * (length - len(ADDRESS)), "url-length"),
    "former ids": (
        5,
        "      - deneme\n",
        lambda count: "".join(f"      - deneme-{chr(ord('a') + number)}\n" for number in range(count)),
        "alias-count",
    ),
}


@pytest.mark.parametrize(("limit", "replace", "by", "rule"), LIMITS.values(), ids=LIMITS)
def test_what_is_as_long_as_allowed_passes(limit, replace, by, rule, tmp_path: Path) -> None:
    found = [
        {each.rule for each in problems(BASE.replace(replace, by(length), 1), tmp_path)}
        for length in (limit, limit + 1)
    ]
    assert rule not in found[0]
    assert rule in found[1]


def test_former_ids_beyond_the_limit_are_told_at_the_first_of_them(tmp_path: Path) -> None:
    _, replace, by, rule = LIMITS["former ids"]
    (found,) = [each for each in problems(BASE.replace(replace, by(7)), tmp_path) if each.rule == rule]
    assert (found.line, found.column) == (17, 9)


@pytest.mark.parametrize(
    ("words", "rule"), [(" Yazı İşleri Müdürlüğü", "name-alone"), (" Municipality", "name-language")]
)
def test_what_is_no_name_is_told_unless_it_is_too_long(words: str, rule: str, tmp_path: Path) -> None:
    names = [f"tr: {_name(length - len(words))}{words}" for length in (160, 161)]
    found = [{each.rule for each in problems(BASE.replace(f"tr: {NAME}", name), tmp_path)} for name in names]
    assert [each & {rule, "name-length"} for each in found] == [{rule}, {"name-length"}]


@pytest.mark.parametrize(("length", "rules"), [(2000, {"url-https"}), (2001, {"url-length"})])
def test_an_address_without_https_is_told_unless_it_is_too_long(length: int, rules: set[str], tmp_path: Path) -> None:
    address = ADDRESS.replace("https", "http")
    text = BASE.replace(f"{ADDRESS}karar/12", address + "a" * (length - len(address)))
    found = {each.rule for each in problems(text, tmp_path)}
    assert found & {"url-https", "url-length"} == rules


def test_a_correction_is_offered_only_if_it_is_not_too_long(tmp_path: Path) -> None:
    plain = ADDRESS.replace("https", "http")
    written = [plain + "a" * (length - len(plain)) for length in (1999, 2000)]
    texts = [BASE.replace(f"{ADDRESS}karar/12", each, 1) for each in written]
    fixes = [[each.fix for each in problems(text, tmp_path) if each.rule == "url-https"] for text in texts]
    assert fixes == [[f"url: https{written[0].removeprefix('http')}"], [""]]
