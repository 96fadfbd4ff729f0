from declaration.file.read import TextFile
from publish.views.note_refs import NoteRefs
from support.golden import cases
from support.parts import PARTS, provision


def _refs(case):
    provisions = [provision(each) for each in TextFile.parse(case["passages"], PARTS, "tr", "x.md").passages]
    return NoteRefs(provisions, [each for each in provisions if each.kind == "note"])


@cases("publish/note_refs.yaml")
def test_mark_ids(case):
    refs = _refs(case)
    marked = [(each, index) for each in refs.passages for index, run in enumerate(each.runs) if run.note]
    assert [[each.id, refs.mark_id(each, index)] for each, index in marked] == case["marks"]
    assert [[refs.passage_of(mark).id, mark] for _, mark in case["marks"]] == case["marks"]


@cases("publish/note_refs.yaml")
def test_ways_back(case):
    refs = _refs(case)
    assert {note.id: refs.marks_of(note) for note in refs.notes} == case["back"]


@cases("publish/note_refs.yaml")
def test_every_note_is_set_once_beside_its_first_mark(case):
    refs = _refs(case)
    beside = {each.id: [note.id for note in refs.notes_at(each)] for each in refs.passages}
    assert {passage: notes for passage, notes in beside.items() if notes} == case["beside"]
