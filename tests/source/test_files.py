"""A file that cannot be read or written is one problem, in both languages."""

import os

import pytest

from source.files import MAX_BYTES, MAX_LINES, decode, read_text, too_large, write_text
from source.problems.problem import SourceError
from support.limits import as_nobody, files_of_at_most


def _problem(work):
    with pytest.raises(SourceError) as raised:
        work()
    (problem,) = raised.value.problems
    return problem


def _not_readable(folder):
    (folder / "file").touch(mode=0)
    return folder / "file"


def _in_a_closed_folder(folder):
    (folder / "closed").mkdir(mode=0)
    return folder / "closed" / "file"


def _loop(folder):
    (folder / "loop").symlink_to("loop")
    return folder / "loop"


def _pipe(folder):
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


UNREADABLE = {
    "böyle bir dosya ya da klasör yok": lambda folder: folder / "yok",
    "bunun için izin yok": _not_readable,
    "izin yok": _in_a_closed_folder,
    "sembolik bağlantılar": _loop,
    "dosya adı çok uzun": lambda folder: folder / ("x" * 300),
    "okunacak bir dosya yok": _pipe,
    "Burada okunacak": lambda folder: folder,
}


@pytest.mark.parametrize("words", UNREADABLE)
def test_what_cannot_be_read_is_told(words):
    with as_nobody() as folder:
        path = UNREADABLE[words](folder)
        problem = _problem(lambda: read_text(path, "shown.yaml"))
    assert problem.as_text().startswith("shown.yaml:1:1: file-missing\n")
    assert words in problem.told("tr")
    assert problem.told("tr") != problem.told("en")
    assert problem.told("tr").endswith(".")
    assert problem.told("en").endswith(".")


@pytest.mark.parametrize(("shown", "told"), [("", "{path}"), ("data/kilit", "data/kilit")])
def test_what_cannot_be_written_is_told(tmp_path, shown, told):
    path = tmp_path / "a"
    path.write_text("old\n", encoding="utf-8")
    with files_of_at_most(10):
        problem = _problem(lambda: write_text(path, "new\n" * 10, shown))
    assert problem.path == told.format(path=path)
    assert (problem.line, problem.column, problem.rule) == (1, 1, "file-unwritable")
    assert problem.told("tr") == "Dosya yazılamıyor: izin verilen dosya boyutu aşılıyor."
    assert problem.told("en") == "The file cannot be written: it would exceed the file size that is allowed."
    assert path.read_text(encoding="utf-8") == "old\n"


def test_text_is_written_in_utf_8_with_line_feeds(tmp_path):
    write_text(tmp_path / "a", "İğ\nş")
    assert (tmp_path / "a").read_bytes() == "İğ\nş".encode()


def test_text_is_read_without_mark_and_with_line_feeds(tmp_path):
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbf" + "İğ\r\nş\rx\n".encode())
    assert read_text(tmp_path / "a", "a") == "İğ\nş\nx\n"


@pytest.mark.parametrize(
    ("content", "place", "told"),
    [
        (b"\xff", (1, 1), 0xFF),
        ("ığ".encode() + b"\xfex", (1, 3), 0xFE),
        (b"a\n" + "şç: ".encode() + b"\xe7\n\xff", (2, 5), 0xE7),
        (b"\xef\xbb\xbfab\xc3(", (1, 3), 0xC3),
        (b"ab\n\n\x0b\xc4", (3, 2), 0xC4),
    ],
)
def test_a_byte_that_is_not_utf_8_is_told_at_its_place(tmp_path, content, place, told):
    (tmp_path / "a").write_bytes(content)
    problem = _problem(lambda: read_text(tmp_path / "a", "shown.yaml"))
    assert (problem.path, problem.rule) == ("shown.yaml", "file-encoding")
    assert (problem.line, problem.column) == place
    assert f"(0x{told:02X})" in problem.told("tr")
    assert f"(0x{told:02X})" in problem.told("en")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"x" * MAX_BYTES, ""),
        (b"x" * (MAX_BYTES + 1), "file-size"),
        (b"x\n" * MAX_LINES, ""),
        (b"x\n" * (MAX_LINES + 1), "file-size"),
        (b"x\r" * (MAX_LINES + 1), "file-size"),
        (b"x\r\n" * (MAX_LINES + 1), "file-size"),
        (("x\x85" * (MAX_LINES + 1)).encode(), "file-size"),
        (("x\u2028" * (MAX_LINES + 1)).encode(), "file-size"),
        (("x\u2029" * (MAX_LINES + 1)).encode(), "file-size"),
        (b"", "file-empty"),
        (b" \r\n\t\n", "file-empty"),
        (b"a\0b", "file-binary"),
        (b"a\xffb", "file-encoding"),
        (b"a\0\xffb", "file-binary"),
    ],
)
def test_what_is_no_text_of_ours_is_told(tmp_path, content, rule):
    (tmp_path / "a").write_bytes(content)
    if rule:
        problem = _problem(lambda: read_text(tmp_path / "a", "shown.yaml"))
        assert problem.as_text().startswith(
            f"shown.yaml:1:1: {rule}\n" if rule != "file-encoding" else "shown.yaml:1:2: "
        )
        assert problem.rule == rule
        assert problem.told("tr") != problem.told("en")
    else:
        assert len(read_text(tmp_path / "a", "shown.yaml")) == len(content)


def test_an_end_of_line_of_two_characters_is_one(tmp_path):
    (tmp_path / "a").write_bytes(b"x\r\n" * MAX_LINES)
    assert read_text(tmp_path / "a", "shown.yaml") == "x\n" * MAX_LINES


def test_limits_are_those_of_the_guide():
    """The sentences of the rule name them: a registry of 12,000 entries has to fit."""
    assert (MAX_BYTES, MAX_LINES) == (12 * 1024 * 1024, 600_000)


def test_a_file_that_is_too_large_is_told_the_limits():
    (problem,) = too_large("a.yaml").problems
    assert (problem.path, problem.line, problem.column, problem.rule) == ("a.yaml", 1, 1, "file-size")
    assert problem.told("tr") == "Dosya 12 MB ya da 600000 satır sınırını aşıyor."
    assert problem.told("en") == "The file exceeds the limit of 12 MB or 600000 lines."


def test_a_byte_that_is_no_utf_8_is_told_with_its_place():
    with pytest.raises(SourceError) as raised:
        decode("a\nğü\xc5".encode("iso8859-9"), "x")
    (problem,) = raised.value.problems
    assert (problem.line, problem.column, problem.rule) == (2, 1, "file-encoding")
    with pytest.raises(SourceError) as raised:
        decode("a\nşı".encode() + b"\xff", "x")
    (problem,) = raised.value.problems
    assert (problem.line, problem.column) == (2, 3)
    assert "0xFF" in problem.told("tr")
    assert "0xFF" in problem.told("en")
