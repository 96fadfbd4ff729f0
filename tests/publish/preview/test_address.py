"""A preview is at the path of the site, on the host that serves it."""

import pytest

from publish.preview.address import preview_address

SERVED = "http://127.0.0.1:8001/"


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("https://ornek.example/", SERVED),
        ("https://ornek.example/alt-yol/", f"{SERVED}alt-yol/"),
        ("http://[::1]:8000/a/b", f"{SERVED}a/b"),
        ("", ""),
        ("ornek.example/alt-yol", "ornek.example/alt-yol"),
        ("https://ornek.example/?a=b", "https://ornek.example/?a=b"),
        ("https://[::1/", "https://[::1/"),
    ],
)
def test_address(site, expected):
    assert preview_address(site, SERVED) == expected
