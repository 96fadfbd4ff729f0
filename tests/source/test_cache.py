"""What the cache gives back is what was made, whatever became of its files."""

import os
import signal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from publish.templating.environment import CompiledTemplates
from source.cache import cached
from source.workers import Worker, WorkerError
from support.limits import as_nobody, files_of_at_most

CONTENT = b"made " * 2_000


class Maker:
    """Makes the content, and counts how often."""

    def __init__(self, content=CONTENT):
        self.content, self.calls = content, 0

    def __call__(self):
        self.calls += 1
        return self.content


def _entry(folder):
    (path,) = folder.iterdir()
    return path


@pytest.mark.parametrize("content", [CONTENT, b"", b"x", bytes(64)])
def test_is_made_once(tmp_path, content):
    make = Maker(content)
    assert [cached(tmp_path / "a" / "b", "png", b"one", make) for _ in range(3)] == [content] * 3
    assert make.calls == 1
    assert _entry(tmp_path / "a" / "b").suffix == ".png"


def test_other_dependencies_and_other_kinds_are_made_apart(tmp_path):
    numbers = count()
    made = [cached(tmp_path, *key, lambda: b"%d" % next(numbers)) for key in (("a", b"1"), ("a", b"2"), ("b", b"1"))]
    assert made == [b"0", b"1", b"2"]
    assert [cached(tmp_path, *key, Maker()) for key in (("a", b"1"), ("a", b"2"), ("b", b"1"))] == made


BREAKS = {
    "empty": lambda _: b"",
    "cut in the digest": lambda held: held[:20],
    "cut after the digest": lambda held: held[:32],
    "cut by one byte": lambda held: held[:-1],
    "longer": lambda held: held + b"x",
    "of the former format": lambda _: CONTENT,
    "from elsewhere": lambda _: b"<html>404</html>",
    "zeros": lambda held: bytes(len(held)),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_made_anew(tmp_path, name):
    cached(tmp_path, "pdf", b"one", Maker())
    entry = _entry(tmp_path)
    entry.write_bytes(BREAKS[name](entry.read_bytes()))
    make = Maker()
    assert cached(tmp_path, "pdf", b"one", make) == CONTENT
    assert cached(tmp_path, "pdf", b"one", make) == CONTENT
    assert make.calls == 1


@given(st.integers(0, 32 + len(CONTENT) - 1), st.integers(1, 255))
def test_a_byte_that_changed_is_noticed(tmp_path_factory, place, change):
    folder = tmp_path_factory.mktemp("cache")
    cached(folder, "pdf", b"one", Maker())
    held = bytearray(_entry(folder).read_bytes())
    held[place] ^= change
    _entry(folder).write_bytes(held)
    make = Maker()
    assert cached(folder, "pdf", b"one", make) == CONTENT
    assert make.calls == 1


def test_an_entry_under_the_name_of_another_is_noticed(tmp_path):
    cached(tmp_path, "pdf", b"one", Maker(b"one"))
    one = _entry(tmp_path)
    held = one.read_bytes()
    one.unlink()
    cached(tmp_path, "pdf", b"two", Maker(b"two"))
    _entry(tmp_path).write_bytes(held)
    assert cached(tmp_path, "pdf", b"two", Maker(b"two")) == b"two"


def test_work_that_is_interrupted_leaves_nothing(tmp_path):
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, "pdf", b"one", interrupted)
    with pytest.raises(WorkerError):
        Worker(lambda: cached(tmp_path, "pdf", b"one", lambda: os.kill(os.getpid(), signal.SIGKILL)))()
    assert list(tmp_path.iterdir()) == []


def test_builds_side_by_side_read_whole_entries(tmp_path):
    def work():
        results = set()
        for _ in range(200):
            results.add(cached(tmp_path, "pdf", b"one", Maker()))
            for path in tmp_path.glob("*.pdf"):
                path.unlink(missing_ok=True)
        return results

    assert [wait() for wait in [Worker(work) for _ in range(4)]] == [{CONTENT}] * 4
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_keeps_nothing(tmp_path):
    make = Maker()
    with files_of_at_most(100):
        assert [cached(tmp_path, "pdf", b"one", make) for _ in range(2)] == [CONTENT] * 2
    assert make.calls == 2
    assert list(tmp_path.iterdir()) == []


