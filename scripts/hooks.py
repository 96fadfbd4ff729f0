"""The MkDocs hooks: events to calls of `publish`, without logic of their own."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from time import time_ns
from typing import TYPE_CHECKING

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from publish.build import Publication
from publish.checks.language_check import language_notices
from publish.checks.lost_addresses import lost_addresses
from publish.checks.prose_check import accepted
from publish.load import load_site
from publish.preview.responses import preview_address
from publish.site.prose_page import read_head
from publish.site.settings import Settings
from publish.site.target import claim
from publish.templating.environment import CollapsedIndentation, CompiledTemplates, template_problems
from publish.write import readable_for_all, write_files
from source.languages import languages_to_tell, told
from source.layout import Layout
from source.problems import Message, Problem, SourceError, as_text
from source.problems.system_errors import reason, refusals_told
from source.workers import SideBySide

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_AFTER_I18N = -200
_BEGAN = time_ns()
"""The time at which the first build began to read."""


@dataclass(slots=True)
class Build:
    """The state shared by the events of one run, in which the language plugin builds once for each language.

    `writing` writes the files that need no page of MkDocs.
    """

    config: MkDocsConfig
    publication: Publication
    templates: Environment
    writing: SideBySide = field(default_factory=lambda: SideBySide([]))


_present: ContextVar[Build] = ContextVar("_present")
"""The present build: MkDocs has no place for the state of hooks."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read all input once for a run."""
    if not config.plugins["i18n"].building:
        readable_for_all()
        if config.strict:  # fail on warnings even if quiet: MkDocs would neither print nor count them
            logging.getLogger(type(config).__module__.partition(".")[0]).setLevel(logging.WARNING)
        environment = _environment(config)
        with _problems_reported(_layout(config)):
            site = load_site(_layout(config), _settings(config, environment))
        config.site_url = site.settings.site_url
        config.theme.dirs = [str(config.theme.custom_dir)]  # listing the thousands of files of the theme is slow
        config.site_dir = str(Path(environment.get("SITE") or config.site_dir).absolute())
        _present.set(Build(config, Publication(site, _render), _prepared(config.theme.get_env(), site.layout)))
        config.theme.static_templates.discard("sitemap.xml")  # ours is not a page of the theme
    else:
        config.theme.static_templates.clear()  # they are the same for every language, and built with the first
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Check the output folder before MkDocs empties it."""
    if not config.plugins["i18n"].building:
        site = _publication().site
        with _problems_reported(site.layout):
            claim(site.layout, site.settings, Path(config.site_dir))


@event_priority(_AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Start to write all that needs no page of MkDocs; set the address of every page; drop the theme's own assets."""
    if not config.plugins["i18n"].building:
        groups = _publication().groups()
        _present.get().writing = SideBySide([partial(write_files, Path(config.site_dir), group) for group in groups])
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)
            continue
        path = _publication().site.routes.path(PurePosixPath(file.src_uri).stem, file.locale)
        file.url = path or "./"
        file.dest_uri = f"{path}index.html"
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    return files


def on_env(env: Environment, /, **_: object) -> Environment:
    """Prepare the templates as MkDocs fills them in."""
    return _prepared(env, _publication().site.layout)


def on_page_context(_context: object, /, page: Page, **_: object) -> dict[str, object]:
    """Return the context of a page's template: that of `publish` and nothing else."""
    key = PurePosixPath(page.file.src_uri).stem
    layout = _publication().site.layout
    with _problems_reported(layout):
        path = Path(page.file.abs_src_path)
        shown = layout.shown(path)
        head, content = read_head(path, shown), accepted(path, shown, page.content or "")
        return _publication().page_context(key, page.file.locale, head.texts(), content)


def on_template_context(*_: object, **_named: object) -> dict[str, object]:
    """Return the context of templates that do not belong to a page."""
    return _publication().template_context()


