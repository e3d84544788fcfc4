"""The ZIP under an OFD: one verdict whatever reads it, never good where two readers may differ."""

import tracemalloc
import zlib
from struct import pack

import pytest

from tests.seal.ofd_parts import (
    DOCUMENT,
    LIST,
    PAGE,
    PICTURE,
    digest,
    document,
    entry,
    judged,
    local,
    with_signature,
    zipped,
)

MOST_BYTES = 16 << 20  # of memory, beside the package itself


@pytest.fixture(scope="module")
def files(hall) -> dict[str, bytes]:
    return with_signature(hall, document())


def entries(files, name: str = "", **odd) -> list[dict]:
    """All entries; the one of this name, or each, with oddities."""
    return [entry(*both, **(odd if name in ("", both[0]) else {})) for both in files.items()]


@pytest.mark.parametrize("method", [0, 8])
@pytest.mark.parametrize("flags", [0, 0x8, 0x800, 0x808])
def test_descriptors_with_empty_local_headers_are_read(hall, files, method, flags) -> None:
    report = judged(hall, zipped(entries(files, method=method, flags=flags)))
    assert (report.verdict, digest(report)) == ("good", ("good", "ok"))


@pytest.mark.parametrize("counted", [True, False])
def test_junk_around_the_package_is_told_and_changes_nothing(hall, files, counted) -> None:
    for ends in ({"before": b"x" * 16}, {"after": b"y" * 16}, {"before": b"%!", "after": b"z"}):
        report = judged(hall, zipped(files, counted=counted, **ends))
        assert (report.verdict, digest(report)) == ("good", ("good", "digest.stray-bytes"))
    changed = {**files, PAGE: files[PAGE] + b" "}
    assert judged(hall, zipped(changed, counted=counted, before=b"x" * 16)).verdict == "bad"


def test_a_comment_is_no_junk(hall, files) -> None:
    assert digest(judged(hall, zipped(files, comment=b"made by x"))) == ("good", "ok")


def test_another_package_before_or_after_is_never_good(hall, files) -> None:
    other = zipped(document())
    for data in (other + zipped(files), zipped(files) + other, zipped(files, before=other)):
        assert judged(hall, data).verdict != "good"


def test_an_entry_the_directory_does_not_name_is_bad(hall, files) -> None:
    hidden = zipped({PAGE: b"other"})
    hidden = hidden[: hidden.index(b"PK\x01\x02")]
    report = judged(hall, zipped(entries(files, PICTURE, gap=hidden)))
    assert digest(report) == ("bad", "digest.package-doubtful")
    inside = judged(hall, zipped(entries(files, PICTURE, tail=hidden)))
    assert digest(inside) == ("bad", "digest.entry-damaged")
    between = judged(hall, zipped(entries(files, PICTURE, gap=b"just padding")))
    assert digest(between) == ("good", "digest.stray-bytes")


def test_entries_that_overlap_are_bad(hall) -> None:
    inner = entry("Doc_0/Res/inner.bin", b"y", method=0)
    outer = {"Doc_0/Res/outer.bin": b"abc" + local(inner)}
    sealed = with_signature(hall, {**outer, **document(), "Doc_0/Res/inner.bin": b"y"})
    rest = [entry(*both) for both in sealed.items() if both[0] != "Doc_0/Res/inner.bin"]
    rest[0]["method"] = 0
    inner["start"] = 30 + len("Doc_0/Res/outer.bin") + 3
    report = judged(hall, zipped([*rest, inner]))
    assert (digest(report), report.detail) == (
        ("bad", "digest.package-doubtful"),
        "entries overlap",
    )


def test_a_second_directory_where_the_offset_says_is_bad(hall) -> None:
    """Junk of 46 bytes before the package; a reader that does not count it looks that far ahead."""
    last = "Doc_0/Res/last.bin"
    plain = {**document(), last: b"bytes" + b"PK\1\2" + bytes(42)}
    sealed = with_signature(hall, plain)
    order = [*(entry(n, d) for n, d in sealed.items() if n != last), entry(last, plain[last])]
    order[-1]["method"] = 0
    assert judged(hall, zipped(order, before=b"x" * 45, counted=False)).verdict == "good"
    report = judged(hall, zipped(order, before=b"x" * 46, counted=False))
    assert digest(report) == ("bad", "digest.package-doubtful")


