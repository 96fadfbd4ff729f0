import pytest

from publish.site.security import contacts, policy
from support.headers import directives
from support.sites import miniature_site, moved

pytestmark = pytest.mark.slow

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


@pytest.mark.parametrize(
    ("repo_url", "origin"),
    [
        ("", "'none'"),
        ("https://codehost.example/ornek/depo", "https://codehost.example"),
        ("http://127.0.0.1:3000/ornek/depo", "http://127.0.0.1:3000"),
        ("https://CodeHost.example:8443/ornek?x=1#y", "https://codehost.example:8443"),
        ("https://deneme:gizli@codehost.example/ornek", "https://codehost.example"),
        ("https://örnek.example/depo", "https://xn--rnek-4qa.example"),
    ],
)
def test_form_is_sent_to_the_origin_of_the_code_host_alone(tmp_path, repo_url, origin):
    site = moved(miniature_site(tmp_path), repo_url=repo_url)
    assert directives(policy(site, "join"))["form-action"] == [origin]
    others = {"404", *site.page_keys} - {"join"}
    assert all(directives(policy(site, key))["form-action"] == ["'none'"] for key in others)
