"""A token behind its maker's SKF library: both widths of ULONG, every code, hangs and crashes."""

import secrets
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.devices.skf_token import skf_tokens
from hardware.devices.token_profile import Profile
from hardware.errors import (
    BadAnswer,
    DeviceRefused,
    DeviceTrouble,
    NoDevice,
    PinLocked,
    WrongPin,
)
from hardware.workers import skf as worker
from tests.hardware import skf_parts
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, YEAR, clock
from tests.hardware.skf_parts import error, made, needs_skf, seal, sealed

pytestmark = needs_skf


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    return tmp_path_factory.mktemp("skf")


@pytest.fixture(params=skf_parts.WIDTHS)
def wide(request, builds, tmp_path):
    """A library of each width with one token."""
    return made(builds, tmp_path, request.param)


@pytest.fixture
def hall(builds, tmp_path):
    return made(builds, tmp_path, "uint64_t")


def test_signs_a_finished_digest_and_is_logged_out(wide):
    with closing(wide.helper()) as helper:
        token = wide.open(helper)
        assert (token.serial, token.label, token.simulated) == ("KX-1", "训练", True)
        assert token.tries_left() == 10
        assert token.container() == "seal"
        assert token.seals() == ()
        key = certificates.read(token.certificate()).public_key
        with token.logged_in(PIN) as signer:
            assert wide.logged_in()
            assert signer.certificate() == token.certificate()
            for _ in range(20):
                digest = secrets.token_bytes(32)
                r, s = sm2.read_signature(signer.sign(digest))
                assert sm2.verify_digest(key, digest, r, s)
        assert not wide.logged_in()
    assert wide.calls().count("SKF_VerifyPIN") == 1


def test_a_wrong_pin_costs_one_try_and_the_last_needs_insisting(wide):
    with pytest.raises(WrongPin) as trouble:
        sealed(wide, pin="000000")
    assert (trouble.value.tries_left, wide.tries()) == (9, 9)
    (wide.token() / "tries").write_text("1")
    with pytest.raises(DeviceRefused) as trouble:
        sealed(wide)
    assert trouble.value.code == "token.last-try"
    with pytest.raises(PinLocked):
        sealed(wide, pin="000000", insist=True)
    with pytest.raises(PinLocked):
        sealed(wide, insist=True)
    assert wide.calls().count("SKF_VerifyPIN") == 2


def test_a_library_that_does_not_count_after_a_wrong_pin_is_asked_how_many_are_left(wide):
    (wide.folder / "count-untold").touch()
    with pytest.raises(WrongPin) as trouble:
        sealed(wide, pin="000000")
    assert trouble.value.tries_left == 9


def test_what_never_counts_says_only_that_the_pin_is_wrong(wide):
    (wide.folder / "count-untold").touch()
    wide.fault("SKF_GetPINInfo 0A000003")
    with pytest.raises(DeviceRefused) as trouble:
        sealed(wide, pin="000000")
    assert trouble.value.code == "skf.wrong-pin"
    assert sealed(wide)


def test_a_short_number_is_minimal_der(hall):
    with closing(hall.helper()) as helper, hall.open(helper).logged_in(PIN) as signer:
        lengths = {len(signer.sign(secrets.token_bytes(32))) for _ in range(60)}
    assert lengths <= set(range(66, 73))


def test_a_bent_signature_is_never_handed_on(hall):
    (hall.folder / "bent").touch()
    with pytest.raises(BadAnswer) as trouble:
        sealed(hall)
    assert trouble.value.code == "token.signature-wrong"
    assert not hall.logged_in()


def test_two_tokens_are_told_apart_by_number_and_the_other_is_left_alone(hall):
    hall.add_token(2, "KX-2")
    with closing(hall.helper()) as helper:
        with pytest.raises(DeviceRefused) as trouble:
            hall.open(helper)
        assert trouble.value.facts["names"] == "KX-1, KX-2"
        with pytest.raises(DeviceRefused) as trouble:
            hall.open(helper, "KX-3")
        assert trouble.value.code == "token.other-serial"
        with hall.open(helper, "KX-2").logged_in(PIN) as signer:
            assert signer.sign(DIGEST)
            assert (hall.logged_in(1), hall.logged_in(2)) == (False, True)
    assert not hall.logged_in(2)


