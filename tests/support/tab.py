"""A browser tab that records its requests and problems."""

from time import monotonic, sleep

PATIENCE = 10
"""Seconds that a page may take to do what a test waits for."""
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 844}
TABLET = {"width": 768, "height": 1024}


class Tab:
    """`page` is Playwright's; `asked` are the addresses it asked for, below the site's; `problems` are sentences."""

    def __init__(self, browser, server, settings):
        self.server = server
        self.asked = []
        self.problems = []
        self._context = browser.new_context(viewport=settings.pop("viewport", WIDE), **settings)
        self.page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("response", self._answered)
        self.page.on("requestfailed", self._failed)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))

    def go(self, path):
        """Go to an address below the site's, and wait until it has loaded."""
        self.page.goto(self.server.url + path)

    def slow_down(self, times):
        """Slow the processor of the page down by a factor."""
        self._context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": times})

    def wait(self, question, arg=None):
        """Poll the page until an expression is true: Playwright waits with code that the policy of a page forbids."""
        until = monotonic() + PATIENCE
        while not self.page.evaluate(question, arg):
            assert monotonic() < until, f"still not: {question}"
            sleep(0.02)

    @property
    def path(self):
        """The present address below the site's, with its fragment."""
        return self.page.url.removeprefix(self.server.url)

    @property
    def focused(self):
        """What has the focus: {"id", "href", "text"} of the element."""
        return self.page.evaluate(
            "(({id, innerText, ...rest}, e) => ({id, href: e.getAttribute('href'), text: innerText}))"
            "(document.activeElement, document.activeElement)"
        )

    def close(self):
        self._context.close()

    def _asked(self, url):
        if not url.startswith((self.server.origin, "data:")):
            self.problems.append(f"asked another host: {url}")
        self.asked.append(url.removeprefix(self.server.url))

    def _answered(self, response):
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"{response.status}: {response.url}")

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{request.failure}: {request.url}")

    def _said(self, message):
        about_the_page = (
            message.location.get("url") == self.page.url
        )  # a page that does not exist: tests check its status
        if message.type in ("error", "warning") and not about_the_page:
            self.problems.append(f"console: {message.text}")
