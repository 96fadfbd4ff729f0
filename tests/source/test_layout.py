"""Messages name a file as its author would."""

from source.layout import Layout


def test_a_file_below_the_root_is_named_from_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    layout = Layout(tmp_path)
    assert layout.shown(tmp_path / "data" / "a.yaml") == "data/a.yaml"
    assert layout.shown(tmp_path) == "."
    assert layout.shown(layout.root / "data" / ".." / "a.yaml") == "a.yaml"
    assert layout.shown(tmp_path.parent / "a.yaml") == str(tmp_path.parent / "a.yaml")


def test_a_link_is_named_and_not_where_it_leads(tmp_path):
    for name, target in (("away", "/etc"), ("nowhere", "absent"), ("loop", "loop")):
        (tmp_path / name).symlink_to(target)
        assert Layout(tmp_path).shown(tmp_path / name) == name


def test_a_root_that_is_a_link_is_as_good(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert Layout(tmp_path / "link").shown(tmp_path / "real" / "a.yaml") == "a.yaml"
    assert Layout(tmp_path / "real").shown(tmp_path / "link" / "a.yaml") == "a.yaml"
