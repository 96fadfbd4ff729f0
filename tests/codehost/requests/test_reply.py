"""What is said of a request: what to correct, or notes on its addresses, and how the applicant proves who asks."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from codehost.requests.request import FORM
from registry.requests.form import questions
from support.codehost import CodeHost
from support.desk import PROOF, Remote, recorded, reference
from support.golden import load
from support.requests import body_of, with_answer
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
HEADINGS = {question.heading: question.id for question in questions(reference())}
BLOCK = re.compile("^```\n### (.+)\n\n(.+)\n```$", re.MULTILINE)
LINK = re.compile(r"\[Open the form\]\((\S+)\)")
CAREFUL = "First make sure that this domain is the signatory’s"


def said(office: Office, body: str) -> str:
    """Return what the applicant of a request with some body is told."""
    desk, _, host = office
    host.open_issue(12, body, "signatory")
    assert answer(desk, 12, PROOF) == []
    (told,) = host.answers(12)
    assert dangers(told, (host.url, "#")) == []
    return told


@pytest.mark.parametrize(
    ("question", "given", "example"),
    [
        ("date", "Tarih bilinmiyor", "2022-01"),
        ("date", "2017", "2022-01"),
        ("evidence-url", "![imza.jpg]()", "https://deneme.example/karar/12"),
        ("name-tr", "Ayşe Örnek", "Deneme Belediyesi"),
        ("kind", "kurum", "İlçe belediyesi / District municipality"),
        ("province", "82", "16 Bursa"),
    ],
)
def test_what_the_applicant_did_not_say_is_an_example_and_no_correction(
    office: Office, question: str, given: str, example: str
) -> None:
    heading = next(heading for heading, identifier in HEADINGS.items() if identifier == question)
    told = said(office, with_answer(recorded("accepted")[0]["body"], heading, given))
    assert "Corrected:" not in told
    assert BLOCK.findall(told) == []
    assert f"An example of an answer; write your own instead: `{example}`" in told
    assert f"`{heading}`" in told


def test_a_correction_is_a_block_and_has_no_example(office: Office) -> None:
    told = said(office, recorded("mend-three-mistakes")[0]["body"])
    assert BLOCK.findall(told) == [("İngilizce adı / Name in English", "Örnek Municipality")]
    assert "An example" not in told


@pytest.mark.parametrize("body", ["", "Merhaba", "### Ayşe 0555 000 00 00\n\nkisi@ornek.example"])
def test_what_is_no_form_is_shown_the_form(office: Office, body: str) -> None:
    told = said(office, body)
    assert "correct the answers shown below" not in told
    assert ("Delete revision from history" in told) == ("0555" in body)
    assert ("Delete the phone number" in told) == ("0555" in body)
    address = LINK.findall(told)
    assert address == [f"{office[2].url}/issues/new?template={FORM}"]
    assert "0555" not in told.replace(office[2].url, "")  # its port may have any digits
    assert "kisi@" not in told


def test_the_form_is_filled_in_with_what_a_letter_says(office: Office) -> None:
    letter = "Ben Ayşe, Örnek Belediyesi adına yazıyorum (kisi@ornek.example). İmza: https://ornek.bel.tr/karar/12"
    (address,) = LINK.findall(said(office, letter))
    assert {key: value for key, (value,) in parse_qs(urlsplit(address).query).items()} == {
        "template": FORM,
        "name-tr": "Örnek Belediyesi",
        "name-en": "Örnek Municipality",
        "evidence-url": "https://ornek.bel.tr/karar/12",
    }


def test_what_is_a_form_is_corrected_where_it_is(office: Office) -> None:
    told = said(office, recorded("accepted")[0]["body"] + "\n\nSaygılarımla, Ayşe Örnek, 0555 000 00 00")
    assert "correct the answers shown below" in told
    assert "Delete revision from history" in told
    assert LINK.search(told) is None


def test_no_letter_gives_its_website_as_evidence(office: Office) -> None:
    letter = "Örnek Belediyesi listeye eklensin. İnternet: www.ornek.bel.tr"
    assert "evidence-url" not in LINK.findall(said(office, letter))[0]


def test_a_form_sent_back_by_mail_is_read(office: Office) -> None:
    desk, remote, host = office
    quoted = "Sayın yetkili,\n\n" + "\n".join(f"> {line}" for line in recorded("accepted")[0]["body"].splitlines())
    host.open_issue(12, quoted)
    assert answer(desk, 12, PROOF) == []
    assert remote.tip("intake/12")


def test_headings_of_strangers_are_not_repeated(office: Office) -> None:
    body = recorded("accepted")[0]["body"] + "\n\n### Ayşe Örnek\n\nkisi@ornek.example"
    told = said(office, body)
    assert "An e-mail address" in texts(told) or "e-mail address" in texts(told)
    assert "Ayşe" not in told


def test_what_clerks_write_is_answered_with_what_they_can_do(office: Office) -> None:
    """Of every request that is not in order: something to paste, an example, the form, or that it is listed."""
    desk, _, host = office
    wrong = [case for case in load("registry/requests.yaml") if "told" in case and "left" not in case]
    for number, case in enumerate(wrong, 200):
        host.open_issue(number, body_of(case), "signatory", login=f"ornek-{number}")
        assert answer(desk, number, PROOF) == []
        (told,) = host.answers(number)
        pasted = BLOCK.findall(told)
        assert pasted or "An example of an answer" in told or LINK.search(told), case["case"]
        assert {heading for heading, _ in pasted} <= HEADINGS.keys()
        assert [private for private in case.get("private", ()) if str(private) in told] == []
        assert dangers(told, (host.url, "#")) == []


def told_and_listed(office: Office, **changes: str) -> tuple[str, str]:
    """Return what the applicant is told, and the review list, of a request with other addresses."""
    desk, _, host = office
    body = recorded("accepted")[0]["body"]
    website, url = "https://www.ornek.example\n", "https://www.ornek.example/karar/12"
    body = body.replace(f"Website\n\n{website}", f"Website\n\n{changes.get('website', website.strip())}\n")
    body = body.replace(url, changes.get("url", url))
    if "archive" in changes:
        body = body.replace("stored copy\n\n_No response_", f"stored copy\n\n{changes['archive']}")
    host.open_issue(12, body)
    assert answer(desk, 12, PROOF) == []
    return host.answers(12)[0], str(host.pulls[0].body)


def test_a_domain_of_public_authorities_is_asked_for_a_record(office: Office) -> None:
    told, review = told_and_listed(office, website="https://www.ornek.bel.tr")
    record = f'{PROOF}.ornek.bel.tr. TXT "{office[2].url}/issues/12"'
    assert record in told
    assert record in review
    assert CAREFUL not in review


def test_of_any_other_domain_the_reviewers_have_to_make_sure(office: Office) -> None:
    told, review = told_and_listed(office)
    assert "TXT" not in told
    assert f'{PROOF}.ornek.example. TXT "{office[2].url}/issues/12"' in review
    assert CAREFUL in review


def test_where_there_is_no_website_there_is_no_record(office: Office) -> None:
    told, review = told_and_listed(office, website="_No response_")
    assert "_ornek" not in told + review
    assert "dig" not in review


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://drive.google.com/file/d/0a/view", "a file in a shared drive can be deleted"),
        ("https://www.facebook.com/ornek/posts/12", "a post in a social network can be deleted"),
        ("https://bit.ly/0a", "a short address can be pointed elsewhere"),
        ("https://forms.gle/0a", "this is a form"),
        ("https://github.com/user-attachments/assets/0a", "a file attached to a request is not a public source"),
        ("https://www.ornek.bel.tr/", "the content of a home page changes"),
        ("http://www.ornek.bel.tr/karar/12", "http was replaced by https"),
        ("https://www.ornek.example/karar/12", "a name reserved for examples"),
    ],
)
def test_weak_evidence_is_said_to_both(office: Office, url: str, words: str) -> None:
    told, review = told_and_listed(office, url=url)
    for text in (told, review):
        assert f"{url.replace('http:', 'https:')}: " in texts(text)
        assert words in texts(text)
        assert dangers(text, (office[2].url, "#")) == []
    assert "Save the evidence in a web archive" in told
    assert "There is no stored copy" in review


def test_a_stored_copy_is_not_asked_for_twice(office: Office) -> None:
    told, review = told_and_listed(
        office, url="https://bit.ly/0a", archive="https://web.archive.org/web/2022/https://bit.ly/0a"
    )
    assert "web archive too" not in told
    assert "no stored copy" not in review


def test_good_evidence_is_not_talked_about(office: Office) -> None:
    told, review = told_and_listed(office, website="https://www.ornek.bel.tr", url="https://www.ornek.bel.tr/karar/12")
    assert "Notes on the addresses" not in told
    assert review.count("- [ ]") == 5
    assert "edit history" in review
    assert "names of persons" in review


def test_a_note_can_be_ticked_off(office: Office) -> None:
    _, review = told_and_listed(office, url="https://bit.ly/0a")
    assert "- [ ] `https://bit.ly/0a`: " in review
