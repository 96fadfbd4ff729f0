"""Former ids: those that the lock lists are taken, of the published file no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from declaration.editions import days_of_adoption, load_editions
from registry.reference import Reference, load_reference
from source.layout import Layout
from support.registry import BASE, REFERENCE, check
from support.repository import ROOT

RECORDED = frozenset({"deneme", "deneme-izmir"})


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "signatories.yaml"


def told(path: Path, alias: str, reference: Reference) -> list[str]:
    path.write_text(
        BASE.replace("      - deneme\n", f"      - {alias}\n").replace(".example", ".bel.tr"), encoding="utf-8"
    )
    return [f"{problem.rule}@{problem.line}:{problem.column}" for problem in check(path, "x", reference)]


def test_the_published_file_takes_what_was_published(published: Path) -> None:
    """Also what has the form of another place: an id with the wrong province may be corrected."""
    strict = replace(REFERENCE, published=published, recorded=RECORDED)
    assert told(published, "deneme", strict) == []
    assert told(published, "deneme-izmir", strict) == []
    for alias in ("denem-e", "ornek-bursa", "bursa"):
        assert told(published, alias, strict) == ["alias-published@12:9"]


@pytest.mark.parametrize(
    ("alias", "rule"),
    [("Denem-e", "id-form"), ("denem_e", "id-form"), ("d" * 81, "id-form"), ("d" * 80, "alias-published")],
)
def test_what_is_no_id_is_told_as_such_alone(alias: str, rule: str, published: Path) -> None:
    strict = replace(REFERENCE, published=published, recorded=RECORDED)
    assert told(published, alias, strict) == [f"{rule}@12:9"]


def test_no_published_id_is_taken_from_an_entry(published: Path) -> None:
    strict = replace(REFERENCE, published=published, recorded=RECORDED | {"ornek-izmir"})
    assert told(published, "ornek-izmir", strict) == ["id-taken@27:9"]


def test_without_a_lock_the_form_decides(published: Path) -> None:
    lacking = replace(REFERENCE, published=published)
    assert told(published, "denem-e", lacking) == []
    assert told(published, "deneme-izmir", lacking) == ["alias-place@12:9"]


def test_of_another_file_the_lock_says_nothing(tmp_path: Path, published: Path) -> None:
    reference = replace(REFERENCE, published=published, recorded=RECORDED)
    assert told(tmp_path / "b.yaml", "denem-e", reference) == []
    assert told(tmp_path / "b.yaml", "deneme-izmir", reference) == ["alias-place@12:9"]


def test_where_no_file_is_the_published_one_the_lock_is_about_all(tmp_path: Path) -> None:
    """The build and the desk: what they judge is the registry of the repository."""
    reference = replace(REFERENCE, recorded=RECORDED)
    assert told(tmp_path / "b.yaml", "deneme-izmir", reference) == []
    assert told(tmp_path / "b.yaml", "ornek-bursa", reference) == ["alias-place@12:9"]


def test_the_ids_are_read_from_the_lock(tmp_path: Path) -> None:
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / name).write_bytes((ROOT / "data" / name).read_bytes())
    layout = Layout(tmp_path)
    days = days_of_adoption(load_editions(Layout(ROOT)))
    assert load_reference(layout, days).recorded == frozenset()
    lock = "# a/b/\n./\nimzacilar/\nimzacilar/deneme-bursa/\nen/signatories/eski-deneme/\ndata/signatories.csv\n"
    layout.addresses.write_text(lock, encoding="utf-8")
    assert load_reference(layout, days).recorded >= {"deneme-bursa", "eski-deneme"}
    assert not load_reference(layout, days).recorded & {"imzacilar", "data", "."}
    assert "nilufer-bursa" in load_reference(Layout(ROOT), days).recorded
