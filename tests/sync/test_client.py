"""The client: pinned, never redirected, plain http on this machine only, answers bounded."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from app.clock import FixedClock
from app.contract.json import BadJson, dumps, loads
from app.contract.messages import PullReply
from app.errors import Refused, Unavailable
from app.sync.answers import ChainBroken, TooLarge, accept, message, retry_after
from app.sync.client import Answer, PlatformClient
from app.sync.engine import Engine
from tests.sync.kit import AT


@pytest.mark.parametrize(
    "url", ["http://platform.example", "ftp://127.0.0.1", "127.0.0.1:80", "https://", ""]
)
def test_only_https_or_this_machine(url):
    with pytest.raises(Refused):
        PlatformClient(url, FixedClock(AT))


def test_a_pinned_authority_must_be_there(tmp_path):
    with pytest.raises(Unavailable):
        PlatformClient("https://platform.example", FixedClock(AT), ca=tmp_path / "none.pem")


def test_the_environment_does_not_replace_the_pin_or_the_way(tmp_path, monkeypatch, platform):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nonexistent")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    client = PlatformClient(platform.url, FixedClock(AT))
    assert client.plain("GET", "/health").status == 200
    client.close()


@pytest.fixture
def impostor():
    """Answers everything with what it is told to."""
    answer = {"status": 200, "headers": {}, "body": b""}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(answer["status"])
            for name, value in answer["headers"].items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer["body"])

        def log_message(self, *_):
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    answer["url"] = f"http://127.0.0.1:{server.server_address[1]}"
    yield answer
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_redirect_is_not_followed(impostor):
    impostor.update(status=302, headers={"Location": "http://127.0.0.1:9/"})
    client = PlatformClient(impostor["url"], FixedClock(AT))
    answer = client.plain("GET", "/health")
    assert answer.status == 302
    with pytest.raises(Unavailable):
        accept(answer, 200)
    client.close()


def test_what_is_not_the_platform_is_not_believed(impostor):
    impostor["body"] = b"<html>welcome to the hotel</html>"
    client = PlatformClient(impostor["url"], FixedClock(AT))
    with pytest.raises(Unavailable):
        client.plain("GET", "/health").value()
    client.close()


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (429, b"", "sync.busy"),
        (502, b"", "sync.busy"),
        (503, b"", "sync.busy"),
        (401, b'{"error":"REVOKED"}', "sync.revoked"),
        (401, b"", "sync.signature"),
        (426, b"", "sync.too-old"),
        (500, b"", "sync.not-a-platform"),
        (409, b"[]", "sync.not-a-platform"),
    ],
)
def test_every_status_is_one_kind_of_trouble(status, body, code):
    with pytest.raises(Unavailable) as trouble:
        accept(Answer(status, {}, body), 200)
    assert trouble.value.code == code


def test_413_and_409_are_for_the_engine():
    with pytest.raises(TooLarge):
        accept(Answer(413, {}, b""), 200)
    with pytest.raises(ChainBroken):
        accept(Answer(409, {}, b'{"error":"GAP","message":"","expected_seq":4}'), 200)


def test_a_good_status_with_a_wrong_message_is_not_the_platform():
    with pytest.raises(Unavailable):
        message(Answer(200, {}, b'{"cursor":1}'), PullReply)


def test_the_time_to_wait_is_read_and_bounded():
    for text, seconds in (("7", 7), ("999999", 3600), ("soon", 0), ("", 0), ("-1", 0)):
        assert retry_after(Answer(503, {"retry-after": text}, b"")) == seconds


def test_a_busy_platform_is_waited_for_as_long_as_it_says(impostor, counter):
    impostor.update(status=503, headers={"Retry-After": "250"})
    with counter.store.read():
        pass
    client = PlatformClient(impostor["url"], counter.clock, identity=counter.client._identity)
    result = Engine(counter.store, client, counter.clock).round()
    assert (result.line, result.problem) == ("offline", "sync.busy")
    assert result.retry_in >= 250
    client.close()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'{"a":1,"a":1}', "duplicate-key"),
        (b"[NaN]", "not-a-number"),
        (b"[-Infinity]", "not-a-number"),
        (b"[1.5]", "float"),
        (b"[1e400]", "float"),
        (b'["\\ud800"]', "lone-surrogate"),
        (b'["\xff"]', "not-utf-8"),
        (b"[" * 100_000, "too-deep"),
        (b"{", "not-json"),
        (b"[" + b"1" * 19 + b"]", "integer-too-large"),
    ],
)
def test_json_that_two_ends_might_read_differently_is_refused(text, reason):
    with pytest.raises(BadJson) as bad:
        loads(text)
    assert bad.value.reason == reason


def test_json_keeps_brackets_in_text_and_rare_characters():
    value = {"文": ["[[[[" * 50, "䶮𠮷", '"\\[', 2**53]}
    assert loads(dumps(value)) == value
    with pytest.raises(BadJson) as bad:
        loads(b"[1]", limit=2)
    assert bad.value.reason == "too-large"
