"""What is said of a request that is in order: notes on its addresses, and the proof of who asks."""

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from support.codehost import CodeHost
from support.desk import PROOF, Remote, recorded
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
CAREFUL = "First make sure that this domain is the signatory’s"


def said(office: Office, **changes: str) -> tuple[str, str]:
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
    told, review = said(office, website="https://www.ornek.bel.tr")
    record = f'{PROOF}.ornek.bel.tr. TXT "{office[2].url}/issues/12"'
    assert record in told
    assert record in review
    assert CAREFUL not in review


def test_of_any_other_domain_the_reviewers_have_to_make_sure(office: Office) -> None:
    told, review = said(office)
    assert "TXT" not in told
    assert f'{PROOF}.ornek.example. TXT "{office[2].url}/issues/12"' in review
    assert CAREFUL in review


def test_where_there_is_no_website_there_is_no_record(office: Office) -> None:
    told, review = said(office, website="_No response_")
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
    told, review = said(office, url=url)
    for text in (told, review):
        assert f"{url.replace('http:', 'https:')}: " in texts(text)
        assert words in texts(text)
        assert dangers(text, (office[2].url, "#")) == []
    assert "Save the evidence in a web archive" in told
    assert "There is no stored copy" in review


def test_a_stored_copy_is_not_asked_for_twice(office: Office) -> None:
    told, review = said(office, url="https://bit.ly/0a", archive="https://web.archive.org/web/2022/https://bit.ly/0a")
    assert "web archive too" not in told
    assert "no stored copy" not in review


def test_good_evidence_is_not_talked_about(office: Office) -> None:
    told, review = said(office, website="https://www.ornek.bel.tr", url="https://www.ornek.bel.tr/karar/12")
    assert "Notes on the addresses" not in told
    assert review.count("- [ ]") == 5
    assert "edit history" in review
    assert "names of persons" in review


def test_a_note_can_be_ticked_off(office: Office) -> None:
    _, review = said(office, url="https://bit.ly/0a")
    assert "- [ ] `https://bit.ly/0a`: " in review
