"""Every text of a page, with the language in which it is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from support.repository import label_texts

SAID = ("aria-label", "title", "alt", "placeholder", "content", "data-none", "data-one", "data-many", "data-failed")
_SILENT = ("script", "style", "svg")


@dataclass(frozen=True, slots=True)
class Said:
    """A text node, or the value of an attribute that people read; white space as one space."""

    text: str
    lang: str


def said(root: Element, lang: str = "") -> Iterator[Said]:
    """Yield the texts of an element and all in it, but not what follows it."""
    if not isinstance(root.tag, str) or root.tag in _SILENT:
        return
    lang = root.get("lang", lang)
    parts = [(root.get(name), lang) for name in SAID if name in root.attrib and root.get("name") != "viewport"]
    parts.append((root.text, lang))
    yield from (Said(" ".join(part.split()), language) for part, language in parts if part and part.strip())
    for child in root:
        yield from said(child, lang)
        if child.tail and child.tail.strip():
            yield Said(" ".join(child.tail.split()), lang)


class LabelBook:
    """The labels as patterns; one that is the same in all languages is of each of them."""

    def __init__(self) -> None:
        labels = {name: texts for name, texts in label_texts().items() if name != "own.words"}
        self._patterns = {
            name: {each: _pattern(text) for each, text in texts.items()} for name, texts in labels.items()
        }

    def belongs_to(self, text: str, locale: str) -> str:
        """Return the name of the label that `text` is in another language than `locale`, or ""."""
        if any(self._is(text, name, locale) for name in self._patterns):
            return ""
        others = ((name, other) for name, texts in self._patterns.items() for other in texts if other != locale)
        return next((name for name, other in others if self._is(text, name, other)), "")

    def _is(self, text: str, name: str, locale: str) -> bool:
        return bool(self._patterns[name][locale].fullmatch(text))


def _pattern(label: str | dict[str, str]) -> re.Pattern[str]:
    """Return the pattern of a label, or of all its plural forms."""
    forms = [label] if isinstance(label, str) else [*label.values()]
    return re.compile("|".join(map(_of_form, forms)))


def _of_form(form: str) -> str:
    parts = re.split(r"\{\w+\}", form)
    return ".+".join(map(re.escape, parts)) if any(map(str.strip, parts)) else r"(?!)"
