"""Every fault of the simulated reader ends a read in its code, and the next read works."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hardware.clock import SteppedClock
from hardware.commands import knob_file, simulate_id_reader
from hardware.devices.id_card import IdCardReader
from hardware.devices.pcsc_id_reader import PcscIdReader
from hardware.errors import DeviceTrouble, NoDevice
from hardware.problems import PROBLEMS
from hardware.simulators import faults, knobs, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from hardware.simulators.stream_card import SimulatedStreamReader
from hardware.transports.memory import MemoryLine
from tests.hardware.card_service import Service

ROOT = Path(__file__).parents[2]
WANG = person.load("wang-lan")
ENDS = {
    "bad-checksum": "id-reader.bad-checksum",
    "truncated": "id-reader.truncated",
    "garbage": "",
    "extra-aa": "",
    "silent": "id-reader.silent",
    "slow": "",
    "pulled": "card.read-failed",
    "pulled@600": "id-reader.truncated",
    "pulled@0": "id-reader.silent",
    "wrong-card": "card.wrong-type",
    "status-66": "id-reader.not-authorised",
}


def code_of(reader):
    try:
        reader.read()
    except DeviceTrouble as trouble:
        return trouble.code
    return ""


def test_every_fault_that_can_be_named_is_tried_here():
    tried = {name.partition("@")[0].replace("status-66", "status-NN") for name in ENDS}
    assert tried == {name.partition("@")[0] for name in faults.names()}


@pytest.mark.parametrize(("fault", "code"), ENDS.items())
def test_a_fault_ends_in_its_code_and_the_next_read_without_it_works(fault, code):
    clock = SteppedClock()
    simulator = SimulatedIdCardReader(WANG, Knobs(fault=faults.parse(fault)))
    reader = IdCardReader(MemoryLine(simulator, clock), clock)
    assert code_of(reader) == code
    assert not code or code in PROBLEMS
    simulator.set_fault(None)
    simulator.put_card(WANG)
    clock.sleep(1)
    assert code_of(reader) == ""


def test_a_slow_line_takes_as_long_as_its_bytes_at_9600_baud():
    clock = SteppedClock()
    simulator = SimulatedIdCardReader(WANG, Knobs(fault=faults.parse("slow@3001")))
    IdCardReader(MemoryLine(simulator, clock), clock).read()
    assert clock.monotonic() == pytest.approx(1295 * 10 / 9600)


def test_behind_its_byte_nothing_more_comes_over_the_line():
    simulator = SimulatedIdCardReader(WANG, Knobs(fault=faults.parse("pulled@20")))
    find, select = bytes.fromhex("AAAAAA96690003200122"), bytes.fromhex("AAAAAA96690003200221")
    assert [len(piece.data) for piece in simulator.receive(find)] == [15]
    assert not simulator.unplugged
    assert [len(piece.data) for piece in simulator.receive(select)] == [5]
    assert simulator.unplugged
    assert simulator.receive(select) == []


def simulated(*options):
    command = [sys.executable, "-m", "hardware", "simulate", "id-reader", *options]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def read(port):
    return subprocess.run(
        [sys.executable, "-m", "hardware", "read", "--port", port],
        capture_output=True, text=True, cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip


def test_a_cable_pulled_on_a_real_terminal_is_said_and_plugged_in_it_reads_again(tmp_path):
    link = tmp_path / "reader"
    with simulated("--person", "wang-lan", "--fault", "pulled@700", "--link", str(link)) as device:
        assert device.stdout.readline().strip()
        done = read(str(link))
        assert device.wait(10) == 0
    said = json.loads(done.stderr)
    assert (done.returncode, said["error"]) == (2, "port.gone")
    assert said["remedy"]
    with simulated("--person", "wang-lan", "--link", str(link)) as device:
        assert device.stdout.readline().strip()
        assert json.loads(read(str(link)).stdout)["name"] == "王兰"
        device.communicate("quit\n", timeout=10)


CARD_ENDS = {
    "pulled": "pcsc.no-card",
    "pulled@FFB003": "pcsc.no-card",
    "silent": "pcsc.silent",
    "truncated": "pcsc.garbled",
    "wrong-card": "card.foreign",
}


@pytest.mark.parametrize(("fault", "code"), CARD_ENDS.items())
@pytest.mark.parametrize("kind", [SimulatedStreamReader, SimulatedSocialSecurityCard])
def test_a_faulty_card_in_the_card_service_ends_in_its_code_and_is_read_without_it(
    kind, fault, code
):
    assert {name.partition("@")[0] for name in CARD_ENDS} == set(knobs.FAULTS)
    card = kind(WANG)
    card.set_fault(knobs.apdu_fault(fault))
    reader = PcscIdReader(Service(R=card), SteppedClock(), "R")
    touched = kind is SimulatedStreamReader or "@" not in fault
    assert code_of(reader) == (code if touched else "")
    card.set_fault(None)
    assert reader.read().name == "王兰"


# --- knobs as a file ---


def asked(*arguments):
    import argparse

    parser = argparse.ArgumentParser()
    simulate_id_reader.add(parser.add_subparsers())
    return parser.parse_args(["id-reader", *arguments])


def with_file(tmp_path, text, *arguments):
    file = tmp_path / "knobs.toml"
    file.write_text(text, "utf-8")
    args = asked("--knobs", str(file), *arguments)
    knob_file.apply(args, args.options)
    return args


FILE = """
person = "wang-lan"
fault = "slow"
delay = ["0.5", "0.1@3001"]
status = "41@3001"
pace = 9600
reads-in-place = true
profile = "transparent-ff"
"""


def test_knobs_from_a_file_are_the_same_as_options(tmp_path):
    args = with_file(tmp_path, FILE)
    assert (args.person, args.fault, args.pace) == ("wang-lan", "slow", 9600)
    assert (args.delay, args.status) == (["0.5", "0.1@3001"], ["41@3001"])
    assert (args.reads_in_place, args.profile) == (True, "transparent-ff")
    module = simulate_id_reader.module(args, args.person)
    assert module.knobs.fault == faults.parse("slow")


def test_an_option_counts_before_the_file(tmp_path):
    args = with_file(tmp_path, FILE, "--fault", "silent", "--delay", "2@3001")
    assert args.fault == "silent"
    assert args.delay == ["0.5", "0.1@3001", "2@3001"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fault = 7", "simulator.no-such-knob"),
        ("pace = true", "simulator.no-such-knob"),
        ('colour = "red"', "simulator.no-such-knob"),
        ('profile = "another"', "simulator.no-such-knob"),
        ("run = 1", "simulator.no-such-knob"),
        ("fault = ", "simulator.knobs-unreadable"),
        ("#" * 30_000, "simulator.knobs-unreadable"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(tmp_path, text, code):
    with pytest.raises(DeviceTrouble) as trouble:
        with_file(tmp_path, text)
    assert trouble.value.code == code


def test_a_file_that_is_not_there_is_said(tmp_path):
    args = asked("--knobs", str(tmp_path / "none.toml"))
    with pytest.raises(DeviceTrouble) as trouble:
        knob_file.apply(args, args.options)
    assert trouble.value.code == "simulator.knobs-unreadable"
    assert not isinstance(trouble.value, NoDevice)
