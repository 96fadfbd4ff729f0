"""The address of a preview."""

from urllib.parse import urlsplit

from publish.checks.setting_check import is_site_address


def preview_address(site_url: str, served: str) -> str:
    """Return where a site is previewed: at the path of its own address, on the host of the address `served`.

    What is no address is returned as it is, so that it is refused as in a build.
    """
    if not is_site_address(site_url):
        return site_url
    host = urlsplit(served)
    return urlsplit(site_url)._replace(scheme=host.scheme, netloc=host.netloc).geturl()