@event_priority(_AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that need the pages of every language, and wait for the others."""
    if config.plugins["i18n"].building:
        return
    write_files(Path(config.site_dir), _publication().files_of_pages())
    _present.get().writing.finish()
    if problems := lost_addresses(_publication().site, Path(config.site_dir)):
        raise _ended(problems, _layout(config))


def on_serve(server: "LiveReloadServer", /, config: MkDocsConfig, **_: object) -> object:
    """Return our own server: that of MkDocs adds a script to the page, which the page's policy forbids."""
    from publish.preview.builds import FAILED, Builds, Watch, inputs  # noqa: PLC0415 - a build needs neither of the two
    from publish.preview.server import Preview  # noqa: PLC0415

    server.server_close()
    site, address = _publication().site, (config.dev_addr.host, config.dev_addr.port)
    program = type(server).__module__.partition(".")[0]  # or the successor of MkDocs
    strict = ["--strict"] if config.strict else []
    command = [sys.executable, "-m", program, "build", "--quiet", *strict, "--config-file", config.config_file_path]
    addresses = {"SITE_URL": site.settings.site_url, "SHOWN_URL": site.settings.shown_url}
    builds = Builds([*command, "--site-dir"], addresses, told(site.layout, FAILED))
    try:
        return Preview(site, address, Path(config.site_dir), builds, Watch(inputs(site), _BEGAN))
    except OSError as error:
        builds.end()
        message = Message(
            "The site cannot be served at this address ({reason}); name another one.", reason=reason(error)
        )
        place, example = ":".join(map(str, address)), "make serve ADDRESS=127.0.0.1:8001"
        raise _ended([Problem(place, 1, 1, "serve-address", "", message, example=example)], site.layout) from None


def on_build_error(error: Exception) -> None:
    """Report problems of the input and system errors that occur while pages are rendered."""
    if not (build := _present.get(None)):
        return
    build.writing.end()
    if isinstance(error, MkDocsException):
        return
    layout = build.publication.site.layout
    with _problems_reported(layout), refusals_told(layout, build.config.site_dir), template_problems(layout):
        raise error


def _publication() -> Publication:
    return _present.get().publication


@contextmanager
def _problems_reported(layout: Layout) -> Iterator[None]:
    """End the build with the problems raised inside."""
    try:
        yield
    except SourceError as error:
        raise _ended(error.problems, layout) from None


def _ended(problems: Sequence[Problem], layout: Layout) -> PluginError:
    return PluginError("\n" + as_text(problems, languages_to_tell(layout)))


def _layout(config: MkDocsConfig) -> Layout:
    return Layout(Path(config.config_file_path).absolute().parent)


def _environment(config: MkDocsConfig) -> dict[str, str]:
    """Return the environment, without SITE if the command line sets the folder; a preview has its own host."""
    context = click.get_current_context(silent=True)
    if context and context.info_name == "serve":
        published = os.environ.get("SITE_URL", "")
        address = preview_address(published, config.site_url or "")
        shown = published or next((each["site_url"] for each in config.user_configs if each.get("site_url")), "")
        return {**os.environ, "SITE": "", "SITE_URL": address, "SHOWN_URL": shown}
    return {**os.environ, **({"SITE": ""} if context and context.params.get("site_dir") else {})}


def _settings(config: MkDocsConfig, environment: Mapping[str, str]) -> Settings:
    """Return the settings, and print notices: the origin of the date, what a language lacks."""
    languages = sorted(config.plugins["i18n"].config.languages, key=lambda each: not each.default)
    given = (config.site_url, config.repo_url, config.extra, tuple(each.locale for each in languages))
    settings = Settings.from_config(_layout(config), *given, environment=environment)
    notices = [*filter(None, (settings.dated.notice, *language_notices(_layout(config), settings.locales)))]
    if notices:
        print(as_text(notices, languages_to_tell(_layout(config))), file=sys.stderr)
    os.environ["SOURCE_DATE_EPOCH"] = str(settings.dated.seconds)  # MkDocs reads it, too, and fails if it is empty
    return settings


def _render(name: str, values: Mapping[str, object]) -> str:
    with template_problems(_publication().site.layout):
        return _present.get().templates.get_template(name).render(values)


def _prepared(env: Environment, layout: Layout) -> Environment:
    """Return the environment with escaping, with little indentation and a cache of compiled templates."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(CollapsedIndentation)
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}  # letters are shorter than escapes
    env.bytecode_cache = CompiledTemplates(layout.cache)
    return env
