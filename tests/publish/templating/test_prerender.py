import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from publish.templating.prerender import Shell, mark

NAMES = ("name", "date_2021", "url")
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
