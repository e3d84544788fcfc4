"""T=1 through a reader that only carries blocks: chains, damage, time, and cards that do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.codecs import t1
from hardware.codecs.t1 import Block
from hardware.errors import BadAnswer, DeviceTrouble
from hardware.simulators import t1_side
from hardware.simulators.t1_side import T1Side
from hardware.transports.t1_card import T1Card
from tests.hardware.sealing_parts import rig


class Echoing:
    """Acts by saying the command back, and counts how often it acted."""

    def __init__(self, waits=0):
        self.acted = []
        self.side = T1Side(self._act, waits=waits)

    def _act(self, apdu):
        self.acted.append(apdu)
        return apdu + b"\x90\x00"


@pytest.mark.parametrize(
    ("atr", "size"),
    [
        ("3B6800005A5054524E303031", None),  # T=0
        ("3B00", None),
        ("", None),
        ("3B", None),
        ("3B8001", 32),  # T=1 by TD1, sizes as usual
        ("3B80018054", 32),
        ("3BE000008131FE45", 254),
        ("3BE00000813110", 16),
        ("3BE000008131FF", 254),
        ("3B8181", 32),  # cut off
        ("3BF0", None),
    ],
)
def test_an_atr_says_whether_blocks_are_wanted_and_how_long(atr, size):
    assert t1.size_of(bytes.fromhex(atr)) == size


@given(st.binary(max_size=40))
def test_any_atr_ends_in_a_size_or_none(atr):
    size = t1.size_of(atr)
    assert size is None or 1 <= size <= t1.LARGEST


@given(st.integers(0, 255), st.binary(max_size=254))
def test_a_block_is_read_as_it_was_written(pcb, inf):
    assert t1.decode(Block(pcb, inf).encode()) == Block(pcb, inf)


@given(st.binary(min_size=4, max_size=60), st.integers(0, 59), st.integers(1, 255))
def test_a_changed_byte_is_noticed(inf, place, bits):
    raw = bytearray(Block(0, inf).encode())
    raw[place % len(raw)] ^= bits
    assert t1.decode(bytes(raw)) != Block(0, inf)


@given(st.integers(1, 254), st.binary(min_size=1, max_size=900), st.integers(0, 3))
@settings(deadline=None)
def test_a_command_of_any_length_arrives_and_its_answer_comes_back(size, command, waits):
    card = Echoing(waits)
    host = T1Card(card.side.receive, size)
    for _ in range(3):
        assert host.transmit(command) == command + b"\x90\x00"
    assert card.acted == [command] * 3


@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans(), st.integers(1, 255)), max_size=2),
    st.binary(min_size=1, max_size=600),
)
@settings(deadline=None)
def test_a_block_damaged_on_the_way_is_made_good_and_the_card_acts_once(damages, command):
    card, count = Echoing(), 0

    def carry(raw):
        nonlocal count
        count += 1
        for at, there, bits in damages:
            if at == count and there:
                raw = raw[:-1] + bytes([raw[-1] ^ bits])
        back = card.side.receive(raw)
        for at, there, bits in damages:
            if at == count and not there:
                back = back[:-1] + bytes([back[-1] ^ bits])
        return back

    assert T1Card(carry, 100).transmit(command) == command + b"\x90\x00"
    assert card.acted == [command]


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=8), st.binary(min_size=1, max_size=90))
@settings(deadline=None)
def test_any_answers_end_in_data_or_trouble(answers, command):
    said = iter(answers * 200)
    try:
        T1Card(lambda _: next(said, b""), 32).transmit(command)
    except DeviceTrouble:
        return


def test_a_card_that_asks_for_time_for_ever_is_given_up():
    with pytest.raises(BadAnswer) as trouble:
        T1Card(lambda _: Block(t1.WAIT, b"\x01").encode(), 32).transmit(b"\x80")
    assert trouble.value.code == "token.silent"


def test_a_card_may_change_the_size_of_blocks():
    card, sizes = Echoing(), []

    def carry(raw):
        sizes.append(raw[2])
        if len(sizes) == 1:
            return Block(t1.SIZE, b"\x0a").encode()
        return card.side.receive(raw)

    host = T1Card(carry, 32)
    host.transmit(bytes(20))
    assert max(sizes[2:]) == 20
    assert host.transmit(bytes(30)) == bytes(30) + b"\x90\x00"
    assert max(sizes[4:]) == 10


def test_an_atr_that_offers_blocks_for_a_card_that_has_none_does_no_harm(monkeypatch):
    monkeypatch.setattr("hardware.simulators.seal_token_lines.ATR", t1_side.atr())
    made = rig(framing="ccid")
    assert made.token.tries_left() == 10


def test_a_reader_asked_in_the_midst_of_trouble_powers_the_card_anew():
    made = rig(framing="ccid-t1")
    assert made.token.tries_left() == 10
    receive, broken = made.line._talker.receive, []

    def lose(data):
        answers = receive(data)
        if not broken and data[2] == 0x6F:
            broken.append(data)
            return []
        return answers

    made.line._talker.receive = lose
    with pytest.raises(BadAnswer):
        made.token.tries_left()
    assert made.token.tries_left() == 10


def test_our_atr_has_a_right_check_byte():
    check = 0
    for octet in t1_side.atr()[1:]:
        check ^= octet
    assert check == 0
