"""Cards behind a real pcscd and vpcd: our simulators in it, `hardware read` as a process."""

import json
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hardware.private_pcscd import DRIVERS, WHY_NOT, PrivatePcscd, free_port

VIRTUAL = "libifdvpcd.so"
WHY = WHY_NOT or ("" if (DRIVERS / VIRTUAL).exists() else "vsmartcard-vpcd is not installed")
pytestmark = pytest.mark.skipif(bool(WHY), reason=WHY or "it can run")
ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "hardware"]
NAME = "Virtual PCD"
DIALS, SEEN_SECONDS = 3, 8
LOOK = """import sys
from hardware.transports.pcsc_states import ReaderStates
states = ReaderStates()
states.look()
print(states.last.reader(sys.argv[1])[0])"""
FIRST, SECOND = f"{NAME} 00 00", f"{NAME} 00 01"


class Reader:
    """A virtual reader with two places behind a pcscd of its own."""

    def __init__(self, service, port):
        self.service, self.port = service, port

    def read(self, name=FIRST, *options, seconds="15"):
        done = subprocess.run(
            [*COMMAND, "read", "--pcsc", name, "--timeout", seconds, *options],
            env=self.service.client(), cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
            timeout=60,
        )  # fmt: skip
        self.last = done.stderr
        return done

    @contextmanager
    def card(self, device, *options, place=0, stays=False):
        name = SECOND if place else FIRST
        process = self._dialled_in(device, *options, place=place, name=name)
        with process:
            try:
                yield Card(process)
            finally:
                process.kill()
        if not stays:
            self.until_empty(name)

    def _dialled_in(self, device, *options, place, name):
        """On a busy machine vpcd now and then takes no notice of who dials in: once more then."""
        command = [*COMMAND, "simulate", device, "--port", str(self.port + place), *options]
        for _ in range(DIALS):
            process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True, encoding="utf-8",
            )  # fmt: skip
            named = process.stdout.readline().strip().startswith(NAME)
            if named and ("--person" not in options or self._is_seen(name)):
                return process
            process.kill()
            said = process.communicate()
        raise AssertionError(said)

    def _is_seen(self, name):
        end = time.monotonic() + SEEN_SECONDS
        while time.monotonic() < end:
            done = subprocess.run(
                [sys.executable, "-c", LOOK, name], env=self.service.client(), cwd=ROOT,
                capture_output=True, encoding="utf-8", timeout=60,
            )  # fmt: skip
            if done.stdout.strip() not in ("no-card", "absent"):
                return True
        return False

    def until_empty(self, name):
        """A card that was changed faster than pcscd looks would not be seen."""
        end = time.monotonic() + 15
        while self.read(name, seconds="0.1").returncode == 0 or "no-card" not in self.last:
            assert time.monotonic() < end, self.last


class Card:
    def __init__(self, process):
        self.process = process

    def say(self, word):
        """Words are taken in order: an unknown one behind it is answered when it was done."""
        self.process.stdin.write(f"{word}\nsettle\n")
        self.process.stdin.flush()
        return json.loads(self.process.stderr.readline())


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    port = free_port()
    folder = tmp_path_factory.mktemp("pcscd") / "p"
    with PrivatePcscd(folder, f"/dev/null:{port}", VIRTUAL, NAME) as service:
        yield Reader(service, port)


