"""The public question of the check page: is this letter real, and does it stand?"""

import itertools
import json

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from app.central.checking import check
from app.central.records import open_records, read_mark, refusals
from app.central.tally import EVERY, RATE, Tally
from app.central.turnstile import EACH, WINDOW, Turnstile
from app.clock import FixedClock
from app.contract.public import CheckReply, CheckRequest
from tests.sync.kit import AT, PERSON, running

WRONG = "2222-2222-22"
NOWHERE = "510502-T999-2026-000001-01"
_askers = itertools.count(1)


def asker():
    """An address of its own: nobody shares the minute's questions with another test."""
    nth = next(_askers)
    return f"10.1.{nth // 250}.{nth % 250 + 1}"


def post(platform, body, address="", **headers):
    return requests.post(
        f"{platform.url}/v1/check",
        data=body,
        headers={"X-Forwarded-For": address or asker(), **headers},
        timeout=20,
    )


def ask(platform, number, code, address=""):
    return post(platform, json.dumps({"number": number, "code": code}), address)


@pytest.fixture
def records(platform):
    made = open_records(str(platform.database))
    yield made
    made.close()


def test_a_letter_is_valid_once_the_counter_has_sent_it(platform, counter):
    case = counter.save()
    letter = case.letters[0]
    assert ask(platform, letter.number, letter.check_code).json()["state"] == "not-here"
    counter.engine.round()
    answer = ask(platform, letter.number, letter.check_code)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json() == {
        "state": "valid",
        "sealed_at": letter.sealed_at,
        "kind": "commitment",
        "unit": case.unit_name,
        "matter": case.matter_name,
        "replaced": False,
        "mode": "training",
    }
    assert CheckReply.model_validate(answer.json())


def test_the_answer_names_no_person(platform, counter):
    case = counter.save()
    counter.engine.round()
    said = ask(platform, case.letters[0].number, case.letters[0].check_code).text
    for personal in (PERSON.name, PERSON.number, PERSON.address, PERSON.birth, "u017"):
        assert personal not in said


def test_a_letter_given_again_makes_the_first_one_void(platform, counter):
    case = counter.reissue(counter.save())
    counter.engine.round()
    old, new = (ask(platform, each.number, each.check_code).json() for each in case.letters)
    assert (old["state"], old["replaced"]) == ("void", True)
    assert (new["state"], new["replaced"]) == ("valid", False)


def test_a_letter_void_with_its_case_is_not_replaced(platform, counter):
    case = counter.save()
    counter.void(case)
    counter.engine.round()
    said = ask(platform, case.letters[0].number, case.letters[0].check_code).json()
    assert (said["state"], said["replaced"]) == ("void", False)


def test_a_wrong_code_and_an_unknown_number_cannot_be_told_apart(platform, counter):
    case = counter.save()
    counter.engine.round()
    wrong = ask(platform, case.letters[0].number, WRONG)
    unknown = ask(platform, NOWHERE, case.letters[0].check_code)
    assert wrong.content == unknown.content
    assert wrong.json()["state"] == "not-here"
    kept = [{n: v for n, v in each.headers.items() if n != "date"} for each in (wrong, unknown)]
    assert (wrong.status_code, kept[0]) == (unknown.status_code, kept[1])


def test_both_take_the_same_way_through_the_database(counter, records):
    case = counter.save()
    counter.engine.round()
    mark, letter = read_mark(records), case.letters[0]
    said = []

    @event.listens_for(records._engine, "before_cursor_execute")
    def _(connection, cursor, statement, *rest):
        said.append(statement)

    ways = []
    for number, code in ((letter.number, WRONG), (NOWHERE, letter.check_code)):
        said.clear()
        assert check(records, mark, CheckRequest(number=number, code=code)).state == "not-here"
        ways.append(tuple(said))
    assert ways[0] == ways[1]


def test_one_address_is_asked_to_wait_and_another_is_not(platform):
    address = asker()
    answers = [ask(platform, NOWHERE, WRONG, address) for _ in range(EACH + 1)]
    assert {each.status_code for each in answers[:EACH]} == {200}
    refused = answers[EACH]
    assert (refused.status_code, refused.json()["error"]) == (429, "RATE")
    assert 1 <= int(refused.headers["Retry-After"]) <= WINDOW
    assert ask(platform, NOWHERE, WRONG).status_code == 200


def test_rubbish_counts_as_a_question_too(platform):
    address = asker()
    found = [post(platform, b"rubbish", address).status_code for _ in range(EACH + 1)]
    assert found == [400] * EACH + [429]


