"""The date of a build, in every place where a repository may be: real git, and none."""

import os
import subprocess
import tarfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from publish.site.source_date import source_date
from source.layout import Layout
from source.problems.problem import SourceError

COMMITTED = 1767225600
"""1 January 2026."""
WRITTEN = 1700000000
"""14 November 2023."""


def git(folder, *arguments, date=COMMITTED):
    who = ("-c", "user.name=Deneme", "-c", "user.email=deneme@ornek.example")
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "@1 +0000",
        "GIT_COMMITTER_DATE": f"@{date} +0300",
    }
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=environment, capture_output=True, check=True
    ).stdout


ISTANBUL = "extra: { timezone: Europe/Istanbul }"


def write(root):
    for path in ("mkdocs.yml", "data/signatories.yaml", "docs/tr/index.md", "overrides/base.html", "vendor/a/b.ttf"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(ISTANBUL if path == "mkdocs.yml" else "", encoding="utf-8")
        os.utime(root / path, (WRITTEN, WRITTEN))
    return root


def commit(root):
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=x")
    return root


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "depo")


def date_of(root, given=""):
    return source_date(Layout(root), given)


def test_the_last_commit_gives_the_date(root):
    dated = date_of(commit(root))
    assert (dated.seconds, dated.notice) == (COMMITTED, None)
    (root / "new").write_text("", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=y", date=COMMITTED + 7)
    assert date_of(root).seconds == COMMITTED + 7


def test_any_working_folder_and_any_way_to_the_root(root, tmp_path, monkeypatch):
    commit(root)
    (tmp_path / "bag").symlink_to(root)
    monkeypatch.chdir(tmp_path)
    for way in (root, tmp_path / "bag", root / "data" / "..", (root / "..").resolve() / "depo"):
        assert date_of(way).seconds == COMMITTED
    monkeypatch.chdir(root)
    assert date_of(root.relative_to(root)).seconds == COMMITTED


def test_a_worktree_is_as_good(root, tmp_path):
    git(commit(root), "worktree", "add", "--quiet", "--detach", tmp_path / "other")
    assert date_of(tmp_path / "other") == date_of(root)


def no_git(root, monkeypatch):
    commit(root)
    monkeypatch.setenv("PATH", "/nowhere")


def no_repository(_, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")


def no_commit(root, _):
    git(root, "init", "--quiet")


def nothing_committed(root, _):
    git(root, "init", "--quiet")
    git(root, "add", ".")


def dubious_ownership(root, monkeypatch):
    commit(root)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as git tests it itself
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def inside_another(root, _):
    (root.parent / "a").write_text("", encoding="utf-8")
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", "a")
    git(root.parent, "commit", "--quiet", "--message=x")


def kept_by_another(root, _):
    commit(root.parent)


def over_another(root, _):
    """Unpacked into somebody's repository, at its top, and not theirs."""
    (root / "a").write_text("", encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "a")
    git(root, "commit", "--quiet", "--message=x")


def another_is_named(root, monkeypatch):
    other = write(root.parent / "baska")
    monkeypatch.setenv("GIT_DIR", str(commit(other) / ".git"))


def damaged(root, _):
    (commit(root) / ".git" / "HEAD").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    "arrange",
    [
        no_git,
        no_repository,
        no_commit,
        nothing_committed,
        dubious_ownership,
        inside_another,
        kept_by_another,
        over_another,
        another_is_named,
        damaged,
    ],
    ids=lambda arrange: arrange.__name__,
)
def test_without_a_commit_of_its_own_the_newest_file_gives_the_date(arrange, root, monkeypatch):
    os.utime(root / "docs/tr/index.md", (WRITTEN + 5, WRITTEN + 5))
    (root / "README.md").write_text("not of the site", encoding="utf-8")
    arrange(root, monkeypatch)
    dated = date_of(root)
    assert dated.seconds == WRITTEN + 5
    assert (dated.notice.path, dated.notice.rule) == ("SOURCE_DATE_EPOCH", "no-commit")
    assert "git bu klasörün tarihini vermiyor" in dated.notice.told("tr")
    assert "git has no date for this folder" in dated.notice.told("en")
    assert all("2023-11-15" in said for said in (dated.notice.told(each) for each in ("tr", "en")))  # 01:13 in Türkiye


@pytest.mark.parametrize("path", ["mkdocs.yml", "data/signatories.yaml", "overrides/base.html", "vendor/a/b.ttf"])
def test_every_input_counts(path, root):
    os.utime(root / path, (WRITTEN + 9, WRITTEN + 9))
    assert date_of(root).seconds == WRITTEN + 9


def test_an_archive_of_a_commit_has_its_date(root, tmp_path):
    archive = git(commit(root), "archive", "HEAD")
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    dated = date_of(tmp_path / "unpacked")
    assert dated.seconds == COMMITTED
    assert dated.notice


def test_a_file_of_the_future_is_of_today(root, monkeypatch):
    monkeypatch.setattr("time.time", lambda: WRITTEN + 3.5)
    os.utime(root / "mkdocs.yml", (WRITTEN + 10**9, WRITTEN + 10**9))
    assert date_of(root).seconds == WRITTEN + 3


def test_a_link_that_leads_nowhere_and_an_empty_folder_do_no_harm(root):
    (root / "docs/bag").symlink_to("yok")
    assert date_of(root).seconds > WRITTEN
    assert date_of(root / "vendor" / "a").seconds == 0


@pytest.mark.parametrize("given", ["0", "1767225600", " 1767225600\n", "253370764799"])
def test_a_date_that_is_given_is_taken(given, root):
    dated = date_of(commit(root), given)
    assert (dated.seconds, dated.notice) == (int(given), None)
    datetime.fromtimestamp(dated.seconds, UTC)


@pytest.mark.parametrize("given", ["", " ", "\t\n"])
def test_an_empty_date_is_no_date(given, root):
    assert date_of(commit(root), given).seconds == COMMITTED


@pytest.mark.parametrize(
    "given",
    [
        "yesterday",
        "2026-01-01",
        "-1",
        "+1",
        "1.5",
        "1e9",
        "1_000",
        "٣",
        "1 2",
        "253370764800",
        "3093527980800",
        "9" * 99,
    ],
)
def test_what_is_no_number_of_seconds_is_refused(given, root):
    with pytest.raises(SourceError) as raised:
        date_of(root, given)
    (problem,) = raised.value.problems
    assert (problem.path, problem.rule) == ("SOURCE_DATE_EPOCH", "source-date")
    assert given in problem.told("tr")
    assert given in problem.told("en")


@pytest.mark.parametrize("date", [2**37, 2**60])
def test_a_commit_of_another_age_gives_no_date(date, root):
    """A commit may say anything of its date."""
    git(root, "init", "--quiet")
    git(root, "add", ".")
    tree = git(root, "write-tree").decode().strip()
    raw = f"tree {tree}\nauthor A <a@ornek.example> 1 +0000\ncommitter A <a@ornek.example> {date * 2} +0000\n\nx\n"
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=root,
        input=raw.encode(),
        capture_output=True,
        check=True,
    )
    git(root, "update-ref", "HEAD", done.stdout.decode().strip())
    assert date_of(root).seconds == WRITTEN
