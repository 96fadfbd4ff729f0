"""Replies of the code host: status, body and headers; a refusal is an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_BODY, MOST_TITLE = 65_536, 256
"""Characters of a comment or description, and of a title."""


@dataclass
class Reply:
    """`content` is sent as JSON; None is an empty body."""

    status: int
    content: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Refusal(Exception):  # noqa: N818 - a reply, not an error of the stand-in
    """A refusal with the fields that the documentation gives it."""

    def __init__(self, status: int, message: str, errors: list[dict[str, str]] | None = None, **headers: str) -> None:
        super().__init__(message)
        content: dict[str, Any] = {"message": message, "status": str(status)}
        if errors:
            content["errors"] = errors
        self.reply = Reply(status, content, {name.replace("_", "-"): value for name, value in headers.items()})


def not_found() -> Refusal:
    """Return the reply for what does not exist, and for what the caller may not see."""
    return Refusal(404, "Not Found")


def invalid(resource: str, *, field: str = "", message: str = "") -> Refusal:
    """Return a refusal of what was sent: the code of a field, or a sentence."""
    error = {"resource": resource, "code": "custom" if message else "invalid"}
    if field:
        error["field"] = field
    if message:
        error["message"] = message
    return Refusal(422, "Validation Failed", [error])


def check_texts(resource: str, payload: Mapping[str, Any], *needed: str) -> None:
    """Refuse a payload with a needed text missing or blank, or one that is too long."""
    for name in needed:
        if not str(payload.get(name) or "").strip():
            raise Refusal(422, "Validation Failed", [{"resource": resource, "code": "missing_field", "field": name}])
    for name, most in (("title", MOST_TITLE), ("body", MOST_BODY)):
        if len(payload.get(name) or "") > most:
            raise invalid(resource, field=name, message=f"{name} is too long (maximum is {most} characters)")