@pytest.mark.parametrize(
    "local",
    [
        {"name": b"Doc_0/other.xml"},
        {"name": PAGE.lower().encode()},
        {"numbers": (0, 0, 0)},
        {"numbers": (1, 2, 3)},
        {"method": 0},
    ],
)
def test_a_local_header_that_disagrees_is_bad(hall, files, local) -> None:
    report = judged(hall, zipped(entries(files, PAGE, local=local)))
    assert digest(report) == ("bad", "digest.package-doubtful")


@pytest.mark.parametrize("twin", [PAGE, "/" + PAGE, "./" + PAGE, PAGE.replace("/", "\\")])
@pytest.mark.parametrize("first", [True, False])
def test_two_files_of_one_name_are_bad(hall, files, twin, first) -> None:
    more = [entry(twin, b"other")]
    both = [*more, *entries(files)] if first else [*entries(files), *more]
    assert judged(hall, zipped(both)).verdict == "bad"


@pytest.mark.parametrize("twin", [PAGE.lower(), PAGE + ".", PAGE.upper()])
def test_names_alike_but_for_their_case(hall, files, twin) -> None:
    added = judged(hall, {**files, twin: b"other"})
    assert (added.verdict, added.code) == ("bad", "digest.unprotected")
    both = judged(hall, with_signature(hall, {**document(), twin: b"other"}))
    assert (both.verdict, both.code) == ("cannot tell", "digest.names-alike")


def test_a_reference_in_another_case_finds_nothing(hall, files) -> None:
    renamed = {name.replace(PAGE, PAGE.lower()): data for name, data in files.items()}
    report = judged(hall, renamed)
    assert (report.verdict, report.code) == ("bad", "digest.reference-missing")


@pytest.mark.parametrize("start", ["/", "./", "//", ".\\"])
def test_names_that_begin_oddly_are_the_same_names(hall, files, start) -> None:
    report = judged(hall, {start + name: data for name, data in files.items()})
    assert (report.verdict, digest(report)) == ("good", ("good", "ok"))


def test_names_with_backslashes_and_in_gbk_are_read(hall) -> None:
    plain = {**document(), "Doc_0/附件/一.xml": b"<x/>"}
    sealed = with_signature(hall, plain)
    gbk = [
        entry(name.replace("/", "\\").encode("gbk"), data, flags=0) for name, data in sealed.items()
    ]
    for data in (zipped(gbk), zipped(entries(sealed)), zipped(entries(sealed, flags=0))):
        assert judged(hall, data).verdict == "good"


def test_folders_have_entries_of_their_own(hall, files) -> None:
    folders = [entry("Doc_0/", b"", method=0), entry("Doc_0\\Res\\", b"", method=8)]
    assert digest(judged(hall, zipped([*folders, *entries(files)]))) == ("good", "ok")
    full = [entry("Doc_0/", b"hidden", method=0), *entries(files)]
    assert judged(hall, zipped(full)).verdict == "bad"


@pytest.mark.parametrize("name", ["../evil", "Doc_0/../evil", "C:/evil", "a\0b", "", "a\nb"])
def test_a_name_that_leads_out_is_bad(hall, files, name) -> None:
    report = judged(hall, zipped([*entries(files), entry(name, b"evil")]))
    assert digest(report) == ("bad", "digest.package-doubtful")


def test_a_link_is_bad(hall, files) -> None:
    assert judged(hall, zipped(entries(files, PICTURE, mode=0o120777))).verdict == "bad"


def test_a_second_name_in_the_extra_part_is_bad(hall, files) -> None:
    def unicode_path(name: str) -> bytes:
        body = b"\x01" + pack("<L", zlib.crc32(PAGE.encode())) + name.encode()
        return pack("<HH", 0x7075, len(body)) + body

    same = judged(hall, zipped(entries(files, PAGE, extra=unicode_path(PAGE))))
    assert digest(same) == ("good", "ok")
    other = judged(hall, zipped(entries(files, PAGE, extra=unicode_path("Doc_0/x.xml"))))
    assert digest(other) == ("bad", "digest.package-doubtful")