@pytest.mark.parametrize("renewed", ["", "2"])
def test_the_renewed_certificate_is_chosen_whatever_the_order(hall, renewed):
    old = "2" if renewed == "" else ""
    hall.add_container(1, "2")
    hall.add_container(1, old, start=NOW - 2 * YEAR, end=NOW - timedelta(days=1))
    with closing(hall.helper()) as helper:
        assert hall.open(helper).container() == f"seal{renewed}"


def test_two_valid_containers_are_listed_and_one_can_be_named(hall):
    hall.add_container(1, "2")
    with closing(hall.helper()) as helper:
        with pytest.raises(DeviceRefused) as trouble:
            hall.open(helper).certificate()
        assert trouble.value.facts["names"] == "seal, seal2"
        assert hall.open(helper, container="seal2").container() == "seal2"


def test_another_token_under_the_same_name_is_noticed_before_the_pin(hall):
    with closing(hall.helper()) as helper:
        token = hall.open(helper)
        token.certificate()
        (hall.token() / "serial").write_text("KX-9")
        with pytest.raises(DeviceRefused) as trouble, token.logged_in(PIN):
            pass
    assert trouble.value.code == "token.changed"
    assert "SKF_VerifyPIN" not in hall.calls()


def test_another_certificate_is_noticed_before_the_pin(hall):
    with closing(hall.helper()) as helper:
        token = hall.open(helper)
        token.certificate()
        hall.add_container()
        with pytest.raises(DeviceRefused) as trouble, token.logged_in(PIN):
            pass
    assert trouble.value.code == "token.changed"
    assert "SKF_VerifyPIN" not in hall.calls()


def test_a_token_pulled_between_pin_and_signature_is_not_sealed(hall):
    with closing(hall.helper()) as helper, pytest.raises(NoDevice) as trouble:
        with_the_token_pulled(hall, helper)
    assert trouble.value.code == "token.absent"


def with_the_token_pulled(hall, helper):
    with hall.open(helper).logged_in(PIN) as signer:
        (hall.token() / "serial").unlink()
        signer.sign(DIGEST)


def test_no_token_and_no_such_library_are_said(hall, tmp_path):
    (hall.token() / "serial").unlink()
    with closing(hall.helper()) as helper, pytest.raises(NoDevice) as trouble:
        skf_tokens(helper, Profile(), clock())
    assert trouble.value.code == "token.absent"
    assert error(seal(tmp_path / "none.so")) == "library.absent"
    assert error(seal(Path(__file__))) == "library.unloadable"


def test_a_library_of_something_else_is_said(hall, builds):
    other = builds / "other.so"
    other.write_bytes(hall.library.read_bytes().replace(b"SKF_VerifyPIN\0", b"SKF_VerifyPan\0"))
    assert error(seal(other)) == "library.not-known"


class Scripted:
    """A helper whose answers are rubbish."""

    def __init__(self, answer):
        self.answer = answer

    def ask(self, question, seconds=None):
        return self.answer

    def close(self):
        pass


RUBBISH = (
    {}, {"tokens": None}, {"tokens": [1]}, {"tokens": [{"device": "zz"}]}, {"sar": "x"},
    {"tokens": [{"device": "00", "label": "00"}]}, {"changed": 1},
)  # fmt: skip


@pytest.mark.parametrize("answer", RUBBISH)
def test_rubbish_from_the_helper_is_a_clear_error(answer):
    with pytest.raises(DeviceTrouble):
        skf_tokens(Scripted(answer), Profile(), clock())


def test_the_pin_goes_to_the_helper_by_its_pipe_only(hall):
    with closing(hall.helper()) as helper:
        token = hall.open(helper)
        with token.logged_in(PIN) as signer:
            process = Path(f"/proc/{helper._process.pid}")
            for place in ("cmdline", "environ"):
                said = (process / place).read_bytes()
                assert PIN.encode() not in said
                assert PIN.encode().hex().encode() not in said
            signer.sign(DIGEST)


def test_a_parent_that_dies_logs_out(hall):
    with closing(hall.helper()) as helper:
        token = hall.open(helper)
        token._send_pin(token._choose(), PIN.encode())
        assert hall.logged_in()
        helper._pipes.close()  # as when the parent is killed hard
        assert helper._process.wait(10) != 0
        assert not hall.logged_in()


def test_the_worker_reads_nothing_of_a_structure_behind_its_first_ulong():
    first = 2 + 64 + 64 + 32 + 32 + 2 + 2  # DEVINFO up to AlgSymCap
    assert max(at + size for at, size in worker.DEVICE_INFO) <= first
