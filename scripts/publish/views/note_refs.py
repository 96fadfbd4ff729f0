"""The note marks of one page: their ids, back-links, and the place of each note."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from declaration.model import Passage, Provision, with_items


@dataclass(frozen=True, slots=True)
class NoteRefs:
    """Links between marks and notes on a page. `passages` are all passages shown, with or without notes."""

    passages: Sequence[Passage]
    notes: Sequence[Provision]

    def _marks(self) -> Iterator[tuple[Passage, int, str, str]]:
        """Yield (passage, index of the run, note id, mark id); the mark id counts the marks of that note: fn2-ref-1."""
        counts: dict[str, int] = {}
        for passage in (each for shown in self.passages for each in with_items(shown)):
            for index, run in enumerate(passage.runs):
                if run.note:
                    counts[run.note] = counts.get(run.note, 0) + 1
                    yield passage, index, run.note, f"{run.note}-ref-{counts[run.note]}"

    def mark_id(self, passage: Passage, run_index: int) -> str:
        """Return the id of the mark at a run of a passage."""
        return next(mark for shown, index, _, mark in self._marks() if (shown.id, index) == (passage.id, run_index))

    def marks_of(self, note: Provision) -> list[str]:
        """Return the ids of all marks of a note, in order, for its back-links."""
        return [mark for _, _, note_id, mark in self._marks() if note_id == note.id]

    def passage_of(self, mark_id: str) -> Passage:
        """Return the passage shown that contains this mark, itself or in an item."""
        marked = next(passage.id for passage, _, _, mark in self._marks() if mark == mark_id)
        return next(passage for passage in self.passages if marked in [each.id for each in with_items(passage)])

    def notes_at(self, passage: Passage) -> list[Provision]:
        """Return the notes to show next to a passage: those whose first mark on the page is in it."""
        first = {note_id: shown.id for shown, _, note_id, _ in reversed(list(self._marks()))}
        ids = [each.id for each in with_items(passage)]
        return [note for note in self.notes if first.get(note.id) in ids]

    def placed(self) -> list[Provision]:
        """Return all notes marked on the page, in order."""
        return [note for passage in self.passages for note in self.notes_at(passage)]
