"""The usual way: a Markdown file for every page, written outside the clock, and the theme Material or its successor.

The pages say the same, but are not ours byte for byte: the look is the theme's, and hreflang is missing.
"""

import shutil
from pathlib import Path

import tools
from jinja2 import Environment, FileSystemLoader
from measure import Task
from work import Work

PLAIN, ZENSICAL = "plain MkDocs", "Zensical"


def plain(work: Work, folder: Path, output: Path) -> Task:
    """Return the build of the Markdown files by MkDocs and Material, as we ourselves have them installed."""
    _write(work, folder)
    command = [tools.python(), "-m", "mkdocs", "build", "--quiet", "--site-dir", output]
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    return Task(name=PLAIN, command=command, folder=folder, environment=quiet, before=_clear(output))


def zensical(work: Work, folder: Path, output: Path) -> Task:
    """Return the build of the Markdown files by Zensical, which reads the configuration of MkDocs."""
    _write(work, folder)
    configuration = folder / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text(encoding='utf-8')}site_dir: {output}\n", encoding="utf-8")
    command = [tools.python_tools() / "bin" / "zensical", "build", "--clean"]
    return Task(name=ZENSICAL, command=command, folder=folder, before=_clear(output))


def _write(work: Work, folder: Path) -> None:
    project = tools.PEERS / "pipeline"
    template = Environment(loader=FileSystemLoader(project), trim_blocks=True, autoescape=False).get_template("page.md")  # noqa: S701 - Markdown
    (folder / "docs").mkdir(parents=True)
    shutil.copy(project / "mkdocs.yml", folder)
    shutil.copy(project / "index.md", folder / "docs")
    for path, facts in work.facts():
        page = folder / "docs" / f"{path.rstrip('/')}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        signed = [name.removeprefix("date_") for name in facts if name.startswith("date_")]
        page.write_text(template.render(v=facts, signed=signed), encoding="utf-8")


def _clear(output: Path):
    return lambda: shutil.rmtree(output, ignore_errors=True)
