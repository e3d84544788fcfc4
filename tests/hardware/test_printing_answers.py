"""The print service's answers as bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs import ipp
from hardware.errors import NoDevice
from hardware.transports.spooler import CupsSpooler

HEAD = bytes.fromhex("0200000000000001")


def attribute(tag, name, value):
    return (
        bytes([tag]) + len(name).to_bytes(2, "big") + name + len(value).to_bytes(2, "big") + value
    )


def test_values_of_one_attribute_are_kept_together():
    raw = HEAD + b"\x04" + attribute(0x44, b"reasons", b"a") + attribute(0x44, b"", b"b")
    raw += (
        attribute(0x23, b"state", bytes([0, 0, 0, 5])) + attribute(0x22, b"yes", b"\x01") + b"\x03"
    )
    reply = ipp.read_reply(raw)
    (group,) = reply.of_tag(ipp.PRINTER)
    assert reply.status == 0
    assert group.texts("reasons") == ("a", "b")
    assert (group.number("state"), group.flag("yes"), group.text("reasons")) == (5, True, "a")
    assert (group.number("none"), group.flag("none"), group.text("none")) == (None, None, "")


def test_a_request_reads_back_as_it_was_written():
    raw = ipp.request(2, (ipp.URI, "printer-uri", "ipp://x"), job=[(ipp.INTEGER, "copies", 3)])
    reply = ipp.read_reply(raw)
    assert reply.status == 2
    assert reply.of_tag(ipp.OPERATION)[0].text("printer-uri") == "ipp://x"
    assert reply.of_tag(ipp.JOB)[0].number("copies") == 3


@pytest.mark.parametrize(
    "raw",
    [b"", HEAD, HEAD + b"\x04", HEAD + b"\x04\x44\x00\x09ab", HEAD + attribute(0x44, b"a", b"b")],
)
def test_what_is_cut_off_or_out_of_order_is_refused(raw):
    with pytest.raises(ValueError, match=r"cut off|nine bytes|outside"):
        ipp.read_reply(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_value_error(noise):
    try:
        ipp.read_reply(HEAD + noise)
    except ValueError:
        return


@pytest.mark.parametrize("server", ["localhost:ipp", "localhost:99999", "localhost:-1"])
def test_a_print_server_with_a_port_that_is_none_is_no_service(server):
    with pytest.raises(NoDevice) as trouble:
        CupsSpooler(server).printers()
    assert trouble.value.code == "printer.no-service"
