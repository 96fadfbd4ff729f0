"""A wrapper for commands: output as UTF-8, and exit codes instead of tracebacks."""

import io
import os
import sys
from collections.abc import Callable

from source.problems import Message
from source.problems.message import message_languages
from source.problems.system_errors import reason

_INTERRUPTED = 130
"""The exit code of a command that was interrupted from the keyboard."""


def command_line(main: Callable[[], int]) -> int:
    """Run a command and return its exit code: 1 if its output cannot be written, 130 after Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None if the caller has closed it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # the reader has closed the pipe, as `head` does
            message = Message("The output cannot be written: {reason}.", reason=reason(error))
            sys.stderr.write(f"{' · '.join(message.told_in(message_languages()).values())}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # discards what is still buffered
        return 1
    return code
