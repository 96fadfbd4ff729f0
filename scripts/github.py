"""The command line of the workflows: events of the code host to calls, failures to exit codes."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from codehost.client.api import Api
from codehost.client.failures import HostError, Patience
from codehost.client.host import run_page
from codehost.desk import Desk
from codehost.evidence_links.link_report import report
from codehost.evidence_links.visit import Network, visit
from codehost.git.git import Git
from codehost.requests.answer_request import answer
from codehost.requests.listing import list_requests, numbers
from codehost.requests.proposal import propose_branch
from codehost.resolve import resolve
from codehost.setup import generated
from codehost.setup.doctor import examine
from codehost.setup.launch import load_steps
from codehost.texts import render
from declaration.editions import days_of_adoption, load_editions
from registry.reference import Reference, load_reference
from source.command import command_line
from source.files import read_text
from source.languages import languages_to_tell
from source.layout import Layout
from source.problems import Message, Problem, SourceError, as_text
from source.problems.system_errors import refusals_told

LAYOUT = Layout(Path(__file__).resolve().parent.parent)
_EXPORT = (
    "export GITHUB_SERVER_URL=https://github.com GITHUB_API_URL=https://api.github.com"
    ' GITHUB_REPOSITORY=OWNER/NAME GITHUB_TOKEN="$(gh auth token)" GITHUB_RUN_ID=0'
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 if something failed, which is printed."""
    options = _parser().parse_args(arguments)
    try:
        with refusals_told(LAYOUT, "."):
            failures = options.run(options)
    except SourceError as error:
        failures = [as_text(error.problems, languages_to_tell(LAYOUT))]
    except HostError as error:
        failures = [str(error)]
    for failure in failures:  # no line may begin with "::", a command to the runner
        print("-", " ".join(failure.split()), file=sys.stderr)
    return 1 if failures else 0


def _intake(options: argparse.Namespace) -> Sequence[str]:
    number, named = (options.number, True) if options.number else _requested()
    return answer(_desk(), number, options.proof, named=named, say=print)


def _requested() -> tuple[int, bool]:
    """Return the number of the request in the event of this run, and whether a maintainer named it."""
    (path,) = _variables("GITHUB_EVENT_PATH")
    try:
        event = json.loads(read_text(Path(path), path))
        if "issue" in event:  # nothing else of it is read: it may be outdated if the run is repeated
            return int(event["issue"]["number"]), False
        return int(str(event["inputs"]["number"]).strip().removeprefix("#")), True
    except (KeyError, TypeError, ValueError) as error:
        raise HostError(f"The event does not name a request: {error!r}. Name one with --number.") from None


def _resolve(options: argparse.Namespace) -> Sequence[str]:
    desk = _desk()
    (number,) = _variables("GITHUB_RUN_ID")
    return resolve(desk, options.out, run_page(desk.api.url, number), options.proof, options.pull)


def _list(options: argparse.Namespace) -> Sequence[str]:
    return list_requests(_desk(), [number for some in options.numbers for number in some])


def _propose(options: argparse.Namespace) -> Sequence[str]:
    return propose_branch(_desk(), options.branch)


def _doctor(_: argparse.Namespace) -> Sequence[str]:
    findings = list(examine(_desk().api, load_steps(LAYOUT)))
    missing = sum(finding.missing for finding in findings)
    report = render(LAYOUT, "doctor.md", findings=findings, missing=missing)
    print(report)
    return report.splitlines()[:1] if missing else ()


def _links(_: argparse.Namespace) -> Sequence[str]:
    desk = _desk()
    network = Network(agent=f"evidence-links (+{desk.api.url})")
    report(desk, lambda url: visit(url, network))
    return ()


def _check(_: argparse.Namespace) -> Sequence[str]:
    spoken = languages_to_tell(LAYOUT)
    return [problem.as_text(spoken) for problem in generated.check(LAYOUT, _reference())]


def _generate(_: argparse.Namespace) -> Sequence[str]:
    generated.generate(LAYOUT, _reference())
    return ()


def _desk() -> Desk:
    """Return the context from the variables of the workflow, which a person may set, too."""
    patience = Patience()
    variables = _variables("GITHUB_SERVER_URL", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    return Desk(LAYOUT, _reference(), Git(LAYOUT.root, patience), Api(*variables, patience))


def _variables(*names: str) -> list[str]:
    """Return the values of variables; SourceError lists missing ones, and how to set them outside a workflow."""
    if missing := [name for name in names if not os.environ.get(name)]:
        message = Message(
            "The workflows of the code host set these variables; on your own machine set them as in the example."
        )
        raise SourceError([Problem(", ".join(missing), 1, 1, "no-workflow", "", message, example=_EXPORT)])
    return [os.environ[name] for name in names]


def _reference() -> Reference:
    return load_reference(LAYOUT, days_of_adoption(load_editions(LAYOUT)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="github.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], Sequence[str]], purpose: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=purpose)
        added.set_defaults(run=run)
        return added

    command = add("intake", _intake, "answer the request of the event in $GITHUB_EVENT_PATH in its present state")
    command.add_argument(
        "--proof", metavar="LABEL", required=True, help="of the DNS record that verifies the applicant"
    )
    command.add_argument("--number", metavar="N", type=int, help="of the request, instead of the one of the event")

    command = add("resolve", _resolve, "merge the main branch into the request that is next in line")
    command.add_argument("--out", metavar="DIR", type=Path, required=True, help="for files too long for a comment")
    command.add_argument(
        "--proof", metavar="LABEL", default="", help="of the DNS record, for requests that are answered again"
    )
    command.add_argument("--pull", metavar="NUMBER", type=int, default=0, help="a pull request to resolve first")

    command = add("list", _list, "list the verified entries of several requests with one pull request")
    command.add_argument("numbers", metavar="NUMBERS", nargs="+", type=numbers, help='of the requests: "12, 13 14"')

    command = add("propose", _propose, "open the pull request of a maintainer's branch")
    command.add_argument("branch", metavar="BRANCH")

    add("doctor", _doctor, "list the missing settings of the repository; read-only")
    add("links", _links, "report which pages given as evidence do not answer")
    add("check", _check, "list the generated files that are out of date")
    add("generate", _generate, "generate the request form and the tables of the guide")
    return parser


if __name__ == "__main__":
    sys.exit(command_line(main))
