"""Inputs full of one thing, of any size: one for every kind of work that a stranger could cause."""

from collections.abc import Callable, Mapping

from support.registry import BASE, CASES

_SECOND = BASE[BASE.index("  - id: ornek-izmir") :]
_FORM = (CASES / "request.md").read_text(encoding="utf-8")


def _filled(piece: Callable[[int], str], size: int) -> str:
    """Return numbered pieces that are about `size` characters together."""
    count = max(1, size // len(piece(1000)))
    return "".join(map(piece, range(count)))


def _comment(unit: str) -> Callable[[int], str]:
    """Return what makes a registry below one long comment."""
    return lambda size: f"# {unit * (size // len(unit))}@\n{BASE}"


def _lines(unit: str) -> Callable[[int], str]:
    """Return what makes a registry below many lines."""
    return lambda size: unit * (size // len(unit)) + BASE


def _field(before: str, unit: str) -> Callable[[int], str]:
    """Return what makes a registry of which one line is long."""
    return lambda size: BASE.replace(before, before + unit * (size // len(unit)), 1)


def _entries(piece: Callable[[int], str]) -> Callable[[int], str]:
    """Return what makes a registry of many entries."""
    return lambda size: f"signatories:\n{_filled(piece, size)}"


def _flow(piece: Callable[[int], str]) -> Callable[[int], str]:
    """Return what makes a registry of many entries on one line."""
    return lambda size: f"signatories: [{_filled(piece, size)}]\n"


def _under(key: str, piece: Callable[[int], str]) -> Callable[[int], str]:
    """Return what makes a registry whose first entry has a field with many values, or many fields."""
    return lambda size: BASE.replace(f"    {key}", f"{_filled(piece, size)}    {key}", 1)


def _half(size: int) -> str:
    return "# x\n" * (size // 8)


FLOODS: Mapping[str, Callable[[int], str]] = {
    "comments above entries that share a line": lambda size: (
        f"signatories:\n{_half(size)}  [{_filled(lambda n: f'{{id: a{n}}}, ', size // 2)}]\n"
    ),
    "comments above entries without a word": lambda size: (
        f"signatories:\n{_half(size)}{'-' + chr(10)}" * 1 + "-\n" * (size // 4)
    ),
    "empty lines between dashes": lambda size: "signatories:\n" + "-\n\n" * (size // 3),
    "one line of flow style and a backslash": lambda size: (
        f'signatories: [{{id: "\\x61"}}, {_filled(lambda n: f"{{id: a{n}, name: {{tr: b, en: c}}}}, ", size)}]\n'
    ),
    "comments between entries": _entries(lambda n: f"  # {n}\n  - id: a{n}\n    kind: town\n"),
    "comments behind values": _entries(lambda n: f"  - id: a{n} # x\n    kind: town # y\n"),
    "signs of comments in texts": _entries(lambda n: f"  - id: a{n}\n    logo: 'a # b # c # d'\n    kind: \"# #\"\n"),
    "blocks of text": _entries(lambda n: f"  - id: a{n}\n    logo: |\n      # no comment\n    kind: >\n      # none\n"),
    "texts across lines": _entries(lambda n: f"  - id: a{n}\n    logo: a\n      b\n      \\c\n"),
    "escapes": _entries(lambda n: f'  - id: "\\x61{n}"\n    logo: "\\u0062\\t"\n'),
    "entries alike": _entries(lambda n: _SECOND.replace("ornek-izmir", f"a{n}")),
    "entries in the wrong order": _entries(lambda n: f"  - id: a{10**7 - n}\n    kind: town\n"),
    "towns without a district": _entries(
        lambda n: _SECOND.replace("ornek-izmir", f"a{n}").replace("kind: district", "kind: town")
    ),
    "one id for all": _entries(lambda _: "  - id: a\n    kind: town\n"),
    "entries that are texts": _entries(lambda _: "  - a\n"),
    "entries that are lists": _entries(lambda _: "  - [a]\n"),
    "entries with nothing": _entries(lambda _: "  - {}\n"),
    "entries with one field that is unknown": _entries(lambda n: f"  - x{n}: y\n"),
    "an entry with many unknown fields": _under("kind:", lambda n: f"    x{n}: y\n"),
    "many unknown fields, and aliases of the wrong shape": lambda size: _under("kind:", lambda n: f"    x{n}: y\n")(
        size // 2
    ).replace("      - deneme\n", "      - [a]\n" * (size // 24)),
    "a file with many unknown fields": lambda size: BASE + _filled(lambda n: f"x{n}: y\n", size),
    "one field many times": _under("kind:", lambda _: "    kind: town\n"),
    "fields of one name": lambda size: BASE + "x: y\n" * (size // 5),
    "many aliases": _under("wikidata:", lambda n: f"      - deneme{n}\n"),
    "one alias many times": _under("wikidata:", lambda _: "      - deneme\n"),
    "many signatures": lambda size: BASE + "      - edition: 2021\n        date: x\n" * (size // 40),
    "a long id": _field("id: deneme-bursa", "a"),
    "a long id of many problems": lambda size: BASE.replace("id: deneme-bursa", f"id: {'a' * (size // 2)}", 1).replace(
        "    kind: district\n", "".join(f"    x{n}: y\n" for n in range(size // 24)), 1
    ),
    "a long name": _field("tr: Deneme", " Deneme"),
    "a long name of signs": _field("tr: Deneme", "<&"),
    "a long address": _field("url: https://deneme.example/", "ç"),
    "a long date": _field("date: 2022", "1"),
    "a long plate code": _field("province: 1", "6"),
    "a long kind": _field("kind: ", "d"),
    "a long list where one text belongs": lambda size: BASE.replace(
        "    kind: district\n", f"    kind: [{'a, ' * (size // 3)}]\n", 1
    ),
    "a long text in a list where one belongs": lambda size: BASE.replace(
        "    kind: district\n", f"    kind: ['{'a:' * (size // 2)}']\n", 1
    ),
    "a long name where fields belong": lambda size: BASE.replace(
        "    name:\n      tr: Deneme Belediyesi\n      en: Deneme Municipality\n",
        f"    name: {'Deneme ' * (size // 7)}Belediyesi\n",
        1,
    ),
    "a long anchor": lambda size: f"signatories: &{'a' * size} []\n",
    "a long tag": lambda size: f"signatories: !{'a' * size} []\n",
    "a long key": lambda size: f"{'a' * size}: []\n",
    "documents": lambda size: "--- a\n" * (size // 6),
    "brackets": lambda size: "[" * size,
    "closed brackets": lambda size: f"signatories: [{'[], ' * (size // 4)}]\n",
    "braces": lambda size: f"signatories: [{'{}, ' * (size // 4)}]\n",
    "dashes": lambda size: "- " * (size // 2),
    "question marks": lambda size: "? " * (size // 2),
    "colons": lambda size: "a:" * (size // 2) + " b\n",
    "an open quote": lambda size: 'a: "' + "x" * size,
    "empty lines": _lines("\n"),
    "carriage returns": _lines("\r"),
    "next lines": _lines("# \x85"),
    "line separators": _lines("# \u2028"),
    "spaces": _lines("# " + " " * 500 + "\n"),
    "tabs": _comment("\t"),
    "at signs": _comment("a@"),
    "letters": _comment("a"),
    "digits": _comment("1"),
    "numbers of eleven digits": _comment("12345678901 "),
    "identity numbers": _comment("10000000146 "),
    "phone numbers": _comment("0555 000 00 00 "),
    "phone numbers and an encoding": lambda size: f"# %40 {'0555 000 00 00 ' * (size // 15)}\n{BASE}",
    "addresses for mail": _comment("a@b.example "),
    "addresses for mail, encoded": _comment("a%40b.example "),
    "addresses for mail, all of them encoded": _comment("%61%40%62%2e%65%78%61%6d%70%6c%65%20"),
    "addresses for mail, encoded twice": _comment("a%2540b.example "),
    "addresses for mail, spelt": _comment("a (at) b (dot) example "),
    "addresses for mail across comment lines": _lines("# a@\n# b.example\n"),
    "open addresses": _comment("a.a.a.a@"),
    "dots": _comment("a@a."),
    "web addresses": _comment("https://a@b.example/ "),
    "percent signs": _comment("%25"),
    "entities": _comment("&amp;"),
    "open entities": _comment("&a"),
    "wide digits": _comment("\uff11"),
    "zero-width characters": _comment("a\u200b"),
    "zero-width characters in names": _entries(lambda n: f"  - id: a{n}\n    name: {{tr: 'a\u200bb'}}\n"),
    "plus signs": _comment("+"),
    "open brackets and spaces": _comment("( "),
    "numbers and spaces": _comment("1       "),
    "comments": _lines("#                  \n# \n"),
    "quotations": _lines("# > a\n"),
    "backslashes": _comment("\\"),
    "conflict markers": _lines("# <<<<<<< ours\n"),
    "names in brackets": _entries(lambda n: f"  - id: a{n}\n    name: {{tr: '{'([' * 70}'}}\n"),
    "names of many municipalities": _entries(lambda n: f"  - id: a{n}\n    name: {{tr: '{'bel, ' * 30}'}}\n"),
    "names with initials": _entries(lambda n: f"  - id: a{n}\n    name: {{tr: '{'city of ' * 19}'}}\n"),
    "one logo for all": _entries(lambda n: f"  - id: a{n}\n    logo: deneme.png\n"),
}
"""Name → what makes a text of about so many characters."""

UNITS = (
    *(
        "a",
        "A",
        "İ",
        "a ",
        "1",
        "-",
        "_",
        ".",
        ",",
        ":",
        ": ",
        ";",
        "/",
        "\\",
        "(",
        "[(",
        ")",
        "{",
        "<",
        "<b>",
        "&",
        "%",
        "%25",
    ),
    *(
        "#",
        "# ",
        "\n",
        "\n# ",
        "\n  - ",
        "\n### ",
        " ",
        "\t",
        "\r",
        "\x85",
        "\u2028",
        "\u200b",
        "'",
        '"',
        "|",
        ">",
        "> ",
    ),
    *("@", "a@", "@a.", " (at) ", " dot ", "&amp;", "&#64;", "%40", "+90 ", "0555 000 00 00 ", "12345678901 ", "444 "),
    *(
        "https://",
        "www.",
        "a.b/",
        "?a=1&",
        "://a@",
        "belediye ",
        "belediyesi ve ",
        "bel. ",
        "city of ",
        "T.C. ",
        "birliği ",
    ),
    *(
        "il ",
        "ilçesi ",
        "Bursa / ",
        "5 Ocak 2022 ",
        "01.01.",
        "2022-",
        "ocak ",
        "```\n",
        "~~~\n",
        "**",
        "a: b\n",
        "[a, ",
    ),
)
"""Pieces of which files and requests are made that keep a program busy."""


_PLACES = ("Yeni Belediyesi", "2022-01", "https://yeni.example/")


def bodies(unit: str) -> Mapping[str, Callable[[int], str]]:
    """Return what makes the body of a request of about so many characters, full of one piece: by the place of that.

    The code host allows 65,536 characters.
    """

    def flood(size: int) -> str:
        return unit * (size // len(unit))

    behind = {place: lambda size, place=place: _FORM.replace(place, place + flood(size), 1) for place in _PLACES}
    return {"alone": flood, **behind}
