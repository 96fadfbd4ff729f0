"""One target of the fuzzer: a property of what reads the files of strangers, for any bytes.

Whatever comes, the answer is a result or problems in both languages; a result is stable, and nothing of it is lost.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris
import yaml

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

with atheris.instrument_imports(include=["registry", "source"]):
    from registry.file.document import Document
    from registry.file.merge_files import merge_files
    from registry.file.standard_layout import render_entry
    from registry.requests.intake import added, read_request
    from source.files import decode
    from source.problems.problem import Problem, SourceError
    from source.problems.report import FORMATS
    from support.registry import BASE, CASES, DEFINITION, REFERENCE, check, render
    from support.requests import REGISTRY, REQUEST

LANGUAGES = ("tr", "en")
BETWEEN = b"\n%%%\n"
"""Separates the three files of a merge."""


def fuzz_check(data: bytes, folder: Path) -> None:
    """The problems of any file can be told; a file without any is still one when it is put in order."""
    path = folder / "signatories.yaml"
    path.write_bytes(data)
    problems = check(path, "signatories.yaml", REFERENCE)
    told(problems)
    if not problems:
        path.write_text(ordered(decode(data, "signatories.yaml")), encoding="utf-8")
        is_valid(path)


def fuzz_format(data: bytes, _: Path) -> None:
    """What is put in order stays so, and has every value that it had."""
    try:
        text = decode(data, "signatories.yaml")
        result = ordered(text)
    except SourceError as error:
        told(error.problems)
        return
    assert ordered(result) == result
    before, after = (Counter(repr(sorted_fields(each)) for each in entries(side)) for side in (text, result))
    assert before == after, (before - after, after - before)


def fuzz_intake(data: bytes, folder: Path) -> None:
    """A request is answered, or its entry is a valid one, but for the day on which a maintainer reads the evidence."""
    body = data.decode(errors="replace")
    try:
        entry = read_request(body, "request.md", REGISTRY).entry
    except SourceError as error:
        told(error.problems)
        return
    assert render_entry(entry, DEFINITION)
    path = folder / "signatories.yaml"
    path.write_text(render(added(Document.from_yaml(BASE, "base.yaml"), entry)), encoding="utf-8")
    is_valid(path)


def fuzz_merge(data: bytes, folder: Path) -> None:
    """A merge has every entry that a side added or left as it was, and none that one deleted, or is told as failed."""
    sides = [*data.split(BETWEEN, 2), b"", b""][:3]
    paths = [folder / name for name in ("base.yaml", "ours.yaml", "theirs.yaml")]
    for path, side in zip(paths, sides, strict=True):
        path.write_bytes(side)
    problems = merge_files(*paths, DEFINITION, "signatories.yaml")
    told(problems)
    merged = paths[1].read_text(encoding="utf-8", errors="replace")
    try:
        base, ours, theirs = (ids(decode(side, "x")) if side else set() for side in sides)
    except SourceError:
        assert problems or sides[1] == sides[2]
        return
    expected = (ours & theirs) | ((ours | theirs) - base)
    if problems:
        assert all(each in merged for each in expected)
    elif sides[1] != sides[2]:
        assert ordered(merged) == merged
        assert ids(merged) == expected


TARGETS: dict[str, Callable[[bytes, Path], None]] = {
    "check": fuzz_check,
    "format": fuzz_format,
    "intake": fuzz_intake,
    "merge": fuzz_merge,
}


def entries(text: str) -> list[dict[str, object]]:
    """Return the entries as PyYAML reads them, every value as text."""
    return (yaml.load(text, Loader=yaml.CBaseLoader) or {}).get("signatories") or []  # noqa: S506 - makes only texts


def ids(text: str) -> set[str]:
    """Return the ids of a registry that can be read; SourceError if it cannot."""
    return {entry.id for entry in Document.from_yaml(text, "signatories.yaml").entries}


def sorted_fields(value: object) -> object:
    """Return a value whose fields are in alphabetical order."""
    if isinstance(value, dict):
        return {key: sorted_fields(value[key]) for key in sorted(value)}
    return [sorted_fields(each) for each in value] if isinstance(value, list) else value


def is_valid(path: Path) -> None:
    """No rule finds a problem in a file that is already there."""
    problems = [each for each in check(path, "signatories.yaml", REFERENCE) if each.rule != "missing-verified"]
    assert not problems, FORMATS["text"](problems)


def ordered(text: str) -> str:
    """Return a registry in its standard layout."""
    return render(Document.from_yaml(text, "signatories.yaml"))


def told(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Every problem has a place and words in both languages, and every way to print them works."""
    for problem in problems:
        assert problem.line >= 1
        assert all(problem.told(language) for language in LANGUAGES)
    for form in FORMATS.values():
        form(problems)


def seeds(target: str) -> Iterator[bytes]:
    """Yield what the fuzzer begins with: the golden files."""
    if target == "intake":
        yield REQUEST.encode()
    elif target == "merge":
        yield BETWEEN.join([BASE.encode()] * 3)
        yield BETWEEN.join((BASE.encode(), BASE.replace("2021", "2018").encode(), BASE.replace("press", "x").encode()))
    else:
        yield BASE.encode()
        yield BASE.replace("\n", "\u2028", 3).encode()
        yield from (path.read_bytes() for path in sorted((CASES / "good").glob("*.yaml")))


def main() -> None:
    """Write the seeds into the corpus, and let the fuzzer run."""
    target, *options = sys.argv[1:]
    for number, seed in enumerate(seeds(target)):
        (Path(options[-1]) / f"seed-{number}").write_bytes(seed)
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:  # noqa: S108
        atheris.Setup([sys.argv[0], *options], lambda data: TARGETS[target](data, Path(name)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
