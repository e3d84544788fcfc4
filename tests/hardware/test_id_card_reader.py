"""The driver reads a card and says clearly what went wrong; simulator or script on the line."""

import dataclasses

import pytest

from hardware.clock import SteppedClock
from hardware.codecs.sam_frame import encode
from hardware.devices.id_card import IdCardReader
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.transports.memory import MemoryLine, Script

FOUND = bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")
NONE = bytes.fromhex("AAAAAA9669 0004 000080 84")
DONE = bytes.fromhex("AAAAAA9669 0004 000090 94")
GONE = bytes.fromhex("AAAAAA9669 0004 000041 45")
SELECTED = encode(bytes.fromhex("000090") + bytes(8))
SAM_ID = bytes.fromhex("AAAAAA9669 0014 000090 05000300 14533301 4E61BC00 15CD5B07 E0")
NO_NEW_ADDRESS = bytes.fromhex("AAAAAA9669 0004 000091 95")
WANG = person.load("wang-lan")


def answer_with(text: bytes, photo: bytes) -> bytes:
    sizes = len(text).to_bytes(2, "big") + len(photo).to_bytes(2, "big")
    return encode(bytes.fromhex("000090") + sizes + text + photo)


def simulated(visitor=WANG, fault="", **knobs):
    clock = SteppedClock()
    reader = SimulatedIdCardReader(visitor, Knobs(faults.parse(fault) if fault else None, **knobs))
    return reader, IdCardReader(MemoryLine(reader, clock), clock), clock


def scripted(*answers):
    clock, script = SteppedClock(), Script(answers)
    return script, IdCardReader(MemoryLine(script, clock), clock), clock


def trouble_of(reader):
    with pytest.raises(DeviceTrouble) as trouble:
        reader.read()
    return trouble.value


def test_reads_a_card():
    _, reader, _ = simulated()
    card = reader.read()
    assert (card.name, card.sex, card.ethnic_group) == ("王兰", "女", "汉")
    assert (card.birth, card.number) == ("1988-03-12", "51050219880312002X")
    assert (card.valid_from, card.valid_until) == ("2020-01-01", "2040-01-01")
    assert card.issuer == "泸州市公安局江阳区分局"
    assert card.photo == WANG.photo()
    assert card.sam_id == "05.03-20140820-0012345678-0123456789"
    assert not card.simulated


def test_asks_in_the_order_of_the_facts_and_never_for_fingerprints():
    script, reader, _ = scripted(
        FOUND, SELECTED, answer_with(WANG.text(), WANG.photo()), NO_NEW_ADDRESS, SAM_ID
    )
    reader.read()
    commands = [request[7:-1].hex() for request in script.requests]
    assert commands == ["2001", "2002", "3001", "3003", "12ff"]


def test_a_card_is_a_value_that_cannot_change():
    _, reader, _ = simulated()
    card = reader.read()
    with pytest.raises(dataclasses.FrozenInstanceError):
        card.name = "x"
    with pytest.raises(TypeError):
        card.raw["name"] = "x"
    assert dataclasses.replace(card, simulated=True) != card
    assert isinstance(hash(card), int)


@pytest.mark.parametrize("name", person.names())
def test_reads_every_shipped_person(name):
    visitor = person.load(name)
    _, reader, _ = simulated(visitor)
    card = reader.read()
    assert card.raw["name"] == visitor.fields["name"]
    assert card.number == visitor.fields["number"]


def test_g04_values_outside_the_tables_survive():
    cards = {name: simulated(person.load(name))[1].read() for name in person.names()}
    assert cards["chen-chuanqing"].ethnic_group == "81"
    assert cards["ivan-98"].ethnic_group == "外国血统中国籍人士"
    assert cards["luo-longterm"].valid_until == "长期"
    assert cards["deng-9999"].valid_until == "9999-12-31"
    assert cards["yang-minor"].valid_from == "2024-02-29"


@pytest.mark.parametrize(
    ("code", "shown"), [("81", "81"), ("00", "00"), ("97", "其他"), ("98", "外国血统中国籍人士")]
)
@pytest.mark.parametrize(
    ("begins", "ends", "until"),
    [
        ("20240229", "20440229", "2044-02-29"), ("20240229", "99991231", "9999-12-31"),
        ("20240229", "长期", "长期"),
    ],
)  # fmt: skip
def test_g04_each_code_and_term_of_the_case(code, shown, begins, ends, until):
    fields = {**WANG.fields, "ethnic_group": code, "from": begins, "until": ends}
    card = simulated(dataclasses.replace(WANG, fields=fields))[1].read()
    assert (card.ethnic_group, card.raw["ethnic_group"]) == (shown, code)
    assert (card.valid_from, card.valid_until) == ("2024-02-29", until)


