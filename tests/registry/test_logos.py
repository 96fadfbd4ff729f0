"""The logos: what passes, what is refused, and how soon."""

from pathlib import Path
from typing import Any

from support.golden import cases
from support.images import make
from support.registry import BASE, problems


@cases("registry/logos.yaml")
def test_judges_a_logo_by_its_content(case: dict[str, Any], tmp_path: Path) -> None:
    folder, name = tmp_path / "logos", case.get("logo", "deneme-bursa.png")
    folder.mkdir()
    if "file" in case:
        make(folder / (name or "deneme-bursa.png"), case["file"])
    if "beside" in case:
        (folder / case["beside"]).touch()
    text = BASE.replace("    wikidata:", f"    logo: {name}\n    wikidata:" if name else "    wikidata:")
    found = problems(text, tmp_path)
    assert [f"{problem.rule}@{problem.line}:{problem.column}" for problem in found] == case["problems"]


def test_an_unused_logo_is_told_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    make(tmp_path / "logos" / "deneme.png", {})
    (problem,) = problems(BASE, tmp_path)
    assert (problem.path, problem.entry) == ("logos/deneme.png", "")
