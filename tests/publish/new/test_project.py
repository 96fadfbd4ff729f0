"""Projects for other declarations: what `make new` writes, refuses, and leads to a site."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from publish.new.project import start
from publish.new.skeleton_check import check_skeleton
from source.layout import Layout
from support.built import NOT_FOUND, BuiltSite, elements, text
from support.golden import cases, expected, load
from support.project import KEY, LOCALES, fill
from support.repository import ROOT, SITE_URL, apply, data, make
from support.tree import contents

pytestmark = pytest.mark.slow

FILLED = load("publish/new.yaml")[0]["changes"]
OWN = ("mkdocs.yml", "README.md", "CONTRIBUTING.md", "LICENSES.md", "data", "docs")
FIRST = re.compile(
    r"istanbul de|mülteci|refugee|unhcr|wald\b|platform|iznik|nilüfer|koordinasyon|deklarasyon|imkanlar dahilinde"
)
ADOPTED = re.compile(r"^data/editions\.yaml:\d+:14: blank\n  tr: .+\n  example: 2020-05-04$", re.MULTILINE)
SKELETON = ROOT / "scripts/publish/new/skeleton"
PAGES = sorted(path.stem for path in (ROOT / "docs/tr").glob("*.md"))


def _project(folder, locales, key=KEY):
    done = make(ROOT, "new", DIR=str(folder), LOCALES=locales, KEY=key)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / ".venv").symlink_to(Path(sys.executable).parent.parent)
    return folder


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    return _project(tmp_path_factory.mktemp("yeni") / "Örnek kentler", ",".join(LOCALES))


@pytest.fixture(scope="module")
def filled(fresh):
    root = fresh.with_name("dolu")
    shutil.copytree(fresh, root, symlinks=True)
    fill(root, FILLED)
    return root


@pytest.fixture
def copy(filled, tmp_path):
    """The own files of the project."""
    root = tmp_path / "kopya"
    shutil.copytree(filled, root, ignore=lambda folder, names: set(names) - set(OWN) if folder == str(filled) else ())
    return root


@pytest.fixture(scope="module")
def published(filled, tmp_path_factory):
    """The site of the filled project, made as its README says."""
    for command in ("lock", "build"):
        done = make(filled, command, SITE=str(tmp_path_factory.mktemp("yeni") / "site"))
        assert (done.returncode, _warnings(done.stderr)) == (0, []), done.stdout + done.stderr
    return BuiltSite(Path(re.search(r"→ (.+): \d+ sayfa", done.stdout)[1]))


def _warnings(said):
    return [line for line in said.splitlines() if not line.startswith(("SOURCE_DATE_EPOCH:", "mkdocs.yml:", "  "))]


def _heads(problems):
    return [each.as_text().splitlines()[0] for each in problems]


def _marks(root):
    """Return where a mark of a blank begins a value, a line, a heading, an item or a cell, without a parser."""
    begins = re.compile(r"(?:^|: \"?|\| |# |\. )… ?(?=\S)")
    for path in sorted(path for name in OWN for path in [root / name, *(root / name).rglob("*")] if path.is_file()):
        shown = path.relative_to(root).as_posix()
        if path.suffix in (".md", ".yaml", ".yml") and not shown.startswith("docs/assets/"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                if not line.startswith("#  ") and begins.search(line.strip().removeprefix("- ")):
                    yield f"{shown}:{number}"


def test_every_blank_is_told_with_its_place_and_an_example(fresh):
    problems = check_skeleton(Layout(fresh))
    assert {each.rule for each in problems} == {"blank"}
    assert {f"{each.path}:{each.line}" for each in problems} == set(_marks(fresh))
    assert all(each.told("tr") and each.told("en") for each in problems)
    assert all(each.example for each in problems)


def test_nothing_is_published_while_a_blank_is_left(fresh, tmp_path):
    done = make(fresh, "build", SITE=str(tmp_path / "site"))
    assert done.returncode != 0
    assert ADOPTED.search(done.stderr)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("door", ["text.py", "signatories.py"])
def test_check_leads_from_the_first_blank(fresh, door):
    done = subprocess.run(
        [sys.executable, f"scripts/{door}", "check"], cwd=fresh, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert ADOPTED.search(done.stdout)
    assert "bad-date" not in done.stdout


def test_catalogues_are_brought_up_to_date_without_losing_a_line(fresh, tmp_path):
    """A catalogue that cannot be read is told, and left as it is: otherwise its translator would lose the line."""
    copy = tmp_path / "kopya"
    shutil.copytree(fresh, copy, symlinks=True)
    broken = copy / "data/messages/fr.po"
    broken.write_text('msgid "a list"\nmsgstr "une liste"\nmessage sans guillemets\n', encoding="utf-8")
    refused = make(copy, "messages")
    assert "data/messages/fr.po:3:1: catalog-form" in refused.stdout
    assert "message sans guillemets" in broken.read_text(encoding="utf-8")
    broken.write_text('msgid "a list"\nmsgstr "une liste"\n', encoding="utf-8")
    assert make(copy, "messages").returncode == 0
    kept = broken.read_text(encoding="utf-8")
    assert 'msgid "a list"\nmsgstr "une liste"\n' in kept
    assert kept.count("msgid") > 300


@cases("publish/new.yaml")
def test_what_is_left_open_is_refused(case, copy):
    if case["changes"] != FILLED:
        apply(case["changes"], copy)
    assert _heads(check_skeleton(Layout(copy))) == [expected(each, copy) for each in case["problems"]]


def test_nothing_of_the_first_declaration_is_in_a_new_project(fresh):
    years = {str(each["key"]) for each in data("data/editions.yaml")["editions"]}
    first = {data("mkdocs.yml")["extra"]["feed_id"], *years}
    files = [path for path in fresh.rglob("*") if path.is_file() and path.suffix in (".md", ".yaml", ".yml", ".css")]
    own = [path for path in files if not {"scripts", "overrides", ".venv", ".cache"} & set(path.parts)]
    own = [path for path in own if path.name not in ("rules.yaml", "ARCHITECTURE.md", "DECISIONS.md")]
    said = {path.relative_to(fresh).as_posix(): _plain(path) for path in own}
    assert {name: found[0] for name, words in said.items() if (found := FIRST.search(words))} == {}
    assert {name for name, words in said.items() if any(re.search(rf"\b{each}\b", words) for each in first)} == set()
    assert [path.name for path in (fresh / "data").glob("*.lock")] == ["skeleton.lock"]


def _plain(path):
    return path.read_text(encoding="utf-8").replace("İ", "i").lower()


def test_two_projects_have_feeds_of_their_own(fresh, tmp_path):
    other = _project(tmp_path / "baska", "tr")
    ids = {
        yaml.safe_load((each / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["feed_id"] for each in (fresh, other)
    }
    assert len(ids) == 2


def test_project_is_named_after_its_folder(fresh):
    assert '\nname = "rnek-kentler"\n' in (fresh / "pyproject.toml").read_text(encoding="utf-8")
    for workflow in ("intake", "resolve"):
        assert "--proof _rnek-kentler" in (fresh / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")


def test_every_command_of_a_new_project_is_of_use(fresh):
    makefile = (fresh / "Makefile").read_text(encoding="utf-8")
    listed = re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)
    assert sorted(listed) == sorted(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())
    assert {"test-quick", "proof", "fuzz", "bench", "mutants"}.isdisjoint(listed)
    assert "tests" not in re.findall(r"\w+", make(fresh, "help").stdout)
    proof = re.compile(r"\bproof:|, proof\b|make (proof|fuzz)|workflows/proof")
    for path in (fresh / "data/launch.yaml", *(fresh / ".github/workflows").iterdir()):
        assert not proof.search(path.read_text(encoding="utf-8")), path
    assert "check build" in make(fresh, "--dry-run", "--old-file=.venv/.test", "test").stdout
    for named in re.findall(r"`make ([a-z-]+)", (fresh / "README.md").read_text(encoding="utf-8")):
        assert named in listed


@pytest.mark.usefixtures("published")  # and so locked
def test_filled_project_passes_every_check(filled):
    generated = [sys.executable, "scripts/github.py", "generate"]
    subprocess.run(generated, cwd=filled, check=True)
    marks = ("--old-file=.venv/.check", "--old-file=.venv/.build")
    done = make(filled, *marks, "check")
    assert (done.returncode, _warnings(done.stderr)) == (0, []), done.stdout + done.stderr


@pytest.mark.usefixtures("published")
def test_trial_build_of_the_checks_finds_what_no_other_reads(filled):
    page = filled / "docs/tr/declaration.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace("description: ", "description: Metin: "), encoding="utf-8")
    done = make(filled, "--old-file=.venv/.check", "check")
    page.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    assert "docs/tr/declaration.md:3:" in done.stderr
    assert ": yaml-syntax\n" in done.stderr


def test_heads_of_pages_to_translate_can_be_read(fresh):
    for path in (fresh / "docs/ar").glob("*.md"):
        head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        assert head["title"].startswith("… ")
        assert head["description"].startswith("… ")


def test_pages_of_the_new_site_are_whole(published):
    pages = [published.page(path) for path in published.html_files]
    links = [(page.path, each.get(name)) for page in pages for each in elements(page.root) for name in ("href", "src")]
    inner = [(path, link) for path, link in links if link]
    assert [(path, found) for path, link in inner if (found := published.problem_of(link, path))] == []
    spoken = {page.one("html").get("lang") for page in pages if page.path != NOT_FOUND}
    assert spoken == set(LOCALES)


def test_pages_say_the_words_of_the_new_text_alone(published):
    home = text(published.page("").root)
    assert "Örnek Kentler Bildirgesi" in home
    every = " ".join(text(published.page(path).root) for path in published.html_files)
    assert "kurmaca kentlerce." in every
    assert not FIRST.search(every.replace("İ", "i").lower())
    assert "Deneme Köyleri" not in every
    assert SITE_URL in (published.folder / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ({"DIR": ""}, "DIR:1:1: new-folder"),
        ({"DIR": "."}, "DIR:1:1: new-folder"),
        ({"DIR": "yeni"}, "DIR:1:1: new-folder"),
        ({"LOCALES": "tr,xx"}, "LOCALES:1:1: new-language"),
        ({"LOCALES": "tr,../en"}, "LOCALES:1:1: new-language"),
        ({"LOCALES": "tr,en,tr"}, "LOCALES:1:1: new-language"),
        ({"KEY": "../2020"}, "KEY:1:1: edition-key"),
    ],
)
def test_what_cannot_be_begun_is_refused(settings, rule, tmp_path):
    done = make(ROOT, "new", **({"DIR": str(tmp_path / "yeni"), "LOCALES": "tr", "KEY": KEY} | settings))
    assert done.returncode != 0
    assert done.stdout.startswith(f"{rule}\n  tr: ")
    assert "\n  example: " in done.stdout
    assert not (tmp_path / "yeni").exists()
    assert not (ROOT / "yeni").exists()


@pytest.mark.parametrize("kind", ["file", "link", "full"])
def test_folder_in_use_is_left_as_it_is(kind, tmp_path):
    target = tmp_path / "dolu"
    if kind == "file":
        target.write_text("yazı", encoding="utf-8")
    elif kind == "link":
        target.symlink_to("yok")
    else:
        target.mkdir()
        (target / ".gizli").write_text("yazı", encoding="utf-8")
    before = contents(tmp_path)
    (problem,) = start(Layout(ROOT), target, ("tr",), KEY)
    assert problem.rule == "new-folder"
    assert contents(tmp_path) == before


def test_what_comes_next_is_told_in_the_languages_of_the_project(tmp_path):
    done = make(ROOT, "new", f"DIR={tmp_path / 'kurmaca'}", "LOCALES=fr,en")
    assert "  en: The new project has been written." in done.stdout
    assert "  tr: " not in done.stdout


def test_empty_folder_may_be_used(tmp_path):
    assert start(Layout(ROOT), tmp_path, ("tr",), KEY) == []
    assert (tmp_path / "Makefile").is_file()


@pytest.mark.parametrize(
    ("locales", "job"), [(("fr", "en"), "Registry"), (("tr",), "İmzacılar dosyası"), (("tr", "en"), "")]
)
def test_what_is_read_at_the_code_host_is_in_the_languages_of_messages(tmp_path, locales, job):
    """The name of a job is that of the check which the launch list requires."""
    assert start(Layout(ROOT), tmp_path, locales, KEY) == []
    job = job or "İmzacılar dosyası · Registry"
    named = yaml.safe_load((tmp_path / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]
    launch = (tmp_path / "data/launch.yaml").read_text(encoding="utf-8")
    assert job in {each["name"] for each in named.values()}
    assert launch.count(f"*{job}*") == 2
    assert launch.count(f"context: {job}\n") == 1
    written = (
        "CONTRIBUTING.md",
        "SECURITY.md",
        "LICENSES.md",
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/CODEOWNERS",
        "data/signatories.yaml",
        "Makefile",
        *(path.relative_to(tmp_path).as_posix() for path in (tmp_path / ".github/workflows").iterdir()),
    )
    said = "".join((tmp_path / name).read_text(encoding="utf-8") for name in written)
    assert "::error::" in (tmp_path / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert bool(re.search("[ğışĞŞİ]", said)) == ("tr" in locales)
    assert bool(re.search(r"\blicence\b", said)) == ("en" in locales)


def test_a_project_may_be_begun_from_one_in_other_languages(tmp_path):
    first, second = (tmp_path / name / "kurmaca" for name in ("bir", "iki"))
    assert start(Layout(ROOT), first, ("fr", "en"), KEY) == []
    (first / "data/editions.yaml").write_bytes((ROOT / "data/editions.yaml").read_bytes())  # without blanks
    assert start(Layout(first), second, ("de",), KEY) == []
    for path in (first / ".github/workflows").iterdir():
        assert (second / ".github/workflows" / path.name).read_bytes() == path.read_bytes()


def _shared(keys):
    """Return the pages with a template of their own: others, prose alone, are about this text."""
    return [key for key in keys if key == "index" or (ROOT / f"overrides/pages/{key}.html").is_file()]


def test_skeleton_has_the_labels_of_this_project():
    own = data("scripts/publish/new/skeleton/data/labels.yaml")
    of_signatories = ("kind.", "evidence.", "column.province", "map.region.")
    named, known = (
        [each for each in names if not each.startswith(of_signatories)] for names in (own, data("data/labels.yaml"))
    )
    of_text = ["search.about.fn2", *(f"nav.{key}" for key in PAGES if key not in _shared(PAGES))]
    assert named == [name for name in known if name not in of_text]
    assert {tuple(texts) for texts in own.values()} == {("tr", "en")}


def test_skeleton_has_the_pages_of_this_project_in_both_languages():
    found = [sorted(path.stem for path in (SKELETON / f"docs/{each}").glob("*.md")) for each in ("tr", "en")]
    assert found == [_shared(PAGES)] * 2
    assert {"index", "declaration", "signatories", "join"} < set(PAGES)
