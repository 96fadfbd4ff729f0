"""A value of blanks alone is an empty one: no other rule speaks of it."""

from pathlib import Path

import pytest

from support.registry import BASE, problems

TEXTS = [
    "id: ornek-izmir",
    "tr: Deneme Belediyesi",
    "en: Deneme Municipality",
    "kind: district",
    "province: 16",
    "website: https://deneme.example",
    "wikidata: Q000",
    "- deneme",
    "edition: 2018",
    "date: 2018-11-05",
    "url: https://ornek.example/haber",
    "kind: press",
    "archive: https://deneme.example/kopya/12",
    "verified: 2019-01-10",
    "date: 2023-01-15",
]


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("blanks", ["", " ", " \\t "])
def test_blanks_are_told_of_once_and_where_they_are(written: str, blanks: str, tmp_path: Path) -> None:
    before = written.partition(" ")[0]
    assert BASE.count(f"{written}\n") == 1
    found = problems(BASE.replace(f"{written}\n", f'{before} "{blanks}"\n'), tmp_path)
    line = BASE[: BASE.index(f"{written}\n")].count("\n") + 1
    assert [(each.rule, each.line) for each in found] == [("empty-value", line)]
