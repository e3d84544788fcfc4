"""DER as written here and as met in the field."""

import subprocess
import time
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
        ("2020-07-16 16:04:27", datetime(2020, 7, 16, 16, 4, 27, tzinfo=CHINA)),
        ("2020-07-16T08:04:27Z", datetime(2020, 7, 16, 8, 4, 27, tzinfo=UTC)),
        ("2020-07-16T16:04:27.5+08:00", datetime(2020, 7, 16, 8, 4, 27, 500000, UTC)),
        ("2020/7/6 9:04", datetime(2020, 7, 6, 9, 4, tzinfo=CHINA)),
        ("2020年7月16日 16时04分27秒", datetime(2020, 7, 16, 16, 4, 27, tzinfo=CHINA)),
        ("2020-07-16 08:04:27 UTC", datetime(2020, 7, 16, 8, 4, 27, tzinfo=UTC)),
        ("20200716160427+08", datetime(2020, 7, 16, 16, 4, 27, tzinfo=CHINA)),
        ("20200716160427\0\0", datetime(2020, 7, 16, 16, 4, 27, tzinfo=CHINA)),
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
    assert timezone(timedelta(hours=8)).utcoffset(None) == CHINA.utcoffset(None)


def test_a_length_left_open_ends_at_its_own_mark() -> None:
    inner = "3080 020101 0000"
    item = der.read(bytes.fromhex(f"3080 {inner} 0500 {inner} 0000"))
    assert [part.raw.hex() for part in item.items()] == [
        inner.replace(" ", ""),
        "0500",
        inner.replace(" ", ""),
    ]
    assert der.as_integer(item.items()[2].items()[0]) == 1
    with pytest.raises(DerError):
        der.read(bytes.fromhex("3080 020101 00"))
    with pytest.raises(DerError):
        der.read(bytes.fromhex("0480 0000"))  # only what holds elements may leave its length open


def test_octets_come_in_pieces_too() -> None:
    pieces = bytes.fromhex("2480 040201 02 2403 040103 040104 0000".replace(" ", ""))
    assert der.as_octets(der.read(pieces)) == bytes((1, 2, 3, 4))


def test_open_lengths_cannot_keep_the_reader_busy() -> None:
    deep = der.read_first(b"0\x80" * 20 + b"\0\0" * 20)
    while deep.items():
        (deep,) = deep.items()
    began = time.perf_counter()
    for many in (b"0\x80" * 4_000_000, b"0\x80" * 8 + b"\5\0" * 4_000_000 + b"\0\0" * 8):
        with pytest.raises(DerError):
            der.read(many)
    assert time.perf_counter() - began < 0.5


@given(st.recursive(st.binary(max_size=20), lambda inner: st.lists(inner, max_size=4)))
def test_open_and_stated_lengths_hold_the_same(tree) -> None:
    assert _leaves(der.read(_open(tree))) == _leaves(der.read(_stated(tree)))


def _stated(tree) -> bytes:
    return der.octets(tree) if isinstance(tree, bytes) else der.sequence(*map(_stated, tree))


def _open(tree) -> bytes:
    if isinstance(tree, bytes):
        return der.octets(tree)
    return b"0\x80" + b"".join(map(_open, tree)) + b"\0\0"


def _leaves(item):
    if item.tag == der.OCTET_STRING:
        return item.content
    return [_leaves(part) for part in item.items()]


@pytest.mark.parametrize(
    ("tag", "codec"),
    [(0x0C, "utf-8"), (0x12, "ascii"), (0x19, "ascii"), (0x1B, "ascii"), (0x1E, "utf-16-be"),
     (0x1C, "utf-32-be"), (0x16, "utf-8"), (0x13, "gb18030")],
)  # fmt: skip
def test_text_is_read_from_every_string_type_met(tag: int, codec: str) -> None:
    value = "12" if codec == "ascii" else "章"
    assert der.as_text(der.read(der.write(tag, value.encode(codec)))) == value


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
