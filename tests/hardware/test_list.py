"""`hardware list`: each kind of device with its state, and who is a simulator."""

import json
import subprocess
import sys
import time

import pytest

from tests.hardware.private_pcscd import DRIVERS, NAME, WHY_NOT, PrivatePcscd, free_port
from tests.hardware.seal_processes import ROOT, make_files, simulated
from tests.hardware.test_seal_token_pcsc import card

READER = f"{NAME} 00 00"


def listed(*options, env=None):
    done = subprocess.run(
        [sys.executable, "-m", "hardware", "list", *options],
        cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path):
    make_files(tmp_path)
    return tmp_path


@pytest.mark.parametrize("framing", ["bare", "ccid-echo"])
def test_a_token_on_a_line_that_was_named_says_who_it_is(folder, framing):
    with simulated(folder, "--framing", framing) as (_, path):
        rows = [row for row in listed("--port", path) if row["address"] == path]
    (token,) = rows
    assert (token["kind"], token["name"]) == ("seal-token", "TRAINING-0001")
    assert (token["state"], token["simulated"]) == ("ready", True)


def test_a_reader_on_a_line_without_a_token_in_it_is_said(folder):
    with simulated(folder, "--framing", "ccid") as (process, path):
        process.stdin.write("take\n")
        process.stdin.flush()
        (row,) = [row for row in listed("--port", path) if row["address"] == path]
    assert (row["kind"], row["state"], row["code"]) == ("seal-token", "absent", "token.absent")


def test_a_line_that_was_named_and_is_not_there_is_said(tmp_path):
    path = str(tmp_path / "none")
    (row,) = [row for row in listed("--port", path) if row["address"] == path]
    assert (row["state"], row["code"], row["simulated"]) == ("absent", "port.absent", False)


@pytest.mark.skipif(
    bool(WHY_NOT) or not (DRIVERS / "libifdvpcd.so").exists(),
    reason=WHY_NOT or "vsmartcard-vpcd is not installed",
)
def test_a_reader_of_the_card_service_has_a_card_or_not_and_a_token_in_it_is_named(folder):
    port = free_port()
    with PrivatePcscd(folder / "pcscd", f"/dev/null:{port}", "libifdvpcd.so") as service:
        (empty,) = [row for row in listed(env=service.client()) if row["name"] == READER]
        with card(port, folder):
            end = time.monotonic() + 15
            while "card" not in {row["state"] for row in listed(env=service.client())}:
                assert time.monotonic() < end
            rows = [row for row in listed(env=service.client()) if row["address"] == READER]
    assert (empty["kind"], empty["state"]) == ("card-reader", "no-card")
    reader, token = rows
    assert (reader["kind"], reader["state"]) == ("card-reader", "card")
    assert (token["kind"], token["name"]) == ("seal-token", "TRAINING-0001")
    assert token["simulated"]
