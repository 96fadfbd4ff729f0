"""A measurement of how the time of some work grows with the size of its input."""

import gc
import time
from collections.abc import Callable, Sequence

MOST = 2.6
"""The highest growth for twice the size: 2 is linear; the rest is for sorting and for noise."""
SIZES = (32_000, 64_000, 128_000, 256_000, 512_000, 1_024_000, 2_048_000)
"""Characters of the smaller of two inputs."""
_FAST = 512_000
"""Work too fast to measure at this size is fast enough; longer texts are for work that seemed to grow too fast."""
_WORTH = 0.06
"""Seconds of processor time below which a measurement is not reliable."""
_ENOUGH = 8.0
"""Seconds of processor time after which no longer input is tried."""
_TRIES = 8
_PAUSE = 0.5
"""Seconds before another try: what else the machine does takes caches from the longer text, and may be over then."""


def growth(work: Callable[[str], object], make: Callable[[int], str], sizes: Sequence[int] = SIZES) -> float:
    """Return how many times as long work takes on a text twice as long; 0 if it is too fast to measure.

    Processor time is measured, and the fastest of several tries counts, because other load only adds to it. If work
    seems to grow too fast, longer texts are tried, too: quadratic work takes four times as long for each of them, while
    a step, such as an allocation of memory, occurs once.
    """
    least = 0.0
    for size in sizes:
        texts = make(size), make(2 * size)
        longer = _seconds(work, texts[1])
        if longer < _WORTH:
            if size >= _FAST:
                break
            continue
        shorter = _seconds(work, texts[0])
        for _ in range(_TRIES):
            if longer > MOST * shorter:
                time.sleep(_PAUSE)
                times = (min(best, _seconds(work, text)) for best, text in zip((shorter, longer), texts, strict=True))
                shorter, longer = times
        least = min(least or longer / shorter, longer / shorter)
        if least <= MOST or longer > _ENOUGH:
            break
    return least


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.freeze()  # the next collection ignores all objects of the test run: they would take longer than the work
    start = time.process_time()
    work(text)
    return time.process_time() - start
