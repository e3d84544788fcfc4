"""`python -m hardware` from outside: real processes, a real pseudo-terminal, real pyserial."""

import base64
import json
import os
import select
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.simulators import person
from tests.hardware.seal_processes import make_files, simulated

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "tests" / "formats"
COMMAND = [sys.executable, "-m", "hardware"]


def run(*arguments):
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


class Reader:
    """A running simulated reader: its terminal, and the words for its standard input."""

    def __init__(self, process):
        self.process = process
        self.path = self.line(process.stdout)

    def line(self, stream):
        ready, _, _ = select.select([stream], [], [], 30)
        assert ready, "nothing came"
        return stream.readline().strip()

    def say(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def settle(self):
        """Words are taken in order: when this one is answered, those before it were done."""
        self.say("settle")
        return json.loads(self.line(self.process.stderr))


@contextmanager
def simulated_reader(*arguments):
    process = subprocess.Popen(
        [*COMMAND, "simulate", "id-reader", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield Reader(process)
        finally:
            process.kill()


def failure(done):
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    told = json.loads(line)
    assert told["message"]
    assert told["remedy"]
    return told


def test_a_card_is_read_as_the_sample_says():
    sample = json.loads((FORMATS / "hardware-read.json").read_text(encoding="utf-8"))
    with simulated_reader("--person", "liu-private") as reader:
        done = run("read", "--port", reader.path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == sample
    assert base64.b64decode(sample["photo"]) == person.load("liu-private").photo()


@pytest.mark.parametrize(
    ("name", "document", "key"),
    [
        ("smith-i", "foreigner-I", "nationality"),
        ("schmidt-y", "foreigner-Y", "english_name"),
        ("lam-j", "hk-mo-tw-J", "pass_number"),
    ],
)
def test_other_documents_have_their_own_keys(name, document, key):
    with simulated_reader("--person", name) as reader:
        card = json.loads(run("read", "--port", reader.path).stdout)
    assert card["document"] == document
    assert card[key]
    assert card["ethnic_group"] == ""


def test_the_list_is_as_the_sample_says():
    sample = json.loads((FORMATS / "hardware-list.json").read_text(encoding="utf-8"))
    with simulated_reader() as reader:
        done = run("list", "--port", reader.path)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        (row,) = [row for row in rows if row["address"] == reader.path]
    assert row == sample | {"address": reader.path}


def test_no_card_and_a_card_not_lifted_are_said():
    with simulated_reader() as reader:
        assert failure(run("read", "--port", reader.path))["error"] == "card.none"
        reader.say("put wang-lan")
        reader.settle()
        assert run("read", "--port", reader.path).returncode == 0
        assert failure(run("read", "--port", reader.path))["error"] == "card.not-lifted"


def test_a_card_is_waited_for():
    with simulated_reader() as reader:
        waiting = subprocess.Popen(
            [*COMMAND, "read", "--port", reader.path, "--timeout", "30"],
            cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        with waiting:
            reader.say("put wang-lan")
            assert json.loads(waiting.communicate(timeout=60)[0])["name"] == "王兰"


@pytest.mark.parametrize(
    ("fault", "code"),
    [("bad-checksum", "id-reader.bad-checksum"), ("status-33", "card.check-failed")],
)
def test_a_fault_is_said_with_its_remedy(fault, code):
    with simulated_reader("--person", "wang-lan", "--fault", fault) as reader:
        assert failure(run("read", "--port", reader.path))["error"] == code
        reader.say("fault")
        reader.settle()
        assert run("read", "--port", reader.path).returncode == 0


def test_the_appended_address_and_on_demand_the_fingerprints_are_printed(tmp_path):
    with_prints = tmp_path / "person.toml"
    text = (person.FOLDER / "song-moved.toml").read_text(encoding="utf-8")
    with_prints.write_text(text + "fingerprints = 2\n", encoding="utf-8")
    with simulated_reader("--person", str(with_prints), "--reads-in-place") as reader:
        plain = json.loads(run("read", "--port", reader.path).stdout)
        full = json.loads(run("read", "--port", reader.path, "--fingerprints").stdout)
    assert plain["new_address"] == "四川省泸州市江阳区新址路10号"
    assert "fingerprints" not in plain
    assert [len(base64.b64decode(template)) for template in full["fingerprints"]] == [512, 512]
    assert plain == {name: value for name, value in full.items() if name != "fingerprints"}


def test_delays_and_statuses_for_single_commands_reach_the_line():
    options = ("--status", "66@2002", "--delay", "0.3@2001", "--delay", "0")
    with simulated_reader("--person", "wang-lan", *options) as reader:
        assert failure(run("read", "--port", reader.path))["error"] == "id-reader.not-authorised"
    for option, value in (("--delay", "soon"), ("--status", "nothing"), ("--status", "12345@3001")):
        told = failure(run("simulate", "id-reader", option, value))
        assert told["error"] == "simulator.no-knob"


def test_two_cards_on_the_reader_are_told_as_several():
    with simulated_reader("--person", "wang-lan", "--fault", "status-81") as reader:
        told = failure(run("read", "--port", reader.path))
    assert told["error"] == "card.several"
    assert "one" in told["remedy"]


def test_a_slow_line_is_read():
    with simulated_reader(
        "--person", "wang-lan", "--pace", "57600", "--fault", "garbage"
    ) as reader:
        assert run("read", "--port", reader.path).returncode == 0


def test_an_unplugged_line_and_wrong_use_are_one_json_line():
    told = failure(run("read", "--port", "/dev/no-such-line"))
    assert (told["error"], told["port"]) == ("port.absent", "/dev/no-such-line")
    assert failure(run("read"))["error"] == "usage"
    assert failure(run("read", "--port", "/dev/x", "--pcsc", "y"))["error"] == "usage"
    assert failure(run("read", "--port", ""))["error"] == "port.absent"
    assert failure(run("read", "--pcsc", ""))["error"].startswith("pcsc.")
    told = failure(run("read", "--port", "/dev/x", "--profile", "transparent-ff"))
    assert told["error"] == "id-reader.no-such-profile"
    assert failure(run("no-such-command"))["error"] == "usage"
    assert failure(run("simulate", "id-reader", "--person", "nobody"))["error"] == (
        "simulator.no-person"
    )


def test_plugging_and_cards_are_told_as_lines(tmp_path):
    link = tmp_path / "tty"
    watching = subprocess.Popen(
        [*COMMAND, "watch", "--port", str(link)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    with watching:
        events = Events(watching)
        with simulated_reader("--link", str(link), "--person", "wang-lan") as reader:
            assert events.next(2) == ["plugged", "card-on"]
            reader.say("take")
            assert events.next(1) == ["card-off"]
            reader.say("quit")
            assert events.next(1) == ["unplugged"]
        watching.send_signal(signal.SIGINT)
        assert watching.wait(30) == 0


@pytest.mark.parametrize("framing", ["bare", "ccid"])
def test_a_token_pulled_out_and_put_back_is_told(tmp_path, framing):
    make_files(tmp_path)
    with (
        simulated(tmp_path, "--framing", framing) as (device, path),
        subprocess.Popen(
            [*COMMAND, "watch", "--port", path],
            cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        ) as watching,
    ):  # fmt: skip
        events = Events(watching)
        assert events.next(2) == ["plugged", "card-on"]
        for word, event in (("take", "card-off"), ("put", "card-on")):
            device.stdin.write(f"{word}\n")
            device.stdin.flush()
            assert events.next(1) == [event]
        watching.send_signal(signal.SIGINT)
        assert watching.wait(30) == 0


class Events:
    def __init__(self, process):
        self._process = process

    def next(self, count):
        told = [json.loads(self._process.stdout.readline()) for _ in range(count)]
        assert all({"at", "event", "device"} <= set(line) for line in told)
        return [line["event"] for line in told]


def test_the_simulator_ends_at_quit_at_a_signal_and_when_its_words_end(tmp_path):
    link = tmp_path / "tty"
    with simulated_reader("--link", str(link)) as reader:
        assert os.readlink(link) == reader.path
        reader.say("quit")
        assert reader.process.wait(30) == 0
    assert not link.is_symlink()
    with simulated_reader("--link", str(link)) as reader:
        reader.process.terminate()
        assert reader.process.wait(30) == 0
    assert not link.is_symlink()
    with simulated_reader() as reader:
        reader.process.stdin.close()
        assert reader.process.wait(30) == 0


def test_told_to_stay_the_simulator_outlives_its_words():
    with simulated_reader("--person", "wang-lan", "--stay") as reader:
        reader.process.stdin.close()
        assert run("read", "--port", reader.path).returncode == 0


def test_a_word_it_does_not_know_is_said_and_it_goes_on():
    with simulated_reader() as reader:
        assert reader.settle()["error"] == "simulator.no-such-word"
        reader.say("put nobody")
        assert json.loads(reader.line(reader.process.stderr))["error"] == "simulator.no-person"
        assert reader.settle()


def test_help_says_the_exit_codes():
    for command in ((), ("read",), ("list",), ("watch",), ("simulate",)):
        assert "exit codes" in run(*command, "--help").stdout
