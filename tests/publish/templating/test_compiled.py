"""Templates are compiled with little indentation, which no reader sees, and values keep theirs."""

from jinja2 import DictLoader, Environment

from publish.templating.compiled import CollapsedIndentation

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
