"""`hardware record` and `hardware replay` as processes, on real pseudo-terminals."""

import json
import stat
import subprocess

import pytest

from tests.hardware.seal_processes import DIGEST, make_files, seal, simulated
from tests.hardware.test_hardware_commands import COMMAND, ROOT, Reader, run, simulated_reader

NAME = "王兰".encode("utf-16-le").hex()


def replayed(file):
    return subprocess.Popen(
        [*COMMAND, "replay", str(file)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_a_card_is_recorded_without_its_person_and_the_trace_is_a_reader(tmp_path):
    file = tmp_path / "card.jsonl"
    with simulated_reader("--person", "wang-lan") as reader:
        done = run("record", "--port", reader.path, "--out", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert NAME not in file.read_text()
    checked = json.loads(run("replay", str(file), "--check").stdout)
    assert (checked["outcome"], checked["masked"], checked["simulated"]) == ("done", True, True)
    with replayed(file) as process:
        reader = Reader(process)
        for _ in range(2):  # after the last answer the first comes again
            card = json.loads(run("read", "--port", reader.path).stdout)
            assert (card["name"], card["device"]["simulated"]) == ("某某", True)
        process.communicate("quit\n", timeout=30)
        assert process.returncode == 0


def test_unmasked_is_only_on_request_and_is_said():
    with simulated_reader("--person", "wang-lan") as reader:
        done = run("record", "--port", reader.path, "--unmasked")
    assert "keep it safe" in done.stderr
    assert NAME in done.stdout
    first, *_, last = map(json.loads, done.stdout.splitlines())
    assert (first["masked"], last["outcome"]) == (False, "done")


def test_trouble_is_recorded_and_said():
    with simulated_reader("--person", "wang-lan", "--fault", "silent@3001") as reader:
        done = run("record", "--port", reader.path)
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"] == "id-reader.truncated"
    assert json.loads(done.stdout.splitlines()[-1]) == {"outcome": "id-reader.truncated"}


def test_without_a_device_there_is_no_trace(tmp_path):
    file = tmp_path / "none.jsonl"
    done = run("record", "--port", "/dev/no-such-line", "--out", str(file))
    assert json.loads(done.stderr)["error"] == "port.absent"
    assert not file.exists()


def test_a_token_is_recorded_without_its_pin_and_the_trace_is_a_token(tmp_path):
    make_files(tmp_path)
    file = tmp_path / "token.jsonl"
    with simulated(tmp_path) as (_, path):
        options = ("--device", "seal-token", "--digest", DIGEST, "--out", str(file))
        subprocess.run(
            [*COMMAND, "record", "--port", path, *options],
            cwd=ROOT, input="123456\n", text=True, check=True, timeout=60,
        )  # fmt: skip
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    (pin,) = [row["hex"] for row in rows if row.get("hex", "").startswith("8018")]
    assert set(pin[14:]) == {"0"}
    with replayed(file) as process:
        path = Reader(process).path
        done = seal("--port", path, "--digest", DIGEST, pin="999999")
        other = seal("--port", path, "--digest", "00" * 32, pin="999999")
        process.communicate("quit\n", timeout=30)
    told = json.loads(done.stdout)
    assert (bool(told["signature"]), told["device"]["simulated"]) == (True, True)
    assert other.returncode == 2  # of another digest there is no signature in the trace


@pytest.mark.parametrize("text", ["", "no trace\n", "{}\n", "x" * 100_000])
def test_what_is_no_trace_is_one_line_of_trouble(tmp_path, text):
    file = tmp_path / "trace"
    file.write_text(text)
    done = run("replay", str(file))
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"].startswith("trace.")


def test_a_driver_that_ends_otherwise_is_said(tmp_path):
    file = tmp_path / "trace"
    sample = (ROOT / "tests" / "formats" / "trace-id-reader.jsonl").read_text()
    file.write_text(sample.replace('"outcome": "done"', '"outcome": "card.none"'))
    told = json.loads(run("replay", str(file), "--check").stderr)
    assert (told["error"], told["recorded"], told["found"]) == (
        "trace.other-outcome", "card.none", "done",
    )  # fmt: skip
