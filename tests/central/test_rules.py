"""The rules checked again on arrival, and one verdict an operation (G05 is among them)."""

from dataclasses import replace
from datetime import date

import pytest

from app.central.rules import Rules
from app.codecs.chain import sm3_hex
from app.domain.cases import CaseState
from app.domain.catalogue import Way
from app.domain.governing import Confirmation
from app.domain.ladder import plans
from app.domain.people import HandEntry, read_number
from app.domain.successor import Successor
from app.errors import Refused
from app.store import letters
from app.sync import agreement, report
from tests.central.attacker import rewrite, verdict
from tests.sync.kit import PERSON, law, make_case, make_letter

TYPED = (  # what is typed at a counter, and what both ends make of it
    ("51050219880312002x", "51050219880312002X", ""),
    ("５１０５０２１９８８０３１２００２ｘ", "51050219880312002X", ""),
    ("5105021988031²002X", "5105021988031²002X", "number.character"),
    ("5105021A880312002X", "5105021A880312002X", "number.form"),
    ("51050219880312ABCX", "51050219880312ABCX", "number.form"),
    ("51050219880312002X ", "51050219880312002X", ""),
    ("510502880312002", "510502880312002", "number.old-form"),
)


HAND = HandEntry("card-damaged", "", "u017", "u018", "2026-11-23T09:20:00+08:00", 7)


def typed(number, hand=HAND):
    return {"applicant": replace(PERSON, number=number, source="typed", hand=hand)}


@pytest.mark.parametrize(("text", "plain", "problem"), TYPED)
def test_seven_ways_to_type_a_number_are_judged_alike_at_both_ends(counter, text, plain, problem):
    here = read_number(text)
    assert here.number == plain
    assert bool(here.problem) == bool(problem)
    counter.save(**typed(plain))
    assert verdict(counter) == (here.problem or "applied")
    if text != plain:  # sent as typed, past the counter's own reading
        counter.save(**typed(text))
        assert verdict(counter) == "number.character"


@pytest.mark.parametrize(
    ("hand", "said"),
    [
        (None, "hand.unconfirmed"),
        (replace(HAND, confirmed_by="u017"), "hand.same-person"),
        (replace(HAND, reason="other"), "hand.reason"),
        (replace(HAND, reason="other", words="身份证丢在途中"), "applied"),
    ],
)
def test_typed_data_need_a_reason_and_a_second_officer_here_too(counter, hand, said):
    counter.save(**typed(PERSON.number, hand))
    assert verdict(counter) == said


def test_the_mark_of_typed_data_is_kept_as_it_was_sent(counter):
    case = counter.save(**typed(PERSON.number))
    assert verdict(counter) == "applied"
    assert agreement.differences(counter.store, counter.client, case) == ()
    theirs = agreement.their_record(counter.client, case.number).case.applicant
    assert (theirs.source, theirs.hand.typed_by, theirs.hand.confirmed_by) == (
        *("typed", "u017", "u018"),
    )


def test_an_applicant_with_a_card_is_written_as_before_there_was_a_mark(counter):
    case = counter.save()
    counter.engine.round()
    theirs = agreement.their_record(counter.client, case.number).case.applicant
    assert "hand" not in theirs.model_dump(mode="json")


def test_an_excepted_matter_is_not_approved_with_an_open_check(counter):
    matter, situation = next(
        (matter, situation)
        for matter in law().catalogue.matters
        for situation in matter.situations
        if matter.verify_first and situation.proofs
    )
    excepted = {
        "matter_code": matter.code,
        "situation_code": situation.code,
        "plans": plans(matter, situation),
        "categories": tuple(sorted(matter.categories)),
        "exclusions": tuple(sorted(matter.exclusions)),
        "follow_ups": (),
    }
    counter.save(**excepted)
    assert verdict(counter) == "case.open-checks"
    counter.save(**{**excepted, "categories": (), "exclusions": ()})
    assert verdict(counter) in ("platform.categories", "platform.follow-ups", "case.open-checks")
    counter.save(**excepted, state=CaseState.WAITING, decided_at="")
    assert verdict(counter) == "applied"


def test_a_case_of_a_catalogue_not_known_here_waits_for_it(counter):
    counter.save(catalogue="2099.1", categories=(), matter_code="none")
    assert verdict(counter) == "CATALOGUE"
    assert counter.counts()["deferred"] == 1
    counter.save()
    assert verdict(counter) == "applied"  # the others pass it


