"""Which pack governs: the confirmation that counts on a day, of the very version that was read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.governing import (
    Confirmation,
    as_row,
    confirmed_for,
    from_row,
    governing,
    in_effect,
)
from app.domain.successor import Successor
from app.reference import load

LAW = load()
OLD, NEW = LAW.pack, LAW.packs["national@1"]
NEXT = replace(NEW, version="2")
CITY = replace(NEW, id="city-2027", version="1", follows="national")
PACKS = {each.pin: each for each in (OLD, NEW, NEXT, CITY)}
DAY = date(2026, 11, 23)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def confirmation(pack=NEW, on=DAY, basis="国令第722号"):
    return Confirmation(Successor(pack.follows, pack.id, basis, "20001", on), pack.version)


def test_what_is_confirmed_is_one_version_of_a_pack():
    assert confirmation().pin == "national@1"
    assert confirmation(NEXT).pin == "national@2"


def test_a_confirmation_is_kept_column_by_column_and_comes_back_the_same():
    row = {
        "after": "luzhou-2019-36",
        "pack": "national",
        "version": "2",
        "basis": "国令第722号",
        "confirmed_by": "20001",
        "confirmed_on": "2026-11-23",
    }
    assert as_row(confirmation(NEXT)) == row
    assert from_row(row | {"id": "7"}) == confirmation(NEXT)


def test_without_a_confirmation_the_old_measures_govern():
    assert governing(OLD, PACKS, (), DAY) == (OLD, None)


@pytest.mark.parametrize(("on", "pack"), [(BEFORE, OLD), (DAY, NEW), (AFTER, NEW)])
def test_the_successor_governs_from_its_day_on(on, pack):
    kept = (confirmation(),)
    basis = None if pack is OLD else kept[0].successor
    assert governing(OLD, PACKS, kept, on) == (pack, basis)


def test_a_later_confirmation_takes_the_place_of_an_earlier_one():
    kept = (confirmation(), confirmation(NEXT, AFTER))
    assert governing(OLD, PACKS, kept, DAY) == (NEW, kept[0].successor)
    assert governing(OLD, PACKS, kept, AFTER) == (NEXT, kept[1].successor)


def test_of_one_day_the_last_kept_counts():
    kept = (confirmation(), confirmation(NEXT))
    assert governing(OLD, PACKS, kept, DAY) == (NEXT, kept[1].successor)
    assert in_effect(kept, OLD.id, DAY) == kept  # both counted at some hour of it
    assert in_effect(kept, OLD.id, AFTER) == kept[1:]
    assert in_effect(kept, OLD.id, BEFORE) == ()
    assert in_effect(kept, NEW.id, DAY) == ()


def test_of_one_day_s_confirmations_the_case_keeps_its_own():
    kept = (confirmation(basis="甲"), confirmation(NEXT, basis="乙"))
    assert confirmed_for(NEW, kept, DAY) == kept[0].successor
    assert confirmed_for(NEXT, kept, DAY) == kept[1].successor
    assert confirmed_for(NEW, kept, AFTER) is None


def test_confirmed_again_the_newest_words_count():
    kept = (confirmation(basis="甲"), confirmation(basis="乙"))
    assert confirmed_for(NEW, kept, DAY) == kept[1].successor
    assert governing(OLD, PACKS, kept, DAY) == (NEW, kept[1].successor)


def test_a_version_that_does_not_ship_here_leads_nowhere():
    kept = (confirmation(replace(NEW, version="9")),)
    assert governing(OLD, PACKS, kept, AFTER) == (OLD, None)
    assert confirmed_for(NEW, kept, AFTER) is None


def test_a_successor_may_itself_be_followed():
    kept = (confirmation(), confirmation(CITY, AFTER))
    assert governing(OLD, PACKS, kept, DAY) == (NEW, kept[0].successor)
    assert governing(OLD, PACKS, kept, AFTER) == (CITY, kept[1].successor)


def test_packs_that_follow_each_other_in_a_circle_come_to_an_end():
    back = Confirmation(Successor(NEW.id, OLD.id, "回头", "20001", DAY), OLD.version)
    kept = (confirmation(), back)
    assert governing(OLD, PACKS, kept, DAY) == (NEW, kept[0].successor)


def test_a_circle_that_leaves_out_the_first_comes_to_an_end_too():
    back = Confirmation(Successor(CITY.id, NEW.id, "回头", "20001", DAY), NEW.version)
    kept = (confirmation(), confirmation(CITY), back)
    assert governing(OLD, PACKS, kept, DAY) == (CITY, kept[1].successor)


def test_measures_that_follow_nothing_rest_on_what_was_confirmed_after_them():
    kept = (confirmation(),)
    assert confirmed_for(OLD, kept, BEFORE) is None
    assert confirmed_for(OLD, kept, DAY) == kept[0].successor
    assert confirmed_for(NEW, kept, BEFORE) is None
    assert confirmed_for(NEW, kept, AFTER) == kept[0].successor
    assert confirmed_for(CITY, kept, DAY) is None


def test_a_pack_confirmed_ahead_displaces_nothing_before_it_is_in_force():
    later = replace(NEW, valid_from=AFTER)
    packs, kept = {**PACKS, later.pin: later}, (confirmation(later),)
    assert governing(OLD, packs, kept, DAY) == (OLD, None)
    assert governing(OLD, packs, kept, AFTER) == (later, kept[0].successor)


def test_a_successor_that_has_ended_itself_still_governs():
    ended = replace(NEW, valid_until=BEFORE)
    packs, kept = {**PACKS, ended.pin: ended}, (confirmation(ended),)
    assert governing(OLD, packs, kept, DAY) == (ended, kept[0].successor)
