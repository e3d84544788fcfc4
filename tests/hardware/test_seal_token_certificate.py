"""The token's certificates: read in whatever shape they come, the one valid today chosen."""

from datetime import timedelta

import pytest

from app.codecs import der
from hardware.clock import SteppedClock
from hardware.devices.seal_token import Profile
from hardware.devices.token_commands import TokenCommands
from hardware.errors import BadAnswer, DeviceRefused
from hardware.simulators.seal_token import Content
from hardware.transports.bare_serial import BareSerialChannel, frame
from hardware.transports.memory import MemoryLine, Script
from tests.hardware.sealing_parts import NOW, YEAR, certificate, content, rig, sealed


@pytest.mark.parametrize("chunk", [1, 100, 240, 4096])
def test_a_certificate_in_parts_is_put_together(chunk):
    made = rig(chunk=chunk + 3)
    assert made.token.certificate() == made.simulated.contents[0].certificate


@pytest.mark.parametrize("head", ["place", "own-length", "bare"])
@pytest.mark.parametrize("first", ["whole-length", "own-length", "short-length", "nothing"])
def test_the_shapes_of_a_certificate_in_parts_are_understood(first, head):
    whole = content().certificate
    parts = [whole[at : at + 200] for at in range(0, len(whole), 200)]
    begin = {
        "whole-length": len(whole).to_bytes(4, "big"),
        "own-length": (200).to_bytes(4, "big"),
        "short-length": len(whole).to_bytes(2, "big"),
        "nothing": b"",
    }[first]
    answers = [begin + parts[0]]
    for number, part in enumerate(parts[1:], 1):
        width = len(begin) if head == "own-length" else 0
        place = (200 * number).to_bytes(2, "big") if head == "place" else b""
        answers.append(place + (len(part).to_bytes(width, "big") if width else b"") + part)
    line = MemoryLine(Script(frame(each + b"\x90\x00") for each in answers), SteppedClock())
    commands = TokenCommands(BareSerialChannel(line))
    assert commands.signing_certificate(b"\x10\x00", b"\x30\x01") == whole


@pytest.mark.parametrize("said", [b"", b"\x00\x00\x01\x00", b"\x30\x03\x02\x01\x00", bytes(40)])
def test_what_is_no_certificate_is_said_or_passed_over(said):
    line = MemoryLine(Script([frame(said + b"\x90\x00")] * 9), SteppedClock())
    commands = TokenCommands(BareSerialChannel(line))
    if not said:
        assert commands.signing_certificate(b"\x10\x00", b"\x30\x01") is None
        return
    with pytest.raises(BadAnswer):
        commands.signing_certificate(b"\x10\x00", b"\x30\x01")


@pytest.mark.parametrize("names", [b"A" * 300 + b"\0", b"A\0" * 1000])
def test_names_that_no_command_can_carry_or_without_end_are_no_names(names):
    line = MemoryLine(Script([frame(names + b"\x90\x00")] * 2), SteppedClock())
    commands = TokenCommands(BareSerialChannel(line), Profile(apdu="short"))
    with pytest.raises(BadAnswer) as trouble:
        commands.applications()
    assert trouble.value.code == "token.garbled"


EXPIRED = {"start": NOW - 2 * YEAR, "end": NOW - timedelta(days=1)}
TOMORROW = {"start": NOW + timedelta(days=1), "end": NOW + YEAR}


@pytest.mark.parametrize("renewed_first", [True, False])
def test_the_renewed_certificate_is_chosen_whatever_the_order(renewed_first):
    old, new = content("old", **EXPIRED), content("new")
    made = rig(*((new, old) if renewed_first else (old, new)))
    assert made.token.certificate() == new.certificate
    assert made.token.container() == "new"
    assert sealed(made.token)


@pytest.mark.parametrize(
    ("dates", "code", "date"),
    [(EXPIRED, "token.expired", "2026-11-22"), (TOMORROW, "token.not-yet-valid", "2026-11-24")],
)
def test_no_valid_certificate_is_said_with_the_date_before_the_pin(dates, code, date):
    made = rig(content(**dates))
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token)
    assert (trouble.value.code, trouble.value.facts["date"]) == (code, date)
    assert made.simulated.pin_asked == 0


def test_several_valid_containers_are_listed_and_one_can_be_named():
    first, second = content("hall"), content("township")
    with pytest.raises(DeviceRefused) as trouble:
        rig(first, second).token.certificate()
    assert trouble.value.facts["names"] == "hall, township"
    named = rig(first, second, profile=Profile(container="township"))
    assert named.token.certificate() == second.certificate
    assert sealed(named.token)


def test_containers_without_a_certificate_or_with_another_key_are_passed_over():
    seal = content("seal")
    empty = Content("empty", b"", seal.key)
    p256 = der.sequence(der.oid("1.2.840.10045.2.1"), der.oid("1.2.840.10045.3.1.7"))
    other = Content("other", certificate(b"\x04" + bytes(64), kind=p256), seal.key)
    assert rig(empty, other, seal).token.container() == "seal"
    with pytest.raises(DeviceRefused) as trouble:
        rig(empty, other).token.certificate()
    assert trouble.value.code == "token.no-certificate"
