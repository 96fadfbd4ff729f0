"""The command line: what it prints, what it writes, how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import signatories
from source.layout import Layout
from support.limits import as_nobody, files_of_at_most
from support.registry import BASE, CASES
from support.repository import ROOT

WRONG = BASE.replace("province: 16", "province: Bursa").replace("date: 2022-01\n", "date: 5 Ocak 2022\n")
REQUEST = str(CASES / "request.md")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kayıt.yaml"
    path.write_text(BASE, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return signatories.main([str(argument) for argument in arguments])


def test_check_says_nothing_where_nothing_is_wrong(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", file) == 0
    assert capfd.readouterr() == ("", "")


def test_check_prints_every_problem(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file.write_text(WRONG, encoding="utf-8")
    assert run("check", file) == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == f"{file}:8:15: unknown-province"
    assert lines[1].startswith("  tr: “Bursa” bir plaka kodu değil")
    assert lines[2].startswith("  en: “Bursa” is not a plate code")
    assert lines[3] == "  fix: province: 16"
    assert lines[4] == f"{file}:15:15: date-form"
    assert lines[7] == "  fix: date: 2022-01-05"
    assert len(lines) == 8


def test_check_prints_json_and_nothing_else(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", file, "--format", "json") == 0
    assert capfd.readouterr() == ("[]\n", "")
    file.write_text(WRONG, encoding="utf-8")
    assert run("check", "--format", "json", file) == 1
    printed = capfd.readouterr()
    assert printed.err == ""
    problems = json.loads(printed.out)
    assert [list(problem) for problem in problems] == [
        ["path", "line", "column", "rule", "entry", "tr", "en", "fix", "example"]
    ] * 2
    assert problems[0] | {"tr": "", "en": ""} == {
        "path": str(file),
        "line": 8,
        "column": 15,
        "rule": "unknown-province",
        "entry": "deneme-bursa",
        "tr": "",
        "en": "",
        "fix": "province: 16",
        "example": "",
    }


def test_check_prints_annotations(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file.write_text(BASE.replace("# Kurmaca", "# 100% kisi@deneme.example, ::set-output"), encoding="utf-8")
    assert run("check", file, "--format", "github") == 1
    (line,) = capfd.readouterr().out.splitlines()
    assert line.startswith(f"::error file={file},line=1,col=8,title=email::E-posta adresi")
    assert "%0ADelete the e-mail address" in line
    assert "%0A# 100%25 , ::set-output" in line


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_says_no_more_than_the_file(form: str, file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An id of 2 MB, in an entry of 500 mistakes and more."""
    unknown = "".join(f"    x{number}: y\n" for number in range(600))
    text = BASE.replace("deneme-bursa", "d" * 2_000_000, 1).replace("    kind: district\n", unknown, 1)
    file.write_text(text, encoding="utf-8")
    assert run("check", file, "--format", form) == 1
    printed = capfd.readouterr().out
    assert len(printed) < len(text) / 10
    assert "more-problems" in printed
    assert "En az" in printed
    assert "There are at least" in printed


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_missing_file_is_a_problem(tmp_path: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path / "yok.yaml", "--format", form) == 1
    assert "file-missing" in capfd.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["yok"], ["check", "--format", "xml"], ["sample", "x", "y"], ["sample", "-1", "y"]]
)
def test_usage_errors_exit_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(*arguments)
    assert raised.value.code == 2


def test_format_writes_the_layout_once(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + BASE.replace("16", '"16"').replace("\n", "\r\n").encode())
    assert run("format", file) == 0
    assert file.read_bytes() == BASE.encode()
    assert run("format", file, "--check") == 0


def test_format_check_writes_nothing_and_names_the_command(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    written = BASE.replace("16", '"16"').encode()
    file.write_bytes(written)
    assert run("format", "--check", file) == 1
    assert file.read_bytes() == written
    assert f".venv/bin/python scripts/signatories.py format {file}" in capfd.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted((CASES / "hostile").iterdir()), ids=lambda path: path.stem)
