"""The simulated token's knobs: slow, other statuses, a line that bends, a cable that is pulled."""

import json

import pytest

from hardware.clock import SteppedClock
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.simulators.bent_line import LINE_FAULTS, BentLine, token_fault
from hardware.simulators.knobs import ApduKnobs, Rule
from hardware.simulators.seal_token import FAULTS, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine
from tests.hardware.seal_processes import DIGEST as HEX
from tests.hardware.seal_processes import make_files, seal, simulated
from tests.hardware.sealing_parts import DIGEST, PIN, clock, content

SEAL = content()
CODES = {
    ("bare", "garbage"): "token.garbled",
    ("bare", "bad-checksum"): None,  # a bare frame has none: whatever it says, never a signature
    ("bare", "cut"): "token.cut",
    ("bare", "slow"): "",
    ("ccid", "garbage"): "",
    ("ccid", "bad-checksum"): "token.checksum",
    ("ccid", "cut"): None,  # its requests for time are cut, too
    ("ccid", "slow"): "",
}


def opened(way, fault=None, **knobs):
    made = SimulatedSealToken([SEAL], knobs=ApduKnobs(**knobs))
    now = SteppedClock()
    line = BentLine(BareLine(made) if way == "bare" else CcidLine(made, t1=way == "ccid-t1"), fault)
    stream = MemoryLine(line, now)
    channel = BareSerialChannel(stream) if way == "bare" else CcidSerialChannel(stream)
    return SealToken(channel, Profile(), clock()), made, line, now


def outcome(token):
    try:
        with token.logged_in(PIN) as signer:
            signer.sign(DIGEST)
    except DeviceTrouble as trouble:
        return trouble.code
    return ""


@pytest.mark.parametrize(("way", "fault"), CODES)
def test_a_bent_line_is_said_and_the_next_seal_works(way, fault):
    token, made, line, _ = opened(way, fault)
    code, wanted = outcome(token), CODES[way, fault]
    assert (code != "") if wanted is None else (code == wanted)
    line.be(None)
    assert outcome(token) == ""
    assert not made.logged_in


@pytest.mark.parametrize("way", ["bare", "ccid", "ccid-t1"])
def test_a_token_that_takes_its_time_is_waited_for(way):
    token, made, _, now = opened(way, delays=[Rule(3.4, "8074")])
    assert outcome(token) == ""
    assert now.monotonic() >= 3.4
    assert not made.logged_in


@pytest.mark.parametrize("way", ["bare", "ccid"])
def test_a_status_can_be_put_in_an_answers_place(way):
    token, made, _, _ = opened(way, statuses=[Rule(0x6F00, "8018")])
    assert outcome(token) == "token.device-error"
    assert not made.logged_in


def test_a_cable_pulled_behind_a_byte_carries_nothing_more():
    token, _, line, _ = opened("bare", "pulled@700")
    assert outcome(token) != ""
    assert line.unplugged


def test_a_fault_nobody_knows_is_said_with_those_there_are():
    with pytest.raises(DeviceTrouble) as trouble:
        token_fault("sulking", FAULTS)
    known = trouble.value.facts["known"]
    assert all(name in known for name in (*FAULTS, *LINE_FAULTS, "pulled@BYTE"))


def test_the_knobs_work_on_a_real_terminal(tmp_path):
    make_files(tmp_path)
    options = ("--framing", "ccid-echo", "--status", "63C3@8018", "--delay", "0.1", "--stay")
    with simulated(tmp_path, *options) as (process, path):
        wrong = seal("--port", path, "--digest", HEX)
        process.stdin.write("fault bad-checksum\n")
        process.stdin.flush()
        bent = seal("--port", path, "--digest", HEX)
    said = [json.loads(each.stderr.splitlines()[-1]) for each in (wrong, bent)]
    assert [each["error"] for each in said] == ["token.wrong-pin", "token.checksum"]
    assert said[0]["tries_left"] == 3


def test_a_terminal_whose_cable_is_pulled_is_gone(tmp_path):
    make_files(tmp_path)
    with simulated(tmp_path, "--fault", "pulled@900") as (process, path):
        done = seal("--port", path, "--digest", HEX)
        assert process.wait(10) == 0
    assert json.loads(done.stderr)["error"] in ("port.gone", "token.cut")
