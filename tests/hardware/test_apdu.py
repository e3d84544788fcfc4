"""APDUs in extended length, and the PIN block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs import apdu, ccid
from hardware.codecs.apdu import Command
from hardware.codecs.pin_block import pin_block

BYTE = st.integers(0, 255)
COMMANDS = st.builds(
    Command, BYTE, BYTE, BYTE, BYTE, st.binary(max_size=600), st.none() | st.integers(1, 0x10000)
)


@given(COMMANDS)
def test_a_command_comes_back_as_it_was(command):
    assert apdu.decode(command.encode()) == command


def test_extended_length_is_always_used():
    assert Command(0x80, 0x50, le=8).encode().hex() == "80500000000008"
    assert Command(0x80, 0x26, data=b"APP", le=10).encode().hex() == "80260000000003415050000a"
    assert Command(0x80, 0x04, le=apdu.WHOLE).encode().hex() == "80040000000000"


@pytest.mark.parametrize(
    ("raw", "data", "le"),
    [
        ("80500000", b"", None),
        ("8050000008", b"", 8),
        ("8050000000", b"", 256),
        ("80CA0000021000", b"\x10\x00", None),
        ("80CA00000210000A", b"\x10\x00", 10),
    ],
)
def test_the_short_form_is_understood(raw, data, le):
    command = apdu.decode(bytes.fromhex(raw))
    assert (command.data, command.le) == (data, le)


@given(st.binary(max_size=64))
def test_any_bytes_are_a_command_or_a_value_error(raw):
    try:
        apdu.decode(raw)
    except ValueError:
        return


@pytest.mark.parametrize("raw", ["", "90", "0000", "FFFF"])
def test_what_has_no_status_word_is_no_answer(raw):
    assert apdu.split(bytes.fromhex(raw)) is None


def test_status_words_have_a_meaning():
    assert apdu.split(bytes.fromhex("01029000")) == (b"\x01\x02", 0x9000)
    assert [apdu.tries_left(sw) for sw in (0x63C3, 0x63C0, 0x6983)] == [3, 0, None]
    assert apdu.meaning(0x6F00) == apdu.meaning(0x6581) == "device-error"
    assert apdu.meaning(0x6983) == "locked"
    assert apdu.meaning(0x6A82) == apdu.meaning(0x6A88) == "not-found"
    assert apdu.meaning(0x6ABC) == "refused"


def test_the_pin_is_not_in_its_block_and_the_hash_decides():
    first = pin_block(b"123456", bytes(8), "sm3")
    assert len(first) == 16
    assert b"123456" not in first
    assert first != pin_block(b"123456", bytes(8), "sha1")
    assert first != pin_block(b"123456", bytes(7) + b"\x01", "sm3")


@given(BYTE, BYTE, st.binary(max_size=300), st.binary(min_size=3, max_size=3))
def test_a_ccid_message_comes_back_as_it_was(kind, seq, data, specific):
    message = ccid.Message(kind, seq, data, specific)
    raw = ccid.frame(message)
    assert ccid.decode(raw[2:-1]) == message
    assert ccid.checksum(raw) == 0


@pytest.mark.parametrize("raw", ["", "8000000000000000", "80010000000000000000"])
def test_a_ccid_message_of_another_length_is_refused(raw):
    with pytest.raises(ValueError, match="length"):
        ccid.decode(bytes.fromhex(raw))
