"""A build from the outside: where it goes, what it is dated, from which folder it is called."""

import json

import pytest

from support.built import BuiltSite, text
from support.desk import LISTED
from support.repository import MINIATURE_LOCALES, ROOT, apply, build, copy_miniature, copy_repository, make
from support.tree import contents


@pytest.fixture
def root(tmp_path):
    return copy_repository(tmp_path / "kopya")


@pytest.mark.parametrize("site", ["data", ".", "..", "docs/yeni", "belgelerim ve 'notlar'", "bag", "mkdocs.yml"])
def test_nothing_is_lost_where_a_site_may_not_be(site, root):
    thesis = root / "belgelerim ve 'notlar'"
    thesis.mkdir()
    (thesis / "tez.docx").write_text("yazı", encoding="utf-8")
    (root / "bag").symlink_to("data")
    make(root, "help")
    before = contents(root.parent)
    done = make(root, "build", f"SITE={site}")
    assert done.returncode != 0
    assert f"\n{site}:1:1: site-folder\n  tr: " in done.stderr
    assert "\n  en: " in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(root.parent) == before


def test_a_site_is_built_again_in_its_folder(root, tmp_path):
    """What failed at its end left a folder that can be built in, too; the old site is gone afterwards."""
    site = tmp_path / "yeni" / "site"
    apply([{"file": "data/addresses.lock", "append": "yitik/\n"}], root)
    done = build(root, site)
    assert (done.returncode, "lost-address" in done.stderr) == (1, True)
    (site / "eski.html").write_text("yazı", encoding="utf-8")
    apply([{"file": "data/addresses.lock", "replace": "yitik/\n", "by": ""}], root)
    done = build(root, site)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (site / "eski.html").exists()
    assert (site / "index.html").is_file()


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """What a build from a folder that is not the repository's makes of paths: all are seen from there."""
    folder = tmp_path_factory.mktemp("baska")
    (folder / "data").mkdir()
    (folder / "data/signatories.yaml").write_text(LISTED, encoding="utf-8")

    def machine(*command):
        return [*command, "--config-file", str(ROOT / "mkdocs.yml")]

    done = [
        build(folder, "2026", machine=machine, DATA="data/signatories.yaml", SITE_URL="", PUBLISHER="2026"),
        build(folder, "yes", machine=machine, DATA=""),
    ]
    assert [(each.returncode, each.stderr) for each in done] == [(0, ""), (0, "")]
    return [BuiltSite(folder / name) for name in ("2026", "yes")]


def test_the_registry_of_the_working_folder_is_published_as_a_sample(elsewhere):
    sample, _ = elsewhere
    assert sample.file("imzacilar/kurgu-istanbul/").is_file()
    assert len(sample.page("").all("aside", **{"class": "band"})) == 1
    assert "2026" in sample.file("").read_text(encoding="utf-8")
    assert sample.page("").one("link", rel="canonical").get("href") == "http://127.0.0.1:8000/"


def test_the_published_registry_is_found_from_any_folder(elsewhere, built):
    assert contents(elsewhere[1].folder) == contents(built.folder)


def test_no_repository_around(root, tmp_path):
    """As from an archive of a commit: the site is built, and a notice says what its date is."""
    (root / ".git").mkdir()  # of nothing: no other repository is found above either
    done = build(root, tmp_path / "site", SOURCE_DATE_EPOCH="")
    assert (done.returncode, done.stdout) == (0, "")
    head, *told = done.stderr.splitlines()
    day = json.loads((tmp_path / "site/data/datapackage.json").read_text(encoding="utf-8"))["created"]
    assert head == "SOURCE_DATE_EPOCH:1:1: no-commit"
    assert [line[:6] for line in told if line.endswith(f"({day[:10]}).")] == ["  tr: ", "  en: "]


def test_every_wrong_setting_is_told_at_once(tmp_path):
    wrong = {"SITE_URL": "ornek.example", "REPO_URL": "javascript:x", "CONTACT_URL": "a b", "PUBLISHER": "a\nb"}
    said = build(ROOT, tmp_path / "site", **wrong)
    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    for name in wrong:
        assert said.stderr.count(f"{name}:1:1: setting-") == 1
    assert [said.stderr.count(f"  {locale}: ") for locale in ("tr", "en")] == [4, 4]
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("value", ["dün", "-1", "99999999999999"])
def test_a_date_that_is_none_is_told(value, tmp_path):
    said = build(ROOT, tmp_path / "site", SOURCE_DATE_EPOCH=value)
    assert (said.returncode, "Traceback" in said.stderr) == (1, False)
    assert said.stderr.count("SOURCE_DATE_EPOCH:1:1: source-date\n  tr: ") == 1
    assert not (tmp_path / "site").exists()


def test_a_page_that_names_no_template_is_a_page_of_prose(tmp_path):
    """As ARCHITECTURE.md has it: a file for each language, an address, an entry in the menu and its label."""
    root = copy_miniature(tmp_path / "ornek")
    for locale in MINIATURE_LOCALES:
        head = f"---\ntitle: Deneme {locale}\ndescription: Deneme\n---\n"
        (root / "docs" / locale / "deneme.md").write_text(f"{head}Kurgusal sözler.\n", encoding="utf-8")
    menu = [
        ("  slugs:\n", "  slugs:\n    deneme: { tr: deneme, en: trial, ar: tajriba }\n"),
        ("  menu: [", "  menu: [deneme, "),
    ]
    apply([{"file": "mkdocs.yml", "replace": old, "by": new} for old, new in menu], root)
    apply([{"file": "data/labels.yaml", "append": "nav.deneme: { tr: Deneme, en: Trial, ar: تجربة }\n"}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    site = BuiltSite(tmp_path / "site")
    for path, locale in (("deneme/", "tr"), ("en/trial/", "en"), ("ar/tajriba/", "ar")):
        page = site.page(path)
        assert [text(each) for each in page.all("h1")] == [f"Deneme {locale}"]
        assert "Kurgusal sözler." in text(page.one("main"))
        assert page.one("a", **{"aria-current": "page"}).get("href") == "./"
