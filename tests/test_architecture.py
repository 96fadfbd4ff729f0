"""Imports point one way, and the machinery knows no declaration in particular."""

import ast
import re
import sys
from functools import cache

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
DOMAIN_LIBRARIES = {"anyascii", "babel", "yaml", "markdown", "PIL"}
"""What the domain and what it reads with may use beside the standard library: to read text, data, logos and
catalogues of messages, and to write ids."""
NAMES = re.compile(
    r"istanbul|nilüfer|mülteci|refugee|unhcr|wald\b|belediyeler arası|koordinasyon|platform", re.IGNORECASE
)
EDITIONS = data("data/editions.yaml")["editions"]
FACTS = re.compile("|".join(rf"\b{each['key']}\b" for each in EDITIONS))
"""The years of the texts; the examples of the rules name one, since they are those of this registry's guide."""
COUNTRY = re.compile(
    r"belediye|b[eü]y[uü]k[şs]ehir|municipal|metropolitan|province|\bplate\b|\bplaka|\bil[çc]e|\bbelde|t[üu]rkiye|turkey"
    r"|\biso 3166-2|kvkk|\bt\.c\.|\btr-\d|kaymakam|valili",
    re.IGNORECASE,
)
"""What only the pack of a country may say, in code, comments, templates and scripts alike."""
OF_A_COUNTRY = {
    "scripts/publish/new/skeleton/LICENSES.md": "names the map that comes with the generator",
}
"""What may name the country nevertheless, and why."""
MARKUP = re.compile(r"(?<!\?P)</?[a-z][a-z0-9]*[ >/]")


def _name(path):
    return path.relative_to(ROOT).as_posix()


def _offenders(paths, find):
    """Return path → what is wrong with it, of all files with which something is."""
    return {_name(path): found for path in paths if (found := find(path))}


def test_imports_point_one_way():
    def wrong(module):
        return {name for name in _imports(module) if name in PACKAGES} - MAY_IMPORT[
            module.relative_to(SCRIPTS).parts[0]
        ]

    assert _offenders(MODULES, wrong) == {}


def test_only_the_door_knows_the_site_builder():
    assert [_name(module) for module in MODULES if "mkdocs" in _imports(module)] == ["scripts/hooks.py"]


def test_domain_uses_few_libraries():
    def foreign(module):
        known = {*sys.stdlib_module_names, *PACKAGES, *DOMAIN_LIBRARIES}
        return {name for name in _imports(module) if name not in known}

    domain = [each for each in MODULES if not {"publish", "codehost"} & set(each.parts) and each.name != "hooks.py"]
    assert _offenders(domain, foreign) == {}


def test_only_the_clock_asks_which_day_it_is():
    def asked(module):
        called = {ast.unparse(node.func) for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)}
        return {name for name in called if re.search(r"\.(now|utcnow|today|localtime|gmtime)$", name)}

    assert _offenders(MODULES, asked) == {}


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


def test_rooms_of_publish_import_in_their_order():
    def wrong(module):
        room = module.parent.name
        imported = {name.split(".")[1] for name in _imported(module) if name.startswith("publish.")}
        return imported - set(
            PUBLISH[PUBLISH.index(room) :] if room in PUBLISH else ("checks", "new", "preview", *PUBLISH)
        )

    assert _offenders(sorted((SCRIPTS / "publish").glob("*/*.py")), wrong) == {}


def test_no_room_imports_itself_in_a_round():
    """A file at the top of a package counts as a room of its own."""
    modules = {_dotted(module) for module in MODULES}
    imports = {}
    for module in MODULES:
        own = _room(_dotted(module))
        found = {_room(name) for name in _imported(module) if name in modules}
        imports.setdefault(own, set()).update(found - {own})
    assert _in_a_round(imports) == set()


def test_rooms_are_small_enough_to_read_their_names():
    def files(folder):
        found = [each for each in folder.glob("*.py") if each.name != "__init__.py"]
        return found if len(found) > MOST_FILES else []

    assert _offenders(sorted({module.parent for module in MODULES}), files) == {}


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


def test_files_are_written_in_one_place():
    """The list is complete, and names no module that writes nothing."""

    def written(module):
        calls = [node for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)]
        return [ast.unparse(call) for call in calls if _writes(call)]

    assert set(_offenders(MODULES, written)) == set(WRITERS)


def _writes(call):
    """Whether a call opens a file for writing, or puts content into one."""
    name = ast.unparse(call.func)
    if name == "os.open" or name.endswith((".write_bytes", ".write_text", "NamedTemporaryFile", "mkstemp")):
        return True
    given = [*call.args, *(word.value for word in call.keywords)]
    modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return name.rpartition(".")[2] == "open" and any(re.fullmatch("[rwxabt+]*[wxa+][bt+]*", mode) for mode in modes)


def test_code_knows_no_declaration():
    assert _offenders(MODULES, lambda module: [text for text in _code_texts(module) if NAMES.search(text)]) == {}


def test_code_knows_no_year():
    def known(module):
        numbers = {node.value for node in ast.walk(_tree(module)) if isinstance(node, ast.Constant)}
        years = {int(each["key"]) for each in EDITIONS}
        return [text for text in _code_texts(module) if FACTS.search(text)] + sorted(
            number for number in years if number in numbers
        )

    assert _offenders([each for each in MODULES if "rules" not in each.parts], known) == {}


def test_code_holds_no_markup():
    publish = [each for each in MODULES if "publish" in each.parts]
    assert _offenders(publish, lambda module: [text for text in _code_texts(module) if MARKUP.search(text)]) == {}


def test_template_knows_no_declaration():
    def known(path):
        template = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        return [each[0] for pattern in (NAMES, FACTS) for each in pattern.finditer(template)]

    assert _offenders(sorted((ROOT / "overrides").rglob("*.*")), known) == {}


def test_asset_knows_no_declaration():
    def known(path):
        comments = r"/\*.*?\*/|^\s*//.*$"
        code = re.sub(comments, "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        return [each[0] for each in NAMES.finditer(code)]

    assert _offenders(sorted((ROOT / "docs/assets").rglob("*.*")), known) == {}


def test_only_the_pack_knows_its_country():
    folders = (SCRIPTS, ROOT / "overrides", ROOT / "docs/assets/js")
    files = [each for folder in folders for each in sorted(folder.rglob("*.*")) if each.is_file()]
    known = _offenders(
        [each for each in files if "packs/turkiye/" not in _name(each) and each.suffix != ".pyc"],
        lambda path: {found[0] for found in COUNTRY.finditer(path.read_text(encoding="utf-8", errors="replace"))},
    )
    assert {name: words for name, words in known.items() if not name.startswith(tuple(OF_A_COUNTRY))} == {}
    assert [each for each in OF_A_COUNTRY if not any(name.startswith(each) for name in known)] == []


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


@cache
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
