"""The logos: what passes, what is refused, and how soon."""

import random
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from support.golden import cases
from support.images import make
from support.registry import BASE, problems, quotations

WITH_LOGO = BASE.replace("    wikidata:", "    logo: deneme-bursa.png\n    wikidata:")


@cases("registry/logos.yaml")
def test_judges_a_logo_by_its_content(case: dict[str, Any], tmp_path: Path) -> None:
    folder, name = tmp_path / "logos", case.get("logo", "deneme-bursa.png")
    if case.get("away"):
        folder.symlink_to(tmp_path / "elsewhere")
        folder = tmp_path / "elsewhere"
    folder.mkdir()
    if "file" in case:
        make(folder / (name or "deneme-bursa.png"), case["file"])
    if "beside" in case:
        (folder / case["beside"]).touch()
    text = BASE.replace("    wikidata:", f"    logo: {name}\n    wikidata:" if name else "    wikidata:")
    found = problems(text, tmp_path)
    assert [f"{problem.rule}@{problem.line}:{problem.column}" for problem in found] == case["problems"]
    assert [each.told("tr") for each in found if quotations(each.told("tr")) != quotations(each.told("en"))] == []


@pytest.mark.parametrize(("size", "told"), [(512 * 1024, False), (512 * 1024 + 1, True), (600 * 1024, True)])
def test_a_logo_of_too_many_bytes_is_told_how_many(size: int, told: bool, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos" / "deneme-bursa.png").write_bytes(bytes(size))
    found = {each.rule: each for each in problems(WITH_LOGO, tmp_path)}
    assert ("logo-bytes" in found, "logo-content" in found) == (told, not told)
    if told:
        assert found["logo-bytes"].told("en") == f"“deneme-bursa.png” is {size // 1024} KB; at most 512 KB is allowed."


def test_a_logo_of_too_many_pixels_is_told_how_many(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    make(tmp_path / "logos" / "deneme-bursa.png", {"size": [2001, 100]})
    (found,) = problems(WITH_LOGO, tmp_path)
    assert found.told("en") == "“deneme-bursa.png” is 2001×100 pixels; each side must be 64–2000."


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("../deneme-bursa.png", "logo: deneme-bursa.png"),
        ("C:\\logos\\deneme.webp", "logo: deneme.webp"),
        ("logos/nul.png", ""),
        ("deneme.svg", ""),
    ],
)
def test_the_name_in_a_path_is_offered(written: str, fix: str, tmp_path: Path) -> None:
    (found,) = problems(WITH_LOGO.replace("deneme-bursa.png", written), tmp_path)
    assert (found.rule, found.fix, found.example) == ("logo-name", fix, "" if fix else "logo: deneme-bursa.png")


@pytest.mark.parametrize("seed", range(60))
def test_every_sound_image_passes(seed: int, tmp_path: Path) -> None:
    """Noise: of 60 such files five happened to hold "#!/" among their pixels."""
    noise = random.Random(seed)  # noqa: S311 - the same files every time
    mode, form = noise.choice(["L", "RGB", "RGBA", "P"]), noise.choice(["PNG", "WEBP"])
    size = noise.randint(64, 330), noise.randint(64, 330)
    image = Image.frombytes(mode, size, noise.randbytes(size[0] * size[1] * len(Image.new(mode, (1, 1)).tobytes())))
    options = {"lossless": True} if form == "WEBP" else {"compress_level": noise.randint(0, 9)}
    (tmp_path / "logos").mkdir()
    name = f"deneme-bursa.{form.lower()}"
    image.save(tmp_path / "logos" / name, form, **options)
    assert problems(BASE.replace("    wikidata:", f"    logo: {name}\n    wikidata:"), tmp_path) == []


def test_a_logo_of_many_entries_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr("registry.rules.logos.is_sound", lambda content, _: bool(looked.append(content)))
    (tmp_path / "logos").mkdir()
    make(tmp_path / "logos" / "deneme.png", {})
    entries = "".join(f"  - id: a{number}\n    logo: deneme.png\n" for number in range(50))
    found = [problem for problem in problems(f"signatories:\n{entries}", tmp_path) if problem.rule == "logo-content"]
    assert [(problem.line, problem.column) for problem in found] == [(3, 11)]
    assert len(looked) == 1


def test_a_folder_that_is_a_link_is_told_at_the_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "deneme").touch()
    (tmp_path / "logos").symlink_to(tmp_path / "elsewhere")
    (problem,) = problems(BASE, tmp_path)
    assert (problem.path, problem.rule) == ("logos", "logo-folder")


def test_an_unused_logo_is_told_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    make(tmp_path / "logos" / "deneme.png", {})
    (problem,) = problems(BASE, tmp_path)
    assert (problem.path, problem.entry) == ("logos/deneme.png", "")
