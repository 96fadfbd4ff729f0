"""The addresses of the pages of the fictional site, by its configuration."""

from support.repository import MINIATURE_LOCALES, ROOT
from support.settings import mkdocs_extra

HOME = ROOT / "tests/sites/ornek"
SLUGS = mkdocs_extra(HOME)["slugs"]
FOLDERS = {locale: "" if locale == MINIATURE_LOCALES[0] else f"{locale}/" for locale in MINIATURE_LOCALES}
ROUTES = {
    (key, locale): FOLDERS[locale] + (f"{slugs[locale]}/" if slugs[locale] else "")
    for key, slugs in SLUGS.items()
    for locale in MINIATURE_LOCALES
}
"""(page, locale) → path below the site's address."""
