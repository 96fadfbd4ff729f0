"""What a command costs: seconds on the clock, seconds of processors, and memory at its highest."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Event, Thread

_AS_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment without a setting that would make Python compile our modules, but no installed ones, every time."""
_LOOK = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processors, medians of all rounds; `worst` are the most seconds on the clock.

    `memory` is in MB: of a command’s processes together, what they share counted once; 0 where nobody looked.
    """

    seconds: float
    worst: float
    processor: float
    memory: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A command, where it runs, the code it ends with, and `before`, which makes the ground ready outside the clock."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    code: int = 0


def interleaved(tasks: Sequence[Task], rounds: int) -> dict[str, Cost]:
    """Return the median costs by name: all run once to look at the memory, then all in turn, round after round."""
    memory = {task.name: run(task, looking=True).memory for task in tasks}
    costs = [{task.name: run(task) for task in tasks} for _ in range(rounds)]
    return {name: _median([each[name] for each in costs], memory[name]) for name in memory}


def run(task: Task, *, looking: bool = False) -> Cost:
    """Run a task once; SystemExit with what it said if it fails."""
    task.before()
    began = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, task.command)),
        cwd=task.folder,
        env={**_AS_USUAL, **task.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    highest = _watch(process.pid) if looking else lambda: 0.0
    said, usage = _wait(process)
    seconds, memory = time.perf_counter() - began, highest()
    if process.returncode != task.code:
        raise SystemExit(f"{task.name} failed:\n{said.decode(errors='replace')[-2000:]}")
    return Cost(seconds, seconds, usage.ru_utime + usage.ru_stime, memory)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[bytes, "os.struct_rusage"]:
    """Return what a process said, and what it and all its children used."""
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    return said, usage


def _watch(pid: int) -> Callable[[], float]:
    """Look at the memory of a process and its descendants until the highest is asked for."""
    over, seen = Event(), [0.0]

    def look() -> None:
        while not over.wait(_LOOK):
            seen.append(_megabytes(pid))

    thread = Thread(target=look)
    thread.start()

    def highest() -> float:
        over.set()
        thread.join()
        return max(seen)

    return highest


def _megabytes(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:  # it is over
        return 0
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(_megabytes(int(child)) for child in children)


def _median(costs: Sequence[Cost], memory: float) -> Cost:
    seconds = [each.seconds for each in costs]
    return Cost(median(seconds), max(seconds), median(each.processor for each in costs), memory)
