"""A read-only check of the settings of the repository at the code host."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

from codehost.client.api import Api
from codehost.client.failures import ApiError, HostError
from codehost.setup.expectation import Difference, differences
from codehost.setup.launch import Setting, Step

_SELF, _EACH = ".", "/*"
"""Paths in data/launch.yaml: the repository itself, and each item of a list."""


State = Literal["right", "missing", "not-found", "unreadable", "by-hand"]
"""The results of the check of a setting."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A setting of a step, and its state. `found` is what differs; `refusal` is the error of the code host, or ""."""

    step: Step
    setting: Setting
    state: State
    found: tuple[Difference, ...] = ()
    refusal: str = ""

    @property
    def missing(self) -> bool:
        """Whether the setting has to be changed; one that cannot be read is not known to be missing."""
        return self.state in {"missing", "not-found"}


def examine(api: Api, steps: tuple[Step, ...]) -> Iterator[Finding]:
    """Yield a finding for every setting; HostError if the repository itself cannot be read."""
    answers = {_SELF: api.call("GET", "")}
    for step in steps:
        for setting in step.settings:
            try:
                if setting.read and setting.read not in answers:
                    answers[setting.read] = _read(api, setting)
                yield _compared(step, setting, answers.get(setting.read))
            except HostError as error:
                yield _refused(step, setting, error)


def _read(api: Api, setting: Setting) -> Any:
    """Return the answer of the API: all pages of a list, a file with the words of its lines."""
    if setting.read.endswith(_EACH):
        path = setting.read.removesuffix(_EACH)
        return [api.call("GET", f"{path}/{item['id']}") for item in api.pages(path)]
    if isinstance(setting.expect, list):
        return list(api.pages(setting.read))
    answer = api.call("GET", setting.read)
    if isinstance(answer, dict) and answer.get("encoding") == "base64":
        lines = base64.b64decode(answer["content"]).decode(errors="replace").splitlines()
        answer["lines"] = [line.partition("#")[0].split() for line in lines]
    return answer


def _compared(step: Step, setting: Setting, answer: Any) -> Finding:
    if not setting.read:
        return Finding(step, setting, "by-hand")
    found = tuple(differences(setting.expect, answer))
    if found and all(each.hidden for each in found):
        return Finding(step, setting, "unreadable", found)
    return Finding(step, setting, "missing" if found else "right", found)


def _refused(step: Step, setting: Setting, error: HostError) -> Finding:
    """Return the finding for a refusal: not found, or not readable with this token, as far as that is known."""
    absent = setting.absent and isinstance(error, ApiError) and error.status == HTTPStatus.NOT_FOUND
    return Finding(step, setting, "not-found" if absent else "unreadable", refusal=str(error))
