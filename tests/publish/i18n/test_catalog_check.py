"""The catalogues of messages: that of Turkish lacks nothing, and a mistake in any of them is told at its line."""

import ast
from string import Formatter

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from publish.i18n.catalog_check import check_catalogs
from source.problems import message as messages
from support.golden import cases
from support.repository import ROOT

SCRIPTS = ROOT / "scripts"
TURKISH = ROOT / "data/messages/tr.po"


def _calls():
    """Return every call that makes a message, with its module."""
    for path in sorted(SCRIPTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                yield path, node


def _placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _entries():
    with TURKISH.open("rb") as file:
        return [entry for entry in read_po(file, locale="tr") if entry.id]


def test_every_message_of_the_code_is_in_turkish_and_nothing_else_is():
    found = extract_from_dir(SCRIPTS, [("**.py", "python")], keywords={"Message": None})
    assert {message for _, _, message, _, _ in found} == {entry.id for entry in _entries()}
    assert [entry.id for entry in _entries() if not entry.string or entry.fuzzy] == []


def test_programs_of_translators_are_told_language_and_encoding():
    for path in messages.catalog_files():
        with path.open("rb") as file:
            headers = dict(read_po(file).mime_headers)
        assert (headers["Language"], headers["Content-Type"]) == (path.stem, "text/plain; charset=utf-8")


def test_a_translation_says_all_that_the_sentence_says():
    assert [each.id for each in _entries() if _placeholders(each.id) != _placeholders(each.string)] == []


def test_a_message_stands_in_its_call_and_gets_its_values():
    wrong = []
    for path, call in _calls():
        sentence, given = call.args[0], {each.arg for each in call.keywords}
        if isinstance(sentence, ast.Constant):
            wrong += [(path.name, call.lineno)] if _placeholders(sentence.value) != given else []
        elif path.name != "message.py":  # which makes new messages of others
            wrong.append((path.name, call.lineno))
    assert wrong == []


def test_catalogues_of_the_repository_have_no_problem():
    assert list(check_catalogs()) == []


@cases("publish/catalogs.yaml")
def test_a_mistake_in_a_catalogue_is_told_at_its_line(case, tmp_path, monkeypatch):
    folder = tmp_path / "data/messages"
    folder.mkdir(parents=True)
    (folder / "fr.po").write_text(case["text"], encoding="utf-8")
    monkeypatch.setattr(messages, "FOLDER", folder)
    monkeypatch.setattr("publish.i18n.catalog_check.FOLDER", folder)
    assert [each.as_text(["en"]) for each in check_catalogs()] == case["problems"]
