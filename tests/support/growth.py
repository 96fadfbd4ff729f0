"""How work grows with the size of what it is done to."""

import gc
import time
from collections.abc import Callable, Sequence

MOST = 2.6
"""Times as long may work take on twice as much: 2 where it is linear; the rest is for sorting and for the machine."""
SIZES = (32_000, 64_000, 128_000, 256_000, 512_000)
"""Characters. No work is measured on more than twice as many: what is done that fast is fast enough."""
_WORTH = 0.06
"""Seconds of processor time below which a measurement says nothing."""
_ENOUGH = 8.0
"""Seconds after which no longer text is tried."""
_TRIES = 3


def growth(work: Callable[[str], object], make: Callable[[int], str], sizes: Sequence[int] = SIZES) -> float:
    """Return how many times as long work takes on twice as long a text; 0 where it is too fast to say.

    Processor time depends on no other process's turn, and of several tries the fastest counts: what else the machine
    does only ever adds to it. Where work seems to grow too fast, longer texts are tried, too: what is quadratic takes
    four times as long for each of them, while a step, such as more memory that is asked for, comes once.
    """
    least = 0.0
    for size in sizes:
        texts = make(size), make(2 * size)
        longer = _seconds(work, texts[1])
        if longer < _WORTH:
            continue
        shorter = _seconds(work, texts[0])
        for _ in range(_TRIES):
            if longer > MOST * shorter:
                times = (min(best, _seconds(work, text)) for best, text in zip((shorter, longer), texts, strict=True))
                shorter, longer = times
        least = min(least or longer / shorter, longer / shorter)
        if least <= MOST or longer > _ENOUGH:
            break
    return least


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.freeze()  # the next collection leaves out all that a test run holds: it would take longer than the work
    start = time.process_time()
    work(text)
    return time.process_time() - start