def test_g06_the_private_code_point_is_kept_and_its_character_shown():
    card = simulated(person.load("liu-private"))[1].read()
    assert (card.name, card.raw["name"]) == ("刘䶮", "刘\ue863")
    assert simulated(person.load("ayinur"))[1].read().name == "阿依努尔\u00b7买买提"


def test_says_when_no_card_is_on_the_reader():
    _, reader, _ = simulated(None)
    with pytest.raises(NoCard) as trouble:
        reader.read()
    assert trouble.value.code == "card.none"


def test_tries_once_more_when_the_first_find_misses_the_card():
    _, reader, clock = scripted(
        NONE, FOUND, SELECTED, answer_with(WANG.text(), WANG.photo()), NO_NEW_ADDRESS, SAM_ID
    )
    assert reader.read().name == "王兰"
    assert clock.monotonic() == pytest.approx(0.5)


def test_a_card_that_was_read_must_be_lifted_first():
    simulator, reader, _ = simulated()
    reader.read()
    assert trouble_of(reader).code == "card.not-lifted"
    simulator.take_card()
    assert trouble_of(reader).code == "card.none"
    simulator.put_card(WANG)
    assert reader.read().name == "王兰"


def test_a_reader_that_reads_in_place_is_read_again():
    _, reader, _ = simulated(reads_in_place=True)
    assert reader.read() == reader.read()


def test_presence_counts_a_card_that_was_read():
    simulator, reader, _ = simulated()
    assert reader.card_present()
    reader.read()
    assert reader.card_present()
    simulator.take_card()
    assert not reader.card_present()
    simulator.put_card(WANG)
    assert reader.card_present()


def test_presence_asks_one_question_a_time():
    script, reader, _ = scripted(NONE, FOUND)
    assert [reader.card_present(), reader.card_present()] == [False, True]
    assert len(script.requests) == 2


def test_presence_says_what_ails_the_reader():
    _, reader, _ = simulated(fault="status-66")
    with pytest.raises(DeviceRefused) as trouble:
        reader.card_present()
    assert trouble.value.code == "id-reader.not-authorised"


def test_waits_until_the_card_is_lifted():
    script, reader, clock = scripted(DONE, DONE, GONE)
    assert reader.wait_for_removal(5)
    assert clock.monotonic() == pytest.approx(1.0)
    assert {request[7:-1].hex() for request in script.requests} == {"3003"}


def test_waiting_for_removal_ends_when_the_card_stays():
    _, reader, clock = simulated()
    reader.read()
    assert not reader.wait_for_removal(2)
    assert clock.monotonic() <= 2


def test_a_reader_that_gives_no_number_still_reads():
    _, reader, _ = simulated(fault="status-21@12ff")
    assert reader.read().sam_id == ""
    with pytest.raises(BadAnswer):
        scripted(encode(bytes.fromhex("000090") + bytes(15)))[1].sam_id()


def test_a_card_without_a_photo_still_reads():
    _, reader, _ = scripted(FOUND, SELECTED, answer_with(WANG.text(), b""), NO_NEW_ADDRESS, SAM_ID)
    assert reader.read().photo is None


@pytest.mark.parametrize(
    "data",
    [
        "",
        "0100",
        "01000400",
        "01000000" + "00" * 255,
        "01000000" + "00" * 257,
        "00FF0000" + "00" * 255,
    ],
)
def test_lengths_that_disagree_with_the_content_are_refused(data):
    _, reader, _ = scripted(FOUND, SELECTED, encode(bytes.fromhex("000090" + data)))
    assert trouble_of(reader).code == "card.lengths-disagree"


@pytest.mark.parametrize("filling", [b" \0", b"\0\0"])
def test_a_card_without_any_text_is_no_card_of_anybody(filling):
    blank = filling * 128
    _, reader, _ = scripted(FOUND, SELECTED, answer_with(blank, WANG.photo()), DONE)
    assert trouble_of(reader).code == "card.blank"


def test_a_small_x_at_a_numbers_end_is_shown_as_a_large_one():
    text = WANG.text().replace("X".encode("utf-16-le"), "x".encode("utf-16-le"))
    _, reader, _ = scripted(
        FOUND, SELECTED, answer_with(text, WANG.photo()), NO_NEW_ADDRESS, SAM_ID
    )
    card = reader.read()
    assert (card.number, card.raw["number"]) == ("51050219880312002X", "51050219880312002x")
