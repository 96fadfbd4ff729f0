"""Issues, their comments and labels: https://docs.github.com/rest/issues."""

from support.codehost.items import Item
from support.codehost.replies import Refusal, Reply, check_texts, invalid, not_found
from support.codehost.rest import Asked, endpoint


@endpoint("GET", "issues")
def list_issues(asked: Asked) -> Reply:
    """List issues and pull requests, the newest first."""
    query = asked.filters("state", "labels", "creator", "sort", "direction")
    asked.need("issues")
    if not asked.host.has_issues:
        raise Refusal(410, "Issues has been disabled in this repository.")
    found = [item for item in asked.host.items.values() if not item.gone and _matches(item, query)]
    found.sort(key=lambda item: item.number, reverse=query.get("direction", "desc") == "desc")
    return asked.page([item.as_issue(asked.host.url) for item in found])


@endpoint("POST", "issues")
def open_issue(asked: Asked) -> Reply:
    """Open an issue; labels that do not exist are created."""
    asked.need("issues", level="write")
    payload = asked.call.payload
    check_texts("Issue", payload, "title")
    number = next(asked.host.numbers)
    item = asked.host.open_issue(number, payload.get("body"), *payload.get("labels", ()), login=asked.login)
    item.title = payload["title"]
    return Reply(201, item.as_issue(asked.host.url))


@endpoint("GET", r"issues/(\d+)")
def get_issue(asked: Asked, number: str) -> Reply:
    """Return an issue or pull request."""
    return Reply(200, asked.item(number).as_issue(asked.host.url))


@endpoint("PATCH", r"issues/(\d+)")
def edit_issue(asked: Asked, number: str) -> Reply:
    """Change title, body or state."""
    item, payload = asked.item(number, "write"), asked.call.payload
    check_texts("Issue", payload)
    item.title, item.body = payload.get("title", item.title), payload.get("body", item.body)
    if payload.get("state", item.state) != item.state:
        item.state = payload["state"]
        item.closed_by = asked.login if item.state == "closed" else None
    return Reply(200, item.as_issue(asked.host.url))


@endpoint("GET", r"issues/(\d+)/comments")
def list_comments(asked: Asked, number: str) -> Reply:
    """List the comments, the oldest first."""
    asked.filters()
    item = asked.item(number)
    found = [each.shown(asked.host.url) for each in asked.host.comments.values() if each.number == item.number]
    return asked.page(found)


@endpoint("POST", r"issues/(\d+)/comments")
def comment(asked: Asked, number: str) -> Reply:
    """Comment on an issue or pull request."""
    item = asked.item(number, "write")
    check_texts("IssueComment", asked.call.payload, "body")
    made = asked.host.comment(item.number, asked.call.payload["body"], asked.login)
    return Reply(201, made.shown(asked.host.url))


@endpoint("PATCH", r"issues/comments/(\d+)")
def edit_comment(asked: Asked, number: str) -> Reply:
    """Change a comment."""
    found = asked.host.comments.get(int(number))
    asked.item(str(found.number) if found else "0", "write")
    check_texts("IssueComment", asked.call.payload, "body")
    found.body = asked.call.payload["body"]
    return Reply(200, found.shown(asked.host.url))


@endpoint("GET", r"labels/([^/]+)")
def get_label(asked: Asked, name: str) -> Reply:
    """Return a label of the repository."""
    asked.need("issues", "pulls")
    if name not in asked.host.labels:
        raise not_found()
    return Reply(200, asked.host.labels[name])


@endpoint("POST", "labels")
def make_label(asked: Asked) -> Reply:
    """Make a label."""
    asked.need("issues", "pulls", level="write")
    payload = asked.call.payload
    if payload["name"] in asked.host.labels:
        raise Refusal(422, "Validation Failed", [{"resource": "Label", "code": "already_exists", "field": "name"}])
    if len(payload.get("description", "")) > 100 or payload.get("color", "").startswith("#"):
        raise invalid("Label", field="description" if len(payload.get("description", "")) > 100 else "color")
    asked.host.labels[payload["name"]] = dict(payload)
    return Reply(201, asked.host.labels[payload["name"]])


@endpoint("POST", r"issues/(\d+)/labels")
def add_labels(asked: Asked, number: str) -> Reply:
    """Label an issue or pull request; a label that does not exist is created, without colour and description."""
    item = asked.item(number, "write")
    for name in asked.call.payload["labels"]:
        asked.host.labels.setdefault(name, {"name": name, "color": "ededed"})
        item.labels += [] if name in item.labels else [name]
    return Reply(200, [asked.host.labels[name] for name in item.labels])


@endpoint("DELETE", r"issues/(\d+)/labels/([^/]+)")
def remove_label(asked: Asked, number: str, name: str) -> Reply:
    """Remove a label."""
    item = asked.item(number, "write")
    if name not in item.labels:
        raise Refusal(404, "Label does not exist")
    item.labels.remove(name)
    return Reply(200, [asked.host.labels[each] for each in item.labels])


def _matches(item: Item, query: dict[str, str]) -> bool:
    """Return whether an item is among those asked for."""
    state, labels = query.get("state", "open"), [name for name in query.get("labels", "").split(",") if name]
    return (
        state in ("all", item.state)
        and set(labels) <= set(item.labels)
        and query.get("creator", item.login) == item.login
    )
