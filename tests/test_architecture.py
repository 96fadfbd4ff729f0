"""Imports point one way, and the machinery knows no declaration in particular."""

import ast
import re
import sys

import pytest

from support.repository import ROOT, data

SCRIPTS = ROOT / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.py"))
PACKAGES = ("source", "declaration", "registry", "codehost", "publish")
MAY_IMPORT = {
    "source": {"source"},
    "declaration": {"declaration", "source"},
    "registry": {"registry", "source"},
    "codehost": {"codehost", "declaration", "registry", "source"},
    "publish": {"publish", "declaration", "registry", "source"},
    "text.py": {"publish", "declaration", "source"},
    "signatories.py": {"registry", "declaration", "source"},
    "github.py": {"codehost", "declaration", "registry", "source"},
    "hooks.py": {"publish", "source"},
}
"""doors → publish, codehost → declaration, registry → source."""
DOMAIN_LIBRARIES = {"yaml", "markdown", "PIL"}
"""What the domain and what it reads with may use beside the standard library: to read text, data and logos."""
NAMES = re.compile(
    r"istanbul|nilüfer|mülteci|refugee|unhcr|wald\b|belediyeler arası|koordinasyon|platform", re.IGNORECASE
)
EDITIONS = data("data/editions.yaml")["editions"]
FACTS = re.compile("|".join(rf"\b{each['key']}\b" for each in EDITIONS))
"""The years of the texts; the examples of the rules name one, since they are those of this registry's guide."""
COUNT = sum(len(each["text"]["ids"]) for each in EDITIONS if "text" in each)
"""Of the provisions."""
MARKUP = re.compile(r"(?<!\?P)</?[a-z][a-z0-9]*[ >/]")


def _name(path):
    return path.relative_to(ROOT).as_posix()


every_module = pytest.mark.parametrize("module", MODULES, ids=_name)


@every_module
def test_imports_point_one_way(module):
    room = module.relative_to(SCRIPTS).parts[0]
    ours = {name for name in _imports(module) if name in PACKAGES}
    assert ours <= MAY_IMPORT[room]


@every_module
def test_only_the_door_knows_the_site_builder(module):
    assert "mkdocs" not in _imports(module) or module.name == "hooks.py"


@pytest.mark.parametrize(
    "module",
    [each for each in MODULES if not {"publish", "codehost"} & set(each.parts) and each.name != "hooks.py"],
    ids=_name,
)
def test_domain_uses_few_libraries(module):
    foreign = {name for name in _imports(module) if name not in sys.stdlib_module_names and name not in PACKAGES}
    assert foreign <= DOMAIN_LIBRARIES


@pytest.mark.parametrize("module", [each for each in MODULES if each.name != "clock.py"], ids=_name)
def test_only_the_clock_asks_which_day_it_is(module):
    called = {ast.unparse(node.func) for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)}
    assert {name for name in called if re.search(r"\.(now|utcnow|today|localtime|gmtime)$", name)} == set()


def test_no_module_imports_itself_in_a_round():
    imports = {_dotted(module): _own_imports(module) for module in MODULES}
    assert _in_a_round(imports) == set()


def _in_a_round(imports):
    """Return what cannot be put in an order in which everything comes after what it imports."""
    done = set()
    while ready := {name for name, needed in imports.items() if name not in done and needed & imports.keys() <= done}:
        done |= ready
    return set(imports) - done


PUBLISH = ("pages", "data", "downloads", "views", "images", "site", "look", "i18n", "templating")
"""The rooms of `publish`: each imports only those after it, and none the modules above them all, such as `build`."""
MOST_FILES = 14
"""In one room, beside its `__init__`."""


@pytest.mark.parametrize("module", sorted((SCRIPTS / "publish").glob("*/*.py")), ids=_name)
def test_rooms_of_publish_import_in_their_order(module):
    room = module.parent.name
    imported = {name.split(".")[1] for name in _imported(module) if name.startswith("publish.")}
    allowed = PUBLISH[PUBLISH.index(room) :] if room in PUBLISH else ("checks", "preview", *PUBLISH)
    assert imported <= set(allowed)


def test_no_room_imports_itself_in_a_round():
    """A file at the top of a package counts as a room of its own."""
    modules = {_dotted(module) for module in MODULES}
    imports = {}
    for module in MODULES:
        own = _room(_dotted(module))
        found = {_room(name) for name in _imported(module) if name in modules}
        imports.setdefault(own, set()).update(found - {own})
    assert _in_a_round(imports) == set()


