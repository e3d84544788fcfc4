"""Who may set a seal, and what two persons do to it (国办发〔2025〕33号)."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Way
from app.domain.seal_custody import (
    KINDS,
    Binding,
    KeptSeal,
    SealState,
    bound,
    in_use,
    may_set,
    registered,
    renewed,
    two_persons,
    withdrawn,
)
from tests.domain.refusals import refuses

RULES = "国办发〔2025〕33号"
SEAL = KeptSeal(
    digest="aa" * 32,
    seal_id="XL0001",
    name="江阳区政务服务中心",
    maker="MAKER",
    valid_from="2026-11-01T00:00:00+08:00",
    valid_until="2029-11-01T00:00:00+08:00",
    training=False,
    binding=Binding("10440", ("10432", "10433"), ("commitment",)),
    registered_by="10432",
    confirmed_by="10440",
    at="2026-11-23T09:00:00+08:00",
)
NEW = replace(SEAL, digest="bb" * 32, registered_by="10433", at="2027-01-04T08:30:00+08:00")


@pytest.mark.parametrize("officer", ["10432", "10433"])
def test_a_listed_officer_sets_a_registered_seal_on_its_kind_of_letter(officer: str) -> None:
    assert may_set(SEAL, officer, "commitment") is SEAL


def test_an_unregistered_seal_is_set_by_nobody() -> None:
    with refuses(RULES, "custody.not-registered"):
        may_set(None, "10432", "commitment")


@pytest.mark.parametrize("officer", ["10440", "", "1043", "10432 10433"])
def test_who_is_not_listed_sets_nothing_not_even_the_keeper(officer: str) -> None:
    listed = {"officer": officer, "officers": "10432, 10433"}
    with refuses(RULES, "custody.not-bound", **listed):
        may_set(SEAL, officer, "commitment")


@pytest.mark.parametrize("kind", ["receipt", "", "commit"])
def test_a_letter_of_another_kind_is_not_sealed_with_it(kind: str) -> None:
    facts = {"seal": SEAL.name, "kind": kind}
    with refuses(RULES, "custody.other-kind", **facts):
        may_set(SEAL, "10432", kind)


@pytest.mark.parametrize("state", [SealState.REPLACED, SealState.WITHDRAWN])
def test_a_seal_out_of_use_is_refused_with_the_day_before_anything_else(state: SealState) -> None:
    old = replace(SEAL, state=state)
    facts = {"seal": SEAL.name, "on": "2026-11-23"}
    with refuses(RULES, f"custody.{state}", **facts):
        may_set(old, "nobody", "nothing")
    with refuses(RULES, f"custody.{state}", **facts):
        in_use(old)


def test_a_registered_seal_is_in_use() -> None:
    in_use(SEAL)


def test_two_different_persons_are_two() -> None:
    two_persons("10432", "10433")


@pytest.mark.parametrize("second", ["10432", " 10432", "10432 "])
def test_nobody_confirms_their_own_act(second: str) -> None:
    with refuses(RULES, "custody.same-person"):
        two_persons("10432", second)
    with refuses(RULES, "custody.same-person"):
        two_persons(second, "10432")


@pytest.mark.parametrize(("one", "other"), [("", "10432"), ("10432", " "), ("", "")])
def test_a_second_person_is_named(one: str, other: str) -> None:
    with refuses(RULES, "custody.second-missing"):
        two_persons(one, other)


def test_a_binding_is_kept_with_each_named_once_and_in_order() -> None:
    typed = Binding(" 10440 ", ("10433", " 10432", "", "10433"), ("receipt", "receipt"))
    assert bound(typed) == Binding("10440", ("10433", "10432"), ("receipt",))


def test_without_a_choice_a_seal_is_for_every_kind_of_letter() -> None:
    assert bound(Binding("10440", ("10432",))).kinds == KINDS == ("commitment", "receipt")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"keeper": " "}, "custody.no-keeper"),
        ({"officers": ()}, "custody.nobody"),
        ({"officers": (" ",)}, "custody.nobody"),
        ({"kinds": ()}, "custody.no-kind"),
        ({"kinds": ("commitment", "licence")}, "custody.no-kind"),
    ],
)
def test_a_binding_lacks_nothing(change: dict[str, object], code: str) -> None:
    with refuses(RULES, code):
        bound(replace(SEAL.binding, **change))  # type: ignore[arg-type]


def test_a_new_seal_is_registered_beside_others() -> None:
    assert registered(NEW, [SEAL]) is NEW
    assert registered(NEW, []) is NEW


@pytest.mark.parametrize("state", SealState)
def test_a_seal_is_registered_once_also_after_it_went_out_of_use(state: SealState) -> None:
    with refuses(RULES, "custody.known", seal=SEAL.name):
        registered(SEAL, [NEW, replace(SEAL, state=state)])


def test_a_renewal_takes_the_old_one_out_and_the_new_one_names_it() -> None:
    old, new = renewed(SEAL, NEW, [SEAL])
    assert new == replace(NEW, replaces=SEAL.digest)
    assert old == replace(NEW, digest=SEAL.digest, state=SealState.REPLACED)


def test_a_renewal_bears_whoever_confirmed_it() -> None:
    old, _ = renewed(SEAL, replace(NEW, confirmed_by="10441"), [SEAL])
    assert (old.registered_by, old.confirmed_by) == ("10433", "10441")


def test_the_same_file_or_one_of_before_renews_nothing() -> None:
    with refuses(RULES, "custody.known"):
        renewed(SEAL, SEAL, [SEAL])
    with refuses(RULES, "custody.known"):
        renewed(SEAL, NEW, [SEAL, replace(NEW, state=SealState.WITHDRAWN)])


def test_what_is_out_of_use_is_not_renewed() -> None:
    with refuses(RULES, "custody.withdrawn"):
        renewed(replace(SEAL, state=SealState.WITHDRAWN), NEW, [])


def test_a_seal_is_withdrawn_once_and_for_a_reason() -> None:
    gone = withdrawn(SEAL, " 印章遗失 ")
    assert gone == replace(SEAL, state=SealState.WITHDRAWN, reason="印章遗失")
    with refuses(RULES, "custody.withdrawn"):
        withdrawn(gone, "again")
    with refuses(RULES, "reason.missing"):
        withdrawn(SEAL, " ")


def test_the_kinds_are_those_a_case_has() -> None:
    assert str(Way.COMMITMENT) in KINDS
