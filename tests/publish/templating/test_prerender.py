from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from publish.templating.prerender import Shell, View, mark, marked, texts

NAMES = ("name", "signatures.0.date", "url")
TEXT = st.text(st.characters(blacklist_categories=["Cs", "Co"], blacklist_characters="\0"))
"""What YAML lets stand in a file; characters of the private use area are refused by the rules."""
TEMPLATE = "{% for part in parts %}{% if part in names %}{{ v[part] }}{% else %}{{ part }}{% endif %}{% endfor %}"
template = Environment(autoescape=True).from_string(TEMPLATE)


@given(
    parts=st.lists(st.sampled_from(NAMES) | TEXT.filter(lambda text: text not in NAMES)),
    values=st.fixed_dictionaries(dict.fromkeys(NAMES, TEXT)),
)
def test_filled_shell_is_what_the_template_gives(parts, values):
    def rendered(v):
        return template.render(parts=parts, names=NAMES, v=v)

    assert Shell.cut(rendered({name: mark(name) for name in NAMES})).fill(values) == rendered(values).encode()


def test_value_that_looks_like_a_mark_is_not_filled_in():
    shell = Shell.cut(f"{mark('name')} {mark('url')}")
    assert (
        shell.fill({"name": mark("url"), "url": "https://ornek.example/"})
        == f"{mark('url')} https://ornek.example/".encode()
    )


def test_markup_stays_markup():
    assert Shell.cut(mark("name")).fill({"name": Markup("<b>&amp;</b>")}) == b"<b>&amp;</b>"


def test_value_that_would_end_another_is_refused():
    with pytest.raises(ValueError, match="longer"):
        Shell.cut(mark("name")).fill({"name": "Örnek\0"})


def test_value_that_lacks_is_named():
    with pytest.raises(KeyError, match="url"):
        Shell.cut(mark("url")).fill({"name": "Örnek"})


@dataclass(frozen=True)
class Leaf(View):
    text: str
    number: int = 1


@dataclass(frozen=True)
class Branch(View):
    name: str
    only: Leaf | None
    many: tuple[Leaf, ...] = ()


@given(
    view=st.builds(
        Branch,
        name=TEXT,
        only=st.none() | st.builds(Leaf, TEXT),
        many=st.lists(st.builds(Leaf, TEXT), max_size=3).map(tuple),
    )
)
def test_template_of_a_view_is_filled_with_its_texts(view):
    """What is empty stays so, in the template as well: it may ask whether there is a text."""

    def rendered(of):
        leaves = [each for each in (of.only, *of.many) if each]
        return "/".join((of.name, *(f"{each.text}{each.number}" if each.text else "-" for each in leaves)))

    values = texts(view)
    assert "" not in values.values()
    assert Shell.cut(rendered(marked(view))).fill(dict.fromkeys(values, "x")).decode().count("x") == len(values)
    plain = Environment(autoescape=True).from_string("{{ text }}")
    assert Shell.cut(rendered(marked(view))).fill(values).decode() == plain.render(text=rendered(view))
