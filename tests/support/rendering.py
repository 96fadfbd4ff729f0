"""The page templates, rendered without a build."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.theme import Theme

from publish.templating.prerender import Render


def renderer(root: Path) -> Render:
    """Return a function that renders the page templates of the repository at `root`, as the site builder does."""
    environment = Theme(name="material", custom_dir=str(root / "overrides"), static_templates=[]).get_env()
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True

    def render(name: str, values: Mapping[str, object]) -> str:
        return environment.get_template(name).render(values)

    return render
