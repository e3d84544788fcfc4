"""Setting a seal: what must hold before the token is touched, and after."""

import re
import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from app.codecs import der, sm2
from app.errors import Refused, Unavailable
from app.seal.certificates import read_certificate
from app.seal.checking import check_pdf
from app.seal.pdf_place import Place, find_place, put, seal_pdf
from app.seal.pdf_scan import contents, find_ranges
from app.seal.profiles import profile
from app.seal.signing import Prepared, finish, may_seal, prepare
from app.seal.structures import Picture, read_signature
from resources import path
from tests.seal.blocks import octets
from tests.seal.generations import listing, make
from tests.seal.parts import NOW, YEAR, Holder, make_seal, openssl_agrees, tiny_pdf

DAY = timedelta(days=1)


def test_a_sealed_letter_is_good_and_as_long_as_before(hall, sealed) -> None:
    report = check_pdf(sealed, anchors=hall.anchors, at=NOW)
    assert report.verdict == "good"
    assert {step.code for step in report.signatures[0].steps} == {"ok"}
    assert len(sealed) == len(tiny_pdf())


def test_openssl_confirms_both_signatures(hall, sealed, tmp_path) -> None:
    found = read_signature(contents(sealed, find_ranges(sealed)[0]))
    seal = found.seal
    assert openssl_agrees(found.certificate, found.tbs, found.signature, tmp_path)
    assert openssl_agrees(seal.maker_certificate, seal.info, seal.signature, tmp_path)
    assert not openssl_agrees(seal.maker_certificate, seal.info + b"\0", seal.signature, tmp_path)


def test_the_time_and_the_range_are_as_given(sealed) -> None:
    found = read_signature(contents(sealed, find_ranges(sealed)[0]))
    assert found.signed_at == NOW
    assert found.info == "/ByteRange"


def test_two_hundred_seals_in_a_row_are_good(hall) -> None:
    place, ready = _prepared(hall)
    for _ in range(200):
        letter = put(place, finish(ready, hall.signer.sign(ready.e)))
        assert check_pdf(letter, anchors=hall.anchors, at=NOW).verdict == "good"


def _prepared(hall) -> tuple[Place, Prepared]:
    place = find_place(tiny_pdf())
    tools = {"seal": hall.seal, "certificate": hall.signer.der}
    return place, prepare(place.data_hash, **tools, at=NOW, info="x", room=place.room)


def _signature_with(hall, ready, wanted) -> bytes:
    """Sign until the numbers are as short as wanted; about one in 128 is."""
    for _ in range(20_000):
        signature = hall.signer.sign(ready.e)
        if wanted(*sm2.read_signature(signature)):
            return signature
    raise AssertionError("no such signature came")


@pytest.mark.parametrize(
    "wanted",
    [
        lambda r, s: r < 1 << 248,
        lambda r, s: s < 1 << 248,
        lambda r, s: r >> 255 and s >> 255,
    ],
    ids=["short r", "short s", "both top bits"],
)
def test_short_and_long_numbers_are_sealed_alike(hall, wanted, tmp_path) -> None:
    place, ready = _prepared(hall)
    letter = put(place, finish(ready, _signature_with(hall, ready, wanted)))
    assert check_pdf(letter, anchors=hall.anchors, at=NOW).verdict == "good"
    found = read_signature(contents(letter, find_ranges(letter)[0]))
    assert openssl_agrees(found.certificate, found.tbs, found.signature, tmp_path)


def test_answers_that_are_not_minimal_der_never_reach_a_file(hall) -> None:
    _, ready = _prepared(hall)
    r, s = sm2.read_signature(hall.signer.sign(ready.e))
    raw = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    padded = der.sequence(der.write(2, b"\0\0" + raw[:32]), der.integer(s))
    for answer in (raw, raw[1:], padded, b"", sm2.write_signature(r, s) + b"\0"):
        with pytest.raises(Unavailable) as trouble:
            finish(ready, answer)
        assert trouble.value.code == "seal.token-answer"


def test_another_keys_signature_never_reaches_a_file(hall) -> None:
    _, ready = _prepared(hall)
    with pytest.raises(Unavailable) as trouble:
        finish(ready, hall.maker.sign(ready.e))
    assert trouble.value.code == "seal.signature-wrong"


def _refusal(seal: bytes, certificate: bytes, at=NOW) -> str:
    with pytest.raises(Refused) as refused:
        may_seal(seal, certificate, at)
    return refused.value.code


def test_a_seal_that_lists_only_the_old_certificate_must_be_made_anew(hall) -> None:
    renewed = hall.signer.certified_by(hall.root, serial=8)
    assert _refusal(hall.seal, renewed.der) == "seal.must-be-made-anew"
    may_seal(make_seal(hall.maker, hall.signer.der, renewed.der), renewed.der, NOW)


def test_dates_are_refused_before_the_token_is_touched(hall) -> None:
    old = hall.signer.certified_by(hall.root, until=NOW - DAY)
    new = hall.signer.certified_by(hall.root, since=NOW + DAY)
    seal = make_seal(hall.maker, old.der, new.der, hall.signer.der)
    assert _refusal(seal, old.der) == "seal.certificate-expired"
    assert _refusal(seal, new.der) == "seal.certificate-not-yet"
    tomorrow = make_seal(hall.maker, hall.signer.der, valid_from=NOW + DAY)
    assert _refusal(tomorrow, hall.signer.der) == "seal.not-yet"
    over = make_seal(hall.maker, hall.signer.der, valid_until=NOW - DAY)
    assert _refusal(over, hall.signer.der) == "seal.expired"


def test_the_refusal_names_the_date(hall) -> None:
    old = hall.signer.certified_by(hall.root, until=NOW - DAY)
    with pytest.raises(Refused) as refused:
        may_seal(make_seal(hall.maker, old.der), old.der, NOW)
    assert str(refused.value.facts["until"]).startswith("2026-11-22")


