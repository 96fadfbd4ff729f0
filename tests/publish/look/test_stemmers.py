"""The scripts that find the stems of the words of a language, as a site publishes them."""

import json
import subprocess
from pathlib import Path
from sys import executable

import pytest
from rjsmin import jsmin

from publish.look.assets import stemmer_of
from source.layout import Layout
from support.repository import ROOT

LAYOUT = Layout(ROOT)
SAME_STEM = {
    "ar": ["القرار", "قرار"],
    "da": ["husene", "huset"],
    "de": ["kindern", "kinder", "kind"],
    "el": ["δηλωσεισ", "δηλωση"],
    "en": ["municipalities", "municipality"],
    "es": ["naciones", "nacion"],
    "fi": ["kaupungissa", "kaupungin"],
    "fr": ["declarations", "declaration"],
    "hu": ["varosok", "varos"],
    "it": ["diritti", "diritto"],
    "nb": ["landene", "landet"],
    "nl": ["verklaringen", "verklaring"],
    "pt": ["cidades", "cidade"],
    "ro": ["drepturile", "drepturilor"],
    "ru": ["города", "город", "городом"],
    "sv": ["staderna", "stader"],
    "tr": ["kentlerin", "kentler", "kent"],
    "uk": ["міста", "місто"],
}
"""Language → words in small letters and without marks, as the search folds them, that have one stem."""
SHIPPED = sorted({path.stem for path in (ROOT / "vendor/stemmers").glob("*.js")} | {"tr"})
STEM = """
import { readFileSync } from "node:fs";
const asked = JSON.parse(readFileSync(0, "utf8"));
const { stemmer } = await import(asked.script);
console.log(JSON.stringify(asked.words.map(stemmer)));
"""


def _stems(script, words):
    """Run a script as published, in a process of its own: vendored ones have variables of the module."""
    published = script.with_suffix(".mjs")
    asked = json.dumps({"script": published.as_uri(), "words": words})
    command = [Path(executable).with_name("node"), "--input-type=module", "-e", STEM]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


@pytest.fixture
def minified(tmp_path):
    def write(path):
        (tmp_path / path.name).with_suffix(".mjs").write_text(jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
        return tmp_path / path.name

    return write


@pytest.mark.parametrize("locale", SHIPPED)
def test_every_stemmer_works_as_published(minified, locale):
    words = SAME_STEM.get(locale, ["abcdefgh"])
    stems = _stems(minified(stemmer_of(LAYOUT, locale)), [*words, "", "a", "123", "x" * 100])
    assert all(isinstance(each, str) for each in stems)
    assert len(set(stems[: len(words)])) == 1


def test_a_language_without_a_stemmer_has_its_words_as_they_are(minified):
    assert stemmer_of(LAYOUT, "rw") is None
    script = minified(ROOT / "docs/assets/js/stemmers/none.js")
    assert _stems(script, ["abagenzi"]) == ["abagenzi"]


@pytest.mark.parametrize("locale", ["pt-BR", "pt_PT", "pt"])
def test_a_region_has_the_stemmer_of_its_language(locale):
    assert stemmer_of(LAYOUT, locale) == ROOT / "vendor/stemmers/pt.js"
