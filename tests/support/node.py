"""A Node.js process that answers one JSON line each: its ICU is the oracle for Unicode."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import executable

from support.repository import ROOT

_LOOP = """
const rl = require("node:readline").createInterface({ input: process.stdin });
const answer = (%s);
rl.on("line", (line) => console.log(JSON.stringify(answer(...JSON.parse(line)))));
"""


class Node:
    """`ask` calls the JavaScript function that the process was started with."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process

    def ask(self, *arguments):
        """Return the function's answer; arguments and answer are JSON."""
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def node(function: str, folder: str = ".") -> Iterator[Node]:
    """Start Node with one JavaScript function; `folder` of the repository is where it finds its packages."""
    command = [Path(executable).with_name("node"), "-e", _LOOP % function]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT / folder
    ) as process:
        try:
            yield Node(process)
        finally:
            process.stdin.close()
