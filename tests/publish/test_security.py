import pytest

from publish.security import contacts
from support.sites import miniature_site, moved

REPO, FORM = "https://codehost.example/ornek", "https://ornek.example/yaz"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"repo_url": REPO, "contact_url": ""}, [f"{REPO}/security/advisories/new"]),
        ({"repo_url": "", "contact_url": FORM}, [FORM]),
        ({"repo_url": REPO, "contact_url": FORM}, [f"{REPO}/security/advisories/new", FORM]),
    ],
)
def test_faults_are_told_in_private_where_that_is_possible(tmp_path, settings, expected):
    assert contacts(moved(miniature_site(tmp_path), **settings)) == expected
