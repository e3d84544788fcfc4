"""Letters get time stamps while the service answers; else they are fetched and kept beside."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.words import line_lines
from app.seal.certificates import read_certificate
from app.seal.chains import read_anchors
from app.seal.checking import check_pdf
from app.services import status, time_stamps
from app.services.timing import note_contact, sealing_time
from tests.seal.blocks import authority, stamping
from tests.seal.tsa import serving
from tests.services.conftest import Hall
from tests.services.parts import AT
from tests.services.test_sealing import sealed

MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def root():
    return authority("Stamp root")


@pytest.fixture
def service(root):
    with serving(stamping("Stamps", root)) as found:
        found.at = AT
        yield found


@pytest.fixture
def stamped_hall(hall, service, pki, root):
    """A hall whose settings name the service and whose trust folder holds its root."""
    settings = replace(hall.office.settings, time_stamp_url=service.url)
    settings.trust.mkdir(exist_ok=True)
    (settings.trust / "hall.cer").write_bytes((pki.trust / "root.cer").read_bytes())
    (settings.trust / "stamps.cer").write_bytes(root.der)
    return Hall(replace(hall.office, settings=settings), hall.clock)


@pytest.fixture
def trusting(token, root):
    """The token's tools, trusting the service too."""
    certificates = (*token.anchors.certificates, read_certificate(root.der))
    return replace(token, anchors=replace(token.anchors, certificates=certificates))


def time_step(done) -> tuple[str, str]:
    (report,) = done.report.signatures
    (step,) = [each for each in report.steps if each.step == "time"]
    return step.code, step.detail


def fact(hall, act: str) -> list[str]:
    with hall.office.store.read() as rx:
        query = f"SELECT entry FROM trail WHERE act = '{act}'"  # noqa: S608
        return [row for (row,) in rx.exec_driver_sql(query)]


def test_a_letter_carries_the_services_token(stamped_hall, trusting, service) -> None:
    done = sealed(stamped_hall, trusting)
    assert (done.report.verdict, time_stamps.waiting(stamped_hall.office)) == ("good", ())
    assert time_step(done)[0] == "time-stamp.proved"
    assert AT.isoformat() in time_step(done)[1]
    assert len(service.asked) == 1


def test_only_a_digest_leaves_the_counter(stamped_hall, trusting, service) -> None:
    done = sealed(stamped_hall, trusting)
    ((_, question),) = service.asked
    assert len(question) < 80
    assert done.letter.number.encode() not in question


def test_without_a_service_nothing_is_asked_and_nothing_waits(hall, token) -> None:
    assert sealed(hall, token).report.verdict == "good"
    assert time_stamps.waiting(hall.office) == ()
    assert time_stamps.fetch_waiting(hall.office) == 0


