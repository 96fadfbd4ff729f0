"""What the environment sets comes before the configuration, as text, and seen from the working folder."""

import os

import pytest

from publish.site.settings import Settings
from source.layout import Layout
from source.problems.problem import SourceError
from support.built import LOCALES
from support.repository import ROOT
from support.settings import mkdocs_extra

EXTRA = mkdocs_extra(ROOT)
NAMES = {"SITE_URL": "site_url", "REPO_URL": "repo_url", "CONTACT_URL": "contact_url", "PUBLISHER": "publisher"}


def _settings(extra=EXTRA, site_url=None, repo_url=None, **environment):
    return Settings.from_config(Layout(ROOT), site_url, repo_url, extra, LOCALES, environment=environment)


@pytest.mark.parametrize("value", ["yes", "2021", "01", "null", "~", "1e3", "0x10"])
def test_a_value_is_text_whatever_yaml_would_take_it_for(value):
    settings = _settings(**dict.fromkeys(NAMES, value), DATA=value)
    assert {getattr(settings, field).rstrip("/") for field in NAMES.values()} == {value}
    assert str(settings.registry) == value


def test_the_environment_comes_before_the_configuration():
    said = EXTRA | {"contact_url": "https://a.example/c", "publisher": "A"}
    configured = _settings(said, "https://a.example/s/", "https://a.example/r/")
    values = [getattr(configured, field) for field in NAMES.values()]
    assert values == ["https://a.example/s/", "https://a.example/r", "https://a.example/c", "A"]
    unset = _settings(said, "https://a.example/s/", "https://a.example/r/", **dict.fromkeys(NAMES, ""))
    assert unset == configured
    other = _settings(said, "https://a.example/s/", "https://a.example/r/", **dict.fromkeys(NAMES, "https://b.example"))
    assert {getattr(other, field).rstrip("/") for field in NAMES.values()} == {"https://b.example"}


def test_the_published_registry_is_that_of_the_root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = _settings()
    assert settings.registry == ROOT / "data/signatories.yaml"
    assert not settings.sample


@pytest.mark.parametrize(
    ("named", "sample"),
    [
        ("data/signatories.yaml", True),  # of the working folder, not of the repository
        ("liste.yaml", True),
        ("yok.yaml", True),
        ("dongu.yaml", True),
        ("bag.yaml", False),
        (os.path.relpath(ROOT / "data/signatories.yaml", ROOT.parent / "x"), True),
        (str(ROOT / "data" / ".." / "data" / "signatories.yaml"), False),
    ],
)
def test_a_registry_is_named_as_seen_from_the_working_folder(named, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bag.yaml").symlink_to(ROOT / "data/signatories.yaml")
    (tmp_path / "dongu.yaml").symlink_to("dongu.yaml")
    settings = _settings(DATA=named)
    assert (str(settings.registry), settings.sample) == (
        str(tmp_path.joinpath(named)) if named[0] == "/" else named,
        sample,
    )


@pytest.mark.parametrize("name", ["feed_id", "slugs", "folders", "menu", "fonts"])
def test_what_the_configuration_lacks_is_named(name):
    with pytest.raises(SourceError, match=rf"mkdocs\.yml:1:1: missing-setting\n  tr: .*extra\.{name}") as raised:
        _settings({key: value for key, value in EXTRA.items() if key != name})
    assert len(raised.value.problems) == 1


@pytest.mark.parametrize("value", ["", "deneme", 7, None])
def test_an_id_of_feeds_that_is_none(value):
    with pytest.raises(SourceError, match=r"mkdocs\.yml:1:1: feed-id"):
        _settings(EXTRA | {"feed_id": value})


@pytest.mark.parametrize(
    ("publisher", "official", "expected"),
    [("", "", False), ("Örnek", "", False), ("", "true", False), ("Örnek", "true", True), ("Örnek", "false", False)],
)
def test_a_copy_is_official_only_if_its_named_publisher_says_so(publisher, official, expected):
    assert _settings(PUBLISHER=publisher, OFFICIAL=official).official is expected
