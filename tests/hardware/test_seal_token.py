"""The seal token over both framings: choosing, PIN, one checked signature, logged out."""

import secrets

import pytest

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.devices.seal_token import Profile
from hardware.errors import (
    BadAnswer,
    DeviceRefused,
    DeviceTrouble,
    NoCard,
    NoDevice,
    PinLocked,
    WrongPin,
)
from tests.hardware.sealing_parts import DIGEST, PIN, content, rig, sealed

FRAMINGS = ("bare", "ccid", "ccid-echo", "ccid-t1")


@pytest.mark.parametrize("framing", FRAMINGS)
def test_signs_a_finished_digest_and_is_logged_out(framing):
    made = rig(framing=framing)
    raw = made.token.certificate()
    assert raw == made.simulated.contents[0].certificate
    r, s = sm2.read_signature(sealed(made.token))
    assert sm2.verify_digest(certificates.read(raw).public_key, DIGEST, r, s)
    assert not made.simulated.logged_in
    assert made.simulated.pin_asked == 1


def test_two_hundred_of_two_hundred_seals_are_good():
    made = rig()
    with made.token.logged_in(PIN) as signer:
        key = certificates.read(signer.certificate()).public_key
        for _ in range(200):
            digest = secrets.token_bytes(32)
            signature = signer.sign(digest)
            r, s = sm2.read_signature(signature)
            assert signature == sm2.write_signature(r, s)
            assert sm2.verify_digest(key, digest, r, s)


def test_names_itself_and_counts_tries():
    made = rig(serial="KX-0815")
    assert (made.token.serial, made.token.label) == ("KX-0815", "训练")
    assert made.token.simulated
    assert made.token.tries_left() == 10


def test_a_wrong_pin_costs_one_try_and_says_how_many_are_left():
    made = rig()
    with pytest.raises(WrongPin) as trouble:
        sealed(made.token, pin="000000")
    assert trouble.value.tries_left == made.token.tries_left() == 9
    assert made.simulated.pin_asked == 1
    assert sealed(made.token)


def test_the_other_hash_is_never_tried():
    made = rig(pin_hash="sha1")
    with pytest.raises(WrongPin):
        sealed(made.token)
    assert made.simulated.pin_asked == 1
    assert sealed(rig(pin_hash="sha1", profile=Profile(pin_hash="sha1")).token)


def test_the_last_try_needs_insisting():
    made = rig(fault="last-try")
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token)
    assert trouble.value.code == "token.last-try"
    assert made.simulated.pin_asked == 0
    assert sealed(made.token, insist=True)


def test_tries_that_the_token_does_not_count_are_those_it_told_the_last_wrong_pin():
    made = rig(fault="tries-untold")
    made.simulated.tries = 2
    assert made.token.tries_left() is None
    with pytest.raises(WrongPin):
        sealed(made.token, pin="000000")
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token)
    assert (trouble.value.code, made.simulated.pin_asked) == ("token.last-try", 1)
    assert sealed(made.token, insist=True)
    assert sealed(made.token)


def test_a_locked_token_is_sent_no_pin():
    made = rig(fault="locked")
    with pytest.raises(PinLocked):
        sealed(made.token, insist=True)
    assert made.simulated.pin_asked == 0


def test_a_container_that_is_not_there_is_said_with_those_that_are():
    made = rig(content("A"), content("B"), profile=Profile(container="C"))
    with pytest.raises(DeviceRefused) as trouble:
        made.token.certificate()
    assert trouble.value.code == "token.no-such-container"
    assert trouble.value.facts == {"name": "C", "names": "A, B"}


def test_a_pin_that_is_no_text_costs_no_try():
    made = rig()
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token, pin="\udcff")
    assert (trouble.value.code, made.simulated.pin_asked) == ("token.pin-text", 0)


def test_the_last_try_used_up_is_locked():
    made = rig(fault="last-try")
    with pytest.raises(PinLocked):
        sealed(made.token, pin="0", insist=True)


def test_a_locked_token_is_not_asked():
    made = rig(fault="locked")
    with pytest.raises(PinLocked):
        sealed(made.token, insist=True)
    assert made.simulated.pin_asked == 0


def test_an_empty_pin_is_not_tried():
    made = rig()
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token, pin="")
    assert trouble.value.code == "token.no-pin"
    assert made.simulated.pin_asked == 0


@pytest.mark.parametrize("framing", FRAMINGS)
def test_a_device_error_at_the_pin_is_not_a_wrong_pin(framing):
    with pytest.raises(DeviceRefused) as trouble:
        sealed(rig(framing=framing, fault="pin-error").token)
    assert trouble.value.code == "token.device-error"
    assert trouble.value.facts["status"] == "6F00"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("truncated", "token.signature-shape"),
        ("wrong-signature", "token.signature-wrong"),
        ("silent", "token.silent"),
        ("device-error", "token.device-error"),
    ],
)
@pytest.mark.parametrize("framing", FRAMINGS)
def test_no_signature_comes_of_a_faulty_token_and_it_is_logged_out(framing, fault, code):
    made = rig(framing=framing, fault=fault)
    with pytest.raises(DeviceTrouble) as trouble:
        sealed(made.token)
    assert trouble.value.code == code
    assert not made.simulated.logged_in


@pytest.mark.parametrize(("framing", "kind"), [("bare", BadAnswer), ("ccid", NoCard)])
def test_pulled_between_pin_and_signature_is_said_and_the_next_seal_works(framing, kind):
    made = rig(framing=framing, fault="pulled")
    with pytest.raises(kind):
        sealed(made.token)
    made.simulated.fault = None
    made.simulated.put()
    assert sealed(made.token)


def test_a_line_that_is_gone_is_said():
    made = rig()
    with made.token.logged_in(PIN) as signer:
        made.line.unplug()
        with pytest.raises(NoDevice):
            signer.sign(DIGEST)


def test_an_error_of_the_caller_logs_out_too():
    made = rig()

    def act():
        with made.token.logged_in(PIN):
            assert made.simulated.logged_in
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert not made.simulated.logged_in


def test_a_token_that_will_not_log_out_is_said_on_a_line_without_reset():
    with pytest.raises(DeviceRefused) as trouble:
        sealed(rig(fault="stuck").token)
    assert trouble.value.code == "token.left-logged-in"


def test_a_reader_resets_a_token_that_will_not_log_out():
    made = rig(framing="ccid", fault="stuck")
    assert sealed(made.token)
    assert not made.simulated.logged_in


def test_a_signature_whose_r_begins_with_zeros_is_minimal_der():
    made = rig(fault="short-r")
    signature = sealed(made.token)
    r, s = sm2.read_signature(signature)
    assert r >> 248 == 0
    assert signature == sm2.write_signature(r, s)
    assert len(signature) < 72


def test_another_token_in_its_place_is_noticed_before_the_pin():
    made = rig(serial="A")
    assert made.token.serial == "A"
    made.simulated.serial = "B"
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token)
    assert trouble.value.code == "token.changed"
    assert made.simulated.pin_asked == 0


def test_another_certificate_in_its_place_is_noticed_before_the_pin():
    made = rig()
    made.token.certificate()
    made.simulated.contents = (content(),)
    with pytest.raises(DeviceRefused) as trouble:
        sealed(made.token)
    assert trouble.value.code == "token.changed"
    assert made.simulated.pin_asked == 0


def test_the_pin_never_goes_over_the_line():
    made = rig()
    seen = []
    transmit = made.channel.transmit
    made.channel.transmit = lambda command: seen.append(command) or transmit(command)
    sealed(made.token)
    assert not any(PIN.encode() in command for command in seen)
