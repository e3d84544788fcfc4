"""A library may damage its own process: whatever that answers ends in a card or a clear error."""

import base64
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.devices.id_card import IdCard
from hardware.devices.library_card import LibraryCardReader
from hardware.devices.photo import PhotoDecoder
from hardware.errors import BadAnswer, DeviceTrouble
from hardware.library_readers import open_library_reader
from hardware.simulators.person import load
from hardware.transports.reader_dialects import dialects
from tests.hardware.library_hall import bmp, lines, told


class Answering:
    """In the place of a process."""

    def __init__(self, *answers):
        self.answers = list(answers)

    def ask(self, question, seconds=None):
        return dict(self.answers.pop(0)) if len(self.answers) > 1 else dict(self.answers[0])

    def close(self):
        pass


def packed(data):
    return base64.b64encode(data).decode("ascii")


WANG = load("wang-lan")
FIELDS = ("name", "sex", "nation", "birth", "address", "number", "issuer", "valid_from")
RAW = {
    "dialect": "sdtapi",
    "text": packed(WANG.text()),
    "photo": packed(WANG.photo()),
    "lengths": [256, 1024],
    "new_address": "",
    "sam_bytes": packed(bytes(16)),
}
GETTERS = {
    "dialect": "cvr",
    "texts": {
        field: {"bytes": packed(text.encode("gbk")), "wide": False}
        for field, text in zip(FIELDS, told(WANG), strict=False)
    },
    "document": "",
    "issue_count": "",
    "sam_text": "05.03",
    "picture": packed(bmp()),
}
DROPPED = {"dialect": "cvr", "dropped": packed(lines(WANG)), "dropped_photo": packed(WANG.photo())}
REFUSED = {"dialect": "termb", "step": "find", "code": -1}
GOOD = (RAW, GETTERS, DROPPED, REFUSED)


def with_kind(dialect, kind):
    texts = {**GETTERS["texts"], "cert_type": {"bytes": packed(kind), "wide": False}}
    return {**GETTERS, "dialect": dialect, "texts": texts}


@pytest.mark.parametrize(
    ("dialect", "kind", "document"),
    [
        ("cvr", b"", "citizen"),
        ("cvr", b" ", "citizen"),
        ("cvr", b"J", "hk-mo-tw-J"),
        ("lib100ud", b"2", "hk-mo-tw-J"),
        ("lib100ud", b"\2", "hk-mo-tw-J"),
        ("lib100ud", b"", "citizen"),
        ("lib100ud", b"7", "citizen"),
    ],
)
def test_the_kind_of_document_as_libraries_tell_it(dialect, kind, document):
    answer = with_kind(dialect, kind)
    if dialect == "lib100ud":
        utf8 = {f: t.encode() for f, t in zip(FIELDS, told(WANG), strict=False)}
        answer["texts"] |= {f: {"bytes": packed(d), "wide": False} for f, d in utf8.items()}
    reader = LibraryCardReader(Answering(answer), dialects(), SteppedClock(), name="some.so")
    assert reader.read().document == document


def test_a_letter_nobody_knows_is_no_document():
    answer = Answering(with_kind("cvr", b"Q"))
    with pytest.raises(BadAnswer) as caught:
        LibraryCardReader(answer, dialects(), SteppedClock(), name="some.so").read()
    assert caught.value.code == "card.unknown-document"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40) | st.binary().map(packed),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def ends_well(*answers):
    reader = LibraryCardReader(Answering(*answers), dialects(), SteppedClock(), name="some.so")
    for act in (reader.read, reader.card_present, reader.sam_id):
        try:
            got = act()
        except DeviceTrouble as said:
            got = said
        assert isinstance(got, IdCard | DeviceTrouble | bool | str)


def test_the_unchanged_answers_are_cards():
    for answer in (RAW, GETTERS, DROPPED):
        reader = LibraryCardReader(Answering(answer), dialects(), SteppedClock(), name="some.so")
        assert reader.read().name == "王兰"


@given(st.sampled_from(GOOD), st.data())
def test_one_changed_value_ends_in_a_card_or_device_trouble(good, data):
    key = data.draw(st.sampled_from(sorted(good)))
    ends_well({**good, key: data.draw(values)})


@given(st.sampled_from(GOOD), st.data())
def test_a_missing_value_ends_in_a_card_or_device_trouble(good, data):
    key = data.draw(st.sampled_from(sorted(good)))
    ends_well({each: value for each, value in good.items() if each != key})


@given(st.binary(min_size=256, max_size=256), st.lists(st.integers(0, 2**32 - 1), max_size=3))
def test_any_text_and_any_lengths_end_in_a_card_or_device_trouble(text, lengths):
    ends_well({**RAW, "text": packed(text), "lengths": lengths})


@given(st.dictionaries(st.sampled_from(FIELDS), st.binary(max_size=60)), st.booleans())
def test_any_bytes_of_getters_end_in_a_card_or_device_trouble(texts, wide):
    changed = {field: {"bytes": packed(data), "wide": wide} for field, data in texts.items()}
    ends_well({**GETTERS, "texts": {**GETTERS["texts"], **changed}})


@given(st.dictionaries(st.sampled_from(["bmp", "bgr", "code"]), values))
def test_any_answer_of_a_decoder_ends_in_a_picture_or_device_trouble(answer):
    try:
        assert len(PhotoDecoder(Answering(answer)).decode(bytes(1024))) == 38862
    except DeviceTrouble as said:
        assert said.code.startswith("photo.")  # noqa: PT017


def test_an_open_reader_has_no_thread_of_ours(tmp_path):
    """Its process has one of its own that waits for questions."""
    before = threading.active_count()
    reader = open_library_reader(tmp_path / "none.so", SteppedClock())
    ends_well(RAW)
    assert threading.active_count() == before
    reader.close()
