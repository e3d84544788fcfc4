"""The seal token over both framings: choosing, PIN, one checked signature, logged out."""

import secrets
from datetime import timedelta

import pytest

from app.codecs import der, sm2
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
from hardware.simulators.seal_token import Content
from tests.hardware.sealing_parts import NOW, PIN, YEAR, certificate, content, rig

FRAMINGS = ("bare", "ccid", "ccid-echo")
DIGEST = bytes(range(32))


def sealed(token, digest=DIGEST, pin=PIN, **options):
    with token.logged_in(pin, **options) as signer:
        return signer.sign(digest)


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


@pytest.mark.parametrize("chunk", [1, 100, 240, 4096])
def test_a_certificate_in_parts_is_put_together(chunk):
    made = rig(chunk=chunk + 3)
    assert made.token.certificate() == made.simulated.contents[0].certificate


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
