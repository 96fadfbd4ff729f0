"""An entry may have any id that the rules let it have: no id stands twice on a page, and no reference is led astray."""

import re

import pytest

from publish.site.directory import LARGEST_LIST
from registry.fields import ID
from registry.file.document import Document, Entry
from registry.sample import sample
from registry.words.folding import slug
from support.built import BuiltSite, elements
from support.registry import REFERENCE, render
from support.repository import ROOT, build

SIZES = (200, LARGEST_LIST + 1)
"""Entries in every province: on one page, and on a page for each province."""
REFERRING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "data-copy", "popovertarget")
"""Attributes that hold ids."""
IDS = re.compile(' id="([^"]*)"')


@pytest.fixture(scope="module", params=SIZES)
def regular(request, sampled):
    return sampled(request.param)


@pytest.fixture(scope="module")
def hostile(regular, tmp_path_factory):
    """The same site, but its first entries have for an id what comes nearest to each id that templates use."""
    folder = tmp_path_factory.mktemp("ids")
    registry = folder / "signatories.yaml"
    count = sum(len(_listed(regular, path)) for path in _lists(regular)) // 2
    entries = [dict(entry.fields) for entry in sample(count, REFERENCE).entries]
    taken = sorted(
        {slug(each) for path in _lists(regular) for each in _own(regular, path)} - {*REFERENCE.definition.reserved}
    )
    assert {"page-main", "list-title", "search-query"} <= {*taken}
    assert len(taken) < len(entries)
    for entry, other in zip(entries, taken, strict=False):
        entry["id"] = other
    registry.write_text(render(Document.of((), map(Entry, entries))), encoding="utf-8")
    done = build(ROOT, folder / "site", DATA=str(registry))
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(folder / "site")


def test_templates_use_no_id_that_an_entry_can_have(regular):
    own = {each for path in _lists(regular) for each in _own(regular, path)}
    assert len(own) > len(REFERRING)
    assert {each for each in own if re.fullmatch(ID, each)} <= {*REFERENCE.definition.reserved}


def test_no_id_stands_twice(regular, hostile):
    for site in (regular, hostile):
        for path in site.html_files:
            ids = IDS.findall(site.file(path).read_text(encoding="utf-8"))
            assert len(ids) == len({*ids}), path


def test_references_lead_where_they_led(regular, hostile):
    paths = _lists(regular)
    assert paths == _lists(hostile)
    for path in paths:
        before, after = ([*_references(site.page(path))] for site in (regular, hostile))
        assert before == after


def test_every_entry_is_where_its_fragment_leads(hostile):
    shown = [each for path in _lists(hostile) for each in _listed(hostile, path)]
    assert len(shown) == 2 * len({each.get("data-signatory") for each in shown}) > 0  # in two languages
    assert [each for each in shown if each.get("id") != each.get("data-signatory")] == []


def _lists(site):
    """Return the pages that list entries, or would if there were any."""
    pages = [
        path for path in site.html_files if re.fullmatch("(en/signatories|imzacilar)/((il|province)/[0-9]+/)?", path)
    ]
    assert pages
    return pages


def _listed(site, path):
    return [each for each in elements(site.page(path).root) if "data-signatory" in each.attrib]


def _own(site, path):
    """Return the ids of a page that are not those of entries."""
    return {*site.page(path).ids} - {each.get("id") for each in _listed(site, path)}


def _references(page):
    """Yield every reference to an id of the page, with the element that it leads to."""
    targets = {each.get("id"): _face(each) for each in elements(page.root) if "id" in each.attrib}
    for each in elements(page.root):
        for name in REFERRING:
            yield from ((_face(each), name, targets[found]) for found in each.get(name, "").split())
        link = each.get("href") or each.get("{http://www.w3.org/1999/xlink}href") or ""
        if link.startswith("#"):
            yield _face(each), "href", targets[link[1:]]


def _face(element):
    """Return what an element looks like, its id and address aside."""
    said = " ".join("".join(element.itertext()).split())
    kept = {name: value for name, value in element.attrib.items() if name not in {"id", "href", "data-signatory"}}
    return element.tag, kept, said
