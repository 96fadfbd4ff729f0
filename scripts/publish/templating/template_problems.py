"""Errors of templates as problems."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateNotFound

from source.layout import Layout
from source.problems import Message, Problem, SourceError


@contextmanager
def template_problems(layout: Layout) -> Iterator[None]:
    """Raise SourceError in place of an error in a template; other errors are not changed."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:
        if problem := _problem(error, layout):
            raise SourceError([problem]) from None
        raise


def _problem(error: Exception, layout: Layout) -> Problem | None:
    """Return the problem at the innermost line of a template; None if no template was being rendered."""
    lines = [frame for frame in extract_tb(error.__traceback__) if layout.templates in Path(frame.filename).parents]
    if not lines:
        return None
    reason = f"{type(error).__name__}: {error.name if isinstance(error, TemplateNotFound) else error}"
    message = Message("The template cannot be filled in here ({reason}).", reason=reason)
    return Problem(layout.shown(Path(lines[-1].filename)), lines[-1].lineno or 1, 1, "template", "", message)
