"""The addresses and the name of the publisher are such as can stand in pages."""

import re
from collections.abc import Iterator

from publish.settings import Settings
from source.problem import Problem

_HOST = r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_PLACE = rf"{_HOST}(?:/(?!\.\.?(?:/|\Z)){_CHARACTER}+)*/?"
_SITE = re.compile(_PLACE)
_PAGE = re.compile(rf"{_PLACE}(?:\?(?:{_CHARACTER}|[/?])*)?(?:\#(?:{_CHARACTER}|[/?])*)?")
"""RFC 3986, without user information; a part of the path is neither empty nor dots, which lead elsewhere."""


def is_site_address(text: str) -> bool:
    """Return whether a site may have this address."""
    return bool(_SITE.fullmatch(text))


def check_settings(settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every setting that cannot be used; it is named as the environment names it."""
    for name, address in (("SITE_URL", settings.site_url), ("REPO_URL", settings.repo_url)):
        if address and not is_site_address(address):
            tr = f"“{address}” bir site adresi değil: http ya da https ile başlar, ? # ve boşluk içermez."
            en = f"“{address}” is no address of a site: it begins with http or https, without ?, # and spaces."
            yield Problem(name, 1, 1, "setting-url", "", tr, en, example=f"{name}=https://ornek.example/yol")
    if settings.contact_url and not _PAGE.fullmatch(settings.contact_url):
        tr = f"“{settings.contact_url}” bir sayfanın adresi değil: http ya da https ile başlar, boşluk içermez."
        en = f"“{settings.contact_url}” is no address of a page: it begins with http or https, without spaces."
        yield Problem("CONTACT_URL", 1, 1, "setting-url", "", tr, en, example="CONTACT_URL=https://ornek.example/yaz")
    if not settings.publisher.isprintable():
        tr = "Yayımlayanın adında satır sonu ya da okunamayan bir karakter var."
        en = "The name of the publisher contains a line end or a character that cannot be read."
        yield Problem("PUBLISHER", 1, 1, "setting-text", "", tr, en, example="PUBLISHER=Örnek Kurum")
