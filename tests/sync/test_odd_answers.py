"""Answers that are not quite the platform's: refused, waited for, never believed, never a crash."""

import json
from collections.abc import Callable

import pytest
import requests
from requests.adapters import HTTPAdapter

from app.contract.json import loads
from app.errors import Unavailable
from app.store.tables import outbox as table
from app.sync import agreement, enrolment, outbox, state
from app.sync.client import PlatformClient
from app.sync.engine import MOST_REWINDS, Engine
from tests.sync.kit import Counter, code_for, enrolled

Alter = Callable[[requests.PreparedRequest, requests.Response], None]


class Altering(HTTPAdapter):
    """A line on which somebody changes answers; nothing is changed until told."""

    def __init__(self) -> None:
        super().__init__()
        self.alter: Alter | None = None

    def send(self, request, **kwargs):  # type: ignore[no-untyped-def]
        response = super().send(request, **kwargs)
        body = response.content
        replace(response, body)
        if self.alter is not None:
            self.alter(request, response)
        return response


def replace(response: requests.Response, body: bytes, status: int = 0) -> None:
    response._content = body
    response._content_consumed = True
    response.status_code = status or response.status_code


@pytest.fixture
def line():
    return Altering()


@pytest.fixture
def altered(platform, tmp_path, line):
    made = enrolled(platform, tmp_path, adapter=line)
    yield made
    made.client.close()
    made.store.close()


def on(path: str, status: int = 0, body: bytes | None = None, **values: object) -> Alter:
    """Change answers to `path`: another status or body, or some values of the JSON."""

    def alter(request: requests.PreparedRequest, response: requests.Response) -> None:
        if path in request.url and response.status_code < 400:
            kept = response.content if body is None else body
            if values:
                kept = json.dumps({**loads(kept), **values}).encode()
            replace(response, kept, status)

    return alter


@pytest.mark.parametrize(
    ("alter", "problem"),
    [
        (on("push", receipt=None), "sync.receipt-missing"),
        (on("push", results=[]), "sync.receipt-wrong"),
        (on("push", 500, b"oops"), "sync.not-a-platform"),
        (on("push", backoff_s=40), "sync.busy"),
        (on("push", more=1), "sync.not-a-platform"),
        (on("push", 503, b""), "sync.busy"),
        (on("push", 426, b""), "sync.too-old"),
        (on("pull", 413, b""), "sync.not-a-platform"),
        (on("pull", body=b'{"cursor":1,"cursor":2}'), "sync.not-a-platform"),
        (on("blobs", 200, b""), "sync.not-a-platform"),
        (on("blobs", 409, b'{"error":"GAP","message":""}'), "sync.unreachable"),
    ],
)
def test_no_odd_answer_loses_or_believes_anything(altered, line, alter, problem):
    case = altered.save()
    line.alter = alter
    result = altered.engine.round()
    if problem != "sync.unreachable":  # an offset in the answer is taken as one
        assert result.problem == problem
    line.alter = None
    assert altered.engine.round().line == "clear"
    assert len(agreement.their_record(altered.client, case.number).history) == 1


def test_a_nonce_that_is_never_right_is_not_asked_for_for_ever(altered, line):
    seen = []

    def alter(request: requests.PreparedRequest, response: requests.Response) -> None:
        seen.append(request.url)
        replace(response, b'{"error":"NONCE","message":""}', 401)

    line.alter = alter
    assert altered.engine.round().problem == "sync.unreachable"
    assert len(seen) == 2


def test_a_pull_cursor_that_is_too_old_starts_anew(altered, line):
    altered.save()
    altered.engine.round()
    line.alter = on("pull", 410, b"")
    assert altered.engine.round().line == "clear"
    line.alter = None
    with altered.store.read() as rx:
        assert state.get(rx, "cursor") == "0"
    assert altered.engine.round().line == "clear"


def test_pages_of_a_pull_are_read_to_the_end(altered, line):
    def alter(request: requests.PreparedRequest, response: requests.Response) -> None:
        if "pull" in request.url and not pages:
            pages.append(1)
            on("pull", more=True)(request, response)

    pages: list[int] = []
    line.alter = alter
    assert altered.engine.round().line == "clear"
    assert pages == [1]


def test_a_gap_that_is_claimed_again_and_again_stops(altered, line):
    altered.save()
    gap = {"error": "GAP", "message": "", "expected_seq": 1, "expected_prev": "0" * 64}
    asked = []

    def alter(request: requests.PreparedRequest, response: requests.Response) -> None:
        if "push" in request.url and response.status_code == 200:
            asked.append(1)
            replace(response, json.dumps(gap).encode(), 409)

    line.alter = alter
    result = altered.engine.round()
    assert (result.line, result.problem) == ("stopped", "sync.forked")
    assert len(asked) == MOST_REWINDS + 1


def test_a_gateway_that_lets_nothing_through_is_said_with_the_size(altered, line):
    altered.save()
    line.alter = on("push", 413, b"")
    for _ in range(3):
        result = altered.engine.round()
    assert result.problem == "sync.parked"
    assert altered.counts()["outbox"] == 1


def test_a_batch_limit_of_the_platform_is_kept(altered, line):
    for _ in range(3):
        altered.save()
    line.alter = on("push", max_batch=1)
    altered.engine.round()
    altered.save()
    altered.save()
    result = altered.engine.round()
    assert (result.line, result.sent) == ("clear", 2)


def test_what_the_platform_lost_is_sent_again(altered):
    case = altered.save()
    with altered.store.write() as tx:  # we believe it has the bytes; it does not
        outbox.blob_notes.keep_blob(tx, case.letters[0].sm3, sent=9, done=True)
    altered.engine.round()
    assert altered.engine.round().line == "clear"
    assert altered.where(case) == "received"


def test_other_content_at_the_platform_is_named(altered):
    case = altered.save()
    altered.engine.round()
    with altered.store.write() as tx:
        text = tx.execute(table.select()).one().operation.replace("泸州", "宜宾")
        tx.execute(table.update().values(operation=text))
    assert agreement.differences(altered.store, altered.client, case) == ("content",)


def test_an_impostor_is_not_enrolled_at(platform, line, altered):
    client = PlatformClient(platform.url, altered.clock, adapter=line)
    for alter in (on("health", body=b"{}"), on("health", body=b"[]"), on("health", 500)):
        line.alter = alter
        with pytest.raises(Unavailable):
            enrolment.enrol(client, code_for(platform, altered.terminal))
    with pytest.raises(Unavailable):
        Engine(altered.store, client, altered.clock)._client.signed("GET", "/v1/sync/pull")


def test_enrolling_the_same_counter_in_the_same_epoch_changes_nothing(altered: Counter):
    altered.save()
    with altered.store.write() as tx:
        outbox.open_epoch(tx, 1)
    assert altered.engine.round().line == "clear"
