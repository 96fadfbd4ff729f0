"""Templates have little indentation, which no reader sees, values keep theirs, and errors name the line."""

import pytest
from jinja2 import DictLoader, Environment

from publish.templating.environment import CollapsedIndentation, template_problems
from publish.templating.formats import render_format
from source.layout import Layout
from source.problems.problem import SourceError

TEMPLATE = """<ul>
    {% if more %}
    <li>{{ words }}</li>
    {% endif %}
    {% if more %}<li>one</li>{% endif %}

\t<li>two</li>
</ul>"""


def test_indentation_is_one_space_and_words_stay_apart():
    env = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, loader=DictLoader({"page": TEMPLATE}))
    plain = env.get_template("page").render(more=True, words="a\n    b")
    env = env.overlay(extensions=[CollapsedIndentation], cache_size=0)
    collapsed = env.get_template("page").render(more=True, words="a\n    b")
    assert collapsed == "<ul>\n <li>a\n    b</li>\n<li>one</li>\n <li>two</li>\n</ul>"
    assert collapsed.split() == plain.split()


@pytest.fixture
def layout(tmp_path):
    layout = Layout(tmp_path)
    (layout.templates / "formats").mkdir(parents=True)
    return layout


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{ nobody }}", "UndefinedError: 'nobody' is undefined"),
        ("{{ page.nobody }}", "UndefinedError: 'str object' has no attribute 'nobody'"),
        ("{{ page + 1 }}", 'TypeError: can only concatenate str (not "int") to str'),
        ("{% include 'nobody.txt' %}", "TemplateNotFound: nobody.txt"),
    ],
)
def test_what_goes_wrong_in_a_template_is_told_with_its_line(layout, line, reason):
    (layout.templates / "formats/ornek.txt").write_text(f"Örnek\n{line}\n", encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        render_format(layout, "ornek.txt", page="Örnek")
    (problem,) = raised.value.problems
    assert problem.as_text().splitlines()[0] == "overrides/formats/ornek.txt:2:1: template"
    assert reason in problem.told("tr")
    assert reason in problem.told("en")


def test_what_goes_wrong_elsewhere_passes(layout):
    with pytest.raises(KeyError), template_problems(layout):
        raise KeyError("nobody")
