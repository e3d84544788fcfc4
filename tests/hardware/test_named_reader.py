"""Which reader of the card service a name on the command line means."""

import pytest

from hardware.commands import named_reader
from hardware.commands.watch import say_unknown
from hardware.errors import DeviceRefused, NoDevice

THERE = ("Reader A 00 00", "Reader A 00 01", "Reader B 00 00", "Reader B 00 00 2")


@pytest.fixture(autouse=True)
def service(monkeypatch):
    monkeypatch.setattr(named_reader, "reader_names", lambda: THERE)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("Reader A 00 01", "Reader A 00 01"), ("Reader B 00 00", "Reader B 00 00")],
)
def test_the_whole_name_is_that_reader(wanted, meant):
    assert named_reader.reader_named(wanted) == meant


def test_a_beginning_that_only_one_has_is_that_reader(monkeypatch):
    monkeypatch.setattr(named_reader, "reader_names", lambda: THERE[:1])
    assert named_reader.reader_named("Reader") == THERE[0]


def test_a_beginning_that_several_have_is_asked_about():
    with pytest.raises(DeviceRefused) as trouble:
        named_reader.reader_named("Reader A")
    assert trouble.value.code == "pcsc.several-readers"
    assert trouble.value.facts["names"] == "Reader A 00 00, Reader A 00 01"


def test_a_name_that_nobody_has_is_said_with_those_there_are(capsys):
    with pytest.raises(NoDevice) as trouble:
        named_reader.reader_named("Other")
    assert (trouble.value.code, trouble.value.facts["names"]) == (
        "pcsc.no-such-reader",
        ", ".join(THERE),
    )
    say_unknown("Other")
    said = capsys.readouterr()
    assert said.out == ""
    assert "Other" in said.err
    assert all(name in said.err for name in THERE)


def test_without_any_reader_none_is_plugged_in(monkeypatch):
    monkeypatch.setattr(named_reader, "reader_names", lambda: ())
    with pytest.raises(NoDevice) as trouble:
        named_reader.reader_named("Other")
    assert trouble.value.code == "pcsc.no-reader"