@pytest.mark.parametrize("folder", sorted({module.parent for module in MODULES}), ids=_name)
def test_rooms_are_small_enough_to_read_their_names(folder):
    assert len([each for each in folder.glob("*.py") if each.name != "__init__.py"]) <= MOST_FILES


def _room(module):
    """Return the folder of a module, or the module itself where it is at the top of a package."""
    return ".".join(module.split(".")[:2])


WRITERS = {
    "scripts/source/replace.py": "what people own",
    "scripts/publish/write.py": "the built site, which can be made anew",
    "scripts/source/command.py": "nothing, to the null device",
    "scripts/publish/downloads/docx.py": "files for pandoc, in a folder that is removed",
}
"""The modules that write files; all others hand over what is to be written."""


@pytest.mark.parametrize("module", [each for each in MODULES if _name(each) not in WRITERS], ids=_name)
def test_files_are_written_in_one_place(module):
    calls = [node for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)]
    assert [ast.unparse(call) for call in calls if _writes(call)] == []


@pytest.mark.parametrize("module", WRITERS)
def test_test_of_writing_sees_what_writes(module):
    assert any(_writes(node) for node in ast.walk(_tree(ROOT / module)) if isinstance(node, ast.Call))


def _writes(call):
    """Whether a call opens a file for writing, or puts content into one."""
    name = ast.unparse(call.func)
    if name == "os.open" or name.endswith((".write_bytes", ".write_text", "NamedTemporaryFile", "mkstemp")):
        return True
    given = [*call.args, *(word.value for word in call.keywords)]
    modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return name.rpartition(".")[2] == "open" and any(re.fullmatch("[rwxabt+]*[wxa+][bt+]*", mode) for mode in modes)


@every_module
def test_code_knows_no_declaration(module):
    assert [text for text in _code_texts(module) if NAMES.search(text)] == []


@pytest.mark.parametrize("module", [each for each in MODULES if "rules" not in each.parts], ids=_name)
def test_code_knows_no_year_and_no_count(module):
    assert [text for text in _code_texts(module) if FACTS.search(text)] == []
    numbers = {node.value for node in ast.walk(_tree(module)) if isinstance(node, ast.Constant)}
    assert numbers.isdisjoint({COUNT, *(int(each["key"]) for each in EDITIONS)})


@pytest.mark.parametrize("module", [each for each in MODULES if "publish" in each.parts], ids=_name)
def test_code_holds_no_markup(module):
    assert [text for text in _code_texts(module) if MARKUP.search(text)] == []


@pytest.mark.parametrize("path", sorted(each for each in (ROOT / "overrides").rglob("*.*")), ids=_name)
def test_template_knows_no_declaration(path):
    template = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not NAMES.search(template)
    assert not FACTS.search(template)


@pytest.mark.parametrize("path", sorted((ROOT / "docs/assets").glob("*/*")), ids=_name)
def test_asset_knows_no_declaration(path):
    without_comments = re.sub(
        r"/\*.*?\*/|^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    assert not NAMES.search(without_comments)


def test_another_declaration_is_published_by_the_same_machinery(miniature):
    pages = [*miniature.folder.rglob("*.html"), *miniature.folder.rglob("*.json"), *miniature.folder.rglob("*.xml")]
    assert pages
    assert [str(page) for page in pages if _knows_the_real_one(page.read_text(encoding="utf-8"))] == []


def _knows_the_real_one(page):
    words = _without_provinces(page)
    return NAMES.search(words) or FACTS.search(words)


def _without_provinces(page):
    """Return a page without the list of provinces to choose from: they are those of the country, whoever declares."""
    return re.sub(r'<option value="\d{1,2}"[^>]*>[^<]*</option>', "", page)


def _tree(module):
    return ast.parse(module.read_text(encoding="utf-8"))


def _imports(module):
    """Return the top-level names of the packages that a module imports."""
    return {name.partition(".")[0] for name in _imported(module)}


def _own_imports(module):
    return {name for name in _imported(module) if name != _dotted(module)}


def _imported(module):
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the package"
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def _dotted(module):
    return ".".join(module.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__")


def _code_texts(module):
    """Yield every string and name of a module that is no docstring."""
    tree = _tree(module)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.value)
        for each in ast.walk(tree)
        if isinstance(each, documented)
        for node in each.body
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id