def test_all_together_are_asked_to_wait_and_memory_stays_bounded():
    clock = FixedClock(AT)
    turnstile = Turnstile(clock, each=3, together=50)
    waits = [turnstile.wait(f"10.0.{n // 250}.{n % 250}") for n in range(5000)]
    assert (waits.count(0), len(turnstile)) == (50, 50)
    assert set(waits[50:]) == {int(WINDOW)}
    clock.seconds += WINDOW
    assert turnstile.wait("10.0.0.1") == 0
    assert len(turnstile) == 1


def test_one_flood_does_not_use_up_what_the_others_may_ask():
    turnstile = Turnstile(FixedClock(AT), each=3, together=10)
    assert [turnstile.wait("10.0.0.1") for _ in range(1000)].count(0) == 3
    assert turnstile.wait("10.0.0.2") == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:2"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("unix", "no address"),
    ],
)
def test_addresses_of_one_subscriber_count_together(one, other):
    turnstile = Turnstile(FixedClock(AT), each=1)
    assert turnstile.wait(one) == 0
    assert turnstile.wait(other) > 0
    assert turnstile.wait("2001:db8:0:1::1") == 0


def counts(records):
    with records.read() as rx:
        return {(row.day, row.kind): row.times for row in rx.execute(select(refusals))}


def test_refusals_are_kept_as_a_number_once_a_minute(tmp_path):
    with running(tmp_path / "platform") as own:
        assert own.url  # it has marked its database
        records = open_records(str(own.database))
        clock = FixedClock(AT)
        tally = Tally(records, clock)
        for _ in range(5):
            tally.add(RATE)
        tally.keep_when_due()
        assert counts(records) == {}
        clock.seconds += EVERY
        tally.keep_when_due()
        tally.add(RATE)
        tally.keep()
        assert counts(records) == {("2026-11-23", RATE): 6}
        records.close()


def test_a_platform_that_stops_keeps_its_counts_and_its_database_names_nobody(tmp_path):
    with running(tmp_path / "platform") as own:
        address = asker()
        for _ in range(EACH + 2):
            ask(own, NOWHERE, WRONG, address)
    records = open_records(str(own.database))
    assert {kind: n for (_, kind), n in counts(records).items()} == {"not-here": EACH, RATE: 2}
    records.close()
    left = b"".join(file.read_bytes() for file in own.database.parent.iterdir())
    for secret in (NOWHERE, WRONG, address):
        assert secret.encode() not in left


RUBBISH = [
    (b"", 400),
    (b"\xff", 400),
    (b'{"number":1}', 422),
    (b'{"protocol":0}', 422),
    (json.dumps({"number": NOWHERE, "code": WRONG, "more": 1}).encode(), 422),
    (json.dumps({"number": NOWHERE, "code": "abc"}).encode(), 422),
    (json.dumps({"number": NOWHERE + "\n", "code": WRONG}).encode(), 422),
    (json.dumps({"number": NOWHERE, "code": WRONG}).encode() + b" " * 1000, 413),
]


@pytest.mark.parametrize(("body", "status"), RUBBISH)
def test_what_is_no_question_is_refused(platform, body, status):
    answer = post(platform, body)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"


def test_another_encoding_is_refused(platform):
    assert post(platform, b"{}", **{"Content-Encoding": "br"}).status_code == 415


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    body=st.one_of(
        st.binary(max_size=1100),
        st.dictionaries(
            st.sampled_from(["number", "code", "x"]),
            st.none() | st.integers() | st.text(max_size=30) | st.just(NOWHERE) | st.just(WRONG),
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_rubbish_is_never_a_500(platform, body):
    assert post(platform, body).status_code < 500


def test_the_document_names_every_status(platform):
    document = requests.get(f"{platform.url}/openapi.json", timeout=20).json()
    said = document["paths"]["/v1/check"]["post"]
    assert set(said["responses"]) == {"200", "400", "413", "415", "422", "429", "500", "503"}
    assert {"CheckRequest", "CheckReply"} <= set(document["components"]["schemas"])
    page = document["paths"]["/check"]["get"]["responses"]["200"]["content"]
    assert set(page) == {"text/html"}


def test_the_platforms_log_knows_neither_number_nor_code(platform, counter):
    letter = counter.save().letters[0]
    counter.engine.round()
    ask(platform, letter.number, letter.check_code)
    ask(platform, letter.number, WRONG)
    log = platform.database.with_name("platform.log").read_text()
    for secret in (letter.number, letter.check_code, WRONG):
        assert secret not in log
