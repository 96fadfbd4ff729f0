"""The directory in a browser tab, as a reader uses it."""

from urllib.parse import parse_qsl, urlsplit

CHOICES = ("il", "tur", "metin")
KEYS = ("q", *CHOICES)
_SHOWN = """() => [...document.querySelectorAll("[data-signatory]")]
  .filter((e) => e.checkVisibility()).map((e) => e.dataset.signatory)"""
_SAID = "() => document.querySelector('[data-count]').textContent"


class Directory:
    """The filter of the page that a tab shows, and the entries left by it."""

    def __init__(self, tab):
        self.tab = tab
        self.count = tab.page.locator("[data-count]")
        self.clear = tab.page.locator("[data-clear]")
        self.nothing = tab.page.locator("[data-nothing]")

    @property
    def ids(self):
        """The ids of the visible entries, in order."""
        return self.tab.page.evaluate(_SHOWN)

    @property
    def said(self):
        """What is announced, once anything is."""
        self.tab.wait(_SAID)
        return self.count.text_content()

    @property
    def address(self):
        """What the address says: key → value."""
        return dict(parse_qsl(urlsplit(self.tab.page.url).query))

    @property
    def choices(self):
        """The values of the fields, without empty ones."""
        held = {key: self.field(key).input_value() for key in KEYS}
        return {key: value for key, value in held.items() if value}

    def field(self, key):
        """Return one of the fields."""
        return self.tab.page.locator(f"form[data-filter] [name={key}]")

    def type(self, words):
        """Type words, letter by letter, in place of the present ones."""
        self.field("q").fill("")
        self.field("q").press_sequentially(words)

    def choose(self, **choices):
        """Choose in the lists; those not named are set to all."""
        for key in CHOICES:
            if self.field(key).input_value() != choices.get(key, ""):
                self.field(key).select_option(choices.get(key, ""))

    def wait_for(self, *ids):
        """Wait until exactly these entries are shown."""
        self.tab.wait(f"(ids) => String(({_SHOWN})().sort()) === ids", arg=",".join(sorted(ids)))

    def wait_for_address(self, **said):
        """Wait until the address has exactly these values."""
        test = "(said) => JSON.stringify([...new URLSearchParams(location.search)]) === JSON.stringify(said)"
        self.tab.wait(test, arg=[list(pair) for pair in said.items()])
