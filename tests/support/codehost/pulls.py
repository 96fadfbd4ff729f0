"""Pull requests: https://docs.github.com/rest/pulls/pulls."""

from support.codehost.access import BOT
from support.codehost.items import Head, Item
from support.codehost.replies import Refusal, Reply, check_texts, invalid, not_found
from support.codehost.rest import Asked, endpoint


@endpoint("GET", "pulls")
def list_pulls(asked: Asked) -> Reply:
    """List pull requests, the newest first; a `head` without the owner before it filters nothing."""
    query = asked.filters("state", "head", "base", "sort", "direction")
    asked.need("pulls")
    found = [item for item in asked.host.pulls if _matches(item, query)]
    usual = "desc" if query.get("sort", "created") == "created" else "asc"
    found.sort(key=lambda item: item.number, reverse=query.get("direction", usual) == "desc")
    return asked.page([item.as_pull(asked.host.url, asked.host.repository) for item in found])


@endpoint("GET", r"pulls/(\d+)")
def get_pull(asked: Asked, number: str) -> Reply:
    """Return a pull request."""
    asked.need("pulls")
    return _shown(asked, _pull(asked, number), 200)


@endpoint("POST", "pulls")
def open_pull(asked: Asked) -> Reply:
    """Open a pull request from a branch of the repository, where there is something to merge."""
    asked.need("pulls", level="write")
    if asked.login == BOT and not asked.host.actions_may_propose:
        raise Refusal(403, "GitHub Actions is not permitted to create or approve pull requests.")
    payload, host = asked.call.payload, asked.host
    check_texts("PullRequest", payload, "title", "head", "base")
    branch, base = payload["head"].removeprefix(f"{host.repository.partition('/')[0]}:"), payload["base"]
    if not host.tip(base):
        raise invalid("PullRequest", field="base")
    if not (tip := host.tip(branch)):
        raise invalid("PullRequest", field="head")
    if host.git("rev-list", "--count", f"{base}..{branch}") == "0":
        raise invalid("PullRequest", message=f"No commits between {base} and {branch}")
    if any(_matches(item, {"head": f"{host.repository.partition('/')[0]}:{branch}"}) for item in host.pulls):
        owner = host.repository.partition("/")[0]
        raise invalid("PullRequest", message=f"A pull request already exists for {owner}:{branch}.")
    head, number = Head(branch, host.repository, tip), next(host.numbers)
    host.items[number] = Item(number, payload["title"], payload.get("body"), asked.login, head=head, base=base)
    host.git("update-ref", f"refs/pull/{number}/head", tip)
    return _shown(asked, host.items[number], 201)


@endpoint("PATCH", r"pulls/(\d+)")
def edit_pull(asked: Asked, number: str) -> Reply:
    """Change title, description or state; one whose branch is not as it was cannot be opened again."""
    asked.need("pulls", level="write")
    item, payload = _pull(asked, number), asked.call.payload
    check_texts("PullRequest", payload)
    state = payload.get("state", item.state)
    if state == "open" and item.state == "closed" and asked.host.tip(item.head.branch) != item.head.commit:
        said = f"state cannot be changed. The {item.head.branch} branch was force-pushed or recreated."
        raise invalid("PullRequest", field="state", message=said)
    item.title, item.body = payload.get("title", item.title), payload.get("body", item.body)
    if state != item.state:
        item.state, item.closed_by = state, asked.login if state == "closed" else None
    return _shown(asked, item, 200)


def _pull(asked: Asked, number: str) -> Item:
    item = asked.host.items.get(int(number))
    if item is None or not item.head:
        raise not_found()
    return item


def _shown(asked: Asked, item: Item, status: int) -> Reply:
    return Reply(status, item.as_pull(asked.host.url, asked.host.repository))


def _matches(item: Item, query: dict[str, str]) -> bool:
    """Return whether a pull request is among those asked for."""
    owner = (item.head.repository or "").partition("/")[0]
    head = query.get("head", "")
    return (
        query.get("state", "open") in ("all", item.state)
        and query.get("base", item.base) == item.base
        and (":" not in head or head == f"{owner}:{item.head.branch}")
    )