def card_of(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def code_of(done):
    assert done.returncode == 2, done.stdout
    (line,) = done.stderr.splitlines()
    return json.loads(line)["error"]


@pytest.mark.parametrize("protocol", ["T=0", "T=1"])
def test_a_resident_card_is_handed_out_and_marked_as_simulated(reader, protocol):
    with reader.card("id-reader", "--pcsc", "--person", "schmidt-y", "--protocol", protocol):
        card = card_of(reader.read())
    assert (card["document"], card["former_number"]) == (
        "foreigner-Y",
        card["raw"]["former_number"],
    )
    assert card["photo"]
    assert card["device"] == {"sam_id": "", "simulated": True}


@pytest.mark.parametrize("protocol", ["T=0", "T=1"])
def test_a_social_security_card_is_read_and_marked_as_simulated(reader, protocol):
    with reader.card("social-security-card", "--person", "ayinur", "--protocol", protocol):
        card = card_of(reader.read())
    assert (card["document"], card["name"]) == ("social-security", "阿依努尔·买买提")
    assert card["card_number"] == "510500002"
    assert card["device"]["simulated"]


def test_a_module_behind_pseudo_apdus_is_read_with_its_profile(reader):
    options = ("--pcsc", "--profile", "transparent-ff", "--person", "song-moved")
    with reader.card("id-reader", *options):
        card = card_of(reader.read(FIRST, "--profile", "transparent-ff"))
        wrong = reader.read(FIRST, "--profile", "no-such")
    assert card["new_address"] == "四川省泸州市江阳区新址路10号"
    assert card["device"] == {"sam_id": "05.03-20140820-0012345678-0123456789", "simulated": True}
    assert code_of(wrong) == "id-reader.no-such-profile"


AT_STATION = """
from hardware.clock import SystemClock
from hardware.errors import NoCard
from hardware.station import DeviceEntry, Station, StationSettings
entry = DeviceEntry("id-reader", "pcsc", "Virtual PCD", profile=PROFILE)
station = Station(StationSettings((entry,)))
reader = station.id_reader()
for _ in range(100):
    try:
        card = reader.read()
        break
    except NoCard:
        SystemClock().sleep(0.1)
print(card.document, card.simulated, reader.card_present(), reader.wait_for_removal(0))
station.close()
"""


@pytest.mark.parametrize(
    ("device", "profile", "document"),
    [
        (("id-reader", "--pcsc"), "standard", "citizen"),
        (("id-reader", "--pcsc", "--profile", "transparent-ff"), "transparent-ff", "citizen"),
        (("social-security-card",), "standard", "social-security"),
    ],
)
def test_a_counter_reads_through_the_card_service(reader, device, profile, document):
    with reader.card(*device, "--person", "wang-lan"):
        done = subprocess.run(
            [sys.executable, "-c", AT_STATION.replace("PROFILE", repr(profile))],
            env=reader.service.client(), cwd=ROOT, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert done.stdout.split() == [document, "True", "True", "False"], done.stderr


THREADS = """import os, sys
from hardware.transports.pcsc import PcscChannel
count = lambda: len(os.listdir("/proc/self/task"))
before = count()
channel = PcscChannel(sys.argv[1])
channel.transmit(bytes.fromhex("00A4040000"))
print(before, count())
channel.close()
"""


def test_an_open_card_has_no_thread(reader):
    """Neither of ours nor of the card service's library."""
    with reader.card("social-security-card", "--person", "wang-lan"):
        done = subprocess.run(
            [sys.executable, "-c", THREADS, FIRST],
            env=reader.service.client(), cwd=ROOT, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert done.stdout == "1 1\n", done.stderr


def test_a_card_put_in_is_waited_for_and_one_taken_out_is_missed(reader):
    with reader.card("id-reader", "--pcsc") as card:
        assert code_of(reader.read(seconds="1")) == "pcsc.no-card"
        assert card.say("put wang-lan")["error"] == "simulator.no-such-word"
        assert card_of(reader.read())["name"] == "王兰"
        card.say("take")
        gone = time.monotonic() + 15
        while (done := reader.read(seconds="0.1")).returncode == 0:
            assert time.monotonic() < gone
        assert code_of(done) == "pcsc.no-card"


def test_a_card_lifted_half_way_is_said_and_the_next_read_works(reader):
    with reader.card(
        "id-reader", "--pcsc", "--person", "wang-lan", "--fault", "pulled@FFB003"
    ) as card:
        done = reader.read()
        assert done.returncode == 2
        assert code_of(done) in ("pcsc.no-card", "pcsc.silent", "pcsc.reader-error")
        card.say("fault")
        card.say("put chen-chuanqing")
        assert card_of(reader.read())["ethnic_group"] == "81"


def test_g02_a_foreign_card_is_told_from_no_card_and_does_not_hide_ours(reader):
    with reader.card("social-security-card", "--person", "wang-lan", "--fault", "wrong-card"):
        assert code_of(reader.read()) == "card.foreign"
        with reader.card("id-reader", "--pcsc", "--person", "wang-lan", place=1):
            assert card_of(reader.read(SECOND))["name"] == "王兰"
            assert code_of(reader.read(FIRST)) == "card.foreign"
            assert card_of(reader.read(NAME))["name"] == "王兰"
    assert code_of(reader.read("Other", seconds="1")) == "pcsc.no-such-reader"


def test_a_card_that_needs_a_pin_is_said(reader):
    with reader.card("social-security-card", "--person", "wang-lan", "--needs-pin"):
        assert code_of(reader.read()) == "card.needs-key"


def test_knobs_for_single_commands_reach_the_wire(reader):
    with reader.card(
        "social-security-card", "--person", "wang-lan", "--status", "6983@00B209", "--delay", "0.2"
    ):
        begun = time.monotonic()
        assert code_of(reader.read()) == "card.blocked"
        assert time.monotonic() - begun > 0.2 * 4


def test_a_card_that_goes_silent_ends_the_command_in_its_time(tmp_path):
    port = free_port()  # a service of its own: it may wait for this card for ever
    with PrivatePcscd(tmp_path / "p", f"/dev/null:{port}", VIRTUAL, NAME) as service:
        reader = Reader(service, port)
        options = ("--pcsc", "--person", "wang-lan", "--fault", "silent@FFB003")
        with reader.card("id-reader", *options, stays=True) as card:
            begun = time.monotonic()
            assert code_of(reader.read(seconds="4")) == "pcsc.silent"
            assert time.monotonic() - begun < 12  # the service itself would wait for ever
            card.process.kill()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_ended_leaves_nothing_waiting_for_a_silent_card(tmp_path, sign):
    port = free_port()
    with PrivatePcscd(tmp_path / "p", f"/dev/null:{port}", VIRTUAL, NAME) as service:
        options = ("--pcsc", "--person", "wang-lan", "--fault", "silent")
        with Reader(service, port).card("id-reader", *options, stays=True) as card:
            reading = subprocess.Popen(
                [*COMMAND, "read", "--pcsc", FIRST, "--timeout", "60"],
                env=service.client(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )  # fmt: skip
            time.sleep(1.5)  # by now it waits for the card or for its answer; either must end
            reading.send_signal(sign)
            reading.communicate(timeout=30)  # the pipes are closed: nobody holds them any more
            card.process.kill()


def test_a_virtual_reader_that_is_not_there_is_said():
    done = subprocess.run(
        [*COMMAND, "simulate", "social-security-card", "--person", "wang-lan",
         "--port", str(free_port())],
        cwd=ROOT, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert code_of(done) == "simulator.no-vpcd"


def test_the_card_comes_back_by_itself_when_the_service_was_started_anew(tmp_path):
    port = free_port()
    with PrivatePcscd(tmp_path / "first", f"/dev/null:{port}", VIRTUAL, NAME) as service:
        reader = Reader(service, port)
        with reader.card("social-security-card", "--person", "wang-lan", stays=True):
            assert card_of(reader.read())["name"] == "王兰"
            service.stop()
            with PrivatePcscd(tmp_path / "second", f"/dev/null:{port}", VIRTUAL, NAME) as again:
                reader.service = again
                assert card_of(reader.read())["name"] == "王兰"