FAULTS = {
    "down": "time-stamp.no-answer",
    "declines": "time-stamp.declined",
    "rubbish": "time-stamp.no-answer",
    "endless": "time-stamp.no-answer",
    "wrong nonce": "time-stamp.other-question",
    "wrong imprint": "time-stamp.not-believed",
    "other key": "time-stamp.not-believed",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_letter_is_sealed_without_marked_and_its_token_fetched_later(
    stamped_hall, trusting, service, fault
) -> None:
    service.fault = fault
    done = sealed(stamped_hall, trusting)
    number, office = done.letter.number, stamped_hall.office
    assert done.report.verdict == "good"
    (waiting,) = time_stamps.waiting(office)
    assert (waiting.number, waiting.unstamped.why) == (number, FAULTS[fault])
    assert FAULTS[fault] in fact(stamped_hall, "letter.seal")[0]
    service.fault = ""
    assert time_stamps.fetch_waiting(office) == 0  # the service rests for a moment
    stamped_hall.clock.pass_time(2 * MINUTE)
    assert time_stamps.fetch_waiting(office) == 1
    assert time_stamps.waiting(office) == ()
    assert time_stamps.kept(office, number)
    assert len(fact(stamped_hall, "letter.time-stamp")) == 1
    assert time_stamps.fetch_waiting(office) == 0


def test_a_token_that_cannot_be_kept_is_said_and_fetched_again(
    stamped_hall, trusting, service
) -> None:
    service.fault = "down"
    number, office = sealed(stamped_hall, trusting).letter.number, stamped_hall.office
    service.fault = ""
    in_the_way = office.settings.state / "stamps" / f"{number}.tst"
    in_the_way.mkdir()
    stamped_hall.clock.pass_time(2 * MINUTE)
    assert time_stamps.fetch_waiting(office) == 0
    assert time_stamps.waiting(office)[0].unstamped.why == "time-stamp.not-kept"
    in_the_way.rmdir()
    stamped_hall.clock.pass_time(5 * MINUTE)
    assert time_stamps.fetch_waiting(office) == 1
    assert time_stamps.kept(office, number)


def test_a_service_that_is_gone_is_not_waited_for_twice(
    stamped_hall, trusting, service, token
) -> None:
    service.fault = "down"
    sealed(stamped_hall, trusting)
    second = sealed(stamped_hall, trusting)
    assert len(service.asked) == 1
    assert second.report.verdict == "good"
    assert len(time_stamps.waiting(stamped_hall.office)) == 2
    service.fault = ""
    stamped_hall.clock.pass_time(2 * MINUTE)
    assert time_stamps.fetch_waiting(stamped_hall.office) == 2


def test_a_service_that_stays_away_is_asked_less_and_less(stamped_hall, trusting, service) -> None:
    service.fault = "down"
    sealed(stamped_hall, trusting)
    for _ in range(24 * 60):
        stamped_hall.clock.pass_time(MINUTE)
        time_stamps.fetch_waiting(stamped_hall.office)
    (waiting,) = time_stamps.waiting(stamped_hall.office)
    assert 8 <= waiting.tries <= 14
    assert len(service.asked) == waiting.tries + 1


def test_an_address_that_is_none_never_stops_a_letter(hall, token) -> None:
    office = replace(hall.office, settings=replace(hall.office.settings, time_stamp_url="none"))
    done = sealed(Hall(office, hall.clock), token)
    assert done.report.verdict == "good"
    (waiting,) = time_stamps.waiting(office)
    assert waiting.unstamped.why == "time-stamp.address"


def test_a_service_nobody_trusts_gives_no_time_stamp(stamped_hall, token, service) -> None:
    done = sealed(stamped_hall, token)
    (waiting,) = time_stamps.waiting(stamped_hall.office)
    assert (done.report.verdict, waiting.unstamped.why) == ("good", "time-stamp.not-believed")


def test_a_damaged_or_unwritable_note_of_what_waits_is_passed_over(stamped_hall, trusting) -> None:
    folder = stamped_hall.office.settings.state / time_stamps.FOLDER
    folder.mkdir()
    (folder / "a.waiting").write_text("{")
    (folder / "b.waiting").write_text('{"value": "zz", "why": "", "asked": "", "tries": 1}')
    assert time_stamps.waiting(stamped_hall.office) == ()
    folder.joinpath("a.waiting").unlink()
    folder.joinpath("b.waiting").unlink()
    folder.rmdir()
    folder.write_text("a file in its place")
    assert sealed(stamped_hall, trusting).report.verdict == "good"


def test_nothing_but_a_signature_lies_in_the_folder(stamped_hall, trusting, service) -> None:
    service.fault = "down"
    done = sealed(stamped_hall, trusting)
    (file,) = (stamped_hall.office.settings.state / time_stamps.FOLDER).iterdir()
    assert file.name == f"{done.letter.number}.waiting"
    assert file.stat().st_mode & 0o077 == 0
    assert set(file.read_text()) <= set(
        '0123456789abcdef{}":,.-+T ' + "valuewhyaskedtriestime-stampno-answer"
    )


def test_the_sealed_file_is_good_where_the_service_is_trusted(
    stamped_hall, trusting, service
) -> None:
    done = sealed(stamped_hall, trusting)
    anchors = read_anchors(stamped_hall.office.settings.trust)
    assert check_pdf(done.pdf, anchors=anchors, at=AT).verdict == "good"
    alone = replace(anchors, certificates=anchors.certificates[:1])
    assert check_pdf(done.pdf, anchors=alone, at=AT).verdict != "bad"


@pytest.mark.parametrize("off", [timedelta(minutes=3), timedelta(minutes=-3)])
def test_on_line_the_platforms_time_seals_whatever_the_pcs(hall, token, off) -> None:
    note_contact(hall.office, (AT + off).isoformat())
    done = sealed(hall, token)
    assert (done.letter.sealed_at, done.letter.trusted_time) == ((AT + off).isoformat(), True)
    hall.clock.pass_time(timedelta(minutes=16))  # out of touch: the offset is still known
    at, trusted = sealing_time(hall.office)
    assert (at, trusted) == (AT + off + timedelta(minutes=16), False)


def test_the_devices_page_says_what_waits_and_why(stamped_hall, trusting, service) -> None:
    service.fault = "down"
    sealed(stamped_hall, trusting)
    counter = status.counter(stamped_hall.office)
    assert (counter.unstamped, counter.unstamped_why) == (1, "time-stamp.no-answer")
    said = [text for tone, text in line_lines(None, counter) if tone == "warn"]
    assert any("1 letter(s) still without a time stamp" in text for text in said)


def test_a_pc_clock_more_than_two_minutes_off_is_said(hall) -> None:
    for seconds, expected in ((120, False), (121, True), (-121, True)):
        note_contact(hall.office, (AT + timedelta(seconds=seconds)).isoformat())
        lines = line_lines(None, status.counter(hall.office))
        assert any("clock is off" in text for _, text in lines) == expected