def _closed(folder):
    folder.chmod(0o500)
    return folder


def _file(folder):
    (folder / "cache").touch()
    return folder / "cache"


def _link_to_nowhere(folder):
    (folder / "cache").symlink_to("cache")
    return folder / "cache"


def _missing_in_a_closed_folder(folder):
    folder.chmod(0o500)
    return folder / "cache"


UNUSABLE = [_closed, _file, _link_to_nowhere, _missing_in_a_closed_folder]


@pytest.mark.parametrize("unusable", UNUSABLE)
def test_where_nothing_can_be_kept_all_is_made(unusable):
    make = Maker()
    with as_nobody() as folder:
        place = unusable(folder)
        assert [cached(place, "pdf", b"one", make) for _ in range(2)] == [CONTENT] * 2
    assert make.calls == 2


@pytest.mark.parametrize("unusable", UNUSABLE)
def test_where_nothing_can_be_kept_templates_are_compiled(unusable):
    with as_nobody() as folder:
        (folder / "page.html").write_text(TEMPLATE, encoding="utf-8")
        assert _rendered(folder, unusable(folder)) == RENDERED


def test_a_folder_in_the_place_of_an_entry_does_no_harm(tmp_path):
    cached(tmp_path, "pdf", b"one", Maker())
    entry = _entry(tmp_path)
    entry.unlink()
    entry.mkdir()
    assert cached(tmp_path, "pdf", b"one", Maker()) == CONTENT


TEMPLATE, RENDERED = "  {% if true %}\nwords {{ number }}\n{% endif %}\n", "  \nwords 1\n"


def _rendered(templates, cache, number=1, **options):
    """Fill in the template as a new build does."""
    options = {"autoescape": True, **options}
    options |= {"loader": FileSystemLoader(templates), "bytecode_cache": CompiledTemplates(cache)}
    environment = Environment(**options)  # noqa: S701 - each in turn
    return environment.get_template("page.html").render(number=number)


@pytest.fixture
def templates(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path / "templates"


def test_templates_are_compiled_once(templates, tmp_path, monkeypatch):
    assert _rendered(templates, tmp_path / "cache") == RENDERED
    monkeypatch.setattr(Environment, "compile", None)
    assert _rendered(templates, tmp_path / "cache") == RENDERED


def test_a_template_that_changed_is_compiled_anew(templates, tmp_path):
    _rendered(templates, tmp_path / "cache")
    (templates / "page.html").write_text("other", encoding="utf-8")
    assert _rendered(templates, tmp_path / "cache") == "other"


def test_templates_are_compiled_for_each_way_of_filling_them_in(templates, tmp_path):
    assert _rendered(templates, tmp_path / "cache") == RENDERED
    assert _rendered(templates, tmp_path / "cache", trim_blocks=True) == "  words 1\n"
    assert _rendered(templates, tmp_path / "cache", lstrip_blocks=True) == "\nwords 1\n"
    assert _rendered(templates, tmp_path / "cache", keep_trailing_newline=True) == RENDERED + "\n"
    assert _rendered(templates, tmp_path / "cache", number="<") == "  \nwords &lt;\n"
    assert _rendered(templates, tmp_path / "cache", number="<", autoescape=False) == "  \nwords <\n"


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_template_is_compiled_anew(templates, tmp_path, name):
    _rendered(templates, tmp_path / "cache")
    entry = _entry(tmp_path / "cache")
    intact = entry.read_bytes()
    entry.write_bytes(BREAKS[name](intact))
    assert _rendered(templates, tmp_path / "cache") == RENDERED
    assert entry.read_bytes() == intact


def test_words_that_changed_in_a_compiled_template_are_noticed(templates, tmp_path):
    _rendered(templates, tmp_path / "cache")
    entry = _entry(tmp_path / "cache")
    changed = entry.read_bytes().replace(b"words", b"wrong")
    assert b"wrong" in changed
    entry.write_bytes(changed)
    assert _rendered(templates, tmp_path / "cache") == RENDERED
