"""`hardware seal` and `hardware simulate seal-token` as processes, joined by a real terminal."""

import base64
import json
import subprocess
import sys

import pytest

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.simulators.sm2_key import read_key
from tests.hardware.seal_processes import DIGEST, ROOT, make_files, seal, simulated

SAMPLE = ROOT / "tests" / "formats" / "hardware-seal.json"


@pytest.fixture
def folder(tmp_path):
    make_files(tmp_path)
    return tmp_path


def signed(said):
    key = certificates.read(base64.b64decode(said["certificate"])).public_key
    r, s = sm2.read_signature(base64.b64decode(said["signature"]))
    return sm2.verify_digest(key, bytes.fromhex(DIGEST), r, s)


@pytest.mark.parametrize(
    ("framing", "protocol"),
    [("bare", "T=0"), ("ccid", "T=0"), ("ccid-echo", "T=0"), ("ccid-echo", "T=1")],
)
def test_a_digest_is_signed_over_a_real_terminal(folder, framing, protocol):
    with simulated(folder, "--framing", framing, "--protocol", protocol) as (_, path):
        done = seal("--port", path, "--digest", DIGEST)
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert base64.b64decode(said["certificate"]) == (folder / "signer.cer").read_bytes()
    assert signed(said)
    assert said.keys() == json.loads(SAMPLE.read_text("utf-8")).keys()
    assert said["device"] == {
        "serial": "TRAINING-0001", "label": "训练", "address": path, "simulated": True,
    }  # fmt: skip


def test_the_sample_of_the_output_is_a_signature():
    assert signed(json.loads(SAMPLE.read_text("utf-8")))


def test_without_a_digest_nothing_is_signed_and_no_pin_is_read(folder):
    with simulated(folder) as (_, path):
        said = json.loads(seal("--port", path, pin="").stdout)
    assert said["signature"] is None
    assert said["tries_left"] == 10


def test_failures_are_one_line_with_a_remedy(folder):
    (folder / "pin").write_text("24680\n")
    with simulated(folder, "--pin-file", folder / "pin") as (process, path):
        wrong = seal("--port", path, "--digest", DIGEST)
        process.stdin.write("fault pulled\n")
        process.stdin.flush()
        pulled = seal("--port", path, "--digest", DIGEST, "--timeout", "0.3", pin="24680")
        gone = seal("--port", path + "0", "--digest", DIGEST)
        short = seal("--port", path, "--digest", "5A5A")
    done = (wrong, pulled, gone, short)
    found = [json.loads(each.stderr) for each in done]
    assert [each.returncode for each in done] == [2, 2, 2, 2]
    codes = [each["error"] for each in found]
    assert codes == ["token.wrong-pin", "token.silent", "port.absent", "token.digest"]
    assert "PIN tries left: 9." in found[0]["message"]
    assert all(each["remedy"] for each in found)
    assert not any(each.stdout for each in done)


def test_a_token_taken_out_and_put_in_again_works(folder):
    with simulated(folder, "--framing", "ccid") as (process, path):
        process.stdin.write("take\n")
        process.stdin.flush()
        taken = seal("--port", path, "--digest", DIGEST)
        process.stdin.write("put\n")
        process.stdin.flush()
        back = seal("--port", path, "--digest", DIGEST)
    assert json.loads(taken.stderr)["error"] == "token.absent"
    assert back.returncode == 0


@pytest.mark.parametrize("option", ["--key", "--certificate", "--pin-file"])
def test_a_file_that_cannot_be_read_is_said(folder, option):
    with simulated(folder, option, folder / "none") as (process, path):
        assert path == ""
        assert process.wait(10) == 2


def test_a_key_in_pem_is_read(tmp_path):
    made = subprocess.run(
        ["openssl", "genpkey", "-algorithm", "SM2", "-out", tmp_path / "k.pem"],
        check=False, capture_output=True,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("the openssl command cannot make SM2 keys")
    r, s = read_key(tmp_path / "k.pem").sign(bytes(32))
    assert r
    assert s


def test_a_pin_in_another_encoding_is_said_and_costs_no_try(folder):
    words = [sys.executable, "-m", "hardware", "seal", "--port"]
    with simulated(folder) as (_, path):
        done = subprocess.run(
            [*words, path, "--digest", DIGEST],
            input="一二三".encode("gb18030") + b"\n", capture_output=True, cwd=ROOT, timeout=60,
        )  # fmt: skip
        tries = json.loads(seal("--port", path, pin="").stdout)["tries_left"]
    assert (done.returncode, json.loads(done.stderr)["error"]) == (2, "token.pin-text")
    assert tries == 10


def test_tries_that_nobody_counts_are_said(folder):
    with simulated(folder, "--fault", "tries-untold") as (_, path):
        done = seal("--port", path, "--digest", DIGEST)
    assert (done.returncode, json.loads(done.stdout)["tries_left"]) == (0, None)
    assert "does not say how many" in done.stderr


@pytest.mark.parametrize("time", ["nan", "inf", "-1", "0", "soon"])
def test_a_time_without_an_end_is_wrong_use(time):
    for words in (("seal", "--port", "x", "--timeout", time),
                  ("read", "--port", "x", "--timeout", time),
                  ("watch", "--port", "x", "--seconds", time)):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "hardware", *words],
            capture_output=True, text=True, cwd=ROOT, timeout=60,
        )  # fmt: skip
        assert (done.returncode, json.loads(done.stderr)["error"]) == (2, "usage")
