"""Brings pull requests that conflict with the main branch in the registry up to date with it."""

from pathlib import Path

from desk.branch import requested_ids
from desk.comments import Note, put_comment
from desk.desk import MAIN, REGISTRY, Desk
from desk.intake import answer
from desk.markdown import Markdown, fence
from desk.merging import Merging, merge_registry
from desk.patience import HostError
from desk.pulls import Pull, open_pull, open_pulls
from desk.request import PREFIX
from desk.texts import MOST, render
from source.files import write_text
from source.problem import SourceError

_MARKER = "resolve"
_ROOM = MOST - 4_000
"""Characters of a merged registry for which there is room in a comment."""
_SHOWN = 20
"""Problems in one comment."""


def resolve(desk: Desk, out: Path, run: str, proof: str) -> list[str]:
    """Resolve the open pull requests that conflict with the main branch; returns what failed, a line for each.

    Requests of a municipality that is listed by now are answered anew, with `proof` as `intake.answer` has it. The
    desk's own branches get the merge. All others, where the desk may not push, get the merged registry: in a comment,
    or where it is too long for one as a file in `out`, which the page at `run` offers.
    """
    desk.git.fetch(f"+refs/heads/{MAIN}:refs/remotes/origin/{MAIN}")
    listed, asked, failures = _listed(desk), requested_ids(desk), list[str]()
    for pull in list(open_pulls(desk.api)):
        try:
            if again := pull.own and asked.get(pull.request) in listed:
                failures += answer(desk, pull.request, proof)
            if not again or open_pull(desk.api, pull.branch):
                _resolve(desk, pull, out, run)
        except HostError as error:
            failures.append(f"#{pull.number}: {error}")
    return failures


def _listed(desk: Desk) -> set[str]:
    """Return the ids of the main branch; none where its registry cannot be read."""
    try:
        return {entry.id for entry in desk.document(f"origin/{MAIN}").entries}
    except SourceError:
        return set()


def _resolve(desk: Desk, pull: Pull, out: Path, run: str) -> None:
    desk.git.fetch(f"+refs/pull/{pull.number}/head:refs/desk/{pull.number}")
    main, tip = desk.git.commit(f"origin/{MAIN}"), desk.git.commit(f"refs/desk/{pull.number}")
    if not (merging := merge_registry(desk, tip, main)):
        return
    own = pull.own and pull.branch.startswith(PREFIX) and not merging.files
    if merging.text and own:
        message = f"Merge {MAIN}, entry by entry"
        desk.git.push(desk.git.write(merging.tree, REGISTRY, merging.text, message, [tip, main]), pull.branch, tip)
    text = _comment(desk, merging, own=own, file=_file(merging, out / f"{pull.number}.yaml"), run=run)
    put_comment(desk.api, pull.number, Note(_MARKER, text))


def _file(merging: Merging, path: Path) -> str:
    """Return the name of the file that holds a merged registry too long for a comment, written; else ""."""
    if len(fence(merging.text)) <= _ROOM:
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, merging.text)
    return path.name


def _comment(desk: Desk, merging: Merging, *, own: bool, file: str, run: str) -> str:
    return render(
        desk.layout,
        "resolve.md",
        merging=merging,
        own=own,
        file=file,
        run=Markdown(run),
        problems=merging.problems[:_SHOWN],
        more=len(merging.problems[_SHOWN:]),
        registry=REGISTRY,
        repository=desk.api.url,
    )
