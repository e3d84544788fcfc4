"""DER as written here and as met in the field."""

import subprocess
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import CHINA
from app.codecs import der
from app.codecs.der import DerError


@given(st.integers(-(1 << 300), 1 << 300))
def test_an_integer_comes_back(value: int) -> None:
    assert der.as_integer(der.read(der.integer(value))) == value


@given(st.integers(0, 1 << 256))
def test_an_integer_is_minimal(value: int) -> None:
    content = der.read(der.integer(value)).content
    assert len(content) == 1 or content[0] or content[1] & 0x80


@given(st.lists(st.integers(0, 1 << 40), max_size=8), st.integers(0, 2), st.integers(0, 39))
def test_an_object_identifier_comes_back(rest: list[int], first: int, second: int) -> None:
    dotted = ".".join(map(str, [first, second, *rest]))
    assert der.as_oid(der.read(der.oid(dotted))) == dotted


@given(st.binary(max_size=70_000))
def test_octets_and_bits_come_back(content: bytes) -> None:
    assert der.as_octets(der.read(der.octets(content))) == content
    assert der.as_bits(der.read(der.bits(content))) == content


@given(st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31)))  # noqa: DTZ001
def test_times_come_back_to_the_second(moment: datetime) -> None:
    at = moment.replace(microsecond=0, tzinfo=CHINA)
    assert der.as_moment(der.read(der.generalized_time(at))) == at
    assert der.as_moment(der.read(der.utc_time(at))) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("20261123023000Z", datetime(2026, 11, 23, 2, 30, tzinfo=UTC)),
        ("202611230230Z", datetime(2026, 11, 23, 2, 30, tzinfo=UTC)),
        ("20261123103000", datetime(2026, 11, 23, 10, 30, tzinfo=CHINA)),
        ("20261123103000+0800", datetime(2026, 11, 23, 2, 30, tzinfo=UTC)),
        ("20261123000000-0230", datetime(2026, 11, 23, 2, 30, tzinfo=UTC)),
        ("20261123023000.763Z", datetime(2026, 11, 23, 2, 30, 0, 763000, UTC)),
        ("99991231235959Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_times_are_read_in_every_spelling_met(text: str, at: datetime) -> None:
    assert der.moment_of(text) == at


@pytest.mark.parametrize("text", ["", "Z", "2026", "20261323023000Z", "20261123023000.x", "٢٠٢٦"])
def test_no_time_is_made_up(text: str) -> None:
    with pytest.raises(DerError):
        der.moment_of(text)


def test_an_offset_of_a_whole_day_is_no_time() -> None:
    with pytest.raises(DerError):
        der.moment_of("20261123023000+9900")
    assert timezone(timedelta(hours=8)).utcoffset(None) == der.CHINA.utcoffset(None)


def test_long_lengths_are_read_and_kept_as_written() -> None:
    item = der.read(bytes.fromhex("30840000000702830000020080"))
    assert item.raw == bytes.fromhex("30840000000702830000020080")
    assert der.as_integer(item.items()[0]) == 128


@pytest.mark.parametrize(
    "data",
    ["", "30", "3080", "3003020100ff", "30050201", "1f0100", "3089010101010101010101", "30ff"],
)
def test_says_where_bytes_are_no_der(data: str) -> None:
    with pytest.raises(DerError):
        der.read(bytes.fromhex(data))


def test_nesting_and_counts_are_bounded() -> None:
    item = der.sequence()
    for _ in range(40):
        item = der.sequence(item)
    inner = der.read(item)
    for _ in range(der.MAX_DEPTH):
        inner = inner.items()[0]
    with pytest.raises(DerError):
        inner.items()
    with pytest.raises(DerError):
        der.read(der.sequence(*[der.integer(1)] * 513)).items()


@given(st.binary(max_size=200))
def test_rubbish_raises_nothing_but_its_own_error(data: bytes) -> None:
    readers = (der.as_bits, der.as_boolean, der.as_flags, der.as_integer, der.as_moment, der.as_oid)
    try:
        item = der.read_first(data)
    except DerError:
        return
    for reader in (*readers, der.as_text, der.as_octets, lambda one: one.items()):
        try:
            reader(item)
        except DerError:
            continue


@pytest.mark.parametrize("numbers", [(0,), (0, 1), (5, 6), (8,), (0, 1, 2, 3, 4, 5, 6, 7)])
def test_flags_come_back(numbers: tuple[int, ...]) -> None:
    assert der.as_flags(der.read(der.flags(*numbers))) == set(numbers)


def test_text_is_read_in_every_type_met() -> None:
    assert der.as_text(der.read(der.text("章"))) == "章"
    assert der.as_text(der.read(der.write(der.IA5_STRING, "章".encode()))) == "章"
    assert der.as_text(der.read(der.write(der.BMP_STRING, "章".encode("utf-16-be")))) == "章"
    assert der.as_text(der.read(der.write(der.TELETEX_STRING, "章".encode("gb18030")))) == "章"


def test_openssl_reads_what_is_written(tmp_path) -> None:
    written = der.sequence(
        der.integer(-129), der.oid("1.2.156.10197.1.501"), der.boolean(True), der.octets(b"x" * 300)
    )
    (tmp_path / "d").write_bytes(written)
    told = subprocess.run(
        ["openssl", "asn1parse", "-inform", "DER", "-in", "d"], cwd=tmp_path, capture_output=True
    )
    assert told.returncode == 0
    for part in (b":-81", b"SM2-with-SM3", b"BOOLEAN", b"OCTET STRING"):
        assert part in told.stdout
