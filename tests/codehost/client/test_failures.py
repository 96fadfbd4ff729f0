"""What one run spends on failures, whatever the code host does."""

import pytest

from codehost.client.failures import HostError, Patience


class Clock:
    """Goes on by what is slept, and by `cost` with every look at it."""

    def __init__(self, cost: float) -> None:
        self.now, self.cost, self.waits = 0.0, cost, list[float]()

    def look(self) -> float:
        self.now += self.cost
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def fail(wait: float | None, *, unclear: bool = False):
    """Return a call that always fails."""

    def call() -> None:
        raise HostError("a\n::error::b", wait, unclear=unclear)

    return call


@pytest.mark.parametrize("cost", [0, 15])
@pytest.mark.parametrize("wait", [0, 1, 30, 60, 61, 100_000])
def test_a_whole_run_of_failures_is_bounded(cost: float, wait: float):
    clock = Clock(cost)
    patience = Patience(clock.sleep, clock.look)
    for _ in range(50):
        with pytest.raises(HostError):
            patience.retry(fail(wait))
    assert sum(clock.waits) <= 120
    assert patience.spent <= 120 + 50 * cost


def test_once_given_up_a_failure_is_not_tried_again_further_up():
    clock = Clock(0)
    patience = Patience(clock.sleep, clock.look)
    with pytest.raises(HostError):
        patience.retry(lambda: patience.retry(fail(0)))
    assert clock.waits == [1, 2, 4]


def test_what_is_unclear_is_left_to_those_who_can_look():
    clock, tries = Clock(0), list[int]()

    def look_and_try() -> str:
        tries.append(1)
        return "there" if len(tries) > 1 else patience.retry(fail(0, unclear=True), repeatable=False)

    patience = Patience(clock.sleep, clock.look)
    assert patience.retry(look_and_try) == "there"
    assert clock.waits == [1]


def test_what_is_said_is_one_line():
    with pytest.raises(HostError, match=r"^a ::error::b$"):
        fail(None)()


def test_without_a_stand_in_the_waits_are_real():
    started = Patience()
    with pytest.raises(HostError):
        started.retry(fail(61))
    assert started.sleep.__module__ == "time" or started.sleep.__name__ == "sleep"
