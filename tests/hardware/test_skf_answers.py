"""What a library's helper answers, bent at any place: a good signature or a clear error."""

import copy
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.codecs import sm2
from hardware.codecs import certificate as certificates
from hardware.devices.skf_token import skf_tokens
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceRefused, DeviceTrouble, NoDevice
from tests.hardware.sealing_parts import DIGEST, PIN, clock, content

SEAL = content()
ACT = (
    "tokens", "let-go", "containers", "let-go", "containers", "let-go", "tries", "let-go", "log-in",
    "sign", "log-out", "let-go",
)  # fmt: skip
COSTS_NOTHING = ("let-go", "log-out")  # the second is asked once more in another way
ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.binary().map(bytes.hex)
)
VALUES = ANYTHING | st.lists(ANYTHING, max_size=3) | st.dictionaries(st.text(max_size=4), ANYTHING)


class Helper:
    """One token as the worker tells of it; `bend` changes the answer number `at`."""

    def __init__(self, at=-1, bend=lambda answer: answer, trouble=None):
        self.logged_in, self.pins, self.asked = False, 0, []
        self._left, self._bend, self._trouble = at, bend, trouble

    def ask(self, question, seconds=None):
        self.asked.append(question["do"])
        answer = getattr(self, "do_" + question["do"].replace("-", "_"))(question)
        self._left -= 1
        if self._left == -1 and self._trouble:
            raise self._trouble
        return self._bend(copy.deepcopy(answer)) if self._left == -1 else answer

    def close(self):
        self.logged_in = False  # the driver logs out who goes away

    def do_tokens(self, question):
        row = {"device": "64", "maker": "", "label": "训练".encode().hex(), "serial": b"K1".hex()}
        return {"tokens": [row]}

    def do_containers(self, question):
        row = {"application": "61", "name": "63", "certificate": SEAL.certificate.hex()}
        return {"containers": [row]}

    def do_tries(self, question):
        return {"left": 10}

    def do_log_in(self, question):
        assert question["pin"] == PIN.encode().hex()
        self.pins += 1
        self.logged_in = True
        return {}

    def do_sign(self, question):
        r, s = SEAL.key.sign(bytes.fromhex(question["digest"]))
        return {"signature": (r.to_bytes(64, "big") + s.to_bytes(64, "big")).hex()}

    def do_log_out(self, question):
        self.logged_in = False
        return {"cleared": True}

    do_clear = do_log_out

    def do_let_go(self, question):
        assert not self.logged_in
        return {}


def bent():
    """One value of an answer, at any depth, replaced, or a name of it lost."""

    def act(places, value, lose):
        def bend(answer):
            at = answer
            for place in places[:-1]:
                keys = list(at) if isinstance(at, dict) else range(len(at))
                inner = at[list(keys)[place % len(keys)]] if len(keys) else None
                if not isinstance(inner, dict | list) or not inner:
                    break
                at = inner
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if keys and lose:
                del at[keys[places[-1] % len(keys)]]
            elif keys:
                at[keys[places[-1] % len(keys)]] = value
            return answer

        return bend

    places = st.lists(st.integers(0, 9), min_size=1, max_size=4)
    return st.builds(act, places, VALUES, st.booleans()) | VALUES.map(
        lambda value: lambda _: value if isinstance(value, dict) else {}
    )


def one_act(helper):
    token = skf_tokens(helper, Profile(), clock())[0]
    with token.logged_in(PIN) as signer:
        r, s = sm2.read_signature(signer.sign(DIGEST))
    key = certificates.read(SEAL.certificate).public_key
    assert sm2.verify_digest(key, DIGEST, r, s)


def test_the_helper_of_these_tests_is_a_good_one():
    helper = Helper()
    one_act(helper)
    assert (helper.pins, helper.logged_in) == (1, False)
    assert tuple(helper.asked) == ACT


@settings(deadline=None, max_examples=400)
@given(at=st.integers(0, len(ACT) - 1), bend=bent())
def test_bent_answers_end_in_a_right_signature_or_a_clear_error_and_the_next_act_works(at, bend):
    helper = Helper(at, bend)
    with suppress(DeviceTrouble):
        one_act(helper)
    assert not helper.logged_in
    assert helper.pins <= 1
    one_act(helper)


@pytest.mark.parametrize("at", range(len(ACT)))
@pytest.mark.parametrize("trouble", [NoDevice("token.absent"), DeviceRefused("skf.failed")])
def test_trouble_at_any_question_is_that_trouble_and_the_next_act_works(at, trouble):
    helper = Helper(at, trouble=trouble)
    if ACT[at] not in COSTS_NOTHING:
        with pytest.raises(DeviceTrouble) as said:
            one_act(helper)
        assert said.value.code == trouble.code
    else:
        one_act(helper)
    assert helper.pins <= 1
    one_act(helper)
    assert not helper.logged_in
