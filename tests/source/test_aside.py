"""Work is done in a process of its own, and what came of it arrives here."""

import os

import pytest

from source.aside import AsideError, aside


def test_the_work_is_done_elsewhere_and_its_result_comes_back():
    here = os.getpid()
    first, second = aside(lambda: ("one", os.getpid())), aside(lambda: ("two", os.getpid()))
    assert (second()[0], first()[0]) == ("two", "one")
    assert here not in {aside(os.getpid)(), aside(os.getpid)()}


def test_results_larger_than_a_pipe_come_whole():
    assert aside(lambda: "x" * 1_000_000)() == "x" * 1_000_000


def test_what_fails_there_fails_here(capfd):
    def work():
        raise KeyError("lacking")

    result = aside(work)
    with pytest.raises(AsideError):
        result()
    assert "lacking" in capfd.readouterr().err


def test_a_process_that_is_killed_fails_here():
    with pytest.raises(AsideError):
        aside(lambda: os._exit(0))()


def test_without_forks_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert aside(os.getpid)() == os.getpid()
