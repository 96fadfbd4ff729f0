"""The command line of the registry: arguments to calls, results to text and exit codes."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from declaration.editions import days_of_adoption, load_editions
from registry.definition.model import Definition
from registry.definition.read import load_definition
from registry.file.document import Document
from registry.file.merge_files import merge_files
from registry.file.schema import json_schema
from registry.file.standard_layout import layout_problems, render, render_entry
from registry.load import load, read_draft
from registry.reference import Reference, load_reference
from registry.requests.dns_proof import proves, record_name
from registry.requests.intake import added, read_request
from registry.sample import refuse_to_overwrite, sample
from source.command import command_line
from source.files import read_text, write_text
from source.languages import languages_to_tell
from source.layout import Layout
from source.problems import Message, SourceError, refuse
from source.problems.message import message_languages
from source.problems.report import FORMATS
from source.problems.system_errors import refusals_told

LAYOUT = Layout(Path(__file__).resolve().parent.parent)
DEFAULT = os.environ.get("DATA") or os.path.relpath(LAYOUT.registry)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 with the problems printed. Usage errors exit with 2."""
    options = _parser().parse_args(arguments)
    try:
        with refusals_told(LAYOUT, "."):
            return options.run(options) or 0
    except SourceError as error:
        print(FORMATS[options.format](error.problems, languages_to_tell(LAYOUT)))
        return 1


def _check(options: argparse.Namespace) -> None:
    load(options.file, str(options.file), _reference())
    if options.format == "json":
        print(FORMATS["json"](()))


def _format(options: argparse.Namespace) -> None:
    rendered = render(_document(options.file), _definition())
    if not options.check:
        write_text(options.file, rendered)
    elif problems := layout_problems(options.file.read_bytes(), rendered.encode(), str(options.file)):
        raise SourceError(problems)


def _merge(options: argparse.Namespace) -> None:
    refuse(merge_files(options.base, options.ours, options.theirs, _definition(), options.name))


def _intake(options: argparse.Namespace) -> None:
    registry = read_draft(options.registry, str(options.registry), _reference())
    entry = read_request(read_text(options.body, str(options.body)), str(options.body), registry).entry
    if options.write:
        write_text(options.registry, render(added(_document(options.registry), entry), _definition()))
    else:
        print(render_entry(entry, _definition()))


def _sample(options: argparse.Namespace) -> None:
    refuse_to_overwrite(options.file)
    write_text(options.file, render(sample(options.n, _reference()), _definition()))


def _schema(_: argparse.Namespace) -> None:
    print(json.dumps(json_schema(_reference()), ensure_ascii=False, indent=2))


def _proof(options: argparse.Namespace) -> int:
    name = record_name(options.label, options.website, _reference())
    proven = proves(read_text(options.answer, str(options.answer)), name, options.request)
    message = Message("proven") if proven else Message("no proof")
    print(f"{name}: {' · '.join(message.told_in(message_languages()).values())}")
    return 0 if proven else 1


def _document(path: Path) -> Document:
    return Document.from_yaml(read_text(path, str(path)), str(path))


def _reference() -> Reference:
    return load_reference(LAYOUT, days_of_adoption(load_editions(LAYOUT)), LAYOUT.registry)


def _definition() -> Definition:
    return load_definition(LAYOUT)[0]


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"not a number of entries: {text}")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="signatories.py", description=__doc__)
    parser.set_defaults(format="text")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int | None], purpose: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=purpose)
        added.set_defaults(run=run)
        return added

    command = add("check", _check, "print all problems of a registry and its logos")
    command.add_argument("file", metavar="FILE", type=Path, nargs="?", default=DEFAULT)
    command.add_argument(
        "--format", choices=FORMATS, default="text", help="for people, for programs, or as annotations on GitHub"
    )

    command = add("format", _format, "put a registry into its standard order and layout")
    command.add_argument("file", metavar="FILE", type=Path, nargs="?", default=DEFAULT)
    command.add_argument("--check", action="store_true", help="write nothing, exit with 1 if something would change")

    command = add("merge", _merge, "merge two registries by entry and field, into OURS; a git merge driver")
    for file in ("base", "ours", "theirs"):
        command.add_argument(file, metavar=file.upper(), type=Path)
    command.add_argument("name", metavar="NAME", nargs="?", default="", help="the name of the file in messages")

    command = add("intake", _intake, "convert the body of a request to an entry")
    command.add_argument("body", metavar="BODY", type=Path)
    command.add_argument("--write", action="store_true", help="add the entry to the registry")
    command.add_argument("--registry", metavar="FILE", type=Path, default=DEFAULT)

    command = add("sample", _sample, "write N fictional entries")
    command.add_argument("n", metavar="N", type=_count)
    command.add_argument("file", metavar="FILE", type=Path)

    add("schema", _schema, "print the JSON Schema of a registry")

    command = add("proof", _proof, "check whether a DNS answer verifies the applicant")
    command.add_argument("label", metavar="LABEL", help="of the record below the domain of the website")
    command.add_argument("website", metavar="WEBSITE")
    command.add_argument("request", metavar="REQUEST", help="the address of the request")
    command.add_argument("answer", metavar="ANSWER", type=Path, help="the output of `dig +noall +answer TXT`")
    return parser


if __name__ == "__main__":
    sys.exit(command_line(main))
