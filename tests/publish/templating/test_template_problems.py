import pytest

from publish.templating.formats import render_format
from publish.templating.template_problems import template_problems
from source.layout import Layout
from source.problems.problem import SourceError


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
