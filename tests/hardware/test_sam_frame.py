"""Frames of the reader module are found in whatever comes over the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.sam_frame import LENGTH_CAP, PREAMBLE, FrameDecoder, encode
from hardware.errors import BadAnswer

FOUND = bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")
DONE = bytes.fromhex("AAAAAA9669 0004 000090 94")
bodies = st.binary(min_size=3, max_size=LENGTH_CAP - 1)


def bodies_in(data: bytes, decoder: FrameDecoder | None = None) -> list[bytes]:
    decoder = decoder or FrameDecoder()
    decoder.feed(data)
    found = []
    while (body := decoder.take()) is not None:
        found.append(body)
    return found


@pytest.mark.parametrize(
    ("command", "frame"),
    [
        ("10FF", "AAAAAA9669000310FFEC"),
        ("11FF", "AAAAAA9669000311FFED"),
        ("12FF", "AAAAAA9669000312FFEE"),
        ("2001", "AAAAAA96690003200122"),
        ("2002", "AAAAAA96690003200221"),
        ("3001", "AAAAAA96690003300132"),
        ("3003", "AAAAAA96690003300330"),
        ("61FF50", "AAAAAA9669000461FF50CA"),
    ],
)
def test_a_command_is_framed_as_the_facts_say(command, frame):
    assert encode(bytes.fromhex(command)).hex().upper() == frame


@given(bodies)
def test_what_is_encoded_is_decoded(body):
    assert bodies_in(encode(body)) == [body]


@given(st.lists(bodies, max_size=4), st.data())
def test_answers_may_come_in_any_pieces(parts, data):
    stream = b"".join(encode(body) for body in parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    decoder, found = FrameDecoder(), []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        found += bodies_in(stream[start:end], decoder)
    assert found == parts


@given(st.integers(0, 40))
def test_a_run_of_aa_before_an_answer_does_no_harm(count):
    assert bodies_in(b"\xaa" * count + FOUND) == [FOUND[7:-1]]


@given(st.binary(max_size=60).filter(lambda noise: PREAMBLE not in noise + PREAMBLE[:4]))
def test_noise_before_an_answer_is_passed_over(noise):
    assert bodies_in(noise + FOUND) == [FOUND[7:-1]]


def test_the_timeout_mark_of_some_wrappers_is_no_answer():
    assert bodies_in(bytes.fromhex("AAAAAA96690005050505") + FOUND) == [FOUND[7:-1]]


def test_our_own_frame_echoed_is_no_answer():
    assert bodies_in(encode(bytes.fromhex("2001")) + FOUND) == [FOUND[7:-1]]


def test_a_length_beyond_the_cap_is_no_answer():
    too_long = PREAMBLE + (LENGTH_CAP + 1).to_bytes(2, "big")
    assert bodies_in(too_long + FOUND) == [FOUND[7:-1]]


def test_the_longest_length_is_still_awaited():
    decoder = FrameDecoder()
    assert bodies_in(PREAMBLE + LENGTH_CAP.to_bytes(2, "big"), decoder) == []
    assert decoder.missing() == LENGTH_CAP


def test_a_wrong_checksum_is_said_and_the_next_answer_found():
    decoder = FrameDecoder()
    decoder.feed(DONE[:-1] + b"\x95" + FOUND)
    with pytest.raises(BadAnswer) as trouble:
        decoder.take()
    assert trouble.value.code == "id-reader.bad-checksum"
    assert decoder.take() == FOUND[7:-1]


def test_an_answer_swallowed_by_a_false_start_is_found_when_it_is_given_up():
    decoder = FrameDecoder()
    assert bodies_in(PREAMBLE + b"\x05\x08" + FOUND, decoder) == []
    assert decoder.skip()
    assert decoder.take() == FOUND[7:-1]
    assert not decoder.skip()


@given(st.binary(max_size=400))
def test_it_never_asks_for_more_than_an_answer_has(data):
    decoder = FrameDecoder()
    assert decoder.missing() == len(DONE)
    decoder.feed(data)
    try:
        while decoder.take() is not None:
            pass
    except BadAnswer:
        return
    assert 0 < decoder.missing() <= LENGTH_CAP


@given(bodies, st.data())
def test_a_mutated_answer_ends_in_an_answer_or_bad_answer(body, data):
    frame = bytearray(encode(body))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    decoder = FrameDecoder()
    decoder.feed(bytes(frame))
    for _ in range(len(frame) + 2):
        try:
            if decoder.take() is None and not decoder.skip():
                return
        except BadAnswer:
            continue
    raise AssertionError("the decoder does not come to an end")
