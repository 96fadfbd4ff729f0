"""The address of a preview."""

from urllib.parse import urlsplit

from publish.checks.setting_check import is_site_address


def preview_address(site_url: str, served: str) -> str:
    """Return the address of the preview of a site: the path of `site_url` on the host of the address `served`.

    An invalid `site_url` is returned as it is, so that it is refused as in a build.
    """
    if not is_site_address(site_url):
        return site_url
    host = urlsplit(served)
    return urlsplit(site_url)._replace(scheme=host.scheme, netloc=host.netloc).geturl()
