"""Clients that go away or promise too much, and the platform being told to stop."""

import json
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

TREE = Path(__file__).parents[2]
PATIENCE = 20


@contextmanager
def serving(folder):
    """The process and where it listens; its standard error is a file."""
    words = ["--mode", "training", "--database", str(folder / "p.db"), "--port", "0"]
    with open(folder / "said", "w") as said, subprocess.Popen(
        [sys.executable, "-m", "app.central", *words],
        cwd=TREE, stdout=subprocess.PIPE, stderr=said, text=True,
    ) as process:  # fmt: skip
        try:
            yield process, json.loads(process.stdout.readline())["listening"]
        finally:
            process.kill()


def begin(url, path, *headers):
    """A request whose body never comes."""
    place = urlsplit(url)
    line = socket.create_connection((place.hostname, place.port), timeout=PATIENCE)
    head = "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", *headers, "", ""])
    line.sendall(head.encode())
    return line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_cleanly(tmp_path, number):
    with serving(tmp_path) as (process, url):
        assert requests.get(f"{url}/health", timeout=PATIENCE).status_code == 200
        process.send_signal(number)
        assert process.wait(PATIENCE) == 0
    assert (tmp_path / "said").read_text() == ""
    assert not (tmp_path / "p.db-wal").exists()


def test_a_client_that_goes_away_leaves_no_traceback(tmp_path):
    with serving(tmp_path) as (process, url):
        for path in ("/v1/sync/push", "/v1/enrol"):
            line = begin(url, path, "Content-Length: 1000")
            line.sendall(b"{")
            line.close()
        assert requests.get(f"{url}/health", timeout=PATIENCE).status_code == 200
        process.terminate()
        assert process.wait(PATIENCE) == 0
    assert (tmp_path / "said").read_text() == ""


@pytest.mark.parametrize("path", ["/v1/sync/push", "/v1/enrol"])
def test_a_promise_of_too_much_is_declined_at_once(platform, path):
    with begin(platform.url, path, "Content-Length: 99999999999") as line:
        assert line.recv(4096).startswith(b"HTTP/1.1 413 ")
