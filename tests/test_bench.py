"""The peers of the bench are given every value of our pages: without one, their pages could not be ours.

Whether they make the same bytes is found out by `make bench`, which installs them.
"""

import json
import re
import subprocess
import sys

import pytest

from support.repository import ROOT

BENCH = ROOT / "tests" / "bench"
PEERS = BENCH / "peers"
LIST_NAMES = """
import json, pathlib, sys, registries, work
site, render = work.publication(registries.write_sample(50, pathlib.Path(sys.argv[1])))
print(json.dumps(sorted({name for _, shell in work._shells(site, render) for name in shell.names})))
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    """Return the names of the values, as the peers are told them: place, date_2021, withdrawn_url."""
    folder = tmp_path_factory.mktemp("bench")
    command = [sys.executable, "-c", LIST_NAMES, folder]
    return json.loads(subprocess.run(command, cwd=BENCH, check=True, capture_output=True, text=True).stdout)


def test_hugo_has_every_value(names):
    template = (PEERS / "hugo" / "layouts" / "page.page.html").read_text(encoding="utf-8")
    assert [name for name in names if f'"{_base(name)}" ' not in template] == []


def test_eleventy_has_every_value(names):
    template = (PEERS / "eleventy" / "page.11ty.js").read_text(encoding="utf-8")
    written = ("{0}:", "values.{0} =", "[`{1}_$")
    given = {name for name in names if any(form.format(name, _base(name)) in template for form in written)}
    assert sorted(set(names) - given) == []


@pytest.mark.parametrize("path", ["hugo/layouts/sitemap.xml", "eleventy/sitemap.11ty.js"])
def test_lines_of_the_site_map_begin_as_ours(fifty, path):
    """Entries are found in our site map by how their lines begin, and peers begin theirs in the same way."""
    ours = fifty.file("sitemap.xml").read_text(encoding="utf-8").splitlines()
    begun = {line[: line.index("<")] + re.match("</?[a-z:]+", line.lstrip())[0] for line in ours[2:-1]}
    lines = re.split(r"\n|\\n|`", (PEERS / path).read_text(encoding="utf-8"))
    assert [start for start in sorted(begun) if not any(line.startswith(start) for line in lines)] == []
    assert '" <url>\\n <loc>' in (BENCH / "work.py").read_text(encoding="utf-8").replace('f"', '"')


def test_a_machine_without_a_browser_is_told_so_before_anything_is_measured(tmp_path):
    nothing = {
        "PATH": str(tmp_path),
        "HOME": str(tmp_path),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
    }
    done = subprocess.run([sys.executable, BENCH], env=nothing, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The browser tests need Chromium: apt-get install")


def _base(name):
    """Return the name without its edition, or without what it is the date or address of."""
    first, _, last = name.partition("_")
    return last if first == "withdrawn" else first