def test_a_hostile_file_is_not_written(path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`format` lays out what it can read without changing a value; what it cannot read it leaves alone."""
    copy = tmp_path / "a.yaml"
    copy.write_bytes(path.read_bytes())
    code = run("format", copy)
    if code:
        assert copy.read_bytes() == path.read_bytes()
    else:
        values = [yaml.load(each.read_bytes(), yaml.BaseLoader) for each in (path, copy)]  # noqa: S506
        assert values[0] == values[1]
    assert run("merge", copy, copy, path) == code
    assert run("intake", path) == 1
    assert run("intake", REQUEST, "--write", "--registry", copy) in {0, 1}
    assert "Traceback" not in capfd.readouterr().err


def test_merge_writes_the_outcome_to_ours(file: Path, tmp_path: Path) -> None:
    theirs, base = tmp_path / "t.yaml", tmp_path / "b.yaml"
    base.write_text(BASE, encoding="utf-8")
    theirs.write_text(BASE.replace("Q000", "Q001"), encoding="utf-8")
    file.write_text(BASE.replace("kind: press", "kind: signed-copy"), encoding="utf-8")
    assert run("merge", base, file, theirs) == 0
    assert file.read_text(encoding="utf-8") == BASE.replace("Q000", "Q001").replace("kind: press", "kind: signed-copy")


def test_merge_names_both_values_of_a_conflict(file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    theirs, base = tmp_path / "t.yaml", tmp_path / "b.yaml"
    base.write_text(BASE, encoding="utf-8")
    theirs.write_text(BASE.replace("Q000", "Q001"), encoding="utf-8")
    file.write_text(BASE.replace("Q000", "Q002"), encoding="utf-8")
    assert run("merge", base, file, theirs) == 1
    printed = capfd.readouterr().out
    assert f"{file}:3:1: merge-conflict" in printed
    assert "ours “Q002”, theirs “Q001”" in printed
    assert run("check", file) == 1
    assert f"{file}:3:1: merge-conflict" in capfd.readouterr().out


def test_merge_keeps_both_sides_of_what_it_cannot_read(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    theirs = file.with_name("t.yaml")
    theirs.write_text(BASE + "  - id: [", encoding="utf-8")
    assert run("merge", os.devnull, file, theirs, "data/ad.yaml") == 1
    places = [line for line in capfd.readouterr().out.splitlines() if not line.startswith(" ")]
    assert places == ["data/ad.yaml:46:1: merge-conflict", "data/ad.yaml (theirs):47:1: yaml-syntax"]
    assert file.read_text(encoding="utf-8") == f"{BASE}<<<<<<< ours\n=======\n  - id: [\n>>>>>>> theirs\n"


def test_merge_leaves_ours_alone_where_theirs_is_missing(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("merge", file, file, file.with_name("yok.yaml"), "data/ad.yaml") == 1
    assert capfd.readouterr().out.startswith("data/ad.yaml:1:1: file-missing\n")
    assert file.read_text(encoding="utf-8") == BASE


def test_intake_prints_an_entry(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("intake", REQUEST, "--registry", file) == 0
    (entry,) = yaml.safe_load(capfd.readouterr().out)
    assert entry["id"] == "yeni-bursa"
    assert "verified" not in entry["signatures"][0]
    assert file.read_text(encoding="utf-8") == BASE


def test_intake_writes_an_entry_that_waits_for_a_maintainer(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("intake", REQUEST, "--write", "--registry", file) == 0
    assert run("format", "--check", file) == 0
    assert run("check", file, "--format", "json") == 1
    assert [problem["rule"] for problem in json.loads(capfd.readouterr().out)] == ["missing-verified"]


def test_intake_prints_problems_and_writes_nothing(
    file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    body = tmp_path / "b.md"
    body.write_text(Path(REQUEST).read_text(encoding="utf-8").replace("16 Bursa", "Brsa"), encoding="utf-8")
    assert run("intake", body, "--write", "--registry", file) == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == f"{body}:17:1: unknown-province"
    assert lines[3:] == ["  fix: ### İl (plaka kodu) / Province (plate code)", "       ", "       16 Bursa"]
    assert file.read_text(encoding="utf-8") == BASE


def test_sample_writes_a_registry_that_passes(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    assert run("sample", 50, path) == 0
    assert len(yaml.safe_load(path.read_text(encoding="utf-8"))["signatories"]) == 50
    assert run("check", path) == 0
    assert run("format", "--check", path) == 0
    assert run("sample", 5, path) == 0


def test_sample_overwrites_no_registry(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("sample", 5, file) == 1
    assert file.read_text(encoding="utf-8") == BASE
    assert "file-exists" in capfd.readouterr().out


def test_a_file_that_cannot_be_written_is_a_problem(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("sample", 5, tmp_path / "yok" / "s.yaml") == 1
    assert "file-unwritable" in capfd.readouterr().out


COMMANDS_THAT_WRITE: dict[str, list[object]] = {
    "format": ["format", "{file}"],
    "intake": ["intake", REQUEST, "--write", "--registry", "{file}"],
    "merge": ["merge", "{file}", "{file}", "{theirs}"],
    "sample": ["sample", 900, "{file}"],
}


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS_THAT_WRITE)
def test_a_full_disk_loses_no_entry(command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file, theirs = tmp_path / "kayıt.yaml", tmp_path / "theirs.yaml"
    assert run("sample", 900, file) == 0
    before = file.read_text(encoding="utf-8").replace("kind: press\n", 'kind: "press"\n')
    file.write_text(before, encoding="utf-8")
    theirs.write_text(before.replace("kind: district", "kind: town", 1), encoding="utf-8")
    with files_of_at_most(len(before) // 2):
        code = run(*(str(each).format(file=file, theirs=theirs) for each in COMMANDS_THAT_WRITE[command]))
    assert code == 1
    assert file.read_text(encoding="utf-8") == before
    assert sorted(tmp_path.iterdir()) == [file, theirs]
    assert capfd.readouterr().out.splitlines() == [
        f"{file}:1:1: file-unwritable",
        "  tr: Dosya yazılamıyor: izin verilen dosya boyutu aşılıyor.",
        "  en: The file cannot be written: it would exceed the file size that is allowed.",
    ]


def test_sample_tells_what_it_may_not_read(capfd: pytest.CaptureFixture[str]) -> None:
    with as_nobody() as folder:
        (folder / "file").touch(mode=0)
        (folder / "closed").mkdir(mode=0)
        for path in folder / "file", folder / "closed" / "file", folder:
            assert run("sample", 5, path) == 1
            assert f"{path}:1:1: file-unwritable" in capfd.readouterr().out


def test_proof(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answer = tmp_path / "a.txt"
    answer.write_text('"https://kod.example/12"\n')
    website, request = "https://www.ornek.example", "https://kod.example/12"
    assert run("proof", "_deneme", website, request, answer) == 0
    assert run("proof", "_deneme", website, f"{request}3", answer) == 1
    assert capfd.readouterr().out.splitlines() == [
        "_deneme.ornek.example: kanıtlandı · proven",
        "_deneme.ornek.example: kanıt yok · no proof",
    ]


def test_runs_from_any_folder_and_in_any_locale(tmp_path: Path) -> None:
    environment: dict[str, Any] = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    environment.pop("DATA", None)
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    script = ROOT / "scripts" / "signatories.py"
    for arguments, code in (["check"], 0), (["format", "--check"], 0), (["check", "a.yaml"], 1):
        done = subprocess.run(
            [sys.executable, script, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (code, b"")
    assert "ya da" in done.stdout.decode("utf-8")


def test_check_knows_the_published_file_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (tmp_path / "data" / name).symlink_to(ROOT / "data" / name)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.setattr(signatories, "LAYOUT", Layout(tmp_path))
    monkeypatch.chdir(tmp_path)
    for path in ("data/signatories.yaml", "data/sample.yaml"):
        Path(path).write_text(BASE, encoding="utf-8")
    assert run("check", "data/signatories.yaml") == 1
    assert run("check", "data/sample.yaml") == 0
