"""The simulated reader answers as the table of states says, to the byte."""

import pytest

from hardware.errors import DeviceTrouble
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader, frame

WANG = person.load("wang-lan")
FIND, SELECT, READ, READ_FP, ADDRESS, NUMBERS, RESET, STATUS, SAM_ID = (
    "AAAAAA96690003200122",
    "AAAAAA96690003200221",
    "AAAAAA96690003300132",
    "AAAAAA96690003301023",
    "AAAAAA96690003300330",
    "AAAAAA96690003300536",
    "AAAAAA9669000310FFEC",
    "AAAAAA9669000311FFED",
    "AAAAAA9669000312FFEE",
)
REACH = {
    "no card": [],
    "fresh": [],
    "found": [FIND],
    "selected": [FIND, SELECT],
    "done": [FIND, SELECT, READ],
}
NEEDS = {FIND: "80", SELECT: "81", READ: "41", READ_FP: "41", ADDRESS: "41", NUMBERS: "41"}
TABLE = {
    "no card": NEEDS,
    "fresh": NEEDS | {FIND: "9F"},
    "found": NEEDS | {FIND: "9F", SELECT: "90"},
    "selected": {FIND: "9F", SELECT: "90", READ: "90", READ_FP: "90", ADDRESS: "91", NUMBERS: "90"},
    "done": NEEDS | {ADDRESS: "91", NUMBERS: "90"},
}
CELLS = [(state, ask, status) for state, row in TABLE.items() for ask, status in row.items()]


def say(reader, request):
    return b"".join(piece.data for piece in reader.receive(bytes.fromhex(request)))


def reader_in(state, visitor=WANG, **knobs):
    reader = SimulatedIdCardReader(None if state == "no card" else visitor, Knobs(**knobs))
    for request in REACH[state]:
        say(reader, request)
    assert reader.state == state
    return reader


@pytest.mark.parametrize(("state", "request_", "status"), CELLS)
def test_every_cell_of_the_state_table(state, request_, status):
    answer = say(reader_in(state), request_)
    assert answer[9:10].hex().upper() == status


@pytest.mark.parametrize(
    ("state", "request_", "answer"),
    [
        ("fresh", FIND, "AAAAAA9669000800009F0000000097"),
        ("no card", FIND, "AAAAAA9669000400008084"),
        ("fresh", SELECT, "AAAAAA9669000400008185"),
        ("fresh", READ, "AAAAAA9669000400004145"),
        ("selected", ADDRESS, "AAAAAA9669000400009195"),
        ("fresh", RESET, "AAAAAA9669000400009094"),
        ("fresh", STATUS, "AAAAAA9669000400009094"),
        ("fresh", SAM_ID, "AAAAAA9669001400009005000300145333014E61BC0015CD5B07E0"),
        ("fresh", "AAAAAA96690003200121", "AAAAAA9669000400001014"),
        ("fresh", "AAAAAA96690002200121", "AAAAAA9669000400001115"),
        ("fresh", "AAAAAA96690003200023", "AAAAAA9669000400002125"),
    ],
)
def test_answers_without_text_are_right_to_the_byte(state, request_, answer):
    assert say(reader_in(state), request_).hex().upper() == answer


def test_the_read_answer_has_its_lengths_text_and_photo_in_place():
    answer = say(reader_in("selected"), READ)
    assert len(answer) == 1295
    assert answer[5:7].hex() == "0508"
    assert answer[10:14].hex() == "01000400"
    assert answer[14:270] == WANG.text()
    assert answer[270:1294] == WANG.photo()


def test_asked_for_fingerprints_it_says_that_there_are_none():
    answer = say(reader_in("selected"), READ_FP)
    assert (len(answer), answer[5:7].hex(), answer[10:16].hex()) == (1297, "050a", "010004000000")


def test_an_appended_address_has_seventy_bytes():
    answer = say(reader_in("selected", person.load("song-moved")), ADDRESS)
    assert len(answer) == 11 + 70
    assert answer[10:-1].decode("utf-16-le").strip() == "四川省泸州市江阳区新址路10号"


def test_a_reset_makes_a_lying_card_fresh():
    reader = reader_in("done")
    say(reader, RESET)
    assert reader.state == "fresh"


def test_reads_in_place_when_told_so():
    reader = reader_in("done", reads_in_place=True)
    assert say(reader, READ)[9] == 0x90
    assert say(reader, FIND)[9] == 0x9F


def test_requests_may_come_in_pieces_after_noise():
    reader = reader_in("fresh")
    assert say(reader, "00FFAA") == b""
    assert say(reader, FIND[:12]) == b""
    assert say(reader, FIND[12:])[9] == 0x9F


def test_the_line_is_paced_at_its_rate_and_the_rate_can_be_changed():
    reader = reader_in("selected", rate=9600, delay=0.5)
    pieces = reader.receive(bytes.fromhex(READ))
    assert sum(piece.after for piece in pieces) == pytest.approx(0.5 + 1295 * 10 / 9600)
    assert say(reader, "AAAAAA96690003600063")[9] == 0x90
    assert reader.knobs.rate == 115200


def test_the_largest_frame_of_the_air_can_be_set_within_its_range():
    reader = reader_in("fresh")
    assert say(reader, "AAAAAA9669000461FF50CA")[9] == 0x90
    assert say(reader, "AAAAAA9669000461FF108A")[9] == 0x21


@pytest.mark.parametrize(
    ("fault", "request_", "answer"),
    [
        ("bad-checksum@2001", FIND, "AAAAAA9669000800009F00000000CD"),
        ("truncated@2001", FIND, "AAAAAA96690008"),
        ("extra-aa", FIND, "AAAAAAAAAAAA9669000800009F0000000097"),
        ("silent", FIND, ""),
        ("silent@3001", FIND, "AAAAAA9669000800009F0000000097"),
        ("status-33@2001", FIND, "AAAAAA9669000400003337"),
        ("status-60", STATUS, "AAAAAA9669000400006064"),
    ],
)
def test_faults_are_right_to_the_byte(fault, request_, answer):
    reader = reader_in("fresh", fault=None)
    reader.set_fault(faults.parse(fault))
    assert say(reader, request_).hex().upper() == answer


def test_a_pulled_card_is_gone():
    reader = reader_in("selected")
    reader.set_fault(faults.parse("pulled"))
    assert say(reader, READ) == frame(0x41)
    assert reader.state == "no card"


@pytest.mark.parametrize("name", ["", "no-such", "status-", "status-XYZ", "status-100"])
def test_an_unknown_fault_is_refused(name):
    with pytest.raises(DeviceTrouble) as trouble:
        faults.parse(name)
    assert trouble.value.code == "simulator.no-fault"
