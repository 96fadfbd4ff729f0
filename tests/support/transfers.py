"""What the first visit of a page transfers, as the browser itself counts it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class FirstVisit:
    """`transferred` is address → bytes received, heads and bodies; the lists hold what no page should have."""

    transferred: dict[str, int] = field(default_factory=dict)
    third_party: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    failed_requests: list[str] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        """All that was received."""
        return sum(self.transferred.values())


def first_visit(browser, server, path: str, before: str | None = None) -> FirstVisit:
    """Visit a page with an empty cache, or after the page `before`, until it requests nothing more."""
    visit, context = FirstVisit(), browser.new_context()
    page = context.new_page()
    _count(context.new_cdp_session(page), visit)
    page.on("request", lambda each: each.url.startswith(server.origin) or visit.third_party.append(each.url))
    page.on("requestfailed", lambda each: visit.failed_requests.append(each.url))
    page.on("response", lambda each: each.ok or visit.failed_requests.append(each.url))
    page.on("console", lambda each: each.type == "error" and visit.console_errors.append(each.text))
    page.on("pageerror", lambda error: visit.console_errors.append(str(error)))
    if before is not None:
        page.goto(server.url + before, wait_until="networkidle")
        visit.transferred.clear()
    page.goto(server.url + path, wait_until="networkidle")
    context.close()
    return visit


def _count(session, visit: FirstVisit) -> None:
    addresses = {}
    session.on("Network.requestWillBeSent", lambda each: addresses.update({each["requestId"]: each["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda each: visit.transferred.update({addresses[each["requestId"]]: int(each["encodedDataLength"])}),
    )
    session.send("Network.enable")
