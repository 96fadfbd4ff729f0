"""The frame of a command: its exit code, the encoding of its output, and output that nobody reads."""

import errno
import io
import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from source.command import command_line


@contextmanager
def _own_output():
    """Give standard output back: a command that cannot write to it points it elsewhere."""
    kept = os.dup(1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _raising(error):
    def command():
        raise error

    return command


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_exit_code_is_that_of_the_command(code):
    assert command_line(lambda: code) == code


def test_an_interrupted_command_ends_as_the_shell_expects():
    assert command_line(_raising(KeyboardInterrupt())) == 130


def test_output_is_utf_8_whatever_the_machine_prefers(monkeypatch):
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, stream)

    def command():
        sys.stdout.write("ş \udcff")
        sys.stderr.write("ğ")
        return 0

    assert command_line(command) == 0
    assert streams["stdout"].buffer.getvalue() == "ş \\udcff".encode()
    streams["stderr"].flush()
    assert streams["stderr"].buffer.getvalue() == "ğ".encode()


def test_a_closed_output_is_no_fault(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert command_line(lambda: 0) == 0


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.ENOSPC, "x"),
            "Çıktı yazılamadı: diskte yer kalmadı. · The output cannot be written: no space is left on the disk.\n",
        ),
        (BrokenPipeError(errno.EPIPE, "x"), ""),
    ],
)
def test_output_that_cannot_be_written_is_told_unless_nobody_reads_it(error, told, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with _own_output():
        assert command_line(_raising(error)) == 1
        assert os.path.samestat(os.fstat(1), Path(os.devnull).stat())
    assert stream.getvalue() == told
