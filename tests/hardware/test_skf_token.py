"""A token behind its maker's SKF library: both widths of ULONG, every code, hangs and crashes."""

import json
import secrets
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.devices import skf_status
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
from hardware.problems import PROBLEMS
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.workers import skf as worker
from tests.hardware import skf_parts
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, YEAR, clock
from tests.hardware.skf_parts import SkfHall, error, needs_skf, seal

pytestmark = needs_skf
BUSY = (
    "SKF_EnumDev", "SKF_ConnectDev", "SKF_GetDevInfo", "SKF_EnumApplication", "SKF_OpenApplication",
    "SKF_EnumContainer", "SKF_OpenContainer", "SKF_ExportCertificate", "SKF_VerifyPIN",
    "SKF_ECCSignData", "SKF_ClearSecureState", "SKF_CloseContainer", "SKF_CloseApplication",
    "SKF_DisConnectDev", "SKF_GetPINInfo",
)  # fmt: skip


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


def made(builds: Path, folder: Path, width: str) -> SkfHall:
    hall = SkfHall(folder)
    hall.library.write_bytes(skf_parts.built(width, builds))
    hall.add_token()
    return hall


def sealed(hall, digest=DIGEST, pin=PIN, **options):
    with closing(hall.helper()) as helper, hall.open(helper).logged_in(pin, **options) as signer:
        return signer.sign(digest)


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


@pytest.mark.parametrize(
    "name",
    [b"SKF_GetPINInfo", b"SKF_CloseContainer", b"SKF_CloseApplication", b"SKF_DisConnectDev"],
)
def test_a_library_may_lack_what_sealing_can_do_without(hall, name):
    lacking = hall.library.read_bytes().replace(name + b"\0", b"XXX" + name[3:] + b"\0")
    hall.library.write_bytes(lacking)
    assert sealed(hall)
    assert not hall.logged_in()


def test_a_library_that_says_nobody_is_logged_in_has_logged_out(hall):
    hall.fault("SKF_ClearSecureState 0A00002D")
    assert sealed(hall)


def test_what_a_library_prints_does_not_disturb(hall):
    hall.fault("SKF_ECCSignData print")
    assert sealed(hall)


@pytest.mark.parametrize("what", ["hang", "crash", "exit"])
@pytest.mark.parametrize("function", BUSY)
def test_a_library_that_ends_or_hangs_anywhere_has_not_signed_or_has_and_nobody_stays_logged_in(
    hall, function, what
):
    hall.fault(f"{function} {what}")
    signature, codes = "", []
    with closing(hall.helper(0.7)) as helper:
        try:
            with hall.open(helper).logged_in(PIN) as signer:
                signature = signer.sign(DIGEST)
        except DeviceTrouble as trouble:
            codes = [trouble.code]
        hall.fault()
    said = "token.library-hung" if what == "hang" else "token.library-crashed"
    allowed = {said, "token.left-logged-in"} if function == "SKF_ClearSecureState" else {said}
    assert set(codes) <= allowed
    assert codes or (signature and function.startswith(("SKF_Close", "SKF_Dis")))
    assert not hall.logged_in() or codes == ["token.left-logged-in"]
    assert hall.calls().count("SKF_VerifyPIN") <= 1
    assert hall.tries() == 10


@pytest.mark.parametrize("number", sorted({*range(1, 0x34), 0xFF}))
def test_every_code_of_the_specification_has_its_own_trouble_with_a_sentence(number):
    trouble = skf_status.trouble(0x0A000000 + number, "SKF_VerifyPIN", 3)
    assert trouble.code in PROBLEMS
    status = trouble.facts.get("status")
    assert status in (None, f"0A0000{number:02X}")
    if number == 0x23:
        assert isinstance(trouble, NoDevice)
    assert isinstance(trouble, WrongPin) == (number == 0x24)
    assert isinstance(trouble, PinLocked) == (number == 0x25)


@pytest.mark.parametrize("number", [0x05, 0x0F, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2D, 0x99])
def test_a_code_at_the_pin_or_the_signature_is_that_code_and_nobody_stays_logged_in(hall, number):
    for function in ("SKF_VerifyPIN", "SKF_ECCSignData"):
        hall.fault(f"{function} 0A0000{number:02X}")
        with pytest.raises(DeviceTrouble) as trouble:
            sealed(hall)
        assert trouble.value.code == skf_status.trouble(0x0A000000 + number, "").code
        assert not hall.logged_in()


def test_a_token_that_will_not_log_out_is_said(hall):
    hall.fault("SKF_ClearSecureState 0A000001")
    with pytest.raises(DeviceRefused) as trouble:
        sealed(hall)
    assert trouble.value.code == "token.left-logged-in"


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


def test_a_digest_is_signed_by_the_command(hall):
    done = seal(hall.library, "--digest", "5A" * 32)
    said = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert said["device"]["serial"] == "KX-1"
    assert said["device"]["simulated"]
    assert said["signature"]
    assert said["tries_left"] == 10
    assert not hall.logged_in()


def test_the_command_shows_the_certificate_without_a_pin(hall):
    said = json.loads(seal(hall.library).stdout)
    assert said["signature"] is None
    assert "SKF_VerifyPIN" not in hall.calls()


def test_the_command_says_a_wrong_pin_and_ends_a_library_that_hangs(hall):
    assert error(seal(hall.library, "--digest", "5A" * 32, pin="0")) == "token.wrong-pin"
    hall.fault("SKF_ECCSignData hang")
    done = seal(hall.library, "--digest", "5A" * 32, "--timeout", "3")
    assert (done.returncode, done.stdout, error(done)) == (2, "", "token.library-hung")
    assert "nothing was sealed" in json.loads(done.stderr)["message"]
    assert not hall.logged_in()


def test_the_counter_finds_every_token_of_a_library_in_its_settings(hall):
    hall.add_token(2, "KX-2")
    entry = DeviceEntry("seal-token", "library", str(hall.library))
    station = Station(StationSettings((entry,)), wall=clock())
    first, second = station.seal_tokens()
    with second.logged_in(PIN) as signer:
        assert signer.sign(DIGEST)
    assert (first.serial, second.serial, hall.logged_in(2)) == ("KX-1", "KX-2", False)
    for token in (first, second):
        token.close()
    (hall.folder / "token1" / "serial").unlink()
    (hall.folder / "token2" / "serial").unlink()
    with pytest.raises(NoDevice):
        station.seal_tokens()


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


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_ended_in_the_middle_logs_out(hall, how):
    hall.fault("SKF_ECCSignData hang")
    command = [sys.executable, "-m", "hardware", "seal", "--skf", hall.library]
    process = subprocess.Popen(
        [*command, "--digest", "5A" * 32],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=skf_parts.ROOT,
    )  # fmt: skip
    process.stdin.write(f"{PIN}\n")
    process.stdin.flush()
    end = time.monotonic() + 20
    while "SKF_ECCSignData" not in hall.calls():
        assert time.monotonic() < end
        time.sleep(0.02)
    process.send_signal(how)
    said, why = process.communicate(timeout=20)
    assert (process.returncode, said, hall.logged_in()) == (2, "", False)
    assert json.loads(why)["error"] == "token.interrupted"


def test_the_worker_reads_nothing_of_a_structure_behind_its_first_ulong():
    first = 2 + 64 + 64 + 32 + 32 + 2 + 2  # DEVINFO up to AlgSymCap
    assert max(at + size for at, size in worker.DEVICE_INFO) <= first