def test_forged_and_unreadable_seals_are_refused(hall) -> None:
    forger = replace(Holder.new("Forger"), der=hall.maker.der)
    assert _refusal(make_seal(forger, hall.signer.der), hall.signer.der) == "seal.not-genuine"
    assert _refusal(b"rubbish", hall.signer.der) == "seal.unreadable"
    assert _refusal(hall.seal, b"rubbish") == "seal.certificate-unreadable"
    first = make(hall.maker, listing(1, octets(hall.signer.der)), 1)
    assert _refusal(first, hall.signer.der) == "seal.generation"


def test_a_certificate_for_other_work_is_refused(hall) -> None:
    cipher = hall.signer.certified_by(hall.root, usage=(2, 3))
    assert _refusal(make_seal(hall.maker, cipher.der), cipher.der) == "seal.certificate-usage"


class _Untouched(Holder):
    def sign(self, digest: bytes) -> bytes:
        raise AssertionError("the token was touched")


def test_a_seal_too_large_is_said_before_the_token_is_touched(hall) -> None:
    large = make_seal(hall.maker, hall.signer.der, picture=Picture("png", b"x" * 70_000, 42, 42))
    signer = _Untouched(hall.signer.party, b"", hall.signer.der)
    with pytest.raises(Refused) as refused:
        seal_pdf(tiny_pdf(), seal=large, signer=signer, at=NOW, info="x")
    assert refused.value.code == "seal.too-large"


@pytest.mark.parametrize("pdf", [b"%PDF-1.7", tiny_pdf() + tiny_pdf()])
def test_a_pdf_without_one_place_for_a_signature_is_a_bug(hall, pdf) -> None:
    with pytest.raises(ValueError, match="one place"):
        find_place(pdf)


def test_last_years_letter_is_judged_as_of_its_time(hall) -> None:
    root = hall.root.certified_by(hall.root, since=NOW - 3 * YEAR, usage=(5,), authority=True)
    long_ago = NOW - YEAR - 30 * DAY
    old = hall.signer.certified_by(root, since=NOW - 2 * YEAR, until=NOW - YEAR)
    maker = hall.maker.certified_by(root, since=NOW - 2 * YEAR, until=NOW - YEAR)
    seal = make_seal(
        maker,
        old.der,
        created=NOW - 2 * YEAR,
        valid_from=NOW - 2 * YEAR,
        valid_until=NOW - YEAR,
    )
    letter = seal_pdf(
        tiny_pdf(), seal=seal, signer=replace(hall.signer, der=old.der), at=long_ago, info="x"
    )
    anchors = replace(hall.anchors, certificates=(read_certificate(root.der),))
    assert check_pdf(letter, anchors=anchors, at=NOW).verdict == "good"


def test_a_time_stamp_goes_behind_the_signature_as_the_standard_has_it(hall) -> None:
    place, ready = _prepared(hall)
    stamp = der.sequence(der.integer(1))
    letter = put(place, finish(ready, hall.signer.sign(ready.e), stamp))
    last = der.read(contents(letter, find_ranges(letter)[0])).items()[4]
    assert last.tag == der.context(0)
    assert der.as_bits(last.items()[0]) == stamp


def test_room_for_a_time_stamp_is_looked_for_before_the_token_is_touched(hall) -> None:
    place, tools = find_place(tiny_pdf()), {"seal": hall.seal, "certificate": hall.signer.der}
    assert place.room == 65536
    for stamp in (60_000, 65_000):
        arguments = {**tools, "at": NOW, "info": "x", "room": place.room, "stamp": stamp}
        if stamp == 60_000:
            prepare(place.data_hash, **arguments)
            continue
        with pytest.raises(Refused) as refused:
            prepare(place.data_hash, **arguments)
        assert refused.value.code == "seal.too-large"


@pytest.mark.parametrize("stamp", [0, 1, 200, 20_000])
def test_what_was_measured_to_the_byte_fits_and_one_byte_less_room_does_not(hall, stamp) -> None:
    tools = {"seal": hall.seal, "certificate": hall.signer.der, "at": NOW, "info": "x"}
    ready = prepare(bytes(32), **tools)
    signature = _signature_with(hall, ready, lambda r, s: r >> 255 and s >> 255)
    size = len(finish(ready, signature, bytes(stamp) or None))
    prepare(bytes(32), **tools, room=size, stamp=stamp)
    with pytest.raises(Refused):
        prepare(bytes(32), **tools, room=size - 1, stamp=stamp)


def test_a_structure_of_all_the_room_fits_to_the_last_byte(hall) -> None:
    place = find_place(tiny_pdf())
    sealed = put(place, der.octets(b"x" * (place.room - 4)))
    assert contents(sealed, find_ranges(sealed)[0]) == der.octets(b"x" * (place.room - 4))
    with pytest.raises(ValueError, match="does not fit"):
        put(place, bytes(place.room + 1))


def test_every_profile_can_be_written_and_an_unknown_one_is_said() -> None:
    rows = tomllib.loads(path("signature_profiles.toml").read_text("utf-8"))
    found = {name: profile(name) for name in rows}
    assert (found["standard"].newest, found["standard"].room) == (4, 65536)
    assert {each.newest for each in found.values()} == {4, 5}
    assert all(each.room >= 32 << 10 for each in found.values())
    assert all(re.fullmatch(r"[A-Za-z0-9.]+", e.filter + e.sub_filter) for e in found.values())
    with pytest.raises(Unavailable) as trouble:
        profile("nobody's")
    assert trouble.value.code == "seal.profile-unknown"
    assert "gomain" in str(trouble.value.facts["names"])
