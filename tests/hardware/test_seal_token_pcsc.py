"""The seal token behind a real pcscd: a virtual card, and our simulated reader by its driver."""

import json
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager

import pytest

from tests.hardware.private_pcscd import DRIVERS, NAME, WHY_NOT, PrivatePcscd, free_port
from tests.hardware.seal_processes import DIGEST, ROOT, make_files, seal, simulated

pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "it can run")
VIRTUAL, TWIN = "libifdvpcd.so", "libccidtwin.so"
needs_virtual = pytest.mark.skipif(
    not (DRIVERS / VIRTUAL).exists(), reason="vsmartcard-vpcd is not installed"
)
needs_twin = pytest.mark.skipif(not (DRIVERS / TWIN).exists(), reason="libccid is not installed")
READER, SECOND = f"{NAME} 00 00", f"{NAME} 00 01"
ABSENT = "pcsc.no-card"


@pytest.fixture
def folder(tmp_path):
    make_files(tmp_path)
    return tmp_path


@contextmanager
def card(port, folder, *options):
    """A token in the virtual reader, and the hand that moves it."""
    with simulated(folder, "--pcsc", "--port", str(port), *options) as (process, name):
        assert name.startswith("Virtual PCD")
        yield process


def tell(process, word):
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def ask(service, *options, reader=READER, pin="123456"):
    done = seal("--pcsc", reader, "--digest", DIGEST, *options, pin=pin, env=service.client())
    return done.returncode, json.loads(done.stdout or done.stderr)


def until(said, service, *options, seconds=15.0, **more):
    """pcscd looks for cards about once a second: asked again until it is so."""
    end = time.monotonic() + seconds
    while True:
        code, answer = ask(service, *options, **more)
        if said(answer):
            return answer
        assert code == 0 or answer["error"] in (ABSENT, "pcsc.mute"), answer
        assert time.monotonic() < end, answer


LOOK = "from hardware.transports.pcsc_states import ReaderStates as R; print(R().look())"


def until_seen_empty(service, seconds=15.0):
    """As pcscd sees it, without touching the token: it looks every 0.4 seconds.

    A token changed between two looks, while somebody talks to it, is missed by pcscd for good.
    """
    end = time.monotonic() + seconds
    while "card=True" in (said := look(service)):
        assert time.monotonic() < end, said