def test_a_case_of_a_countys_own_catalogue_is_accepted(counter):
    refined = law().catalogue_for("510502")
    matter = refined.matter("510101")
    situation = matter.situation("51")  # the city knows no such situation
    facts = {
        "matter_code": matter.code,
        "situation_code": situation.code,
        "plans": plans(matter, situation),
        "follow_ups": (),
        "state": CaseState.WAITING,
        "decided_at": "",
    }
    counter.save(**facts, catalogue=refined.version)
    assert verdict(counter) == "applied"
    counter.save(**facts)
    assert verdict(counter) == "platform.matter"
    counter.save(**facts, catalogue=law().catalogue_for("510503").version)
    assert verdict(counter) == "platform.matter"


PUBLISHED = replace(law().catalogue, training=False)
DAY = date(2026, 11, 23)
NATIONAL = law().packs["national@1"]
CONFIRMED = Confirmation(
    Successor("luzhou-2019-36", "national", "国令第722号", "联席会议办公室", DAY), "1"
)


def live_case(**changes):
    person = replace(PERSON, simulated=False)
    usual = {"mode": "live", "simulated_devices": (), "applicant": person, "pack": NATIONAL.pin}
    return make_case("510502-T1-2026-000001", **{**usual, **changes})


def live_rules(packs=None):
    catalogues = {PUBLISHED.version: PUBLISHED}
    return Rules("live", law().calendar, catalogues, packs or law().packs)


def test_on_live_nothing_is_kept_that_cannot_be_held_against_a_catalogue():
    case = live_case()
    rules = Rules("live", law().calendar, {}, law().packs)
    with pytest.raises(Refused, match=r"platform\.catalogue"):
        rules.check(case, "510502-T1", (CONFIRMED,))
    live_rules().check(case, "510502-T1", (CONFIRMED,))


def refused(case, confirmed=(), rules=None):
    with pytest.raises(Refused) as said:
        (rules or live_rules()).check(case, "510502-T1", confirmed)
    return said.value.article, said.value.code, dict(said.value.facts)


def test_a_live_case_under_ended_measures_is_refused():
    assert refused(live_case(pack="luzhou-2019-36@1")) == (
        "A25-1",
        "pack.expired",
        {"number": "泸市府发〔2019〕36号", "first": "2020-01-18", "last": "2022-01-18"},
    )


@pytest.mark.parametrize("opened", ["2022-01-18T16:59:00+08:00", "2022-01-18T15:59:59Z"])
def test_a_live_case_of_their_last_day_is_kept_whenever_it_arrives(opened):
    case = live_case(pack="luzhou-2019-36@1", opened_at=opened)
    live_rules().check(case, "510502-T1")


@pytest.mark.parametrize("opened", ["2022-01-19T09:00:00+08:00", "2022-01-18T16:00:00Z"])
def test_the_day_a_case_was_opened_is_this_country_s(opened):
    assert refused(live_case(pack="luzhou-2019-36@1", opened_at=opened))[1] == "pack.expired"


@pytest.mark.parametrize("pin", ["national@2", "national", "luzhou-2019-36", "", "other@1"])
def test_a_live_case_of_a_pack_or_version_not_known_here_is_refused(pin):
    said = refused(live_case(pack=pin), (CONFIRMED,))
    assert said == ("A25-1", "platform.pack", {"pack": pin})


def test_the_national_pack_is_taken_once_the_city_has_confirmed_it_here():
    assert refused(live_case()) == ("A25-1", "pack.not-confirmed", {"number": NATIONAL.number})
    live_rules().check(live_case(), "510502-T1", (CONFIRMED,))
    early = live_case(opened_at="2026-11-22T23:59:59+08:00")
    assert refused(early, (CONFIRMED,))[1] == "pack.not-confirmed"


def test_what_was_confirmed_is_one_version():
    packs = {**law().packs, "national@2": replace(NATIONAL, version="2")}
    case, rules = live_case(pack="national@2"), live_rules(packs)
    assert refused(case, (CONFIRMED,), rules)[1] == "pack.not-confirmed"
    rules.check(case, "510502-T1", (CONFIRMED, replace(CONFIRMED, version="2")))


def test_a_training_platform_asks_for_no_confirmation(counter):
    for pack in ("luzhou-2019-36@1", "national@1", "none@1"):
        counter.save(pack=pack)
        assert verdict(counter) == "applied"


