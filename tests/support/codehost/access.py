"""Who calls, and what the token permits: https://docs.github.com/rest/authentication lists it for each endpoint."""

from dataclasses import dataclass

from support.codehost.replies import Refusal, not_found

BOT = "github-actions[bot]"
_LEVELS = ("", "read", "write")


@dataclass(frozen=True)
class Token:
    """The permissions of a token, each "", "read" or "write"; no workflow of this repository has the last four."""

    login: str = BOT
    contents: str = "write"
    issues: str = "write"
    pulls: str = "write"
    actions: str = ""
    administration: str = ""
    pages: str = ""
    variables: str = ""

    def may(self, resource: str, level: str) -> bool:
        """Return whether the token permits to read or write a resource."""
        return _LEVELS.index(getattr(self, resource)) >= _LEVELS.index(level)


def require(token: Token | None, *resources: str, level: str, private: bool) -> None:
    """Refuse a call that no permission among `resources` covers: 404 to strangers, 403 to those who may see it.

    What is public is read by everybody.
    """
    if level == "read" and not private:
        return
    if token is None:
        raise not_found() if private else Refusal(401, "Requires authentication")
    if not any(token.may(resource, level) for resource in resources):
        raise Refusal(403, "Resource not accessible by integration")
