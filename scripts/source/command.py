"""What every command does around its work: text as UTF-8, and an end without a traceback."""

import io
import os
import sys
from collections.abc import Callable

from source.problems.system_errors import reason

_INTERRUPTED = 130
"""What a shell returns for a command that was ended from the keyboard."""


def command_line(main: Callable[[], int]) -> int:
    """Run a command for a terminal or a pipe; returns its exit code, and 1 where its output cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # it is None where the caller has closed it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # whoever reads has enough, as `head` does
            tr, en = reason(error)
            sys.stderr.write(f"Çıktı yazılamadı: {tr}. · The output cannot be written: {en}.\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be written goes nowhere
        return 1
    return code
