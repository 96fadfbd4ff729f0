"""The answer to a request for a listing: idempotent, and reported to the maintainers if it fails."""

from collections.abc import Callable

from codehost.client.sticky_comments import put_comment
from codehost.desk import Desk
from codehost.requests.pulls import withdraw
from codehost.requests.reply import reply
from codehost.requests.request import Request
from codehost.requests.trouble import apologise, settle
from codehost.words import words


def answer(
    desk: Desk, number: int, proof: str, *, named: bool = False, say: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Update the pull request and the comment that answer a request, where they differ.

    `proof` is the label of the DNS record that verifies the applicant. `named`: a maintainer named the request, so a
    number that is not a request is a failure, and `say` reports a closed one. Return the failures, one line each: the
    applicant has then been notified, and another run continues.
    """
    request = None
    try:
        request = Request.read(desk.api, number, desk.reference)
        if request.wanted:
            put_comment(desk.api, number, reply(desk, request, proof))
        else:
            withdraw(desk, request)
        settle(desk.api, request)
        if named and not request.known:
            return [f"#{number}: {words(desk.layout).line('run.no_request')}"]
        if named and not request.wanted:
            say(f"#{number}: {words(desk.layout).line('run.closed')}")
    except Exception as error:  # noqa: BLE001 - for any failure the applicant is notified and the run fails
        tell, label = (request is None or request.wanted), (request is None or request.known)
        return [apologise(desk, number, error, tell=tell, label=label)]
    return []
