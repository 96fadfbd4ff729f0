"""What is GitHub's own beside the API: how git logs in, where pull requests are kept, the addresses of pages."""

GIT_USER = "x-access-token"
"""The name that goes with a workflow's token."""
FORMS = ".github/ISSUE_TEMPLATE"
"""Where a repository keeps its forms."""
MOST = 65_536
"""Characters in a comment or a description."""


def pull_ref(number: int) -> str:
    """Return the full name by which the last commit of a pull request can be fetched, from a fork too."""
    return f"refs/pull/{number}/head"


def issue_page(url: str, number: int) -> str:
    """Return the address of an issue of the repository at `url`."""
    return f"{url}/issues/{number}"


def form_page(url: str, form: str, query: str) -> str:
    """Return the address of a form, filled in by a query ("": empty)."""
    return f"{url}/issues/new?template={form}" + (f"&{query}" if query else "")


def file_page(url: str, branch: str, path: str, line: int) -> str:
    """Return the address of a line of a file."""
    return f"{url}/blob/{branch}/{path}#L{line}"


def run_page(url: str, run: str) -> str:
    """Return the address of a run of a workflow, with the files it offers."""
    return f"{url}/actions/runs/{run}"
