"""What a maker's library does behind the signature and the log-out no longer matters."""

import json
from contextlib import closing

import pytest

from app.clock import FixedClock
from hardware.devices.skf_token import skf_tokens
from hardware.devices.token_profile import Profile
from tests.hardware import skf_parts
from tests.hardware.sealing_parts import DIGEST, NOW, PIN
from tests.hardware.skf_parts import SkfHall, needs_skf, seal

pytestmark = needs_skf
LETTING_GO = ("SKF_CloseContainer", "SKF_CloseApplication", "SKF_DisConnectDev")


@pytest.fixture
def hall(tmp_path):
    made = SkfHall(tmp_path)
    made.library.write_bytes(skf_parts.built("uint64_t", tmp_path))
    made.add_token()
    return made


@pytest.mark.parametrize("what", ["hang", "crash", "exit"])
@pytest.mark.parametrize("function", LETTING_GO)
def test_a_library_that_fails_at_letting_go_has_signed(hall, function, what):
    hall.fault(f"{function} {what} signed")
    aside = []
    with closing(hall.helper()) as helper:
        (token,) = skf_tokens(helper, Profile(), FixedClock(NOW), aside=aside.append)
        with token.logged_in(PIN) as signer:
            signature = signer.sign(DIGEST)
    assert signature
    assert [each.code for each in aside] == [
        "token.library-hung" if what == "hang" else "token.library-crashed"
    ]
    assert not hall.logged_in()


@pytest.mark.parametrize("what", ["hang", "crash"])
@pytest.mark.parametrize("function", [*LETTING_GO, "SKF_GetPINInfo", "SKF_EnumContainer"])
def test_the_command_prints_the_signature_and_a_note(hall, function, what):
    hall.fault(f"{function} {what} signed")
    done = seal(hall.library, "--digest", "5A" * 32, "--timeout", "6")
    said = json.loads(done.stdout)
    assert (done.returncode, bool(said["signature"]), said["container"]) == (0, True, "seal")
    assert done.stderr
    assert all("logged out" in line or "tries" in line for line in done.stderr.splitlines())
    assert not hall.logged_in()


def test_a_token_that_will_not_log_out_is_not_sealed_with(hall):
    hall.fault("SKF_ClearSecureState 0A000001 signed")
    done = seal(hall.library, "--digest", "5A" * 32)
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["error"] == "token.left-logged-in"
