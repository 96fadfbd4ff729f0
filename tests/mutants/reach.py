"""What every test reaches: the functions it calls. A mutant of a function is tried on the tests that reach it."""

import ast
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from mutants import Mutant

_Function = tuple[str, int]
"""The path of a module, and the first line of a function."""
_FIRST = 3
"""Tests of one kind, each with a case of its own, that are tried before all cases of all kinds."""
IMPORT = ""
"""What is called while modules are imported, before any test."""


@dataclass(frozen=True)
class Reach:
    """The functions that each test calls, the seconds it takes, and the libraries that are imported on the way."""

    calls: dict[str, set[_Function]]
    seconds: dict[str, float]
    libraries: list[str]

    @classmethod
    def read(cls, path: Path) -> "Reach":
        """Read what a `Recorder` wrote."""
        calls, seconds, libraries = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            {test: {(path, line) for path, line in called} for test, called in calls.items()}, seconds, libraries
        )

    def tests(self, mutant: Mutant) -> list[str]:
        """Return the tests that may notice a mutant: some of each kind, then all the others."""
        function, module = (mutant.path, _function(mutant)), Path(mutant.path)
        mirror = str(Path("tests", *module.parts[1:-1], f"test_{module.name}"))
        tests = [test for test in self.calls if test != IMPORT]
        if function[1] and function not in self.calls[IMPORT]:
            tests = [test for test in tests if function in self.calls[test]]
        near = {_file(test) for test in tests if any(path == mutant.path for path, _ in self.calls[test])}
        seconds, kinds = Counter[str](), Counter[str]()
        order = {}
        for test in tests:
            file, kind = _file(test), test.split("[")[0]
            seconds[file], kinds[kind] = seconds[file] + self.seconds[test], kinds[kind] + 1
            order[test] = (kinds[kind] > _FIRST, file != mirror, file not in near)
        return sorted(tests, key=lambda test: (*order[test], seconds[_file(test)], _file(test)))


class Recorder:
    """A pytest plugin that writes into a file what tests reach, also by the fixtures that they share."""

    def __init__(self, copy: Path, output: Path) -> None:
        self._scripts, self._copy, self._output = f"{copy}/scripts/", copy, output
        self._calls: dict[str, set[_Function]] = {}
        self._shared: dict[str, set[_Function]] = {}
        self._seconds: dict[str, float] = {}
        self._record(self._calls.setdefault(IMPORT, set()))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        start = time.perf_counter()
        called = self._calls.setdefault(item.nodeid, set())
        self._record(called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self._seconds[item.nodeid] = time.perf_counter() - start
            called.update(*(self._shared.get(name, ()) for name in item.fixturenames))

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef) -> Iterator[None]:
        outer = sys.gettrace()
        if fixturedef.scope != "function":
            self._record(self._shared.setdefault(fixturedef.argname, set()))
        try:
            return (yield)
        finally:
            sys.settrace(outer)

    def pytest_sessionfinish(self) -> None:
        libraries = [name for name, module in list(sys.modules.items()) if self._is_library(module)]
        calls = {test: sorted(called) for test, called in self._calls.items()}
        self._output.write_text(json.dumps([calls, self._seconds, libraries]), encoding="utf-8")

    def _is_library(self, module: object) -> bool:
        return not str(getattr(module, "__file__", None) or self._copy).startswith(str(self._copy))

    def _record(self, called: set[_Function]) -> None:
        scripts, root = self._scripts, len(str(self._copy)) + 1

        def note(frame: FrameType, *_: object) -> None:
            if frame.f_code.co_filename.startswith(scripts):
                called.add((frame.f_code.co_filename[root:], frame.f_code.co_firstlineno))

        sys.settrace(note)


class Chosen:
    """A pytest plugin that runs chosen tests only, in their order."""

    def __init__(self, tests: list[str]) -> None:
        self.tests = tests

    @property
    def files(self) -> list[str]:
        """The files of the tests, in their order."""
        return list(dict.fromkeys(map(_file, self.tests)))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        collected = {item.nodeid: item for item in items}
        items[:] = [collected[test] for test in self.tests if test in collected]


def _file(test: str) -> str:
    return test.split("::", maxsplit=1)[0]


def _function(mutant: Mutant) -> int:
    """Return the first line of the function that a mutant changes, 0 if none is."""
    for node in _functions(ast.parse(mutant.source)):
        first = min(each.lineno for each in (node, *node.decorator_list))
        if first <= mutant.line <= node.end_lineno:
            return first
    return 0


def _functions(parent: ast.AST) -> Iterator[ast.FunctionDef]:
    """Yield the functions and methods that are in no other function."""
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node)
