"""What is specific to GitHub besides the API: accounts, refs of pull requests, addresses of pages."""

BOT = "github-actions[bot]"
BOT_EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
"""The account of the workflows, in comments and commits."""
GIT_USER = "x-access-token"
"""The user name for a workflow's token."""
FORMS = ".github/ISSUE_TEMPLATE"
"""The folder of the forms in a repository."""
MOST = 65_536
"""Characters in a comment or a description."""


def pull_ref(number: int) -> str:
    """Return the full ref of the last commit of a pull request, which also works for forks."""
    return f"refs/pull/{number}/head"


def issue_page(url: str, number: int) -> str:
    """Return the address of an issue of the repository at `url`."""
    return f"{url}/issues/{number}"


def form_page(url: str, form: str, query: str) -> str:
    """Return the address of a form, filled in by a query, which may be ""."""
    return f"{url}/issues/new?template={form}" + (f"&{query}" if query else "")


def file_page(url: str, branch: str, path: str, line: int) -> str:
    """Return the address of a line of a file."""
    return f"{url}/blob/{branch}/{path}#L{line}"


def run_page(url: str, run: str) -> str:
    """Return the address of a workflow run, with its artifacts."""
    return f"{url}/actions/runs/{run}"
