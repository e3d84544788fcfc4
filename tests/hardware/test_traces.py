"""Traces: overheard without being changed, masked without leaking, played back to the same end."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.codecs.trace import ATR, IN, KINDS, OUT, RESET, WAYS, Piece, Trace, read, rows
from hardware.codecs.trace_mask import masked
from hardware.commands.replay import load
from hardware.commands.traced import ask_token, outcome
from hardware.devices.id_card import IdCardReader
from hardware.devices.pcsc_id_reader import document_in
from hardware.devices.seal_token import Profile, SealToken
from hardware.errors import BadAnswer, DeviceTrouble
from hardware.simulators import faults, person
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.simulators.player import PlayedCard, PlayedChannel, PlayedLine
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from hardware.simulators.stream_card import SimulatedStreamReader
from hardware.transports.base import Answer
from hardware.transports.memory import MemoryLine
from hardware.transports.recorder import Record, RecordedCard, RecordedChannel, RecordedStream
from tests.hardware.sealing_parts import DIGEST, NOW, PIN, clock, rig

FORMATS = Path(__file__).parents[1] / "formats"
SAMPLES = sorted(FORMATS.glob("trace-*.jsonl"))
THEN = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def of_line(name, fault=None, *, fingerprints=False):
    """The unmasked trace of one reading, and what was read."""
    time = SteppedClock()
    simulator = SimulatedIdCardReader(person.load(name))
    simulator.set_fault(faults.parse(fault) if fault else None)
    record, card, code = Record(time), None, "done"
    reader = IdCardReader(RecordedStream(MemoryLine(simulator, time), record), time)
    try:
        reader.check()
        card = (reader.with_fingerprints() if fingerprints else reader).read()
    except DeviceTrouble as trouble:
        code = trouble.code
    return Trace("id-reader", THEN, False, True, record.pieces, code), card


class Chip:
    """A simulated card of the card service, as a channel."""

    def __init__(self, card):
        self._card = card

    def transmit(self, apdu):
        said = self._card.answer(apdu)
        return Answer(said[:-2], int.from_bytes(said[-2:], "big"))

    def atr(self):
        return self._card.atr

    def reset(self):
        self._card.power()

    def close(self):
        pass


def of_card(card):
    record = Record(SteppedClock())
    read_card = document_in(RecordedCard(Chip(card), record), "reader")
    return Trace("id-card", THEN, False, True, record.pieces), read_card


def of_token():
    made = rig(framing="bare")
    record = Record(SteppedClock())
    token = SealToken(RecordedChannel(made.channel, record), Profile(), clock())
    ask_token(token, DIGEST, PIN)
    return Trace("seal-token", NOW, False, True, record.pieces)


def told(trace):
    return b"".join(piece.data for piece in trace.pieces)


def secrets(card):
    """What names the person, in the ways a card may write it."""
    words = [card.name, card.address, card.number, card.issuer, card.new_address or ""]
    texts = [word for word in words if len(word) > 1]
    codings = ("utf-16-le", "gb18030", "utf-8")
    return [text.encode(coding) for text in texts for coding in codings]


def same_shape(one, other):
    shape = [(piece.at, piece.way, len(piece.data)) for piece in one.pieces]
    return shape == [(piece.at, piece.way, len(piece.data)) for piece in other.pieces]


@pytest.mark.parametrize("name", person.names())
@pytest.mark.parametrize("fingerprints", [False, True])
def test_of_a_masked_card_nothing_is_left_and_it_still_reads(name, fingerprints):
    trace, card = of_line(name, fingerprints=fingerprints)
    assert any(secret in told(trace) for secret in secrets(card))
    hidden = masked(trace)
    assert hidden.masked
    assert same_shape(hidden, trace)
    assert not [secret for secret in secrets(card) if secret in told(hidden)]
    assert card.photo is None or card.photo not in told(hidden)
    assert not any(each in told(hidden) for each in card.fingerprints or ())
    assert outcome(hidden) == outcome(trace) == "done"


def test_a_masked_card_is_of_the_same_kind_and_nobody():
    trace, card = of_line("wang-lan")
    time = SteppedClock()
    reader = IdCardReader(MemoryLine(PlayedLine(masked(trace)), time), time)
    shown = reader.read()
    assert (shown.document, shown.sam_id) == (card.document, card.sam_id)
    assert set(shown.name) == {"某"}
    assert set(shown.number) <= {"0", "X"}
    assert shown.birth == "1990-01-01"


@pytest.mark.parametrize(
    "fault", [name.replace("status-NN", "status-41") for name in faults.names()]
)
def test_a_trace_of_every_fault_ends_as_it_was_recorded(fault):
    trace, _ = of_line("wang-lan", fault)
    assert outcome(trace) == trace.outcome
    assert outcome(masked(trace)) == trace.outcome
    secret = "王兰".encode("utf-16-le")
    assert secret not in told(masked(trace))


@pytest.mark.parametrize("kind", [SimulatedStreamReader, SimulatedSocialSecurityCard])
def test_a_masked_card_of_the_card_service_still_reads(kind):
    trace, card = of_card(kind(person.load("wang-lan")))
    hidden = masked(trace)
    assert same_shape(hidden, trace)
    assert any(secret in told(trace) for secret in secrets(card))
    assert not [secret for secret in secrets(card) if secret in told(hidden)]
    assert outcome(hidden) == outcome(trace) == "done"
    assert document_in(PlayedChannel(PlayedCard(hidden)), "reader").document == card.document


def test_of_a_token_only_the_pin_is_masked_and_the_signature_is_still_good():
    trace = of_token()
    hidden = masked(trace)
    changed = [
        (before, after)
        for before, after in zip(trace.pieces, hidden.pieces, strict=True)
        if before != after
    ]
    ((before, after),) = changed
    assert before.data[:2] == bytes.fromhex("8018")
    assert set(after.data[7:]) == {0}
    assert same_shape(hidden, trace)
    assert outcome(hidden) == "done"


def test_a_token_that_was_pulled_ends_as_it_was_recorded():
    trace = of_token()
    cut = replace(trace, pieces=trace.pieces[:-3], outcome="pcsc.silent")
    assert outcome(cut) != "done"


def test_what_is_over_the_cap_is_not_kept(monkeypatch):
    monkeypatch.setattr("hardware.transports.recorder.PIECES_CAP", 2)
    record = Record(SteppedClock())
    for _ in range(5):
        record.note(OUT, b"1")
    assert len(record.pieces) == 2


pieces = st.lists(
    st.builds(
        Piece,
        st.floats(0, 1000).map(lambda at: round(at, 6)),
        st.sampled_from(WAYS),
        st.binary(max_size=80)
        | st.binary(max_size=40).map(lambda rest: bytes.fromhex("AAAAAA9669") + rest)
        | st.sampled_from([bytes.fromhex(each) for each in ("AAAAAA96690003300132", "FFB0000000")]),
    ),
    max_size=12,
).map(tuple)
traces = st.builds(
    Trace, st.sampled_from(KINDS), st.just(THEN), st.just(False), st.booleans(), pieces
)


@given(traces)
def test_what_was_written_is_read_again(trace):
    assert read(json.dumps(row) for row in rows(trace)) == trace


@given(traces)
def test_masking_changes_no_length_whatever_was_recorded(trace):
    hidden = masked(trace)
    assert same_shape(hidden, trace)
    assert masked(hidden).pieces == hidden.pieces


@settings(max_examples=60, deadline=None)
@given(traces)
def test_any_trace_that_can_be_read_ends_in_a_code(trace):
    assert isinstance(outcome(trace), str)


HEAD = {"trace": 1, "kind": "id-reader", "recorded": THEN.isoformat()}
GOOD = json.dumps(HEAD | {"masked": True, "simulated": True})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ([], "trace.cut-short"),
        ([GOOD], "trace.cut-short"),
        (["no json"], "trace.unreadable"),
        (["[" * 5000], "trace.unreadable"),
        (["[]"], "trace.unreadable"),
        ([json.dumps(HEAD)], "trace.unreadable"),
        ([GOOD.replace('"trace": 1', '"trace": 2')], "trace.unreadable"),
        ([GOOD.replace("+00:00", "")], "trace.unreadable"),
        ([GOOD, '{"at": -1, "way": "in", "hex": ""}'], "trace.unreadable"),
        ([GOOD, '{"at": true, "way": "in", "hex": ""}'], "trace.unreadable"),
        ([GOOD, '{"at": NaN, "way": "in", "hex": ""}'], "trace.unreadable"),
        ([GOOD, '{"at": 0, "way": "up", "hex": ""}'], "trace.unreadable"),
        ([GOOD, '{"at": 0, "way": "in", "hex": "0"}'], "trace.unreadable"),
        ([GOOD, '{"outcome": "<b>"}'], "trace.unreadable"),
        ([GOOD, '{"hex": "' + "00" * 40_000 + '"}'], "trace.too-long"),
        ([GOOD] + ['{"at": 0, "way": "in", "hex": ""}'] * 20_001, "trace.too-long"),
    ],
)
def test_what_is_no_trace_is_said_with_its_line(text, code):
    with pytest.raises(BadAnswer) as trouble:
        read(text)
    assert trouble.value.code == code


@given(st.text(max_size=300))
def test_any_text_is_a_trace_or_trouble(text):
    with suppress(BadAnswer):
        read([GOOD, *text.splitlines()])


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_the_sample_of_each_kind_still_ends_as_recorded(file):
    trace = load(file)
    assert trace.masked
    assert trace.simulated
    assert outcome(trace) == trace.outcome == "done"


def test_there_is_a_sample_of_each_kind():
    assert {load(file).kind for file in SAMPLES} == set(KINDS)


def test_a_trace_keeps_resets_and_the_answer_to_reset():
    record = Record(SteppedClock())
    channel = RecordedCard(Chip(SimulatedStreamReader(person.load("wang-lan"))), record)
    channel.reset()
    atr = channel.atr()
    channel.close()
    assert [(piece.way, piece.data) for piece in record.pieces] == [(RESET, b""), (ATR, atr)]
    assert IN not in {piece.way for piece in record.pieces}
