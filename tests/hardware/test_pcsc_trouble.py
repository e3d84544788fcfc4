"""What keeps us from a card behind pcscd is told apart, and all of it passes by itself.

Debian's pcscd is built without polkit: that refusal is played by a service that hangs up, which is
all a refused client ever sees of it.
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from hardware.errors import NoDevice
from hardware.problems import explain
from hardware.transports import pcsc_service
from tests.hardware.private_pcscd import DRIVERS, NAME, WHY_NOT, PrivatePcscd, free_port
from tests.hardware.seal_processes import ROOT, make_files
from tests.hardware.test_seal_token_pcsc import card

READER = f"{NAME} 00 00"
NOBODY = 65534
real_service = pytest.mark.skipif(
    bool(WHY_NOT) or not (DRIVERS / "libifdvpcd.so").exists(),
    reason=WHY_NOT or "vsmartcard-vpcd is not installed",
)

# One channel for the whole life of the process: it has to find its way again by itself.
ASKS = """
import sys
from hardware.errors import DeviceTrouble
from hardware.transports.pcsc import PcscChannel
channel = None
for _ in sys.stdin:
    try:
        channel = channel or PcscChannel(sys.argv[1])
        print(hex(channel.transmit(bytes.fromhex("8004000000")).sw), flush=True)
    except DeviceTrouble as trouble:
        print(type(trouble).__name__, trouble.code, flush=True)
"""


# Loads everything first: the folder of the program may be closed to that user as well.
BARRED = f"""
import os
from hardware.errors import DeviceTrouble
from hardware.transports import pcsc_service
pcsc_service.scard()
for mode in (0o600, 0o666):
    os.chmod(pcsc_service.DOOR, mode)
    if not (child := os.fork()):
        os.setgroups([])
        os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
        os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
        try:
            print(pcsc_service.reader_names(), flush=True)
        except DeviceTrouble as trouble:
            print(trouble.code, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""


@contextmanager
def script(text, env, *before):
    process = subprocess.Popen(
        [*before, sys.executable, "-c", text, READER],
        cwd=ROOT, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        yield process
        process.stdin.close()


def ask(process):
    process.stdin.write("\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def ask_until(process, wanted, seconds=15.0):
    end = time.monotonic() + seconds
    while (told := ask(process)) != wanted:
        assert time.monotonic() < end, told
        time.sleep(0.1)


@contextmanager
def hangs_up(path):
    """A card service that lets nobody in: it hangs up at once."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
        door.listen()

        def refuse():
            with suppress(OSError):
                while True:
                    door.accept()[0].close()

        bouncer = threading.Thread(target=refuse)
        bouncer.start()
        yield os.environ | {"PCSCLITE_CSOCK_NAME": str(path)}
        door.shutdown(socket.SHUT_RDWR)
        bouncer.join(10)


def said(command, env):
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "hardware", command, "--pcsc", READER],
        capture_output=True, text=True, cwd=ROOT, env=env, check=False, timeout=60,
    )  # fmt: skip
    assert time.monotonic() - began < 15
    return json.loads(done.stderr)


@pytest.mark.parametrize("command", ["read", "seal"])
def test_a_service_that_refuses_us_is_forbidden_and_not_missing(tmp_path, command):
    with hangs_up(tmp_path / "pcscd.comm") as env:
        refused = said(command, env)
    missing = said(command, env)
    assert (refused["error"], missing["error"]) == ("pcsc.forbidden", "pcsc.no-service")
    assert refused["message"] != missing["message"]
    assert refused["remedy"] != missing["remedy"]


@real_service
def test_a_card_another_program_holds_is_in_use_and_free_again_by_itself(tmp_path):
    make_files(tmp_path)
    port = free_port()
    with (
        PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", "libifdvpcd.so") as service,
        card(port, tmp_path),
        script(ASKS, service.client()) as ours,
    ):
        ask_until(ours, "0x9000")
        ours_again = script(ASKS, service.client())
        with ours_again as second:
            assert ask(second) == "NoDevice pcsc.in-use"
            for command in ("read", "seal"):
                assert said(command, service.client())["error"] == "pcsc.in-use"
            ours.stdin.close()
            ask_until(second, "0x9000")


@real_service
def test_one_channel_outlives_a_service_that_is_started_anew(tmp_path):
    make_files(tmp_path)
    port = free_port()
    service = PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", "libifdvpcd.so")
    with script(ASKS, service.client()) as ours:
        assert ask(ours) == "NoDevice pcsc.no-service"
        for _ in range(2):
            with service:
                with card(port, tmp_path):
                    ask_until(ours, "0x9000")
                ask_until(ours, "NoCard pcsc.no-card")
            assert ask(ours) == "NoDevice pcsc.no-service"


@real_service
def test_a_user_who_may_not_open_the_services_door_is_forbidden(tmp_path):
    """At the place where pcsc-lite has it; a user without the right sees the door but no more."""
    service = PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{free_port()}", "libifdvpcd.so")
    view = 'mount --bind "$0" /run/pcscd && exec "$1" -c "$2"'
    with service:
        folder = tmp_path / "pcscd" / "run"
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", view, folder, sys.executable, BARRED],
            cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    barred, let_in = done.stdout.splitlines()
    assert barred == "pcsc.forbidden"
    assert let_in.startswith("(")  # its readers, which may still be on their way


@pytest.mark.parametrize(
    ("result", "at_the_door", "later"),
    [
        ("SCARD_W_SECURITY_VIOLATION", "pcsc.forbidden", "pcsc.no-service"),
        ("SCARD_E_NO_ACCESS", "pcsc.forbidden", "pcsc.forbidden"),
        ("SCARD_E_NO_SERVICE", "pcsc.no-service", "pcsc.no-service"),
        ("SCARD_E_SERVICE_STOPPED", "pcsc.no-service", "pcsc.no-service"),
        ("SCARD_E_INVALID_HANDLE", "pcsc.no-service", "pcsc.no-service"),
        ("SCARD_E_UNKNOWN_READER", "pcsc.no-reader", "pcsc.no-reader"),
        ("SCARD_E_READER_UNAVAILABLE", "pcsc.no-reader", "pcsc.no-reader"),
        ("SCARD_E_SHARING_VIOLATION", "pcsc.in-use", "pcsc.in-use"),
    ],
)
def test_every_result_of_the_service_has_its_code(result, at_the_door, later):
    scard = pcsc_service.scard()
    number = getattr(scard, result)
    for running, code in ((False, at_the_door), (True, later)):
        with pytest.raises(NoDevice) as trouble:
            pcsc_service.good(number, running=running)
        assert trouble.value.code == code
        assert "{code}" not in explain(code)[0]
