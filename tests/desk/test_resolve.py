"""Requests that conflict with the main branch, in real git repositories: merged, handed over, or told apart."""

import random
from pathlib import Path

import pytest

from desk.desk import REGISTRY, Desk
from desk.intake import answer
from desk.request import Request
from desk.resolve import resolve
from support.codehost import CodeHost
from support.desk import LISTED, Remote, entries, entry, open_desk, pull
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
RUN = "https://kod.example/ornek/bildirge/actions/runs/1"


def ask(office: Office, number: int, listed: str, *, fork: bool = False, branch: str = "") -> str:
    """Let a pull request from the present main branch put `listed` in the place of the registry."""
    _, remote, host = office
    branch = branch or f"intake/{number}"
    commit = remote.commit("refs/heads/main^{}" if fork else f"refs/heads/{branch}", remote.tip("main"), registry=listed)
    remote.git("update-ref", f"refs/pull/{number}/head", commit)
    host.add_pull(number, branch, "ornek-yabanci/bildirge" if fork else host.repository)
    return commit


def publish(remote: Remote, listed: str, **files: str) -> None:
    """Let the main branch move on."""
    remote.commit("refs/heads/main", remote.tip("main"), registry=listed, **files)


def ids(text: str) -> list[str]:
    """Return the ids of a registry."""
    return [item["id"] for item in entries(text)]