def test_the_days_of_the_check_afterwards_are_those_of_the_case_s_pack():
    packs = {NATIONAL.pin: replace(NATIONAL, settings=replace(NATIONAL.settings, follow_up_days=1))}
    case = live_case()
    rules = live_rules(packs)
    assert (rules.days_of(NATIONAL.pin), rules.days_of("none@1")) == (1, 3)
    rules.check(case, "510502-T1", (CONFIRMED,))


def test_rules_are_checked_again(counter):
    good = make_case("x")
    way = type(good.plans[0].step)
    other = tuple(
        type(plan)(plan.proof_code, plan.proof_name, way(Way.DATA_SHARING, "8", ""))
        for plan in good.plans
    )
    for changes, code in (
        ({"mode": "live"}, "platform.training-on-live"),
        ({"follow_ups": ()}, "platform.follow-ups"),
        ({"commitment_refused": True}, "platform.commitment-refused"),
        ({"plans": good.plans * 2}, "platform.proof-twice"),
        ({"plans": (), "follow_ups": ()}, "platform.proofs"),
        ({"plans": other}, "case.open-checks"),
        ({"matter_code": "none"}, "platform.matter"),
        ({"number": "510502-ZZ-2026-000001"}, "platform.number"),
    ):
        counter.save(**changes)
        assert verdict(counter) == code, changes


def test_a_number_is_used_once(counter):
    first = counter.save()
    counter.save(number=first.number)
    assert verdict(counter) == "platform.number-used"


def test_a_letter_whose_bytes_were_not_sent_is_refused(counter):
    case = make_case(f"{counter.terminal}-2026-000009")
    with counter.store.write() as tx:
        letters.keep_blob(tx, b"another letter")
        letter = make_letter(case, 1, b"this letter")
        op_id = report.case_submitted(tx, counter.clock, case, letter, "u017")
        rewrite(tx, op_id, blobs=[f"sm3:{sm3_hex(b'another letter')}"])
    assert verdict(counter) == "platform.letter-bytes"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "case.bless"}, "TYPE"),
        ({"body": {}}, "BODY"),
        ({"body": {"number": ["x"]}}, "BODY"),
        ({"base_version": 7}, "VERSION"),
    ],
)
def test_an_operation_that_makes_no_sense_gets_a_verdict_of_its_own(counter, changes, code):
    case = make_case(f"{counter.terminal}-2026-000009")
    with counter.store.write() as tx:
        letters.keep_blob(tx, b"pdf")
        letter = make_letter(case, 1, b"pdf")
        op_id = report.case_submitted(tx, counter.clock, case, letter, "u017")
        rewrite(tx, op_id, **changes)
    assert verdict(counter) == code
    counter.save()
    assert verdict(counter) == "applied"


def test_an_abandoned_case_keeps_its_number(counter):
    case = make_case(f"{counter.terminal}-2026-000001")
    with counter.store.write() as tx:
        report.case_abandoned(tx, counter.clock, case, "换了事项", "u017")
    assert verdict(counter) == "applied"
    view = agreement.their_record(counter.client, case.number)
    assert (view.state, view.case, view.letters) == ("abandoned", None, [])
    counter.cases = 0
    counter.save()
    assert verdict(counter) == "platform.number-used"


def test_a_sealed_case_is_voided_not_abandoned(counter):
    case = counter.save()
    with counter.store.write() as tx:
        report.case_abandoned(tx, counter.clock, case, "换了事项", "u017")
    assert verdict(counter) == "case.move"


def test_a_letter_is_voided_once_and_only_if_it_is_there(counter):
    case = counter.reissue(counter.save())
    with counter.store.write() as tx:
        report.letter_voided(tx, counter.clock, case, case.letters[0], "再作废", None, "u017")
    assert verdict(counter) == "platform.letter-void-already"
    other = make_letter(case, 7, b"none")
    with counter.store.write() as tx:
        report.letter_voided(tx, counter.clock, case, other, "作废", None, "u017")
    assert verdict(counter) == "platform.no-such-letter"


def test_the_same_case_under_another_name_is_a_duplicate(counter):
    case = counter.save()
    with counter.store.write() as tx:
        report.case_submitted(tx, counter.clock, case, case.letters[0], "u017")
    counter.engine.round()
    assert counter.counts()["applied"] == 2
    assert len(agreement.their_record(counter.client, case.number).history) == 1