@pytest.mark.parametrize("odd", [{"crc": 5}, {"size": 9}, {"tail": b"more"}])
def test_an_entry_that_is_not_what_its_header_says_is_bad(hall, files, odd) -> None:
    report = judged(hall, zipped(entries(files, PAGE, **odd)))
    assert digest(report) == ("bad", "digest.entry-damaged")


def test_a_wrong_number_of_entries_is_bad(hall, files) -> None:
    for count in (1, len(files) + 1):
        assert judged(hall, zipped(files, count=count)).verdict == "bad"


@pytest.mark.parametrize("flags", [0x1, 0x801])
def test_an_encrypted_package_is_unreadable(hall, files, flags) -> None:
    report = judged(hall, zipped(entries(files, PAGE, flags=flags)))
    assert (report.verdict, report.code) == ("unreadable", "file.package-wrong")


@pytest.mark.parametrize("cut", [1, 10, 22, 60, 400])
def test_a_package_cut_off_is_unreadable(hall, files, cut) -> None:
    report = judged(hall, zipped(files)[:-cut])
    assert (report.verdict, report.code) == ("unreadable", "file.package-wrong")


def long_form(data: bytes) -> bytes:
    """The same package with a directory of the long form (zip64)."""
    end = data.rindex(b"PK\5\6")
    count, size, at = (
        int.from_bytes(data[end + a : end + b], "little") for a, b in ((10, 12), (12, 16), (16, 20))
    )
    long = pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, at)
    locator = pack("<4sLQL", b"PK\6\7", 0, end, 1)
    short = pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:end] + long + locator + short


def test_the_long_form_is_read(hall, files) -> None:
    long = long_form(zipped(files))
    assert digest(judged(hall, long)) == ("good", "ok")
    other_count = long[:-12] + pack("<H", len(files) - 1) + long[-10:]
    assert judged(hall, other_count).code == "file.package-wrong"


# --- bounds ---


def test_more_entries_than_are_read_are_not_judged(hall, files) -> None:
    many = {**files, **{f"x{number}": b"" for number in range(8200)}}
    report = judged(hall, zipped(entries(many, method=0)))
    assert (report.verdict, report.code) == ("cannot tell", "file.too-large")


def test_a_bomb_is_not_inflated(hall, files) -> None:
    bomb = zipped({**files, PICTURE: bytes(70 << 20)})
    tracemalloc.start()
    report = judged(hall, bomb)
    assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    tracemalloc.stop()
    assert (report.verdict, report.code) == ("cannot tell", "file.too-large")
    lying = zipped(entries({**files, PICTURE: bytes(1 << 20)}, PICTURE, size=30))
    assert digest(judged(hall, lying)) == ("bad", "digest.entry-damaged")


@pytest.mark.parametrize(
    "xml",
    [
        b"<a>" * 20_000,
        b'<!DOCTYPE OFD [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><OFD>&b;</OFD>',
        b'<!DOCTYPE OFD SYSTEM "file:///etc/passwd"><OFD/>',
        b"",
        b"\xff\xfe",
        b'<?xml version="1.0" encoding="EBCDIC-CN"?><OFD/>',
        b'<?xml version="1.0" encoding="big5"?><OFD/>',
    ],
)
def test_xml_that_means_harm_is_refused(hall, files, xml) -> None:
    for name in ("OFD.xml", LIST, DOCUMENT):
        assert judged(hall, {**files, name: xml}).verdict != "good"


@pytest.mark.parametrize(
    "xml",
    [
        b"<Signatures>" + b"<a/>" * 110_000 + b"</Signatures>",
        b"<Signatures " + b" ".join(b'a%d=""' % n for n in range(110_000)) + b"/>",
        b"<Signatures>" + b"x" * (5 << 20) + b"</Signatures>",
        b"<Signatures>" + b'<Signature BaseLoc="x"/>' * 33 + b"</Signatures>",
    ],
)
def test_more_xml_than_is_read_is_not_judged(hall, files, xml) -> None:
    assert judged(hall, {**files, LIST: xml}).code == "file.too-large"


def test_thousands_of_references_are_judged(hall) -> None:
    plain = {**document(), **{f"Doc_0/Res/{n}.png": b"%d" % n for n in range(3000)}}
    assert judged(hall, with_signature(hall, plain)).verdict == "good"
    evil = {**with_signature(hall, plain), "Doc_0/Res/7.png": b"evil"}
    assert judged(hall, evil).code == "digest.reference-wrong"
