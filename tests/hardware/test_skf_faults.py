"""A library that hangs, crashes, refuses or lacks something: no wrong seal, nobody logged in."""

from contextlib import closing

import pytest

from hardware.devices import skf_status
from hardware.errors import DeviceRefused, DeviceTrouble, NoDevice, PinLocked, WrongPin
from hardware.problems import PROBLEMS
from tests.hardware.sealing_parts import DIGEST, PIN
from tests.hardware.skf_parts import made, needs_skf, sealed

pytestmark = needs_skf
BUSY = (
    "SKF_EnumDev", "SKF_ConnectDev", "SKF_GetDevInfo", "SKF_EnumApplication", "SKF_OpenApplication",
    "SKF_EnumContainer", "SKF_OpenContainer", "SKF_ExportCertificate", "SKF_VerifyPIN",
    "SKF_ECCSignData", "SKF_ClearSecureState", "SKF_CloseContainer", "SKF_CloseApplication",
    "SKF_DisConnectDev", "SKF_GetPINInfo",
)  # fmt: skip
LETTING_GO = ("SKF_CloseContainer", "SKF_CloseApplication", "SKF_DisConnectDev")


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    return tmp_path_factory.mktemp("skf")


@pytest.fixture
def hall(builds, tmp_path):
    return made(builds, tmp_path, "uint64_t")


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
    if function in LETTING_GO:  # it costs nothing, whenever it fails
        assert (bool(signature), codes) == (True, [])
    else:
        assert codes
    assert not hall.logged_in() or codes == ["token.left-logged-in"]
    assert hall.calls().count("SKF_VerifyPIN") <= 1
    assert hall.tries() == 10


@pytest.mark.parametrize("what", ["hang", "crash"])
def test_a_wrong_pin_is_said_also_by_a_library_that_fails_at_letting_go(hall, what):
    hall.fault(f"SKF_DisConnectDev {what}")
    with pytest.raises(WrongPin) as trouble:
        sealed(hall, pin="000000")
    assert trouble.value.tries_left == 9
    assert hall.calls().count("SKF_VerifyPIN") == 1


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
