"""The request form on the site: filled in as a clerk does and sent, it arrives at the code host with every answer."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from support.built import LOCALES, ROUTES
from support.code_host_page import code_host_page
from support.headers import headers_of, joined, replaced
from support.repository import ROOT, build, data
from support.server import serve
from support.webkit import launch

PATIENCE = 20
"""Seconds."""
QUESTIONS = [each["id"] for each in data(".github/ISSUE_TEMPLATE/signatory.yml")["body"] if each["type"] == "input"]
"""What the code host's own form asks, as text: nothing else can be filled in by an address."""
WRITTEN = {
    "name-tr": "Örnek & Işıklı İğneada Belediyesi",
    "name-en": f"Örnek & Işıklı {'and a long answer that is not cut off ' * 8}Municipality",
    "district": "Örnekköy",
    "website": "https://deneme.example",
    "date": "05.01.22",
    "evidence-url": "<https://deneme.example/karar?no=12&yil=2022#imza> – meclis kararı",
    "evidence-archive": "https://deneme.example/kopya/12",
}
CHOSEN = {
    "kind": "Belediye birliği / Union of municipalities",
    "province": "81 Düzce",
    "edition": "2021",
    "evidence-kind": "Basın haberi / Press report",
}
"""The last of what a page offers to choose from, in the words of the code host's form."""
HOSTS = {"no headers": lambda _: {}, "joined headers": joined, "replaced headers": replaced}
every_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="module")
def code_host():
    with code_host_page() as running:
        yield running


@pytest.fixture(scope="module")
def folder(code_host, tmp_path_factory):
    site = tmp_path_factory.mktemp("request") / "site"
    done = build(ROOT, site, REPO_URL=code_host.repository)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def webkit():
    with launch() as running:
        yield running


@pytest.fixture(params=HOSTS.values(), ids=HOSTS)
def site(request, folder):
    with serve(folder, headers_of(folder, request.param)) as running:
        yield running


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@every_locale
def test_request_arrives_with_every_answer(browser, code_host, site, scripts, locale):
    code_host.received.clear()
    page = browser.new_page(java_script_enabled=scripts)
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(site.url + ROUTES["join", locale])
    for question in QUESTIONS:
        field = page.locator(f"form [name='{question}']")
        assert page.locator(f"label[for='{field.get_attribute('id')}']").is_visible()
        if question in CHOSEN:
            field.select_option(index=field.locator("option").count() - 1)
        else:
            field.fill(WRITTEN[question])
    page.locator("form [type=submit]").click()
    page.wait_for_url(f"{code_host.origin}/login")
    page.close()
    assert code_host.received == [_expected()]


@every_locale
def test_request_arrives_from_webkit(webkit, code_host, site, locale):
    code_host.received.clear()
    webkit.get(site.url + ROUTES["join", locale])
    for question in QUESTIONS:
        field = webkit.find_element(By.NAME, question)
        if question in CHOSEN:
            Select(field).select_by_index(len(Select(field).options) - 1)
        else:
            field.send_keys(WRITTEN[question])
    webkit.find_element(By.CSS_SELECTOR, "form [type=submit]").click()
    WebDriverWait(webkit, PATIENCE).until(lambda running: running.current_url == f"{code_host.origin}/login")
    assert code_host.received == [_expected()]


def _expected():
    """Return the query that opens the code host's form with every answer filled in."""
    return [("template", "signatory.yml"), *((question, (CHOSEN | WRITTEN)[question]) for question in QUESTIONS)]
