"""A mistake in the input ends the build with the place of the mistake, and publishes nothing."""

from support.golden import cases, expected
from support.repository import apply, build, copy_repository


@cases("failures.yaml")
def test_build_fails_with_file_and_line(case, tmp_path):
    _fails(case, tmp_path)
    assert not list(tmp_path.glob("site/**/*.html"))


@cases("template_failures.yaml")
def test_build_fails_with_the_line_of_the_template(case, tmp_path):
    _fails(case, tmp_path)


def test_untouched_copy_builds(tmp_path):
    root = copy_repository(tmp_path / "copy")
    done = build(root, tmp_path / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site/index.html").is_file()


def _fails(case, folder):
    root = copy_repository(folder / "copy")
    apply(case["changes"], root)
    done = build(root, folder / "site")
    assert done.returncode != 0
    said = done.stdout + done.stderr
    for message in case["messages"]:
        assert expected(message, root) in said
    assert "  tr: " in said
    assert "  en: " in said
    assert "Traceback" not in said


def test_what_an_extension_makes_is_judged_too(tmp_path):
    """Notes of Python-Markdown bring classes and elements of their own."""
    root = copy_repository(tmp_path / "copy")
    extension = {"file": "mkdocs.yml", "replace": "  - attr_list\n", "by": "  - attr_list\n  - footnotes\n"}
    apply([extension, {"file": "docs/en/about.md", "append": "\nA word[^1].\n\n[^1]: A note.\n"}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "\ndocs/en/about.md:" in done.stderr
    assert ": prose-element\n  tr: " in done.stderr
    assert "\n  en: " in done.stderr


def test_warnings_of_the_site_builder_end_the_build(tmp_path):
    """It is called with --strict, and with --quiet, which would have them neither told nor counted."""
    root = copy_repository(tmp_path / "copy")
    apply([{"file": "mkdocs.yml", "append": "nav:\n  - tr/yok.md\n"}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "tr/yok.md" in done.stderr
