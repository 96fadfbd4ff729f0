"""The usual way: a Markdown file for every page, written outside the clock, and the theme Material or its successor.

The pages say the same, but are not ours byte for byte: the look is the theme's, and only the plugin adds hreflang.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import tools
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from measure import Task
from work import Work

PLAIN, LANGUAGES, ZENSICAL = "plain MkDocs", "plain MkDocs, i18n", "Zensical"


def plain(work: Work, folder: Path, output: Path) -> Task:
    """Return the build of the Markdown files by MkDocs and Material, as we ourselves have them installed."""
    _write(work, folder)
    return _mkdocs(PLAIN, "mkdocs.yml", folder, output)


def languages(work: Work, folder: Path, output: Path) -> Task:
    """Return the same with the plugin for languages, which wants a folder for each."""
    _write(work, folder, "{locale}/signatories/{id}.md", ["tr/index.md", "en/index.md"])
    return _mkdocs(LANGUAGES, "i18n.yml", folder, output)


def _mkdocs(name: str, configuration: str, folder: Path, output: Path) -> Task:
    command = [tools.python(), "-m", "mkdocs", "build", "--quiet", "--config-file", configuration]
    return Task(
        name=name,
        command=[*command, "--site-dir", output],
        folder=folder,
        environment={"NO_MKDOCS_2_WARNING": "1"},
        before=_clear(output),
    )


def zensical(work: Work, folder: Path, _output: Path) -> Task:
    """Return the build of the Markdown files by Zensical, which reads the configuration of MkDocs, into `folder`."""
    _write(work, folder)
    command = [tools.python_tools() / "bin" / "zensical", "build", "--clean"]
    return Task(name=ZENSICAL, command=command, folder=folder, before=_clear(folder / "site"))


def _write(
    work: Work,
    folder: Path,
    path: str = "{folder}{id}.md",
    homes: Sequence[str] = ("index.md",),
) -> None:
    project, docs = tools.PEERS / "pipeline", folder / "docs"
    environment = Environment(
        loader=FileSystemLoader(project),
        trim_blocks=True,
        autoescape=False,  # noqa: S701 - Markdown
        undefined=StrictUndefined,
    )
    template = environment.get_template("page.md")
    for configuration in project.glob("*.yml"):
        _put(folder / configuration.name, configuration.read_text(encoding="utf-8"))
    for home in homes:
        _put(docs / home, (project / "index.md").read_text(encoding="utf-8"))
    for locale, facts in work.facts():
        place = path.format(locale=locale, folder=work.words["locales"][locale]["folder"], id=facts["id"])
        signed = [name.removeprefix("date_") for name in facts if name.startswith("date_")]
        _put(docs / place, template.render(v=facts, signed=signed))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _clear(output: Path):
    return lambda: shutil.rmtree(output, ignore_errors=True)