def look(service):
    return subprocess.run(
        [sys.executable, "-c", LOOK],
        env=service.client(), cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def is_sealed(answer):
    return bool(answer.get("signature"))


def is_absent(answer):
    return answer.get("error") == ABSENT


@needs_virtual
def test_seals_with_a_card_behind_pcscd_and_says_when_none_is_there(folder, tmp_path):
    port = free_port()
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service:
        none, nobody = ask(service)[1], ask(service, reader="nobody")[1]
        with card(port, folder):
            done = until(is_sealed, service)
            several = ask(service, reader=NAME)[1]
    assert (none["error"], nobody["error"]) == (ABSENT, "pcsc.no-such-reader")
    assert READER in nobody["names"]
    assert (several["error"], several["names"]) == ("pcsc.several-readers", f"{READER}, {SECOND}")
    assert done["device"]["simulated"]
    assert done["tries_left"] == 10


@needs_virtual
def test_a_card_pulled_between_pin_and_signature_is_not_sealed_and_the_next_one_is(
    folder, tmp_path
):
    port = free_port()
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service:
        with card(port, folder) as process:
            until(is_sealed, service)
            tell(process, "fault pulled")
            code, answer = ask(service)
            assert (code, answer["error"] in (ABSENT, "pcsc.silent")) == (2, True)
            until_seen_empty(service)
            tell(process, "fault")
            tell(process, "put")
            until(is_sealed, service)
        until_seen_empty(service)
        with card(port, folder, "--serial", "NEXT"):
            assert until(is_sealed, service)["device"]["serial"] == "NEXT"


@needs_virtual
def test_a_token_that_never_answers_the_pin_ends_the_command_in_its_time(folder, tmp_path):
    port = free_port()
    with (
        PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service,
        card(port, folder) as process,
    ):
        until(is_sealed, service)
        tell(process, "fault silent")
        begun = time.monotonic()
        code, answer = ask(service, "--timeout", "2")
        assert time.monotonic() - begun < 10
    assert (code, answer["error"]) == (2, "pcsc.silent")


@needs_virtual
@pytest.mark.parametrize("order", [("A", "B"), ("B", "A")])
def test_of_two_tokens_the_one_with_the_number_seals_whatever_reader_it_is_in(tmp_path, order):
    port = free_port()
    for name in "AB":
        make_files(tmp_path / name)
    places = dict(zip(order, (READER, SECOND), strict=True))
    with (
        PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service,
        card(port, tmp_path / order[0], "--serial", order[0]),
        card(port + 1, tmp_path / order[1], "--serial", order[1]),
    ):
        done = until(is_sealed, service, "--serial", "B", reader=places["B"])
        wrong = until(
            lambda answer: answer.get("error") == "token.other-serial",
            service, "--serial", "B", reader=places["A"], pin="000000",
        )  # fmt: skip
        left = until(is_sealed, service, reader=places["A"])["tries_left"]
    assert done["device"]["serial"] == "B"
    assert (wrong["serial"], wrong["wanted"]) == ("A", "B")
    assert left == 10


@needs_virtual
@pytest.mark.parametrize(
    ("fault", "pin", "code"),
    [
        ("pin-error", "123456", "token.device-error"),
        ("locked", "123456", "token.locked"),
        ("last-try", "123456", "token.last-try"),
        ("stuck", "000000", "token.wrong-pin"),
    ],
)
def test_what_the_token_answers_to_the_pin_is_not_mixed_up(folder, tmp_path, fault, pin, code):
    port = free_port()
    with (
        PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service,
        card(port, folder, "--fault", fault),
    ):
        said = until(lambda answer: answer.get("error") == code, service, pin=pin)
    assert said["message"]


@needs_twin
def test_debians_driver_of_a_reader_whose_card_is_never_changed_takes_our_simulated_reader(
    folder, tmp_path
):
    with (
        simulated(folder, "--framing", "ccid") as (_, path),
        PrivatePcscd(tmp_path / "pcscd", f"{path}:GemCoreSIMPro", TWIN) as service,
    ):
        assert until(is_sealed, service)["tries_left"] == 10


@needs_twin
@pytest.mark.parametrize(
    ("framing", "model", "protocol"),
    [
        ("ccid-echo", "GemPCTwin", "T=0"),
        ("ccid-echo", "GemPCTwin", "T=1"),
        ("ccid", "GemCorePOSPro", "T=0"),
    ],
)
def test_debians_reader_driver_takes_our_simulated_reader_and_the_next_token_in_it(
    folder, tmp_path, framing, model, protocol
):
    with (
        simulated(folder, "--framing", framing, "--protocol", protocol) as (process, path),
        PrivatePcscd(tmp_path / "pcscd", f"{path}:{model}", TWIN) as service,
    ):
        until(is_sealed, service)
        for _ in range(2):
            tell(process, "take")
            until_seen_empty(service)
            assert is_absent(ask(service)[1])
            tell(process, "put")
            assert until(is_sealed, service)["tries_left"] == 10


@needs_twin
def test_a_serial_reader_unplugged_while_the_service_runs_has_no_card_any_more(folder, tmp_path):
    """pcscd 1.9.9 keeps it in its list, whatever its configuration says then: only the card goes.

    Tried in vain: its line taken away, its entry removed, its folder of entries changed, each with
    SIGUSR1, which is what `pcscd --hotplug` sends.
    """
    service = PrivatePcscd(tmp_path / "pcscd", f"{tmp_path / 'line'}:GemPCTwin", TWIN)
    with ExitStack() as plugged, ExitStack() as running:
        plugged.enter_context(
            simulated(folder, "--framing", "ccid-echo", "--link", tmp_path / "line")
        )
        running.enter_context(service)
        until(is_sealed, service)
        plugged.close()
        until_seen_empty(service)
        assert READER in look(service)
        assert ask(service)[1]["error"] in (ABSENT, "pcsc.no-reader")


@needs_virtual
def test_the_readers_are_listed_and_a_missing_service_is_said(tmp_path):
    listing = "from hardware.transports.pcsc import reader_names; print(reader_names())"
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{free_port()}", VIRTUAL) as service:
        done = subprocess.run(
            [sys.executable, "-c", listing],
            env=service.client(), cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert READER in done.stdout
    stopped = seal("--pcsc", READER, env=service.client())
    assert json.loads(stopped.stderr)["error"] == "pcsc.no-service"
