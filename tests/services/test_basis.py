"""A live counter opens no case until a legal reviewer has confirmed what follows (A25-1)."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.audit import checking, trail
from app.documents import letters
from app.domain.catalogue import Way
from app.domain.duties import Role
from app.domain.national import for_review
from app.errors import Refused
from app.services import basis, drawing, office, reception, timing
from app.store import officers, successors
from app.store.officers import Officer
from tests.services.parts import (
    OFFICER,
    REFERENCE,
    REVIEWER,
    matter_with,
    open_case,
    open_live,
    opened_live,
    reviewer,
)

NATIONAL, LUZHOU = "national@1", "luzhou-2019-36@1"
BASIS = "泸州市证明事项联席会议纪要〔2026〕3号"
TODAY = date(2026, 11, 23)


@pytest.fixture
def live(tmp_path):
    made, clock = opened_live(tmp_path)
    yield made, clock
    made.store.close()


@pytest.fixture
def counter(live):
    return live[0]


def refused(act, *given):
    with pytest.raises(Refused) as said:
        act(*given)
    return said.value.article, said.value.code, dict(said.value.facts)


def lines(counter):
    with counter.store.read() as rx:
        return [json.loads(line)["entry"] for line in trail.lines(rx)]


def test_nothing_is_opened_before_somebody_confirmed_what_follows(counter):
    assert refused(open_live, counter) == (
        "A25-1",
        "pack.expired",
        {"number": "泸市府发〔2019〕36号", "first": "2020-01-18", "last": "2022-01-18"},
    )
    said = lines(counter)[-1]
    assert (said["act"], said["officer"]) == ("refused", OFFICER)
    assert said["facts"] == {"article": "A25-1", "code": "pack.expired", "asked": "open-case"}


def test_a_confirmed_successor_governs_and_the_case_is_pinned_to_its_version(counter):
    made = basis.confirm(reviewer(counter), NATIONAL, f"  {BASIS} ")
    assert (made.pin, made.successor.basis) == (NATIONAL, BASIS)
    assert (made.successor.after, made.successor.confirmed_by) == ("luzhou-2019-36", REVIEWER)
    assert made.successor.confirmed_on == TODAY
    assert counter.reference.pack.pin == NATIONAL
    case = open_live(counter)
    assert (case.pack, case.mode) == (NATIONAL, "live")
    assert lines(counter)[-1]["facts"]["pack"] == "in-force"


def test_the_confirmation_and_its_trail_line_are_one_act(counter):
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    said = lines(counter)[-1]
    assert (said["act"], said["officer"], said["subject"]) == ("basis.confirm", REVIEWER, NATIONAL)
    assert said["facts"] == {"after": "luzhou-2019-36", "basis": BASIS, "from": "2026-11-23"}
    with counter.store.read() as rx:
        (kept,) = successors.all_kept(rx)
        assert checking.check(trail.lines(rx)).whole
        row = rx.exec_driver_sql("SELECT trail_id FROM successors").scalar_one()
    assert (kept.confirmation.pin, kept.at, row) == (NATIONAL, counter.now(), said["id"])


def test_it_holds_after_the_counter_was_closed_and_opened(live, tmp_path):
    counter, clock = live
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    counter.store.close()
    again = office.open_office(counter.settings, clock, REFERENCE).signed_in(counter.session)
    assert open_live(again).pack == NATIONAL
    again.store.close()


def test_before_its_day_the_confirmation_opens_nothing(live):
    counter, clock = live
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    clock.at -= timedelta(days=1)
    assert counter.reference.pack.pin == LUZHOU
    assert refused(open_live, counter)[1] == "pack.expired"
    clock.at += timedelta(days=1)
    assert open_live(counter).pack == NATIONAL
    clock.at += timedelta(days=4000)
    assert open_live(counter).pack == NATIONAL


def test_the_day_is_the_platforms_while_it_is_in_touch(live):
    counter, clock = live
    timing.note_contact(counter, (clock.now() + timedelta(days=1)).isoformat())
    made = basis.confirm(reviewer(counter), NATIONAL, BASIS)
    assert made.successor.confirmed_on == TODAY + timedelta(days=1)
    assert counter.reference.pack.pin == LUZHOU  # this PC's clock is a day behind
    assert open_live(counter).pack == NATIONAL


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.LEGAL_REVIEWER])
def test_nobody_else_confirms(counter, role):
    other = counter.signed_in(office.Session("x", "某人", (str(role),), counter.now()))
    assert refused(basis.confirm, other, NATIONAL, BASIS) == (
        "A18-1",
        "duty.missing",
        {"act": "confirm-basis"},
    )
    assert lines(counter)[-1]["facts"]["asked"] == "confirm-basis"
    assert basis.read(other).choices == ()


def test_with_nobody_signed_in_nothing_is_confirmed(counter):
    assert refused(basis.confirm, counter.signed_in(None), NATIONAL, BASIS)[1] == "duty.missing"


@pytest.mark.parametrize(
    ("pin", "words", "code"),
    [
        (NATIONAL, " \t", "pack.no-basis"),
        (NATIONAL, "依" * (basis.LONGEST + 1), "basis.long"),
        ("national@2", BASIS, "pack.unknown"),
        (LUZHOU, BASIS, "pack.not-its-successor"),
    ],
)
def test_what_is_no_confirmation_is_refused_and_kept_in_the_trail(counter, pin, words, code):
    assert refused(basis.confirm, reviewer(counter), pin, words)[:2] == ("A25-1", code)
    said = lines(counter)[-1]
    assert (said["act"], said["subject"], said["facts"]["code"]) == ("refused", pin, code)
    assert counter.confirmed.kept == ()


def test_a_basis_may_be_as_long_as_the_limit(counter):
    assert basis.confirm(reviewer(counter), NATIONAL, "依" * basis.LONGEST)


def test_a_new_confirmation_supersedes_and_both_stay_on_the_record(live):
    counter, clock = live
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    clock.at += timedelta(days=1)
    basis.confirm(reviewer(counter), NATIONAL, "另一份纪要")
    newest, oldest = basis.read(counter).confirmed
    assert (newest.basis, newest.on) == ("另一份纪要", "2026-11-24")
    assert (oldest.basis, oldest.on) == (BASIS, "2026-11-23")


def updated(counter, *versions):
    """The counter after a program update that brought these versions of the national pack."""
    national = [replace(REFERENCE.packs[NATIONAL], version=each) for each in versions]
    packs = {each.pin: each for each in (REFERENCE.pack, *national)}
    return replace(counter, shipped=replace(REFERENCE, packs=packs))


def test_a_version_nobody_confirmed_does_not_govern(counter):
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    assert open_live(updated(counter, "1", "2")).pack == NATIONAL  # both ship
    newer = updated(counter, "2")
    assert refused(open_live, newer)[1] == "pack.expired"
    assert basis.read(newer).confirmed[0].number == ""  # what was confirmed ships no more
    basis.confirm(reviewer(newer), "national@2", BASIS)
    assert open_live(newer).pack == "national@2"


def test_a_case_keeps_the_pack_it_was_opened_under(live):
    counter, clock = live
    clock.at = clock.at.replace(year=2021)  # the city's own measures are in force
    case = open_live(counter)
    assert case.pack == LUZHOU
    clock.at = clock.at.replace(year=2026)
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    assert "泸市府发〔2019〕36号" in told(counter, case)
    changed = reception.change_matter(counter, case, *matter_with(Way.COMMITMENT))
    assert changed.pack == NATIONAL
    assert "国务院令第722号第四十四条、国办发〔2020〕42号" in told(counter, changed)
    assert "泸市府发" not in told(counter, changed)


def told(counter, case):
    """The basis as the applicant is told it, and as the letter prints it."""
    facts = drawing.compose_draft(counter, case).facts
    (notice,) = (
        each for each in drawing.notice_for(counter, case).paragraphs if each.id == "basis"
    )
    assert notice in facts.notice
    return notice.text


def test_a_case_is_not_brought_under_measures_that_have_ended(counter):
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    case, newer = open_live(counter), updated(counter, "2")
    assert refused(reception.refuse_commitment, newer, case)[:2] == ("A25-1", "pack.expired")
    assert reception.load_case(counter, case.number) == case


def test_under_its_own_measures_a_case_goes_on_after_they_ended(live):
    counter, clock = live
    clock.at = clock.at.replace(year=2021)
    case = open_live(counter)
    clock.at = clock.at.replace(year=2026)
    assert reception.refuse_commitment(counter, case).pack == LUZHOU


def test_a_pack_that_does_not_ship_draws_no_letter(counter):
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    case = replace(open_live(counter), pack="national@9")
    assert refused(drawing.compose_draft, counter, case) == (
        "A25-1",
        "pack.unknown",
        {"pack": "national@9"},
    )


def test_training_stays_under_the_historical_measures(hall):
    before = basis.read(reviewer(hall.office))
    assert (before.training, before.standing, before.refusal) == (True, "expired", None)
    assert (before.choices, before.confirmed) == ((), ())
    assert refused(basis.confirm, reviewer(hall.office), NATIONAL, BASIS)[1] == "basis.training"
    assert open_case(hall.office).pack == LUZHOU


def test_the_page_says_what_governs_and_who_confirmed_it(counter):
    before = basis.read(reviewer(counter))
    assert (before.pack.pin, before.standing, before.on) == (LUZHOU, "expired", TODAY)
    assert before.refusal is not None
    assert before.refusal.code == "pack.expired"
    assert [each.pin for each in before.choices] == [NATIONAL]
    with counter.store.write() as tx:
        made = Officer(REVIEWER, "周洁", ("legal-reviewer",), "x", training=False)
        officers.add(tx, made, counter.line(tx, "officer.create", REVIEWER))
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    after = basis.read(counter)
    assert (after.pack.pin, after.standing, after.refusal) == (NATIONAL, "in-force", None)
    (past,) = after.confirmed
    number = REFERENCE.packs[NATIONAL].number
    assert past == basis.Past(NATIONAL, number, BASIS, REVIEWER, "周洁", "2026-11-23")


def test_the_letter_quotes_the_basis_and_no_wording_that_awaits_legal_review(counter):
    basis.confirm(reviewer(counter), NATIONAL, BASIS)
    facts = drawing.compose_draft(counter, open_live(counter)).facts
    (quoted,) = (each.text for each in facts.notice if each.id == "basis")
    assert quoted.startswith(
        "根据《优化营商环境条例》第四十四条和证明事项告知承诺制的国家规定"
        "（国务院令第722号第四十四条、国办发〔2020〕42号），"
    )
    printed = "".join(letters.texts(facts))
    rules = for_review(REFERENCE.packs[NATIONAL])
    assert len(rules) == 6
    assert not [rule.id for rule in rules if rule.says in printed]
    assert not [part for rule in rules for part in clauses(rule.says) if part in printed]
    assert "川办发" not in printed


def clauses(says):
    """The parts of a rule between its stops, as far as they are more than a few words."""
    return [part for part in re.split("[。；，、]", says) if len(part) > 7]
