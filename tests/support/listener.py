"""What a screen reader says of a page: npm @guidepup/virtual-screen-reader, in the page that Chromium shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from support.repository import ROOT

_PACKAGE = ROOT / "tests/proof/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
_ADDRESS = "screen-reader.js"
_START = """async source => {
  const { virtual } = await import(source);
  for (const folded of document.querySelectorAll("details:not([open]) > :not(summary)")) folded.hidden = true;
  await virtual.start({ container: document.body });
  let heard = 0;
  const listen = async () => {
    const log = await virtual.spokenPhraseLog();
    const node = virtual.activeNode;
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const said = { lang: element.closest("[lang]").lang, is_text: node.nodeType === Node.TEXT_NODE };
    return log.slice(heard, (heard = log.length)).map((words) => ({ words, ...said }));
  };
  const until = async (end) => {
    const said = await listen();
    while (!said.some(({ words }) => words.startsWith(end) || words === "end of document")) {
      await virtual.next();
      said.push(...await listen());
    }
    return said;
  };
  window.listener = { virtual, listen, until };
}"""
"""The reader knows nothing of `details` and would read what is folded away."""

_SILENT = ("emphasis", "strong", "time", "code", "rowgroup", "status")
"""Roles without a name that screen readers do not say."""
_NAMED_BY_CONTENT = ("heading", "row", "cell", "rowheader", "columnheader")
"""What is in them is read; the reader calls them by the same words."""
_WHOLE = ("link", "button", "combobox", "doc-noteref", "doc-backlink", "image")
"""Read by their name alone."""
_CONTAINERS = ("banner", "navigation", "main", "region", "contentinfo", "list", "table", "group", "search", "toolbar")
_ITEM = re.compile(r"listitem, level \d+, position (\d+), set size (\d+)")
_MASKED = re.compile(r"\d+(?= KB\b)|\b[0-9a-f]{64}\b")
_LONG = 120


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the reader says at one place, and the language in which it says it; `is_text`: words of the page alone."""

    words: str
    lang: str
    is_text: bool = False

    @property
    def is_end(self) -> bool:
        """Whether the reader leaves something here."""
        return self.words.startswith("end of ")

    @property
    def role(self) -> str:
        """What the reader calls the place, "" for text and for the end of something."""
        return "" if self.is_text or self.is_end else self.words.partition(", ")[0]

    @property
    def name(self) -> str:
        """What follows the role."""
        return self.words.partition(", ")[2] if self.role else self.words


class Listener:
    """A screen reader in a tab; it begins at the top of the page that the tab shows."""

    def __init__(self, tab: Any) -> None:
        self._page = tab.page
        self._page.route(f"**/{_ADDRESS}", lambda route: route.fulfill(path=_PACKAGE, content_type="text/javascript"))
        self._page.evaluate(_START, tab.server.url + _ADDRESS)

    def read(self, end: str = "end of document") -> list[Phrase]:
        """Read on until a phrase begins with `end`."""
        return [Phrase(**each) for each in self._page.evaluate("end => listener.until(end)", end)]

    def heard(self) -> list[str]:
        """Return what was said since it was last asked: where the focus went, and what was announced."""
        return [each["words"] for each in self._page.evaluate("() => listener.listen()")]

    def act(self) -> None:
        """Press what was last read."""
        self._page.evaluate("() => listener.virtual.act()")


def transcript(phrases: Sequence[Phrase], page_locale: str) -> list[str]:
    """Return what a listener hears, a line for each phrase, as tests/proof/transcripts/README.md describes it."""
    lines = []
    for (is_text, lang), group in groupby(_audible(phrases), key=lambda phrase: (phrase.is_text, phrase.lang)):
        said = [each.words for each in group]
        mark = "" if lang == page_locale else f"[{lang}] "
        lines += [mark + each for each in (_joined(said) if is_text else said)]
    return [_short(_MASKED.sub("…", line)) for line in _numbered(lines)]


def _joined(texts: list[str]) -> list[str]:
    """Join the pieces of a paragraph; "" is the end of one."""
    paragraphs = groupby(texts, key=lambda text: not text)
    return [re.sub(r" (?=[.,;:)’])", "", " ".join(pieces)) for is_end, pieces in paragraphs if not is_end]


def _audible(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    within = ""  # the end of what is read by its name alone
    for at, phrase in enumerate(phrases):
        if within:
            within = "" if phrase.words == within else within
        elif phrase.words in {"paragraph", "end of paragraph"}:
            yield Phrase("", phrase.lang, is_text=True)
        elif phrase.words in _SILENT or phrase.role == "caption":
            continue
        elif phrase.is_end:
            if phrase.words.split(", ")[0].removeprefix("end of ") in _CONTAINERS:
                yield Phrase(", ".join(phrase.words.split(", ")[:2]), phrase.lang)
        elif _ends(phrases, at):
            if phrase.role in _WHOLE:
                within = f"end of {phrase.words}"
            yield _without_content(phrase)
        else:
            yield phrase


def _ends(phrases: Sequence[Phrase], at: int) -> bool:
    """Tell whether something is in what begins here."""
    words = phrases[at].words
    ends = (each.words for each in phrases[at + 1 :] if each.words in {words, f"end of {words}"})
    return not phrases[at].is_text and next(ends, "").startswith("end of ")


def _without_content(phrase: Phrase) -> Phrase:
    if phrase.role not in _NAMED_BY_CONTENT:
        return phrase
    level = re.search(r", level \d$", phrase.words)
    return Phrase(phrase.role + (level[0] if level else ""), phrase.lang)


def _numbered(lines: list[str]) -> Iterator[str]:
    """Put the place in a list before what is read there."""
    place = ""
    for line in lines:
        if item := _ITEM.search(line):
            place = f"{item[1]}/{item[2]} "
        else:
            yield place + line
            place = ""


def _short(line: str) -> str:
    return line if len(line) <= _LONG else f"{line[: _LONG // 2].rstrip()} … {line[-_LONG // 4 :].lstrip()}"
