"""`hardware seal` and `hardware simulate seal-token` as processes, joined by a real terminal."""

import base64
import json
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import gmssl_pyx
import pytest

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.simulators.sm2_key import read_key
from tests.hardware.sealing_parts import certificate

DIGEST = "5A" * 32
ROOT = Path(__file__).parents[2]
ANY_DAY = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 1, 1, tzinfo=UTC)
SAMPLE = ROOT / "tests" / "formats" / "hardware-seal.json"


@pytest.fixture
def folder(tmp_path):
    public, private = gmssl_pyx.sm2_key_generate()
    (tmp_path / "signer.key.hex").write_text(private.hex())
    (tmp_path / "signer.cer").write_bytes(certificate(b"\x04" + public, *ANY_DAY))
    return tmp_path


@contextmanager
def simulated(folder, *options):
    files = ("--key", folder / "signer.key.hex", "--certificate", folder / "signer.cer")
    process = subprocess.Popen(
        [sys.executable, "-m", "hardware", "simulate", "seal-token", *files, *options],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.communicate("quit\n", timeout=10)


def seal(path, *options, pin="123456"):
    command = [sys.executable, "-m", "hardware", "seal", "--port", path, *options]
    return subprocess.run(
        command, input=f"{pin}\n", capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )


@pytest.mark.parametrize("framing", ["bare", "ccid", "ccid-echo"])
def test_a_digest_is_signed_over_a_real_terminal(folder, framing):
    with simulated(folder, "--framing", framing) as (_, path):
        done = seal(path, "--digest", DIGEST)
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert base64.b64decode(said["certificate"]) == (folder / "signer.cer").read_bytes()
    assert signed(said)
    assert said.keys() == json.loads(SAMPLE.read_text("utf-8")).keys()
    assert said["device"] == {
        "serial": "TRAINING-0001", "label": "训练", "address": path, "simulated": True,
    }  # fmt: skip


def signed(said):
    key = certificates.read(base64.b64decode(said["certificate"])).public_key
    r, s = sm2.read_signature(base64.b64decode(said["signature"]))
    return sm2.verify_digest(key, bytes.fromhex(DIGEST), r, s)


def test_the_sample_of_the_output_is_a_signature():
    assert signed(json.loads(SAMPLE.read_text("utf-8")))


def test_without_a_digest_nothing_is_signed_and_no_pin_is_read(folder):
    with simulated(folder) as (_, path):
        said = json.loads(seal(path, pin="").stdout)
    assert said["signature"] is None
    assert said["tries_left"] == 10


def test_failures_are_one_line_with_a_remedy(folder):
    (folder / "pin").write_text("24680\n")
    with simulated(folder, "--pin-file", folder / "pin") as (process, path):
        wrong = seal(path, "--digest", DIGEST)
        process.stdin.write("fault pulled\n")
        process.stdin.flush()
        pulled = seal(path, "--digest", DIGEST, "--timeout", "0.3", pin="24680")
        gone = seal(path + "0", "--digest", DIGEST)
        short = seal(path, "--digest", "5A5A")
    found = [json.loads(each.stderr) for each in (wrong, pulled, gone, short)]
    assert [each.returncode for each in (wrong, pulled, gone, short)] == [2, 2, 2, 2]
    codes = [each["error"] for each in found]
    assert codes == ["token.wrong-pin", "token.silent", "port.absent", "token.digest"]
    assert "9 tries" in found[0]["message"]
    assert all(each["remedy"] for each in found)
    assert all("Traceback" not in each.stderr and not each.stdout for each in (wrong, pulled, gone))


def test_a_bad_key_file_is_said(folder):
    (folder / "signer.key.hex").write_text("not a key")
    with simulated(folder) as (process, path):
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
