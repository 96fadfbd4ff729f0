"""Where it was measured, and with what."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import tools


def machine() -> str:
    """Return the processor, its cores and the memory."""
    model = re.search(r"^model name\s*: (.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s*(\d+)", _read("/proc/meminfo"), re.MULTILINE)
    size = f", {int(memory[1]) / 1024**2:.0f} GB of memory" if memory else ""
    return f"{model[1] if model else platform.processor()}, {os.cpu_count()} cores{size}, {platform.system()}"


def load() -> str:
    """Return how many processes wanted a processor in the last minute, on average."""
    return f"{os.getloadavg()[0]:.1f}"


def versions() -> str:
    """Return the versions of all that was measured."""
    packages = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "PyYAML": "PyYAML"}
    ours = [f"{name} {version(package)}" for name, package in packages.items()]
    hugo = _said(tools.hugo(), "version").split()[1].partition("-")[0].removeprefix("v")
    zensical = _said(tools.python_tools() / "bin" / "python", "-c", _VERSION)
    eleventy = _said(tools.node(), tools.eleventy() / "@11ty" / "eleventy" / "cmd.cjs", "--version")
    peers = [f"Hugo {hugo}", f"Eleventy {eleventy} on Node {_said(tools.node(), '--version')}", f"Zensical {zensical}"]
    return ", ".join([f"Python {platform.python_version()}", *ours, *peers])


_VERSION = "from importlib.metadata import version; print(version('zensical'))"


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""


def _said(*command: object) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout.strip()
