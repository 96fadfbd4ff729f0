"""Work is done in a process of its own, and what came of it arrives here."""

import gc
import multiprocessing
import os
from pathlib import Path

import pytest

from source.problems.message import Message
from source.problems.problem import Problem, SourceError
from source.workers import HELPERS, SideBySide, Worker, WorkerError, within


def test_the_work_is_done_elsewhere_and_its_result_comes_back():
    here = os.getpid()
    first, second = Worker(lambda: ("one", os.getpid())), Worker(lambda: ("two", os.getpid()))
    assert (second()[0], first()[0]) == ("two", "one")
    assert here not in {Worker(os.getpid)(), Worker(os.getpid)()}


def test_results_larger_than_a_pipe_come_whole():
    assert Worker(lambda: "x" * 1_000_000)() == "x" * 1_000_000


def test_what_fails_there_fails_here(capfd):
    def work():
        raise KeyError("lacking")

    result = Worker(work)
    with pytest.raises(WorkerError):
        result()
    assert "lacking" in capfd.readouterr().err


def test_what_is_wrong_with_the_input_is_told_here(capfd):
    problem = Problem("a.yaml", 2, 3, "rule", "", Message("wrong"), "fix", "example")

    def work():
        raise SourceError([problem])

    with pytest.raises(SourceError) as raised:
        Worker(work)()
    assert raised.value.problems == (problem,)
    assert capfd.readouterr().err == ""


def test_what_the_system_refuses_there_is_raised_here(tmp_path, capfd):
    result = Worker((tmp_path / "yok").read_bytes)
    with pytest.raises(FileNotFoundError) as raised:
        result()
    assert raised.value.filename == str(tmp_path / "yok")
    assert capfd.readouterr() == ("", "")


def test_a_process_that_is_killed_fails_here():
    with pytest.raises(WorkerError):
        Worker(lambda: os._exit(0))()


def test_work_that_takes_too_long_is_ended():
    waiting, _ = os.pipe()
    before = multiprocessing.active_children()
    with pytest.raises(SourceError) as raised:
        within(0.2, lambda: os.read(waiting, 1), "a.yaml")  # nobody ever writes
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.column, problem.rule) == ("a.yaml", 1, 1, "file-slow")
    assert multiprocessing.active_children() == before


def test_work_that_takes_no_longer_gives_its_result():
    assert within(60, lambda: "x" * 1_000_000, "a.yaml") == "x" * 1_000_000


def test_without_forks_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert Worker(os.getpid)() == os.getpid()


@pytest.mark.parametrize("processors", [None, 1, 2, 64])
@pytest.mark.parametrize("works", [0, 1, 2, 50])
def test_every_work_is_done_once(works, processors, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    SideBySide([_touching(tmp_path / str(number)) for number in range(works)]).finish()
    assert {path.name for path in tmp_path.iterdir()} == {str(number) for number in range(works)}


@pytest.mark.parametrize(
    ("works", "processors", "expected"),
    [(50, 64, HELPERS), (50, 3, 2), (50, 2, 1), (50, 1, 0), (50, None, 0), (1, 64, 1), (0, 64, 0)],
)
def test_sharedare_done_by_few_processes(works, processors, expected, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    waiting, going = os.pipe()
    shared = SideBySide([lambda: os.read(waiting, 1)] * works)  # nobody is done before all may go on
    helpers = multiprocessing.active_children()
    os.write(going, bytes(works))
    shared.finish()
    assert len(helpers) == expected
    assert multiprocessing.active_children() == []


def test_memory_is_shared_no_longer_than_the_work_takes():
    before = gc.get_freeze_count()
    Worker(lambda: None)()
    assert gc.get_freeze_count() == before
    assert multiprocessing.active_children() == []


@pytest.mark.slow
def test_nothing_is_left_behind(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 64)

    before = _held()
    SideBySide([lambda: None] * 50).finish()
    Worker(lambda: None)()
    assert _held() == before


@pytest.mark.slow
def test_works_given_up_leave_nothing_behind(monkeypatch):
    """As when a build fails half-way."""
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    before = _held()
    waiting, going = os.pipe()
    shared = SideBySide([lambda: os.read(waiting, 1)] * 50)  # nobody ever writes
    assert multiprocessing.active_children() != []
    for _ in range(2):
        shared.end()
    for descriptor in (waiting, going):
        os.close(descriptor)
    assert _held() == before


def test_a_work_that_fails_fails_the_whole(monkeypatch, capfd):
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    def work():
        raise KeyError("lacking")

    with pytest.raises((WorkerError, KeyError)):  # as one process or the other took it
        SideBySide([work]).finish()
    capfd.readouterr()


def _touching(path):
    return lambda: path.touch(exist_ok=False)


def _held():
    """Return what a process must not gather: open files, frozen objects, children."""
    gc.collect()  # what other tests left
    return len(list(Path("/proc/self/fd").iterdir())), gc.get_freeze_count(), multiprocessing.active_children()
